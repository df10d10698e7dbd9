"""Screenshots for the documentation, as SVG, from the app itself."""

from __future__ import annotations

import asyncio
import html
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.cells import cell_len

IMAGES = Path(__file__).parent / "img"
SCREENS: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "dashboard.svg": ((100, 30), ()),
    "section.svg": ((100, 30), ("2",)),
    "source.svg": ((100, 30), ("2", *["tab"] * 8, "enter")),
    "timeline.svg": ((120, 30), ("5", "pagedown", "pagedown")),
    "narrow.svg": ((40, 15), ()),
}
"""Name of each picture, with the size of its terminal and the keys typed before it is taken."""
_CELL = 12.2
"""Width of a cell in the pictures that Rich draws."""
_TEXT = re.compile(
    r'(?P<head><text class="[^"]*") x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"(?P<rest>[^>]*)>(?P<text>[^<]*)</text>'
)


async def _picture(size: tuple[int, int], keys: Sequence[str]) -> str:
    from kzbrief.brief.briefing import load
    from kzbrief.output import themes
    from kzbrief.output.glyphs import UNICODE
    from kzbrief.tui.app import BriefApp
    from kzbrief.tui.navigator import Navigator

    app = BriefApp(Navigator(load("kazakhstan-2011"), UNICODE), themes.load("kz-dark"))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        drawn = app.export_screenshot(title="kzbrief").replace("&#160;", "\u00a0")
    # A picture must not send its readers' browsers to a font server.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = _TEXT.sub(_without_edges, drawn)
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def _without_edges(found: re.Match[str]) -> str:
    """Return a text without the blanks at its edges, moved to where it begins: some programs that draw SVG lose them."""
    text = found["text"]
    inner = text.strip("\u00a0")
    if not inner:
        return ""
    start = float(found["x"]) + (len(text) - len(text.lstrip("\u00a0"))) * _CELL
    length = cell_len(html.unescape(inner)) * _CELL
    return f'{found["head"]} x="{start:g}" y="{found["y"]}" textLength="{length:g}"{found["rest"]}>{inner}</text>'


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield the path and the content of each picture."""
    for name in ("NO_COLOR", "KZBRIEF_THEME", "SSH_CONNECTION", "SSH_TTY", "TMUX"):
        os.environ.pop(name, None)
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
    for name, (size, keys) in SCREENS.items():
        yield IMAGES / name, asyncio.run(_picture(size, keys))
