"""What CSL-JSON 1.0.2 allows, as a JSON Schema made from the lists of its specification (https://docs.citationstyles.org)."""

from __future__ import annotations

from typing import Any

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report "
    "review review-book software song speech standard thesis treaty webpage"
)
NAMES = (
    "author chair collection-editor compiler composer container-author contributor curator director editor editorial-director "
    "executive-producer guest host interviewer illustrator narrator organizer original-author performer producer recipient "
    "reviewed-author script-writer series-creator translator"
)
DATES = "accessed available-date event-date issued original-date submitted"
NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages "
    "number-of-volumes page page-first part printing supplement volume"
)
WORDS = (
    "citation-key language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place "
    "authority call-number citation-label collection-title container-title container-title-short dimensions division DOI event-title "
    "event-place genre ISBN ISSN jurisdiction keyword medium note original-publisher original-publisher-place original-title part-title "
    "PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status title title-short URL "
    "version volume-title volume-title-short year-suffix"
)
_NAME_PARTS = "family given dropping-particle non-dropping-particle suffix literal"


def schema() -> dict[str, Any]:
    """Return the schema of a CSL-JSON file."""
    types, names, dates, numbers, words = (listed.split() for listed in (TYPES, NAMES, DATES, NUMBERS, WORDS))
    word, number = {"type": "string"}, {"type": ["string", "number"]}
    name = {"type": "object", "properties": dict.fromkeys(_NAME_PARTS.split(), word), "additionalProperties": False, "minProperties": 1}
    parts = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
    date = {
        "type": "object",
        "properties": {
            "date-parts": {"type": "array", "items": parts, "minItems": 1, "maxItems": 2},
            "season": {"enum": [1, 2, 3, 4]},
            "circa": {"type": "boolean"},
            "literal": word,
            "raw": word,
        },
        "additionalProperties": False,
        "minProperties": 1,
    }
    properties: dict[str, Any] = {"id": number, "type": {"enum": types}, "custom": {"type": "object"}}
    properties |= dict.fromkeys(words, word) | dict.fromkeys(numbers, number) | dict.fromkeys(dates, date)
    properties |= {key: {"type": "array", "items": name} for key in names}
    item = {"type": "object", "properties": properties, "required": ["type", "id"], "additionalProperties": False}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": item}
