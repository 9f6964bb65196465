"""The signs that a phrase stands between, as the papers of many languages print them."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex

_SINGLE = r"(?!\w)"  # what ends a quotation, and is the apostrophe of "don’t" too
CLOSING = {
    '"': lazy_regex('"'),
    "“": lazy_regex("”"),
    "”": lazy_regex("”"),
    "„": lazy_regex("[“”]"),
    "«": lazy_regex("»"),
    "»": lazy_regex("«"),
    "‘": lazy_regex(f"’{_SINGLE}"),
    "‚": lazy_regex(f"[‘’]{_SINGLE}"),
    "‹": lazy_regex("›"),
    "›": lazy_regex("‹"),
    "「": lazy_regex("」"),
    "『": lazy_regex("』"),
}
"""What ends a phrase, by what begins it."""
ONLY_IN_PAIRS = "‘"
"""What begins a phrase only where something ends it."""
WAYS = (('"', '"'), ("“", "”"), ("«", "»"), ("‘", "’"), ("「", "」"))
"""Pairs to write a phrase in, the first that does not stand in it."""
NO_APOSTROPHES = '"“”„«»‚‹›「」『』'
"""All of them that no word is written with."""


def unstarred(phrase: str) -> tuple[str, bool]:
    """A phrase without the star at its last word, and whether there is one.

    It says that the word is a beginning. A star that stands alone, or behind another, is a sign.
    """
    if len(phrase) > 1 and phrase[-1] == "*" and phrase[-2] != "*" and not phrase[-2].isspace():
        return phrase[:-1], True
    return phrase, False
