"""The numbers of entries in a list, which say nothing of what is told."""

from __future__ import annotations

from search_index.alignment.lexemes import Token

_MOST_DIGITS = 2
_MARKS = " \t>*-–#"
"""What may stand before the number of an entry, and in Markdown often does."""


def is_list_number(text: str, token: Token) -> bool:
    """Whether a token numbers an entry of a list: "2. ", "3) " where a line begins."""
    if token.kind != "number" or not token.text.isdigit() or len(token.text) > _MOST_DIGITS:
        return False
    line = text.rfind("\n", 0, token.start) + 1
    after = text[token.end : token.end + 2]
    return (
        after[:1] in (".", ")") and after[1:] == " " and not text[line : token.start].strip(_MARKS)
    )
