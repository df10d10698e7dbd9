"""Where output goes and what it may be made of: plain or coloured, how wide, with which characters."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import IO, Literal, NamedTuple

from ..i18n import _
from .glyphs import ASCII, UNICODE, Glyphs
from .lines import Line, plain

NARROWEST, WIDEST = 20, 300
"""Widths in cells that layouts are made for; a terminal that says otherwise gets the nearest of them."""

_BARE = ("C", "POSIX")
"""Locales that know ASCII alone."""

Colours = Literal["", "none", "standard", "256", "truecolor"]
"""How many colours there are: `""` for plain text, `none` for bold and the like without colours."""


class OutputError(Exception):
    """Output cannot be written; the message is for people."""


class Target(NamedTuple):
    """A stream to print on."""

    stream: IO[str] | None
    """The stream; None where it has been closed."""
    width: int
    """Width in cells."""
    glyphs: Glyphs
    """Characters that drawings may be made of."""
    colours: Colours
    """Colours to use; empty for plain text."""
    links: bool = False
    """Whether addresses may be hyperlinks."""


def target(
    stream: IO[str] | None,
    form: Literal["rich", "plain"] | None = None,
    *,
    width: int | None = None,
    ascii_only: bool = False,
    links: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Target:
    """Find out how to print on a stream; `form`, `width`, `ascii_only` and `links` (see `links.wanted`) are what the reader asked for."""
    terminal = is_terminal(stream)
    glyphs = ASCII if ascii_only or not _writes_unicode(stream) or _asks_for_ascii(environ) else UNICODE
    columns = min(WIDEST, max(NARROWEST, width or _width(stream, environ)))
    colours = "" if form == "plain" else _colours(terminal, form == "rich", environ)
    return Target(stream, columns, glyphs, colours, links=bool(colours) and _links(links or "auto", terminal, environ))


def print_lines(lines: Iterable[Line], target: Target) -> None:
    """Print lines; only where colours are asked for is Rich needed. Raises as `write` does."""
    if target.colours:
        from .rich_printer import painted

        text = painted(lines, target)
    else:
        text = "".join([plain(line) + "\n" for line in lines])
    if not target.glyphs.utf8 and not text.isascii():
        from .ascii import to_ascii

        text = to_ascii(text)  # our own words have quotation marks that a brief in ASCII has not
    write(text, target.stream)


def write(text: str, stream: IO[str] | None) -> None:
    """Write text and flush it.

    What the stream's encoding or the locale lacks is spelt with what it has, never a traceback. Raises BrokenPipeError where nobody reads
    any more, and OutputError where the text cannot be written.
    """
    try:
        if stream is None:
            raise OutputError(_("nothing can be written: the output is closed"))
        if not text.isascii():
            text = _encodable(text, "ascii" if _asks_for_ascii(os.environ) else getattr(stream, "encoding", None) or "utf-8")
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(_("the output cannot be written: {reason}").format(reason=reason)) from None


def _encodable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        # Even UTF-8 lacks something: names of files may hold bytes that are no text.
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
        if encoding.lower() not in ("utf-8", "utf8"):
            from .ascii import to_ascii

            text = to_ascii(text)
    return text


def is_terminal(stream: IO[str] | None) -> bool:
    """Return whether a stream is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it has been closed
        return False


def screen() -> IO[str] | None:
    """Return what the app is drawn on: standard error, as Textual has it, or standard output where only that is a terminal."""
    return sys.__stderr__ if is_terminal(sys.__stderr__) or not is_terminal(sys.__stdout__) else sys.__stdout__


def prepare_stdout(environ: Mapping[str, str] = os.environ) -> None:
    """Let a pipe take UTF-8 on systems that would give it an old code page, unless PYTHONIOENCODING says what it should be.

    Elsewhere the encoding comes from the locale, which the user has chosen, and stays.
    """
    if sys.platform == "win32" and not environ.get("PYTHONIOENCODING"):
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.isatty() and hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8")


def _links(choice: str, terminal: bool, environ: Mapping[str, str]) -> bool:
    from .links import wanted  # plain output does without

    return wanted(choice, terminal=terminal, environ=environ)


def _width(stream: IO[str] | None, environ: Mapping[str, str]) -> int:
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < len(columns) < 6 and int(columns):
        return int(columns)
    if is_terminal(stream) and stream is not None:
        try:
            return os.get_terminal_size(stream.fileno()).columns or 80
        except (OSError, ValueError):
            pass
    return 80


def _writes_unicode(stream: IO[str] | None) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if encoding.lower() in ("utf-8", "utf8"):
        return True
    try:
        "─═│├┼┤█▀■·“”’–Қә".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _asks_for_ascii(environ: Mapping[str, str]) -> bool:
    """Whether the locale has no UTF-8, as `C` and those with a code page: Python writes UTF-8 there all the same, the terminal may not."""
    if environ.get("PYTHONIOENCODING") or environ.get("PYTHONUTF8") == "1":
        return False
    language = environ.get("LANG", "")
    asked = environ.get("LC_ALL") or environ.get("LC_CTYPE") or language
    if asked == "C.UTF-8" and not environ.get("LC_ALL") and language in _BARE:
        return True  # Python set LC_CTYPE itself (PEP 538)
    name, __, charset = asked.partition("@")[0].partition(".")
    return charset.lower() not in ("utf-8", "utf8") if charset else name in _BARE


def _colours(terminal: bool, asked: bool, environ: Mapping[str, str]) -> Colours:
    """Return how many colours there are; FORCE_COLOR, or asking for them, makes a pipe a terminal, NO_COLOR leaves bold and the like."""
    forced = environ.get("FORCE_COLOR", "") not in ("", "0", "false")
    term = environ.get("TERM", "").lower()
    if not (terminal or forced or asked) or (term in ("dumb", "unknown") and not (forced or asked)):
        return ""
    if environ.get("NO_COLOR"):
        return "none"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    if "256color" in term or environ.get("FORCE_COLOR") == "2":
        return "256"
    return "truecolor" if "direct" in term or environ.get("FORCE_COLOR") == "3" else "standard"
