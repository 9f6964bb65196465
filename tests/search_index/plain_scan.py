"""What a search must find: a plain scan of the texts, and texts and words that make it hard."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Mapping

from search_index.hits import Hit

Place = tuple[str, int, int]


def _words(line: str) -> list[str]:
    return line.split()


# Words of many scripts with what makes each of them hard to find: marks that are no word
# characters, letters with more than two cases, no spaces between words, joiners, digits.
WORDS = _words(
    "the The THE a of in-depth envoy ENVOY don't don’t п'ять пʼять п’ять "
    "e-mail e‑mail 5,93 5 93 C++ C c++ U.S. U S x_y _ "
    "http://x.com/a?b=1 Straße STRASSE STRAẞE straße ſtop stop STOP K k K Å å İstanbul ıstanbul "
    "istanbul ISTANBUL ΣΑΣ σας Σας µ μ café cafe cafe\u0301 CAFÉ naïve Ёлка ёлка елка Україна "
    "хлеб ᲀ в В हिन्दी हिन्द न्दी में दिल्ली العربية عربي كتاب، שָׁלוֹם שלום 北京 北 京都 北京市2024年 2024 "
    "東京タワー タワー ひらがな カタカナ ｶﾅ ที่ ประเทศไทย ไทย ລາວ ខ្មែរ မြန်မာ 한국어 한국 می‌خواهم "
    "😀 👩‍👩‍👧 x²  ½ ⅷ Ⅷ ⓐ Ⓐ ᾳ ﬅ ﬆ ΐ ΐ και κᾳ ǅ ǆ Ǆ co\u00adop co AND OR NOT tag "
    "o\ufb03cer of\u00adficer officer ＡＢＣ１２ abc12 ｶﾞｽ ガス 第3章 3 使用Python语言 python "
    "عـربي ﻋﺮﺑﻲ for\u200bward forward \u200fשלום\u200f за\u0301мок мок "
    "\u1112\u1161\u11ab국 cafe\u0301s "
    "claim¹ claim²³ claim m² m³ CO₂ co2 CO H₂O 10⁶ 10 x¹y 声明①。② ② 5，93 ５，９３ 12：30 12:30"
)
SEPARATORS = (
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u00a0",
    "\u3000",
    ". ",
    ", ",
    "—",
    "-",
    "",
    "",
)


def hard_text(chance: random.Random, words: int = 60) -> str:
    """A text of such words, run together now and then."""
    return "".join(chance.choice(WORDS) + chance.choice(SEPARATORS) for _ in range(words))


def hard_texts(seed: int, count: int = 12) -> dict[str, str]:
    """Texts by path, the same from the same seed.

    One holds the iota subscript, which no index is believed about.
    """
    chance = random.Random(seed)
    texts = {f"{number:02}.txt": hard_text(chance) for number in range(count)}
    return texts | {"iota.txt": hard_text(chance) + " κα\u0345 και \u0345κα the"}


UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007"
    "\u3021-\u3029\u3031-\u3035\u3038-\u303c\U00020000-\U000323af"
    "\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f]"
)
"""A character of a script that is written without spaces."""

# What a keyboard has one sign for; and the one mark that is a letter apart from case.
AS_TYPED = str.maketrans(
    dict.fromkeys("‘’‛ʼ′", "'")
    | dict.fromkeys("‐‑‒–−", "-")
    | {"\u0345": "ι", "，": ",", "：": ":"}
    | dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))
)


MARK = "".join(chr(c) for c in range(0x10000) if unicodedata.category(chr(c))[0] == "M")
RAISED = re.compile("[²³¹⁰-⁹①-⒛⓪-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿]")
"""A figure that is raised, or in a circle or brackets."""
LETTER = rf"(?:(?!{UNSPACED.pattern}|{RAISED.pattern})[\w{MARK}])"
"""What belongs to a word of a script that is written with spaces."""
BEFORE, AFTER = rf"(?<!{LETTER})", rf"(?!{LETTER})"

UNSEEN = {*"\u00ad\u0640\u034f\u061c\ufeff"}
for first, last in ((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064)):
    UNSEEN.update(map(chr, range(first, last + 1)))
for first, last in ((0x2066, 0x2069), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)):
    UNSEEN.update(map(chr, range(first, last + 1)))
"""Characters that nobody sees."""
JOINED = {chr(c) for c in (*range(0x132, 0x134), *range(0x1C4, 0x1CD), *range(0x1F1, 0x1F4))}
JOINED |= {*"ﬀﬁﬂﬃﬄﬅﬆﬓﬔﬕﬖﬗﭏ＃＄％＆＇＋＝＠＼＿"}
for first, last in ((0xFB50, 0xFBB1), (0xFBD3, 0xFD3D), (0xFD50, 0xFDC7), (0xFDF0, 0xFDF9)):
    JOINED.update(map(chr, range(first, last + 1)))
for first, last in ((0xFE80, 0xFEFC), (0xFF0D, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)):
    JOINED.update(map(chr, range(first, last + 1)))
JOINED |= {chr(c) for c in range(0xFF66, 0xFFA0)}
"""Characters that stand for others, joined or of another width."""


def typed(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text as people type it, and for each character where it comes from."""
    found, origins = "", []
    at = 0
    while at < len(text):
        if text[at] in UNSEEN:
            at += 1
            continue
        end = at + 2 if text.startswith("\r\n", at) else at + 1
        seen = end
        while (
            text[at] != "\r"
            and seen < len(text)
            and (text[seen] in UNSEEN or _goes_with_the_last(text[seen]))
        ):
            seen += 1
            end = seen if text[seen - 1] not in UNSEEN else end
        pieces = ["\n"] if text[at] == "\r" else [_typed(each) for each in text[at:end]]
        whole = unicodedata.normalize("NFC", "".join(pieces))
        if whole == "".join(pieces) and text[at] != "\r":
            origins += [(at + n, at + n + 1) for n, piece in enumerate(pieces) for _ in piece]
        else:
            origins += [(at, end) for _ in whole]
        found += whole
        at = end
    return found, origins


def _goes_with_the_last(character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or "\u1160" <= character <= "\u11ff"
        or ("\ud7b0" <= character <= "\ud7fb" or character in "\uff9e\uff9f")
    )


def _typed(character: str) -> str:
    if character in UNSEEN:
        return ""
    if character not in JOINED:
        return character
    plain = unicodedata.normalize("NFKC", character).replace("\u0640", "")
    is_mark = character < "\uff00" and not plain.isalnum()
    return character if is_mark else plain


def scan(texts: Mapping[str, str], phrase: str) -> set[Place]:
    """Where a word or phrase stands in texts by path."""
    return {(path, *span) for path, text in texts.items() for span in scan_text(text, phrase)}


def scan_text(text: str, phrase: str, *, prefix: bool = False) -> set[tuple[int, int]]:
    """Where a word or phrase stands, whole and case apart, any white space for a space.

    No border is asked for at an edge of a script that is written without spaces, or of a raised
    figure, which may stand behind each word of a phrase. Of a ``prefix``
    the last word may go on.
    """
    phrase = typed(phrase)[0].strip().translate(AS_TYPED)
    if not phrase:
        return set()
    inside = rf"(?:{RAISED.pattern}*\s)+".join(re.escape(part) for part in phrase.split())
    before = border(phrase[0], BEFORE)
    after = border(phrase[-1], f"{LETTER}*" if prefix else AFTER)
    return matches(before + inside + after, text)


def border(edge: str, expression: str) -> str:
    """What has to stand beside the edge of a word, as a regular expression."""
    return "" if UNSPACED.match(edge) or RAISED.match(edge) else expression


def matches(
    expression: str,
    text: str,
    flags: re.RegexFlag = re.IGNORECASE,
    signs: Mapping[int, str] = AS_TYPED,
) -> set[tuple[int, int]]:
    """Where an expression fits a text as typed, case apart unless told otherwise.

    Not where it fits nothing.
    """
    plain, origins = typed(text)
    found = (match.span() for match in re.finditer(expression, plain.translate(signs), flags))
    return {(origins[start][0], origins[end - 1][1]) for start, end in found if end > start}


def places(hits: Iterable[Hit]) -> list[Place]:
    """The places of the hits in texts; a list, since none may come twice."""
    return [
        (hit.document, hit.start, hit.end)
        for hit in hits
        if hit.kind == "text" and hit.start is not None and hit.end is not None
    ]


QUOTES = ('""', "“”", "””", "„“", "„”", "«»", "»«", "‹›", "›‹", "「」", "『』", "‘’", "‚‘", "‚’")
"""What a phrase may stand between."""


def quoted(words: str, marks: str = QUOTES[0]) -> str:
    """A query for exactly these words, between these marks where none stands in the words."""
    opening, closing = marks if not {*marks, *"“”‘’"} & {*words} else '""'
    return f"“{words}”" if '"' in words else f"{opening}{words}{closing}"
