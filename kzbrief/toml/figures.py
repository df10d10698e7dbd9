"""Numbers as people write them: with blanks, commas, words and signs. Imported only where one is none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_HEDGE = (
    r"(?:(?:about|around|approximately|approx\.?|ca?\.|circa|nearly|almost|some|over|under|(?:more|less) than|up to|at least|[~≈<>±])\s*)?"
)
_CURRENCY = r"(?:(?:US|A|C)?[$€£¥₽₸]\s*)?"
_DIGITS = (
    r"[0-9]{1,3}(?:[ ,_'’\u00a0\u2009\u202f][0-9]{3})+(?:[.][0-9]+)?|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?\.?"
)
_POWERS = {
    3: r"thousand|тыс\.?|тысяч\w*",
    2: r"hundred|сотен|сотн\w",
    6: r"million|mln\.?|mio\.?|mn|млн\.?|миллион\w*",
    9: r"billion|bln\.?|bn|mrd\.?|млрд\.?|миллиард\w*",
    12: r"trillion|трлн\.?",
}
_POWER = "|".join(f"(?P<p{power}>{words})" for power, words in _POWERS.items())
_REST = r"\s*%|\s*/\s*[0-9]+|\s+(?:out )?of [0-9]+|\s+из [0-9]+|(?:\s+(?!dozen|lakh|crore)[^\W\d_]+[.,]?){1,2}"
_FIGURE = re.compile(
    rf"{_HEDGE}{_CURRENCY}(?P<sign>[-+\u2212\u2013]?)\s?(?P<digits>{_DIGITS})(?:\s*(?:{_POWER})(?![^\W_]))?(?P<rest>{_REST})?",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """A number that stands in words."""

    written: str
    """As TOML writes it."""
    alone: bool
    """Whether nothing stood beside the digits but signs between them."""


def figure(text: str) -> Figure | None:
    """Return the number that a text says, as `26` of `26 / 100` or `1900000` of `1.9 million`; None where it says more, or none."""
    text = text.strip().rstrip(".")
    found = _FIGURE.fullmatch(text)
    if found is None:
        return None
    digits = found["digits"]
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})", digits) or re.fullmatch(r"[0-9]{4,},[0-9]+|0,[0-9]+", digits):
        digits = digits.replace(",", ".")
    digits = re.sub(r"[^0-9.]", "", digits).rstrip(".")
    power = next((power for power in _POWERS if found[f"p{power}"]), 0)
    value = Decimal(digits).scaleb(power)
    written = format(value, "f")
    if "." in written and power:
        written = written.rstrip("0").rstrip(".")
    whole, point, decimals = written.partition(".")
    written = (whole.lstrip("0") or "0") + point + decimals
    sign = "-" if found["sign"] in ("-", "\u2212", "\u2013") else ""
    return Figure(sign + written, text.lstrip("+-\u2212\u2013") == found["digits"])
