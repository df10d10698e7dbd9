"""The text of a new brief: `template.toml`, with what the country, the edition and the method put into it."""

from __future__ import annotations

import os
from string import Template

from msgspec import Struct

from ..brief.method import Category, Method

_FIRST = """[[section]]
id = "{id}"
title = "{title}"
category = "{id}"
# What the section is scored under. Leave it out where it has no score, as in an introduction.
#titles = {{ fr = "Le titre en français" }}
# The title in other languages.

[[section.finding]]
id = "example"
# A name for references, as in key-findings. Without one it is made from the headline.
topic = "How a finding looks"
# The heading inside the section, where the report has some.
headline = "A headline says the point of the finding in one line"
#headlines = {{ fr = "Un titre dit l'essentiel en une ligne" }}
# The headline in other languages.
#date = "{before}-03"
# When it happened, or the figure was true.
#as-of = "{before}"
# Where the text says “is” and “has”: as of when.
type = "context"
# What it is about: usage, infrastructure, price, market, regulation, policy, law, blocking, removal, self-censorship,
# platform, circumvention, activism, prosecution, surveillance, harassment, attack, context.
text = \"\"\"
The text says it in full, in words of your own: facts and figures are those of the report, the sentences are yours.
Behind each stands the source that it rests on [@example-source].

> A line that begins with this sign is a quotation; only what somebody said or wrote stands in one.
\"\"\"
#cites = ["example-source"]
# Sources of the finding as a whole, which no single sentence carries.
#questions = ["{question}"]
# The questions of the method that it answers.
#no-actors = ["telephone-company"]
# Actors whose names are not to be links here.
draft = true
# Still to be written; delete this line when it is done.

"""
_NEXT = """[[section]]
id = "{id}"
title = "{title}"
category = "{id}"

[[section.finding]]
headline = "The first finding of this section"
text = "To be written [@example-source]."
draft = true

"""


class Start(Struct, frozen=True, kw_only=True):
    """What a new brief begins with."""

    path: str
    """The file, as it is named on the command line."""
    id: str
    """Name of the brief."""
    title: str
    """Name of the country."""
    code: str
    """Code of the country."""
    edition: int
    """Year of the edition."""
    method_name: str
    """Name of the method file."""
    method: Method
    """The method."""
    today: str
    """Today's date, `2026-11-24`."""
    guessed: bool = False
    """Whether the year is a guess, since nobody named one."""


def text(start: Start) -> str:
    """Return a brief that says of each field what it is for."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "template.toml"), encoding="utf-8") as file:
        template = Template(file.read())
    method, year = start.method, start.edition
    name = _word(os.path.basename(start.path))
    scale = method.scale_of(year)
    question = next(iter(scale.questions), "A1")
    middle = scale.bands[len(scale.bands) // 2]
    lowest = "best" if scale.direction == "0-best" else "worst"
    highest = "worst" if scale.direction == "0-best" else "best"
    total = (middle.lowest + middle.highest) // 2
    parts = _shares(total, method.categories)
    return template.substitute(
        show=f"kzbrief read {name} --watch",
        check=f"kzbrief check {name}".ljust(len(name) + 21),
        id=start.id,
        title=_inside(start.title),
        code=start.code,
        method=start.method_name,
        method_name=_line(method.name),
        publisher=_inside(method.publisher),
        collection=_inside(f"{method.name} {year}"),
        edition=year,
        guessed="\n# A guess: no edition was named, so this year was taken, here and wherever it stands below." if start.guessed else "",
        earlier=year - 2,
        before=year - 1,
        after=year + 1,
        today=start.today,
        first=method.categories[0].id,
        direction=f"{scale.lowest} is {lowest}, {scale.highest} is {highest}.",
        status=_inside(middle.status),
        statuses=_line(", ".join(f'"{band.status}" ({band.lowest} to {band.highest})' for band in scale.bands)),
        total=total,
        other=total + 1,
        scores=", ".join(f"{category.id} = {share}" for category, share in zip(method.categories, parts, strict=True)),
        question=question,
        maxima=_line(", ".join(f"{category.maximum} for {category.id}" for category in method.categories)),
        sections="".join(_section(category, number, year - 1, question) for number, category in enumerate(method.categories)),
    )


def _section(category: Category, number: int, before: int, question: str) -> str:
    template = _NEXT if number else _FIRST
    return template.format(id=category.id, title=_inside(category.title), before=before, question=question)


def _shares(total: int, categories: list[Category]) -> list[int]:
    """Return points of the categories that add up to a total, in the proportion of their maxima: an example that agrees with itself."""
    whole = sum(category.maximum for category in categories) or 1
    shares = [total * category.maximum // whole for category in categories]
    for number in range(total - sum(shares)):
        shares[number % len(shares)] += 1
    return shares


def _inside(text: str) -> str:
    """Return a text as it stands between the quotes of TOML."""
    return _line(text).replace("\\", "\\\\").replace('"', '\\"')


def _line(text: str) -> str:
    """Return a text for a comment of one line."""
    return " ".join(text.split())


def _word(name: str) -> str:
    """Return a file name as it is typed in a shell, where that is one word; else a name to put it in for."""
    plain = name.replace("-", "").replace("_", "").replace(".", "")
    return name if plain.isascii() and plain.isalnum() and not name.startswith("-") else "FILE.toml"
