"""From a file to a brief or a method that keeps all rules, or to everything that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from ..i18n import _
from ..toml.convert import Forms, convert
from ..toml.places import Places, in_file_order
from ..toml.problems import DocumentError, Problem
from ..toml.read import Document, read
from .dates import Date
from .library import method_path
from .method import Method, MethodFile
from .model import Brief
from .rules import STRUCTURE, Case
from .rules.methods import method_problems

FORMAT = 1
"""Newest version of the format that is understood."""


class Survey(NamedTuple):
    """What was found in the file of a brief, in order or not."""

    case: Case
    """The brief, as far as it could be understood, with its method."""
    problems: list[Problem]
    """All errors, not yet in file order."""
    refusal: DocumentError | None
    """What is wrong with the file of its method."""


def load_document(path: str | os.PathLike[str]) -> Brief:
    """Return the brief of a file. Raises DocumentError as `load_brief` does."""
    return load_brief(path)[0]


def load_brief(path: str | os.PathLike[str], read_method: Callable[[str], Method] | None = None) -> tuple[Brief, Method]:
    """Return the brief of a file and its method; `read_method` is what reads a method file, `load_method` by default.

    Raises DocumentError with all faults of the file in its order, or with those of the method file where the brief has none.
    """
    problems: list[Problem] = []
    document = read(path, found=problems)
    found = survey(document, problems, read_method)
    if problems:
        raise refused(document, problems)
    if found.refusal is not None:
        raise found.refusal
    assert found.case.method is not None  # a brief without one has a problem
    return found.case.brief, found.case.method


def survey(document: Document, problems: list[Problem], read_method: Callable[[str], Method] | None = None) -> Survey:
    """Return what is found in the document of a brief; `problems` holds what is known to be wrong, and gets the rest.

    `read_method` is as for `load_brief`. Raises DocumentError where its format is newer.
    """
    _check_format(document, problems)
    places = Places(document.text)
    brief = convert(document, Brief, make_value, _forms, places, problems)
    _name_findings(brief)
    method: Method | None = None
    refusal: DocumentError | None = None
    try:
        method = _method_of(brief, document, places, problems, read_method or load_method)
    except DocumentError as error:
        refusal = error
    in_doubt: frozenset[str] = frozenset()
    if problems:
        from .rules.doubt import kinds_in_doubt

        in_doubt = kinds_in_doubt(problems, document.data)
    case = Case(brief, method, places, in_doubt, frozenset(problem.path for problem in problems))
    for rule in STRUCTURE:
        problems.extend(rule(case))
    return Survey(case, problems, refusal)


def load_method(path: str | os.PathLike[str]) -> Method:
    """Return the method of a method file. Raises DocumentError with all its faults."""
    problems: list[Problem] = []
    return method_of(read(path, found=problems), problems)


def method_of(document: Document, problems: list[Problem]) -> Method:
    """Return the method of a document; `problems` holds what is known to be wrong. Raises DocumentError with all its faults."""
    _check_format(document, problems)
    places = Places(document.text)
    method = convert(document, MethodFile, make_value, _forms, places, problems).method
    problems.extend(method_problems(method, places))
    if problems:
        raise refused(document, problems)
    return method


def refused(document: Document, problems: list[Problem]) -> DocumentError:
    """Return the error for a document with problems, which are put into file order."""
    error = DocumentError(document.name, in_file_order(problems))
    error.text = document.text
    return error


def make_value(kind: type, value: Any) -> Any:
    """Return a date of a value of the file, for msgspec. Raises ValueError with a message for people."""
    if kind is Date:
        return _date(value) if isinstance(value, str) else Date.parse(value)
    raise NotImplementedError(kind)


@lru_cache(4096)
def _date(text: str) -> Date:
    return Date.parse(text)


def _forms() -> Forms:
    from .forms import forms

    return forms()


def _check_format(document: Document, problems: list[Problem]) -> None:
    """Refuse a newer format at once: what else is in the file would be misunderstood."""
    version = document.data.get("format")
    if version is None and "format" not in document.data and not any(key.lower() == "format" for key in document.data):
        hint = _("write format = {known} in the first line").format(known=FORMAT)
        message = _("the key “{key}” is missing {where}").format(key="format", where=_("at the top level"))
        problems.append(Problem("missing-key", message, ("format",), hint=hint))
        document.data["format"] = FORMAT  # so that it is not missed once more
    if version == FORMAT or not isinstance(version, int) or isinstance(version, bool):
        return
    places = Places(document.text)
    if version > FORMAT:
        message = _("this file has format {version}; this kzbrief reads format {known}").format(version=version, known=FORMAT)
        hint = _("a newer version of kzbrief is needed")
        raise refused(document, [places.problem("newer-format", message, ("format",), hint=hint)])
    message = _("there is no format {version}").format(version=version)
    problems.append(places.problem("no-such-format", message, ("format",), hint=_("write format = {known}").format(known=FORMAT)))


def _name_findings(brief: Brief) -> None:
    """Give findings without an id one that is made from their headline."""
    if any(not finding.id for section in brief.sections for finding in section.findings):
        from .slugs import name_findings

        name_findings(brief)


def _method_of(
    brief: Brief, document: Document, places: Places, problems: list[Problem], read_method: Callable[[str], Method]
) -> Method | None:
    """Return the method of a brief: its own or that of the file it names. Raises DocumentError where that file has faults."""
    name = brief.brief.method
    if brief.method is not None:
        if name is not None:
            message = _("the brief has a [method] of its own and names a method file, too; only one can hold")
            problems.append(places.problem("two-methods", message, ("brief", "method")))
        return brief.method
    if name is None:
        if "method" not in document.data and not _has_method_key(document.data):
            message = _("the brief does not say how it is scored")
            hint = _('write method = "freedom-on-the-net" in [brief], or add a [method]')
            problems.append(places.problem("no-method", message, ("brief",), hint=hint))
        return None
    try:
        path = method_path(name, document.name)
    except DocumentError as error:
        found = error.problems[0]
        if not any(problem.path == ("brief", "method") for problem in problems):
            problems.append(places.problem(found.code, found.message, ("brief", "method"), hint=found.hint))
        return None
    return read_method(path)


def _has_method_key(data: dict[str, Any]) -> bool:
    heading = data.get("brief")
    return not isinstance(heading, dict) or "method" in heading
