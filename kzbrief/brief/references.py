"""References to works: in full as a Chicago note, short for lists, shorter for the margin. Nothing is repaired and nothing guessed.

Functions that take a work take an unsettled reference too, with the works that it may mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..i18n import _, pgettext
from .ages import age as age
from .ages import age_words as age_words
from .ages import archive_hint as archive_hint
from .model import Unsettled
from .names import NO_LANGUAGES, base_language, full_names, language_after_in, number_word, short_names, type_name
from .text import Run, plain_runs
from .work import Work

_BOOKS = ("book", "report")
_WITH_IMPRINT = ("book", "report", "chapter")
_NAMED_TYPES = ("memorandum", "press-release", "video", "dataset")


def reference(work: Work | Unsettled, works: Sequence[Work] = (), language: str = "en") -> str:
    """Return the full reference as plain text; see `full`."""
    return plain_runs(full(work, works, language))


def full(work: Work | Unsettled, works: Sequence[Work] = (), language: str = "en") -> tuple[Run, ...]:
    """Return the full reference as a Chicago note: the publication in emphasis, the address as a link at the end.

    A language other than the reader's `language` is named. `works` are the candidates of an unsettled reference, in its order.
    """
    if isinstance(work, Unsettled):
        return _full_unsettled(work, works, language)
    return _full(work, language)


def _full(work: Work, language: str, *, last: bool = True) -> tuple[Run, ...]:
    """Return the full reference to a work; no full stop at its end where it is not the last in a sentence."""
    runs = _Runs()
    runs.add(credit(work))
    _add_title(runs, work)
    _add_container(runs, work)
    if work.republished_by:
        runs.add(_("republished by {site}").format(site=work.republished_by))
    runs.add(in_language(work, language))
    if work.accessed and work.date:
        runs.add(_("accessed {date}").format(date=work.accessed.words()))
    # Nothing follows an address directly: terminals would take it for a part of the address.
    if work.url:
        runs.add_link(work.url)
    if work.archive_url:
        runs.add(_("archived at"), " " if work.url else ", ")
        runs.add_link(work.archive_url, " ")
    if last and not work.url and not work.archive_url:
        runs.end()
    return runs.done()


def short(work: Work | Unsettled, works: Sequence[Work] = ()) -> str:
    """Return author, publication and year, as in `Vasilyev, Computer Club Magazine, 2010`; the title where one of the two is missing."""
    if isinstance(work, Unsettled):
        return _("{author}, one of {number} works").format(author=_common_lead(work, works), number=number_word(len(work.candidates)))
    lead, container = lead_of(work), _container(work)
    title = "" if lead and container else _title(work)
    year = str(work.date.year) if work.date else _("no date")
    return _sentence([lead, title, container, year])


def sidenote(work: Work | Unsettled, works: Sequence[Work] = (), language: str = "en") -> str:
    """Return the reference for the margin, as in `Soboleva, Advertising, 30 Sept. 2006, in Russian`."""
    if isinstance(work, Unsettled):
        return _("{author}: {number} works fit; the report does not say which").format(
            author=_common_lead(work, works), number=number_word(len(work.candidates))
        )
    lead, container = lead_of(work), _container(work)
    title = "" if container else _title(work)
    if work.date:
        when = work.date.words(short=True)
    elif work.accessed:
        when = _("no date, seen {date}").format(date=work.accessed.words(short=True))
    else:
        when = _("no date")
    return _sentence([lead, title, container, when, in_language(work, language)])


def told_apart(said: str, work: Work | Unsettled, works: Iterable[Work | Unsettled]) -> str:
    """Return a short reference with who republished the work, where another of the works differs in that alone."""
    if isinstance(work, Unsettled) or not work.republished_by:
        return said
    known = credit(work), work.title, _container(work), work.date
    same = (one for one in works if not isinstance(one, Unsettled) and (credit(one), one.title, _container(one), one.date) == known)
    if all(one.republished_by == work.republished_by for one in same):
        return said
    return ", ".join((said, _("republished by {site}").format(site=work.republished_by)))


def byline(work: Work) -> str:
    """Return who published the work, where and when, as in `Aleksandr Vasilyev, Computer Club Magazine, 12 March 2010`."""
    return ", ".join(part for part in (credit(work), _container(work), date_words(work)) if part)


def credit(work: Work) -> str:
    """Return the authors in full, else the editors with `ed.` or `eds.`, else nothing."""
    if work.author:
        return full_names(work.author)
    if work.editor:
        return f"{full_names(work.editor)}, {_('ed.') if len(work.editor) == 1 else _('eds.')}"
    return ""


def lead_of(work: Work) -> str:
    """Return the family names of authors or editors, organisations as they stand; nothing where the work names none."""
    return short_names(work.author or work.editor)


def date_words(work: Work) -> str:
    """Return the date in words; for an undated work also when it was seen, where the print is odd also as printed."""
    if work.date and work.date_printed:
        return _("{date} (printed “{printed}”)").format(date=work.date.words(), printed=work.date_printed)
    if work.date:
        return work.date.words()
    words = _("date printed “{printed}”").format(printed=work.date_printed) if work.date_printed else _("undated")
    return _("{undated}, seen {date}").format(undated=words, date=work.accessed.words()) if work.accessed else words


def in_language(work: Work, language: str = "en") -> str:
    """Return `in Russian` where the work's language is not the reader's, else nothing."""
    if base_language(work.language) in (base_language(language), *NO_LANGUAGES):
        return ""
    return _("in {language}").format(language=language_after_in(work.language))


class _Runs:
    """Collects the parts of a reference, with commas between as Chicago sets them: inside quotation marks, none after `?` and `!`."""

    def __init__(self) -> None:
        self._runs: list[Run] = []
        self._words = ""

    def add(self, words: str, between: str = ", ") -> None:
        if words:
            self._between(between)
            self._words += words

    def add_emphasis(self, words: str, between: str = ", ") -> None:
        self._between(between)
        self._add_run(Run("emphasis", words))

    def add_link(self, address: str, between: str = ", ") -> None:
        self._between(between)
        self._add_run(Run("link", address, href=address))

    def end(self) -> None:
        if self._words.endswith("”"):
            self._words = _before_quote(self._words, ".")
        elif self._words[-1:] != ".":
            self._words += "."

    def done(self) -> tuple[Run, ...]:
        if self._words:
            self._runs.append(Run("text", self._words))
        return tuple(self._runs)

    def _between(self, between: str) -> None:
        if between == ", ":
            self._words = f"{_with_comma(self._words)} " if self._words or self._runs else ""
        else:
            self._words += between

    def _add_run(self, run: Run) -> None:
        if self._words:
            self._runs.append(Run("text", self._words))
        self._words = ""
        self._runs.append(run)


def _add_title(runs: _Runs, work: Work) -> None:
    """Add the title: books in emphasis, laws and described works as they stand, all others in quotation marks."""
    if work.type in _BOOKS and work.title_from != "described":
        runs.add_emphasis(work.title)
    elif work.type == "law" or work.title_from == "described":
        runs.add(work.title)
    else:
        runs.add(_quoted(work.title))
    if work.title_translated:
        runs.add(f"[{work.title_translated}]", " ")
    if work.title_from == "address":
        runs.add(_("(title as in the address)"), " ")
    if work.type in _NAMED_TYPES and work.title_from != "described":
        runs.add(type_name(work.type))


def _add_container(runs: _Runs, work: Work) -> None:
    """Add what the work appeared in, who edited and published it, and when."""
    if work.publication:
        runs.add_emphasis(work.publication)
    if work.collection:
        if work.type == "chapter":
            runs.add(_("in"))
            runs.add_emphasis(work.collection, " ")
        else:
            runs.add_emphasis(work.collection)
    if work.author and work.editor:
        runs.add(_("ed. {names}").format(names=full_names(work.editor)))
    publisher = work.publisher if work.publisher not in (*work.author, work.publication) else None
    imprint = ": ".join(part for part in (work.place, publisher) if part)
    if imprint and work.type in _WITH_IMPRINT:
        runs.add(f"({imprint}, {date_words(work)})", " ")
    else:
        runs.add(imprint)
        runs.add(date_words(work))


def _full_unsettled(work: Unsettled, works: Sequence[Work], language: str) -> tuple[Run, ...]:
    runs = [Run("text", _("The report does not say which of {number} works:").format(number=number_word(len(work.candidates))))]
    for index, candidate in enumerate(works):
        runs.append(Run("text", f" {_('or')} " if index else " "))
        runs.extend(_full(candidate, language, last=index == len(works) - 1))
    if not works and work.printed:
        runs.append(Run("text", f" {work.printed}"))
    return tuple(runs)


def _common_lead(work: Unsettled, works: Sequence[Work]) -> str:
    """Return the author that all the works share, else the reference as printed."""
    leads = {lead_of(candidate) for candidate in works}
    if len(leads) == 1 and (lead := leads.pop()):
        return lead
    return work.printed or _("Reference")


def _container(work: Work) -> str:
    """Return what the work appeared in, else its publisher if that is not the author too."""
    names = (*work.author, *work.editor)
    return next((name for name in (work.publication, work.collection, work.publisher) if name and name not in names), "")


def _title(work: Work) -> str:
    """Return the title for a short form, translated where it is in another language."""
    title = work.title_translated or work.title
    return title if work.title_from == "described" or work.type == "law" else _quoted(title)


def _quoted(title: str) -> str:
    """Return a title in the quotation marks of the language in use, with single ones inside English ones."""
    marks = pgettext("a title in a reference", "“{title}”")
    return marks.format(title=title.replace("“", "‘").replace("”", "’") if marks[:1] == "“" else title)


def _sentence(parts: Sequence[str]) -> str:
    words = ""
    for part in parts:
        if part:
            words = f"{_with_comma(words)} {part}" if words else part
    return words


def _with_comma(words: str) -> str:
    """Return words with a comma at their end, inside a quotation mark, none after a question mark there."""
    return _before_quote(words, ",") if words.endswith("”") else f"{words},"


def _before_quote(words: str, mark: str) -> str:
    return words if words[-2:-1] in ("?", "!", ",", ".") else f"{words[:-1]}{mark}”"
