"""Names in words: of people and organisations, of languages, of kinds of works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..i18n import N_, NP_, _, pgettext

_LANGUAGES = {
    "ar": (N_("Arabic"), NP_("after in", "Arabic")),
    "az": (N_("Azerbaijani"), NP_("after in", "Azerbaijani")),
    "be": (N_("Belarusian"), NP_("after in", "Belarusian")),
    "bg": (N_("Bulgarian"), NP_("after in", "Bulgarian")),
    "bn": (N_("Bengali"), NP_("after in", "Bengali")),
    "cs": (N_("Czech"), NP_("after in", "Czech")),
    "de": (N_("German"), NP_("after in", "German")),
    "el": (N_("Greek"), NP_("after in", "Greek")),
    "en": (N_("English"), NP_("after in", "English")),
    "es": (N_("Spanish"), NP_("after in", "Spanish")),
    "et": (N_("Estonian"), NP_("after in", "Estonian")),
    "fa": (N_("Persian"), NP_("after in", "Persian")),
    "is": (N_("Icelandic"), NP_("after in", "Icelandic")),
    "fr": (N_("French"), NP_("after in", "French")),
    "he": (N_("Hebrew"), NP_("after in", "Hebrew")),
    "hi": (N_("Hindi"), NP_("after in", "Hindi")),
    "hu": (N_("Hungarian"), NP_("after in", "Hungarian")),
    "hy": (N_("Armenian"), NP_("after in", "Armenian")),
    "id": (N_("Indonesian"), NP_("after in", "Indonesian")),
    "it": (N_("Italian"), NP_("after in", "Italian")),
    "ja": (N_("Japanese"), NP_("after in", "Japanese")),
    "ka": (N_("Georgian"), NP_("after in", "Georgian")),
    "kk": (N_("Kazakh"), NP_("after in", "Kazakh")),
    "km": (N_("Khmer"), NP_("after in", "Khmer")),
    "ko": (N_("Korean"), NP_("after in", "Korean")),
    "ky": (N_("Kyrgyz"), NP_("after in", "Kyrgyz")),
    "lo": (N_("Lao"), NP_("after in", "Lao")),
    "lt": (N_("Lithuanian"), NP_("after in", "Lithuanian")),
    "lv": (N_("Latvian"), NP_("after in", "Latvian")),
    "mn": (N_("Mongolian"), NP_("after in", "Mongolian")),
    "ms": (N_("Malay"), NP_("after in", "Malay")),
    "my": (N_("Burmese"), NP_("after in", "Burmese")),
    "nl": (N_("Dutch"), NP_("after in", "Dutch")),
    "pl": (N_("Polish"), NP_("after in", "Polish")),
    "ps": (N_("Pashto"), NP_("after in", "Pashto")),
    "pt": (N_("Portuguese"), NP_("after in", "Portuguese")),
    "ro": (N_("Romanian"), NP_("after in", "Romanian")),
    "ru": (N_("Russian"), NP_("after in", "Russian")),
    "rw": (N_("Kinyarwanda"), NP_("after in", "Kinyarwanda")),
    "si": (N_("Sinhala"), NP_("after in", "Sinhala")),
    "sr": (N_("Serbian"), NP_("after in", "Serbian")),
    "sw": (N_("Swahili"), NP_("after in", "Swahili")),
    "ta": (N_("Tamil"), NP_("after in", "Tamil")),
    "tg": (N_("Tajik"), NP_("after in", "Tajik")),
    "th": (N_("Thai"), NP_("after in", "Thai")),
    "tk": (N_("Turkmen"), NP_("after in", "Turkmen")),
    "tr": (N_("Turkish"), NP_("after in", "Turkish")),
    "uk": (N_("Ukrainian"), NP_("after in", "Ukrainian")),
    "ur": (N_("Urdu"), NP_("after in", "Urdu")),
    "uz": (N_("Uzbek"), NP_("after in", "Uzbek")),
    "vi": (N_("Vietnamese"), NP_("after in", "Vietnamese")),
    "zh": (N_("Chinese"), NP_("after in", "Chinese")),
}

NO_LANGUAGES = ("und", "zxx", "mis", "mul")
"""Tags that name no language: not known, no words, no tag of its own, several."""

_TYPES = {
    "article": N_("article"),
    "news": N_("news"),
    "report": N_("report"),
    "chapter": N_("chapter"),
    "book": N_("book"),
    "law": N_("law"),
    "letter": N_("letter"),
    "memorandum": N_("memorandum"),
    "press-release": N_("press release"),
    "dataset": N_("data set"),
    "post": N_("post"),
    "video": N_("video"),
    "web": N_("web page"),
    "other": N_("other work"),
}

_STANCES = {
    "official": N_("official"),
    "independent": N_("independent"),
    "party": N_("party to the matter"),
    "publisher": N_("the publisher of the report"),
    "unknown": N_("not known"),
}


def language_name(tag: str) -> str:
    """Return the name of a language by its tag, as in `Russian` for `ru` or `ru-KZ`; the tag itself where the name is not known."""
    if tag.lower() == "und":
        return _("not known")
    names = _LANGUAGES.get(base_language(tag))
    return _(names[0]) if names else tag


def language_after_in(tag: str) -> str:
    """Return the name of a language in the form that it has after `in`, as in `in Russian`."""
    names = _LANGUAGES.get(base_language(tag))
    return pgettext("after in", names[1]) if names else tag


def language_tag(name: str) -> str | None:
    """Return the tag of a language by its English name, or None."""
    return next((tag for tag, (known, _after) in _LANGUAGES.items() if known.lower() == name.strip().lower()), None)


def base_language(tag: str) -> str:
    """Return a language tag without script and country, as in `ru` for `ru-KZ`."""
    return tag.partition("-")[0].lower()


def type_name(kind: str) -> str:
    """Return the kind of a work in words, as in `press release`."""
    return _(_TYPES[kind]) if kind in _TYPES else kind


def stance_name(stance: str) -> str:
    """Return in words who speaks in a work, as in `official`."""
    return _(_STANCES[stance]) if stance in _STANCES else stance


def full_names(names: Sequence[str]) -> str:
    """Return names in full, as in `Aleksandr Vasilyev and Human Rights Watch`."""
    return _listed([full_name(name) for name in names])


class Person(NamedTuple):
    """The name of a person in its parts."""

    family: str
    given: str
    suffix: str = ""
    """As in `Jr.`"""


def split_name(name: str) -> Person | None:
    """Return the parts of a person's name, `Family, Given` or `Family, Jr., Given`; None for an organisation, which has no comma."""
    family, comma, rest = (part.strip() for part in name.partition(","))
    if not comma or not family or not rest:
        return None
    suffix, comma, given = (part.strip() for part in rest.partition(","))
    return Person(family, given, suffix) if comma and given else Person(family, suffix)


def full_name(name: str) -> str:
    """Return a name as it is spoken: `Family, Given` and `Family, Jr., Given` turned round, an organisation as it stands."""
    person = split_name(name)
    if person is None:
        return name
    return " ".join(part for part in (person.given, person.family, person.suffix) if part)


def short_names(names: Sequence[str]) -> str:
    """Return family names and organisations: all of one or two, the first `et al.` of more."""
    short = [name.partition(",")[0].strip() or name for name in names]
    if len(short) > 2:
        return _("{name} et al.").format(name=short[0])
    return _listed(short)


def number_word(number: int) -> str:
    """Return a small number in words, a larger one in figures, in the form that it has after `of`."""
    words = {
        2: pgettext("after of", "two"),
        3: pgettext("after of", "three"),
        4: pgettext("after of", "four"),
        5: pgettext("after of", "five"),
        6: pgettext("after of", "six"),
    }
    return words.get(number, str(number))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return _("{first} and {last}").format(first=names[0], last=names[1])
    return _("{first}, and {last}").format(first=", ".join(names[:-1]), last=names[-1])
