"""What cannot be done, said to the person who asked."""


class RefusedError(Exception):
    """What was asked for cannot be done; the message, of one line or more, says why."""
