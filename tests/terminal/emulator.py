"""What a terminal shows and remembers: pyte, with the modes, queries and screens that full-screen programs use and pyte lacks."""

from __future__ import annotations

import base64
import binascii
import re

import pyte

ALTERNATE = 1049
CURSOR = 25
WRAP = 7
MOUSE = (1000, 1002, 1003, 1005, 1006, 1015, 1016)
SYNCHRONISED = 2026

# Modes that a program must have put back when it ends, by what a person would call them.
_TO_PUT_BACK = {
    ALTERNATE: "alternate screen",
    47: "alternate screen",
    1047: "alternate screen",
    1: "cursor keys",
    1004: "focus reports",
    2004: "bracketed paste",
    2048: "size reports",
    SYNCHRONISED: "synchronised output",
    **dict.fromkeys(MOUSE, "mouse"),
}
_OURS = re.compile(
    rb"\x1b\[\?(?P<modes>[0-9;]+)(?P<switch>[hl])"
    rb"|\x1b\[(?P<stack>[<>])[0-9;]*u"  # keyboard protocol: enter and leave
    rb"|\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]"  # whatever else is private: pyte would print part of it
    rb"|\x1b\[[0-9;:]*(?:[ -/]+[@-~]|[cnpqt])"  # queries, settings of the window
    rb"|\x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|\x1b[P^_X](?P<string>(?:[^\x1b]|\x1b\x1b)*)\x1b\\"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[P^_X](?:[^\x1b]|\x1b\x1b)*\x1b?)?\Z")
_QUERY = re.compile(
    rb"\x1b\[(?P<attributes>>?)0?c"
    rb"|\x1b\[(?P<status>[56])n"
    rb"|\x1b\[\?(?P<mode>\d+)\$p"
    rb"|\x1b\[>0?(?P<version>q)"
    rb"|\x1b\](?P<colour>1[012]);\?(?:\x07|\x1b\\)"
)


class Emulator:
    """A terminal of so many columns and rows, fed with the bytes that a program writes."""

    def __init__(self, columns: int, rows: int) -> None:
        self.modes = {CURSOR: True, WRAP: True}
        """Private modes that were switched, by their number."""
        self.clipboard: list[str] = []
        """Texts that were sent to the clipboard with OSC 52, in order."""
        self._keyboards = 0
        self._unread = b""
        self._screens = {False: pyte.Screen(columns, rows), True: pyte.Screen(columns, rows)}
        self._streams = {alternate: pyte.ByteStream(screen, strict=False) for alternate, screen in self._screens.items()}

    @property
    def alternate(self) -> bool:
        """Whether the screen of full-screen programs is shown."""
        return self.modes.get(ALTERNATE, False)

    @property
    def screen(self) -> pyte.Screen:
        """The screen that is shown."""
        return self._screens[self.alternate]

    @property
    def text(self) -> str:
        """The rows that are shown, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def feed(self, data: bytes) -> None:
        """Take output of the program; a sequence that is not complete yet waits for the rest."""
        data, self._unread = self._unread + data, b""
        unfinished = _UNFINISHED.search(data)
        if unfinished:
            data, self._unread = data[: unfinished.start()], unfinished.group()
        position = 0
        for match in _OURS.finditer(data):
            self._streams[self.alternate].feed(data[position : match.start()])
            self._take(match)
            position = match.end()
        self._streams[self.alternate].feed(data[position:])

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        for screen in self._screens.values():
            screen.resize(rows, columns)

    def left_over(self) -> list[str]:
        """Return what a program that has ended should have put back, in words."""
        names = {name for mode, name in _TO_PUT_BACK.items() if self.modes.get(mode)}
        if not self.modes[CURSOR]:
            names.add("hidden cursor")
        if not self.modes[WRAP]:
            names.add("no wrapping")
        if self._keyboards > 0:
            names.add("keyboard protocol")
        return sorted(names)

    def _take(self, match: re.Match[bytes]) -> None:
        if match["modes"]:
            for mode in match["modes"].split(b";"):
                self._switch(int(mode), match["switch"] == b"h")
        elif match["stack"]:
            self._keyboards += 1 if match["stack"] == b">" else -1
        elif match["command"] is not None:
            self._operate(match["command"])
        elif match["string"] and match["string"].startswith(b"tmux;"):
            self.feed(match["string"][5:].replace(b"\x1b\x1b", b"\x1b"))

    def _switch(self, mode: int, on: bool) -> None:
        if mode == ALTERNATE and on and not self.alternate:
            self._screens[True].reset()
        self.modes[mode] = on
        self._streams[self.alternate].feed(f"\x1b[?{mode}{'h' if on else 'l'}".encode())

    def _operate(self, command: bytes) -> None:
        number, _, rest = command.partition(b";")
        if number == b"52":
            try:
                self.clipboard.append(base64.b64decode(rest.partition(b";")[2], validate=True).decode())
            except (binascii.Error, UnicodeDecodeError):
                self.clipboard.append("")


def replies(data: bytes, cursor: tuple[int, int] | None = None) -> bytes:
    """Return what a terminal answers to the queries in data: what it is, that it knows synchronised output, its colours, its cursor."""
    return b"".join(_reply(match, cursor) for match in _QUERY.finditer(data))


def asks_for_cursor(data: bytes) -> bool:
    """Whether the cursor's place has to be known for the replies."""
    return b"\x1b[6n" in data


def _reply(match: re.Match[bytes], cursor: tuple[int, int] | None) -> bytes:
    if match["mode"]:
        return b"\x1b[?%s;%d$y" % (match["mode"], 2 if int(match["mode"]) == SYNCHRONISED else 0)
    if match["status"] == b"5":
        return b"\x1b[0n"
    if match["status"]:
        column, row = cursor or (0, 0)
        return b"\x1b[%d;%dR" % (row + 1, column + 1)
    if match["version"]:
        return b"\x1bP>|XTerm(390)\x1b\\"
    if match["colour"]:
        return b"\x1b]%s;rgb:%s\x1b\\" % (match["colour"], b"1818/1818/1818" if match["colour"] == b"11" else b"d8d8/d8d8/d8d8")
    return b"\x1b[>41;390;0c" if match["attributes"] else b"\x1b[?62;22c"
