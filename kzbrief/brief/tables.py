"""What every table of a brief or a method is made of."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z")]
"""A name for references: letters a-z, digits and single hyphens."""

Address = Annotated[str, Meta(pattern=r"^https?://[^\s\x00-\x1f\x7f-\x9f]+\Z")]
"""A web address: http or https, without spaces or control characters."""

Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")]
"""A language tag of BCP 47, as in `en`, `ru`, `kk-Latn`."""

Filled = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab", omit_defaults=True):
    """A table of a brief: unknown keys are refused, hyphens stand for underscores."""
