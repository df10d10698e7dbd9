"""Hyperlinks: who gets them, and what they may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief import briefing as briefings
from kzbrief.output.glyphs import UNICODE
from kzbrief.output.lines import Span
from kzbrief.output.links import link, wanted
from kzbrief.output.printer import Target
from kzbrief.output.rich_printer import painted
from kzbrief.output.sources import source_detail

GOLDEN = briefings.load(Path(__file__).parents[1] / "data" / "golden.toml")
LINK = re.compile(r"\x1b\]8;id=([^;]*);([^\x1b]*)\x1b\\(.*?)\x1b\]8;;\x1b\\", re.DOTALL)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "alacritty"}, True),
        ({"TERM": "foot"}, True),
        ({}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "vt220"}, False),
        ({"TERM": "xtermite"}, False),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "xterm-256color", "INSIDE_EMACS": "29"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4205"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "6003"}, True),
        ({"TERM": "screen-256color", "TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"}, False),
        ({"TERM": "screen-256color", "TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"}, True),
        ({"TERM": "xterm-256color", "TMUX": "x"}, False),
    ],
)
def test_only_terminals_that_are_known_get_links(environ: dict[str, str], expected: bool) -> None:
    assert wanted("auto", terminal=True, environ=environ) is expected
    assert not wanted("auto", terminal=False, environ=environ)
    assert wanted("always", terminal=False, environ=environ)
    assert not wanted("never", terminal=True, environ=environ)


def test_the_reader_has_the_last_word() -> None:
    assert wanted("auto", terminal=False, environ={"KZBRIEF_LINKS": "1"})
    assert not wanted("auto", terminal=True, environ={"KZBRIEF_LINKS": "0", "TERM": "xterm"})
    assert wanted("always", terminal=True, environ={"KZBRIEF_LINKS": "0"})
    assert wanted("auto", terminal=True, environ={"KZBRIEF_LINKS": "perhaps", "TERM": "xterm"})


@given(st.text() | st.text().map(lambda text: f"http://x.example/{text}"))
def test_nothing_but_an_address_gets_into_a_link(address: str) -> None:
    found = link(address)
    assert found is None or re.fullmatch(r"https?://[\x21-\x7e]+", found)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "http://a.example/\x1b]0;x\x07", "http://a b", "mailto:a@b.example", ""]
)
def test_other_addresses_stay_text(address: str) -> None:
    assert link(address) is None
    assert "\x1b]8" not in painted([[Span("words", "link", link=address)]], Target(None, 80, UNICODE, "256", links=True))


def test_letters_of_addresses_are_written_as_bytes() -> None:
    assert link("https://пример.example/é") == "https://%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.example/%C3%A9"


def test_an_address_that_is_broken_over_lines_is_one_link() -> None:
    text = painted(source_detail(GOLDEN, "regulator", 50), Target(None, 50, UNICODE, "none", links=True))
    url = "http://agency.example/a-very-long-address/that-fits/no-line/of-eighty-cells/and-is-therefore/broken/licences.html"
    found = [(number, re.sub(r"\x1b\[[0-9;]*m", "", words)) for number, address, words in LINK.findall(text) if address == url]
    assert len({number for number, __ in found}) == 1
    assert len(found) > 2
    assert url in "".join(words for __, words in found)
    assert "\x1b]" not in LINK.sub("", text)
