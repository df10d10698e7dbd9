"""The editor: how it is called, and at which line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kzbrief.brief import library
from kzbrief.brief.briefing import load
from kzbrief.output.glyphs import UNICODE
from kzbrief.refusal import RefusedError
from kzbrief.tui import editing
from kzbrief.tui.editing import Spot
from kzbrief.tui.navigator import Navigator

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("vi", ["vi", "+12", "/b.toml"]),
        ("/usr/bin/vim.basic -n", ["/usr/bin/vim.basic", "-n", "+12", "/b.toml"]),
        ("nvim", ["nvim", "+12", "/b.toml"]),
        ("nano", ["nano", "+12", "/b.toml"]),
        ("emacs -nw", ["emacs", "-nw", "+12", "/b.toml"]),
        ("micro", ["micro", "+12", "/b.toml"]),
        ("hx", ["hx", "/b.toml:12"]),
        ("subl", ["subl", "--wait", "/b.toml:12"]),
        ("code", ["code", "--wait", "--goto", "/b.toml:12"]),
        ("code --wait", ["code", "--wait", "--goto", "/b.toml:12"]),
        ("gvim", ["gvim", "-f", "+12", "/b.toml"]),
        ("kate", ["kate", "--block", "--line", "12", "/b.toml"]),
        ("'/opt/my editor/vim' -u 'a b'", ["/opt/my editor/vim", "-u", "a b", "+12", "/b.toml"]),
        ("something-else -x", ["something-else", "-x", "/b.toml"]),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths")
def test_an_editor_is_called_as_it_wants(said: str, called: list[str]) -> None:
    assert editing.command(editing.editor({"EDITOR": said}), Spot("/b.toml", 12)) == called


def test_visual_goes_before_editor() -> None:
    assert editing.editor({"VISUAL": "nvim", "EDITOR": "ed"}) == ["nvim"]
    assert editing.editor({"VISUAL": " ", "EDITOR": "ed"}) == ["ed"]


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({}, "no editor is known: name one in EDITOR"),
        ({"EDITOR": "vim 'x"}, "in EDITOR a quotation mark is missing"),
        ({"EDITOR": "vim", "KZBRIEF_RESTRICTED": "1"}, "no editor may be opened here"),
    ],
)
def test_why_there_is_no_editor(environ: dict[str, str], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        editing.editor(environ)


def test_a_name_that_looks_like_an_option_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert editing.command(["vim"], Spot("-x.toml", 1))[-1] == os.path.join(os.getcwd(), "-x.toml")


BRIEF = DATA / "complete.toml"


def lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


def test_everything_that_can_be_current_has_a_line_of_its_own() -> None:
    briefing = load(BRIEF)
    navigator = Navigator(briefing, UNICODE)
    seen = set()
    for number in range(len(navigator.tabs)):
        navigator.open = number
        page = navigator.layout(120, 40)
        page.grow()
        for stop in page.stops:
            kind, __, name = stop.id.partition(":")
            spot = editing.spot_of(briefing, stop.id)
            line = lines(spot.file)[spot.line - 1]
            seen.add(kind)
            starts = {
                "finding": "[[section.finding]]",
                "key": "[[section.finding]]",
                "fact": "[[fact]]",
                "event": "[[event]]",
                "series": "[[series]]",
                "remark": "[[remark]]",
                "citing": "[report]",
                "part": "scores",
            }
            if kind == "source":
                assert line.startswith(("[sources", "[unsettled", "[method.sources", f"{name}", "sources")), (stop, line)
            elif kind in starts:
                assert line.startswith(starts[kind]), (stop, line)
            else:
                assert line.startswith(("[brief]", "[[edition]]")), (stop, line)
    assert {"finding", "key", "fact", "event", "source", "remark", "part"} <= seen


def test_the_finding_that_is_current_and_none_other() -> None:
    briefing = load(DATA / "small.toml")
    for entry in briefing.index.entries:
        spot = editing.spot_of(briefing, f"finding:{entry.address}")
        assert any(f'"{entry.finding.id}"' in line for line in lines(spot.file)[spot.line : spot.line + 3])
    assert lines(briefing.path)[editing.spot_of(briefing, "section:rights").line - 1] == "[[section]]"


def test_a_work_of_the_method_is_edited_in_its_file() -> None:
    briefing = load(DATA / "small.toml")
    key = next(iter(briefing.method.sources))
    spot = editing.spot_of(briefing, f"source:{key}")
    assert spot.file.endswith("freedom-on-the-net.toml")
    assert key in lines(spot.file)[spot.line - 1]


def test_of_a_file_that_is_gone_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_bytes((DATA / "small.toml").read_bytes())
    briefing = load(path)
    path.unlink()
    assert editing.spot_of(briefing, "finding:access/carrier") == Spot(os.fspath(path), 1)


def test_what_may_not_be_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "b.toml"
    path.write_text("")
    editing.require_editable(os.fspath(path))
    editing.require_editable(os.fspath(tmp_path / "new.toml"))
    monkeypatch.setattr(os, "access", lambda *_arguments: False)
    with pytest.raises(RefusedError, match=r"you may not change b\.toml"):
        editing.require_editable(os.fspath(path))


def test_what_came_with_an_installed_program_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "kzbrief"
    brief = package / "data" / "briefs" / "b.toml"
    brief.parent.mkdir(parents=True)
    brief.write_text("")
    monkeypatch.setattr(editing, "__file__", os.fspath(package / "tui" / "editing.py"))
    with pytest.raises(RefusedError, match=r"b\.toml came with kzbrief; change a copy in .*cp "):
        editing.require_editable(os.fspath(brief))


def test_a_shipped_brief_is_changed_only_by_whoever_named_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brief = tmp_path / "briefs" / "b.toml"
    brief.parent.mkdir()
    brief.write_text("")
    monkeypatch.setattr(library, "data_folder", lambda kind: os.fspath(tmp_path / kind))
    monkeypatch.setenv("KZBRIEF_PATH", os.fspath(tmp_path / "my own"))
    for asked_for in ("", "b", "other/b.toml"):
        with pytest.raises(RefusedError) as refused:
            editing.require_editable(os.fspath(brief), asked_for=asked_for)
        own = f"'{tmp_path}/my own'"
        assert str(refused.value) == f"b.toml came with kzbrief; change a copy in {tmp_path}/my own: mkdir -p {own} && cp {brief} {own}"
    editing.require_editable(os.fspath(brief), asked_for=os.fspath(brief))
    monkeypatch.chdir(brief.parent)
    editing.require_editable(os.fspath(brief), asked_for="b.toml")
