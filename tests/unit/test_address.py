"""Addresses of findings: taken apart, printed, refused with what is near."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kzbrief import cli
from kzbrief.brief.address import Address, entries_at, of_finding, require, split
from kzbrief.brief.briefing import load
from kzbrief.refusal import RefusedError
from kzbrief.toml.problems import DocumentError

SMALL = Path(__file__).parents[1] / "data" / "small.toml"
LIVE = "access/livejournal-unblocked"


def main(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(arguments)
    return code, *capsys.readouterr()


def test_a_brief_and_a_place_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert split("kazakhstan-2011#access/carrier") == Address("kazakhstan-2011", "access/carrier")
    assert split("kazakhstan-2011") == Address("kazakhstan-2011")
    assert split("./georgia.toml#access") == Address("./georgia.toml", "access")
    assert split("#access/carrier") == Address("kazakhstan-2011", "access/carrier")
    with pytest.raises(RefusedError, match="kazakhstan-2011#"):
        split("kazakhstan-2011#")
    monkeypatch.chdir(tmp_path)
    for name in ("a#b.toml", "draft#2"):
        Path(name).write_text("", encoding="utf-8")
        assert split(name) == Address(name)
    assert split("a#b") == Address("a#b")
    assert split("a#b#access") == Address("a#b", "access")
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    assert split("a#b.toml") == Address("a", "b.toml"), "whether a file exists is not told"


def test_a_brief_of_that_name_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kazakhstan-2011#access.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", str(tmp_path))
    assert split("kazakhstan-2011#access") == Address("kazakhstan-2011#access")


def test_what_is_sent_opens_the_same_finding_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert of_finding(load("kazakhstan-2011"), LIVE) == f"kazakhstan-2011#{LIVE}"
    assert of_finding(load(SMALL), "access/carrier") == f"{SMALL}#access/carrier"
    monkeypatch.chdir(tmp_path)
    # Not the brief that the name opens: its path.
    (tmp_path / "kazakhstan-2011.toml").write_bytes(SMALL.read_bytes())
    methods = tmp_path / "methods"
    methods.mkdir()
    for method in (SMALL.parents[2] / "briefs" / "methods").glob("*.toml"):
        (methods / method.name).write_bytes(method.read_bytes())
    said = of_finding(load("kazakhstan-2011.toml"), "access/carrier")
    assert said == "./kazakhstan-2011.toml#access/carrier"
    assert split(said) == Address("./kazakhstan-2011.toml", "access/carrier")


def test_a_place_is_a_section_or_a_finding() -> None:
    briefing = load("kazakhstan-2011")
    assert entries_at(briefing, LIVE) == [LIVE] == entries_at(briefing, "livejournal-unblocked")
    assert len(entries_at(briefing, "access")) > 20
    with pytest.raises(RefusedError, match=f"did you mean {LIVE}"):
        require(briefing, "access/livejurnal-unblocked")
    with pytest.raises(RefusedError, match=f"did you mean {LIVE}"):
        require(briefing, "content/livejournal-unblocked")
    with pytest.raises(RefusedError, match="did you mean access"):
        require(briefing, "acess")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("source:vasilyev-kaznet", "kzbrief sources kazakhstan-2011 vasilyev-kaznet"),
        ("event:livejournal-blocked", "kazakhstan-2011#event:livejournal-blocked is opened in the app alone"),
        ("source:nothing", "there is no finding “source:nothing”"),
    ],
)
def test_what_only_the_app_opens_says_so(place: str, said: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(said)):
        entries_at(load("kazakhstan-2011"), place)


def test_the_summary_of_an_address_is_the_finding_and_its_works(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = main(capsys, "summary", f"kazakhstan-2011#{LIVE}")
    assert (code, err) == (0, "")
    assert "inaccessible, for over two years [11]" in " ".join(out.split())
    assert f"kazakhstan-2011#{LIVE}" in out
    assert "16 of 25 (0 is best)" in out
    assert out.count("Global Voices Online,” ") + out.count("Global Voices Online, ") == 1
    assert "[12]" not in out
    # Without a terminal `read` prints the same.
    assert main(capsys, f"kazakhstan-2011#{LIVE}") == (0, out, "")
    assert main(capsys, "summary", "kazakhstan-2011#access") == main(capsys, "summary", "--section", "access")


def test_in_other_forms(capsys: pytest.CaptureFixture[str]) -> None:
    __, out, __ = main(capsys, "summary", "--format", "json", f"kazakhstan-2011#{LIVE}")
    table = json.loads(out)
    assert [finding["address"] for finding in table["findings"]] == [LIVE]
    assert [work["notes"] for work in table["sources"]] == [[11]]
    assert table["brief"]["edition"] == 2011
    __, out, __ = main(capsys, "summary", "--format", "markdown", f"kazakhstan-2011#{LIVE}")
    assert "#### LiveJournal was unblocked" in out
    assert f"kazakhstan-2011\\#{LIVE}" in out


def test_the_works_behind_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = main(capsys, "sources", f"kazakhstan-2011#{LIVE}")
    assert (code, err) == (0, "")
    assert out.startswith("Sources\n[11] ")
    assert out.count("[11]") == 1
    assert "[1]" not in out


def test_an_address_is_refused_with_reasons(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["summary"], ["sources"], []):
        code, out, err = main(capsys, *arguments, "kazakhstan-2011#access/nothing")
        assert (code, out) == (2, "")
        assert err.startswith("kzbrief: there is no finding “access/nothing” in kazakhstan-2011")
    code, __, err = main(capsys, "summary", f"kazakhstan-2011#{LIVE}", "--section", "content")
    assert code == 2
    assert f"two places are named: {LIVE} and content" in err
    monkeypatch.setenv("KZBRIEF_RESTRICTED", "1")
    code, out, err = main(capsys, "summary", f"{SMALL}#access/carrier")
    assert (code, out) == (2, "")
    assert "briefs are opened by their names here" in err
    assert main(capsys, "summary", f"kazakhstan-2011#{LIVE}")[0] == 0


def test_a_brief_that_is_not_there_is_named_without_the_place() -> None:
    with pytest.raises(DocumentError) as refused:
        load(split("kazakstan-2011#access").brief)
    assert "did you mean kazakhstan-2011" in str(refused.value.problems[0].hint)
