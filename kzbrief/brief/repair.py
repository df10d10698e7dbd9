"""What can be mended in the text of a brief without knowing the report: everything else in the file stays, byte for byte.

Mended are dates without quotes, curly quotes around a value, characters that cannot be seen, the number of a note that the report cannot
have where the work has only one, and findings without an id, which get the one that is made from their headline, so that it stays when the
headline is changed.
"""

from __future__ import annotations

from ..toml.places import Places
from ..toml.problems import DocumentError, Problem
from ..toml.read import Document, parse
from .load import survey
from .rules.case import Case

_ROUNDS = 200
"""Most faults of syntax that are mended, each of which is only seen when those before it are."""


def repaired(text: str, name: str) -> str:
    """Return the text of a brief, mended as far as that is safe; `name` is the path of its file, beside which its method may lie."""
    for __ in range(_ROUNDS):
        try:
            problems: list[Problem] = []
            document = Document(name, text, parse(text, name, found=problems))
            case = survey(document, problems).case
        except DocumentError as error:
            case, problems = None, list(error.problems)
        mendable = [problem for problem in problems if problem.mend is not None]
        if case is not None and not mendable:
            mendable = _unseen(case, problems)
        if not mendable:
            # What points to a finding that is not there may mean one that was to have an id of its own.
            lost = any(problem.code == "no-such-finding" for problem in problems)
            return text if case is None or lost else _with_ids(document, case)
        text = _mended(text, mendable)
    return text


def _unseen(case: Case, errors: list[Problem]) -> list[Problem]:
    """Return every character that cannot be seen and has no use where it stands, unless that is allowed."""
    from .advice import advise

    paths = {advice.path for advice in advise(case, errors) if advice.code == "invisible-character"}
    if not paths:
        return []
    from .invisible import strays

    found = [(path, index) for path, index, __ in strays(case.places.text) if path in paths]
    return [case.places.problem("invisible-character", "", path, inside=(index, 1), mend=(1, "")) for path, index in found]


def _mended(text: str, problems: list[Problem]) -> str:
    """Return a text with its problems mended, from the last to the first, so that places hold."""
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda problem: problem.place, reverse=True):
        assert problem.mend is not None
        length, better = problem.mend
        line, start = lines[problem.place.line - 1], problem.place.column - 1
        lines[problem.place.line - 1] = line[:start] + better + line[start + length :]
    return "\n".join(lines)


def _with_ids(document: Document, case: Case) -> str:
    """Return a text in which every finding with a header and a headline has an id, in the line below the header."""
    places = Places(document.text)
    lines = document.text.split("\n")
    new: list[tuple[int, str]] = []
    for path, finding in case.findings:
        if not finding.headline or not finding.id or _has_id(document, path):
            continue
        number = places.of(path).line
        line = lines[number - 1] if number else ""
        header = line.lstrip(" \t")
        if header.startswith("[["):  # and is no table in braces
            ending = "\r" if line.endswith("\r") else ""
            new.append((number, f'{line[: len(line) - len(header)]}id = "{finding.id}"{ending}'))
    for number, line in reversed(new):
        lines.insert(number, line)
    return "\n".join(lines)


def _has_id(document: Document, path: tuple[str | int, ...]) -> bool:
    value = document.data
    for step in path:
        value = value[step]  # type: ignore[index]
    return not isinstance(value, dict) or "id" in value
