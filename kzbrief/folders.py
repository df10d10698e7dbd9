"""Where the user's own things lie."""

from __future__ import annotations

import os
import sys


def settings() -> str:
    """Return the folder for the user's settings, whether it exists or not."""
    if sys.platform.startswith("linux"):
        # As platformdirs has it; importing that would take 10 ms, which those who have no settings need not wait for.
        base = os.environ.get("XDG_CONFIG_HOME", "")
        usual = os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.config"), "kzbrief")
        if not os.path.isdir(usual):
            return usual
    from platformdirs import user_config_dir

    return user_config_dir("kzbrief", appauthor=False)


def settings_file() -> str:
    """Return the path of the file of settings, whether it exists or not."""
    return os.path.join(settings(), "config.toml")
