"""Briefs of any size, for the bench and for tests: the same arguments always give the same text.

What they say makes no sense, but it is shaped as real findings are: in length, in what is cited, dated, remarked on and named.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

LARGE = (300, 300, 100_000)
"""Findings, sources and characters of text of the largest reports that there are."""
MANY = 1_000
"""Briefs of a library that is larger than anybody has."""
HUGE = (5_000, 1_000, 915_000)
"""The same of what nobody has written yet; its findings are as long as those of Kazakhstan, on average."""

_WORDS = """
the of in and to a internet access by law government for on that with is were as country state from at users online an or which ministry
telecommunications websites are has not been broadband percent operator information service providers agency content courts blogs social
media network companies security mobile connections market price censorship report journalists their have authorities prosecutors
amendments licenses platform connection foreign independent newspaper blocked without decision official criminal code speed regional public
monopoly communications opposition election filtering infrastructure surveillance population
""".split()  # noqa: SIM905 - a list of ninety lines would be no easier to read
_TYPES = ("usage", "infrastructure", "price", "market", "regulation", "law", "blocking", "platform", "prosecution", "context")
_SECTIONS = (
    ("introduction", "Introduction", "", 0.07),
    ("access", "Obstacles to Access", "access", 0.31),
    ("content", "Limits on Content", "content", 0.37),
    ("rights", "Violations of User Rights", "rights", 0.25),
)
"""Id, title, category and share of the findings of each section."""
_PER_TOPIC = 6
"""Findings under one topic."""

_HEAD = """\
format = 1

[brief]
id = "largeland-2011"
title = "Largeland"
country = "LL"
method = "freedom-on-the-net"
edition = 2011
key-findings = ["access/access-1", "access/access-9", "content/content-3", "content/content-12", "rights/rights-5"]

[report]
type = "chapter"
title = "Largeland"
collection = "Freedom on the Net 2011"
publisher = "Freedom House"
date = "2011"

[[edition]]
year = 2011
role = "this"
status = "Partly Free"
total = 55
scores = { access = 16, content = 22, rights = 17 }

[[edition]]
year = 2009
role = "previous"
status = "Free"
total = 29
scores = { access = 9, content = 11, rights = 9 }

[[edition]]
year = 2014
role = "context"
status = "Partly Free"
total = 60
cites = ["outside-1"]

[[edition]]
year = 2019
role = "context"
status = "Not Free"
total = 32
cites = ["outside-2"]

[[fact]]
id = "population"
kind = "population"
label = "Population"
printed = "16.3 million"

[[fact]]
id = "internet-penetration"
kind = "internet-penetration"
label = "Internet penetration"
printed = "34 percent"
printed-previous = "11 percent"

[[fact]]
id = "apps-blocked"
kind = "apps-blocked"
label = "Web 2.0 applications blocked"
printed = "Yes"
"""


def large_brief(findings: int, sources: int, characters: int) -> str:
    """Return the text of a brief with that many findings, works in its notes and, nearly, characters in the texts of the findings."""
    return "\n".join(_Writer(findings, sources, characters).tables())


def many_briefs() -> Iterator[tuple[str, str]]:
    """Yield name and text of each brief of a large library: of 28 kB and of some 80 things that can be found, no two alike."""
    for number in range(MANY):
        text = large_brief(33 + number % 10, 10 + number % 5, 9_700)
        made = text.replace('id = "largeland-2011"', f'id = "land-{number}-2011"')
        yield f"land-{number}-2011", made.replace('title = "Largeland"', f'title = "Land {number}"')


class _Writer:
    def __init__(self, findings: int, sources: int, characters: int) -> None:
        self._draw = random.Random(2011).random  # the one method whose numbers never change between versions of Python
        self._findings = findings
        self._sources = sources
        self._length = characters / findings
        self._cited = 0

    def tables(self) -> Iterator[str]:
        """Yield the tables of the file."""
        yield _HEAD
        left = self._findings
        names: list[str] = []
        sections: list[str] = []
        for number, (ident, title, category, share) in enumerate(_SECTIONS):
            count = left if number == len(_SECTIONS) - 1 else round(self._findings * share)
            left -= count
            scored = f'category = "{category}"\n' if category else ""
            sections.append(f'[[section]]\nid = "{ident}"\ntitle = "{title}"\n{scored}')
            sections.extend(self._finding(f"{ident}-{place}", place) for place in range(1, count + 1))
            names.extend(f"{ident}-{place}" for place in range(1, count + 1))
        yield from (self._series(number) for number in range(1, 9))
        yield from (self._event(number, names) for number in range(1, self._findings // 3 + 1))
        yield from (self._actor(number) for number in range(1, self._findings // 4 + 1))
        yield from sections
        yield from (self._source(number) for number in range(1, self._sources + 1))
        yield from (f'[sources.outside-{number}]\ntype = "web"\ntitle = "{self._title(6)}"\ndate = "2019"\n' for number in (1, 2))
        yield from (self._remark(number, names) for number in range(1, self._findings // 5 + 1))
        yield '[[allow]]\ncode = "no-citation"\nat = "report"\nreason = "one in five findings has none"\n'

    def _finding(self, ident: str, place: int) -> str:
        number = (place - 1) // _PER_TOPIC
        topic = f"Topic {number + 1}: {_WORDS[number % len(_WORDS)]}"
        day = f"20{self._below(11):02}-{1 + self._below(12):02}" if self._draw() < 0.7 else str(1995 + self._below(16))
        return (
            f'[[section.finding]]\nid = "{ident}"\ntopic = "{topic}"\nheadline = "{self._title(9)[:90].rstrip()}"\ndate = "{day}"\n'
            f'type = "{_TYPES[self._below(len(_TYPES))]}"\ntext = """\n{self._text()}"""\n'
        )

    def _text(self) -> str:
        """Sentences up to about the length wanted; most findings have a source, some of them two."""
        wanted = self._length * (0.5 + self._draw())
        sentences: list[str] = []
        size = 0
        while not sentences or size < wanted - 70:
            sentence = self._title(min(22, 8 + self._below(15)))
            if self._draw() < 0.05:
                sentence += f" *{self._title(1)}*"
            sentences.append(sentence + ".")
            size += len(sentences[-1]) + 1
        if self._draw() < 0.8:
            sentences[-1] += f" [@work-{self._next()}]"
            if self._draw() < 0.3:
                sentences[0] += f" [@work-{self._next()}, p. {1 + self._below(90)}]"
        if len(sentences) > 3 and self._draw() < 0.2:
            sentences.insert(len(sentences) // 2, f"{_body(1 + self._below(max(1, self._findings // 4)))} said so.\n\n")
        return " ".join(sentences)

    def _source(self, number: int) -> str:
        foreign = number % 3 == 0
        language = f'language = "ru"\ntitle-translated = "{self._title(9)}"\n' if foreign else ""
        title = "Новости и сообщения о сети в стране" if foreign else self._title(9)
        return (
            f'[sources.work-{number}]\ntype = "news"\nauthor = ["{self._title(1)}, {self._title(1)}"]\ntitle = "{title}"\n{language}'
            f'publication = "{self._title(3)}"\ndate = "20{self._below(11):02}-{1 + self._below(12):02}-{1 + self._below(28):02}"\n'
            f'url = "http://www.example.org/news/{number}/{self._below(10**6)}"\nnotes = [{number}]\nstance = "independent"\n'
        )

    def _event(self, number: int, names: list[str]) -> str:
        about = names[self._below(len(names))]
        year = 1994 + number * 17 // (self._findings // 3 + 1)
        return f'[[event]]\nid = "event-{number}"\ndate = "{year}"\nlabel = "{self._title(10)}."\nabout = ["finding:{about}"]\n'

    def _actor(self, number: int) -> str:
        return f'[[actor]]\nid = "body-{number}"\nkind = "body"\nname = "{_body(number)}"\ndescription = "{self._title(9)}."\n'

    def _series(self, number: int) -> str:
        points = ", ".join(f'{{ at = "{year}", value = {self._below(90)} }}' for year in range(2003, 2011))
        return f'[[series]]\nid = "series-{number}"\nlabel = "{self._title(4)}"\nunit = "%"\npoints = [{points}]\n'

    def _remark(self, number: int, names: list[str]) -> str:
        about = f"note:{1 + self._below(self._sources)}" if number % 4 == 0 else f"finding:{names[self._below(len(names))]}"
        return f'[[remark]]\nabout = ["{about}"]\nkind = "wording"\ntext = "{self._title(22)}."\n'

    def _next(self) -> int:
        """The number of the work to cite next: each once, as notes follow each other, then any."""
        self._cited += 1
        return self._cited if self._cited <= self._sources else 1 + self._below(self._sources)

    def _title(self, words: int) -> str:
        said = " ".join(_WORDS[self._below(len(_WORDS))] for __ in range(words))
        return said[0].upper() + said[1:]

    def _below(self, limit: int) -> int:
        return int(self._draw() * limit)


def _body(number: int) -> str:
    return f"{_WORDS[number % len(_WORDS)].capitalize()} Body {number}"
