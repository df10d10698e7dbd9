"""Invented notes in all the styles in which reports print them; each layout has the same three works."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

PARA = (
    "Internet use has grown in the islands since the first cable was laid, although the price of a connection remains beyond the "
    "reach of most fishing families, and the only provider belongs to the harbor board."
)
P2 = (
    "Users complain that the cable is cut by anchors every spring. The board has promised a second cable, which is to be laid by 2030, "
    "and has collected a tax for it since the year in which the first one was opened to the public."
)

KITES = "“Kites Over the Abbey,” Abbey News, May 3, 2010, http://example.org/kites."
MORE = "Ann Grey, “More Kites,” Abbey News, June 4, 2010, http://example.org/more."
CABLES = "Harbor Board, “Cables and Their Anchors,” accessed July 1, 2011, http://example.org/cables/2011/anchors.html."
WORKS = [
    ("Kites Over the Abbey", "http://example.org/kites"),
    ("More Kites", "http://example.org/more"),
    ("Cables and Their Anchors", "http://example.org/cables/2011/anchors.html"),
]
HEAD = "Erewhon\nFreedom on the Net 2014\nStatus: Partly Free\nTotal: 34 / 100\n\n"
NOTES: dict[str, str] = {}


def _add(name: str, text: str, head: str = HEAD) -> None:
    NOTES[name] = head + text


def _text(mark: Callable[[int], str]) -> str:
    return f"Introduction\n\n{PARA}{mark(1)}\n\nObstacles to Access\n\n{P2}{mark(2)} {PARA}{mark(3)}\n\n"


def _list(form: Callable[[int, str], str]) -> str:
    return "".join(form(number, note) for number, note in enumerate((KITES, MORE, CABLES), 1))


def _page(mark: Callable[[int], str], notes: str) -> str:
    paragraphs = f"<p>{PARA}{mark(1)}</p><h2>Obstacles to Access</h2><p>{P2}{mark(2)}</p><p>{PARA}{mark(3)}</p>"
    head = "<h1>Erewhon</h1><h2>Freedom on the Net 2014</h2><p>Status: Partly Free</p><p>Total: 34 / 100</p><h2>Introduction</h2>"
    return f"<html><body>{head}{paragraphs}{notes}</body></html>"


_add("alone", _text(str) + f"1\n\n{KITES}\n\n2\n\n{MORE}\n\n3\n\n{CABLES}\n")
_add("aloneNoBlank", _text(str) + f"1\n{KITES}\n2\n{MORE}\n3\n{CABLES}\n")
_add("flatone", _text(str) + f"1 {KITES} 2 {MORE} 3 {CABLES}\n")
_add("flatglued", _text(str) + f"1 {KITES}2 {MORE}3 {CABLES}\n")
_add("bracketInline", _text(lambda n: f"[{n}]") + _list(lambda i, t: f"[{i}] {t}\n\n"))
_add(
    "bracketWrapped",
    _text(lambda n: f"[{n}]") + _list(lambda i, t: textwrap.fill(f"[{i}] " + t, 50, break_on_hyphens=False, break_long_words=False) + "\n"),
)
_add("caret", _text(lambda n: f"[^{n}]") + _list(lambda i, t: f"[^{i}]: {t}\n"))
_add("superEnd", _text(lambda n: "¹²³"[n - 1]) + "Notes\n\n" + _list(lambda i, t: f"{i}. {t}\n"))
_add("pandoc", _text(lambda n: f"^{n}^") + "Endnotes\n\n" + _list(lambda i, t: f"^{i}^ {t}\n\n"))
_add("linkback", _text(lambda n: f"[[{n}]](#_ftn{n})") + _list(lambda i, t: f"[[{i}]](#_ftnref{i}) {t}\n\n"))
_add(
    "linkback2",
    _text(lambda n: f"[\\[{n}\\]](http://freedomhouse.org/x#_ftn{n})")
    + _list(lambda i, t: f"[\\[{i}\\]](http://freedomhouse.org/x#_ftnref{i}) {t}\n\n"),
)
_add(
    "midpage",
    f"Introduction\n\n{PARA}1\n\n1 {KITES}\n\n                 www.freedomonthenet.org          2\n\f\nFREEDOM\nON THE NET\n\n"
    f"Obstacles to Access\n\n{P2}2 {PARA[:100]}\n2 {MORE}\n\n                                       3\n\f{PARA[100:]}3\n\n3 {CABLES}\n",
)
_add("listdash", _text(lambda n: f"[{n}]") + "Footnotes\n\n" + _list(lambda i, t: f"- {i}. {t}\n"))
_add("crlf", (_text(lambda n: f"[{n}]") + "Footnotes\n\n" + _list(lambda i, t: f"{i}. {t}\n")).replace("\n", "\r\n"))
_add("arrows", _text(lambda n: f"[{n}]") + "References\n\n" + _list(lambda i, t: f"{i}. ^ {t}\n"))
_add("arrows2", _text(lambda n: f"[{n}]") + "References\n\n" + _list(lambda i, t: f"{i}. {t} ↩\n"))
_add("straight", _text(str) + _list(lambda i, t: f"{i} {t}\n").replace("“", '"').replace("”", '"'))
_add(
    "indent", _text(str) + "Endnotes\n" + _list(lambda i, t: "   " + textwrap.fill(f"{i}    {t}", 60, subsequent_indent="        ") + "\n")
)
_add(
    "brokenurl",
    _text(str) + "1 “Kites Over the Abbey,” Abbey News, May 3, 2010, http://example.org/\nkites.\n"
    "2 Ann Grey, “More Kites,” Abbey News, June 4, 2010, http://\nexample.org/more.\n"
    "3 Harbor Board, “Cables and Their Anchors,” accessed July 1, 2011, http://example.org/cables/2011/\nanchors.html.\n",
)
_add(
    "drupal",
    _page(
        lambda n: f'<a class="see-footnote" id="footnoteref{n}_ab" title="x" href="#footnote{n}_ab">{n}</a>',
        '<ul class="footnotes">'
        + _list(
            lambda i, t: f'<li class="footnote" id="footnote{i}_ab"><a class="footnote-label" href="#footnoteref{i}_ab">{i}.</a> {t}</li>'
        )
        + "</ul>",
    ),
    "",
)
_add(
    "word",
    _page(
        lambda n: f'<a href="#_ftn{n}" name="_ftnref{n}" title=""><sup><span class="x">[{n}]</span></sup></a>',
        "<hr>"
        + _list(
            lambda i, t: (
                f'<div id="ftn{i}"><p class="MsoFootnoteText"><a href="#_ftnref{i}" name="_ftn{i}" title=""><sup>[{i}]</sup></a>'
                f"&nbsp;{t}</p></div>"
            )
        ),
    ),
    "",
)
_add(
    "word2",
    _page(
        lambda n: f'<a href="#_ftn{n}" name="_ftnref{n}" title="">[{n}]</a>',
        "<hr>" + _list(lambda i, t: f'<p><a href="#_ftnref{i}" name="_ftn{i}" title="">[{i}]</a> {t}</p>'),
    ),
    "",
)
_add(
    "pandochtml",
    _page(
        lambda n: f'<a href="#fn{n}" class="footnote-ref" id="fnref{n}" role="doc-noteref"><sup>{n}</sup></a>',
        '<section class="footnotes"><hr /><ol>'
        + _list(lambda i, t: f'<li id="fn{i}"><p>{t}<a href="#fnref{i}" class="footnote-back">↩︎</a></p></li>')
        + "</ol></section>",
    ),
    "",
)
