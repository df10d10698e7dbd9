"""`kzbrief check --explain CODE`: what a code means, with an example that has the problem and one that has not."""

from __future__ import annotations

import re

from ..brief.codes import CODES, severity_of
from ..brief.explanations import EXPLANATIONS
from ..i18n import _
from ..refusal import RefusedError
from .lines import Line, Span, clean, indent
from .printer import Target, print_lines
from .problems import severity_words
from .wrapping import wrap

_MEASURE = 88
"""Widest lines of prose, in cells."""


def explain(code: str, target: Target) -> int:
    """Print the explanation of a code and return 0. Raises RefusedError where there is no such code."""
    inside = re.search(r"\[([\w-]+)\]", code)  # as it is printed: error[no-such-source]
    code = inside[1] if inside else code.strip("[]: ")
    if code not in CODES:
        from ..toml.near import nearest

        near = nearest(code, CODES, 3)
        said = _("there is no code “{code}”").format(code=code)
        hint = (
            _("did you mean {names}?").format(names=_(" or ").join(near))
            if near
            else _("the codes stand in brackets behind “error” and “warning”")
        )
        raise RefusedError(f"{said}\n{hint}")
    print_lines(lines_of(code, min(target.width, _MEASURE)), target)
    return 0


def lines_of(code: str, width: int) -> list[Line]:
    """Return the explanation of a code as lines; those of examples are not broken."""
    explanation = EXPLANATIONS[code]
    word, tone = severity_words(severity_of(code))
    lines: list[Line] = [
        *wrap([Span(f"{word}[{code}]", tone), Span(": " + _(CODES[code]))], width),
        [],
        *wrap([Span(_(explanation.why))], width),
    ]
    for title, example in ((_("With the problem"), explanation.bad), (_("Without it"), explanation.good)):
        lines += [[], [Span(title, "strong")], []]
        if explanation.kind == "words":
            lines += indent(wrap([Span(_(example))], width - 4), 4)
        else:
            lines += [[Span("    " + clean(line))] if line else [] for line in example.rstrip("\n").split("\n")]
    return lines
