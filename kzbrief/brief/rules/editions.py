"""Rules of editions and categories."""

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
            hint = case.places.did_you_mean(name, known) or _("it has: {names}").format(names=", ".join(known))
            yield case.places.problem("no-such-category", message, path, hint=hint, key=key)


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


def outside_sources(case: Case) -> Iterator[Problem]:
    """Yield figures from outside the report that do not say where they stand."""
    message = _("what comes from outside the report (role “context”) needs “cites”: where it stands")
    for number, edition in enumerate(case.brief.editions):
        if edition.role == "context" and not edition.cites:
            yield case.places.problem("no-cites", message, ("edition", number, "role"))
    for number, series in enumerate(case.brief.series):
        if series.role == "context" and not series.cites and not all(point.cites for point in series.points):
            yield case.places.problem("no-cites", message, ("series", number, "role"))
