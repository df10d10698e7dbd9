"""Reading by ear: the whole brief can be walked, in plain words, and every line that is typed gets an answer."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzbrief import commands as app
from kzbrief import state
from kzbrief.brief import briefing as briefings
from kzbrief.brief.text import parse, plain
from kzbrief.marked import Marked
from kzbrief.output.ascii import to_ascii
from kzbrief.output.happenings import events_of
from kzbrief.output.lines import clean
from kzbrief.spoken import passages, works
from kzbrief.spoken.commands import SPOKEN
from kzbrief.spoken.reader import Reader
from kzbrief.spoken.typed import keys_of, understood

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
BRIEFS = {name: briefings.load(DATA / f"{name}.toml") for name in ("golden", "complete", "small", "minimal")}
BRIEFS["kazakhstan-2011"] = briefings.load("kazakhstan-2011")
GOLDEN, KAZAKHSTAN = BRIEFS["golden"], BRIEFS["kazakhstan-2011"]
DRAWN = re.compile("[\u2190-\u21ff\u2500-\u259f\u2800-\u28ff\x00-\x1f\x7f-\x9f]")


def walk(reader: Reader) -> list[str]:
    """Return all that is said from the beginning to the end."""
    said = reader.start()
    for __ in range(1000):
        answer = reader.answer("")
        if answer == ["This is the end. Type first to start again, or quit to leave."]:
            return said
        said += answer
    raise AssertionError("no end")


def say(reader: Reader, *typed: str) -> str:
    """Return the last answer as one text."""
    answer: list[str] = []
    for line in typed:
        answer = reader.answer(line)
    return "\n".join(answer)


# The whole of it


@pytest.mark.parametrize("name", BRIEFS)
def test_enter_alone_reads_everything(name: str) -> None:
    briefing = BRIEFS[name]
    said = "\n".join(walk(Reader(briefing)))
    for entry in briefing.index.entries:
        assert clean(entry.finding.headline) in said
        for paragraph in parse(entry.finding.text):
            assert clean(plain([paragraph]).split(" [")[0])[:30].strip() in said
    for key in briefing.index.sources:
        assert clean(briefing.index.full(key)[0].text) in said
    for fact in briefing.brief.facts:
        assert f"{clean(fact.label)}: {clean(fact.printed)}" in said
    for remark in briefing.brief.remarks:
        if not any(ref.startswith(("source:", "note:", "report")) for ref in remark.about):
            assert clean(plain(parse(remark.text)))[:20] in said
    for event in briefing.brief.events:
        assert clean(event.label).removesuffix(".") in said
    for actor in briefing.brief.actors:
        assert clean(actor.name) in said


@pytest.mark.parametrize("name", BRIEFS)
def test_nothing_is_drawn_and_no_sign_stands_for_words(name: str) -> None:
    reader = Reader(BRIEFS[name])
    said = walk(reader) + reader.answer("help") + reader.answer("sections")
    for line in said:
        assert line.strip()
        assert not DRAWN.search(line)
        assert not line.startswith(("!", "*", "--", ">", "["))
        assert not re.search(r"\[\*?\d", line)


def test_going_back_step_by_step_meets_the_same_stops() -> None:
    reader = Reader(GOLDEN)
    walk(reader)
    heads = []
    while "This is the beginning." not in (said := say(reader, "previous")):
        heads.append(said.split("\n"))
    assert sum(any(line.startswith("Finding ") for line in head) for head in heads) == len(GOLDEN.index.entries)


# What it says


def test_the_score_has_its_direction_and_its_status() -> None:
    said = passages.overview(KAZAKHSTAN)
    bands = "0 to 30 is Free, 31 to 60 is Partly Free, 61 to 100 is Not Free"
    assert said[1] == f"Total: 55 of 100 (0 is best), Partly Free; {bands}; a score, not a rank."
    assert said[2] == "Part: Obstacles to Access: 16 of 25 (fewer is better)."
    assert "From 2015: Not Free, from outside this report." in said
    assert "2009 edition: n/a." in said
    assert "Elsewhere given as 48 of 100 (0 is best), outside source 1." in passages.overview(GOLDEN)


def test_headings_are_announced() -> None:
    assert passages.section_head(KAZAKHSTAN, KAZAKHSTAN.brief.sections[1]) == "Section: Obstacles to Access, 16 of 25, 0 is best"
    said = Reader(GOLDEN).answer("section access")
    assert said[:3] == [
        "Section: Obstacles to Access, 14 of 25, 0 is best, 3 findings.",
        "Topic: The market.",
        "Finding 2 of 6: One state carrier holds half the market.",
    ]


def test_the_turn_of_the_scale_is_said() -> None:
    said = passages.editions(KAZAKHSTAN)
    assert any(line.startswith("Here the scale turns round: 2019: 32 of 100 (100 is best), Not Free") for line in said)


def test_citations_and_quotations_are_words() -> None:
    said = Reader(GOLDEN).answer("access/carrier")
    assert "holds 48 percent of the market (source 1). Others" in said[3]
    assert "(source 3, p. 4; source 2)" in said[3]
    assert said[4].startswith("Quotation: “There is one Bordutel [sic]")
    assert said[4].endswith("End of quotation.")
    assert said[5].startswith("Remark: The share is given in the present tense")
    assert say(Reader(GOLDEN), "go prices").split("\n")[-2] == "Cited: source 2."
    assert say(Reader(GOLDEN), "go act").endswith("No source in the report.")


def test_a_source_is_told_in_full() -> None:
    said = works.work(GOLDEN, "market-2006")
    assert said[0] == "Source 1, also note 3: Sztohó, Lines, 2006."
    assert "Title in Russian: Рынок связи." in said
    assert "Translated: The Market of Lines." in said
    assert "Address: http://lines.example/market?a=1&b=2" in said
    assert "Place 1: finding 2, One state carrier holds half the market." in said
    unsettled = works.work(GOLDEN, "profile")
    assert unsettled[1].startswith("The report does not say which of these works it means:")
    assert sum(line.startswith("Perhaps ") for line in unsettled) == 2
    assert works.work(GOLDEN, "later")[0].startswith("Outside source 1:")


# Commands


def test_from_a_finding_to_its_source_and_back() -> None:
    reader = Reader(GOLDEN, "access/carrier")
    assert say(reader, "citation") == "Citation 1 of 3: source 1, Sztohó, Lines, 2006."
    assert say(reader, "source").startswith("Source 1, also note 3: ")
    assert say(reader, "address").startswith("Address: http://lines.example/")
    assert say(reader, "back").startswith("Back. Finding 2 of 6: One state carrier")
    assert say(reader, "\t") == "Citation 2 of 3: source 3, Sztohó, Lines, 2006."
    assert say(reader, "citation", "citation") == "No further citation in this finding."
    assert say(reader, "source 5").startswith("Source 5: Net Observers, one of two works.")
    assert say(reader, "place 1").split("\n")[2].startswith("Finding 5 of 6:")
    assert say(reader, "back", "back").startswith("Back. Finding 2 of 6:")
    assert say(reader, "forward").startswith("Forward. Finding 2 of 6:")


def test_where_one_is_can_be_asked_at_any_time() -> None:
    reader = Reader(GOLDEN)
    assert say(reader, "where") == "Overview. Stop 1 of 15."
    assert say(reader, "go 2", "where am I").startswith(
        "Finding 2 of 6: One state carrier holds half the market. Section: Obstacles to Access,"
    )
    assert say(reader, "go 2", "where", "repeat").startswith("Section: Obstacles to Access")


def test_numbers_alone_are_the_tabs_of_the_app() -> None:
    reader = Reader(KAZAKHSTAN)
    assert say(reader, "2").startswith("Section: Obstacles to Access")
    assert say(reader, "4").startswith("Section: Violations of User Rights")
    assert say(reader, "1").startswith("Kazakhstan.")
    assert "1 Overview, 2 Obstacles to Access" in say(reader, "9")


def test_key_findings_are_gone_to_by_number() -> None:
    reader = Reader(GOLDEN)
    assert say(reader, "key").startswith("3 key findings.\n1: One state carrier")
    assert "Finding 6 of 6: The Internet Act" in say(reader, "key 3")
    assert say(reader, "key 4") == "There are 3 key findings."


def test_what_is_not_understood_is_said_in_one_line() -> None:
    reader = Reader(GOLDEN)
    assert reader.answer("sauces") == ["Not understood: sauces. Did you mean sources? Type help and press Enter for the commands."]
    assert "\x1b" not in say(reader, "\x1b]0;x\x07")
    assert reader.answer("go 7") == ["There is no finding 7; there are 6."]
    assert reader.answer("source 99") == ["There is no source 99; type sources for all of them."]
    assert reader.answer("section nowhere")[0].startswith("Type section and one of these: 1 Introduction")
    assert Reader(BRIEFS["minimal"]).answer("timeline") == ["This brief has none."]


def test_quit_ends_it() -> None:
    for line in ("quit", "q", " QUIT "):
        reader = Reader(GOLDEN)
        assert reader.answer(line) == ["Left."]
        assert reader.done


@given(st.lists(st.sampled_from([word for command in SPOKEN for word in command.words]) | st.text(max_size=20), max_size=12))
def test_every_line_gets_an_answer(lines: list[str]) -> None:
    reader = Reader(GOLDEN)
    for line in [*lines, "where", "citation", "place 1", "source", "back", "forward", "n"]:
        answer = reader.answer(line)
        assert answer
        assert all(said.strip() and not re.search("[\x00-\x1f\x7f-\x9f]", said) for said in answer)


# The declarations


def test_no_word_means_two_things() -> None:
    words = [word for command in SPOKEN for word in command.words]
    assert len(words) == len(set(words))
    for command in SPOKEN:
        for word in command.words:
            found = understood(word)
            assert found
            assert found[0] is command


def test_the_keys_of_the_app_mean_the_same_here() -> None:
    for command in SPOKEN:
        if command.same:
            assert app.find(command.same)
        for key in keys_of(command):
            found = understood(key)
            assert found
            assert found[0] is command


def test_ascii_is_enough() -> None:
    said = "".join(walk(Reader(KAZAKHSTAN)))
    assert to_ascii(said).isascii()


def test_neither_rich_nor_textual_is_needed() -> None:
    code = (
        "import sys, io; sys.stdin = io.StringIO('\\n' * 200 + 'source 5\\nhelp\\nfind court\\nsourcse\\n'); from kzbrief.cli import main\n"
        "assert main(['read', '--screen-reader']) == 0\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    assert not {"rich", "textual", "argcomplete"} & set(done.stderr.split())


def test_a_finding_says_when_it_happened_and_what_its_address_is() -> None:
    briefing = KAZAKHSTAN
    address = next(entry.address for entry in briefing.index.entries if events_of(briefing, entry.address))
    event = events_of(briefing, address)[0]
    reader = Reader(briefing, address)
    assert say(reader, "w").startswith(f"{event.date.words()}: {event.label}".rstrip("."))
    assert say(reader, "finding address") == f"kazakhstan-2011#{address}"
    assert say(Reader(briefing), "when") == "This is no finding."
    none = next(entry.address for entry in briefing.index.entries if not events_of(briefing, entry.address))
    assert say(Reader(briefing, none), "when") == "No event tells of this finding."


def test_findings_are_marked_listed_and_gone_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    reader = Reader(GOLDEN, "access/prices", marked=Marked(state.load()))
    assert say(reader, "mark") == "Marked; M lists all (1)."
    say(reader, "go carrier")
    say(reader, "m")
    assert say(reader, "M").split("\n")[0] == "2 marked findings."
    assert say(reader, "marks").split("\n")[1].startswith("1: ")
    say(reader, "marks 2")
    assert say(reader, "finding address").endswith("#access/prices")
    assert say(reader, "mark") == "No longer marked."
    # The next reading knows them, the app, too.
    assert Marked(state.load()).of(GOLDEN) == {"access/carrier"}
    assert say(Reader(GOLDEN, "access/carrier"), "mark") == "Marked for this run only; M lists all (1)."
