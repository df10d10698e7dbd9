"""Which characters output may be made of: those of the locale."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from kzbrief.output.glyphs import ASCII, UNICODE
from kzbrief.output.printer import target


@pytest.mark.parametrize(
    ("environ", "ascii_only"),
    [
        ({}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),  # as Python leaves it
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "en_US.ISO-8859-1"}, True),
        ({"LANG": "ru_RU.KOI8-R@x"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "en_GB.utf8"}, False),
        ({"LANG": "kk_KZ"}, False),
        ({"LC_CTYPE": "UTF-8"}, False),
        ({"LANG": "C", "LC_ALL": "en_GB.UTF-8"}, False),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, False),
        ({"LANG": "C", "PYTHONUTF8": "1"}, False),
    ],
)
def test_a_locale_without_utf8_gets_ascii(environ: dict[str, str], ascii_only: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    assert target(stream, environ=environ).glyphs is (ASCII if ascii_only else UNICODE)


@pytest.mark.parametrize("words", [["summary"], ["list"], ["--help"], ["sources"]])
def test_nothing_but_ascii_is_printed_in_the_locale_c(words: list[str]) -> None:
    environ = {**os.environ, "LANG": "C"}
    environ.pop("LC_ALL", None)
    environ.pop("LC_CTYPE", None)
    done = subprocess.run([sys.executable, "-m", "kzbrief", *words], env=environ, capture_output=True, check=True, timeout=60)
    assert done.stdout.isascii()


def test_data_are_utf8_in_the_locale_c() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kzbrief", "sources", "--format", "json"],
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert any("а" <= letter <= "я" for source in json.loads(done.stdout)["sources"] for letter in source["title"])
