"""What all tests share: no state of this machine, and no deadlines that a busy machine breaks."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from kzbrief import i18n

# The suite says the same of the same code everywhere; HYPOTHESIS_PROFILE=search looks for examples that nobody has tried yet.
settings.register_profile("kzbrief", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("search", parent=settings.get_profile("kzbrief"), derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "kzbrief"))

_SEEN_BY_KZBRIEF = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "COLORTERM", "PAGER", "TMUX", "SSH_CONNECTION", "SSH_TTY")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test as on a plain machine."""
    for name in _SEEN_BY_KZBRIEF:
        monkeypatch.delenv(name, raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "KZBRIEF_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("KZBRIEF_PATH", "KZBRIEF_THEME", "KZBRIEF_RESTRICTED", "KZBRIEF_LINKS", "KZBRIEF_SCREEN_READER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", os.path.join(os.sep, "no-settings-here"))
    # A file is no folder: nothing is kept of what tests read.
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    monkeypatch.setenv("XDG_DATA_HOME", os.devnull)
    monkeypatch.setenv("TERM", "xterm-256color")
    # It says nothing of the language; every test begins in English.
    monkeypatch.setenv("LANG", "C.UTF-8")
    i18n.use("en", asked=False)
