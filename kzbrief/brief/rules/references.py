"""Rules of references between tables: what is pointed to is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...i18n import _
from ...toml.problems import Path, Problem
from ..model import Event, Series
from .case import Case

KINDS = ("finding", "fact", "note", "source", "edition", "event", "series", "actor")
"""Kinds of things that `about` can name, as in `finding:carrier`; `report` stands alone."""


def about(case: Case) -> Iterator[Problem]:
    """Yield entries of `about` that lead nowhere: anything for remarks, findings alone for events and series."""
    items: tuple[tuple[str, Sequence[Event | Series]], ...] = (("event", case.brief.events), ("series", case.brief.series))
    for name, rows in items:
        for number, row in enumerate(rows):
            for index, reference in enumerate(row.about):
                yield from _check(case, reference, (name, number, "about", index), ("finding",))
    for number, remark in enumerate(case.brief.remarks):
        for index, reference in enumerate(remark.about):
            yield from _check(case, reference, ("remark", number, "about", index), KINDS)


def allowed(case: Case) -> Iterator[Problem]:
    """Yield codes and places of `[[allow]]` that are not there."""
    for number, allow in enumerate(case.brief.allow):
        if allow.code is not None and ("allow", number, "code") not in case.wrong:
            from ..codes import CODES  # few briefs silence anything

            if allow.code not in CODES:
                message = _("there is no diagnostic “{code}”").format(code=allow.code)
                hint = case.did_you_mean(allow.code, CODES) or _("the codes stand in brackets in what “kzbrief check” prints")
                yield case.places.problem("no-such-code", message, ("allow", number, "code"), hint=hint)
        if allow.code == "missing-note" and (allow.at or "").startswith("note:"):
            continue  # that no work has this number is what is allowed
        yield from _check(case, allow.at, ("allow", number, "at"), KINDS)


def key_findings(case: Case) -> Iterator[Problem]:
    """Yield key findings that are not there."""
    if "finding" in case.in_doubt:
        return
    for index, address in enumerate(case.brief.brief.key_findings):
        if address is not None and address not in case.addresses and not case.is_mended(address, case.addresses):
            hint = _address_hint(case, address)
            message = _("there is no finding “{address}”").format(address=address)
            yield case.places.problem("no-such-finding", message, ("brief", "key-findings", index), hint=hint)


def _address_hint(case: Case, address: str) -> str | None:
    """Return what to write for the address of a finding that is not there."""
    section = next((known for known in case.addresses if known.endswith("/" + address)), None)
    if section:
        return _("write it with its section: {address}").format(address=section)
    if any(part.strip() in case.addresses for part in address.split(",")[:-1]):
        entries = ", ".join(f'"{part.strip()}"' for part in address.split(","))
        return _("write each as a text of its own: {entries}").format(entries=entries)
    first = next((known for known in case.addresses if known.startswith(address + "/")), None)
    if first:
        return _("this is a section; write one of its findings, as in {address}").format(address=first)
    said = address.strip().casefold()
    headlines = ((section, finding) for section in case.brief.sections for finding in section.findings if finding.headline)
    known = next((f"{section.id}/{finding.id}" for section, finding in headlines if finding.headline.casefold() == said), None)
    return _("did you mean “{name}”?").format(name=known) if known else case.did_you_mean(address, case.addresses)


def actors(case: Case) -> Iterator[Problem]:
    """Yield actors of events and findings that are not there."""
    if "actor" in case.in_doubt:
        return
    lists: list[tuple[Path, list[str]]] = [(("event", number, "actors"), event.actors) for number, event in enumerate(case.brief.events)]
    lists.extend(((*path, "no-actors"), finding.no_actors) for path, finding in case.findings if finding.no_actors)
    for path, identifiers in lists:
        for index, identifier in enumerate(identifiers):
            known = case.names("actor")
            if identifier is not None and identifier not in known and not case.is_mended(identifier, known):
                message = _("there is no actor “{name}”").format(name=identifier)
                hint = case.did_you_mean(identifier, known)
                yield case.places.problem("no-such-actor", message, (*path, index), hint=hint)


def _check(case: Case, reference: str | None, path: Path, kinds: tuple[str, ...]) -> Iterator[Problem]:
    if reference is None or (reference == "report" and len(kinds) > 1):
        return
    kind, colon, name = reference.partition(":")
    if not colon or kind not in kinds:
        message = _("“{reference}” does not say what it is about").format(reference=reference)
        hint = None
        if kind not in KINDS:
            near = case.near(reference.rpartition("/")[2], case.names("finding"))
            hint = _("did you mean “{name}”?").format(name=f"finding:{near}") if near else None
        if hint is None:
            ways = ", ".join(f"{kind}:…" for kind in kinds)
            hint = _("write {ways} or report").format(ways=ways) if len(kinds) > 1 else _("write {ways}").format(ways=ways)
        yield case.places.problem("wrong-reference", message, path, hint=hint)
    elif kind not in case.in_doubt and name not in (names := case.names(kind)) and not case.is_mended(name, names):
        message = _("there is no {kind} “{name}”").format(kind=_words(kind), name=name)
        inside = (len(kind) + 1, len(name)) if name else None
        yield case.places.problem(f"no-such-{kind}", message, path, hint=_hint(case, kind, name), inside=inside)


def _hint(case: Case, kind: str, name: str) -> str | None:
    """Return what can be referred to instead of a name that is not there."""
    names = case.names(kind)
    if kind in ("note", "edition"):
        numbers = sorted(int(name) for name in names if name.isdigit())
        if not numbers:
            return None
        if kind == "note":
            return _("the notes go from {first} to {last}").format(first=numbers[0], last=numbers[-1])
        return _("the editions here are: {years}").format(years=", ".join(map(str, numbers)))
    near = case.near(name.rpartition("/")[2], names)
    return _("did you mean “{name}”?").format(name=f"{kind}:{near}") if near else None


def _words(kind: str) -> str:
    return {
        "finding": _("finding"),
        "fact": _("fact"),
        "note": _("note"),
        "source": _("source"),
        "edition": _("edition"),
        "event": _("event"),
        "series": _("series"),
        "actor": _("actor"),
    }[kind]
