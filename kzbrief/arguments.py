"""Arguments of a command, read with argparse; help is the business of `usage`, which does not need it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from . import DEFAULT_BRIEF
from .i18n import N_, _
from .output.printer import NARROWEST, WIDEST
from .refusal import RefusedError
from .usage import NAMES, Usage, usage_line

if TYPE_CHECKING:
    from .toml.problems import DocumentError

_SHELLS = ("bash", "zsh", "fish")
MOST_FOUND = 10_000
"""Most places that a search prints."""


def parse(command: Usage, words: Sequence[str], *, named: bool) -> Any:
    """Return the arguments of a command; `named` is False where it was left out and is `read`.

    Raises RefusedError where they cannot be understood.
    """
    parser = _Parser(command)
    for option in command.options:
        if not option.value:
            parser.add_argument(option.flag, action="store_true")
        elif option.flag == "--width":
            parser.add_argument(option.flag, type=_width)
        elif option.flag == "--limit":
            parser.add_argument(option.flag, type=_limit)
        else:
            parser.add_argument(option.flag, type=_one_of(option.choices) if option.choices else str)
    if command.name in ("read", "summary", "standing", "export"):
        parser.add_argument("brief", nargs="?", default=DEFAULT_BRIEF)
    elif command.name == "search":
        parser.add_argument("words", nargs="*")
        parser.set_defaults(limit=20)
    elif command.name == "sources":
        parser.add_argument("words", nargs="*")
    elif command.name in ("compare", "check", "list"):
        parser.add_argument("briefs", nargs="*")
    elif command.name == "import":
        parser.add_argument("report", nargs="?")
    elif command.name == "new":
        parser.add_argument("file", nargs="?")
    elif command.name == "schema":
        parser.add_argument("kind", nargs="?", type=_one_of(("brief", "method", "theme", "output")), default="brief")
    elif command.name == "completion":
        parser.add_argument("shell", nargs="?", type=_one_of(_SHELLS))
    given, left = parser.parse_known_intermixed_args(words)
    if left:
        parser.error(_not_known(command, left[0]) if named else _no_command(given.brief) or _not_known(command, left[0]))
    if command.name == "completion" and not given.shell:
        parser.error(_("say for which shell: {values}").format(values=_listed(_SHELLS)))
    if command.name == "import" and not given.report:
        parser.error(_("say which report: a file with its text"))
    if command.name == "new" and not given.file:
        parser.error(_("say how the file is to be called, as in georgia.toml"))
    if command.name == "search" and not given.words:
        parser.error(_("say what to look for"))
    if command.name == "import" and not given.o:
        parser.error(_("say where the draft goes: -o DRAFT.toml"))
    if command.name == "new" and not given.country:
        parser.error(_("say which country: --country CC, its code, as in KZ"))
    if command.name == "compare" and len(given.briefs) < 2:
        parser.error(_("two briefs at least"))
    if command.name == "sources" and len(given.words) > 2:
        parser.error(_("a brief and a work at most"))
    if not named and given.brief in NAMES and not os.path.exists(given.brief):
        parser.error(_("options follow their command: kzbrief {command} ...").format(command=given.brief))
    return given


def _one_of(values: Sequence[str]) -> Callable[[str], str]:
    """Return what takes one of some words and refuses all others."""

    def one(text: str) -> str:
        if text in values:
            return text
        raise argparse.ArgumentTypeError(_("“{value}” is not possible; possible: {values}").format(value=text, values=_listed(values)))

    return one


def _listed(values: Sequence[str]) -> str:
    return ", ".join(values)


def _not_known(command: Usage, word: str) -> str:
    """Return what to say about a word that a command has no place for."""
    if not word.startswith("-") or word == "-":
        return _("“{word}” is one word too many").format(word=word)
    from .toml.near import nearest

    flag = word.partition("=")[0]
    flags = [option.flag for option in command.options]
    if flag in flags:
        return _("no value can follow {option}").format(option=flag)
    near = nearest(flag.lstrip("-"), [name.lstrip("-") for name in flags])
    if near:
        return _("there is no option {option}; did you mean {near}?").format(option=flag, near=f"--{near[0]}")
    return _("there is no option {option}").format(option=flag)


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit() and NARROWEST <= int(text[:9]) <= WIDEST):
        raise argparse.ArgumentTypeError(_("a number from {lowest} to {highest} is needed").format(lowest=NARROWEST, highest=WIDEST))
    return int(text)


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST_FOUND):
        raise argparse.ArgumentTypeError(_("a number from {lowest} to {highest} is needed").format(lowest=1, highest=MOST_FOUND))
    return int(text)


ARGPARSE = {
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": N_("a value must follow"),
    "ignored explicit argument %r": N_("no value can follow, as %r"),
}
"""What argparse says of a command line that it does not understand, in our own words; the rest is looked at here."""


def _said(message: str) -> str:
    # Looking for a catalogue of its own would cost argparse a millisecond at every start.
    ours = ARGPARSE.get(message, message)
    return _(ours) if ours != ARGPARSE["argument %(argument_name)s: %(message)s"] else ours


argparse._ = _said  # type: ignore[attr-defined]


class _Formatter(argparse.HelpFormatter):
    """What argparse makes to check that options are well-formed; help is laid out by `usage`."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=80)


class _Parser(argparse.ArgumentParser):
    """A parser that leaves printing and leaving to its caller."""

    def __init__(self, command: Usage) -> None:
        super().__init__(
            prog=f"kzbrief {command.name}",
            # With a usage and a width argparse does not look for them, for which it would import much.
            usage=usage_line(command).replace("%", "%%"),
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._command = command

    def error(self, message: str) -> NoReturn:
        more = _("kzbrief {command} --help says what is understood").format(command=self._command.name)
        raise RefusedError(message.replace("\n", " ") + "\n" + more)


def _no_command(word: str) -> str:
    """Return that a word which other words follow is no command but nearly one; nothing where it is a brief or near none."""
    near = [] if os.path.exists(word) else _near_commands(word)
    return _("there is no command {word}; did you mean {name}?").format(word=word, name=near[0]) if near else ""


def _near_commands(word: str) -> list[str]:
    from .restricted import COMMANDS, restricted
    from .toml.near import nearest

    return nearest(word, COMMANDS if restricted() else NAMES)


def or_a_command(error: DocumentError, words: Sequence[str]) -> DocumentError:
    """Return what is wrong with a document; where the first word typed is no brief and nearly a command, that one may have been meant."""
    if list(words[:1]) != [error.name]:
        return error
    from .brief.library import listing_hint
    from .toml.problems import DocumentError, Problem

    problem = error.problems[0]
    near = _near_commands(error.name)
    if not near or problem.code != "no-such-brief" or problem.hint != listing_hint():
        return error
    hint = _("did you mean the command {name}?").format(name=near[0])
    return DocumentError(error.name, [Problem(problem.code, problem.message, hint=hint)], readable=False)
