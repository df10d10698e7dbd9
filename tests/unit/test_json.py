"""JSON: a shape to rely on, and nothing that a terminal would take for commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief import briefing as briefings
from kzbrief.output.json_form import json_text, section_table, sources_table, summary_table

DATA = Path(__file__).parents[1] / "data"
GOLDEN = briefings.load(DATA / "golden.toml")
KAZAKHSTAN = briefings.load("kazakhstan-2011")
DOCS = (DATA.parents[1] / "docs" / "json.md").read_text(encoding="utf-8")


def parsed(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table as a reader gets it."""
    result: dict[str, Any] = json.loads(json_text(table))
    return result


SHAPE = {
    "kzbrief": str,
    "format": int,
    "brief": dict,
    "method": dict,
    "report": dict,
    "scale": dict,
    "score": dict,
    "previous": dict,
    "later": list,
    "later_status": dict,
    "facts": list,
    "key_findings": list,
    "sections": list,
    "sources": list,
    "unsettled": list,
    "remarks": list,
    "series": list,
    "events": list,
    "actors": list,
    "evidence": dict,
}


@pytest.mark.parametrize("briefing", [GOLDEN, KAZAKHSTAN], ids=["golden", "kazakhstan"])
def test_the_shape(briefing: briefings.Briefing) -> None:
    table = parsed(summary_table(briefing))
    assert list(table) == list(SHAPE)
    assert all(isinstance(table[key], kind) for key, kind in SHAPE.items())
    assert table["format"] == 1


def test_every_key_is_documented() -> None:
    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values())) if value else set()
        return set().union(*map(keys, value)) if isinstance(value, list) and value else set()

    table = parsed(summary_table(GOLDEN))
    names = keys({key: value for key, value in table.items() if key != "evidence"}) | set(table["evidence"])
    missing = {name for name in names if f"`{name}`" not in DOCS} - {"access", "content", "rights"}
    assert not missing


def test_scores_keep_n_a_and_not_known_apart() -> None:
    table = parsed(summary_table(GOLDEN))
    assert table["score"]["scores"] == {"access": 14, "content": 16, "rights": 17}
    assert table["previous"]["scores"] == {"access": 12, "content": "n/a", "rights": None}
    assert table["later"][0]["scores"] == {"access": None, "content": None, "rights": None}
    assert [item["scale"]["direction"] for item in table["later"]] == ["0-best", "100-best"]
    assert table["later_status"] == {"status": "Not Free", "since": 2013, "not_found": [2012, 2014, 2015, 2016, 2017, 2018]}
    assert table["scale"]["bands"][1] == {"status": "Partly Free", "lowest": 31, "highest": 60}


def test_dates_are_edtf() -> None:
    table = parsed(summary_table(GOLDEN))
    findings = {finding["id"]: finding for section in table["sections"] for finding in section["findings"]}
    assert findings["blocked"]["date"] == "2010-06~"
    assert findings["carrier"]["as_of"] == "2010"
    assert table["brief"]["covers"] == "2009/2010"
    assert table["series"][0]["points"][0]["at"] == "2000"


def test_findings_have_plain_text_and_citations() -> None:
    table = parsed(section_table(GOLDEN, "access"))
    carrier, prices, draft = table["section"]["findings"]
    assert carrier["address"] == "access/carrier"
    assert carrier["text"].startswith("Bordutel, which belongs to the state, holds 48 percent of the market [1]. Others")
    assert "\n\n“There is one Bordutel [sic]" in carrier["text"]
    assert carrier["citations"][1] == {"key": "market-2006", "label": "3", "note": 3, "locator": "p. 4"}
    assert prices["citations"] == [{"key": "regulator", "label": "2", "note": 2, "locator": None}]
    assert draft["draft"] is True
    assert [source["key"] for source in table["sources"]] == ["market-2006", "regulator"]


def test_sources_hold_what_is_known_and_null_for_the_rest() -> None:
    table = parsed(sources_table(GOLDEN))
    first = table["sources"][0]
    assert (first["key"], first["label"], first["notes"], first["outside"]) == ("market-2006", "1", [1, 3], False)
    assert first["title_translated"] == "The Market of Lines"
    assert first["collection"] is None
    assert first["cited_in"] == ["access/carrier"]
    assert first["reference"].startswith("Pál Sztohó, “Рынок связи” [The Market of Lines]")
    assert table["sources"][-1]["outside"] is True
    assert table["unsettled"][0]["candidates"] == ["profile-2007", "profile-2010"]


def test_everything_of_the_brief_is_there() -> None:
    table = parsed(summary_table(KAZAKHSTAN))
    brief = KAZAKHSTAN.brief
    assert sum(len(section["findings"]) for section in table["sections"]) == len(KAZAKHSTAN.index.entries)
    assert len([source for source in table["sources"] if source["origin"] == "note"]) == 34
    for name in ("remarks", "series", "events", "actors"):
        assert len(table[name]) == len(getattr(brief, name))
    assert len(table["unsettled"]) == len(brief.unsettled)
    assert table["evidence"]["works"] == 34


@given(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())
def test_texts_survive_and_nothing_reaches_the_terminal(words: str, ascii_only: bool) -> None:
    text = json_text({"text": words}, ascii_only=ascii_only)
    assert json.loads(text) == {"text": words}
    assert not ascii_only or text.isascii()
    assert not any((ord(sign) < 32 and sign != "\n") or 127 <= ord(sign) < 160 or sign in "\u202e\u2066\u2028" for sign in text)
