"""What may be a tag's name."""

from __future__ import annotations

from annotations.palette import LEVELS

LONGEST_TAG = 100
"""In code points."""


def tag_problem(name: str) -> str | None:
    """What keeps ``name`` from being a tag, as the end of a sentence; None where nothing does."""
    if not name.strip():
        return "is empty"
    if name != name.strip():
        return "has white space at an end"
    if not name.isprintable():
        return "holds a control or invisible character"
    if "," in name or ";" in name:
        return "holds a comma or semicolon; give one tag at a time"
    if not all(level.strip() for level in name.split(LEVELS)):
        return f'has nothing on one side of a "{LEVELS}"'
    if len(name) > LONGEST_TAG:
        return f"is longer than {LONGEST_TAG} characters"
    return None
