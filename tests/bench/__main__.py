"""`python -m tests.bench`: install the wheel into a temporary environment, measure it beside its floors, print the ratios."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from . import programs
from .aims import compare
from .installation import Installation, install, new_environment
from .report import machine, plain_table, write_page
from .turns import Results, take_turns

GROUPS = ("printing", "starting", "keys")


def main() -> int:
    """Measure and print; 1 where kzbrief could not be installed or did not behave."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--rounds", type=int, default=15, help="rounds of what starts or prints; a third of them for keys (default: %(default)s)"
    )
    parser.add_argument("--only", choices=GROUPS, action="append", help="measure this group alone; can be given again")
    parser.add_argument(
        "--peers",
        action="store_true",
        help="compare with frogmouth and rich-cli too, installed into environments of their own, and with less and w3m",
    )
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    given = parser.parse_args()
    if not sys.platform.startswith("linux"):
        parser.error("memory and processor time are read from /proc: Linux is needed")
    if given.write and given.only:
        parser.error("--write is for a whole run")
    rounds = {"printing": 2 * given.rounds, "starting": given.rounds, "keys": max(given.rounds // 3, 1)}
    with tempfile.TemporaryDirectory(prefix="kzbrief-bench-") as folder:
        try:
            print("building and installing ...", file=sys.stderr)
            place = install(Path(folder))
            results = _measure(place, rounds, given.only or GROUPS, peers=given.peers)
        except (RuntimeError, AssertionError) as error:
            print(f"bench: {error}", file=sys.stderr)
            return 1
        rows = list(compare(results))
        counts = ", ".join(f"{rounds[group]} runs ({group})" for group in given.only or GROUPS)
        about = machine(place, counts)
    print(plain_table(rows))
    print(about)
    if given.write:
        write_page(rows, about)
    return 0


def _measure(place: Installation, rounds: dict[str, int], groups: list[str] | tuple[str, ...], *, peers: bool) -> Results:
    rich_cli = None
    others: list[programs.Program] = []
    if peers:
        rich_cli = _peer(place, "rich-cli", "rich")
        others.extend(programs.peers(place, _peer(place, "frogmouth", "frogmouth")))
    results: Results = {}
    if "printing" in groups:
        results |= take_turns(programs.printing(place, rich_cli), rounds["printing"], "printing")
    if "starting" in groups:
        results |= take_turns(programs.starting(place, others), rounds["starting"], "starting")
    if "keys" in groups:
        results |= take_turns(programs.keys(place, others), rounds["keys"], "keys")
    return results


def _peer(place: Installation, package: str, command: str) -> str:
    """Install another program, in the versions that it wants, and return its path."""
    python = new_environment(place.folder / package, [package], place.env, constraints=None)
    return str(Path(python).with_name(command))


if __name__ == "__main__":
    sys.exit(main())
