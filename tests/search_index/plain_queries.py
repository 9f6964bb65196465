"""Queries made at random, each with what a plain scan of the texts says that it finds.

Nothing here asks the program: every kind of term is found in the slowest and simplest way.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from plain_scan import (
    AFTER,
    AS_TYPED,
    BEFORE,
    LETTER,
    MARK,
    QUOTES,
    RAISED,
    UNSPACED,
    Place,
    border,
    matches,
    quoted,
    scan_text,
    typed,
)

Spans = set[tuple[int, int]]

LANGUAGES = {
    "en": (
        "the of said that oil price prices priced sanction sanctions sanctioned envoy envoys call "
        "called calls recall don't don’t e-mail e–mail in-depth 5,93 C++ U.S. http://x.com/a?b=1 "
        "The OIL Envoy from form farm two-day 1990–1995 sanctions¹ price²³ m² km² CO₂ co2"
    ),
    "de": (
        "der die das und Öl öl Preis Preise Preises Gesandte Gesandter Straße STRASSE strasse "
        "größer Größe war’s war's E-Mail Außenminister Außenministerin ÖL 5,93 z.B. nicht nichts"
    ),
    "fr": (
        "le la les l'envoyé l’envoyé envoyée envoyés pétrole PÉTROLE prix été était élève eleve "
        "aujourd'hui aujourd’hui rendez-vous sanction sanctions dit dites c'est où ou cœur"
    ),
    "ru": (
        "и в на что посол посла послы Посол санкции санкций санкция нефть нефти НЕФТЬ цена цены "
        "ёлка елка Ёлка п'ять пʼять п’ять из-за юго-восток 5,93 С.-Петербург"
    ),
    "ar": (
        "في من إلى السفير سفير سفراء العقوبات عقوبات النفط نفط سعر أسعار قال قالت كتاب كِتَاب "
        "الكتاب ٢٠٢٥ 2025 دمشق موسكو"
    ),
    "zh": (
        "北京 北京市 北 东京 石油 石油价格 价格 制裁 大使 大使馆 说 的 在 会 开会 2025年 12日 "
        "タワー 東京タワー ひらがな カタカナ、 。 第3章 使用Python语言 Python iPhone手机 iPhone 3 "
        "5，93 制裁① Python①"
    ),
    # The same words as they come from a Mac, from a PDF, or with what nobody sees between letters.
    "other": (
        "cafe\u0301 café e\u0301le\u0300ve élève ÉLÈVE o\ufb03cer "
        "of\u00adficer officer o\u200bfficer "
        "ＡＢＣ１２ ABC12 ｶﾞｽ ガス "
        "\u1112\u1161\u11ab국 한국 عـربي عربي ﻋﺮﺑﻲ ﻛﺘﺎﺏ كتاب ĳsland ijsland "
        "\u200fשלום\u200f שלום می\u200cخواهم میخواهم за\u0301мок замок мок "
        "हिन्दी हिन्द दिल्ली o\u2019cl ock"
    ),
}
SEPARATORS = (
    " ",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\u00a0",
    ". ",
    ", ",
    "; ",
    " — ",
    " (",
    ") ",
    "-",
    "",
    "\r\n",
)


def texts(chance: random.Random, number: int = 21, words: int = 90) -> dict[str, str]:
    """Texts by path, so many, in all of LANGUAGES; one in three words is of another language."""
    made: dict[str, str] = {}
    for each in range(number):
        name = list(LANGUAGES)[each % len(LANGUAGES)]
        pool = LANGUAGES[name].split() * 2 + chance.choice(list(LANGUAGES.values())).split()
        pieces = [chance.choice(pool) + chance.choice(SEPARATORS) for _ in range(words)]
        made[f"{name}/{each:02}.txt"] = "".join(pieces)
    return made


@dataclass(frozen=True)
class Asked:
    """A query: how it is typed, which documents satisfy it, and which places are hits in them.

    ``unwanted`` are the places of what it excludes: hits where that is excluded in turn.
    """

    typed: str
    holds: Callable[[str, str], bool]
    places: Callable[[str], Spans]
    unwanted: Callable[[str], Spans] = lambda _: set()

    def found(self, texts: Mapping[str, str]) -> set[Place]:
        """The hits, as a plain scan has them."""
        return {
            (path, *span)
            for path, text in texts.items()
            if self.holds(path, text)
            for span in self.places(text)
        }


def _term(typed: str, places: Callable[[str], Spans]) -> Asked:
    found = cache(places)
    return Asked(typed, lambda _, text: bool(found(text)), found)


def words(chance: random.Random, pool: list[str]) -> Asked:
    """A word as written, or a phrase."""
    phrase = " ".join(chance.choices(pool, k=chance.choice((1, 1, 2, 2, 3))))
    plain = re.fullmatch(r"[\w+',.-]+", phrase)
    typed = phrase if plain else quoted(phrase, chance.choice(QUOTES))
    return _term(typed, lambda text: scan_text(text, phrase))


def prefix(chance: random.Random, pool: list[str]) -> Asked:
    """The beginning of a word, or of a phrase's last word."""
    phrase = " ".join(chance.choices(pool, k=chance.choice((1, 1, 2))))
    begun = phrase[: len(phrase) - chance.randrange(3)].strip() or phrase
    typed = f"{quoted(begun)}*" if chance.random() < 0.5 else quoted(f"{begun}*")
    return _term(typed, lambda text: scan_text(text, begun, prefix=True))


def wild(chance: random.Random, pool: list[str]) -> Asked:
    """A word with some letters replaced by signs."""
    word = list(_of_letters(chance, pool, r"\w{2,}"))
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(word))
        word[at : at + chance.choice((1, 1, 2))] = chance.choice("?*")
    asked = "".join(word)
    if not asked.strip("?*") or not re.search(r"[?*].*[^*]", asked):
        return prefix(chance, pool)
    sign = rf"(?:{LETTER}|[{MARK}?*])"
    if UNSPACED.search(asked):
        sign = f"(?:{UNSPACED.pattern}|{sign})"
    inside = "".join({"?": sign, "*": f"{sign}*"}.get(each) or each for each in word)
    before, after = border(asked[0], BEFORE), border(asked[-1], AFTER)
    if UNSPACED.search(asked):
        before = before and f"(?:(?={UNSPACED.pattern})|{before})"
        after = after and f"(?:(?<={UNSPACED.pattern})|{after})"
    expression = before + inside + after
    return _term(asked, lambda text: matches(expression, text))


def _of_letters(chance: random.Random, pool: list[str], shape: str) -> str:
    plain = [typed(word)[0] for word in pool]
    return chance.choice([word for word in plain if re.fullmatch(shape, word.translate(AS_TYPED))])


def fuzzy(chance: random.Random, pool: list[str]) -> Asked:
    """A word with a letter wrong."""
    word = _of_letters(chance, [*pool, "none"], r"[^\W\d]{4,}")
    if UNSPACED.search(word) or RAISED.search(word) or word == "none":
        return words(chance, pool)
    at = chance.randrange(1, len(word) - 1)
    asked = word[:at] + chance.choice(("", "x", word[at + 1])) + word[at + 1 :]
    edits = chance.choice((1, 2)) if len(asked) > 4 else 1

    def places(text: str) -> Spans:
        plain, origins = typed(text)
        found = re.finditer(f"{LETTER}+", plain.translate(AS_TYPED))
        return {
            (origins[each.start()][0], origins[each.end() - 1][1])
            for each in found
            if edits_between(asked.lower(), each.group().lower()) <= edits
        }

    return _term(f"{asked}~{edits}", places)


@cache
def edits_between(one: str, other: str) -> int:
    """The edits from one word to another, by trying all of them."""
    if not one or not other:
        return len(one) + len(other)
    if one[-1] == other[-1]:
        return edits_between(one[:-1], other[:-1])
    fewest = min(
        edits_between(one[:-1], other),
        edits_between(one, other[:-1]),
        edits_between(one[:-1], other[:-1]),
    )
    if one[-2:] == other[-2:][::-1]:
        fewest = min(fewest, edits_between(one[:-2], other[:-2]))
    return fewest + 1


# In the program's expressions a letter may be a mark, and no figure that is raised or in a circle.
_NO_DIGIT = "".join(chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) == "No")
_LETTER = f"(?:(?![{_NO_DIGIT}])[\\w{MARK}])"
_OTHER = f"(?:[{_NO_DIGIT}]|[^\\w{MARK}])"


def regular(chance: random.Random, pool: list[str]) -> Asked:
    """A regular expression."""
    word = _of_letters(chance, pool, r"\w{2,}")
    shapes = (r"\b{}\w*", r"{}(s|n|й)?", r"^\W*{}", r"{}\s+\w+", "{}[.,]", "{}")
    expression = chance.choice(shapes).format(word)
    scanned = expression.replace(r"\w", _LETTER).replace(r"\W", _OTHER)
    scanned = scanned.replace(r"\b", rf"(?<!{_LETTER})")
    flags = re.MULTILINE if any(each.isupper() for each in word) else re.MULTILINE | re.IGNORECASE
    return _term(f"/{expression}/", lambda text: matches(scanned, text, flags, {}))


def near(chance: random.Random, pool: list[str]) -> Asked:
    """Two terms that are to be near each other."""
    one, other = (chance.choice((words, words, prefix, wild))(chance, pool) for _ in range(2))
    most = chance.choice((1, 2, 5, 20))

    def places(text: str) -> Spans:
        pairs = [(a, b) for a in one.places(text) for b in other.places(text)]
        pairs += [(b, a) for a, b in pairs]
        return _apart({span for pair in pairs if _are_close(*pair, text, most) for span in pair})

    return _term(f"{one.typed} NEAR/{most} {other.typed}", places)


_WORD = re.compile(rf"{UNSPACED.pattern}|{LETTER}+")


def _are_close(one: tuple[int, int], other: tuple[int, int], text: str, most: int) -> bool:
    """Whether ``other`` follows on ``one`` with fewer than ``most`` words between."""
    between = typed(text[one[1] : other[0]])[0].translate(AS_TYPED)
    return one[1] <= other[0] and len(_WORD.findall(between)) < most


def _apart(spans: Spans) -> Spans:
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return set(kept)


def any_term(chance: random.Random, pool: list[str]) -> Asked:
    """A term of any kind."""
    kinds = (words, words, words, prefix, wild, fuzzy, regular, near)
    return chance.choice(kinds)(chance, pool)


def any_query(chance: random.Random, depth: int = 2) -> Asked:
    """A query of any shape."""
    pool = chance.choice(list(LANGUAGES.values())).split()
    if depth == 0 or chance.random() < 0.4:
        return any_term(chance, pool)
    parts = [any_query(chance, depth - 1) for _ in range(chance.choice((2, 2, 3)))]
    return chance.choice((_all, _all, _any, _without, _below))(parts)


def _all(parts: list[Asked]) -> Asked:
    typed = " ".join(f"({part.typed})" for part in parts)
    return _joined(typed, lambda p, t: all(one.holds(p, t) for one in parts), parts)


def _any(parts: list[Asked]) -> Asked:
    typed = " OR ".join(f"({part.typed})" for part in parts)
    return _joined(typed, lambda p, t: any(one.holds(p, t) for one in parts), parts)


def _without(parts: list[Asked]) -> Asked:
    wanted, *others = parts
    typed = " ".join([f"({wanted.typed})", *(f"-({part.typed})" for part in others)])
    excluded = [Asked("", one.holds, one.unwanted, one.places) for one in others]
    return _joined(
        typed,
        lambda p, t: wanted.holds(p, t) and not any(one.holds(p, t) for one in others),
        [wanted, *excluded],
    )


def _below(parts: list[Asked]) -> Asked:
    wanted = parts[0]
    return _joined(
        f"({wanted.typed}) -doc:ru/ -doc:*1.txt",
        lambda p, t: wanted.holds(p, t) and not p.startswith("ru/") and not p.endswith("1.txt"),
        [wanted],
    )


def _joined(typed: str, holds: Callable[[str, str], bool], parts: list[Asked]) -> Asked:
    return Asked(
        typed,
        holds,
        lambda text: set().union(*(part.places(text) for part in parts)),
        lambda text: set().union(*(part.unwanted(text) for part in parts)),
    )
