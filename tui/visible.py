"""Text from outside, made safe to print: one visible character for each that is not.

A terminal obeys control characters and reorders or hides text around bidirectional and invisible
ones (Unicode TR #36, section 2; TR #55). What is replaced here are the general categories Cc, Cf,
Cs, Zl and Zp, the code points with the property Default_Ignorable_Code_Point (UAX #44), and the
noncharacters. Cf marks that are drawn (Prepended_Concatenation_Mark: Arabic number signs and their
like) stay, and so do private-use and unassigned code points, which terminals draw as boxes.

Each is replaced one for one, so offsets keep their places. Widths do not (a Hangul filler is two
columns wide, its replacement one), so whoever measures columns measures the visible text.

Joiners, variation selectors and flag tags stay where they do what they are for, and nowhere else,
so that they cannot carry hidden text.
"""

from __future__ import annotations

import re
import unicodedata

from documents.lazy_regex import lazy_regex

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb"  # reserved, and interlinear annotation
    "\U00013430-\U0001343f"  # layout of hieroglyphs, which no terminal does
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags, variation selectors 17 to 256
    "\ud800-\udfff" + _NONCHARACTERS
)

# Scripts whose letters join or form conjuncts, so that ZWJ and ZWNJ change how a word is written;
# by block, without the unseen characters that lie in them.
_JOINING = (
    "\u0600-\u061b\u061d-\u07ff\u0840-\u086f\u0870-\u08ff"  # Arabic, Syriac, N'Ko, Mandaic
    "\u0900-\u0dff"  # Devanagari to Sinhala
    "\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1800-\u180a\u1810-\u18af"  # Tibetan to Mongolian
    "\u1a20-\u1aaf\u1b00-\u1bff\ua840-\ua87f\ua980-\ua9df\uaae0-\uaaff\uabc0-\uabff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"  # Arabic presentation forms
    "\U00010ac0-\U00010aff\U00010d00-\U00010d3f\U00010f30-\U00010fdf"
    "\U00011000-\U00011d5f\U0001e900-\U0001e95f"
)
_MONGOLIAN = "\u1820-\u18aa"
# Bases of variation sequences (StandardizedVariants.txt, emoji-variation-sequences.txt and the
# ideographic variation database), by block.
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_IDEOGRAPHS = (
    "\u2e80-\u2fdf\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
)
_VARIED = (
    "0\u1000-\u109f\u2190-\u22ff\u2600-\u27bf\u2a00-\u2bff\ua840-\ua87f\uff01-\uff1f"
    "\U00010ac0-\U00010aff\U00013000-\U0001342f" + _IDEOGRAPHS
)

_EMOJI_ELEMENT = f"[{_EMOJI}](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
_PERMITTED = (
    # The flags of England, Scotland, Wales: a black flag and the tags of a region's name.
    "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f",
    f"{_EMOJI_ELEMENT}(?:\u200d{_EMOJI_ELEMENT})+",
    f"[#*0-9{_EMOJI}][\ufe0e\ufe0f]",
    f"[{_VARIED}][\ufe00-\ufe0d]",
    f"[{_IDEOGRAPHS}][\U000e0100-\U000e01ef]",
    f"(?<=[{_MONGOLIAN}])[\u180b-\u180f]",
    f"(?<=[{_JOINING}])[\u200c\u200d]",
    # Persian writes figures, and foreign words, with its suffixes: "10" ZWNJ "ها".
    f"(?<=[0-9A-Za-z])\u200c(?=[{_JOINING}])",
)

_FIND_UNSEEN = lazy_regex(f"[{_UNSEEN}]")
_UNSEEN_IN_CONTEXT = lazy_regex(f"({'|'.join(_PERMITTED)})|[{_UNSEEN}]")

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DOT = "\N{MIDDLE DOT}"
_NEWLINE = "\N{SYMBOL FOR NEWLINE}"
# An arrow for each bidirectional control: which way, and whether it marks a place (LRM, RLM, ALM),
# embeds (LRE, RLE), overrides (LRO, RLO), isolates (LRI, RLI, FSI) or ends that (PDF, PDI).
_BIDI = {
    "\u200e": "↦",
    "\u200f": "↤",
    "\u061c": "↢",
    "\u202a": "⇾",
    "\u202b": "⇽",
    "\u202c": "↡",
    "\u202d": "⇛",
    "\u202e": "⇚",
    "\u2066": "⇢",
    "\u2067": "⇠",
    "\u2068": "⇡",
    "\u2069": "⇣",
}
# Invisible, but harmless and frequent in texts from the web and from e-books: drawn faintly.
_HARMLESS = frozenset("\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\ufeff")
_LINE_ENDS = frozenset("\x85\u2028\u2029")


def visible(text: str, *, keep: str = "") -> str:
    """The text with one visible character for each control or invisible one.

    The result is as long as the text, and is the text itself where nothing had to be replaced.
    Line ends and tabs are replaced too, except those named in ``keep``. Whether a joiner stays
    depends on its neighbours: make a row visible first, and cut it into coloured pieces after.
    """
    if text.isascii() and text.isprintable():
        return text
    if not _FIND_UNSEEN.search(text):
        return text

    def shown(match: re.Match[str]) -> str:
        found = match[0]
        return found if match[1] or found in keep else _picture(found)

    return _UNSEEN_IN_CONTEXT.sub(shown, text)


def printable(text: str, *, tty: bool) -> str:
    """The text as plain output: exactly as it is, or visible where it goes to a terminal.

    On a terminal tabs and line ends (LF and CRLF) keep their meaning; a lone CR, which would let
    one line hide another, does not.
    """
    if not tty:
        return text
    if "\r" not in text:
        return visible(text, keep="\t\n")
    return "\r\n".join(visible(line, keep="\t\n") for line in text.split("\r\n"))


def begins_with_mark(row: str) -> bool:
    """Whether a row's first character would be drawn on top of whatever stands before it.

    Such a row (a text may begin with a combining mark) needs a base of its own, usually U+25CC
    DOTTED CIRCLE, lest the mark land on the gutter.
    """
    return bool(row) and (row[0] in "\u200c\u200d" or unicodedata.category(row[0])[0] == "M")


def _picture(character: str) -> str:
    """The visible character that stands for an unseen one."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\N{SYMBOL FOR DELETE}"
    if character in _HARMLESS:
        return _DOT
    if character in _LINE_ENDS:
        return _NEWLINE
    return _BIDI.get(character, _REPLACEMENT)
