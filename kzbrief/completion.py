"""Completion in shells, by argcomplete: the parser is made from `usage`, and what can be typed is looked up in the briefs.

Only the process that a shell starts for completion, and `kzbrief completion`, import this.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any, NoReturn

from argcomplete import autocomplete, lexers
from argcomplete.completers import SuppressCompleter
from argcomplete.lexers import split_line
from argcomplete.packages import _shlex
from argcomplete.shell_integration import shellcode

from . import DEFAULT_BRIEF
from .brief import library
from .brief.address import SIGN, split
from .brief.briefing import Briefing, load
from .i18n import _
from .languages.catalogue import languages
from .output.lines import clean
from .refusal import RefusedError
from .toml.problems import DocumentError
from .usage import COMMANDS, NAMES, Usage

SHELLS = ("bash", "zsh", "fish")
Completer = Callable[..., "dict[str, str] | list[str]"]


def script(shell: str) -> str:
    """Return what a shell has to run so that `kzbrief` is completed in it; `shell` is one of SHELLS."""
    text: str = shellcode(["kzbrief"], shell=shell)
    return text.rstrip("\n") + "\n"


def complete() -> NoReturn:
    """Answer the shell that has started this process for completion, and end it."""
    line, point = os.environ.get("COMP_LINE", ""), int(os.environ.get("COMP_POINT", "0") or 0)
    autocomplete(parser(_first_word(line[:point])), always_complete_options=False, default_completer=SuppressCompleter())
    os._exit(0)


class _Words(_shlex.shlex):
    """What takes a line apart into words; argcomplete's own drops whatever follows a `#`, which shells do only at the start of a word."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)  # type: ignore[no-untyped-call]
        self.commenters = ""


lexers._shlex.shlex = _Words  # type: ignore[attr-defined]


def parser(first: str = "") -> ArgumentParser:
    """Return the parser of the whole command line; `first` is the first word typed, which may be a brief instead of a command."""
    read = COMMANDS[0]
    whole = ArgumentParser(prog="kzbrief", add_help=False, allow_abbrev=False)
    whole.add_argument("--version", action="store_true", help=_("print the version"))
    _fill(whole, read, brief=DEFAULT_BRIEF)
    commands: Any = whole.add_subparsers(dest="command")
    commands.completer = _file_or_place
    for command in COMMANDS:
        _fill(commands.add_parser(command.name, add_help=False, allow_abbrev=False, help=_(command.help)), command)
    for name in dict.fromkeys([*_briefs(), *([first] if first and first[0] != "-" else [])]):
        if name not in NAMES:
            # A brief alone is the same as `read` and the brief: what follows are options of `read`.
            alone = commands.add_parser(name, add_help=False, allow_abbrev=False)
            _fill(alone, read, brief=name)
    return whole


def _fill(into: ArgumentParser, command: Usage, brief: str | None = None) -> None:
    into.set_defaults(brief=brief or DEFAULT_BRIEF)
    into.add_argument("--help", action="store_true", help=_("print this help"))
    for option in command.options:
        if not option.value:
            into.add_argument(option.flag, action="store_true", help=_(option.help))
            continue
        added: Any = into.add_argument(option.flag, choices=option.choices or None, help=_(option.help), metavar=option.value)
        if option.flag in _VALUES:
            added.completer = _VALUES[option.flag]
    if brief is None and command.name in _ARGUMENTS:
        for name, count, completer in _ARGUMENTS[command.name]:
            positional: Any = into.add_argument(name, nargs=count)
            positional.completer = completer


def _brief(prefix: str = "", **__: Any) -> list[str]:
    return [*_briefs(), *_files(prefix)]


def _brief_or_place(prefix: str = "", **__: Any) -> dict[str, str]:
    """Briefs and files; once a brief has been typed with the sign behind it, the places in it."""
    if SIGN not in prefix:
        return dict.fromkeys(_brief(prefix), "")
    named = prefix.rpartition(SIGN)[0]
    return {f"{named}{SIGN}{place}": said for place, said in _findings(Namespace(brief=named)).items()}


def _briefs() -> list[str]:
    return [library.name_of(path) for path in library.known()]


def _work(prefix: str = "", parsed_args: Namespace | None = None, **__: Any) -> dict[str, str]:
    """Notes and keys of the brief that was named, with the short references."""
    return _works(_loaded(getattr(parsed_args, "first", None)))


def _brief_or_work(prefix: str = "", **given: Any) -> dict[str, str]:
    if SIGN in prefix:
        return _brief_or_place(prefix)
    names = {name: _("brief") for name in _brief(prefix)}
    return {**names, **_works(_loaded(DEFAULT_BRIEF))}


def _works(briefing: Briefing | None) -> dict[str, str]:
    if briefing is None:
        return {}
    index = briefing.index
    said = {key: clean(index.short(key)) for key in index.sources}
    numbers: dict[int, str] = {}
    for key in index.sources:
        for number in index.work(key).notes:
            numbers.setdefault(number, said[key])
    labels = {index.label(key): said[key] for key in index.sources if not index.work(key).notes}
    return {**{str(number): numbers[number] for number in sorted(numbers)}, **labels, **said}


def _findings(parsed_args: Namespace | None = None, **__: Any) -> dict[str, str]:
    briefing = _loaded(getattr(parsed_args, "brief", None))
    if briefing is None:
        return {}
    return {**_sections(parsed_args), **{entry.address: clean(entry.finding.headline) for entry in briefing.index.entries}}


def _sections(parsed_args: Namespace | None = None, **__: Any) -> dict[str, str]:
    briefing = _loaded(getattr(parsed_args, "brief", None))
    return {section.id: clean(section.title) for section in briefing.brief.sections} if briefing else {}


def _themes(prefix: str = "", **__: Any) -> list[str]:
    from .output.themes import names

    return [*names(), *_files(prefix)]


def _countries(**__: Any) -> dict[str, str]:
    from .brief.countries import NAMES as COUNTRIES

    return COUNTRIES


def _methods(**__: Any) -> list[str]:
    return library.methods()


def _languages(**__: Any) -> list[str]:
    return list(languages())


def _codes(prefix: str = "", **__: Any) -> dict[str, str]:
    from .brief.codes import CODES

    return {code: _(meaning) for code, meaning in CODES.items()}


def _files(prefix: str = "", **__: Any) -> list[str]:
    """TOML files and folders."""
    return _files_ending(prefix, (".toml",))


def _file_or_place(prefix: str = "", **__: Any) -> dict[str, str]:
    return _brief_or_place(prefix) if SIGN in prefix else dict.fromkeys(_files(prefix), "")


def _reports(prefix: str = "", **__: Any) -> list[str]:
    """Files that may be the text of a report, and folders."""
    return _files_ending(prefix, (".txt", ".md", ".html", ".htm"))


def _outputs(prefix: str = "", **__: Any) -> list[str]:
    """Files of any kind, which may be written over where that is asked for, and folders."""
    return _files_ending(prefix, ("",))


def _files_ending(prefix: str, endings: tuple[str, ...]) -> list[str]:
    """Files by the ends of their names, and folders; argcomplete's own way would start a shell for them."""
    folder, start = os.path.split(prefix)
    try:
        with os.scandir(os.path.expanduser(folder) or ".") as entries:
            found = [(entry.name, entry.is_dir()) for entry in entries]
    except OSError:
        return []
    shown = [name + os.sep * is_dir for name, is_dir in sorted(found) if is_dir or name.endswith(endings)]
    return [os.path.join(folder, name) for name in shown if name.startswith(start) and (name[0] != "." or start)]


def _fields(**__: Any) -> list[str]:
    """Fields of a search, with what they can be where that is known."""
    from .brief.search.query import FIELDS, KINDS, types

    known = {"type": types(), "kind": KINDS}
    return [f"{field}:{value}" for field in FIELDS for value in known.get(field, ("",))]


def _loaded(name: str | None) -> Briefing | None:
    """Return a brief, which may be typed with a place in it; None where it cannot be read, since a shell has no use for the reasons."""
    try:
        return load(split(name or DEFAULT_BRIEF).brief)
    except (DocumentError, RefusedError):
        return None


def _first_word(line: str) -> str:
    """Return the first word after the name of the program if it has been typed to its end, else nothing."""
    try:
        words = split_line(line)[3]
    except Exception:  # quotes that are still open
        return ""
    return str(words[1]) if len(words) > 1 else ""


_VALUES: dict[str, Completer] = {
    "--at": _findings,
    "--section": _sections,
    "--lang": _languages,
    "--theme": _themes,
    "-o": _outputs,
    "--explain": _codes,
    "--country": _countries,
    "--method": _methods,
}
"""What can follow an option, by its flag."""
_ARGUMENTS: dict[str, list[tuple[str, str, Completer]]] = {
    "read": [("brief", "?", _brief_or_place)],
    "summary": [("brief", "?", _brief_or_place)],
    "sources": [("first", "?", _brief_or_work), ("second", "?", _work)],
    "compare": [("briefs", "*", _brief)],
    "standing": [("brief", "?", _brief)],
    "list": [("briefs", "*", _brief)],
    "search": [("words", "*", _fields)],
    "check": [("briefs", "*", _brief)],
    "import": [("report", "?", _reports)],
    "export": [("brief", "?", _brief_or_place)],
    "new": [("file", "?", _files)],
    "schema": [("kind", "?", lambda **__: ["brief", "method", "theme", "output"])],
    "completion": [("shell", "?", lambda **__: list(SHELLS))],
}
"""What a command takes: name, number, what it can be."""
