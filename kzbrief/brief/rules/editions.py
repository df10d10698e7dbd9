"""Rules of editions and categories: their years, their roles, and that each category has one section."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path, Problem
from .case import Case


def category_ids(case: Case) -> Iterator[Problem]:
    """Yield categories that the method does not have, of sections and in scores."""
    known = [category.id for category in case.method.categories] if case.method else []
    if not known or None in known:
        return  # faults of the method itself, which are reported elsewhere
    places: list[tuple[Path, str, bool]] = [
        (("section", number, "category"), section.category, False)
        for number, section in enumerate(case.brief.sections)
        if section.category is not None
    ]
    for number, edition in enumerate(case.brief.editions):
        places.extend((("edition", number, "scores", name), name, True) for name in edition.scores)
        for index, disputed in enumerate(edition.disputed):
            places.extend((("edition", number, "disputed", index, "scores", name), name, True) for name in disputed.scores)
    for path, name, key in places:
        if name not in known:
            message = _("the method has no category “{name}”").format(name=name)
            hint = _by_title(case, name) or case.did_you_mean(name, known) or _("it has: {names}").format(names=", ".join(known))
            yield case.places.problem("no-such-category", message, path, hint=hint, key=key)


def _by_title(case: Case, name: str) -> str | None:
    """Return the category whose title or letter was written in the place of its id."""
    from ..slugs import slug

    for category in case.method.categories if case.method else ():
        if name == category.letter or slug(name) in (slug(category.title or ""), slug(category.short or "")):
            return _("write {name}").format(name=category.id)
    return None


def categories_once(case: Case) -> Iterator[Problem]:
    """Yield sections that claim a category that another has: its score can stand at one of them only."""
    first: dict[str, int] = {}
    for number, section in enumerate(case.brief.sections):
        if section.category is None or first.setdefault(section.category, number) == number:
            continue
        other = case.brief.sections[first[section.category]]
        line = case.places.of(("section", first[section.category], "category")).line
        message = _("the section “{title}” in line {line} has the category “{name}” already").format(
            title=other.title or other.id or "", line=line, name=section.category
        )
        hint = _("a category belongs to one section; leave it out where the section has no score of its own")
        yield case.places.problem("category-twice", message, ("section", number, "category"), hint=hint)


def edition_roles(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with the edition that the brief is about: there is one, and it is of the year of the heading."""
    year = case.brief.brief.edition
    these = [index for index, edition in enumerate(case.brief.editions) if edition.role == "this"]
    if not these and "edition" not in case.in_doubt and all(edition.role is not None for edition in case.brief.editions):
        message = _("no [[edition]] has the role “this”: the scores of the edition that the brief is about are missing")
        hint = _("an edition without scores is an [[edition]] with year and role alone")
        yield case.places.problem("no-edition", message, ("brief", "edition"), hint=hint)
    for index in these[:1]:
        found = case.brief.editions[index].year
        if found is not None and year is not None and found != year:
            message = _("the role “this” is that of edition {found}, but the brief is about edition {year}").format(found=found, year=year)
            yield case.places.problem("wrong-edition", message, ("edition", index, "year"))
    for index in these[1:]:
        message = _("only one edition can have the role “this”; line {line} has it already").format(
            line=case.places.of(("edition", these[0], "role")).line
        )
        yield case.places.problem("wrong-edition", message, ("edition", index, "role"), hint=_("write “previous” or “context”"))


def edition_years(case: Case) -> Iterator[Problem]:
    """Yield editions whose years do not fit: a previous one is earlier, and no other has the year that the brief is about."""
    editions = case.brief.editions
    this = next((index for index, edition in enumerate(editions) if edition.role == "this"), None)
    year = None if this is None else editions[this].year
    for index, edition in enumerate(editions):
        path = ("edition", index)
        if edition.printed_in is not None and edition.year is not None and edition.printed_in < edition.year:
            message = _("the figures of {year} cannot be printed in the edition of {earlier}")
            message = message.format(year=edition.year, earlier=edition.printed_in)
            yield case.places.problem("wrong-edition", message, (*path, "printed-in"))
        if year is None or edition.year is None or this is None:
            continue
        if edition.role == "previous" and edition.year >= year:
            message = _("a previous edition is earlier than that of {year}, which the brief is about").format(year=year)
            hint = _("figures of later editions have the role “context” and say in “cites” where they stand")
            yield case.places.problem("wrong-edition", message, (*path, "year"), hint=hint if edition.year > year else None)
        elif edition.role == "context" and edition.year == year and edition.printed_in is None:
            message = _("the edition of {year} stands in line {line} already").format(
                year=year, line=case.places.of(("edition", this, "year")).line
            )
            hint = _("other figures for it stand in its “disputed”; a later edition that prints them again is named by “printed-in”")
            yield case.places.problem("wrong-edition", message, (*path, "year"), hint=hint)


def outside_sources(case: Case) -> Iterator[Problem]:
    """Yield figures from outside the report that do not say where they stand."""
    message = _("what comes from outside the report (role “context”) needs “cites”: where it stands")
    for number, edition in enumerate(case.brief.editions):
        if edition.role == "context" and not edition.cites:
            yield case.places.problem("no-cites", message, ("edition", number, "role"))
    for number, fact in enumerate(case.brief.facts):
        if fact.role == "context" and not fact.cites:
            yield case.places.problem("no-cites", message, ("fact", number, "role"))
    for number, series in enumerate(case.brief.series):
        if series.role == "context" and not series.cites and not all(point.cites for point in series.points):
            yield case.places.problem("no-cites", message, ("series", number, "role"))
