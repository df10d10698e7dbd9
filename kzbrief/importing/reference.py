"""One part of a note, read: who wrote it, its title, where and when it appeared, its address."""

from __future__ import annotations

import re

from . import dateforms, languages, laws
from .addresses import SIGN, title_from, valid
from .imprints import imprint_of
from .kinds import kind_of
from .lines import cleaned, unescaped
from .people import is_person, names_of
from .splitting import without_lead
from .titles import Title, emphasised, quoted
from .works import Found

_ACCESSED = re.compile(
    r"[\[(,]?\s*\b(?:(?:last |page )?(?:accessed|retrieved|visited|viewed|checked)\b(?: on)?|дата (?:обращения|доступа|просмотра)"
    r"|(?:последнее )?(?:посещение|обращение)|дата звернення|consultée? le|consultado(?: el| em)?|acessado em|acceso|accesso"
    r"|(?:zuletzt )?abgerufen(?: am)?|erişim(?: tarihi)?):?\s+",
    re.IGNORECASE,
)
_REPUBLISHED = re.compile(
    r",?\s*\(?(?:re-?published|reposted|reprinted|reproduced|cached|archived) (?:by|on|in|at)\s+([^,;\x01]{1,200}?)\s*"
    r"(?:,|\bat\b|\bavailable\b)?\s*(?=[\x01,;)]|\.(?:\s|\Z)|\Z)",
    re.IGNORECASE,
)
_EDITION = r"(?:[0-9]{1,2}(?:st|nd|rd|th)|revised|rev\.?|first|second|third|fourth|fifth|new) ed(?:\.|ition)?"
_EDITORS = re.compile(r",\s*(?:eds?\.|edited by)\s+([^\W\d_][^,()\x01]{3,120})", re.IGNORECASE)
_ENDING = r"(?:(?:1[89]|20)[0-9]{2}|n\.\s?d\.?)"
_IBID = re.compile(r"(?:ibid\.?|idem\.?|id\.)(?=[\s,.;]|\Z)", re.IGNORECASE)
_AVAILABLE = re.compile(
    r"\s*(?:,|\()?\s*(?:(?:is|are) )?(?:available|online|posted|found|can be found)\b"
    r"[^\x01]{0,80}?(?:at|on|from|here)?:?\s*(?=\x01)"
)
_NO_PLACE = re.compile(
    r"(?:news release|press release|memorandum|letter|blog|video|report|pp?\.|vol\b|no\b|art\b|article\b"
    r"|sec\b|section\b|ch\b|chapter\b|para\b|translated\b|chap\b|n\.\s?d\b"
    rf"|{_EDITION}\Z"
    r"|(?:author'?s )?translation|in [a-z]+\Z|[0-9:.\s]+(?:[ap]\.?m\.?)?\Z|[^\W\d]?\Z)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:federal |constitutional )?(?:law|act|decree|resolution|order|regulation|code)\b[^,]*\b(?:no\.?|number|#|\u2116)\s*\S+",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"({_ENDING}\)\s*)[,:]\s*([0-9]{{1,4}})(?:\s?[-\u2013]\s?([0-9]{{1,4}}))?(?=\s*(?:[.,;)\x01]|\Z))")
"""Pages that stand behind an imprint."""
_PAGES = re.compile(r"(?:[,;(]\s*|\b)(pp?)\.\s?([0-9]{1,5})(?:\s?[-\u2013]\s?([0-9]{1,5}))?(?![0-9:])\)?")
_BIDS = re.compile(r"(?<!\w)(?:op\. cit\.?|loc\. cit\.?|supra(?: note [0-9]+)?)", re.IGNORECASE)


def read(number: int, part: str, addresses: tuple[str, ...]) -> Found:
    """Return what a part of a note says; never fails."""
    found = Found(number=number, printed=cleaned(SIGN.sub(lambda sign: addresses[int(sign[1])], part), 4000), notes=[number])
    text = unescaped(without_lead(part)).strip()
    if _IBID.match(text):
        found.ibid = True
        text = _IBID.sub("", text, count=1)
    text = _take_address(found, text, addresses)
    text = _take_access(found, text)
    if mention := _REPUBLISHED.search(text):
        found.republished = cleaned(mention[1].strip(" *"), 200)
        text = f"{text[: mention.start()]}, {text[mention.end() :]}"
    text = _BIDS.sub("", text)
    title = quoted(text)
    if not title and (law := laws.law_of(text)):
        _read_law(found, law)
        return found
    if title:
        title = title._replace(after=_take_pages(found, title.after))
        _read_quoted(found, title)
    elif title := _emphasised_title(text):
        title = title._replace(after=_take_pages(found, title.after))
        _read_quoted(found, title)
        found.guesses.append("title: the words in italics")
    else:
        _read_plain(found, _take_pages(found, text, last=True))
    found.kind = kind_of(found)
    if laws.is_law(found.title) and not found.authors:
        found.kind, found.law = "law", True
        if re.fullmatch(r"(?:no\.? ?)?[0-9][\w/.-]*", found.publication, re.IGNORECASE):
            found.rest.append(found.publication)
            found.publication = ""
    return found


def _take_address(found: Found, text: str, addresses: tuple[str, ...]) -> str:
    """Keep the first address that the format takes; return the text with one sign."""
    for sign in SIGN.finditer(text):
        address = valid(addresses[int(sign[1])])
        if address and not found.url:
            found.url = address
        else:
            found.rest.append(cleaned(addresses[int(sign[1])], 3000))
    return text


def _take_access(found: Found, text: str) -> str:
    for mention in _ACCESSED.finditer(text):
        date = dateforms.find(text[mention.end() : mention.end() + 40])
        if date and date.start <= 2:
            if len(date.edtf) < 10:
                found.guesses.append(f"accessed: printed as \u201c{date.printed}\u201d")
            found.accessed = date.edtf
            return f"{text[: mention.start()]} {text[mention.end() + date.end :].lstrip(')]')}"
    return text


def _take_pages(found: Found, text: str, *, last: bool = False) -> str:
    """Keep the pages that a text names, where it names them once, and where `last` at its end; return it without them."""
    if behind := _BEHIND.search(text):
        found.pages = f"pp. {behind[2]}-{behind[3]}" if behind[3] else f"p. {behind[2]}"
        return f"{text[: behind.end(1)]}{text[behind.end() :]}"
    mentions = list(_PAGES.finditer(text))
    if len(mentions) != 1 or (last and SIGN.sub("", text[mentions[0].end() :]).strip(" .;,)")):
        return text
    mention = mentions[0]
    found.pages = f"{mention[1]}. {mention[2]}" + (f"-{mention[3]}" if mention[3] else "")
    return f"{text[: mention.start()]} {text[mention.end() :]}" if last else f"{text[: mention.start()]},{text[mention.end() :]}"


def _emphasised_title(text: str) -> Title | None:
    found = emphasised(text)
    return Title(found[0], found[1].strip().rstrip(","), "", found[2]) if found and found[1].strip(" ,.") else None


def _read_quoted(found: Found, title: Title) -> None:
    found.title = cleaned(title.title)
    found.translated = cleaned(title.translated)
    found.language = languages.said(title.before + title.after) or languages.guess(found.title, bool(found.translated))
    if found.language != "en":
        found.guesses.append(f"language: {found.language}, by its letters or by words of the note")
    before = SIGN.sub(" ", title.before).strip(" ,")
    # A name in italics before the title is that of a site or a newspaper.
    if (emphasis := emphasised(before)) and not emphasis[2].strip(" ,"):
        _read_around(found, emphasis[1].strip(" ,."), alone=not emphasis[0].strip(" ,"))
        before = emphasis[0].strip(" ,")
    if _LAW.match(before.strip()):
        found.rest.append(cleaned(before.strip(" ,")))
        before = ""
    names, editors = names_of(before.replace("*", ""))
    if editors:
        found.editors = names
    else:
        found.authors = names
    _read_rest(found, title.after)


def _read_around(found: Found, name: str, *, alone: bool) -> None:
    """Read a name in italics before the title: of a site or a newspaper, or, with a year in it, of what the work is a part of."""
    if not alone and dateforms.YEAR_ALONE.search(name):
        found.collection = cleaned(name, 300)
        found.guesses.append("collection: the words in italics before the title")
    else:
        found.publication = cleaned(name, 300)


def _read_rest(found: Found, text: str) -> None:
    """Read what stands behind the title: where and when the work appeared."""
    text = _AVAILABLE.sub(" ", text)
    text = SIGN.sub(",", text)
    text = re.sub(r"[(\[]in (?:the )?\w+(?: language)?[)\]]", " ", text, flags=re.IGNORECASE)
    if imprint := imprint_of(text):
        found.place, found.publisher = imprint.place, imprint.publisher
        if imprint.name and any(map(str.isalnum, SIGN.sub("", text[: imprint.start]))):
            found.place = imprint.name
            found.guesses.append("place: in brackets behind a name")
        elif imprint.name:
            found.publisher = imprint.name
            found.guesses.append("publisher: in brackets behind the title")
        text = f"{text[: imprint.start]}, {imprint.date}, {text[imprint.end :]}"
    if not found.publication and (emphasis := emphasised(text)):
        name = cleaned(emphasis[1].strip(" ,."), 300)
        if re.search(r"\bin\s*\Z", emphasis[0], re.IGNORECASE):
            found.collection = name
        else:
            found.publication = name
        text = f"{re.sub(r'(?i)[, ]*in *$', '', emphasis[0])},{emphasis[2]}"
    text = text.replace("*", "")
    if not found.editors and (edited := _EDITORS.search(text)):
        found.editors, _editors = names_of(edited[1])
        text = f"{text[: edited.start()]},{text[edited.end() :]}"
    if date := dateforms.find(text):
        found.date = date.edtf
        if date.odd:
            found.date_printed = cleaned(date.printed, 60)
            found.guesses.append(f"date: printed as \u201c{found.date_printed}\u201d")
        text = f"{text[: date.start]},{text[date.end :]}"
    pieces = [
        cleaned(piece.strip(" .:;()[]-\u2013"), 300)
        for piece in re.split(r",|;|\.\s|\(|\)", re.sub(r"\((blog|website|online|video|newspaper|magazine)\)", r"\1", text))
    ]
    pieces = [
        piece
        for piece in pieces
        if any(map(str.isalnum, piece)) and piece.lower() not in ("at", "in", "and", "available at", "via", "see", "see also")
    ]
    for piece in pieces:
        if not found.publication and not _NO_PLACE.match(piece):
            found.publication = re.sub(r"^(?:in|on|at|via) (?=[^\W\d_])", "", piece)
        else:
            found.rest.append(piece)
    if found.publisher and found.publication:
        found.collection, found.publication = found.publication, ""


def _read_law(found: Found, law: laws.Law) -> None:
    """Read a law that is named without quotation marks; what a short name lacks may stand in another note."""
    found.title, found.pages, found.kind, found.law = cleaned(law.name, 500), law.place, "law", True
    found.language = languages.said(law.rest) or "en"
    words = SIGN.sub(",", _AVAILABLE.sub(" ", law.rest))
    if date := dateforms.find(words):
        found.date = date.edtf
        found.date_printed = cleaned(date.printed, 60) if date.odd else ""
        words = f"{words[: date.start]},{words[date.end :]}"
    pieces = (cleaned(piece.strip(" .:;()[]*"), 300) for piece in words.split(","))
    found.rest.extend(piece for piece in pieces if any(map(str.isalnum, piece)) and piece.lower() not in ("see", "see also"))


def _read_plain(found: Found, text: str) -> None:
    """Read a reference without quotation marks: a sentence with an address, or names and a title divided by commas."""
    sentence = _AVAILABLE.search(text)
    found.language = languages.said(text) or "en"
    if sentence and text[: sentence.start()].strip():
        found.title = cleaned(re.sub(r"^(?:an? (?:copy|text) of )", "", text[: sentence.start()].strip(" ,.:("), flags=re.IGNORECASE))
        found.title = found.title[:1].upper() + found.title[1:]
        found.title_from = "described"
        found.guesses.append("title: the work has none; these words of the note describe it")
        return
    if (imprint := imprint_of(text)) and "," in text[: imprint.start]:
        names, _comma, title = text[: imprint.start].partition(",")
        authors, _editors = names_of(names)
        if not imprint.name or found.url or all(map(is_person, re.split(r" (?:and|&) ", names.strip()))):
            # Where a name alone is in the brackets, what stands behind the title is whose work it is.
            title, comma, publication = title.rpartition(",") if imprint.name and "," in title.strip(" ,") else (title, "", "")
            if edition := re.search(rf",\s*({_EDITION})[\s,]*\Z", title, re.IGNORECASE):
                found.rest.append(cleaned(edition[1]))
                title = title[: edition.start()]
            found.authors, found.title = authors, cleaned(title.strip(" ,*"))
            found.guesses.append("title: by the commas of the note")
            _read_rest(found, comma + publication + text[imprint.start :])
            if found.title:
                return
    if found.url:
        words = SIGN.sub(",", text)
        date = dateforms.find(words)
        if date:
            found.date = date.edtf
            found.date_printed = cleaned(date.printed, 60) if date.odd else ""
            words = f"{words[: date.start]},{words[date.end :]}"
        pieces = [piece.strip(" .:;()[]*") for piece in words.split(",")]
        pieces = [piece for piece in pieces if any(map(str.isalpha, piece))]
        if len(pieces) > 1:
            found.authors, _editors = names_of(pieces[0])
            found.title, found.publication = cleaned(pieces[1]), cleaned(pieces[2], 300) if len(pieces) > 2 else ""
            found.rest.extend(cleaned(piece) for piece in pieces[3:])
            found.guesses.append("author, title, publication: by the commas of the note")
        elif pieces:
            found.title = cleaned(pieces[0])
            found.guesses.append("title: the words of the note")
        else:
            found.title, found.title_from = cleaned(title_from(found.url)), "address"
            found.guesses.append("title: read from the address")
        found.language = languages.said(text) or languages.guess(found.title, False)
        return
    found.title = cleaned(SIGN.sub(" ", text).strip(" ,."), 500)
    found.title_from = "described"
