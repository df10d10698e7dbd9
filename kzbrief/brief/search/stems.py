"""Forms of words: what `websites` and `website`, `слежка` and `слежки` have in common, by the Snowball stemmers.

Words in Latin letters are taken for English, words in letters of the Russian alphabet for Russian, unless the language of their text is
known to be another of that script. Such words, Kazakh ones among them, have no stem here and are found by how they begin.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import lru_cache

_RUSSIAN = re.compile("[а-я]+\\Z")
_OTHER_CYRILLIC = frozenset(("kk", "ky", "tg", "uk", "be", "bg", "mk", "sr", "mn", "tt", "ba", "uz", "cv", "os", "ab", "cu"))
_NOT_LATIN = _OTHER_CYRILLIC | frozenset(
    ("en", "ru", "ar", "fa", "he", "ur", "ps", "zh", "ja", "ko", "hi", "bn", "ta", "el", "th", "ka", "hy", "my", "km", "lo", "am")
)
"""Languages in whose texts a word in Latin letters is taken for English: those of other scripts, and English."""
_LIKE_A_VERB = re.compile("...[аеия][лн]\\Z")
"""Stems of nouns that Snowball takes for verbs or participles in some cases, but not in others: журнала is журна, журналы is журнал."""
_LONGEST = 40
"""Letters of the longest word that has forms; what is longer is no word of a language."""


def stem(word: str, language: str = "") -> str:
    """Return the stem of a folded word in a text of that language, by its tag; nothing where words of it have no stems here."""
    if not has_stem(word, language):
        return ""
    if word[0].isdigit() or len(word) > _LONGEST:
        return word
    return _stem("english" if word.isascii() else "russian", word)


def has_stem(word: str, language: str = "") -> bool:
    """Return whether a word has a stem here in a text of that language."""
    base = language.partition("-")[0].lower() if language else ""
    if word.isascii():
        return not base or base in _NOT_LATIN
    return base not in _OTHER_CYRILLIC and _RUSSIAN.match(word) is not None


@lru_cache(50_000)
def _stem(language: str, word: str) -> str:
    found = _stemmer(language)(word) or word
    return found[:-1] if language == "russian" and _LIKE_A_VERB.search(found) else found


@lru_cache(2)
def _stemmer(language: str) -> Callable[[str], str]:
    """Return a stemmer. The package imports all its 36 languages, which takes longer than a search; one alone takes a tenth of that."""
    from importlib.util import find_spec, module_from_spec

    name = "snowballstemmer"
    whole = sys.modules.get(name)
    if whole is None and (spec := find_spec(name)):
        sys.modules[name] = module_from_spec(spec)
    try:
        if language == "english":
            from snowballstemmer.english_stemmer import EnglishStemmer as Stemmer
        else:
            from snowballstemmer.russian_stemmer import RussianStemmer as Stemmer
    finally:
        if whole is None:
            sys.modules.pop(name, None)
    found: Callable[[str], str] = Stemmer().stemWord
    return found
