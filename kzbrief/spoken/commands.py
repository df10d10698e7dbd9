"""The commands that are typed as words. Where the app has the same command, it is named here, and its keys work here, too."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n import N_


class Spoken(NamedTuple):
    """A command."""

    id: str
    """Name."""
    words: tuple[str, ...]
    """What is typed, the first to be named in the help."""
    help: str
    """What it does, in a sentence."""
    argument: str = ""
    """What may follow it, in the help."""
    same: str = ""
    """Id of the command of the app that it corresponds to; its keys are understood, too."""


SPOKEN = (
    Spoken("go-on", ("",), N_("read on: the next stop on the way from the overview to the sources")),
    Spoken("next", ("next",), N_("the next stop; findings are stops, and so are overview, fact box, key findings and lists"), same="down"),
    Spoken("previous", ("previous",), N_("the stop before"), same="up"),
    Spoken("repeat", ("repeat", "again"), N_("say the last answer once more")),
    Spoken("where", ("where", "where am i"), N_("say where you are")),
    Spoken("overview", ("overview", "dashboard"), N_("the score and its parts")),
    Spoken("facts", ("facts", "fact box"), N_("the fact box, and remarks on the figures")),
    Spoken("key", ("key", "key findings"), N_("the key findings, or go to one of them"), N_("NUMBER")),
    Spoken("editions", ("editions",), N_("what later editions said")),
    Spoken("standing", ("standing",), N_("where the country stands among those of its edition"), "", "standing"),
    Spoken("evidence", ("evidence",), N_("what the findings rest on, or the findings behind one count of that"), N_("NUMBER"), "evidence"),
    Spoken("compare", ("compare",), N_("another brief beside this one, by its name or its number in the list"), N_("BRIEF"), "compare"),
    Spoken("sections", ("sections",), N_("the sections, numbered")),
    Spoken("section", ("section",), N_("go to a section by its number or name"), N_("NUMBER or NAME")),
    Spoken("tab", ("tab",), N_("go to a part by the number of its tab in the app; the number alone will do"), N_("NUMBER"), "tab"),
    Spoken("citation", ("citation", "next citation"), N_("the next source that the finding cites"), same="next"),
    Spoken("previous-citation", ("previous citation",), N_("the source cited before"), same="previous"),
    Spoken(
        "source", ("source", "open"), N_("all that is known of the source just named, or of one by its number"), N_("NUMBER or KEY"), "open"
    ),
    Spoken("address", ("address",), N_("the web address of the source just named"), same="address"),
    Spoken("place", ("place",), N_("go to a finding that cites the source just named"), N_("NUMBER"), "next-place"),
    Spoken("sources", ("sources",), N_("all works"), same="sources"),
    Spoken("go", ("go", "finding"), N_("go to a finding by its number or name"), N_("NUMBER or NAME"), "go"),
    Spoken("when", ("when",), N_("the events that the finding tells of, with their dates"), same="when"),
    Spoken("who", ("who",), N_("all that is known of a person, body, company, site or law"), N_("NUMBER or NAME")),
    Spoken("printed", ("printed",), N_("say the report's own words at findings still to be written, or leave them out"), same="originals"),
    Spoken("language", ("language",), N_("say the headlines in the next language that they have been translated to"), same="language"),
    Spoken("finding-address", ("finding address",), N_("the address of the finding, which opens it again and can be sent to others")),
    Spoken("mark", ("mark",), N_("mark the finding, or take its mark away"), same="mark"),
    Spoken("marks", ("marks",), N_("the findings that are marked, or go to one of them"), N_("NUMBER"), "marks"),
    Spoken("unmark", ("unmark",), N_("take away the mark of that number in the list"), N_("NUMBER")),
    Spoken("quote", ("quote",), N_("the finding as it can be taken along, with its references and its address")),
    Spoken("copy", ("copy",), N_("take that to the clipboard; at a source just named, its reference"), same="copy"),
    Spoken("first", ("first", "top"), N_("go to the beginning"), same="first"),
    Spoken("last", ("last",), N_("go to the last finding"), same="last"),
    Spoken("back", ("back",), N_("go back to where you came from"), same="back"),
    Spoken("backward", ("backward",), N_("the same as back"), same="backward"),
    Spoken("forward", ("forward",), N_("go forward again"), same="forward"),
    Spoken("find", ("find", "/"), N_("find words in the whole brief, in all their forms, and go to the first place"), N_("WORDS")),
    Spoken("search", ("search",), N_("find words in all briefs, and list the best places"), N_("WORDS")),
    Spoken("found", ("found",), N_("list all places that were found, or go to one of them"), N_("NUMBER")),
    Spoken("find-next", ("find next", "n"), N_("go to the next place that was found")),
    Spoken("find-previous", ("find previous", "N"), N_("go to the place before that was found")),
    Spoken("timeline", ("timeline", "events"), N_("dated events, or those that have certain words, as in timeline 2009"), N_("WORDS")),
    Spoken("event", ("event",), N_("go to the finding that tells of an event, by its number in the timeline"), N_("NUMBER")),
    Spoken("figures", ("figures", "series"), N_("figures over time")),
    Spoken("names", ("names", "who is who"), N_("people, bodies, companies, sites and laws"), same="actors"),
    Spoken("briefs", ("briefs",), N_("all briefs at hand, or those that have certain words"), N_("WORDS"), "briefs"),
    Spoken("brief", ("brief",), N_("read another brief, by its name, its number in the list or its file"), N_("BRIEF")),
    Spoken("citing", ("how to cite",), N_("how to cite the report and this brief")),
    Spoken("help", ("help",), N_("these commands, or what one of them does"), N_("COMMAND"), "help"),
    Spoken("quit", ("quit", "exit"), N_("leave"), same="quit"),
)
"""All commands, in the order in which the help says them."""

NEEDING = ("section", "tab", "find", "search", "go", "event", "who", "compare", "brief", "unmark")
"""Commands that do nothing without what follows them."""
