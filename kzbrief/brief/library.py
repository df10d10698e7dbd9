"""Where briefs and methods lie: shipped ones by name from any folder, others by their path.

Paths are strings, since `pathlib` would cost every command some milliseconds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from ..i18n import _
from ..restricted import restricted
from ..toml.problems import DocumentError, Problem

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_ENDING = ".toml"
_YEAR = re.compile(r"-[0-9]{4}\Z")


def data_folder(kind: str) -> str:
    """Return the folder of shipped `briefs` or `themes`: inside the package when installed, beside it in a checkout."""
    installed = os.path.join(_PACKAGE, "data", kind)
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), kind)


def shipped() -> list[str]:
    """Return the paths of the briefs that come with kzbrief, by name."""
    return _documents(data_folder("briefs"))


def known() -> list[str]:
    """Return the paths of all briefs that can be opened by name, by name: those in the folders of KZBRIEF_PATH and the shipped ones.

    Of two with the same name the first found counts, folders of KZBRIEF_PATH first. In restricted use that is its first folder alone.
    """
    found: dict[str, str] = {}
    for folder in _folders():
        for path in _documents(folder):
            found.setdefault(name_of(path), path)
    return [found[name] for name in sorted(found)]


def name_of(path: str) -> str:
    """Return the name under which a file is opened, as in `kazakhstan-2011`."""
    name = os.path.basename(path)
    return name[: -len(_ENDING)] if name.lower().endswith(_ENDING) else name


def locate(name: str | os.PathLike[str]) -> str:
    """Return the path of a brief: a path as it is, a name among the known briefs, with or without its year.

    Raises DocumentError, not readable, where there is no such brief, where the name fits several, and for any other path
    in restricted use.
    """
    name = os.fspath(name)
    named_only = restricted()
    if _is_path(name):
        if named_only and name not in known():  # the same for what exists and for what does not
            raise DocumentError(name, [Problem("no-such-brief", _("briefs are opened by their names here"), hint=_names())], readable=False)
        if not os.path.exists(name):
            raise _missing_file(name)
        return name
    paths = {name_of(path): path for path in known()}
    wanted = name.lower()
    if wanted in paths:
        return paths[wanted]
    fitting = [other for other in paths if _YEAR.sub("", other.lower()) == wanted or other.lower() == wanted]
    if len(fitting) == 1:
        return paths[fitting[0]]
    if not named_only and os.path.exists(name):
        return name
    if fitting:
        message = _("the name fits several briefs: {names}").format(names=", ".join(fitting))
        raise DocumentError(name, [Problem("ambiguous-brief", message, hint=_("give the year, too"))], readable=False)
    raise _unknown(name, paths)


def method_path(name: str, brief: str | os.PathLike[str] | None = None) -> str:
    """Return the path of a method file: in the folder `methods` beside the brief's file, in KZBRIEF_PATH, or shipped.

    Raises DocumentError, not readable, where there is none.
    """
    folders = [] if brief is None else [os.path.dirname(os.path.abspath(brief))]
    methods = [os.path.join(folder, "methods") for folder in (*folders, *_folders())]
    if name == os.path.basename(name):
        for folder in methods:
            path = os.path.join(folder, name + _ENDING)
            if os.path.isfile(path):
                return path
    names = (name_of(path) for folder in methods for path in _documents(folder))
    problem = Problem("no-such-method", _("there is no method “{name}”").format(name=name), hint=_did_you_mean(name, names))
    raise DocumentError(name, [problem], readable=False)


def _folders() -> list[str]:
    added = [*filter(None, os.environ.get("KZBRIEF_PATH", "").split(os.pathsep))]
    return [*(added[:1] if restricted() else added), data_folder("briefs")]


def _documents(folder: str) -> list[str]:
    """Return the paths of the TOML files of a folder, by name; none where the folder cannot be read."""
    try:
        with os.scandir(folder) as entries:
            files = [entry.path for entry in entries if entry.name.endswith(_ENDING) and entry.name[0] != "." and entry.is_file()]
    except (OSError, ValueError):
        return []
    return sorted(files)


def _is_path(name: str) -> bool:
    return os.sep in name or (os.altsep is not None and os.altsep in name) or name.lower().endswith(_ENDING)


def _missing_file(path: str) -> DocumentError:
    """Return the error for a path where nothing is, with names near it in that folder or among the known briefs."""
    folder, base = os.path.split(path)
    # Endings are alike in all names, so they say nothing about nearness.
    files = {name_of(other): os.path.basename(other) for other in _documents(folder or ".")}
    hint = _did_you_mean(name_of(base), files, files)
    if not folder and not hint and name_of(base) in map(name_of, known()):
        hint = _("a brief that comes with kzbrief is opened by its name: {name}").format(name=name_of(base))
    return DocumentError(path, [Problem("cannot-read", _("there is no such file"), hint=hint)], readable=False)


def _unknown(name: str, paths: Iterable[str]) -> DocumentError:
    names = list(paths)
    hint = _did_you_mean(name, [*names, *(_YEAR.sub("", other) for other in names)])
    if not hint:
        hint = _names()
    return DocumentError(name, [Problem("no-such-brief", _("there is no brief of this name"), hint=hint)], readable=False)


def _names() -> str:
    return _("“kzbrief list” shows the names") if restricted() else _("“kzbrief list” shows the names; the path of a file works, too")


def _did_you_mean(name: str, names: Iterable[str], shown: Mapping[str, str] | None = None) -> str | None:
    """Return a hint with the names that are near one, each as it is to be shown."""
    from ..toml.near import nearest  # only when something went wrong

    near = [shown[other] if shown else other for other in nearest(name, dict.fromkeys(names), 3)]
    return _("did you mean {names}?").format(names=_(" or ").join(near)) if near else None
