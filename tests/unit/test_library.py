from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzbrief.brief import library
from kzbrief.toml.problems import DocumentError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a package and briefs beside it; it is not the current one."""
    package = tmp_path / "checkout" / "kzbrief"
    briefs = package.parent / "briefs"
    (briefs / "methods").mkdir(parents=True)
    package.mkdir()
    for name in ("kazakhstan-2011.toml", "georgia-2011.toml", "georgia-2012.toml", ".hidden.toml", "notes.txt", "methods/index.toml"):
        (briefs / name).write_text("", encoding="utf-8")
    (briefs / "folder.toml").mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(library, "_PACKAGE", str(package))
    monkeypatch.delenv("KZBRIEF_PATH", raising=False)
    return package


def problem(name: str) -> tuple[str, str]:
    """Return message and hint of the refusal of a name."""
    with pytest.raises(DocumentError) as caught:
        library.locate(name)
    assert not caught.value.readable
    (found,) = caught.value.problems
    return found.message, found.hint or ""


def test_shipped_briefs_of_a_checkout_and_of_a_wheel(package: Path) -> None:
    assert [library.name_of(path) for path in library.shipped()] == ["georgia-2011", "georgia-2012", "kazakhstan-2011"]
    installed = package / "data" / "briefs"
    installed.mkdir(parents=True)
    (installed / "peru-2012.toml").write_text("", encoding="utf-8")
    assert library.shipped() == [str(installed / "peru-2012.toml")]


def test_briefs_by_name(package: Path) -> None:
    path = str(package.parent / "briefs" / "kazakhstan-2011.toml")
    for name in ("kazakhstan-2011", "kazakhstan", "Kazakhstan", "KAZAKHSTAN-2011"):
        assert library.locate(name) == path
    message, hint = problem("georgia")
    assert message == "the name fits several briefs: georgia-2011, georgia-2012"
    assert "year" in hint


def test_briefs_by_path(package: Path) -> None:
    for name in ("mine.toml", "mine"):
        Path(name).write_text("", encoding="utf-8")
        assert library.locate(name) == name
    assert library.locate(Path("mine.toml")) == "mine.toml"
    assert library.locate("./mine") == "./mine"
    assert library.locate(str(package)) == str(package)
    # A name that is known counts before a file that happens to be called so; with a separator it is always the file.
    Path("kazakhstan-2011").write_text("", encoding="utf-8")
    assert library.locate("kazakhstan-2011").endswith("briefs/kazakhstan-2011.toml")
    assert library.locate("./kazakhstan-2011") == "./kazakhstan-2011"


def test_what_is_not_there(package: Path) -> None:
    assert problem("kazakstan") == ("there is no brief of this name", "did you mean kazakhstan or kazakhstan-2011?")
    assert problem("peru")[1].startswith("“kzbrief list”")
    assert problem("kazakhstan-2011.toml") == (
        "there is no such file",
        "a brief that comes with kzbrief is opened by its name: kazakhstan-2011",
    )
    Path("mine.toml").write_text("", encoding="utf-8")
    Path("bad.toml").write_text("", encoding="utf-8")
    assert problem("borduria.toml") == ("there is no such file", "")
    assert problem("mind.toml") == ("there is no such file", "did you mean mine.toml?")
    assert problem("nowhere/mine.toml") == ("there is no such file", "")
    for name in ("", "\x00", "\x00/a.toml", "x" * 100_000, "/" + "x" * 100_000, "\udcff", "\x1b[31m"):
        assert problem(name)[0] in ("there is no brief of this name", "there is no such file")


def test_further_folders(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = tmp_path / "mine"
    (mine / "methods").mkdir(parents=True)
    for name in ("kazakhstan-2011.toml", "chad-2012.toml", "methods/own.toml"):
        (mine / name).write_text("", encoding="utf-8")
    monkeypatch.setenv("KZBRIEF_PATH", os.pathsep.join(["", str(tmp_path / "missing"), str(mine)]))
    assert [library.name_of(path) for path in library.known()] == ["chad-2012", "georgia-2011", "georgia-2012", "kazakhstan-2011"]
    assert library.locate("chad") == str(mine / "chad-2012.toml")
    assert library.locate("kazakhstan") == str(mine / "kazakhstan-2011.toml")
    assert library.method_path("own") == str(mine / "methods" / "own.toml")


def test_methods(package: Path, tmp_path: Path) -> None:
    shipped = str(package.parent / "briefs" / "methods" / "index.toml")
    assert library.method_path("index") == shipped
    beside = tmp_path / "mine" / "methods"
    beside.mkdir(parents=True)
    (beside / "index.toml").write_text("", encoding="utf-8")
    assert library.method_path("index", tmp_path / "mine" / "a.toml") == str(beside / "index.toml")
    for name in ("indx", "../index", "methods/index"):
        with pytest.raises(DocumentError) as caught:
            library.method_path(name)
        assert not caught.value.readable
    with pytest.raises(DocumentError) as caught:
        library.method_path("indx")
    assert caught.value.problems[0].hint == "did you mean index?"


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import kzbrief; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["__future__", "kzbrief"]


def test_public_names() -> None:
    import kzbrief

    assert kzbrief.Date.parse("2010").words() == "2010"
    assert kzbrief.reference is sys.modules["kzbrief.brief.references"].reference
    assert set(kzbrief.__all__) <= set(dir(kzbrief))
    assert set(kzbrief.__all__) == {*kzbrief._ORIGINS, "__version__"}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kzbrief.nothing
