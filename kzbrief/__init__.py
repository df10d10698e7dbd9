"""kzbrief: country reports on internet freedom as briefings, in the terminal and in Python.

    >>> import kzbrief
    >>> briefing = kzbrief.load("kazakhstan-2011")  # a shipped brief's name, or the path of a file
    >>> for entry in briefing.index.entries:  # the findings in the order of the report
    ...     print(entry.address, entry.finding.headline)
    >>> for key in briefing.index.sources:  # the works behind them
    ...     print(kzbrief.reference(briefing.index.work(key), briefing.index.candidates(key)))

A file that is refused raises `DocumentError`, whose `problems` say what is wrong and where.
"""

from __future__ import annotations

TYPE_CHECKING = False  # what type checkers take for true; `typing` itself would cost every command three milliseconds

if TYPE_CHECKING:
    from .brief.briefing import Briefing as Briefing
    from .brief.briefing import load as load
    from .brief.dates import Date as Date
    from .brief.index import Index as Index
    from .brief.library import shipped as shipped
    from .brief.model import Brief as Brief
    from .brief.references import reference as reference
    from .brief.references import short as short
    from .toml.problems import DocumentError as DocumentError
    from .toml.problems import Problem as Problem

__version__ = "0.1.0"
DEFAULT_BRIEF = "kazakhstan-2011"
"""The brief that is meant where none is named."""

# Names and where they come from: importing the package alone must cost nothing, since every command does it.
_ORIGINS = {
    "Brief": "brief.model",
    "Briefing": "brief.briefing",
    "Date": "brief.dates",
    "DocumentError": "toml.problems",
    "Index": "brief.index",
    "Problem": "toml.problems",
    "load": "brief.briefing",
    "reference": "brief.references",
    "shipped": "brief.library",
    "short": "brief.references",
}

__all__ = [
    "Brief",
    "Briefing",
    "Date",
    "DocumentError",
    "Index",
    "Problem",
    "__version__",
    "load",
    "reference",
    "shipped",
    "short",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    origin = _ORIGINS.get(name)
    if origin is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{origin}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
