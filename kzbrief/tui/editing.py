"""Opening the file of a brief in the user's editor, at the line of what is looked at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from ..brief import library
from ..i18n import _
from ..refusal import RefusedError
from ..restricted import restricted
from ..toml.problems import DocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..brief.briefing import Briefing
    from ..brief.model import Event, Fact, Section, Series
    from ..toml.problems import Path

_VI = ("vi", "vim", "nvim", "gvim", "vimx", "view")
_PLUS = frozenset((*_VI, "nano", "rnano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "ne", "mg", "jed", "mcedit", "gedit"))
"""Editors that take `+LINE FILE`."""
_COLON = frozenset(["hx", "helix", "zed", "zeditor", "subl", "amp", "lapce"])
"""Editors that take `FILE:LINE`."""
_GOTO = frozenset(["code", "code-insiders", "code-oss", "codium", "vscodium", "cursor"])
"""Editors that take `--goto FILE:LINE`."""
_STAY = {"gvim": "-f", "subl": "--wait", "zed": "--wait", "zeditor": "--wait", "gedit": "--wait", "kate": "--block"}
"""What makes an editor with a window of its own stay until the file is closed."""


class Spot(NamedTuple):
    """A place in a file."""

    file: str
    """Path of the file."""
    line: int
    """Line, from 1."""


def editor(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the user's editor with its arguments. Raises RefusedError where there is none to be had."""
    if restricted(environ):
        raise RefusedError(_("no editor may be opened here"))
    for name in ("VISUAL", "EDITOR"):
        if said := environ.get(name, "").strip():
            from shlex import split

            try:
                return split(said)
            except ValueError:
                raise RefusedError(_("in {variable} a quotation mark is missing").format(variable=name)) from None
    raise RefusedError(_("no editor is known: name one in EDITOR"))


def command(words: list[str], spot: Spot) -> list[str]:
    """Return the words that open a file in an editor, at the line where the editor is one that is known to take it."""
    file, line = os.path.abspath(spot.file), spot.line
    name = os.path.basename(words[0]).lower().partition(".")[0]  # `vim.basic`, `code.cmd`
    stay = "--wait" if name in _GOTO else _STAY.get(name)
    words = [*words, *([stay] if stay and stay not in words else [])]
    if name in _PLUS:
        return [*words, f"+{line}", file]
    if name in _COLON:
        return [*words, f"{file}:{line}"]
    if name in _GOTO:
        return [*words, "--goto", f"{file}:{line}"]
    return [*words, *(["--line", str(line)] if name == "kate" else []), file]


def require_editable(file: str, *, asked_for: str = "") -> None:
    """Raise RefusedError, with the reason, where a file is not to be changed: one that came with kzbrief, or is not the user's to change.

    `asked_for` is what was typed to open the brief: whoever typed the path of a file may change that file.
    """
    name = os.path.basename(file)
    real = os.path.realpath(file)
    installed = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "")
    if real.startswith(os.path.realpath(installed) + os.sep):
        raise RefusedError(_copied(name, real))
    shipped = os.path.realpath(library.data_folder("briefs"))
    named = os.sep in asked_for or asked_for.endswith(".toml")
    if real.startswith(shipped + os.sep) and not (named and os.path.realpath(asked_for) == real):
        raise RefusedError(_copied(name, real))
    if os.path.exists(file) and not os.access(file, os.W_OK):
        raise RefusedError(_("you may not change {file}").format(file=name))


def _copied(name: str, file: str) -> str:
    """Return that a file came with kzbrief, and the command that copies it to where its name opens the copy."""
    from shlex import quote

    folder = next((folder.path for folder in library.folders() if folder.kind != "shipped"), library.own_folder())
    command = f"cp {quote(file)} {quote(folder)}"
    if not os.path.isdir(folder):
        command = f"mkdir -p {quote(folder)} && {command}"
    # Where first: a narrow screen cuts the end.
    return _("{file} came with kzbrief; change a copy in {folder}: {command}").format(file=name, folder=_short(folder), command=command)


def _short(path: str) -> str:
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path


def spot_of(briefing: Briefing, what: str) -> Spot:
    """Return where something stands in the file of a brief, or of its method; the file's first line where it is not found there.

    `what` is written as on pages: `finding:access/carrier`, `fact:population`, `source:pohl`; `section:access` for a section, nothing for
    the brief as a whole.
    """
    kind, __, name = what.partition(":")
    path = _path(briefing, kind, name) or ("brief",)
    file, method = briefing.path, briefing.brief.brief.method
    if path[0] == "method" and method:
        try:
            file = library.method_path(method, file)
        except DocumentError:
            return Spot(file, 1)
    return Spot(file, _line(file, path))


def _path(briefing: Briefing, kind: str, name: str) -> Path:
    """The way to something in the data of the file; nothing where it is not in it."""
    brief = briefing.brief
    if kind in ("finding", "key"):
        section, __, ident = name.partition("/")
        for number, part in enumerate(brief.sections):
            found = [place for place, finding in enumerate(part.findings) if finding.id == ident and part.id == section]
            if found:
                return "section", number, "finding", found[0]
    tables: dict[str, Sequence[Section | Fact | Event | Series]]
    tables = {"section": brief.sections, "fact": brief.facts, "event": brief.events, "series": brief.series}
    if kind in tables:
        return next(((kind, number) for number, item in enumerate(tables[kind]) if item.id == name), ())
    if kind == "source":
        return ("sources" if name in brief.sources else "unsettled", name) if _is_own(briefing, name) else ("method", "sources", name)
    if kind == "remark":
        from .pages.dashboard import remarks_below

        shown = [remark for _about, remark in remarks_below(briefing)]
        remark = shown[int(name)] if int(name) < len(shown) else None
        return next((("remark", number) for number, item in enumerate(brief.remarks) if item is remark), ())
    if kind == "part":
        return next((("edition", number, "scores", name) for number, item in enumerate(brief.editions) if item.role == "this"), ())
    if kind in ("later", "editions", "edition-remarks", "edition-sources") and brief.editions:
        return "edition", 0
    return ("report",) if kind == "citing" else ()


def _is_own(briefing: Briefing, key: str) -> bool:
    return key in briefing.brief.sources or key in briefing.brief.unsettled


def _line(file: str, path: Path) -> int:
    """The line on which something starts in the text of a file as it is by now."""
    from ..toml.places import Places
    from ..toml.read import read_text

    try:
        return max(1, Places(read_text(file)).of(path).line)
    except DocumentError:
        return 1
