"""Arguments of a command, read with argparse; help is the business of `usage`, which does not need it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from . import DEFAULT_BRIEF
from .i18n import N_, _
from .output.printer import NARROWEST, WIDEST
from .refusal import RefusedError
from .usage import NAMES, Usage, usage_line

if TYPE_CHECKING:
    from .toml.problems import DocumentError

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
            parser.add_argument(option.flag, choices=option.choices or None)
    if command.name in ("read", "summary", "standing", "export"):
        parser.add_argument("brief", nargs="?", default=DEFAULT_BRIEF)
    elif command.name == "search":
        parser.add_argument("words", nargs="+")
        parser.set_defaults(limit=20)
    elif command.name == "sources":
        parser.add_argument("words", nargs="*")
    elif command.name == "compare":
        parser.add_argument("briefs", nargs="+")
    elif command.name in ("check", "list"):
        parser.add_argument("briefs", nargs="*")
    elif command.name == "import":
        parser.add_argument("report")
    elif command.name == "new":
        parser.add_argument("file")
    elif command.name == "schema":
        parser.add_argument("kind", nargs="?", choices=("brief", "method", "theme", "output"), default="brief")
    elif command.name == "completion":
        parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    given = parser.parse_intermixed_args(words)
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


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit() and NARROWEST <= int(text[:9]) <= WIDEST):
        raise argparse.ArgumentTypeError(_("a number from {lowest} to {highest} is needed").format(lowest=NARROWEST, highest=WIDEST))
    return int(text)


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST_FOUND):
        raise argparse.ArgumentTypeError(_("a number from {lowest} to {highest} is needed").format(lowest=1, highest=MOST_FOUND))
    return int(text)


# argparse speaks the language of the program; looking for a catalogue of its own would cost it a millisecond at every start.
argparse._ = _  # type: ignore[attr-defined]
ARGPARSE = (
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""What it says of a command line that it does not understand, for whoever collects messages."""


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


def or_a_command(error: DocumentError, words: Sequence[str]) -> DocumentError:
    """Return what is wrong with a document; where the first word typed is no brief and nearly a command, that one may have been meant."""
    if list(words[:1]) != [error.name]:
        return error
    from .brief.library import listing_hint
    from .restricted import COMMANDS, restricted
    from .toml.near import nearest
    from .toml.problems import DocumentError, Problem

    problem = error.problems[0]
    near = nearest(error.name, COMMANDS if restricted() else NAMES)
    if not near or problem.code != "no-such-brief" or problem.hint != listing_hint():
        return error
    hint = _("did you mean the command {name}?").format(name=near[0])
    return DocumentError(error.name, [Problem(problem.code, problem.message, hint=hint)], readable=False)
