"""What stands between the markers of the documentation: keys, help, output, examples, and tables of what comes with the program."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

from .reference import fields

ROOT = Path(__file__).resolve().parent.parent
_BEGINNING = 32
"""Lines of the summary that the guide shows."""
_STRIP = 20
"""Lines of the standing that it shows."""

EXPORTS = {
    "csl-json": "kzbrief export --to csl-json | grep -A 32 soboleva-2006",
    "bibtex": "kzbrief export --to bibtex | grep -A 12 soboleva-2006",
    "ris": "kzbrief export --to ris | grep -B 1 -A 14 soboleva-2006",
    "csv": "kzbrief export --to csv --table scores | cut -d, -f 1,5,6,10,13-19 | sed -n '1p; 4,10p; 38,40p'",
    "html": "kzbrief export --to html | grep -A 4 'article id=\"access/kazakhtelecom-share'",
    "markdown": "kzbrief export --to markdown | head -9",
    "json": "kzbrief export --to json | head -8",
}
"""What docs/exporting.md shows of each form."""


def key_table() -> str:
    """Return the table of keys, from the declaration of the commands."""
    from kzbrief.commands import rows

    lines = ["| key | what it does | where |", "| --- | --- | --- |"]
    for row in rows():
        keys = ", ".join(f"`{key}`" for key in row.keys.split(", "))
        lines.append(f"| {keys} | {row.help} | {row.where or 'everywhere'} |")
    return "\n".join(lines)


def command_help(*command: str) -> str:
    """Return what a command prints about itself, 80 columns wide."""
    return f"```console\n$ kzbrief {' '.join([*command, '--help'])}\n{_output(*command, '--help')}\n```"


def summary_beginning() -> str:
    """Return the beginning of the summary of the shipped brief as it is printed to a pipe, 80 columns wide."""
    return _beginning("summary", _BEGINNING)


def standing_beginning() -> str:
    """Return the same of where its country stands, down to the first band of the table."""
    return _beginning("standing", _STRIP)


def _beginning(command: str, count: int) -> str:
    lines = _output(command).split("\n")[:count]
    return f"```console\n$ kzbrief {command}\n" + "\n".join(lines).rstrip() + "\n...\n```"


def sample() -> str:
    """Return the sample of a whole brief."""
    return f"```toml\n{(ROOT / 'docs' / 'sample.toml').read_text(encoding='utf-8').rstrip()}\n```"


def method_tables() -> str:
    """Return the categories and the bands of Freedom on the Net."""
    method = tomllib.loads((ROOT / "briefs" / "methods" / "freedom-on-the-net.toml").read_text(encoding="utf-8"))["method"]
    lines = ["| id of the category | title | most points |", "| --- | --- | --- |"]
    lines += [f"| `{item['id']}` | {item['title']} | {item['maximum']} |" for item in method["category"]]
    lines += ["", "| editions | best | status by total |", "| --- | --- | --- |"]
    for scale in method["scale"]:
        editions = f"{scale['first']} to {scale['last']}" if "last" in scale else f"from {scale['first']} on"
        bands = ", ".join(f"{band['lowest']} to {band['highest']} `{band['status']}`" for band in scale["bands"])
        lines.append(f"| {editions} | {scale['direction'].partition('-')[0]} | {bands} |")
    return "\n".join(lines)


def theme_table() -> str:
    """Return the themes with the first sentence of the comment in which their files say what they are for."""
    lines = ["| theme | called | what it is |", "| --- | --- | --- |"]
    for path in sorted((ROOT / "themes").glob("*.toml"), key=lambda path: path.stem):
        text = path.read_text(encoding="utf-8")
        head = tomllib.loads(text)["theme"]
        comment = " ".join(line.lstrip("# ") for line in text.partition("\nformat")[0].split("\n"))
        lines.append(f"| `{head['id']}` | {head['name']} | {comment.partition('. ')[0].rstrip('.')} |")
    return "\n".join(lines)


def tone_tables() -> str:
    """Return what a tone can change, and the tones."""
    tables = []
    for title, name in (("| key | meaning |", "Tone"), ("| tone | what it is |", "Tones")):
        rows = [f"| `{key}` | {meaning} |" for key, _, _, meaning in fields("output/theme_format.py", name)]
        tables.append("\n".join([title, "| --- | --- |", *rows]))
    return "\n\n".join(tables)


def codes() -> str:
    """Return the codes of all problems with their meanings."""
    from kzbrief.brief.codes import CODES, severity_of

    rows = (f"| [`{code}`](codes.md#{code}) | {severity_of(code)} | {meaning} |" for code, meaning in CODES.items())
    return "\n".join(["| code | | meaning |", "| --- | --- | --- |", *rows])


def explanations() -> str:
    """Return the explanation of every code."""
    from kzbrief.brief.codes import CODES, severity_of
    from kzbrief.brief.explanations import EXPLANATIONS

    parts = []
    for code, explanation in EXPLANATIONS.items():
        meaning = CODES[code]
        said = f"{meaning[0].upper()}{meaning[1:]} ({severity_of(code)}). {explanation.why}"
        parts.append("\n".join([f"## {code}", "", *wrap(said, 140, break_long_words=False, break_on_hyphens=False)]))
        for title, example in (("With the problem", explanation.bad), ("Without it", explanation.good)):
            if explanation.kind == "words":
                parts.append(f"{title}: {example}.")
            else:
                language = "sh" if explanation.kind == "command" else "toml"
                parts.append(f"{title}:\n\n```{language}\n{example.rstrip()}\n```")
    return "\n\n".join(parts)


def problem() -> str:
    """Return what `check` prints about the sample once it has two faults."""
    text = (ROOT / "docs" / "sample.toml").read_text(encoding="utf-8")
    text = text.replace("@board-2009, p. 14", "@bord-2009, p. 14").replace("[@kroll-song]", "[kroll-song]")
    with TemporaryDirectory() as folder:
        (Path(folder) / "my-country.toml").write_text(text, encoding="utf-8")
        printed = _output("check", "my-country.toml", folder=folder, code=1)
    return f"```console\n$ kzbrief check my-country.toml\n{printed}\n```"


def exported(line: str) -> str:
    """Return a command line with what it prints, as a shell runs it."""
    with TemporaryDirectory() as folder:
        program = Path(folder) / "kzbrief"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kzbrief "$@"\n')
        program.chmod(0o755)
        env = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(["sh", "-c", line], capture_output=True, encoding="utf-8", check=True, env=env)
    printed = done.stdout.replace("\r\n", "\n").rstrip()
    return f"```console\n$ {line}\n{printed}\n```"


def _output(*arguments: str, folder: str | Path = ROOT, code: int = 0) -> str:
    """Return what the program prints to a pipe, 80 columns wide, without the last line break; RuntimeError where it ends otherwise."""
    done = subprocess.run(
        [sys.executable, "-m", "kzbrief", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
    )
    if done.returncode != code:
        raise RuntimeError(f"kzbrief {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout.rstrip()
