"""What the tests of terminals do again and again: a walk through the app, a copy."""

from __future__ import annotations

from .screen import Screen

SCORE = r"of 100 \(0 is best\)"


def walk(screen: Screen, rule: str = "══") -> list[str]:
    """See the total with its direction, a section, a source and the help, and leave; return what was shown."""
    shown = [screen.wait_for(SCORE, r"\[1( Dashboard)?\]")]
    screen.type("2")
    shown.append(screen.wait_for(r"\[2 Access\]", "^ *> "))
    screen.type("tab", "enter")
    shown.append(screen.wait_for(f"^{rule}+ Source"))
    screen.type("?")
    shown.append(screen.wait_for(f"^{rule}+ (Help|On )"))
    screen.type("ctrl+q")
    screen.wait_for_end()
    return shown


def copied(screen: Screen, said: str) -> str:
    """Copy the first finding of a section, wait for the app to say what it did, and return the beginning of the finding's headline."""
    screen.wait_for(SCORE)
    screen.type("2")
    text = screen.wait_for(r"\[2 Access\]", "^ *> ", "finding 1 of")  # the footer is drawn last
    line = next(line for line in text.splitlines() if line.lstrip().startswith("> "))
    screen.type("y")
    screen.wait_for(said)
    return line.strip(" >").split("  ")[0].rstrip(",")
