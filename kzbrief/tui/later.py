"""Calls that wait for a pause between keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.message_pump import MessagePump


def later(pump: MessagePump, seconds: float, do: Callable[[], object]) -> None:
    """Call a function in so many seconds, between two messages of a widget; never where the widget is gone by then.

    Textual's set_timer is not used: what is due before it has begun to wait, since a busy machine stopped the process for some
    milliseconds, is skipped there and never comes.
    """
    asyncio.get_running_loop().call_later(seconds, pump.call_next, do)
