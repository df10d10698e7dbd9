"""Compiles the catalogues of languages while a wheel, an sdist or an editable installation is made; see docs/languages.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Writes `ru.mo` beside `ru.po`, for every language."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what lies in the sources; the wheel takes it along as an artifact."""
        for source in sorted((Path(self.root) / "kzbrief" / "languages").glob("*.po")):
            with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(text, locale=source.stem))
