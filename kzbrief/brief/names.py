"""Names in words: of people and organisations, of languages, of kinds of works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..i18n import N_, _

_LANGUAGES = {
    "ar": N_("Arabic"),
    "az": N_("Azerbaijani"),
    "be": N_("Belarusian"),
    "bg": N_("Bulgarian"),
    "bn": N_("Bengali"),
    "cs": N_("Czech"),
    "de": N_("German"),
    "el": N_("Greek"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "et": N_("Estonian"),
    "fa": N_("Persian"),
    "is": N_("Icelandic"),
    "fr": N_("French"),
    "he": N_("Hebrew"),
    "hi": N_("Hindi"),
    "hu": N_("Hungarian"),
    "hy": N_("Armenian"),
    "id": N_("Indonesian"),
    "it": N_("Italian"),
    "ja": N_("Japanese"),
    "ka": N_("Georgian"),
    "kk": N_("Kazakh"),
    "km": N_("Khmer"),
    "ko": N_("Korean"),
    "ky": N_("Kyrgyz"),
    "lo": N_("Lao"),
    "lt": N_("Lithuanian"),
    "lv": N_("Latvian"),
    "mn": N_("Mongolian"),
    "ms": N_("Malay"),
    "my": N_("Burmese"),
    "nl": N_("Dutch"),
    "pl": N_("Polish"),
    "ps": N_("Pashto"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "rw": N_("Kinyarwanda"),
    "si": N_("Sinhala"),
    "sr": N_("Serbian"),
    "sw": N_("Swahili"),
    "ta": N_("Tamil"),
    "tg": N_("Tajik"),
    "th": N_("Thai"),
    "tk": N_("Turkmen"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
    "ur": N_("Urdu"),
    "uz": N_("Uzbek"),
    "vi": N_("Vietnamese"),
    "zh": N_("Chinese"),
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
    "unknown": N_("not known"),
}


def language_name(tag: str) -> str:
    """Return the name of a language by its tag, as in `Russian` for `ru` or `ru-KZ`; the tag itself where the name is not known."""
    if tag.lower() == "und":
        return _("not known")
    name = _LANGUAGES.get(base_language(tag))
    return _(name) if name else tag


def language_tag(name: str) -> str | None:
    """Return the tag of a language by its English name, or None."""
    return next((tag for tag, known in _LANGUAGES.items() if known.lower() == name.strip().lower()), None)


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
    """Return a small number in words, a larger one in figures."""
    words = {2: _("two"), 3: _("three"), 4: _("four"), 5: _("five"), 6: _("six")}
    return words.get(number, str(number))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2:
        return _("{first} and {last}").format(first=names[0], last=names[1])
    return _("{first}, and {last}").format(first=", ".join(names[:-1]), last=names[-1])
