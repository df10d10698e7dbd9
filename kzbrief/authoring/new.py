"""`kzbrief new`: a brief to fill in, which checks clean and can be read as it is."""

from __future__ import annotations

import datetime
import os
import re
import sys

from ..brief.countries import NAMES, is_free
from ..brief.library import method_path
from ..brief.load import load_brief, load_method
from ..brief.slugs import is_valid, slug
from ..i18n import _
from ..output.lines import clean
from ..output.printer import write
from ..refusal import RefusedError
from ..toml.near import nearest
from ..toml.problems import DocumentError
from .files import write_new
from .schemas import lay_beside
from .template import Start, text

METHOD = "freedom-on-the-net"
"""The method, where none is named."""
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")


def run(path: str, country: str, edition: str | None, method: str | None) -> int:
    """Write a new brief and the schema beside it, say so on stderr, and return 0.

    Raises RefusedError where the country, the edition, the method or the path is no good, DocumentError where the method has faults;
    then nothing is written.
    """
    stem, ending = os.path.splitext(os.path.basename(path))
    if ending != ".toml":
        shown = stem if stem.strip(".") not in ("", "toml") else "georgia-2011"
        raise RefusedError(_("the name of a brief ends with .toml, as in {name}.toml").format(name=shown))
    code = _code(country)
    year = _edition(edition, stem)
    method_name = method or METHOD
    method_file = load_method(_method(method_name, path))
    first = method_file.scales[0].first
    if year < first:
        raise RefusedError(_("{method} has no edition before {first}").format(method=method_name, first=first))
    title = NAMES.get(code) or _words(stem) or code
    named = is_valid(stem) and stem.endswith(f"-{year}")
    start = Start(
        path=path,
        id=stem if named else f"{slug(title)}-{year}",
        title=title,
        code=code,
        edition=year,
        method_name=method_name,
        method=method_file,
        today=datetime.date.today().isoformat(),
        guessed=edition is None and not _YEAR.search(stem),
    )
    _write(path, text(start))
    words = {"path": path, "country": title, "edition": year}
    lines = [
        _("{path}: a brief of {country}, edition {edition}, to fill in").format(**words),
        lay_beside(path),
        _("“kzbrief {path}” shows it, “kzbrief check {path}” looks for faults").format(**words),
    ]
    write("".join(f"{clean(line)}\n" for line in lines), sys.stderr)
    return 0


def _words(stem: str) -> str:
    """Return the words of a file name, each with a capital, without the year."""
    words = "".join(letter if letter.isprintable() else " " for letter in _YEAR.sub(" ", stem))
    return " ".join(words.replace("-", " ").replace("_", " ").split()).title()


def _write(path: str, text: str) -> None:
    try:
        write_new(path, text, load_brief)
    except DocumentError as error:  # a method that no brief can use
        reason = error.problems[0].message
        raise RefusedError(_("with this method no brief can be written: {reason}").format(reason=reason)) from None


def _code(country: str) -> str:
    """Return the code of a country; RefusedError, with what was probably meant, where there is none."""
    code = country.strip().upper()
    if code in NAMES or is_free(code):
        return code
    by_name = {name: known for known, name in NAMES.items()}
    near = ["United Kingdom"] if code in ("UK", "EN") else nearest(country, by_name, 3)
    if near:
        meant = _(" or ").join(_("{code} ({country})").format(code=by_name[name], country=name) for name in near)
        raise RefusedError(_("there is no country with the code “{code}”; did you mean {names}?").format(code=country, names=meant))
    hint = _("codes have two letters, as in KZ; AA, QM to QZ, XA to XZ and ZZ are free for a country that has none")
    raise RefusedError(_("there is no country with the code “{code}”").format(code=country) + "\n" + hint)


def _edition(given: str | None, stem: str) -> int:
    """Return the year that was given, else the one in the name of the file, else this year."""
    if given is not None:
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", given):
            raise RefusedError(_("“{edition}” is no year of an edition, as 2011 is").format(edition=given))
        return int(given)
    found = _YEAR.search(stem)
    return int(found[1]) if found else datetime.date.today().year


def _method(name: str, path: str) -> str:
    try:
        return method_path(name, path)
    except DocumentError as error:
        problem = error.problems[0]
        raise RefusedError("; ".join(filter(None, (problem.message, problem.hint)))) from None
