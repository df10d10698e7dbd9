"""Text in ASCII, for terminals and pipes that take nothing else: punctuation simplified, Cyrillic spelled in Latin letters.

It is a reading aid, not a standard's transliteration: whoever needs the original letters reads them in UTF-8.
"""

from __future__ import annotations

from typing import Any

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",  # Kazakh
    "є": "ye", "ї": "yi", "ґ": "g", "ў": "u",  # Ukrainian, Belarusian
}  # fmt: skip
_PUNCTUATION = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": "'", "›": "'", "…": "...",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "·": "-", "•": "-", "№": "No.",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "", "\u061c": "",
    "€": "EUR", "£": "GBP", "₸": "KZT", "₽": "RUB", "©": "(c)", "®": "(R)", "™": "(TM)", "×": "x", "°": " deg", "→": "->", "←": "<-",
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
}  # fmt: skip
_TABLE = {ord(letter): latin for letter, latin in {**_LATIN, **_PUNCTUATION}.items()}
_TABLE.update({ord(letter.upper()): latin.capitalize() for letter, latin in _LATIN.items()})


def to_ascii(text: str) -> str:
    """Return the text in ASCII: accents dropped, Cyrillic spelled in Latin letters, `?` for what has no spelling here."""
    if text.isascii():
        return text
    text = text.translate(_TABLE)
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    letters = "".join(letter for letter in normalize("NFKD", text.translate(_TABLE)) if not combining(letter))
    return letters.translate(_TABLE).encode("ascii", "replace").decode()


def in_ascii(value: Any) -> Any:
    """Return a brief, a method or any part of them with every text in ASCII, so that layouts fit what is really printed."""
    if isinstance(value, str):
        return to_ascii(value)
    if isinstance(value, list):
        return [in_ascii(item) for item in value]
    if isinstance(value, dict):
        return {key: in_ascii(item) for key, item in value.items()}
    fields = getattr(value, "__struct_fields__", None)
    if not fields:
        return value
    return type(value)(**{field: in_ascii(getattr(value, field)) for field in fields})
