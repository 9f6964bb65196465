"""What is wrong with a text that is not TOML, and how it is to be written.

A parser says where it stopped and what it would have taken there. A person who never met TOML
wants to know what to write instead; that is told here for the mistakes people make, from the
characters at the place where the parser stopped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_TYPOGRAPHIC = "“”„‟‘’‚‛«»‹›″′"
_LONGEST = 40  # characters of a value that are quoted in a line meant for one row
_STRING = "a string stands in plain quotes, such as \"x\" or 'x'"
_KEY = "a key of other characters than A-Z, a-z, 0-9, - and _ stands in quotes"


def explained(line: str, column: int, reason: str) -> str:
    """The parser's ``reason`` for stopping at ``column``, from 1, of ``line``, in plain words.

    A reason that is not known here is given back as it is.
    """
    for beginning, explain in _EXPLANATIONS.items():
        if reason.startswith(beginning):
            return explain(line[: column - 1], line[column - 1 :])
    return reason


def _value(before: str, rest: str) -> str:
    """Where a value should begin."""
    word = re.split(r"\s*[,\]}#=]|\s+$", rest, maxsplit=1)[0].strip()
    if not word:
        return f"a value is missing here; {_STRING}"
    if word[0] in _TYPOGRAPHIC:
        return f"{_shown(word)} has typographic quotes; {_instead(word.strip(_TYPOGRAPHIC))}"
    if word.casefold() in ("true", "yes", "false", "no"):
        return f"write {'true' if word.casefold() in ('true', 'yes') else 'false'}, not {word}"
    if word[0] in "\"'":
        return f"a closing quote is missing; {_STRING}"
    return f"{_shown(word)} has no quotes; {_instead(word)}"


def _after_value(before: str, rest: str) -> str:
    """Where a line should have ended."""
    if rest.startswith(","):
        return 'several values stand in brackets, such as ["j", "down"]'
    found = re.search(r"=\s*([^\"'\[{=]*)$", before)
    word = ((found[1] if found else "") + rest).split("#")[0].strip()
    if found and not set(word) & set("\"'="):
        return f"{_shown(word)} has no quotes; {_instead(word)}"
    return f"{_shown(rest.strip())} is too much: one key, one = and one value make a line"


def _statement(before: str, rest: str) -> str:
    """Where a key or a table should begin, or a key go on."""
    key = (before + rest).split("=")[0].strip()
    if "=" not in before + rest:
        return 'this is no setting: a key, then "=", then its value'
    if any(sign in key for sign in _TYPOGRAPHIC):
        return f"{_shown(key)} has typographic quotes; {_instead(key.strip(_TYPOGRAPHIC))}"
    return f"{_KEY}; {_instead(key)}"


def _equals(before: str, rest: str) -> str:
    """Where the sign between a key and its value should be."""
    if rest.lstrip().startswith(":"):
        return 'write "=" between a key and its value, not ":"'
    inside = before.rstrip()[-1:] in "{,"
    if "=" not in rest or inside or (before.endswith((" ", "\t")) and rest[:1] in "\"'"):
        return 'a "=" is missing between the key and its value'
    return _statement(before, rest)


def _key_part(before: str, rest: str) -> str:
    """Where a key, or what follows its point, should begin."""
    if rest[:1] and rest[0] in _TYPOGRAPHIC:
        return "a key has typographic quotes; write plain ones"
    return _KEY if rest else "a key is missing here"


def _line_end(before: str, rest: str) -> str:
    """Where a string was still open when its line ended."""
    wrong = next((sign for sign in reversed(before) if sign in _TYPOGRAPHIC), "")
    hint = f"; {wrong} is a typographic one" if wrong else ""
    return f"the closing quote is missing{hint}"


def _always(reason: str) -> Callable[[str, str], str]:
    return lambda before, rest: reason


_EXPLANATIONS: Mapping[str, Callable[[str, str], str]] = {
    "Invalid value": _value,
    "Expected newline or end of document": _after_value,
    "Invalid statement": _statement,
    "Expected '=' after a key": _equals,
    "Invalid initial character for a key part": _key_part,
    "Illegal character '\\n'": _line_end,
    "Unterminated string": _always("the closing quotes are missing"),
    "Unescaped '\\' in a string": _always(
        "a backslash in double quotes is written twice; in single quotes it stands for itself"
    ),
    "Unclosed array": _always('a "," or the closing "]" of a list is missing'),
    "Unclosed inline table": _always('a "," or the closing "}" of a table is missing'),
    "Expected ']'": _always('the closing "]" is missing'),
}


def _instead(word: str) -> str:
    """How to write a word as a string; the rule alone where it would be hard to read."""
    if len(word) > _LONGEST or not word.isprintable() or set(word) & set("\"'\\"):
        return _STRING
    return f'write "{word}"'


def _shown(word: str) -> str:
    return word if len(word) <= _LONGEST else f"{word[: _LONGEST - 1]}…"
