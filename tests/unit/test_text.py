from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.text import Cite, Paragraph, Run, cited, cites_of, is_cited, parse, parse_cite, plain

PIECES = "* ** [ ] ( ) [@ @a ; , \\ > a Б . й e\u0301 \u200d ](https://e.org/ [sic] [@a] [a](https://e.org)".split()  # noqa: SIM905
marked = st.lists(st.sampled_from([*PIECES, ", note 6", ", p. 4", "> ", "\n", "\n\n", "\r\n", " ", "\u2028", "\x00"])).map("".join)
any_text = st.text() | marked


def runs(text: str) -> list[tuple[str, str]]:
    """Return kind and text of the runs of a text of one paragraph."""
    (paragraph,) = parse(text)
    return [(run.kind, run.text) for run in paragraph.runs]


def letters(text: str) -> str:
    """Return the letters and digits of a text, which no markup may swallow."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def everything(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return all that was read, in order: words, keys, locators, addresses."""
    found = []
    for paragraph in paragraphs:
        for run in paragraph.runs:
            found += [run.text, run.href if run.href != run.text else ""]
            for cite in run.cites:
                found += [cite.key, cite.locator]
    return "".join(found)


def test_citations() -> None:
    (paragraph,) = parse("A share of 48 percent [@soboleva-2006]. More [@a, p. 4; @b, note 6].")
    assert paragraph.runs == (
        Run("text", "A share of 48 percent "),
        Run("citation", "", (Cite("soboleva-2006"),)),
        Run("text", ". More "),
        Run("citation", "", (Cite("a", "p. 4"), Cite("b", note=6))),
        Run("text", "."),
    )


@pytest.mark.parametrize(
    ("text", "cite"),
    [
        ("[@a, p. 4, note 6]", Cite("a", "p. 4", 6)),
        ("[@a, note 6, pp. 4, 5]", Cite("a", "pp. 4, 5", 6)),
        ("[@a,\n  note\n6]", Cite("a", note=6)),
        ("[@a, note 6, note 7]", Cite("a", "note 7", 6)),
        ("[@a, note six]", Cite("a", "note six")),
        ("[@a, note 99999]", Cite("a", "note 99999")),
        ("[@a, notes 6]", Cite("a", "notes 6")),
        ("[@a, ]", Cite("a")),
        ("[@ключ_1]", Cite("ключ_1")),
        ("[@a , § 4]", Cite("a", "§ 4")),
    ],
)
def test_locators(text: str, cite: Cite) -> None:
    assert cites_of(parse(text)) == (cite,)


def test_entries_of_a_cites_list() -> None:
    assert parse_cite("a-2010") == Cite("a-2010")
    assert parse_cite("a-2010, note 6") == Cite("a-2010", note=6)
    assert parse_cite("no key at all") == Cite("no key at all")


@pytest.mark.parametrize(
    "text",
    [
        *"[sic] [1] [] [@] [@a @a] [@a;] [/] [b]x[/b] [@click=app.quit] [a](ftp://e.org) [a](javascript:x) [a](https://)".split(),  # noqa: SIM905
        *[
            "[Kaznet in Section]",
            "[@ a]",
            "[see @a]",
            "[@a; b]",
            "[red alert]",
            "[a](https://e.org/ b)",
            "[a] (https://e.org)",
            "[](https://e.org)",
        ],
    ],
)
def test_brackets_that_are_no_citation_stay(text: str) -> None:
    assert runs(text) == [("text", text)]
    assert plain(parse(text)) == text


def test_links() -> None:
    (paragraph,) = parse("See [the *law*](https://e.org/a_(b)?q=1), [[sic] x](http://e.org), [a \\[b\\]](http://e.org/c).")
    assert paragraph.runs == (
        Run("text", "See "),
        Run("link", "the *law*", href="https://e.org/a_(b)?q=1"),
        Run("text", ", [[sic] x](http://e.org), "),
        Run("link", "a [b]", href="http://e.org/c"),
        Run("text", "."),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*em*", [("emphasis", "em")]),
        ("**strong**", [("strong", "strong")]),
        ("***both***", [("strong", "both")]),
        ("a *b* c", [("text", "a "), ("emphasis", "b"), ("text", " c")]),
        ("(*Respublika*)’s", [("text", "("), ("emphasis", "Respublika"), ("text", ")’s")]),
        ("*Respublika*’s", [("emphasis", "Respublika"), ("text", "’s")]),
        ("“*Borat*”", [("text", "“"), ("emphasis", "Borat"), ("text", "”")]),
        ("*Kub.kz*-style", [("emphasis", "Kub.kz"), ("text", "-style")]),
        ("*a **b** c*", [("emphasis", "a "), ("strong", "b"), ("emphasis", " c")]),
        ("**a *b* c**", [("strong", "a "), ("emphasis", "b"), ("strong", " c")]),
        ("*a [@k] b*", [("emphasis", "a "), ("citation", ""), ("emphasis", " b")]),
        ("*a\nb*", [("emphasis", "a b")]),
        ("**a*", [("text", "*"), ("emphasis", "a")]),
        ("*a**", [("emphasis", "a"), ("text", "*")]),
        ("****a****", [("strong", "a")]),
        ("2*3*4", [("text", "2*3*4")]),
        ("2 * 3 * 4", [("text", "2 * 3 * 4")]),
        ("* a*", [("text", "* a*")]),
        ("*a *", [("text", "*a *")]),
        ("f*ck and sh*t", [("text", "f*ck and sh*t")]),
        ("a * b", [("text", "a * b")]),
        ("**", [("text", "**")]),
        (r"\*a\*", [("text", "*a*")]),
        (r"*a\**", [("emphasis", "a*")]),
        (r"\[@a]", [("text", "[@a]")]),
        (r"\\*a*", [("text", "\\"), ("emphasis", "a")]),
        (r"C:\path \ end\\", [("text", "C:\\path \\ end\\")]),
        (r"\> no quotation", [("text", "> no quotation")]),
    ],
)
def test_emphasis_and_escapes(text: str, expected: list[tuple[str, str]]) -> None:
    assert runs(text) == expected


def test_emphasis_ends_with_its_paragraph() -> None:
    assert [paragraph.runs[0].kind for paragraph in parse("*a\n\nb*")] == ["text", "text"]


def test_paragraphs_and_quotations() -> None:
    paragraphs = parse("\none\n  two \n \n\nthree\n> four\nfive\n>\n> *six*\n\nseven > eight\n")
    assert [(paragraph.quotation, plain([paragraph])) for paragraph in paragraphs] == [
        (False, "one two"),
        (False, "three"),
        (True, "four five"),
        (True, "six"),
        (False, "seven > eight"),
    ]
    assert [paragraph.runs[0].kind for paragraph in paragraphs] == ["text", "text", "quotation", "emphasis", "text"]
    assert parse("") == parse(" \n\n\t") == parse(">\n>") == ()


def test_plain_text_with_and_without_labels() -> None:
    paragraphs = parse("A *share* [@a; @b; @c]. B\n\nC [@a].")
    labels = {"a": "8", "b": "8", "c": "*1"}
    assert plain(paragraphs) == "A share. B\n\nC."
    assert plain(paragraphs, lambda cite: labels[cite.key]) == "A share [8, *1]. B\n\nC [8]."


def test_letters_are_composed() -> None:
    assert plain(parse("Кии\u0306 [@а\u0308]")) == "Кий"
    assert cites_of(parse("[@а\u0308]")) == (Cite("\u04d3"),)


@given(any_text)
def test_any_text_is_read_and_no_word_is_lost(text: str) -> None:
    paragraphs = parse(text)
    said = letters(text)
    # Of a note's number only the value is kept, so that its letters may be gone, and nothing else.
    kept = letters(everything(paragraphs))
    if not any(cite.note is not None for cite in cites_of(paragraphs)):
        assert kept == said
    else:
        rest = iter(said)
        assert all(letter in rest for letter in kept)


@given(any_text)
def test_citations_are_found_without_reading_all_else(text: str) -> None:
    assert cited(text) == cites_of(parse(text))
    assert is_cited(text) == bool(cited(text))


@given(any_text)
def test_runs_are_well_formed(text: str) -> None:
    for paragraph in parse(text):
        assert paragraph.runs
        for before, after in pairwise(paragraph.runs):
            assert not before.kind == after.kind == "text"
        for run in paragraph.runs:
            assert (run.kind == "citation") == bool(run.cites)
            assert (run.kind == "link") == bool(run.href)
            assert bool(run.text) == (run.kind != "citation")
            assert "\n" not in run.text


@given(st.text(st.characters(exclude_characters="*[\\>\n", exclude_categories=["Cs"])))
def test_text_without_marks_is_one_run(text: str) -> None:
    words = unicodedata.normalize("NFC", text).strip()
    assert parse(text) == ((Paragraph((Run("text", words),)),) if words else ())


@given(st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs", "Zl", "Zp", "Cc"])))
def test_escaped_text_is_plain(text: str) -> None:
    words = unicodedata.normalize("NFC", text).strip()
    escaped = "".join(f"\\{character}" if character in "\\*[]>" else character for character in words)
    assert plain(parse(escaped)) == words


@given(st.lists(st.tuples(st.from_regex(r"[A-Za-z]{1,5}( [a-z]{1,5})?", fullmatch=True), st.sampled_from(["", "*", "**"])), min_size=1))
def test_marked_words_come_back_as_marked(words: list[tuple[str, str]]) -> None:
    kinds = {"": "text", "*": "emphasis", "**": "strong"}
    found = [run for run in runs(" ".join(f"{mark}{word}{mark}" for word, mark in words)) if run != ("text", " ")]
    joined = [(kind, text.strip()) for kind, text in found]
    expected: list[tuple[str, str]] = []
    for word, mark in words:
        if not mark and expected and expected[-1][0] == "text":
            expected[-1] = ("text", f"{expected[-1][1]} {word}")
        else:
            expected.append((kinds[mark], word))
    assert joined == expected


@pytest.mark.parametrize(
    "piece",
    ["*a ", "*a* ", ">\n", "\n", "[@a,note 1", "; @a", *r"[ [@a [a](https://b * **a* .* \[ [\ [@a; [a](https://( [x\]".split()],  # noqa: SIM905
)
def test_long_texts_of_marks_are_read_in_one_go(piece: str) -> None:
    # Were the time to grow with the square of the length, this would take minutes.
    text = piece * 20_000
    assert everything(parse(text)).count("a") == piece.count("a") * 20_000
