"""Pack kzbrief with all that it needs into one archive that installs without network: `make bundle`, `make bundle-test`.

`python tools/bundle.py [options of pip download]` writes `dist/kzbrief-VERSION-bundle.tar.gz`; with `--try` it is then installed into a
fresh environment, without an index and, where Linux allows it, without any network, and what it prints is looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
INSTALL = """kzbrief {version}, with all that it needs. No network is used.

  python3 -m venv ~/kzbrief
  ~/kzbrief/bin/pip install --no-index --find-links wheels kzbrief
  ~/kzbrief/bin/kzbrief

On Windows: py -m venv kzbrief, and kzbrief\\Scripts\\ instead of ~/kzbrief/bin/.

Python 3.11 or later is needed. Wheels that fit certain systems and versions of Python only:
{particular}
Tried on Linux (x86-64, Python 3.11). Not tried on macOS and Windows.
"""


def main(arguments: list[str]) -> int:
    """Make the bundle, and try it where asked."""
    trying = "--try" in arguments
    with tempfile.TemporaryDirectory() as folder:
        bundle = make(Path(folder), [word for word in arguments if word != "--try"])
    print(bundle.relative_to(ROOT))
    if trying:
        with tempfile.TemporaryDirectory() as folder:
            print(install(bundle, Path(folder)))
    return 0


def make(folder: Path, options: list[str]) -> Path:
    """Collect the wheels in a folder and pack them; `options` are those of `pip download` that choose another system."""
    wheels = folder / "wheels"
    _run(sys.executable, "-m", "build", "--wheel", "--outdir", str(wheels), str(ROOT))
    [own] = wheels.glob("kzbrief-*.whl")
    pinned = ["--only-binary", ":all:", "-c", str(ROOT / "tests" / "constraints.txt")]
    _run(sys.executable, "-m", "pip", "download", "--quiet", *pinned, *options, "-d", str(wheels), str(own))
    name = f"kzbrief-{own.name.split('-')[1]}-bundle"
    particular = [f"  {path.name}\n" for path in sorted(wheels.glob("*.whl")) if not path.name.endswith("-none-any.whl")]
    text = INSTALL.format(version=own.name.split("-")[1], particular="".join(particular) or "  none\n")
    (folder / "INSTALL.txt").write_text(text, encoding="utf-8")
    DIST.mkdir(exist_ok=True)
    with tarfile.open(DIST / f"{name}.tar.gz", "w:gz") as archive:
        for path in [folder / "INSTALL.txt", ROOT / "LICENSE", *sorted(wheels.iterdir())]:
            archive.add(path, f"{name}/{path.relative_to(folder) if path.is_relative_to(folder) else path.name}")
    return DIST / f"{name}.tar.gz"


def install(bundle: Path, folder: Path) -> str:
    """Install a bundle into a fresh environment under a folder and return the first line that it prints; RuntimeError where it fails."""
    with tarfile.open(bundle) as archive:
        archive.extractall(folder, filter="data")
    [inside] = (path for path in folder.iterdir() if path.is_dir())
    # An empty home, and no settings of pip, which could name an index or a folder of wheels.
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    alone = _without_network()
    _run(sys.executable, "-m", "venv", str(folder / "venv"), env=env)
    bin_folder = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    wheels = ["--no-index", "--find-links", "wheels"]
    _run(*alone, str(bin_folder / "python"), "-m", "pip", "install", "--quiet", *wheels, "kzbrief", env=env, cwd=inside)
    checked = _run(*alone, str(bin_folder / "kzbrief"), "check", env=env, cwd=folder)
    _run(*alone, str(bin_folder / "kzbrief"), "new", "vineta-2011.toml", "--country", "XV", env=env, cwd=folder)
    russian = _run(*alone, str(bin_folder / "kzbrief"), "--help", "--lang", "ru", env=env | {"PYTHONIOENCODING": "utf-8"}, cwd=folder)
    if "источник" not in russian:
        raise RuntimeError(f"the catalogues are not there:\n{russian[:2000]}")
    printed = _run(*alone, str(bin_folder / "kzbrief"), "summary", env=env | {"PYTHONIOENCODING": "utf-8"}, cwd=folder)
    if "of 100" not in printed:
        raise RuntimeError(f"this is no summary:\n{printed[:2000]}")
    return checked.strip()


def _without_network() -> list[str]:
    """Return what a command is started with to have no network; nothing where that cannot be had."""
    start = ["unshare", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*start, "true"], capture_output=True, check=False).returncode:
        print("the network could not be cut off; only the index is", file=sys.stderr)
        return []
    return start


def _run(*command: str, env: dict[str, str] | None = None, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, env=env, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
