"""Exports of some findings: those at an address, those that were marked."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import bibtexparser
import pytest
import rispy

from kzbrief import cli, state
from kzbrief.brief.briefing import load
from kzbrief.output import quoting

LIVE = "access/livejournal-unblocked"
KAZAKHSTAN = load("kazakhstan-2011")


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses of two findings that are marked in the brief of Kazakhstan."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    addresses = [LIVE, next(entry.address for entry in KAZAKHSTAN.index.entries if entry.section.id == "rights")]
    for address in (*addresses, "access/gone"):
        state.change(state.mark("kazakhstan-2011", address, marked=True))
    return addresses


def export(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    assert cli.main(["export", *arguments]) == 0
    return capfdbinary.readouterr().out.decode()


def keys(addresses: list[str]) -> set[str]:
    index = KAZAKHSTAN.index
    found = {citation.key for address in addresses for citation in index.citations_of(index.entry(address))}
    more = {key for name in found if name in KAZAKHSTAN.brief.unsettled for key in KAZAKHSTAN.brief.unsettled[name].candidates}
    return (found | more) - set(KAZAKHSTAN.brief.unsettled)


def test_the_works_behind_marked_findings_and_the_report(marked: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    expected = {"kazakhstan-2011", *keys(marked)}
    items = json.loads(export(capfdbinary, "--to", "csl-json", "--marked"))
    assert {item["id"] for item in items} == expected
    assert {entry.key for entry in bibtexparser.parse_string(export(capfdbinary, "--to", "bibtex", "--marked")).entries} == expected
    assert {entry["id"] for entry in rispy.loads(export(capfdbinary, "--to", "ris", "--marked"))} == expected


def test_marked_findings_with_what_they_rest_on(marked: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    table = json.loads(export(capfdbinary, "--to", "json", "--marked"))
    assert [finding["address"] for finding in table["findings"]] == marked
    text = export(capfdbinary, "--to", "markdown", "--marked")
    assert text.count("\n#### ") == 2
    assert "16 of 25 (0 is best)" in text
    rows = list(csv.DictReader(io.StringIO(export(capfdbinary, "--to", "csv", "--marked"))))
    assert [row["finding"] for row in rows] == marked
    assert [row["address"] for row in rows] == [f"kazakhstan-2011#{address}" for address in marked]
    assert rows[0]["notes"] == "11"
    assert "Global Voices" in rows[0]["references"]
    assert "[11]" in rows[0]["text"]
    assert rows[0]["remarks"]


def test_a_mark_of_which_the_finding_is_gone_is_told(marked: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    state.change(state.mark("kazakhstan-2011", "rights/also-gone", marked=True, headline="What it was"))
    assert cli.main(["export", "--to", "json", "--marked"]) == 0
    out, err = capfd.readouterr()
    assert [finding["address"] for finding in json.loads(out)["findings"]] == marked
    assert err.split("\n")[:3] == [
        "kazakhstan-2011: 2 marked findings are no longer found",
        "  access/gone",
        "  rights/also-gone: What it was",
    ]


def test_a_page_of_marked_findings_has_them_alone_and_no_dead_link(marked: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page = export(capfdbinary, "--to", "html", "--marked")
    assert re.findall(r'<article id="([^"]+)"', page) == marked
    assert "0 is best" in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert not {link for link in re.findall(r'href="#([^"]*)"', page) if link not in ids}
    assert not {name for name in re.findall(r'popovertarget="([^"]*)"', page) if name not in ids}
    assert set(re.findall(r'id="source-([^"]+)"', page)) >= keys(marked)


def test_the_findings_at_an_address(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    items = json.loads(export(capfdbinary, f"kazakhstan-2011#{LIVE}", "--to", "csl-json"))
    assert {item["id"] for item in items} == {"kazakhstan-2011", *keys([LIVE])}
    table = json.loads(export(capfdbinary, "kazakhstan-2011#access", "--to", "json"))
    assert {finding["address"].partition("/")[0] for finding in table["findings"]} == {"access"}


def test_a_file_of_findings_is_one_file(marked: list[str], tmp_path: Path) -> None:
    path = tmp_path / "marked.csv"
    assert cli.main(["export", "--to", "csv", "--marked", "--bom", "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("\ufeffbrief,")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brazil-2011", "--to", "ris", "--marked"], "no finding of brazil-2011 is marked"),
        ([f"kazakhstan-2011#{LIVE}", "--to", "ris", "--marked"], "--marked is for the findings that were marked"),
        (["--to", "csv", "--marked", "--table", "facts"], "--table is for a whole brief"),
        (["kazakhstan-2011#access/nothing", "--to", "ris"], "there is no finding “access/nothing”"),
    ],
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], said: str, marked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_an_extract_says_that_it_is_one_and_keeps_the_source_of_what_later_editions_said(
    marked: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    said = f"An extract: {len(marked)} of {len(KAZAKHSTAN.index.entries)} findings, chosen by a reader."
    page = re.sub(r"<[^>]*>", "", export(capfdbinary, "--to", "html", "--marked"))
    text = export(capfdbinary, "--to", "markdown", "--marked").replace("\\", "")
    assert said in page
    assert said in text
    assert said in export(capfdbinary, "--to", "bibtex", "--marked")
    assert said in quoting.findings(KAZAKHSTAN, marked)
    assert json.loads(export(capfdbinary, "--to", "json", "--marked"))["findings_in_brief"] == len(KAZAKHSTAN.index.entries)
    label = KAZAKHSTAN.index.label("fh-2015")
    assert "55 of 100 (0 is best), Partly Free" in text
    assert f"From 2015: Not Free * [{label}, *1]" in text
    assert re.search(rf"From 2015: Not Free \[\{label}", page)
    assert f"**[{label}]**" in text
    for whole in (export(capfdbinary, "kazakhstan-2011", "--to", "html"), export(capfdbinary, "kazakhstan-2011", "--to", "markdown")):
        assert "An extract" not in whole
        assert "chosen by a reader" not in quoting.section(KAZAKHSTAN, "access")
