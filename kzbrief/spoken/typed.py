"""What is typed: which command it is, and what the help says of it."""

from __future__ import annotations

from .. import commands as app
from ..i18n import _, pgettext
from .commands import NEEDING, SPOKEN, Spoken

_TYPED = {
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
}
"""What keys write into a line that is typed; those that end or change the line are not among them."""


def keys_of(command: Spoken) -> tuple[str, ...]:
    """Return what keys of the app's command write into a line; none where it has none that can be typed, or the app no such command."""
    try:
        keys = app.find(command.same).keys if command.same else ()
    except KeyError:
        return ()
    return tuple(_TYPED.get(key, key) for key in keys if len(key) == 1 or key in _TYPED)


def understood(line: str) -> tuple[Spoken, str] | None:
    """Return the command of a line and what follows it; None where no command is understood."""
    known = _known()
    if line in known:
        return known[line], ""
    said = " ".join(line.split())
    words = said.casefold()
    for text in (said, words):
        if text in known:
            return known[text], ""
    if said.isascii() and said.isdigit():
        return known["tab"], said
    if said[:1] == "/":
        return known["find"], said[1:].strip()
    taking = [name for name in known if name and len(name) > 1 and known[name].argument and words.startswith(f"{name} ")]
    if not taking:
        return None
    name = max(taking, key=len)
    return known[name], said[len(name) :].strip()


def near(line: str) -> str:
    """Return the command that a line which is not understood may mean; nothing where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(line[:80].casefold(), [word for word in _known() if len(word) > 1 and word.isprintable()], 1)
    return found[0] if found else ""


def help_lines(about: str = "") -> list[str]:
    """Return each command in a line, or the one that somebody asks about."""
    found = understood(about) if about else None
    if found:
        return [_help(found[0])]
    return [_("Type a command and press Enter."), *map(_help, SPOKEN)]


def _help(command: Spoken) -> str:
    word = word_of(command)
    said = word or _("Enter alone")
    if command.argument:
        more = f"{word} {_(command.argument)}"
        said = more if command.id in NEEDING else _("{command}, or {more}").format(command=said, more=more)
    keys = () if command.id == "tab" else keys_of(command)
    letters = [key for key in (*command.words, *keys) if len(key) == 1 and key.isprintable()]
    if letters:
        said += _(", or {keys}").format(keys=_(" or ").join(letters))
    return f"{said}: {_(command.help)}."


def word_of(command: Spoken) -> str:
    """Return what is typed for a command in the language in use; the English words are understood in every language."""
    # Tools that collect messages take the words from SPOKEN.
    return pgettext("typed", command.words[0]) if command.words[0] else ""


def _known() -> dict[str, Spoken]:
    known = {word: command for command in SPOKEN for word in command.words}
    for command in SPOKEN:
        word = word_of(command).casefold()
        known.setdefault(word, command)
        known.setdefault(word.replace("ё", "е"), command)  # as most people type it
    for command in SPOKEN:
        for key in keys_of(command):
            if not key.isdigit():
                known.setdefault(key, command)
    return known
