"""The JSON Schema of what `--format json` prints: `python -m docs.json_schema` writes schemas/output.schema.json.

What comes from the tables of a brief is made from the classes of the model, with their docstrings; the rest is written here. A test
holds the file against this module, and validates what every command prints against it with no key unknown and none missing.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from kzbrief.brief import method, model, work
from kzbrief.brief.search.query import KINDS

from .schema_parts import COUNT, ROOT, SCORE, TEXT, Schema, array, described, or_null, ref, struct, table

PATH = ROOT / "schemas" / "output.schema.json"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMMANDS = ("summary", "section", "findings", "sources", "evidence", "standing", "compare", "list", "search", "check")
"""What is printed, by its name in `$defs`: `section` is `summary --section`, `findings` `summary BRIEF#FINDING`."""


def schema() -> Schema:
    """Return the schema: what any of the commands prints, each by itself in `$defs`."""
    return {
        "$schema": DIALECT,
        "title": "What kzbrief prints with --format json",
        "description": "Described in docs/json.md. Keys are added in later versions, never renamed; a schema of an earlier version holds.",
        "anyOf": [ref(name) for name in COMMANDS],
        "$defs": {**_commands(), **_parts()},
    }


def text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def strict(found: Any) -> Any:
    """Return a schema that allows no key which it does not name; for tests, since readers of JSON must allow new ones."""
    if isinstance(found, list):
        return [strict(item) for item in found]
    if not isinstance(found, dict):
        return found
    made = {key: strict(value) for key, value in found.items()}
    return {**made, "additionalProperties": False} if "properties" in found and "additionalProperties" not in found else made


def _commands() -> Schema:
    head = {"kzbrief": described("version of the program"), "format": described("version of the format of briefs", type="integer")}
    head = {**head, "brief": ref("heading"), "method": ref("method")}
    works = {"sources": array(ref("source")), "unsettled": array(ref("unsettled"))}
    return {
        "summary": table(
            {
                **head,
                "report": ref("report"),
                "scale": ref("scale"),
                "score": ref("edition"),
                "previous": or_null(ref("edition")),
                "later": array(ref("later_edition")),
                "later_status": or_null(table({"status": TEXT, "since": {"type": "integer"}, "not_found": array({"type": "integer"})})),
                "facts": array(ref("fact")),
                "key_findings": array(TEXT, "addresses of findings"),
                "sections": array(ref("section_table")),
                **works,
                "remarks": array(ref("remark")),
                "series": array(ref("series")),
                "events": array(ref("event")),
                "actors": array(ref("actor")),
                "evidence": _evidence(),
            },
            "a whole brief: `summary --format json`",
        ),
        "section": table({**head, "section": ref("section_table"), **works}, "a section: `summary --section ID --format json`"),
        "findings": table(
            {
                **head,
                "findings_in_brief": described("of which `findings` are an extract", **COUNT),
                "findings": array(ref("finding")),
                **works,
            },
            "findings by address: `summary BRIEF#FINDING --format json`",
        ),
        "sources": table({**head, **works}, "works: `sources --format json`"),
        "evidence": _weighing(head),
        "standing": _standing(head),
        "compare": _comparison(head),
        "list": table(
            {"kzbrief": TEXT, "briefs": array(ref("listed")), "broken": array(ref("broken"))}, "briefs at hand: `list --format json`"
        ),
        "search": table(
            {"kzbrief": TEXT, "query": TEXT, "count": COUNT, "found": array(ref("found"))}, "what was found: `search --format json`"
        ),
        "check": table(
            {
                "kzbrief": TEXT,
                "files": array(TEXT),
                "problems": array(ref("problem")),
                "counts": table(dict.fromkeys(("errors", "warnings", "notes", "findings", "drafts"), COUNT), "numbers over all files"),
            },
            "problems: `check --format json`",
        ),
    }


def _standing(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    place = or_null({"type": "integer", "description": "from the freest country on, from 1"})
    codes = array({"type": "string", "description": "code of a country"})
    country = {"code": TEXT, "name": TEXT, "total": SCORE, "status": or_null(TEXT), "place": place, "shared_by": whole}
    previous = {"year": whole, "countries_in_edition": whole, "included": {"type": "boolean"}, "total": SCORE, "place": place}
    return table(
        {
            **head,
            "scale": ref("scale"),
            "countries_in_edition": whole,
            "totals_known": whole,
            "place": place,
            "shared_with": codes,
            "place_between": or_null(array(whole, "first and last place possible where sources disagree")),
            "disputed_totals_of": codes,
            "countries": array(
                table({**country, "cites": array(TEXT), "disputed": array(table({"total": {"type": "number"}, "cites": array(TEXT)}))})
            ),
            "previous": or_null(table(previous)),
        },
        "where a country stands: `standing --format json`",
    )


def _comparison(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    scores = {"type": "object", "additionalProperties": SCORE, "description": "by category"}
    away = described("points from the best end of the scale; nobody has published it", type=["number", "null"])
    side = {
        **head,
        "scale": ref("scale"),
        "total": SCORE,
        "status": or_null(TEXT),
        "doubts": array(TEXT, "what other sources give, and what is remarked on the total"),
        "scores": scores,
        "distance_from_best_derived": away,
    }
    better = described("null where the totals must not be subtracted", type=["number", "null"])
    shared = array(table({"name": TEXT, "briefs": array(TEXT, "ids of briefs")}))
    outside = described("whether it is from outside the report", type="boolean")
    fact = table({**struct(model.Fact)["properties"], "outside": outside, "remarks": array(TEXT)})
    by_side = "a list for each side, in their order"
    return table(
        {
            "kzbrief": TEXT,
            "relation": {"enum": ["same-edition", "same-scale", "turned", "other-scale", "other-method"]},
            "caveats": array(TEXT, "how the scores may be compared"),
            "sides": array(table(side)),
            "changes": array(table({"earlier": whole, "later": whole, "points_better_derived": better})),
            "steps": array(table({"earlier": whole, "later": whole, "points_better_derived": better, "outside": {"type": "boolean"}})),
            "facts": array(table({"kind": TEXT, "rows": array(array(fact), by_side)})),
            "findings": array(table({"type": TEXT, "addresses": array(array(TEXT), by_side)})),
            "actors": shared,
            "works": shared,
        },
        "briefs side by side: `compare --format json`",
    )


def _weighing(head: Schema) -> Schema:
    whole: Schema = {"type": "integer"}
    kinds = ["none", "one", "several", "old", "undated", "unsettled", "stance", "language", "work"]
    value = or_null({"type": "string", "description": "which stance, language or work"})
    alone = or_null({"type": "integer", "description": "of a stance: findings that rest on nothing else"})
    measure = {"kind": {"enum": kinds}, "value": value, "count": whole, "alone": alone, "findings": array(TEXT, "addresses")}
    group = {"section": or_null(TEXT), "findings": whole, "measures": array(table(measure))}
    return table({**head, "weighing": array(table(group))}, "what findings rest on: `summary --evidence --format json`")


def _parts() -> Schema:
    heading = struct(model.Heading, method=TEXT)
    short_heading = {key: value for key, value in heading["properties"].items() if key != "key_findings"}
    remarks = {"remarks": array(TEXT)}
    cited = {"reference": described("in full, as text"), "cited_in": array(TEXT, "addresses of findings")}
    labelled = {
        "key": TEXT,
        "label": described("number in brackets"),
        "outside": described("whether from outside the report", type="boolean"),
        "origin": {
            "enum": ["report", "note", "outside", "collected"],
            "description": "the report itself, cited in a note, from outside, or collected for the brief where no notes are known",
        },
    }
    stance = {"stance": {"enum": [*get_args(work.Stance), "publisher"], "description": "who speaks; `publisher` is that of the report"}}
    listed = {
        "name": described("name of its file"),
        "path": TEXT,
        "opens": described("whether that name opens it, and no other brief of the same name", type="boolean"),
    }
    scores = {"scores": {"type": "object", "additionalProperties": SCORE, "description": "by category"}}
    return {
        "heading": table(short_heading, "what the brief is about"),
        "method": table(
            {"id": TEXT, "name": TEXT, "publisher": TEXT, "categories": array(struct(method.Category))}, "the method of the index"
        ),
        "report": struct(model.Report, reference=TEXT),
        "scale": table(
            {
                "lowest": {"type": "integer"},
                "highest": {"type": "integer"},
                "direction": {"enum": ["0-best", "100-best"]},
                "bands": array(table({"status": TEXT, "lowest": {"type": "integer"}, "highest": {"type": "integer"}})),
            },
            "how a total is to be read",
        ),
        "edition": struct(model.Edition, **scores, **remarks),
        "later_edition": struct(model.Edition, **scores, **remarks, scale=ref("scale")),
        "fact": struct(model.Fact, **remarks),
        "section_table": table(
            {
                "id": TEXT,
                "title": TEXT,
                "titles": {"type": "object", "additionalProperties": TEXT, "description": "in other languages, by their tags"},
                "category": or_null(TEXT),
                "findings": array(ref("finding")),
            },
            "a section",
        ),
        "finding": _finding(),
        "source": table({**labelled, **struct(work.Source)["properties"], **stance, **cited}, "a work"),
        "unsettled": table({**labelled, **struct(model.Unsettled)["properties"], **cited}, "a short reference that fits several works"),
        "remark": struct(model.Remark),
        "series": struct(model.Series),
        "event": struct(model.Event),
        "actor": struct(model.Actor),
        "found": table(
            {
                "brief": described("name of its file"),
                "path": TEXT,
                "country": TEXT,
                "edition": {"type": "integer"},
                "kind": {"enum": list(KINDS)},
                "place": described("in the brief, as `read --at` takes it"),
                "address": described("brief and place, as `read` takes them"),
                "section": or_null(TEXT),
                "texts": array(
                    table(
                        {
                            "text": TEXT,
                            "language": or_null(TEXT),
                            "found": array(
                                {"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2, "description": "from, to, in characters"}
                            ),
                        }
                    )
                ),
            },
            "a place that has the words",
        ),
        "listed": table(
            {
                **listed,
                **heading["properties"],
                "score": ref("edition"),
                "scale": ref("scale"),
                "findings": COUNT,
                "works": COUNT,
            }
        ),
        "broken": table(
            {
                **listed,
                "problem": table(
                    {
                        "file": described("that of the brief or of its method"),
                        "line": described("from 1; 0 is the whole file", **COUNT),
                        "column": described("from 1, in characters", **COUNT),
                        "code": TEXT,
                        "message": TEXT,
                        "hint": or_null(TEXT),
                        "problems": described("problems altogether", **COUNT),
                    },
                    "the first problem",
                ),
            }
        ),
        "problem": table(
            {
                "file": TEXT,
                "line": described("from 1; 0 is the whole file", **COUNT),
                "column": described("from 1, in characters", **COUNT),
                "length": described("in characters", **COUNT),
                "severity": {"enum": ["error", "warning", "note"]},
                "code": TEXT,
                "message": TEXT,
                "hint": or_null(TEXT),
                "path": {"type": "array", "items": {"type": ["string", "integer"]}, "description": "keys and indexes to the value"},
            }
        ),
    }


def _finding() -> Schema:
    from_model = struct(model.Finding)["properties"]
    kept = ("id", "topic", "headline", "headlines", "text", "type", "date", "as_of", "questions", "draft")
    citation = {"key": TEXT, "label": TEXT, "note": or_null({"type": "integer"}), "locator": or_null(TEXT)}
    made: Schema = {"address": described("`section/finding`"), **{name: from_model[name] for name in kept}}
    return table({**made, "citations": array(table(citation)), "remarks": array(TEXT)}, "a finding")


def _evidence() -> Schema:
    counts = ("findings", "uncited", "works", "outside", "undated", "notes", "unsettled_notes")
    by_name: Schema = {"type": "object", "additionalProperties": COUNT}
    return table({**dict.fromkeys(counts, COUNT), "languages": by_name, "stances": by_name}, "counts")


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
