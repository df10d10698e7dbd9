"""What is measured: kzbrief, and the floor of each of its tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from shutil import which

from .fullscreen import Program, measure_keys, measure_start
from .installation import BRIEF, Installation
from .printing import said, to_pipe, to_terminal

FLOORS = Path(__file__).parent / "floors"
SIZES = ((120, 40), (80, 24))
IDLE_SECONDS = 3.0
IDLE_ROUNDS = 3

_SCORE = r"of 100"
# Tabs are opened twice, as the first time may have to lay out a page. Enter opens the source of a citation, which Tab goes to.
_OUR_KEYS = (
    *(("tab first", "2"), ("page", "pagedown"), ("page", "pagedown"), ("page", "pageup"), ("end", "end"), ("home", "home")),
    *(("tab first", "3"), ("page", "pagedown"), ("page", "pagedown"), ("end", "end"), ("home", "home")),
    *(("tab first", "4"), ("tab", "1"), ("tab", "2"), ("tab", "3"), ("tab", "4"), ("tab", "2")),
    *(("", "tab"), ("popup first", "enter"), ("", "escape")),
    *(("", "tab"), ("popup", "enter"), ("", "escape"), ("", "tab"), ("popup", "enter"), ("", "escape")),
    *(("timeline first", "5"), ("sources first", "6"), ("order", "r"), ("order", "r"), ("timeline", "5"), ("sources", "6")),
    *(("", "ctrl+p"), ("palette", "n"), ("palette", "e"), ("palette", "t"), ("", "escape")),
)
_LIBRARY_KEYS = (
    *(("briefs first", "b"), ("briefs key", "l"), ("briefs key", "a"), ("", "escape")),
    *(("briefs", "b"), ("briefs key", "b"), ("briefs key", "r"), ("", "escape")),
)
_FLOOR_KEYS = (
    *(("page", "pagedown"), ("page", "pagedown"), ("page", "pageup"), ("end", "end"), ("home", "home")),
    *(("page", "pagedown"), ("end", "end"), ("home", "home"), ("tab", "1"), ("tab", "2"), ("tab", "3"), ("tab", "2")),
)
_FROGMOUTH_KEYS = _FLOOR_KEYS[:5] + _FLOOR_KEYS[6:8]
# Old pagers know these letters in every terminal, and End and Home only in some.
_PAGER_KEYS = (*(("page", " "), ("page", " "), ("page", "b"), ("end", "G"), ("home", "g"), ("page", " "), ("end", "G"), ("home", "g")),)

PAGERS = ("less", "w3m")
"""Programs of the machine that people read long texts with; left out where they are not installed."""

Measures = Mapping[str, Callable[[int], list[tuple[str, float]]]]
"""How to measure each program, by its name; called with the number of the round."""


def printing(place: Installation, rich_cli: str | None = None) -> Measures:
    """Return the programs that print and end."""
    table = [place.python, str(FLOORS / "rich_table.py"), str(BRIEF)]
    parse = [place.python, str(FLOORS / "parse.py"), str(BRIEF)]
    measures = {
        "python": partial(to_pipe, [place.python, "-c", "pass"], place.env),
        "summary": partial(to_pipe, [place.kzbrief, "summary"], place.env),
        "summary in a terminal": partial(to_terminal, [place.kzbrief, "summary"], place.env),
        "check": partial(to_pipe, [place.kzbrief, "check", str(BRIEF)], place.env),
        "help": partial(to_pipe, [place.kzbrief, "--help"], place.env),
        "table": partial(to_pipe, table, place.env),
        "table in a terminal": partial(to_terminal, table, place.env),
        "parse": partial(to_pipe, parse, place.env),
        "summary of 300": partial(to_pipe, [place.kzbrief, "summary", str(place.large)], place.env),
        "check of 300": partial(to_pipe, [place.kzbrief, "check", str(place.large)], place.env),
        "check of 5000": partial(to_pipe, [place.kzbrief, "check", str(place.huge)], place.env),
        "list of 1000": partial(to_pipe, [place.kzbrief, "list"], place.library),
        "search of 1000": partial(to_pipe, [place.kzbrief, "search", "journalists", "blocked"], place.library),
        "questions": partial(said, [place.python, str(FLOORS / "questions.py")], place.library),
    }
    if rich_cli:
        measures["rich-cli"] = partial(to_pipe, [rich_cli, str(place.markdown)], place.env)
    return {name: _without_turn(measure) for name, measure in measures.items()}


def starting(place: Installation, peers: Sequence[Program] = ()) -> Measures:
    """Return the full-screen programs, to be started, left idle and ended."""
    ours = Program([place.kzbrief], place.env, _SCORE)
    floor = Program([place.python, str(FLOORS / "one_static.py")], place.env, "READY")
    large, huge = (Program([place.kzbrief, str(path)], place.env, _SCORE) for path in (place.large, place.huge))
    return {
        "large": lambda _turn: measure_start(large),
        "huge": lambda _turn: measure_start(huge),
        "kzbrief": lambda turn: measure_start(ours, IDLE_SECONDS if 0 <= turn < IDLE_ROUNDS else 0),
        "static": lambda turn: measure_start(floor, IDLE_SECONDS if 0 <= turn < IDLE_ROUNDS else 0),
        **{Path(peer.argv[0]).name: _without_turn(partial(measure_start, peer)) for peer in peers},
    }


def keys(place: Installation, peers: Sequence[Program] = ()) -> Measures:
    """Return the full-screen programs, to be used with the keyboard, in two sizes."""
    measures = {}
    for columns, rows in SIZES:
        size = f"{columns}x{rows}"
        # A brief opens where it was left: on the wrong tab, in the next round.
        command = [place.kzbrief, "read", "--no-state"]
        ours = Program(command, place.env, _SCORE, columns, rows, _OUR_KEYS)
        tabs = [place.python, str(FLOORS / "tabs_markdown.py"), str(place.markdown)]
        measures[f"kzbrief {size}"] = partial(measure_keys, ours)
        measures[f"large {size}"] = partial(measure_keys, ours._replace(argv=[*command, str(place.large)]))
        measures[f"tabs {size}"] = partial(measure_keys, Program(tabs, place.env, "READY", columns, rows, _FLOOR_KEYS))
        # Without --no-state, since the index is what is kept.
        library = Program([place.kzbrief, "read", "--fresh", "kazakhstan-2011"], place.library, _SCORE, columns, rows, _LIBRARY_KEYS)
        measures[f"library {size}"] = partial(measure_keys, library)
        for peer in peers:
            measures[f"{Path(peer.argv[0]).name} {size}"] = partial(measure_keys, peer._replace(columns=columns, rows=rows))
    return {name: _without_turn(measure) for name, measure in measures.items()}


def peers(place: Installation, frogmouth: str | None) -> Iterator[Program]:
    """Yield other full-screen programs with the whole briefing in them: frogmouth where its path is given, pagers that the machine has."""
    if frogmouth:
        yield Program([frogmouth, str(place.markdown)], place.env, "Kazakhstan", keys=_FROGMOUTH_KEYS, quit="ctrl+q")
    for name, document, end in zip(PAGERS, (place.markdown, place.html), ("q", "Q"), strict=True):
        if command := which(name):
            yield Program([command, str(document)], place.env, "Kazakhstan", keys=_PAGER_KEYS, quit=end)


def _without_turn(measure: Callable[[], list[tuple[str, float]]]) -> Callable[[int], list[tuple[str, float]]]:
    return lambda _turn: measure()
