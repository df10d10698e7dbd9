"""Numbers that the program itself counts or works out, in the form of the language in use; a report's figures stay as printed."""

from __future__ import annotations

from .i18n import pgettext


def figure(value: float) -> str:
    """Return a number in figures, as in `12,000` and `0.7`: thousands are divided from 10,000 on, decimals kept as they are."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = f"{value:,}" if abs(value) >= 10_000 else str(value)
    return text.translate({ord(","): pgettext("between thousands", ","), ord("."): pgettext("before decimals", ".")})
