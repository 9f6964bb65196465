"""Which lexer reads a file, and which style each of its token types has. Imports Pygments."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from pygments.lexer import Lexer
from pygments.lexers import find_lexer_class, get_all_lexers
from pygments.token import (
    Comment,
    Generic,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    _TokenType,
)

from documents.document import Kind
from documents.lazy_regex import lazy_regex
from tui.syntax.stretch import STYLES, Tokens

# Where Pygments knows a name not at all, or as several languages.
_LEXERS = {
    "asm": "NASM",
    "conf": "INI",
    "f08": "Fortran",
    "f77": "FortranFixed",
    "f95": "Fortran",
    "fs": "F#",
    "gd": "GDScript",
    "h": "C",
    "hh": "C++",
    "inc": "PHP",
    "ipynb": "JSON",
    "jsonc": "JSON",
    "m": "Objective-C",
    "mm": "Objective-C++",
    "pl": "Perl",
    "pm": "Perl",
    "sbt": "Scala",
    "sql": "SQL",
    "sty": "TeX",
    "svelte": "HTML",
    "v": "verilog",
    "xsl": "XSLT",
    "xslt": "XSLT",
    "brewfile": "Ruby",
    "build.bazel": "Python",
    "containerfile": "Docker",
    "dockerfile": "Docker",
    "gemfile": "Ruby",
    "gnumakefile": "Makefile",
    "jenkinsfile": "Groovy",
    "podfile": "Ruby",
    "rakefile": "Ruby",
    "sconstruct": "Python",
    "vagrantfile": "Ruby",
}
_INTERPRETERS = {
    "python": "Python",
    "sh": "Bash",
    "bash": "Bash",
    "zsh": "Bash",
    "dash": "Bash",
    "ksh": "Bash",
    "perl": "Perl",
    "ruby": "Ruby",
    "node": "JavaScript",
    "lua": "Lua",
    "awk": "Awk",
}
_SHEBANG = lazy_regex(r"#![^\n]*?([a-z]+)[0-9.]*(?:\s+-[^\n]*)?\s*$", re.MULTILINE)

_CODE_STYLES: Mapping[_TokenType, str] = {
    Comment: "comment",
    Comment.Preproc: "keyword",
    Keyword: "keyword",
    Keyword.Constant: "number",
    Keyword.Type: "name",
    Operator: "operator",
    Operator.Word: "keyword",
    Punctuation: "operator",
    String: "string",
    Literal: "string",
    Literal.Date: "number",
    Number: "number",
    Name.Attribute: "name",
    Name.Builtin: "name",
    Name.Class: "name",
    Name.Constant: "number",
    Name.Decorator: "name",
    Name.Entity: "number",
    Name.Exception: "name",
    Name.Function: "name",
    Name.Namespace: "name",
    Name.Tag: "keyword",
    Generic.Heading: "heading",
    Generic.Subheading: "heading",
    Generic.Strong: "strong",
    Generic.Emph: "emphasis",
    Generic.Inserted: "string",
    Generic.Deleted: "number",
    Generic.Prompt: "comment",
}
_MARKDOWN_STYLES: Mapping[_TokenType, str] = {
    Comment: "comment",
    Generic.Heading: "heading",
    Generic.Strong: "strong",
    Generic.Emph: "emphasis",
    Name.Tag: "link",
    Operator: "operator",
    String: "code",
}


class Reading(NamedTuple):
    """How a text's syntax is read: its tokens, and the index in ``STYLES`` of a token's type."""

    lex: Callable[[str], Tokens]
    style_of: Callable[[_TokenType], int | None]


def reading_for(filename: str, kind: Kind, head: str) -> Reading | None:
    """How to read a file's syntax, by its name and, if that says nothing, its first line.

    None for prose and for languages unknown. Lexers of plug-ins are left alone: looking for them
    takes longer than all the rest.
    """
    if kind == "markdown":
        from tui.syntax.markdown import Markdown

        return Reading(Markdown().get_tokens_unprocessed, _markdown_style)
    lexer = _lexer_class(_language(filename, head)) if kind == "code" else None
    return Reading(lexer().get_tokens_unprocessed, _code_style) if lexer else None


def _lexer_class(language: str | None) -> type[Lexer] | None:
    return find_lexer_class(language) if language else None


def _language(filename: str, head: str) -> str | None:
    """The name Pygments gives the language of a file."""
    base = posixpath.basename(filename)
    lower = base.lower()
    chosen = _LEXERS.get(lower) or _LEXERS.get(lower.rpartition(".")[2])
    return chosen or _by_pattern(base) or _by_pattern(lower) or _by_first_line(head)


def _by_pattern(name: str) -> str | None:
    for language, _, patterns, _ in get_all_lexers(plugins=False):
        if any(fnmatchcase(name, pattern) for pattern in patterns):
            return language
    return None


def _by_first_line(head: str) -> str | None:
    if head.lstrip().startswith("<?xml"):
        return "XML"
    shebang = _SHEBANG.match(head)
    return _INTERPRETERS.get(shebang[1]) if shebang else None


@cache
def _code_style(token: _TokenType) -> int | None:
    return _style(token, _CODE_STYLES)


@cache
def _markdown_style(token: _TokenType) -> int | None:
    return _style(token, _MARKDOWN_STYLES)


def _style(token: _TokenType | None, styles: Mapping[_TokenType, str]) -> int | None:
    """The style of a token type, or of the nearest one above it that has one."""
    while token is not None:
        if token in styles:
            return STYLES.index(styles[token])
        token = token.parent
    return None
