"""A lexer for the marks of Markdown, as prose uses them.

Pygments' own lexer ends emphasis at line ends, takes front matter for a heading, and looks for a
bracket's partner through the whole text. Here marks may span the lines of a paragraph, as in
CommonMark, and every search is bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, cast

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Generic, Name, Operator, String, Text

_REACH = 600
"""Code points between an opening mark and its closing one, at most."""

_groups = cast("Callable[..., Callable[..., Iterator[tuple[int, object, str]]]]", bygroups)
_SAME_PARAGRAPH = r"\\.|\n(?!\s*\n)"


class Markdown(RegexLexer):
    """Styled source: headings, emphasis, code, links, and quiet list, quote and table marks."""

    name = "Markdown as prose"
    flags = re.MULTILINE
    tokens: ClassVar[dict[str, list[tuple[str, object]]]] = {
        "root": [
            # Front matter.
            (r"\A---[ \t]*\n(?:.*\n){0,200}?(?:---|\.\.\.)[ \t]*$", Comment),
            # Fenced code, which an absent end lets run on to the text's.
            (r"^[ \t]*(`{3,}|~{3,})[^`\n]*\n(?:[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|[\s\S]*)", String),
            (r"^ {0,3}#{1,6}(?:[ \t].*)?$", Generic.Heading),
            (r"^ {0,3}[^\s>#|`~*+-].*\n {0,3}(?:=+|-{2,})[ \t]*$", Generic.Heading),
            # A rule, quotes, bullets and numbers of lists, and the line below a table's head.
            (r"^ {0,3}([*_-])[ \t]*(?:\1[ \t]*){2,}$", Operator),
            (r"^[ \t]*>(?:[ \t]?>)*", Operator),
            (r"^[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])", Operator),
            (r"^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$", Operator),
            (r"^ {0,3}\[\^[^\]\s]{1,100}\]:", Name.Tag),
            (r"^( {0,3}\[[^\]\n]{1,200}\]:)(.*)", _groups(Name.Tag, Operator)),
            # Code in a line.
            (rf"``[^\n]{{1,{_REACH}}}?``(?!`)|`[^`\n]{{1,{_REACH}}}`", String),
            (r"`+|\\[!-/:-@\[-`{-~]", Text),
            # Links, footnotes and addresses.
            (
                rf"(!?\[)([^\[\]]{{1,{_REACH}}})(\]\([^()\n]{{0,{_REACH}}}"
                r"(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\]\[[^\[\]\n]{0,200}\])",
                _groups(Operator, Name.Tag, Operator),
            ),
            (r"\[\^[^\]\s]{1,100}\]", Name.Tag),
            (
                rf"<(?:https?|mailto):[^>\s]{{1,{_REACH}}}>|https?://[^\s<>()\[\]]{{1,{_REACH}}}",
                Name.Tag,
            ),
            # HTML.
            (r"<!--[\s\S]{0,2000}?-->", Comment),
            (r"</?[A-Za-z][^<>\n]{0,300}>", Operator),
            # Strong and emphasis; between letters an underscore is a letter.
            (
                rf"\*\*\*(?=[^\s*])(?:[^*\n\\]|{_SAME_PARAGRAPH}){{1,{_REACH}}}?(?<=\S)\*\*\*",
                Generic.Strong,
            ),
            (
                rf"\*\*(?=\S)(?:[^*\n\\]|\*(?!\*)|{_SAME_PARAGRAPH}){{1,{_REACH}}}?(?<=\S)\*\*",
                Generic.Strong,
            ),
            (
                rf"(?<!\w)__(?=\S)(?:[^_\n\\]|_(?!_)|{_SAME_PARAGRAPH}){{1,{_REACH}}}?"
                r"(?<=\S)__(?!\w)",
                Generic.Strong,
            ),
            (
                rf"\*(?=[^\s*])(?:[^*\n\\]|{_SAME_PARAGRAPH}){{1,{_REACH}}}?(?<=\S)\*(?!\*)",
                Generic.Emph,
            ),
            (
                rf"(?<!\w)_(?=[^\s_])(?:[^_\n\\]|(?<=\w)_(?=\w)|{_SAME_PARAGRAPH}){{1,{_REACH}}}?"
                r"(?<=\S)_(?!\w)",
                Generic.Emph,
            ),
            # Words, some at a time, then anything.
            (r"(?:(?!https?://)[^\W_]\w*[ ,]?){1,40}", Text),
            (r"_+|[^\S\n]+|[\s\S]", Text),
        ],
    }
