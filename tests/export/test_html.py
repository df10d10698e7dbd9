"""The page: well made, nothing in it that runs or loads, authors' text never markup, and nothing that misleads."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kzbrief.brief.briefing import Briefing
from kzbrief.brief.model import Disputed, Edition, Event, Fact, Finding, Remark, Section, Unsettled
from kzbrief.brief.names import NO_LANGUAGES, base_language
from kzbrief.brief.text import parse, plain
from kzbrief.brief.work import Source
from kzbrief.output.export import Options
from kzbrief.output.export.html import export
from kzbrief.output.export.page.elements import element
from kzbrief.output.export.page.elements import text as as_text
from kzbrief.output.export.page.prose import Page, leaving
from kzbrief.output.prose import misprint_label

from .made import ALL, GOLDEN, KAZAKHSTAN, MINIMAL, changed
from .tree import Node, parsed

IDS = [briefing.brief.brief.id for briefing in ALL]
PAGES = {briefing.brief.brief.id: parsed(export(briefing, Options())) for briefing in ALL}
PAGE = PAGES["kazakhstan-2011"]
SIGNS = st.text(st.characters(exclude_categories=("Cs",)) | st.sampled_from("<>&\"'/=!-;#xX\0\x1b\u202e\n\t"), min_size=1, max_size=40)
"""Texts of any kind, control characters too, which a brief cannot have."""


def page_of(briefing: Briefing) -> Node:
    """Return the page of a briefing."""
    return parsed(export(briefing, Options()))


def squeezed(text: str) -> str:
    """Return a text with single blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", IDS)
def test_nothing_runs_and_nothing_is_loaded(name: str) -> None:
    page = PAGES[name]
    assert (
        list(page.all("script", "link", "img", "iframe", "object", "embed", "form", "input", "base", "video", "audio", "use", "image"))
        == []
    )
    for node in page.all():
        assert not [key for key in node.attributes if key.startswith("on") or key in ("style", "src", "srcset", "background", "action")]
        if node.tag == "a":
            assert node["href"].startswith(("#", "http://", "https://"))
    [policy] = [node["content"] for node in page.all("meta") if node["http-equiv"] == "Content-Security-Policy"]
    [sheet] = page.all("style")
    [text] = sheet.parts
    digest = base64.b64encode(hashlib.sha256(str(text).encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|@font-face|expression", str(text))


@pytest.mark.parametrize("name", IDS)
def test_what_is_pointed_to_is_there_and_once(name: str) -> None:
    page = PAGES[name]
    ids = [node["id"] for node in page.all() if "id" in node.attributes]
    assert len(set(ids)) == len(ids)
    for node in page.all():
        for key in ("popovertarget", "aria-labelledby"):
            assert set(node[key].split()) <= set(ids)
        if node["href"].startswith("#"):
            assert node["href"][1:] in ids
    opened = {node["id"] for node in page.all() if "popover" in node.attributes}
    assert opened == {node["popovertarget"] for node in page.all("button")}


@pytest.mark.parametrize("name", IDS)
def test_headings_skip_no_level_and_landmarks_are_there_once(name: str) -> None:
    page = PAGES[name]
    levels = [int(node.tag[1]) for node in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [len(list(page.all(tag))) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert next(page.all("html"))["lang"] in ("en", "en-GB")


@pytest.mark.parametrize("briefing", ALL, ids=IDS)
def test_every_finding_and_every_work_is_there_with_its_links(briefing: Briefing) -> None:
    page = PAGES[briefing.brief.brief.id]
    for entry in briefing.index.entries:
        article = page.by_id(entry.address)
        assert entry.finding.headline in article.text
        for citation in briefing.index.citations_of(entry):
            assert any(citation.key in node["popovertarget"] for node in article.all("button"))
    for key in briefing.index.sources:
        item = page.by_id(f"source-{key}")
        assert {place.address for place in briefing.index.places(key)} == {
            node["href"][1:] for node in item.all("a") if node["href"].startswith("#") and not node["href"].startswith("#source-")
        }


@pytest.mark.parametrize("briefing", ALL, ids=IDS)
def test_titles_in_other_languages_say_which_and_come_before_their_translations(briefing: Briefing) -> None:
    page = PAGES[briefing.brief.brief.id]
    for key in briefing.index.sources:
        work = briefing.index.work(key)
        if isinstance(work, Unsettled) or base_language(work.language) in (base_language(briefing.brief.brief.language), *NO_LANGUAGES):
            continue
        item = page.by_id(f"source-{key}")
        [title] = [node for node in item.all("span") if node["lang"]]
        assert (title.text, title["lang"]) == (work.title.replace("“", "‘").replace("”", "’"), work.language)
        if work.title_translated:
            assert item.text.index(title.text) < item.text.index(f"[{work.title_translated}]")


def test_a_title_is_marked_in_what_opens_over_the_text_and_under_an_unsettled_reference_too() -> None:
    works = {"a": Source(type="web", title="Сайт", language="ru"), "b": Source(type="web", title="Сайт", language="kk")}
    either = {"either": Unsettled(candidates=["a", "b"], notes=[1], reason="Both fit.")}
    finding = Finding(id="f", headline="Finding", text="Said [@either].")
    made = changed(MINIMAL, sections=[Section(id="s", title="S", findings=[finding])], sources=works, unsettled=either, remarks=[])
    [opened] = [node for node in page_of(made).all("div") if "popover" in node.attributes and "either" in node["id"]]
    assert [(node.text, node["lang"]) for node in opened.all("span") if node["lang"]] == [("Сайт", "ru"), ("Сайт", "kk")]


def test_no_score_is_bare() -> None:
    assert squeezed(PAGE.by_id("score").text).startswith("Score 55 of 100, 0 is best Partly Free in the edition of 2011")
    assert "Parts of the total; fewer points are better" in PAGE.by_id("score").text
    assert "2009 edition: n/a" in PAGE.by_id("score").text
    assert squeezed(PAGE.by_id("section-access").text).startswith("Obstacles to Access 16 of 25 (0 is best), edition of 2011")
    for drawing in PAGE.all("svg"):
        said = list(drawing.all("desc"))
        assert drawing["role"] == "img"
        assert re.search(r"0 is best|100 is best|fewer is better", "".join(map(str, said[0].parts)))


def test_the_scale_turns_round_between_two_drawings_and_in_the_table() -> None:
    later = PAGE.by_id("later")
    said = ["".join(map(str, next(drawing.all("desc")).parts)) for drawing in later.all("svg")]
    assert [text[: text.index(".")] for text in said] == ["Totals of 100, 0 is best", "Totals of 100, 100 is best"]
    assert ("2018: 62" in said[0], "2019: 32" in said[1], "2020: not known" in said[1]) == (True, True, True)
    rows = {cells[0]: cells[1] for cells in ([cell.text for cell in row.all("th", "td")] for row in later.all("tr"))}
    assert (rows["2018"], rows["2019"]) == ("62 of 100 (0 is best)", "32 of 100 (100 is best)")
    assert "The scale turned round where the drawings part." in later.text
    assert "from outside the report" in later.text


def test_the_edition_before_stands_on_its_own_scale() -> None:
    editions = [
        Edition(year=2019, role="this", total=32, status="Not Free", scores={"access": 9}, cites=["fh-russia-2011"]),
        Edition(year=2018, role="previous", total=62, status="Not Free", scores={"access": 12}, cites=["fh-russia-2011"]),
    ]
    score = squeezed(page_of(changed(MINIMAL, brief=replace(MINIMAL.brief.brief, edition=2019), editions=editions)).by_id("score").text)
    assert score.startswith("Score 32 of 100, 100 is best Not Free in the edition of 2019 [*1]")
    assert "2018 edition: 62 of 100 (0 is best), Not Free [*1]" in score
    assert "more points are better Part 2019 Bar 2018; fewer points are better Obstacles to Access 9 of 25" in score


def test_a_gap_between_editions_is_no_line() -> None:
    [_before, after] = PAGE.by_id("later").all("svg")
    known = len(list(after.all("circle")))
    assert (known, len([node for node in after.all("line") if node["class"] == "path"])) == (6, 4)


def test_na_and_not_known_are_not_0() -> None:
    edition = Edition(year=2011, role="this", total="n/a", status="n/a", scores={"access": "n/a", "rights": 0})
    page = page_of(changed(MINIMAL, editions=[edition]))
    score = squeezed(page.by_id("score").text)
    assert "Total: n/a in the edition of 2011" in score
    assert "Obstacles to Access n/a" in score
    assert "Limits on Content not known" in score
    assert "Violations of User Rights 0 of 40" in score
    assert len([node for node in page.by_id("score").all("line") if node["class"] == "marker"]) == 0
    assert len([node for node in page.by_id("score").all("svg") if node["class"] == "bar"]) == 1


def test_an_old_edition_is_not_taken_for_the_present() -> None:
    assert squeezed(next(PAGE.all("header")).text).startswith("Kazakhstan Freedom on the Net 2011, published 2011, Freedom House ")
    assert "".join(map(str, next(PAGE.all("title")).parts)) == "Kazakhstan: Freedom on the Net 2011"
    assert "This is the edition of 2011. From 2015: Not Free [*6, *1] from outside the report" in PAGE.by_id("score").text
    assert "edition of 2011" in next(PAGE.all("footer")).text


@pytest.mark.parametrize("briefing", ALL, ids=IDS)
def test_every_remark_about_what_is_shown_is_there(briefing: Briefing) -> None:
    shown = squeezed(PAGES[briefing.brief.brief.id].text).replace("[ ", "[")
    for remark in briefing.brief.remarks:
        if not all(about == "report" or about.startswith("actor:") for about in remark.about):
            assert squeezed(plain(parse(remark.text), briefing.index.cite_label)) in shown


def test_an_unsettled_reference_is_not_resolved() -> None:
    numbers = [node for node in PAGE.all("button") if node["popovertarget"] == "open-oni-profile" and "number" in node["class"]]
    assert numbers
    assert all("unsettled" in node["class"] and "one of two works" in node["aria-label"] for node in numbers)
    opened = squeezed(PAGE.by_id("open-oni-profile").text)
    assert opened.startswith("[20, 21, 23, 38] The report does not say which of two works:")
    assert "access-controlled.net" in opened
    assert "opennet.net" in opened


def test_works_that_share_a_number_open_together() -> None:
    opened = PAGE.by_id("open-inquirer-2010-and-ognianova-2010").text
    assert "Inquirer.net" in opened
    assert "Disdaining Press Freedom" in opened


def test_what_is_from_outside_says_so() -> None:
    outside = {key for key in KAZAKHSTAN.index.sources if KAZAKHSTAN.index.outside(key)}
    for key in KAZAKHSTAN.index.sources:
        marked = any("outside-mark" in node["class"] for node in PAGE.by_id(f"source-{key}").all("span"))
        assert marked == (key in outside)
    for node in PAGE.all("button"):
        if "number" in node["class"] and node["popovertarget"].removeprefix("open-") in outside:
            assert "from outside the report" in node["aria-label"]
    event = Event(id="e", date=KAZAKHSTAN.brief.events[0].date, label="Later.", cites=["da2i"])
    assert "Later. from outside the report [*1]" in page_of(changed(KAZAKHSTAN, events=[event])).by_id("timeline").text


def test_other_figures_are_not_hidden() -> None:
    edition = Edition(year=2011, role="this", total=55, disputed=[Disputed(total=43, cites=["fh-russia-2011"])])
    assert "elsewhere given as 43 of 100 (0 is best) [*1] from outside the report" in squeezed(
        page_of(changed(MINIMAL, editions=[edition])).by_id("score").text
    )


def test_other_figures_for_a_later_edition_are_not_hidden_either() -> None:
    later = Edition(year=2014, role="context", total=60, cites=["da2i"], disputed=[Disputed(total=61, cites=["fh-2014"])])
    editions = [*(edition for edition in KAZAKHSTAN.brief.editions if edition.role != "context"), later]
    text = squeezed(page_of(changed(KAZAKHSTAN, editions=editions)).by_id("later").text)
    assert "2014 60 of 100 (0 is best); elsewhere given as 61 of 100 (0 is best) [*" in text


def test_an_archived_copy_is_promised_nowhere_unless_it_is_known() -> None:
    for item in PAGE.all("p"):
        if any("web.archive.org" in node["href"] for node in item.all("a")):
            assert item.text.startswith("Archived perhaps; this address has not been tried: ")
    known = Source(type="web", title="T", url="http://a.example/", archive_url="https://web.archive.org/web/2010/http://a.example/")
    text = page_of(changed(MINIMAL, sources={"k": known}, unsettled={}, remarks=[])).by_id("source-k").text
    assert "archived at https://web.archive.org/web/2010/http://a.example/" in text
    assert "perhaps" not in text


def test_facts_are_as_printed() -> None:
    rows = {
        row[0].split(" !")[0].strip(): row[1]
        for row in ([cell.text for cell in line.all("th", "td")] for line in PAGE.by_id("facts").all("tr"))
    }
    assert (rows["Internet penetration"], rows["Population"]) == ("28 percent", "16.3 million")


def test_a_fact_from_outside_and_a_misprint_say_so() -> None:
    facts = [Fact(id="x", label="Users", printed="many", role="context", cites=["k"]), Fact(id="y", label="People", printed="few")]
    remarks = [Remark(about=["finding:a"], kind="misprint", text="A letter is missing.")]
    sections = [Section(id="s", title="S", findings=[Finding(id="a", headline="A", text="Said.")])]
    made = changed(MINIMAL, facts=facts, sections=sections, sources={"k": Source(type="web", title="T")}, remarks=remarks)
    page = page_of(replace_keys(made))
    rows = [squeezed(cell.text) for cell in page.by_id("facts").all("th") if cell["scope"] == "row"]
    assert rows == ["Users from outside the report", "People"]
    assert squeezed(page.by_id("s/a").text).endswith(f"{misprint_label()} A letter is missing.")


def test_what_is_a_selection_says_so_in_its_title_too() -> None:
    page = page_of(changed(MINIMAL, brief=replace(MINIMAL.brief.brief, extent="short")))
    assert "".join(map(str, next(page.all("title")).parts)) == "Minimalia (selection): Freedom on the Net 2011"
    assert "A selection, not the whole report" in next(page.all("header")).text


def test_a_translation_says_of_what() -> None:
    page = page_of(changed(MINIMAL, brief=replace(MINIMAL.brief.brief, translation_of="kazakhstan-2011")))
    assert "A translation of the brief kazakhstan-2011" in next(page.all("header")).text


def test_links_that_leave_say_so() -> None:
    for node in PAGE.all("a"):
        if node["href"].startswith("http"):
            assert "leaving" in node["class"]
            assert "noreferrer" in node["rel"]
            assert any("(leaves this page)" in str(part.parts) for part in node.all("span"))
    assert leaving("javascript:alert(1)") == "javascript:alert(1)"


def test_findings_without_a_source_and_drafts_say_so() -> None:
    findings = [Finding(id="a", headline="A", text="Said."), Finding(id="b", draft=True), Finding(id="c", headline="C", cites=["k"])]
    made = changed(
        MINIMAL, sections=[Section(id="s", title="S", findings=findings)], sources={"k": Source(type="web", title="T")}, remarks=[]
    )
    page = page_of(replace_keys(made))
    assert "No source given here." in page.by_id("s/a").text
    assert "Still to be written." in page.by_id("s/b").text
    assert "s/b" in next(page.by_id("s/b").all("h3")).text
    assert squeezed(page.by_id("s/c").text) == "C [1]"


def replace_keys(briefing: Briefing) -> Briefing:
    """Return a briefing without key findings, whose findings may be others."""
    return changed(briefing, brief=replace(briefing.brief.brief, key_findings=[]))


def hostile(text: str) -> Briefing:
    """Return a brief with a text in every place that is no markup of its own."""
    finding = Finding(id="f", topic=text, headline=text, text="Said [@k, p. 1].", cites=["k"])
    work = Source(
        type="chapter", author=[text], title=text, title_translated=text, language="ru", publication=text, collection=text, publisher=text
    )
    edition = Edition(year=2011, role="this", total=50, status="Partly Free", disputed=[Disputed(status=text, cites=["k"])])
    return changed(
        MINIMAL,
        brief=replace(MINIMAL.brief.brief, title=text, key_findings=["s/f"], authors=[text]),
        editions=[edition],
        facts=[Fact(id="x", label=text, printed=text, printed_previous=text)],
        events=[Event(id="e", date=KAZAKHSTAN.brief.events[0].date, label=text, about=["finding:f"])],
        sections=[Section(id="s", title=text, findings=[finding])],
        sources={"k": work},
        unsettled={},
        actors=[],
        series=[],
        remarks=[Remark(about=["source:k"], kind="naming", text="Said.")],
    )


PLAIN = [(node.tag, sorted(node.attributes)) for node in page_of(hostile("Word")).all()]


@settings(max_examples=60)
@given(SIGNS.filter(str.strip))
@example("</style><script>alert(1)</script>")
@example("\" onclick='x' <b>")
@example("<!-- --> ]]> <![CDATA[ &lt; &#60; &amp")
@example("“Title” and a, comma")
def test_text_of_authors_never_becomes_markup(text: str) -> None:
    page = page_of(hostile(text))
    assert [(node.tag, sorted(node.attributes)) for node in page.all()] == PLAIN
    assert shown_as(next(page.all("h1"))) == as_shown(text)
    assert shown_as(next(next(page.all("article")).all("h4"))) == as_shown(text)
    [label] = [row for row in page.by_id("facts").all("th") if row["scope"] == "row"]
    assert shown_as(label) == as_shown(text)


@given(SIGNS)
def test_text_comes_back_as_it_was(text: str) -> None:
    made = parsed(element("p", text, title=text))
    [node] = made.all()
    assert (node.text, node["title"]) == (as_shown(text), as_shown(text))
    assert as_text(as_text(text)) == as_text(text)


@given(st.text("ab*[]()@;,. \\<>&\"'\n:/", max_size=60))
@example('[x](https://a.example/?a=1&b="<)')
@example("**a *b* [@k; @k2, p. 1]** > c")
def test_prose_has_no_other_elements_than_its_own(text: str) -> None:
    page = Page(changed(MINIMAL, sources={"k": Source(type="web", title="T")}, unsettled={}, remarks=[]))
    made = parsed("".join(page.paragraphs(parse(text))))
    assert {node.tag for node in made.all()} <= {"p", "blockquote", "em", "strong", "a", "span", "button"}
    assert all(node["href"].startswith(("https://", "http://", "#source-k")) for node in made.all("a"))
    wanted = plain(parse(text), page.index.cite_label)
    assert "".join(made.text.split()) == "".join(wanted.split()) or "@" in text


def shown_as(node: Node) -> str:
    return node.text


def as_shown(text: str) -> str:
    """Return a text as a page shows it: control characters as escapes, as everywhere."""
    from kzbrief.output.lines import clean

    return "".join(sign if sign in "\n\t" else clean(sign) for sign in text)


def test_the_golden_brief_has_its_quotation() -> None:
    assert any(node.text for node in PAGES[GOLDEN.brief.brief.id].all("blockquote")) == any(
        paragraph.quotation for entry in GOLDEN.index.entries for paragraph in GOLDEN.index.paragraphs(entry)
    )


@pytest.mark.parametrize(
    ("language", "way"), [("en", ""), ("fa", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", ""), ("ur-Latn", "")]
)
def test_pages_run_the_way_their_language_does(language: str, way: str) -> None:
    made = changed(MINIMAL, brief=replace(MINIMAL.brief.brief, language=language))
    html = next(page_of(made).all("html"))
    assert (html["lang"], html["dir"]) == (language, way)


def test_key_findings_say_what_is_behind_them() -> None:
    [key] = [node for node in PAGE.all("section") if node["id"] == "key"]
    said = [squeezed(node.text) for node in key.all("li")]
    assert len(said) == 5
    assert all("! with a remark" in item for item in said)
    assert ["-- no source in the report" in item for item in said] == [False, False, True, True, False]


def test_a_year_without_an_edition_is_in_the_table() -> None:
    rows = [[cell.text for cell in row.all("th", "td")] for row in PAGE.by_id("later").all("tr")]
    assert [row[0] for row in rows[1:]] == [str(year) for year in range(2012, 2026)]
    assert ["2020", "none found", "", ""] in rows


def test_a_point_is_as_long_in_one_bar_as_in_another() -> None:
    bars = [
        [float(rect["width"].rstrip("%")) for rect in bar.all("rect")] for bar in PAGE.by_id("score").all("svg") if bar["class"] == "bar"
    ]
    points = [(25, 16), (35, 22), (40, 17)]
    assert bars == [pytest.approx([100 * maximum / 40, 100 * score / 40], abs=0.01) for maximum, score in points]


def test_the_words_are_not_taken_for_those_of_the_report() -> None:
    [head] = PAGE.all("header")
    assert "A brief in its own words, not those of Freedom House." in squeezed(head.text)
