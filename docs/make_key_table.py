"""Writes the table of actions into ``configuration.md``, from the one that the program has.

.venv/bin/python docs/make_key_table.py
"""

from __future__ import annotations

from pathlib import Path

from tui.actions import ACTIONS, Action

REFERENCE = Path(__file__).parent / "configuration.md"
BEGIN, END = "<!-- actions: docs/make_key_table.py -->\n", "<!-- end of actions -->\n"
PLACES = {
    "reading": "the text",
    "selecting": "a selection",
    "moving": "the text, while a mark is being moved",
    "placing": "a selection, while a mark is being moved",
    "list": "any panel",
    "results": "search results",
    "searches": "queries on offer",
    "review": "the review",
    "changed": "the changed marks",
    "conflicts": "two edits at once",
    "library": "the library",
    "outline": "the outline",
    "annotations": "all annotations",
    "agreement": "the agreement of authors",
    "concordance": "a concordance",
    "echoes": "the echoes",
}


def table() -> str:
    """Every action with its keys, and where they go."""
    rows = ["| action | | keys | in |", "|---|---|---|---|", *map(_row, ACTIONS)]
    return "\n".join(rows) + "\n"


def _row(action: Action) -> str:
    keys = " · ".join(f"`{key}`" for key in action.keys).replace("|", "\\|")
    waits = action.takes not in ("", "itself")
    title = f"{action.title} (waits)" if waits else action.title
    return f"| `{action.id}` | {title} | {keys} | {PLACES[action.context]} |"


def with_table(reference: str) -> str:
    """The reference with the table as it is to be."""
    before, _, rest = reference.partition(BEGIN)
    return f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    REFERENCE.write_text(with_table(REFERENCE.read_text("utf-8")), "utf-8")
