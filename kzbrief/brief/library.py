"""Where briefs and methods lie: shipped ones by name from any folder, others by their path.

Paths are strings, since `pathlib` would cost every command some milliseconds.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..i18n import _
from ..restricted import restricted
from ..toml.problems import DocumentError, Problem

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_ENDING = ".toml"
_YEAR = re.compile(r"-[0-9]{4}\Z")


class Folder(NamedTuple):
    """A folder in which briefs lie."""

    path: str
    """The folder."""
    kind: str
    """`path` for one of KZBRIEF_PATH, `own` for the user's own, `shipped`, or `beside` for any other, whose files need not be briefs."""


def data_folder(kind: str) -> str:
    """Return the folder of shipped `briefs` or `themes`: inside the package when installed, beside it in a checkout."""
    installed = os.path.join(_PACKAGE, "data", kind)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), kind)


def shipped() -> list[str]:
    """Return the paths of the briefs that come with kzbrief, by name."""
    return documents(data_folder("briefs"))


def own_folder() -> str:
    """Return the folder for the user's own briefs, with `methods` in it as in the shipped one, whether it exists or not."""
    linux = sys.platform.startswith("linux")
    if linux:
        # As platformdirs has it; importing that would take longer than reading a brief.
        base = os.environ.get("XDG_DATA_HOME", "")
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.local/share"), "kzbrief", "briefs")
    from platformdirs import user_data_dir

    return os.path.join(user_data_dir("kzbrief", appauthor=False), "briefs")


def folders() -> list[Folder]:
    """Return the folders whose briefs can be opened by name, the ones that count first: KZBRIEF_PATH, the user's own, the shipped.

    In restricted use these are the first of KZBRIEF_PATH and the shipped one.
    """
    added = [Folder(path, "path") for path in filter(None, os.environ.get("KZBRIEF_PATH", "").split(os.pathsep))]
    return [*(added[:1] if restricted() else [*added, Folder(own_folder(), "own")]), Folder(data_folder("briefs"), "shipped")]


def known() -> list[str]:
    """Return the paths of all briefs that can be opened by name, by name; of two with the same name the one in the folder that counts."""
    found = by_name()
    return [found[name] for name in sorted(found)]


def by_name() -> dict[str, str]:
    """Return the paths of all briefs that can be opened by name, by that name."""
    found: dict[str, str] = {}
    for folder in folders():
        for path in documents(folder.path):
            found.setdefault(name_of(path), path)
    return found


def name_of(path: str) -> str:
    """Return the name under which a file is opened, as in `kazakhstan-2011`."""
    name = os.path.basename(path)
    return name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name


def locate(name: str | os.PathLike[str]) -> str:
    """Return the path of a brief: a path as it is; a name among the known briefs, with or without its year, else in the current folder.

    Raises DocumentError, not readable, where there is no such brief, where the name fits several, and for any other path
    in restricted use.
    """
    name = os.fspath(name)
    named_only = restricted()
    if _is_path(name):
        if named_only and name not in known():  # the same for what exists and for what does not
            raise DocumentError(
                name, [Problem("no-such-brief", _("briefs are opened by their names here"), hint=listing_hint())], readable=False
            )
        if not os.path.exists(name):
            raise _missing_file(name)
        return name
    paths = by_name()
    wanted = name.lower()
    if wanted in paths:
        return paths[wanted]
    fitting = [other for other in paths if _YEAR.sub("", other.lower()) == wanted or other.lower() == wanted]
    if len(fitting) == 1:
        return paths[fitting[0]]
    if not named_only:
        if os.path.exists(name):
            return name
        if here := _here(name):
            return here
    if fitting:
        message = _("the name fits several briefs: {names}").format(names=", ".join(fitting))
        raise DocumentError(name, [Problem("ambiguous-brief", message, hint=_("give the year, too"))], readable=False)
    raise _unknown(name, paths)


def path_to_come(name: str) -> str:
    """Return the path of a brief as `locate` does, but of a file that is not there yet, too, where the name is a path."""
    return name if _is_path(name) and not restricted() else locate(name)


def method_path(name: str, brief: str | os.PathLike[str] | None = None) -> str:
    """Return the path of a method file: in the folder `methods` beside the brief's file, else in that of a folder of `folders`.

    Raises DocumentError, not readable, where there is none.
    """
    beside = [] if brief is None else [os.path.dirname(os.path.abspath(brief))]
    methods = [os.path.join(folder, "methods") for folder in (*beside, *(folder.path for folder in folders()))]
    if name == os.path.basename(name):
        for folder in methods:
            path = os.path.join(folder, name + _ENDING)
            if os.path.isfile(path) and not (restricted() and _leads_out(path, os.path.dirname(folder))):
                return path
    names = (name_of(path) for folder in methods for path in documents(folder))
    problem = Problem("no-such-method", _("there is no method “{name}”").format(name=name), hint=_did_you_mean(name, names))
    raise DocumentError(name, [problem], readable=False)


def _here(name: str) -> str | None:
    """Return the file of that name in the current folder, which never counts before a brief that is known."""
    path = name + _ENDING
    return path if name and not restricted() and not _is_path(name) and os.path.isfile(path) else None


def methods() -> list[str]:
    """Return the names of the method files in the folders of `folders`."""
    return sorted({name_of(path) for folder in folders() for path in documents(os.path.join(folder.path, "methods"))})


def documents(folder: str) -> list[str]:
    """Return the paths of the TOML files of a folder, by name; none where the folder cannot be read."""
    try:
        with os.scandir(folder) as entries:
            files = [entry.path for entry in entries if entry.name.endswith(_ENDING) and entry.name[0] != "." and entry.is_file()]
    except (OSError, ValueError):
        return []
    if restricted():
        files = [path for path in files if not _leads_out(path, folder)]
    return sorted(files)


def _leads_out(path: str, folder: str) -> bool:
    """Return whether a file of a folder lies elsewhere, by a symbolic link."""
    return not os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))


def told(path: str) -> str:
    """Return what a file is called to whoever reads: its path; in restricted use the name alone of one in the folders of briefs."""
    if not restricted():
        return path
    return name_of(path) if any(path.startswith(os.path.join(folder.path, "")) for folder in folders()) else path


def _is_path(name: str) -> bool:
    return os.sep in name or (os.altsep is not None and os.altsep in name) or name.lower().endswith(_ENDING)


def _missing_file(path: str) -> DocumentError:
    """Return the error for a path where nothing is, with names near it in that folder or among the known briefs."""
    folder, base = os.path.split(path)
    # Endings are alike in all names, so they say nothing about nearness.
    files = {name_of(other): os.path.basename(other) for other in documents(folder or ".")}
    hint = _did_you_mean(name_of(base), files, files)
    if not folder and not hint and name_of(base) in map(name_of, known()):
        hint = _("a brief that comes with kzbrief is opened by its name: {name}").format(name=name_of(base))
    return DocumentError(path, [Problem("cannot-read", _("there is no such file"), hint=hint)], readable=False)


def _unknown(name: str, paths: Iterable[str]) -> DocumentError:
    names = list(paths)
    hint = _did_you_mean(name, [*names, *(_YEAR.sub("", other) for other in names)])
    if not hint:
        hint = listing_hint()
    return DocumentError(name, [Problem("no-such-brief", _("there is no brief of this name"), hint=hint)], readable=False)


def listing_hint() -> str:
    """Return how to find the name of a brief."""
    return _("“kzbrief list” shows the names") if restricted() else _("“kzbrief list” shows the names; the path of a file works, too")


def _did_you_mean(name: str, names: Iterable[str], shown: Mapping[str, str] | None = None) -> str | None:
    """Return a hint with the names that are near one, each as it is to be shown."""
    from ..toml.near import nearest  # only when something went wrong

    near = [shown[other] if shown else other for other in nearest(name, dict.fromkeys(names), 3)]
    return _("did you mean {names}?").format(names=_(" or ").join(near)) if near else None
