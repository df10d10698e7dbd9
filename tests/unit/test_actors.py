from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzbrief.brief.actors import Names
from kzbrief.brief.model import Actor
from kzbrief.brief.text import parse, plain

from .sample import convert


def actor(name: str, *aliases: str) -> Actor:
    return convert({"id": name.lower().replace(" ", "-").replace(".", "-"), "kind": "body", "name": name, "aliases": list(aliases)}, Actor)


ACTORS = [
    actor("Kazakhtelecom", "Казахтелеком"),
    actor("GSM Kazakhstan"),
    actor("Kazakhstan"),
    actor("Blogger.com"),
    actor("Blogger"),
    actor("Respublika"),
    actor("KNB", "National Security Committee", "C++ (club)"),
]


def mentions(text: str, *without: str) -> list[tuple[str, str, str]]:
    """Return kind, text and actor of the runs that name somebody."""
    paragraphs = Names(ACTORS).link(parse(text), without)
    return [(run.kind, run.text, run.actor) for paragraph in paragraphs for run in paragraph.runs if run.actor]


def test_names_and_aliases_are_linked() -> None:
    assert mentions("Kazakhtelecom (Казахтелеком) and the National Security Committee’s C++ (club)") == [
        ("actor", "Kazakhtelecom", "kazakhtelecom"),
        ("actor", "Казахтелеком", "kazakhtelecom"),
        ("actor", "National Security Committee", "knb"),
        ("actor", "C++ (club)", "knb"),
    ]


def test_the_longest_name_counts() -> None:
    assert [name for __, name, __ in mentions("GSM Kazakhstan, Kazakhstan, Blogger.com, Blogger.")] == [
        "GSM Kazakhstan",
        "Kazakhstan",
        "Blogger.com",
        "Blogger",
    ]


def test_only_whole_words_as_written() -> None:
    assert mentions("kazakhtelecom KNBs preKNB my.KNB x_KNB KNB.kz KNB@e.org KNB\u0301 KNB_2 KNB2") == []
    assert len(mentions("KNB. “KNB” KNB’s KNB-run (KNB) KNB/KNB KNB")) == 8
    assert [name for __, name, __ in mentions("xGSM Kazakhstan")] == ["Kazakhstan"]


def test_marked_names_keep_their_kind() -> None:
    assert mentions("*Respublika* and **KNB**\n\n> KNB") == [
        ("emphasis", "Respublika", "respublika"),
        ("strong", "KNB", "knb"),
        ("actor", "KNB", "knb"),
    ]


def test_a_finding_can_opt_out() -> None:
    assert [name for __, name, __ in mentions("KNB and Respublika", "knb")] == ["Respublika"]


def test_links_and_citations_are_left_alone() -> None:
    assert mentions("[KNB](https://e.org/KNB) [@KNB]") == []


def test_without_actors_nothing_changes() -> None:
    paragraphs = parse("KNB *em* [@a]")
    assert Names([]).link(paragraphs) == paragraphs


@given(st.lists(st.sampled_from(["KNB", "Blogger", ".com", " ", "*", "GSM Kazakhstan", "x", ".", "[@a]", "\n\n", "> "])).map("".join))
def test_linking_loses_nothing(text: str) -> None:
    paragraphs = parse(text)
    linked = Names(ACTORS).link(paragraphs)
    assert plain(linked) == plain(paragraphs)
    assert [paragraph.quotation for paragraph in linked] == [paragraph.quotation for paragraph in paragraphs]
    assert all(run.text or run.cites for paragraph in linked for run in paragraph.runs)
