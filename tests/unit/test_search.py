"""Searching: folding with places, forms of words, questions, and what of a brief is found by them."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzbrief.brief.briefing import Briefing, load
from kzbrief.brief.search.finder import Finder
from kzbrief.brief.search.folding import fold, folded, plain_words, words
from kzbrief.brief.search.passages import passages
from kzbrief.brief.search.query import Matcher, Query, QueryError, Term, parse
from kzbrief.brief.search.stems import stem

from .sample import brief, finding

SCRIPTS = st.text(alphabet="aAeéE\u0301е\u0308ёЁйи\u0306ﬁß’'ı İ\u200b\u00ad—-«»\"қҚ1２字  \nk\u2126")
TEXTS = SCRIPTS | st.text(max_size=40)


@given(TEXTS)
@example("\u1e9b\u0323")
@example("ŉ\u0345")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_folded_characters_know_where_they_come_from(text: str) -> None:
    made, starts, ends = folded(text)
    assert len(made) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)
    for place, character in enumerate(made):
        assert character in fold(text[starts[place] : ends[place]])


@given(TEXTS)
def test_a_word_is_what_stands_at_its_place(text: str) -> None:
    done = 0
    for word in words(text):
        assert done <= word.start < word.end <= len(text)
        done = word.start
        assert word.text in fold(text[word.start : word.end])
    assert [word.text for word in words(text)] == plain_words(text)


@given(st.lists(st.sampled_from(["Ёлка", "éclair", "Kazakhstan’s", "қала", "2010", "ﬁrst", "e\u0301te"]), min_size=1), st.data())
def test_highlights_cover_exactly_the_words_found(said: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(said))
    text = " — ".join(f"«{word}»" for word in said)
    found = Matcher(parse(f'"{wanted}"')).spans(text)
    known = wanted.removesuffix("’s")
    assert [text[start:end] for start, end in found] == [known] * said.count(wanted)


@given(TEXTS)
def test_every_question_is_understood_or_refused(text: str) -> None:
    for typing in (True, False):
        try:
            query = parse(text, typing=typing)
        except QueryError:
            continue
        for start, end in Matcher(query).spans(text):
            assert plain_words(text[start:end])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ёлка", "елка"),
        ("Живо́й", "живой"),
        ("Қазақстан", "қазақстан"),
        ("São Tomé", "sao tome"),
        ("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"),
        ("Łódź, Ærø", "lodz, aero"),
        ("“a” «b» „c‟", '"a" "b" "c"'),
        ("a–b—c−d‑e", "a-b-c-d-e"),
        ("ＷＩＤＥ ﬁ ½", "wide fi 1⁄2"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("и\u0306 е\u0308", "й е"),
    ],
)
def test_what_is_made_alike(text: str, wanted: str) -> None:
    assert fold(text) == wanted


def test_an_apostrophe_divides_but_for_the_s_after_it() -> None:
    assert plain_words("Kazakhstan's l’accès O'Brien the sites' 's") == ["kazakhstan", "l", "acces", "o", "brien", "the", "sites"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("websites", "website"),
        ("слежки", "слежка"),
        ("blocked", "blocking"),
        ("ёлки", "ёлка"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other)) != ""


@pytest.mark.parametrize(
    ("word", "language"), [("қала", "ru"), ("bulletin", "fr"), ("журнал", "kk"), ("журнал", "uk"), ("字", ""), ("είδηση", "")]
)
def test_other_languages_have_no_stems(word: str, language: str) -> None:
    assert stem(fold(word), language) == ""


@pytest.mark.parametrize(
    ("asked", "said"), [("Казахстан", "Казахстане"), ("журнал", "журналы"), ("журналы", "журнала"), ("журналов", "журнал")]
)
def test_a_stem_that_is_cut_too_short_still_finds_its_forms(asked: str, said: str) -> None:
    assert Matcher(parse(asked)).spans(f"в {said} и") == [(2, 2 + len(said))]


def test_one_stemmer_is_imported_and_no_other() -> None:
    code = "import sys; from kzbrief.brief.search.stems import stem; stem('websites'); print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in said if re.fullmatch(r"snowballstemmer\.\w+_stemmer", name)} == {"snowballstemmer.english_stemmer"}
    code = "import sys; import kzbrief.cli, kzbrief.brief.search.query; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not [name for name in said if "snowball" in name]


def test_questions_are_read() -> None:
    assert parse("Kazakhtelecom 2010").terms == (Term(("kazakhtelecom",)), Term(("2010",)))
    assert parse("«Personal data» tele*").terms == (Term(("personal", "data"), exact=True), Term(("tele",), prefix=True, exact=True))
    assert parse("self-censorship").terms == (Term(("self", "censorship"), exact=True),)
    assert parse('country:KZ section:access year:2010 type:blocking country:"Saudi Arabia"').fields == (
        ("country", "kz"),
        ("section", "access"),
        ("year", "2010"),
        ("type", "blocking"),
        ("country", "saudiarabia"),
    )
    assert parse("http://posit.kz").terms == (Term(("http", "posit", "kz"), exact=True),)
    assert parse("blo", typing=True).terms == (Term(("blo",), prefix=True),)
    assert parse("blo ", typing=True).terms == (Term(("blo",)),)
    assert parse('"personal da', typing=True).terms == (Term(("personal", "da"), prefix=True, exact=True),)
    for nothing in ("", "  ", '"', '""', "*", "( ) - .", "country:", 'kind:""'):
        assert parse(nothing) == Query()
        assert not parse(nothing)


def test_signs_of_other_query_languages_ask_for_nothing() -> None:
    assert parse('NEAR(a b) AND {head}: ^x "y" OR NOT z').terms == tuple(
        Term((word,), exact=word == "y") if word != "near a" else Term(("near", "a"), exact=True)
        for word in ("near a", "b", "and", "head", "x", "y", "or", "not", "z")
    )


@pytest.mark.parametrize(
    "text",
    [
        "type:bloking",
        "sektion:access",
        'titel:"two words"',
        "раздел:access",
        "year:soon",
        "kind:thing",
        "x" * 10_000,
        " ".join(map(str, range(100))),
    ],
)
def test_what_cannot_be_is_refused_in_words(text: str) -> None:
    with pytest.raises(QueryError, match=r"\w"):
        parse(text)


def test_what_only_looks_like_a_field_is_words() -> None:
    for text in ("http://posit.kz", "10:30", "Kazakhstan: unblocked", '"sektion:access"', "www.zakon.kz:8080", "news::", "a:"):
        assert parse(text).terms
        assert not parse(text).fields
    # Not before it is all there.
    assert parse("kazakhstan:un", typing=True).terms == (Term(("kazakhstan", "un"), prefix=True, exact=True),)
    with pytest.raises(QueryError, match=r"no field “sektion:”; there are country:, section:, year:, type:, kind:"):
        parse("sektion:access law", typing=True)


def test_a_field_that_is_being_typed_is_left_out() -> None:
    assert parse("type:blo", typing=True) == Query()
    assert parse("type:blocking", typing=True).fields == (("type", "blocking"),)


@pytest.fixture(scope="module")
def kazakhstan() -> Briefing:
    return load("kazakhstan-2011")


def found(briefing: Briefing, words: str) -> list[str]:
    finder = Finder(briefing)
    while finder.step():
        pass
    return [finder.passages[number].ref for number in finder.find(parse(words))]


def test_all_kinds_of_things_are_found(kazakhstan: Briefing) -> None:
    kinds = {passage.kind for passage in passages(kazakhstan)}
    assert kinds == {"finding", "source", "event", "actor", "remark", "fact"}
    for word in ("LiveJournal", "livejournals"):
        assert "finding:access/livejournal-blocked" in found(kazakhstan, word)
    assert "source:mavlony-2009" in found(kazakhstan, "журналисты")
    assert found(kazakhstan, "population kind:fact") == ["fact:population"]


def test_a_finder_finds_what_a_matcher_marks(kazakhstan: Briefing) -> None:
    finder = Finder(kazakhstan)
    while finder.step():
        pass
    for text in ("LiveJournal", "Kazakhtelecom 2010", '"of the"', "tele*", "government websites", "журналист", "self-censorship"):
        query = parse(text)
        matcher = Matcher(query)
        numbers = set(finder.find(query))
        assert numbers
        for number, passage in enumerate(finder.passages):
            has = all(any(Matcher(Query((term,))).spans(piece.text, (piece.language,)) for piece in passage.pieces) for term in query.terms)
            assert has == (number in numbers), (text, passage.ref)
            if has:
                assert any(matcher.spans(piece.text, (piece.language,)) for piece in passage.pieces)


def test_kazakh_is_found_by_how_words_begin() -> None:
    rows = [finding("one", "Интернеттің жылдамдығы төмен.", headline="Жылдамдық")]
    made = brief({"access": rows})
    import msgspec

    made = msgspec.structs.replace(made, brief=msgspec.structs.replace(made.brief, language="kk"))
    briefing = Briefing("made.toml", made, load("kazakhstan-2011").method)
    assert found(briefing, "интернет") == ["finding:access/one"]
    assert found(briefing, "интернетт") == ["finding:access/one"]
    assert found(briefing, "жылдамдык") == []


def test_years_are_those_of_the_thing_and_of_the_edition(kazakhstan: Briefing) -> None:
    index = kazakhstan.index
    for ref in found(kazakhstan, "year:2010 type:blocking"):
        entry = index.entry(ref.removeprefix("finding:"))
        assert entry.finding.type == "blocking"
        assert any(date and date.start.year <= 2010 <= date.end.year for date in (entry.finding.date, entry.finding.as_of))
    every = [passage.ref for passage in passages(kazakhstan)]
    assert found(kazakhstan, "year:2011") == every
    assert set(found(kazakhstan, "year:2010 year:2009 kind:event")) > set(found(kazakhstan, "year:2010 kind:event"))
