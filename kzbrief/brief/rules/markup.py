"""Rules of marks in texts: what was meant as a citation or a link is one. A text shows everything else as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...i18n import _
from ...toml.problems import Path, Problem
from ..text import LINK, citation
from .case import Case

_TOKEN = r"\\[!-/:-@\[-`{-~]|\[@[a-z0-9-]+(?:, note [0-9]{1,4})?\]|[\[@]"
"""An escaped character, a citation that needs no second look, or the beginning of something that does."""
_BEFORE = frozenset(" \t\n\r([{\uff3b;,«“‘„\"'")
"""Characters before an @ that begins a word, unlike that of a mail address."""
# These are compiled when they are needed, which costs more than all the rest where all is well; `re` keeps them.
_WORD = r"@([\w-]+)"
_QUOTATION_MARK = r"\n[ \t]*>[ \t]*"
_BREAK = r"\n[ \t\r]*\n"
_LONGEST = 2000
"""Most characters of a bracket that can be a citation."""
_MOST = 20
"""Most faults that are reported of one text, since finding the place of each takes long."""


def text_markup(case: Case) -> Iterator[Problem]:
    """Yield citations and links in texts that are none, though they were meant to be."""
    for marked in case.marked:
        if marked.plain is not None:
            continue
        problems = _marks(case, marked.path, marked.text)
        yield from islice(problems, _MOST)
        if more := next(problems, None):
            message = _("more citations or links of this text are not written as such; they are told when those above are mended")
            yield Problem(more.code, message, marked.path, more.place)


def _marks(case: Case, path: Path, text: str) -> Iterator[Problem]:
    position = 0
    for found in re.finditer(_TOKEN, text):
        start = found.start()
        if start < position or len(found[0]) > 1:
            continue
        end, problem = (_bracket if found[0] == "[" else _at)(case, path, text, start)
        position = max(position, end)
        if problem is not None:
            yield problem


def _bracket(case: Case, path: Path, text: str, start: int) -> tuple[int, Problem | None]:
    """Return where to look on behind an opening bracket, and what is wrong with it."""
    end = _closing(text, start)
    content = text[start + 1 : end - 1]
    after = start + 1
    while text[after : after + 1].isspace():
        after += 1
    if text.startswith("@", after):
        if end and text[start + 1] == "@" and _is_citation(content):
            return end, None
        from .mending import malformed

        return malformed(case, path, text, start, end if end and not _breaks(content) else None)
    # Words of a link may hold escaped characters, so that they end behind the first closing bracket.
    if (text.startswith("(", end) if end else "\\" in text[start : start + _LONGEST]) and (link := re.compile(LINK).match(text, start)):
        return link.end(), None
    if not end:
        return start + 1, None
    if text.startswith("(", end):
        from .mending import bad_link

        wrong = bad_link(case, path, text, text[start:end], end)
        if wrong is not None:
            return wrong
    content = content[1:] if content[:1] == "^" else content  # a footnote of Markdown
    if content.isascii() and content.isdecimal() and len(content) < 5 and str(int(content)) in case.names("note"):
        from .mending import numbered

        return end, numbered(case, path, start, end, int(content))
    if _cites_a_work(case, content):
        from .mending import malformed

        return malformed(case, path, text, start, end)
    return start + 1, None


def _closing(text: str, start: int) -> int:
    """Return the end of a bracket that holds neither another nor a backslash; 0 where there is none."""
    limit = start + _LONGEST
    another = text.find("[", start + 1, limit)
    closing = text.find("]", start + 1, limit if another < 0 else another)
    return 0 if closing < 0 or "\\" in text[start:closing] else closing + 1


def _at(case: Case, path: Path, text: str, start: int) -> tuple[int, Problem | None]:
    """Return the same for an @ outside of brackets: it is a name on some site, unless it has the key of a source."""
    word = re.compile(_WORD).match(text, start)
    if word is None or (start and text[start - 1] not in _BEFORE) or text[max(0, start - 2) : start] == "\\(":
        return start + 1, None
    key = word[1].rstrip("-")
    in_parentheses = start > 0 and text[start - 1] == "("
    if key not in case.works and not (in_parentheses and ("-" in key or case.near(key, case.works))):
        return word.end(), None
    from .mending import bare

    return bare(case, path, text, start, key, in_parentheses)


def _is_citation(content: str) -> bool:
    """Return whether the content of a bracket is a citation, and no second one is lost in its places."""
    content = re.sub(_QUOTATION_MARK, " ", content) if ">" in content else content
    cites = () if _breaks(content) else citation(content)
    return bool(cites) and not any("@" in cite.locator for cite in cites)


def _breaks(content: str) -> bool:
    """Return whether there is an empty line, which ends a paragraph and with it every bracket."""
    return "\n" in content and bool(re.search(_BREAK, content))


def _cites_a_work(case: Case, content: str) -> bool:
    """Return whether a bracket without an @ at its beginning has the key of a source: alone, or behind an @."""
    if content.partition(";")[0].partition(",")[0].strip() in case.works:
        return True
    return "@" in content and any(word[1] in case.works for word in re.finditer(r"(?<=\s)" + _WORD, content))
