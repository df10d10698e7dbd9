"""What the printing commands of the command line do: load, choose the form, print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..brief import library
from ..brief.address import SIGN, entries_at, split
from ..brief.briefing import Briefing, load
from ..i18n import _, follow, use
from ..refusal import RefusedError
from ..toml.problems import DocumentError
from .printer import Target, print_lines, write

if TYPE_CHECKING:
    from .json_form import Table
    from .lines import Line


def print_summary(name: str, form: str, target: Target, *, full: bool = False, section: str | None = None, place: str = "") -> int:
    """Print a summary, or what stands at a place of the brief, a section or a finding: `form` is `lines`, `markdown` or `json`.

    Raises DocumentError, RefusedError, and what `printer.write` raises.
    """
    briefing = _loaded(name, form)
    if place:
        addresses = entries_at(briefing, place)
        if all(item.id != place for item in briefing.brief.sections):
            return _print_findings(briefing, addresses, form, target)
        section = place
    if section is not None and all(item.id != section for item in briefing.brief.sections):
        sections = ", ".join(item.id for item in briefing.brief.sections)
        raise RefusedError(_("there is no section “{name}”; there are {sections}").format(name=section, sections=sections))
    if form == "json":
        from .json_form import json_text, section_table, summary_table

        table = summary_table(briefing) if section is None else section_table(briefing, section)
        write(json_text(table, ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "markdown":
        from .markdown import section_markdown, summary_markdown, write_markdown

        text = summary_markdown(briefing, full=full) if section is None else section_markdown(briefing, section)
        write_markdown(text, target)
    else:
        from .summary import one_section, summary_lines

        briefing = _readable(briefing, target)
        if section is None:
            lines = summary_lines(briefing, target.width, target.glyphs, full=full)
        else:
            lines = one_section(briefing, section, target.width, target.glyphs)
        print_lines(lines, target)
    return 0


def _print_findings(briefing: Briefing, addresses: Sequence[str], form: str, target: Target) -> int:
    if form == "json":
        from .json_form import findings_table, json_text

        write(json_text(findings_table(briefing, addresses), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "markdown":
        from .markdown import findings_markdown, write_markdown

        write_markdown(findings_markdown(briefing, addresses), target)
    else:
        from .summary import some_findings

        print_lines(some_findings(_readable(briefing, target), addresses, target.width, target.glyphs), target)
    return 0


def print_sources(words: Sequence[str], default: str, form: str, target: Target) -> int:
    """Print all works of a brief or some: `words` are a brief, a key or note number, or both; `default` is the brief where none is named.

    Raises as `print_summary` does.
    """
    name, wanted = _brief_and_work(words, default)
    place = ""
    if SIGN in name:
        name, place = split(name)
    briefing = _loaded(name, form)
    keys: list[str] | None = None
    if place:
        from .findings import keys_behind

        keys = keys_behind(briefing, entries_at(briefing, place))
    if wanted is not None:
        from .sources import keys_of

        try:
            keys = keys_of(briefing, wanted)
        except KeyError:
            raise RefusedError(_not_there(wanted, briefing, words)) from None
    if form == "json":
        from .json_form import json_text, sources_table

        write(json_text(sources_table(briefing, keys), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "markdown":
        from .markdown import sources_markdown, write_markdown

        write_markdown(sources_markdown(briefing, keys), target)
    else:
        from .sources import source_detail, source_lines
        from .summary import MEASURE, joined

        briefing = _readable(briefing, target)
        width = min(target.width, MEASURE)
        if keys is None or place:
            print_lines(source_lines(briefing, width, set(), keys), target)
        else:
            print_lines(joined([source_detail(briefing, key, width) for key in keys]), target)
    return 0


def print_evidence(name: str, form: str, target: Target) -> int:
    """Print what the findings of a brief rest on. Raises as `print_summary` does."""
    from . import weighing, weighing_forms

    briefing = _loaded(name, form)
    return _print(
        form,
        target,
        lambda: weighing_forms.weighing_table(briefing),
        lambda: weighing_forms.weighing_markdown(briefing),
        lambda width: weighing.weighing_lines(_readable(briefing, target), width, target.glyphs),
    )


def print_comparison(names: Sequence[str], form: str, target: Target, *, full: bool = False) -> int:
    """Print briefs beside each other. Raises as `print_summary` does."""
    from os.path import realpath

    from ..brief.comparison import beside
    from . import comparison, comparison_forms

    briefings = _all_loaded(names, form)
    files = [realpath(briefing.path) for briefing in briefings]
    if again := next((name for place, name in enumerate(names) if files.index(files[place]) < place), ""):
        raise RefusedError(_("{brief} is named twice").format(brief=again))
    return _print(
        form,
        target,
        lambda: comparison_forms.comparison_table(beside(briefings)),
        lambda: comparison_forms.comparison_markdown(beside(briefings)),
        lambda width: comparison.comparison_lines(
            beside([_readable(briefing, target) for briefing in briefings]), width, target.glyphs, full=full
        ),
    )


def print_standing(name: str, form: str, target: Target) -> int:
    """Print where the country of a brief stands in its edition. Raises as `print_summary` does."""
    from . import standing, standing_forms

    briefing = _loaded(name, form)
    return _print(
        form,
        target,
        lambda: standing_forms.standing_table(briefing),
        lambda: standing_forms.standing_markdown(briefing),
        lambda width: standing.command_lines(_readable(briefing, target), width, target.glyphs),
    )


def _print(form: str, target: Target, table: Callable[[], Table], markdown: Callable[[], str], lines: Callable[[int], list[Line]]) -> int:
    """Print in the form that is asked for; `lines` is told the width."""
    if form == "json":
        from .json_form import json_text

        write(json_text(table(), ascii_only=not target.glyphs.utf8), target.stream)
    elif form == "markdown":
        from .markdown import write_markdown

        write_markdown(markdown(), target)
    else:
        from .summary import MEASURE

        print_lines(lines(min(target.width, MEASURE)), target)
    return 0


def _loaded(name: str, form: str) -> Briefing:
    """Return a brief as it is shown; for programs as it is, with the references in its own language, whoever asks."""
    return _all_loaded([name], form)[0]


def _all_loaded(names: Sequence[str], form: str) -> list[Briefing]:
    """Return several briefs likewise; of their languages that of the first counts."""
    briefings = [load(name) for name in names]
    first = briefings[0].brief.brief.language
    if form == "json":
        use(first)
        return briefings
    follow(first)
    from ..brief.shown import shown

    return [shown(briefing) for briefing in briefings]


def _readable(briefing: Briefing, target: Target) -> Briefing:
    """Return the brief in characters that the target takes."""
    if target.glyphs.utf8:
        return briefing
    from .ascii import in_ascii

    return Briefing(briefing.path, in_ascii(briefing.brief), in_ascii(briefing.method))


def _brief_and_work(words: Sequence[str], default: str) -> tuple[str, str | None]:
    """Tell a brief from a work where only one word is given."""
    if len(words) != 1:
        return (words[0], words[1]) if words else (default, None)
    word = words[0]
    if SIGN in word:
        return word, None
    if word.strip("[]*").isdigit():
        return default, word
    try:
        library.locate(word)
    except DocumentError:
        is_path = "/" in word or word.endswith(".toml")
        return (word, None) if is_path else (default, word)
    return word, None


def _not_there(word: str, briefing: Briefing, words: Sequence[str]) -> str:
    said = _("there is no source “{word}” in {brief}").format(word=word, brief=briefing.brief.brief.id)
    if word.strip("[]*").isdigit():
        said += _numbers_there_are(briefing, outside="*" in word)
    elif len(words) == 1:
        said += _(", and no brief of that name")
    from difflib import get_close_matches

    near = get_close_matches(word[:80], briefing.index.sources, 3)
    return said + ("\n" + _("did you mean {names}?").format(names=_(" or ").join(near)) if near else "")


def _numbers_there_are(briefing: Briefing, *, outside: bool) -> str:
    """Return which numbers works have: those of the report's notes, or those with a sign that are from outside it."""
    index = briefing.index
    labels = (index.label(key) for key in index.sources if index.outside(key))
    numbers = [int(label[1:]) for label in labels if label[:1] == "*" and label[1:].isdigit()]
    if not outside:
        numbers = [note for key in index.sources for note in index.work(key).notes]
    if not numbers:
        return ""
    sign = "*" if outside else ""
    return "\n" + _("there are {first} to {last}").format(first=f"{sign}{min(numbers)}", last=f"{sign}{max(numbers)}")
