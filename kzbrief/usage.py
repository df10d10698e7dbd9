"""The commands of the command line and their options: one declaration for the parser, the help and the documentation."""

from __future__ import annotations

from typing import NamedTuple

from . import DEFAULT_BRIEF
from .i18n import N_, _
from .output.lines import Line, Span, indent, plain
from .output.wrapping import wrap
from .restricted import COMMANDS as USABLE
from .restricted import restricted


class Option(NamedTuple):
    """An option of a command."""

    flag: str
    """As typed, `--width`."""
    help: str
    """What it does."""
    value: str = ""
    """What follows it, in the help; nothing for a switch."""
    choices: tuple[str, ...] = ()
    """The values it takes, where they are few."""


class Usage(NamedTuple):
    """A command."""

    name: str
    """As typed."""
    arguments: str
    """What follows it, in the help."""
    help: str
    """What it does."""
    options: tuple[Option, ...]
    """Its options."""
    more: str = ""
    """What else to know."""


_ASCII = Option("--ascii", N_("draw and spell with ASCII characters only"))
_FORMS = ("rich", "plain", "markdown", "json")
EXPORTS = ("csl-json", "bibtex", "ris", "markdown", "html", "csv", "json")
"""What a brief can be exported as: the names of `output.export.FORMS`, which help must not import."""
_FORMAT = Option("--format", N_("how to print; without it, rich in a terminal and plain in a pipe"), "FORM", _FORMS)
_WIDTH = Option("--width", N_("lines of at most so many cells, 20 to 300"), "N")
_LINKS = Option("--links", N_("whether addresses are hyperlinks, in rich form"), "WHEN", ("never", "auto", "always"))
_PAGER = Option("--pager", N_("show what is longer than the screen through PAGER, else through less"))
_LANG = Option("--lang", N_("the language of labels and messages, as in ru for Russian"), "LANG")

_READ = Usage(
    "read",
    "[BRIEF]",
    N_("read a brief in the terminal"),
    (
        Option("--theme", N_("colours: kz-dark, kz-light, kz-mono and others, one of your own, or a theme file"), "NAME"),
        Option("--at", N_("open at a section or a finding, as in access/livejournal-unblocked"), "FINDING"),
        Option("--watch", N_("show the file again whenever it is saved, and what is wrong with it; for writing a brief")),
        Option("--fresh", N_("open at the beginning, not where the brief was left")),
        Option("--show-original", N_("show the report's own words, as import wrote them, at findings still to be written")),
        Option("--no-state", N_("keep nothing of what is read, and use nothing that was kept")),
        Option("--no-mouse", N_("leave the mouse to the terminal")),
        Option("--screen-reader", N_("read in plain lines, with commands typed as words, for screen readers and braille")),
        _ASCII,
    ),
    N_("Without a terminal to read in, the summary is printed instead."),
)
_COMMANDS = (
    _READ,
    Usage(
        "summary",
        "[BRIEF]",
        N_("print a brief: score, fact box, key findings, headlines, how to cite it"),
        (
            Option("--full", N_("print all findings in full, and all sources")),
            Option(
                "--section",
                N_("print one section in full, as in access, which begins the addresses of its findings; another word lists all"),
                "ID",
            ),
            Option("--evidence", N_("print what the findings rest on: how many sources, how old, whose")),
            _FORMAT,
            _WIDTH,
            _LINKS,
            _PAGER,
            _ASCII,
        ),
        N_("BRIEF#access/carrier prints one finding of it in full, with the works behind it; BRIEF#access a section."),
    ),
    Usage(
        "sources",
        "[BRIEF] [KEY | NOTE]",
        N_("print the works behind a brief, or all that is known of one"),
        (_FORMAT, _WIDTH, _LINKS, _PAGER, _ASCII),
        N_(
            "One word alone is a brief where there is one of that name, else a work of {brief}. "
            "KEY is the name of a work, NOTE its number, as in 15 or *2. "
            "BRIEF#access/carrier prints the works behind a finding, BRIEF#access those behind a section."
        ),
    ),
    Usage(
        "standing",
        "[BRIEF]",
        N_("print where a country stands among those of its edition"),
        (_FORMAT, _WIDTH, _PAGER, _ASCII),
        N_("Places are counted from the published totals, from the freest country on; countries with the same total share one."),
    ),
    Usage(
        "compare",
        "BRIEF BRIEF ...",
        N_("print briefs side by side: scores, fact boxes, topics, what they share"),
        (Option("--full", N_("print the findings of each topic, too")), _FORMAT, _WIDTH, _PAGER, _ASCII),
        N_("Each score stands on its own scale. What its method does not allow is not subtracted or put in order, and it is said why."),
    ),
    Usage(
        "list",
        "[FOLDER | BRIEF ...]",
        N_("list briefs: those that come with this program, your own, those in KZBRIEF_PATH and in this folder"),
        (_FORMAT, _WIDTH, _PAGER, Option("--no-state", N_("read every brief, and leave the index of briefs alone")), _ASCII),
        N_(
            "Your own lie in ~/.local/share/kzbrief/briefs on Linux. "
            "Ends with 1 where a brief is broken. Where two have the same name, it opens the first: KZBRIEF_PATH, your own, shipped."
        ),
    ),
    Usage(
        "search",
        "WORDS ...",
        N_("search all briefs: findings, sources, events, names, remarks; each with what opens the place"),
        (
            Option("--limit", N_("print so many places at most, 20 if it is not given"), "N"),
            Option("--format", N_("how to print; without it, rich in a terminal and plain in a pipe"), "FORM", ("rich", "plain", "json")),
            _WIDTH,
            _PAGER,
            Option("--no-state", N_("read every brief, and leave the index of briefs alone")),
            _ASCII,
        ),
        N_(
            "All words must be there; tele* stands for all that begin so, '\"two words\"' for a phrase. country:KZ section:access year:2010"
            " type:blocking kind:source leave what is of these. Ends with 0 where something was found, 1 where nothing was."
        ),
    ),
    Usage(
        "check",
        "[BRIEF ...]",
        N_("look for faults in briefs; in those that come with this program, if none is named"),
        (
            Option("--format", N_("each problem with its line, in one line, or as data"), "FORM", ("full", "concise", "json")),
            Option("--explain", N_("say what a code means, as in error[no-such-source], with examples"), "CODE"),
            Option(
                "--fix", N_("mend what is safe to mend, after showing the difference and asking; “kzbrief check --fix --yes” does not ask")
            ),
            Option("--yes", N_("with --fix: write without asking")),
            Option("--strict", N_("end with 1 where there are warnings, too")),
            Option("--notes", N_("show notes, too: drafts, findings on one source, claims on old sources")),
            _WIDTH,
            _PAGER,
            _ASCII,
        ),
        N_(
            "BRIEF may also be a folder, for all that is in it, or - for standard input. "
            "Ends with 0 where nothing has to be mended, 1 where a brief has errors, 2 where one cannot be read."
        ),
    ),
    Usage(
        "new",
        "FILE --country CC",
        N_("begin a brief: a file to fill in, which explains itself"),
        (
            Option("--country", N_("code of the country, as in KZ; for one that has none AA, QM to QZ, XA to XZ or ZZ"), "CC"),
            Option("--edition", N_("year of the edition; without it the year in the name of the file, else this year"), "YEAR"),
            Option("--method", N_("how the index scores: a method file, by its name (freedom-on-the-net)"), "NAME"),
        ),
        N_("Writes a schema for your editor beside it. A file that is there already is left alone."),
    ),
    Usage(
        "import",
        "REPORT -o DRAFT.toml",
        N_("make the draft of a brief from the text of a printed report"),
        (Option("-o", N_("the file to write; one that is there already is left alone"), "DRAFT.toml"),),
        N_(
            "REPORT is plain text, Markdown or a saved web page, - is standard input. "
            "What had no place in the draft is named, and stands at its end."
        ),
    ),
    Usage(
        "export",
        "[BRIEF]",
        N_("export a brief: its sources for citation managers, a page to mail, its numbers for spreadsheets"),
        (
            Option(
                "--to",
                N_(
                    "what to make: csl-json, bibtex or ris, sources for citation managers; html, a page to mail; "
                    "markdown or json, the whole brief; csv, its numbers as tables"
                ),
                "FORM",
                EXPORTS,
            ),
            Option("-o", N_("the file to write, else stdout, as with -; for csv a folder, without which it needs --table"), "FILE"),
            Option("--marked", N_("only the findings that were marked in the app (key m), with what they rest on; csv is one table then")),
            Option("--force", N_("replace a file that is there already")),
            Option("--table", N_("of csv, this table alone"), "NAME", ("scores", "facts", "series", "events")),
            Option("--bom", N_("of csv, start with a byte order mark, for spreadsheets that need one")),
        ),
        N_("What is exported is UTF-8. Files are written whole or not at all."),
    ),
    Usage(
        "schema",
        "[brief | method | theme | output]",
        N_("print the JSON Schema of briefs, methods or themes, for editors, or that of what --format json prints"),
        (),
        N_("docs/editors.md says what editors do with it, docs/json.md what JSON holds."),
    ),
    Usage(
        "forget",
        "",
        N_("remove what was kept: where each brief was left, the findings that were marked, the theme, the index of briefs"),
        (),
    ),
    Usage(
        "completion",
        "bash | zsh | fish",
        N_("print what a shell needs to complete commands, briefs, notes and findings"),
        (),
        N_('For bash, in ~/.bashrc: eval "$(kzbrief completion bash)". docs/completion.md has the others.'),
    ),
)
COMMANDS = tuple(command._replace(options=(*command.options, _LANG)) for command in _COMMANDS)
NAMES = tuple(command.name for command in COMMANDS)


_REFUSED = ("--watch", "--fix", "--yes", "--pager", "--no-state")
"""Options that help leaves out in restricted use, where nothing is written or kept and no program is started."""
_OTHERWISE = {
    "list": {
        "arguments": "[BRIEF ...]",
        "help": N_("list the briefs that can be read here"),
        "more": N_("Ends with 1 where a brief is broken."),
    },
    "check": {"more": N_("Ends with 0 where nothing has to be mended, 1 where a brief has errors, 2 where one cannot be read.")},
}
"""What help says otherwise of a command there, since files and folders cannot be named."""


def _offered(command: Usage) -> Usage:
    """Return a command as it is in the use of the moment."""
    if not restricted():
        return command
    options = tuple(option for option in command.options if option.flag not in _REFUSED)
    return command._replace(options=options, **_OTHERWISE.get(command.name, {}))


def usage_line(command: Usage) -> str:
    """Return how a command is typed."""
    command = _offered(command)
    others = [option for option in command.options if option.flag not in command.arguments.split()]
    options = " ".join(f"[{option.flag} {option.value}]" if option.value else f"[{option.flag}]" for option in others)
    return " ".join(part for part in ("kzbrief", command.name, command.arguments, options) if part)


def help_text(width: int) -> str:
    """Return the help of the whole program."""
    from .languages.catalogue import languages

    named = _("the same in another language, here or with a command: {languages}").format(languages=", ".join(languages()))
    few = restricted()
    briefs = (
        _("BRIEF is the name of a brief ({brief} if none is given); “kzbrief list” shows the names.")
        if few
        else _("BRIEF is the name of a brief that comes with this program ({brief} if none is given), or the path of a file.")
    )
    offered = [_offered(item) for item in COMMANDS if not few or item.name in USABLE]
    addresses = (
        _("With read and summary, BRIEF#access/carrier is a finding in it, BRIEF#access a section.")
        if few
        else _("With read, summary, sources and export, BRIEF#access/carrier is a finding in it, BRIEF#access a section.")
    )
    files = _("A word that is no command is a brief; ./summary or “read summary” open a file of that name.")
    lines = [
        *wrap([Span(_("kzbrief: country reports on internet freedom, every claim with its source"))], width),
        [],
        *_paragraph("kzbrief [BRIEF]", _("the same as kzbrief read"), width),
        *(line for item in offered for line in _paragraph(f"kzbrief {item.name} {item.arguments}".strip(), _(item.help), width)),
        *_paragraph("kzbrief --lang LANG", named, width),
        *_paragraph("kzbrief --version", _("print the version"), width),
        *_paragraph("kzbrief COMMAND --help", _("print the options of a command"), width),
        [],
        *wrap([Span(briefs.format(brief=DEFAULT_BRIEF))], width),
        *wrap([Span(addresses)], width),
        *([] if few else wrap([Span(files)], width)),
    ]
    return _text(lines)


def command_help(command: Usage, width: int) -> str:
    """Return the help of one command."""
    command = _offered(command)
    lines: list[Line] = [
        *_hanging(usage_line(command), width),
        [],
        *wrap([Span(_sentence(_(command.help)))], width),
        *([*wrap([Span(_(command.more).format(brief=DEFAULT_BRIEF))], width)] if command.more else []),
        [],
    ]
    for option in (*command.options, Option("--help", N_("print this help"))):
        said = _(option.help)
        if not all(choice in said for choice in option.choices):
            said += f" ({', '.join(option.choices)})"
        lines += _paragraph(f"{option.flag} {option.value}".strip(), said, width)
    return _text(lines)


def _paragraph(term: str, text: str, width: int, column: int = 32) -> list[Line]:
    """Return a term with its explanation beside it, or below it where there is no room."""
    if width < column + 30:
        return [*indent(wrap([Span(term)], width - 2), 2), *indent(wrap([Span(text)], width - 6), 6)]
    room = width - column
    lines = wrap([Span(text)], room)
    if len(term) + 2 > column - 2:
        return [[Span(f"  {term}")], *indent(lines, column)]
    return [[Span(f"  {term}".ljust(column)), *lines[0]], *indent(lines[1:], column)]


def _hanging(text: str, width: int) -> list[Line]:
    first, *rest = wrap([Span(text)], max(10, width - 2))
    return [first, *indent(rest, 2)]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _text(lines: list[Line]) -> str:
    return "".join(plain(line) + "\n" for line in lines)
