"""The words of all briefs in the index: full-text search by SQLite's FTS5, over words that were folded here.

FTS5 leaves ё alone and knows no forms of words. So it gets folded words, and a table of their stems says which of them a question means.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from ..brief.briefing import Briefing
from ..brief.search.folding import plain_words
from ..brief.search.passages import Passage, passages
from ..brief.search.query import Query, Term, grows
from ..brief.search.stems import stem

_BITS = 20
"""Bits of a rowid for the number of a passage in its brief."""
_TOGETHER = 16
"""Passages that are packed together: fewer take more room, more take longer to unpack for the one that is shown."""
_CHUNKS = 16
"""Bits of the number of such a pack; `store.py` knows it, too."""
TABLES = (
    "CREATE TABLE word (word TEXT NOT NULL, stem TEXT NOT NULL, PRIMARY KEY (word, stem)) WITHOUT ROWID",
    "CREATE INDEX word_stem ON word (stem)",
    "CREATE TABLE texts (id INTEGER PRIMARY KEY, passages BLOB NOT NULL)",
    # Everything beyond ASCII is a letter here: what is a word has been settled before.
    "CREATE VIRTUAL TABLE passage USING fts5 (head, body, tags, tokenize = \"ascii tokenchars '_-'\")",
    f"""
    CREATE TRIGGER forgotten AFTER DELETE ON brief BEGIN
        DELETE FROM passage WHERE rowid >= old.id << {_BITS} AND rowid < (old.id + 1) << {_BITS};
        DELETE FROM texts WHERE id >= old.id << {_CHUNKS} AND id < (old.id + 1) << {_CHUNKS};
    END
    """,
)
"""What is made in the index; rows of `passage` have the id of their brief and their number in it for a rowid, `texts` in the same way."""
_MOST_FORMS = 300
"""Most forms of a word that are looked for."""
_MANY = 5_000
"""Passages of which the best are looked for among those first that have the words in their headlines."""
_HEADLINE, _TEXT = 8.0, 1.0
"""Weights of headlines and of all else."""


class Words(NamedTuple):
    """What is kept of the words of a brief."""

    texts: list[bytes]
    """Its passages, so many packed together."""
    rows: list[tuple[int, str, str, str]]
    """For each passage its number, the words of a headline, those of its other texts, its tags."""
    stems: set[tuple[str, str]]
    """Its words, each with its stem, or with nothing where there is none."""


class Hits(NamedTuple):
    """What was found."""

    total: int
    """How many passages."""
    best: list[tuple[int, int]]
    """The best of them: id of the brief, and number of the passage in it."""


def words_of(briefing: Briefing) -> Words:
    """Return what is to be kept of a brief."""
    found = list(passages(briefing))[: 1 << _BITS]
    stems: dict[tuple[str, str], str] = {}
    rows: list[tuple[int, str, str, str]] = []
    for number, passage in enumerate(found):
        texts = []
        for piece in passage.pieces:
            own = plain_words(piece.text)
            texts.append(" ".join(own))
            for word in own:
                key = word, piece.language
                if key not in stems:
                    stems[key] = stem(word, piece.language)
        tags = " ".join(tag.replace(":", "_") for tag in passage.tags)
        # What is short counts more anyway: the names of events and works need no weight.
        head = texts.pop(0) if passage.kind == "finding" else ""
        # A gap between texts, so that no phrase is found across them.
        rows.append((number, head, " - ".join(texts), tags))
    packed = [zlib.compress(_encoder.encode(found[at : at + _TOGETHER]), 6) for at in range(0, max(1, len(found)), _TOGETHER)]
    return Words(packed, rows, {(word, root) for (word, _language), root in stems.items()})


def put(db: sqlite3.Connection, brief: int, words: Words) -> None:
    """Keep the words of a brief. Raises sqlite3.Error."""
    base = brief << _BITS
    db.executemany("INSERT INTO texts VALUES (?, ?)", (((brief << _CHUNKS) + at, pack) for at, pack in enumerate(words.texts)))
    rows = ((base + number, *texts) for number, *texts in words.rows)
    db.executemany("INSERT INTO passage (rowid, head, body, tags) VALUES (?, ?, ?, ?)", rows)
    db.executemany("INSERT OR IGNORE INTO word VALUES (?, ?)", words.stems)


def text(db: sqlite3.Connection, brief: int, number: int) -> Passage:
    """Return a passage. Raises sqlite3.Error, and ValueError or TypeError where it is damaged or not there."""
    chunk, place = divmod(number, _TOGETHER)
    (packed,) = db.execute("SELECT passages FROM texts WHERE id = ?", ((brief << _CHUNKS) + chunk,)).fetchone()
    try:
        return _passage.decode(_pack.decode(zlib.decompress(packed))[place])
    except (zlib.error, IndexError) as error:
        raise ValueError(error) from None


def search(db: sqlite3.Connection, query: Query, briefs: Sequence[int], limit: int) -> Hits | None:
    """Return what has all that is asked for in some briefs, the best first; None where one of them is gone. Raises sqlite3.Error."""
    known = {ident for (ident,) in db.execute("SELECT id FROM brief")}
    if not known.issuperset(briefs):
        return None
    asked = match(query, forms := {term: _forms(db, term) for term in query.terms})
    inside = f" AND rowid >> {_BITS} IN ({', '.join(map(str, briefs))})" if _has_words(db, known.difference(briefs)) else ""

    rank = f"bm25(passage, {_HEADLINE}, {_TEXT}, 0.0)" if query.terms else "rowid"

    def first(said: str) -> list[int]:
        ordered = f"SELECT rowid FROM passage WHERE passage MATCH ?{inside} ORDER BY {rank}, rowid LIMIT ?"
        return [row for (row,) in db.execute(ordered, (said, limit))]

    ((total,),) = db.execute(f"SELECT count(*) FROM passage WHERE passage MATCH ?{inside}", (asked,))
    # The order of very many takes long, and those with the words in their headline come first in it.
    best = first(match(query, forms, "head")) if total > _MANY and query.terms else []
    if len(best) < limit:
        best = first(asked)
    return Hits(total, [(row >> _BITS, row & ((1 << _BITS) - 1)) for row in best])


def _has_words(db: sqlite3.Connection, briefs: Iterable[int]) -> bool:
    """Return whether the index has words of one of some briefs: else none need be passed over."""
    return any(db.execute("SELECT 1 FROM texts WHERE id = ?", (ident << _CHUNKS,)).fetchone() for ident in briefs)


def match(query: Query, forms: Mapping[Term, Sequence[str]], columns: str = "head body") -> str:
    """Return a question as FTS5 takes it; nothing that a person typed is read as anything but a word there."""
    parts = [f"{{{columns}}} : ({_term(term, forms.get(term, ()))})" for term in query.terms]
    for name in dict.fromkeys(name for name, _value in query.fields):
        either = " OR ".join(_quoted(f"{name}_{value}") for field, value in query.fields if field == name)
        parts.append(f"tags : ({either})")
    return " AND ".join(parts)


def _term(term: Term, forms: Sequence[str]) -> str:
    said = _quoted(" ".join(term.words)) + (" *" if term.prefix else "")
    return " OR ".join([said, *(_quoted(form) for form in forms if form != term.words[0])])


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""').replace("\0", " ") + '"'


def _forms(db: sqlite3.Connection, term: Term) -> list[str]:
    """Return the words of the index that are forms of a word."""
    if term.exact:
        return []
    word = term.words[0]
    found = [form for (form,) in db.execute("SELECT word FROM word WHERE stem = ? LIMIT ?", (stem(word) or word, _MOST_FORMS))]
    if grows(word):
        longer = "SELECT word FROM word WHERE stem = '' AND word >= ? AND word < ? LIMIT ?"
        found += [form for (form,) in db.execute(longer, (word, word + "\U0010ffff", _MOST_FORMS))]
    return list(dict.fromkeys(found))


_encoder = msgspec.msgpack.Encoder()
_pack = msgspec.msgpack.Decoder(list[msgspec.Raw])
"""Of those that are packed together, one is asked for: the others stay as they are, which takes a quarter less."""
_passage = msgspec.msgpack.Decoder(Passage)
