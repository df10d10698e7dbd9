"""The order of names in a language. Systems often have no locale but C, whose order is that of character codes: Ё before А, Ә after я.

Letters of a language's alphabet stand in its order; other letters stand by the letter that they are made of, and where words are the same
but for accents, the accents decide. The script of the language comes first, then the others.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

_CYRILLIC = "аәбвгѓғґдђеёєжзѕиӣйіїјкқлљмнњңоөпрстћќуұүӯўфхҳһцчҷџшщъыьэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "uz": "abcdefghijklmnopqrstuvxyzʻ",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
    "es": "abcdefghijklmnñopqrstuvwxyz",
}
"""Alphabets of languages; ё is no letter of its own in the Russian one, where words with it stand among those with е."""
_TURKIC = ("tr", "az")
_DIGITS = "0123456789"


def sort_key(text: str, language: str) -> tuple[str, str, str]:
    """Return what a name is sorted by in a language, given by its tag: letters, then accents, then the name itself."""
    base = language.partition("-")[0].lower()
    text = _small(text, base)
    places = _places(base)
    letters, accents = [], []
    for letter in text:
        if letter in places:
            letters.append(places[letter])
            continue
        # In compatible form, so that ligatures and wide letters stand with the plain ones.
        for part in normalize("NFKD", letter):
            if combining(part):
                accents.append(part)
            elif part in places:
                letters.append(places[part])
                accents.append("\0")
            elif part.isalnum():  # of a script that no alphabet here has
                letters.append("\uffff" + part)
            elif part.isspace():
                letters.append(" ")
    return "".join(letters), "".join(accents), text


def _small(text: str, base: str) -> str:
    if base in _TURKIC:
        text = text.replace("İ", "i").replace("I", "ı")
        return text.lower()
    return normalize("NFC", text.replace("İ", "i").casefold()).replace("ı", "i")


@lru_cache(20)
def _places(base: str) -> dict[str, str]:
    """Return a character to sort by for each letter: digits, the language's own script, the other one."""
    own = _ALPHABETS.get(base, "")
    scripts = [_LATIN, _CYRILLIC]
    if own and own[0] == "а":
        scripts.reverse()
    order = _DIGITS + (own or scripts[0])
    # Letters of the same script that the alphabet lacks stand after it, unless they are made of one of its letters.
    order += "".join(letter for letter in "".join(scripts) if letter not in order and not _made_of(letter, order))
    return {letter: chr(0x100 + place) for place, letter in enumerate(order)}


def _made_of(letter: str, order: str) -> bool:
    parts = normalize("NFD", letter)
    return len(parts) > 1 and parts[0] in order
