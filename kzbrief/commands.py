"""The commands of the app: what each is called, its keys, and where it works.

One declaration feeds the key bindings, the footer, the palette, the help screen and the table of keys in the documentation. What a
command does is the app's business; nothing here knows of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .i18n import N_, _
from .restricted import restricted

PAGES = ("dashboard", "section", "timeline", "sources")
SOURCE = ("source",)
WEIGHING = ("evidence", "standing", "comparison", "actors", "actor", "marks")
"""Sheets that have a help of their own; in the others `?` is typed, or there is nothing that the footer does not say."""
SHEETS = (
    "source",
    "help",
    "palette",
    "address",
    "briefs",
    "fault",
    "evidence",
    "standing",
    "choosing",
    "comparison",
    "actors",
    "actor",
    "marks",
    "find",
    "library",
    "copying",
    "plain",
)
HELPED = (*SOURCE, "address", "fault", *WEIGHING, "copying", "problems", "waiting")
"""Sheets, and a page, on which there is help besides that of the pages: where nothing is typed, so that `?` is a key."""
READING = (*PAGES, "source", "help", "address")
FILE = ("problems", "waiting")
EVERYWHERE = (*PAGES, *SHEETS, "themes", "filter", *FILE)


class Command(NamedTuple):
    """A command: something that a person can ask for with a key, with the mouse or by name."""

    id: str
    """Name, as in `next-citation`."""
    keys: tuple[str, ...]
    """Keys, the one to show first; named `tab`, `shift+tab`, `enter`, `pagedown`, or the character typed."""
    label: str
    """One or two words for the footer."""
    help: str
    """What it does, in a sentence."""
    where: tuple[str, ...]
    """What must lie on top: one of the pages or sheets of EVERYWHERE."""
    footer: int = 0
    """Place in the footer, from 1; 0 for a command that is not shown there."""
    weight: int = 0
    """How long it stays in a footer that is too narrow: the lightest go first."""


COMMANDS = (
    Command("help", ("?",), N_("help"), N_("Show the keys and what the signs mean"), PAGES, 1, 9),
    Command("next", ("tab",), N_("next"), N_("Go to the next citation or name, or the next thing that opens"), PAGES, 2, 8),
    Command("previous", ("shift+tab",), N_("previous"), N_("Go to the previous citation or name"), PAGES),
    Command("open", ("enter",), N_("open"), N_("Open the source, the name, or go where the line leads"), PAGES, 3, 7),
    Command("back", ("escape",), N_("back"), N_("Go back to where you came from, or show all again"), PAGES),
    Command("down", ("j", "down"), N_("down"), N_("Go to the next finding, through a long one line by line"), EVERYWHERE),
    Command("up", ("k", "up"), N_("up"), N_("Go to the previous finding, through a long one line by line"), EVERYWHERE),
    Command("page-down", ("space", "pagedown"), N_("page down"), N_("Go on by a page"), EVERYWHERE),
    Command("page-up", ("pageup",), N_("page up"), N_("Go back by a page"), EVERYWHERE),
    Command("first", ("g", "home"), N_("top"), N_("Go to the beginning"), EVERYWHERE),
    Command("last", ("G", "end"), N_("end"), N_("Go to the end"), EVERYWHERE),
    Command("tab", tuple("123456789"), N_("tabs"), N_("Open the tab of that number"), READING),
    Command("filter", ("/",), N_("filter"), N_("Show only the works that have these words"), ("sources",), 4, 5),
    Command(
        "filter-events", ("/",), N_("filter"), N_("Show only the events of a year, a part, a name, or with words"), ("timeline",), 4, 5
    ),
    Command(
        "when", ("w",), N_("when"), N_("Go to the event of the finding, and on to its next event"), ("dashboard", "section", "timeline")
    ),
    Command("filter-actors", ("/",), N_("filter"), N_("Show only the actors that have these words"), ("actors",), 3, 5),
    Command("find", ("/",), N_("find"), N_("Search the whole brief, all tabs"), ("dashboard", "section"), 4, 5),
    Command("find-all", ("F",), N_("find"), N_("Search the whole brief, all tabs"), ("timeline", "sources")),
    Command("find-next", ("n",), N_("next place"), N_("Go to the next place that was found"), PAGES),
    Command("find-previous", ("N",), N_("place before"), N_("Go to the place found before"), PAGES),
    Command("order", ("r",), N_("order"), N_("Order by note number, author, date, times cited"), ("sources",), 5, 4),
    Command("sources", ("s",), N_("sources"), N_("Show all works"), ("dashboard", "section", "timeline")),
    Command("briefs", ("b",), N_("briefs"), N_("Show all briefs, and open another one"), PAGES),
    Command("copy", ("y",), N_("copy"), N_("Copy the finding and its sources, or the reference"), PAGES, 6, 3),
    Command("copy-what", ("Y",), N_("copy what"), N_("Choose what to copy: reference, address, BibTeX, section"), (*PAGES, "source")),
    Command("mark", ("m",), N_("mark"), N_("Mark the finding, or take its mark away"), ("dashboard", "section", "timeline")),
    Command("marks", ("M",), N_("marked"), N_("Show the findings that are marked"), PAGES),
    Command("address", ("o",), N_("open"), N_("Open the source's address, or show it in full"), PAGES),
    Command(
        "originals",
        ("p",),
        N_("printed"),
        N_("Show or hide the report's own words at findings still to be written"),
        ("dashboard", "section"),
    ),
    Command("backward", ("[",), N_("backward"), N_("Go to the place that was left last"), PAGES),
    Command("forward", ("]",), N_("forward"), N_("Go forward again"), PAGES),
    Command("theme", ("t",), N_("theme"), N_("Choose a theme, seeing each at once"), READING),
    Command("language", ("l",), N_("language"), N_("Show the headlines, or the brief, in the next language it has"), READING),
    Command("palette", ("ctrl+p",), N_("palette"), N_("Find a command, and whatever the brief speaks of"), READING),
    Command("edit", ("e",), N_("edit"), N_("Open the brief in your editor, at what is current"), (*PAGES, "source")),
    Command("problems", ("f",), N_("faults"), N_("Show what is wrong with the file that is watched"), (*PAGES, "waiting")),
    Command("close", ("escape", "q"), N_("back"), N_("Go back to the line that was left"), SHEETS, 1, 9),
    Command("go", ("enter",), N_("go to place"), N_("Go to the place that cites the source"), SOURCE, 2, 7),
    Command("list", ("enter",), N_("to the list"), N_("Leave the line to type into, with the list as it is"), ("filter",), 2, 8),
    Command("clear", ("escape",), N_("show all"), N_("Show all again"), ("filter",), 1, 9),
    Command("keep", ("enter",), N_("keep"), N_("Keep the theme"), ("themes",), 2, 8),
    Command("next-theme", ("t", "tab"), N_("next"), N_("Try the next theme"), ("themes",), 3, 7),
    Command("restore", ("escape", "q"), N_("as before"), N_("Go back to the theme that was in use"), ("themes",), 1, 9),
    Command("run", ("enter",), N_("run"), N_("Run the command, or go to what was found"), ("palette",), 2, 8),
    Command("actors", ("a",), N_("actors"), N_("Show all people, bodies, companies, sites and laws"), PAGES),
    Command("found", ("enter",), N_("go to place"), N_("Go to what was found"), ("find", "library"), 2, 8),
    Command("library", ("ctrl+g",), N_("all briefs"), N_("Search all briefs"), PAGES),
    Command("library-instead", ("ctrl+g",), N_("all briefs"), N_("Search all briefs for these words"), ("briefs", "find"), 3, 4),
    Command("evidence", ("v",), N_("evidence"), N_("Show what the findings rest on"), PAGES),
    Command("standing", ("S",), N_("standing"), N_("Show where the country stands among all of its edition"), PAGES),
    Command("compare", ("c",), N_("compare"), N_("Put other briefs beside this one"), PAGES),
    Command("unfold", ("enter",), N_("unfold, go"), N_("Show the findings of a count, or go to one"), ("evidence",), 2, 8),
    Command(
        "visit",
        ("enter",),
        N_("go"),
        N_("Go to the finding, the event or the name"),
        ("actors", "actor", "marks"),
        2,
        8,
    ),
    Command("sourced", ("enter",), N_("source"), N_("Open the source of the total"), ("standing",), 2, 8),
    Command("next-total", ("tab",), N_("next"), N_("Go to the next country, or source of a total"), ("standing",), 3, 6),
    Command("previous-total", ("shift+tab",), N_("previous"), N_("Go to the previous country, or source of a total"), ("standing",)),
    Command("unmark", ("m",), N_("unmark"), N_("Take the mark of the finding away"), ("marks",), 3, 6),
    Command("copy-marks", ("y",), N_("copy all"), N_("Copy all findings that are marked, with their sources"), ("marks",), 4, 7),
    Command("copy-chosen", ("enter",), N_("copy"), N_("Copy it"), ("copying",), 2, 8),
    Command("copy-letter", tuple("frabcswt"), N_("letter"), N_("Copy what has that letter"), ("copying",)),
    Command("pick", ("enter",), N_("open"), N_("Open the brief, or show what is wrong with it"), ("briefs",), 2, 8),
    Command(
        "compare-chosen",
        ("enter",),
        N_("compare"),
        N_("Compare with what is chosen, with the current brief if none is"),
        ("choosing",),
        2,
        8,
    ),
    Command("choose", ("tab",), N_("choose"), N_("Choose the brief, or leave it out, to compare several"), ("choosing",), 3, 7),
    Command("choose-again", ("c",), N_("choose others"), N_("Choose what is compared"), ("comparison",), 2, 8),
    Command("copy-fault", ("y", "enter"), N_("copy place"), N_("Copy file, line and column of the problem"), ("fault",), 2, 8),
    Command("copy-place", ("enter", "y"), N_("copy place"), N_("Copy file and line of the problem"), ("problems",), 2, 8),
    Command("edit-problem", ("e",), N_("edit"), N_("Open the file in your editor, at the problem"), FILE, 3, 7),
    Command("hide", ("escape", "q", "f"), N_("hide"), N_("Hide the problems, until f or the next fault"), ("problems",), 1, 9),
    Command("quit-waiting", ("q", "escape"), N_("quit"), N_("Leave"), ("waiting",), 9, 6),
    Command("next-source", ("tab",), N_("next source"), N_("Go to the next citation and show its source"), SOURCE, 3, 8),
    Command("previous-source", ("shift+tab",), N_("previous source"), N_("Go to the previous citation and show its source"), SOURCE),
    Command("next-place", ("right",), N_("next place"), N_("Walk the places that cite the source"), SOURCE),
    Command("previous-place", ("left",), N_("previous place"), N_("Walk the places that cite the source, backwards"), SOURCE),
    Command("copy-reference", ("y",), N_("copy"), N_("Copy the reference"), SOURCE, 4, 5),
    Command("copy-address", ("y", "enter"), N_("copy"), N_("Copy the address"), ("address",), 2, 8),
    Command("source-address", ("o",), N_("open"), N_("Open its address, or show it in full"), SOURCE, 5, 4),
    Command("help-on-sheet", ("?",), N_("help"), N_("Show the keys and what the signs mean"), HELPED, 8, 3),
    Command("close-help", ("?",), N_("back"), N_("Close the help"), ("help",)),
    Command("redraw", ("ctrl+l",), N_("redraw"), N_("Draw the screen again, where something else has written on it"), EVERYWHERE),
    Command("quit", ("q",), N_("quit"), N_("Leave"), PAGES, 9, 6),
    Command("leave", ("ctrl+q",), N_("quit at once"), N_("Leave at once"), EVERYWHERE),
    Command("suspend", ("ctrl+z",), N_("suspend"), N_("Go to the shell; its command fg brings the brief back"), EVERYWHERE),
)
"""All commands, in the order in which the help shows them."""

_NOT_RESTRICTED = ("edit", "suspend", "problems")
"""What cannot be done in restricted use: footer, help and palette leave it out, its keys say why."""

_SHOWN = {
    "tab": N_("Tab"),
    "shift+tab": N_("Shift+Tab"),
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("Space"),
    "pagedown": N_("PgDn"),
    "pageup": N_("PgUp"),
    "home": N_("Home"),
    "end": N_("End"),
    "down": N_("Down"),
    "up": N_("Up"),
    "left": N_("Left"),
    "right": N_("Right"),
}
PAIRS: dict[tuple[str, str], str] = {
    ("next", "previous"): N_("Next citation or line that opens, and back"),
    ("next-source", "previous-source"): N_("Source of the next citation, and back"),
    ("next-total", "previous-total"): N_("Next country or source of a total, and back"),
    ("next-place", "previous-place"): N_("Walk the places that cite the source"),
    ("find-next", "find-previous"): N_("To the next place found, and back"),
    ("copy", "copy-what"): N_("Copy the finding and its sources; choose what to copy"),
    ("mark", "marks"): N_("Mark the finding, or not; list them"),
    ("down", "up"): N_("On to the next line or finding, and back"),
    ("page-down", "page-up"): N_("On by a page, and back"),
    ("first", "last"): N_("To the beginning, to the end"),
    ("backward", "forward"): N_("To the place left last, and forward again"),
    ("quit", "leave"): N_("Leave"),
}
"""Commands that the help on a place tells in one row, since they go to and fro or belong together."""

_PLACES = {
    "sources": N_("In the list of sources"),
    "timeline": N_("On the timeline"),
    "filter": N_("While typing a filter"),
    "source": N_("In a source"),
    "address": N_("At an address"),
    "palette": N_("In the palette"),
    "briefs": N_("In the list of briefs"),
    "find": N_("In a search"),
    "library": N_("In a search of all briefs"),
    "fault": N_("At a brief that is broken"),
    "evidence": N_("At the evidence"),
    "standing": N_("At the countries of an edition"),
    "choosing": N_("While choosing what to compare"),
    "comparison": N_("At a comparison"),
    "actors": N_("In the list of actors"),
    "actor": N_("At an actor"),
    "marks": N_("In the list of marked findings"),
    "copying": N_("While choosing what to copy"),
    "plain": N_("At a text on the whole screen"),
    "themes": N_("While choosing a theme"),
    "help": N_("In the help"),
    "problems": N_("At the problems of a file"),
    "waiting": N_("While there is no version to read"),
}


class Row(NamedTuple):
    """A row of the table of keys."""

    keys: str
    """Keys as printed on a keyboard, divided by commas."""
    help: str
    """What they do."""
    where: str
    """Where they work, as in `In a source`; empty for all pages and more."""


class Group(NamedTuple):
    """The keys of one place."""

    title: str
    """The place, as a heading; empty for the pages and everything else at once."""
    rows: list[Row]
    """Its keys."""


def shown(key: str) -> str:
    """Return a key as it is printed on a keyboard: `Tab`, `Ctrl+P`, `?`."""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return _(_SHOWN[key]) if key in _SHOWN else key


def find(command: str) -> Command:
    """Return the command of that id; KeyError where there is none."""
    for item in COMMANDS:
        if item.id == command:
            return item
    raise KeyError(command)


def offered() -> list[Command]:
    """Return the commands that can be used: all, but for restricted use."""
    return [command for command in COMMANDS if not (restricted() and command.id in _NOT_RESTRICTED)]


def footer(where: str) -> list[Command]:
    """Return the commands that the footer names in a place, in their order."""
    return sorted((command for command in offered() if command.footer and where in command.where), key=lambda command: command.footer)


def groups() -> Iterator[Group]:
    """Yield the table of keys: first what works on all pages, then what is particular to a place."""
    general = [command for command in COMMANDS if len(set(PAGES) & set(command.where)) > 1]
    yield Group("", [_row(command, "") for command in general])
    for place, title in _PLACES.items():
        particular = [command for command in COMMANDS if place in command.where and command not in general]
        if particular:
            yield Group(_(title), [_row(command, _(title)) for command in particular])


def rows_of(place: str) -> list[Row]:
    """Return the keys that work in a place, each once: those that are particular to it first, pairs of commands in one row."""
    here = [command for command in offered() if place in command.where]
    here.sort(key=lambda command: sum(page in command.where for page in PAGES) > 1)
    found: list[Row] = []
    told: set[str] = set()
    for command in here:
        if command.id in told:
            continue
        pair = next((pair for pair in PAIRS if command.id in pair and all(place in find(ident).where for ident in pair)), None)
        if pair is None:
            found.append(_row(command, ""))
            continue
        told.update(pair)
        keys = [find(ident).keys for ident in pair]
        # As they lie on the keyboard, to and fro: `j, k, Down, Up`.
        mixed = [own[at] for at in range(max(map(len, keys))) for own in keys if at < len(own)]
        found.append(Row(", ".join(map(shown, mixed)), _(PAIRS[pair]), ""))
    return found


def rows() -> Iterator[Row]:
    """Yield the rows of the table of keys, group by group."""
    for group in groups():
        yield from group.rows


def _row(command: Command, where: str) -> Row:
    keys = "1-9" if command.id == "tab" else ", ".join(map(shown, command.keys))
    return Row(keys, _(command.help), where)
