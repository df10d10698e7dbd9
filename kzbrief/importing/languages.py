"""The language of a title, guessed from its letters and small words, or said in words beside it."""

from __future__ import annotations

import re
from collections import Counter

_SAID = {
    "arabic": "ar", "armenian": "hy", "azerbaijani": "az", "azeri": "az", "belarusian": "be", "bengali": "bn", "burmese": "my",
    "chinese": "zh", "dutch": "nl", "english": "en", "estonian": "et", "farsi": "fa", "french": "fr", "georgian": "ka", "german": "de",
    "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja",
    "kazakh": "kk", "khmer": "km", "korean": "ko", "kyrgyz": "ky", "malay": "ms", "mongolian": "mn", "persian": "fa", "polish": "pl",
    "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "spanish": "es", "swahili": "sw", "tajik": "tg", "thai": "th",
    "turkish": "tr", "turkmen": "tk", "ukrainian": "uk", "urdu": "ur", "uzbek": "uz", "vietnamese": "vi",
}  # fmt: skip
_WORDS = re.compile(rf"\bin (?:the )?({'|'.join(_SAID)})\b", re.IGNORECASE)
# The first that fits: letters that one language alone has come before the script that several share.
_LETTERS = (
    ("ja", "\u3041-\u30ff"), ("ko", "\uac00-\ud7a3"), ("zh", "\u4e00-\u9fff"), ("ka", "\u10a0-\u10ff"), ("hy", "\u0531-\u0587"),
    ("he", "\u05d0-\u05ea"), ("el", "\u0391-\u03c9"), ("th", "\u0e01-\u0e5b"), ("lo", "\u0e81-\u0edf"), ("km", "\u1780-\u17ff"),
    ("my", "\u1000-\u109f"), ("si", "\u0d80-\u0dff"), ("ta", "\u0b80-\u0bff"), ("bn", "\u0980-\u09ff"), ("hi", "\u0900-\u097f"),
    ("am", "\u1200-\u137f"), ("ur", "\u0679\u0688\u0691\u06ba"), ("fa", "\u067e\u0686\u0698\u06af"), ("ar", "\u0620-\u06ff"),
    ("kk", "\u04d9\u0493\u049b\u04b1\u04d8\u0492\u049a\u04b0"), ("tg", "\u04e3\u04f7\u04b3\u0499"),
    ("uk", "\u0457\u0454\u0491\u0407\u0404\u0490"),
    ("be", "\u045e\u040e"), ("ky", "\u04e9\u04af\u04a3"), ("ru", "\u0400-\u04ff"),
    ("vi", "\u1ea0-\u1ef9\u01a1\u01b0"), ("az", "\u0259\u018f"),
    ("tr", "\u0131\u011f\u015f\u0130"), ("pl", "\u0142\u0105\u0119"), ("ro", "\u0219\u021b\u0103"), ("pt", "\u00e3\u00f5"),
    ("es", "\u00f1\u00bf\u00a1"),
    ("de", "\u00df\u00e4"), ("fr", "\u0153\u00e8\u00ea\u00e7"),
)  # fmt: skip
_PATTERNS = tuple((tag, re.compile(f"[{letters}]")) for tag, letters in _LETTERS)
# Small words that no other of these languages has; two of them in a title say more than its letters.
_SMALL = {
    "de": "der die das und für mit nicht ein eine zur zum bei", "es": "el los las una del y por con más su",
    "fr": "le les des du et dans pour une sur au aux est", "id": "yang dan untuk dengan dari pada tidak",
    "it": "il gli della delle nel alla che di un'", "nl": "het een van voor met op niet",
    "pt": "não da das dos em na nas uma pelo pela ao mais", "tr": "ve bir için ile", "az": "və üçün ilə",
}  # fmt: skip
_BY_SMALL = {word: tag for tag, words in _SMALL.items() for word in words.split()}
_LATIN = frozenset(("vi", "az", "tr", "pl", "ro", "pt", "es", "de", "fr"))


def said(text: str) -> str | None:
    """Return the tag of the language that words as `in Russian` name."""
    found = _WORDS.search(text)
    return _SAID[found[1].lower()] if found else None


def guess(title: str, translated: bool) -> str:
    """Return a guess at the language of a title: by its letters; beside a translation also by its small words, else `und`; else `en`."""
    if translated and (tag := _by_words(title)):
        return tag
    for tag, pattern in _PATTERNS:
        # Two words of another script in an English title do not make it one of that language; a Latin letter alone says little.
        if tag in _LATIN and not translated:
            continue
        count = len(pattern.findall(title))
        whole = tag == "ru" or tag not in ("kk", "tg", "uk", "be", "ky", "ur", "fa", "vi", *_LATIN)
        if count and (not whole or count * 3 > sum(map(str.isalpha, title))):
            return tag
    return "und" if translated else "en"


def _by_words(title: str) -> str:
    """Return the language that two or more small words of a title are of, if no small word is of another; nothing else."""
    found = Counter(_BY_SMALL[word] for word in re.findall(r"[^\W\d_]+", title.casefold()) if word in _BY_SMALL)
    return next(iter(found)) if len(found) == 1 and found.total() > 1 else ""
