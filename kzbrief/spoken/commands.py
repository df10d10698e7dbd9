"""The commands that are typed as words. Where the app has the same command, it is named here, and its keys work here, too."""

from __future__ import annotations

from typing import NamedTuple

from .. import commands as app
from ..i18n import N_, _, pgettext

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


class Spoken(NamedTuple):
    """A command."""

    id: str
    """Name."""
    words: tuple[str, ...]
    """What is typed, the first to be named in the help."""
    help: str
    """What it does, in a sentence."""
    argument: str = ""
    """What may follow it, in the help."""
    same: str = ""
    """Id of the command of the app that it corresponds to; its keys are understood, too."""


SPOKEN = (
    Spoken("go-on", ("",), N_("read on: the next stop on the way from the overview to the sources")),
    Spoken("next", ("next",), N_("the next stop; findings are stops, and so are overview, fact box, key findings and lists"), same="down"),
    Spoken("previous", ("previous",), N_("the stop before"), same="up"),
    Spoken("repeat", ("repeat", "again"), N_("say the last answer once more")),
    Spoken("where", ("where", "where am i"), N_("say where you are")),
    Spoken("overview", ("overview", "dashboard"), N_("the score and its parts")),
    Spoken("facts", ("facts", "fact box"), N_("the fact box, and remarks on the figures")),
    Spoken("key", ("key", "key findings"), N_("the key findings, or go to one of them"), N_("NUMBER")),
    Spoken("editions", ("editions",), N_("what later editions said")),
    Spoken("sections", ("sections",), N_("the sections, numbered")),
    Spoken("section", ("section",), N_("go to a section by its number or name"), N_("NUMBER or NAME")),
    Spoken("tab", ("tab",), N_("go to a part by the number of its tab in the app; the number alone will do"), N_("NUMBER"), "tab"),
    Spoken("citation", ("citation", "next citation"), N_("the next source that the finding cites"), same="next"),
    Spoken("previous-citation", ("previous citation",), N_("the source cited before"), same="previous"),
    Spoken(
        "source", ("source", "open"), N_("all that is known of the source just named, or of one by its number"), N_("NUMBER or KEY"), "open"
    ),
    Spoken("address", ("address",), N_("the web address of the source just named"), same="address"),
    Spoken("place", ("place",), N_("go to a finding that cites the source just named"), N_("NUMBER"), "next-place"),
    Spoken("sources", ("sources",), N_("all works"), same="sources"),
    Spoken("go", ("go", "finding"), N_("go to a finding by its number or name"), N_("NUMBER or NAME"), "go"),
    Spoken("when", ("when",), N_("the events that the finding tells of, with their dates"), same="when"),
    Spoken("finding-address", ("finding address",), N_("the address of the finding, which opens it again and can be sent to others")),
    Spoken("mark", ("mark",), N_("mark the finding, or take its mark away"), same="mark"),
    Spoken("marks", ("marks",), N_("the findings that are marked, or go to one of them"), N_("NUMBER"), "marks"),
    Spoken("first", ("first", "top"), N_("go to the beginning"), same="first"),
    Spoken("last", ("last",), N_("go to the last finding"), same="last"),
    Spoken("back", ("back",), N_("go back to where you came from"), same="back"),
    Spoken("backward", ("backward",), N_("the same as back"), same="backward"),
    Spoken("forward", ("forward",), N_("go forward again"), same="forward"),
    Spoken("find", ("find", "/"), N_("find words in findings and sources, and go to the first"), N_("WORDS")),
    Spoken("find-next", ("find next", "n"), N_("go to the next that was found")),
    Spoken("find-previous", ("find previous", "N"), N_("go to the one before that was found")),
    Spoken("timeline", ("timeline", "events"), N_("dated events")),
    Spoken("figures", ("figures", "series"), N_("figures over time")),
    Spoken("names", ("names", "who is who"), N_("people, bodies, companies, sites and laws")),
    Spoken("citing", ("how to cite",), N_("how to cite the report and this brief")),
    Spoken("help", ("help",), N_("these commands"), same="help"),
    Spoken("quit", ("quit", "exit"), N_("leave"), same="quit"),
)
"""All commands, in the order in which the help says them."""


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


def help_lines() -> list[str]:
    """Return each command in a line."""
    lines = [_("Type a command and press Enter.")]
    for command in SPOKEN:
        word = word_of(command)
        typed = word or _("Enter alone")
        if command.argument:
            more = f"{word} {_(command.argument)}"
            typed = more if command.id in _NEEDS else _("{command}, or {more}").format(command=typed, more=more)
        keys = () if command.id == "tab" else keys_of(command)
        letters = [key for key in (*command.words, *keys) if len(key) == 1 and key.isprintable()]
        if letters:
            typed += _(", or {keys}").format(keys=_(" or ").join(letters))
        lines.append(f"{typed}: {_(command.help)}.")
    return lines


_NEEDS = ("section", "tab", "find", "go")
"""Commands that do nothing without what follows them."""


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
