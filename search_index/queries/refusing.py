"""What cannot be answered, and why."""

from __future__ import annotations


class Refused(Exception):
    """The query is not answered; the message is the one line that says why."""
