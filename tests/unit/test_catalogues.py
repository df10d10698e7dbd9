"""Catalogues hold every string of the program, translated, with the same placeholders."""

from __future__ import annotations

import re
import string
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import kzbrief

sys.path.insert(0, str(Path(kzbrief.__file__).parent.parent / "tools"))

import languages as tool  # type: ignore[import-not-found]

COMPLETE: tuple[str, ...] = ("ru",)
"""The languages in which nothing may be missing."""
TAGS = sorted(path.stem for path in tool.FOLDER.glob("*.po"))
_PERCENT = re.compile(r"%(?:\([a-z_]+\))?[srd]")


@pytest.fixture(scope="module")
def template() -> Catalog:
    found: Catalog = tool.messages()
    assert len(found) > 1000
    return found


@pytest.fixture(scope="module", params=TAGS)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    found: Catalog = tool.read(tool.FOLDER / f"{request.param}.po")
    return found


def keys(catalogue: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id if isinstance(message.id, str) else message.id[0], message.context) for message in catalogue if message.id}


def forms(message: Message) -> list[str]:
    found = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return [form for form in found if form]


def names(text: str) -> set[str]:
    """Return the placeholders of a message, of both kinds."""
    try:
        braces = {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:  # a brace that opens nothing
        braces = set(re.findall(r"\{[a-z_]*\}", text))
    return braces | set(_PERCENT.findall(text))


@pytest.mark.parametrize("tag", COMPLETE)
def test_nothing_is_missing_and_nothing_is_left_over(tag: str, template: Catalog) -> None:
    found = tool.read(tool.FOLDER / f"{tag}.po")
    # `make languages` brings them in; then they are to be translated.
    assert not keys(template) - keys(found)
    assert not keys(found) - keys(template)
    assert not [message.id for message in found if message.id and not tool.filled(message.string)]


def test_nothing_is_unsure_or_obsolete(catalogue: Catalog) -> None:
    assert not [message.id for message in catalogue if message.id and message.fuzzy]
    assert not catalogue.obsolete


def test_placeholders_are_the_same(catalogue: Catalog) -> None:
    for message in catalogue:
        wanted = names(message.id if isinstance(message.id, str) else message.id[1]) if message.id else set()
        for form in forms(message):
            assert not message.id or names(form) == wanted, (message.id, form)


def test_plurals_have_the_forms_of_the_language(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.pluralizable and message.string and any(message.string):
            assert len(message.string) == catalogue.num_plurals
            assert all(message.string), message.id
    numbers = [catalogue_form(catalogue, count) for count in (1, 2, 5, 11, 21, 104, 111)]
    if catalogue.locale_identifier == "ru":
        assert catalogue.num_plurals == 3
        assert numbers == [0, 1, 2, 2, 0, 1, 2]


def catalogue_form(catalogue: Catalog, count: int) -> int:
    from gettext import c2py  # type: ignore[attr-defined]

    form: int = c2py(catalogue.plural_expr)(count)
    return form


def test_blanks_and_marks_at_the_ends_are_kept(catalogue: Catalog) -> None:
    for message in catalogue:
        if not message.id or message.context in ("between thousands", "before decimals"):
            continue
        source = message.id if isinstance(message.id, str) else message.id[0]
        for form in forms(message):
            assert re.match(r"\s*", form)[0] == re.match(r"\s*", source)[0], (source, form)  # type: ignore[index]
            assert re.search(r"\s*\Z", form)[0] == re.search(r"\s*\Z", source)[0], (source, form)  # type: ignore[index]
            assert form.count("\n") == source.count("\n"), (source, form)


def test_a_catalogue_is_as_the_tool_writes_it(catalogue: Catalog) -> None:
    path = tool.FOLDER / f"{catalogue.locale_identifier}.po"
    assert path.read_bytes() == tool.written(catalogue)
