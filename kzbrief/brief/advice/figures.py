"""Advice on figures: a sum or a band that disagrees is mostly a slip in copying, and now and then what the publisher prints."""

from __future__ import annotations

from collections.abc import Iterator

from ...i18n import _
from ...toml.problems import Path
from ..method import Scale
from ..model import Disputed, Edition
from ..rules.case import Case
from ..rules.scores import scale_of
from .advice import Advice


def figures(case: Case) -> Iterator[Advice]:
    """Yield totals that are not the sum of their parts, and statuses that are not the band of their total."""
    for number, edition in enumerate(case.brief.editions):
        scale = scale_of(case, edition.year)
        if scale is None:
            continue
        about = (f"edition:{edition.year}",)
        yield from _sum(case, edition, ("edition", number), about)
        yield from _band(edition, scale, ("edition", number), about)
        for index, disputed in enumerate(edition.disputed):
            yield from _sum(case, disputed, ("edition", number, "disputed", index), about)
            yield from _band(disputed, scale, ("edition", number, "disputed", index), about)


def _sum(case: Case, given: Edition | Disputed, path: Path, about: tuple[str, ...]) -> Iterator[Advice]:
    total = given.total
    if not given.scores or case.method is None or not isinstance(total, (int, float)):
        return
    parts = [given.scores.get(category.id) for category in case.method.categories]
    numbers = [part for part in parts if isinstance(part, (int, float))]
    if len(numbers) == len(parts) and abs(sum(numbers) - total) > 0.05:
        said = " + ".join(map(str, numbers))
        message = _("the total is {total}, but {parts} is {sum}").format(total=total, parts=said, sum=round(sum(numbers), 2))
        hint = _("compare the figures with the report; where it prints them so, say so in [[allow]] and in a [[remark]]")
        yield Advice("total-is-no-sum", message, (*path, "total"), about, hint)


def _band(given: Edition | Disputed, scale: Scale, path: Path, about: tuple[str, ...]) -> Iterator[Advice]:
    total, status = given.total, given.status
    words = [band.status for band in scale.bands]
    if not isinstance(total, (int, float)) or status not in words:
        return
    band = next((band for band in scale.bands if band.lowest is not None and band.lowest <= total <= (band.highest or 0)), None)
    if band is not None and band.status != status:
        message = _("the status is “{status}”, but a total of {total} is in the band of “{band}”")
        hint = _("compare both with the report; where it prints them so, say so in [[allow]] and in a [[remark]]")
        yield Advice("status-is-no-band", message.format(status=status, total=total, band=band.status), (*path, "status"), about, hint)
