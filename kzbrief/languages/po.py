"""Reading a catalogue's source without a build: as much of the format as `ru.po` and its like use.

A wheel holds compiled catalogues, made with Babel (`hatch_build.py`); this serves checkouts, and its tests hold it against Babel.
"""

from __future__ import annotations

import re
import struct

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_ESCAPE = re.compile(r"\\(.)")
_ENTRY = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]\])?)[ \t]+"(.*)"\Z')
_MAGIC = 0x950412DE


def messages(text: str) -> dict[str, str]:
    """Return what a catalogue translates, in the form of compiled catalogues: context before `\\x04`, plural forms divided by `\\0`.

    Left out is what is fuzzy, obsolete or not translated.
    """
    found: dict[str, str] = {}
    entry: dict[str, str] = {}
    field, fuzzy = "", False
    for line in [*text.splitlines(), ""]:
        line = line.strip()
        if line.startswith('"') and field:
            entry[field] += _unescaped(line[1:-1])
            continue
        match = _ENTRY.match(line)
        if match:
            field = match[1]
            entry[field] = _unescaped(match[2])
        elif not line or line.startswith("#"):
            if "msgid" in entry and not fuzzy:
                _keep(entry, found)
            if entry:
                entry, field, fuzzy = {}, "", False
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
    return found


def compiled(text: str) -> bytes:
    """Return the compiled form of a catalogue, as gettext reads it."""
    entries = sorted((key.encode(), value.encode()) for key, value in messages(text).items())
    keys = b"".join(key + b"\0" for key, _value in entries)
    values = b"".join(value + b"\0" for _key, value in entries)
    table = 28
    start = table + 16 * len(entries)
    head = struct.pack("<7I", _MAGIC, 0, len(entries), table, table + 8 * len(entries), 0, start)
    numbers: list[int] = []
    for at, column in ((start, 0), (start + len(keys), 1)):
        for entry in entries:
            numbers += (len(entry[column]), at)
            at += len(entry[column]) + 1
    return head + struct.pack(f"<{len(numbers)}I", *numbers) + keys + values


def _keep(entry: dict[str, str], found: dict[str, str]) -> None:
    forms = [value for name, value in entry.items() if name.startswith("msgstr")]
    if not all(forms):
        return
    key = entry["msgid"]
    if "msgid_plural" in entry:
        key += "\0" + entry["msgid_plural"]
    if "msgctxt" in entry:
        key = f"{entry['msgctxt']}\x04{key}"
    found[key] = "\0".join(forms)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), text) if "\\" in text else text
