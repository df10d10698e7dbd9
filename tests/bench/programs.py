"""What is measured: kzbrief, and the floor of each of its tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from .fullscreen import Program, measure_keys, measure_start
from .installation import BRIEF, Installation
from .printing import to_pipe, to_terminal

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
_FLOOR_KEYS = (
    *(("page", "pagedown"), ("page", "pagedown"), ("page", "pageup"), ("end", "end"), ("home", "home")),
    *(("page", "pagedown"), ("end", "end"), ("home", "home"), ("tab", "1"), ("tab", "2"), ("tab", "3"), ("tab", "2")),
)
_PEER_KEYS = (
    ("page", "pagedown"),
    ("page", "pagedown"),
    ("page", "pageup"),
    ("end", "end"),
    ("home", "home"),
    ("end", "end"),
    ("home", "home"),
)

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
    }
    if rich_cli:
        measures["rich-cli"] = partial(to_pipe, [rich_cli, str(place.markdown)], place.env)
    return {name: _without_turn(measure) for name, measure in measures.items()}


def starting(place: Installation) -> Measures:
    """Return the full-screen programs, to be started, left idle and ended."""
    ours = Program([place.kzbrief], place.env, _SCORE)
    floor = Program([place.python, str(FLOORS / "one_static.py")], place.env, "READY")
    large, huge = (Program([place.kzbrief, str(path)], place.env, _SCORE) for path in (place.large, place.huge))
    return {
        "large": lambda _turn: measure_start(large),
        "huge": lambda _turn: measure_start(huge),
        "kzbrief": lambda turn: measure_start(ours, IDLE_SECONDS if 0 <= turn < IDLE_ROUNDS else 0),
        "static": lambda turn: measure_start(floor, IDLE_SECONDS if 0 <= turn < IDLE_ROUNDS else 0),
    }


def keys(place: Installation, frogmouth: str | None = None) -> Measures:
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
        if frogmouth:
            peer = Program([frogmouth, str(place.markdown)], place.env, "Kazakhstan", columns, rows, _PEER_KEYS, "ctrl+q")
            measures[f"frogmouth {size}"] = partial(measure_keys, peer)
    return {name: _without_turn(measure) for name, measure in measures.items()}


def _without_turn(measure: Callable[[], list[tuple[str, float]]]) -> Callable[[int], list[tuple[str, float]]]:
    return lambda _turn: measure()
