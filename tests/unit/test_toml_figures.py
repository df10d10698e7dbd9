"""Numbers as people write them are understood, and nothing that says more than a number is taken for one."""

from __future__ import annotations

import pytest

from kzbrief.toml.figures import figure

FIGURES = {
    "26 / 100": "26",
    "26/100": "26",
    "26 of 100": "26",
    "26 out of 100": "26",
    "1.9 million": "1900000",
    "1,9 million": "1900000",
    "1.9 million people.": "1900000",
    "1.5 million.": "1500000",
    "1,9 млн": "1900000",
    "10 тыс.": "10000",
    "1 900 000": "1900000",
    "1.900.000": "1900000",
    "1,900,000": "1900000",
    "1'900'000": "1900000",
    "4,200": "4200",
    "43,5": "43.5",
    "1,234.50": "1234.50",
    "43%": "43",
    "43 per cent": "43",
    "about 43": "43",
    "up to 70 percent": "70",
    "US$ 12": "12",
    "−8": "-8",
    "26.": "26",
    "007": "7",
    "0": "0",
    "0,5": "0.5",
}
OTHERS = (
    "21 bloggers were arrested",
    "2013-05",
    "12 May 2013",
    "A1",
    "3G",
    "100k",
    "5th",
    "4.5-5",
    "43 (2013)",
    "2 dozen",
    "",
    "n/a",
    "1,2,3",
)


@pytest.mark.parametrize(("text", "number"), FIGURES.items())
def test_figures(text: str, number: str) -> None:
    found = figure(text)
    assert found is not None
    assert found.written == number


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_figure(text: str) -> None:
    assert figure(text) is None


def test_long_rows_of_digits_take_no_time() -> None:
    for text in ("1 " * 5000, "1" * 5000, "1,000" * 2000, "1 million " * 1000):
        figure(text)
