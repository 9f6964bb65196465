"""The definitions in source code, as far as one line tells them.

A regular expression for each family of languages, no parser: enough to find one's way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from documents.headings import LONGEST_TITLE, Heading
from documents.headings.windows import Window
from documents.lazy_regex import lazy_regex

_MODIFIERS = (
    r"(?:(?:export|default|async|pub(?:\([^)\n]{0,40}\))?|public|private|protected|internal|static"
    r"|abstract|final|sealed|partial|unsafe|const|inline|override|open|data|suspend|declare|local)"
    r"[ \t]+){0,6}"
)
_DEFINITION = (
    rf"{_MODIFIERS}(?:class|interface|struct|enum|trait|impl|union|record|object|protocol"
    rf"|extension|namespace|module|mod|fn|fun|func|function\*?|def|sub|macro_rules!)"
    rf"\b[ \t]*(?:<[^>\n]{{0,80}}>[ \t]*)?(?:\([^)\n]{{0,80}}\)[ \t]*)?[\w$][\w$.:~<>]{{0,100}}"
)
_TYPE = r"(?:[\w:<>,\[\]*&~]{1,80}[ \t]{1,8}[*&]{0,3}){1,6}"
_NO_TYPE = (
    r"(?!(?:return|else|if|for|while|do|switch|case|throw|new|delete|goto|using|typedef|await"
    r"|yield|import|package|print|echo)\b)"
)
_FUNCTION = rf"{_NO_TYPE}{_TYPE}[\w:~]{{1,100}}[ \t]*\((?=[^;\n]*$)"

_PYTHON = lazy_regex(r"^[ \t]*((?:async[ \t]+)?(?:def|class)[ \t]+\w+)[ \t]*[(:\[]", re.MULTILINE)
_KEYWORDS = lazy_regex(rf"^[ \t]*({_DEFINITION})", re.MULTILINE)
_C_LIKE = lazy_regex(rf"^[ \t]*({_DEFINITION}(?=[^;\n]*$)|{_FUNCTION})", re.MULTILINE)
_SHELL = lazy_regex(r"^[ \t]*((?:function[ \t]+)?[\w.:-]+)[ \t]*\([ \t]*\)[ \t]*\{?", re.MULTILINE)
_LATEX = lazy_regex(
    r"^[ \t]*\\(part|chapter|section|subsection|subsubsection)\*?\{([^}\n]+)\}", re.MULTILINE
)
_LATEX_LEVELS = ("part", "chapter", "section", "subsection", "subsubsection")

_BY_SUFFIX = {
    **dict.fromkeys(("py", "pyi", "pyw", "pyx"), _PYTHON),
    **dict.fromkeys(("sh", "bash", "zsh", "ksh"), _SHELL),
    **dict.fromkeys(("c", "c++", "cc", "cpp", "cs", "cu", "cxx", "d", "dart", "groovy"), _C_LIKE),
    **dict.fromkeys(("h", "h++", "hh", "hpp", "hxx", "java", "m", "mm"), _C_LIKE),
    **dict.fromkeys(("cjs", "go", "js", "jsx", "kt", "kts", "lua", "mjs", "php"), _KEYWORDS),
    **dict.fromkeys(("jl", "pl", "pm", "rb", "rs", "scala", "svelte", "swift"), _KEYWORDS),
    **dict.fromkeys(("ts", "tsx", "vb", "vue", "zig"), _KEYWORDS),
}


def code_headings(windows: Iterable[Window], path: str) -> Iterator[list[Heading]]:
    """The definitions in a source text, by the suffix of ``path``, a window at a time.

    A definition inside another, by its indentation, is a level below it.
    """
    suffix = path.rpartition(".")[2].lower()
    if suffix == "tex":
        return _latex_headings(windows)
    pattern = _BY_SUFFIX.get(suffix)
    return _definitions(windows, pattern) if pattern else iter(())


def _definitions(windows: Iterable[Window], pattern: re.Pattern[str]) -> Iterator[list[Heading]]:
    around: list[int] = []
    for window in windows:
        found: list[Heading] = []
        for match in _beginning_in(window, pattern):
            start = match.start(1)
            indentation = start - match.start()
            while around and around[-1] >= indentation:
                around.pop()
            around.append(indentation)
            title = match[1].rstrip("( \t:")[:LONGEST_TITLE]
            end = _end_of_line(window.text, start)
            found.append(Heading(len(around), window.base + start, window.base + end, title))
        yield found


def _latex_headings(windows: Iterable[Window]) -> Iterator[list[Heading]]:
    """All of them with the last step: the highest level there is decides on all."""
    found: list[tuple[int, tuple[int, int, str]]] = []
    for window in windows:
        for match in _beginning_in(window, _LATEX):
            level = _LATEX_LEVELS.index(match[1])
            start = window.base + match.start() + len(match[0]) - len(match[0].lstrip())
            title = match[2].strip()[:LONGEST_TITLE]
            found.append((level, (start, window.base + match.end(), title)))
        yield []
    highest = min((level for level, _ in found), default=0)
    yield [Heading(level - highest + 1, *place) for level, place in found]


def _beginning_in(window: Window, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(window.text, window.start):
        if match.start() >= window.end:
            return
        yield match


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    return start + len(text[start:end].rstrip())
