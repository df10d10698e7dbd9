"""The JSON Schemas of the files that people write and of JSON output: printed, and the one of briefs laid beside a new brief.

They are made from the model by docs/file_schemas.py and docs/json_schema.py, and shipped as files.
"""

from __future__ import annotations

import os
import sys

from ..brief.library import data_folder
from ..i18n import _
from ..refusal import RefusedError
from .files import write_new

KINDS = ("brief", "method", "theme", "output")
"""What has a schema: the files that people write, and what `--format json` prints."""
BESIDE = "kzbrief.schema.json"
"""Name of the schema of briefs where it lies beside them."""
DIRECTIVE = f"#:schema ./{BESIDE}"
"""First line of a brief, by which an editor finds the schema."""


def text(kind: str) -> str:
    """Return the schema of one of KINDS, as JSON. Raises RefusedError where this installation has none."""
    path = os.path.join(data_folder("schemas"), f"{kind}.schema.json")
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError as error:
        raise RefusedError(_("{path} cannot be read: {reason}").format(path=path, reason=error.strerror)) from None


def show(kind: str) -> int:
    """Print a schema and return 0."""
    from ..output.printer import write

    write(text(kind), sys.stdout)
    return 0


def lay_beside(brief: str) -> str:
    """Write the schema of briefs into the folder of a brief, unless a file of that name is there; return what to say about it."""
    path = os.path.join(os.path.dirname(brief), BESIDE)
    try:
        with open(path, encoding="utf-8") as file:
            there = file.read()
    except (OSError, ValueError):
        there = None
    try:
        wanted = text("brief")
        if there is None and not os.path.lexists(path):
            write_new(path, wanted)
            return _("{path} lies beside it: field names for your editor").format(path=path)
    except RefusedError as error:  # the brief is there, and can do without
        return str(error)
    if there == wanted:
        return _("{path} was there already: field names for your editor").format(path=path)
    return _("{path} is not what this program would write, and stays as it is; “kzbrief schema” prints that").format(path=path)
