"""What changed between a passage as it was marked and as it reads today, word by word.

The two are versions of one sentence, so that words are aligned in their order, as where versions of
a file are compared. What would change what is said is called out: a figure, a name, a denial that
came or went.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from annotations.anchoring.sequences import common_subsequence, joined
from annotations.anchoring.tokens import fold
from documents.lazy_regex import lazy_regex
from documents.spans import Span

Telling = Literal["number", "name", "negation"]
"""What a word is that changes what is said."""

KindOf = Callable[[str, Span], Telling | None]
"""Tells what the word at a span of a passage is; None for a word like others."""

_WORD = lazy_regex(
    r"[-\u2212]?\d+(?:[.,:/\u2009\u202f\u00a0]\d+)*%?"  # figures, dates, times, as one
    r"|[^\W\d_]+(?:['\u2019][^\W\d_]+)*[\u0300-\u036f]*|\d+\w*|[$\u20ac\u00a3\u00a5%]"
)
_IDEOGRAPHS = lazy_regex("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_DENIALS = """
no not never none nobody nothing neither nor without cannot hardly unable denied denies deny
nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder
ne pas non jamais rien personne aucun aucune sans ni
nunca nadie nada ningun ninguna ninguno sin tampoco jamas
nao nem nenhum nenhuma sem nessuno nessuna niente senza mai
не ни нет никогда никто ничего без ні немає ніколи ніхто нічого
不 没 沒 无 無 非 未
"""
_NEGATIONS = frozenset(_DENIALS.split())
_NUMERALS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
thousand thousands million millions billion billions dozen dozens half once twice
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth hundredth
zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn zwanzig dreissig vierzig funfzig
sechzig siebzig achtzig neunzig hundert hunderte tausend tausende milliarde milliarden dutzend
einmal zweimal dreimal erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten
dritter drittes vierte vierten vierter viertes funfte funften funfter funftes
deux trois quatre cinq sept huit neuf dix onze douze vingt trente quarante cinquante soixante cent
cents mille milliard milliards douzaine
premier premiere premiers premieres deuxieme troisieme quatrieme cinquieme
dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cuarenta cincuenta cien ciento mil
millon millones primer primero primera segundo segunda tercer tercero tercera cuarto cuarta
dois quatro sete oito nove dez vinte milhao milhoes primeiro primeira terceiro terceira
два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто тысяча тысячи
тысяч миллион миллиона миллионов миллиард
первый первая первое первого первой второй вторая второе второго третий третья третье третьего
два дві чотири п'ять шість сім вісім дев'ять десять двадцять тридцять тисяча тисячі тисяч мільйон
"""
_FIGURES_IN_WORDS = frozenset(map(fold, _NUMERALS.split()))
_MOST = 4_000_000
"""The product of the words of both up to which they are aligned; else all of it differs."""


class Difference(NamedTuple):
    """``old`` of the one passage became ``new`` of the other; one of them may be empty.

    Offsets count from the beginning of each passage. ``telling`` says what of note is among the
    words that came or went.
    """

    old: Span
    new: Span
    telling: frozenset[Telling] = frozenset()


def differences(old: str, new: str, kind_of: KindOf | None = None) -> list[Difference]:
    """In what words two versions of a passage differ, in order.

    Case, Unicode normal form, punctuation and white space make no difference: passages that differ
    in nothing else have none. ``kind_of`` knows names and denials better than what is known here.
    """
    ours, theirs = _words(old), _words(new)
    keys: dict[str, int] = {}
    a = [keys.setdefault(_key(old, word), len(keys)) for word in ours]
    b = [keys.setdefault(_key(new, word), len(keys)) for word in theirs]
    found: list[Difference] = []
    for (first, last), (start, end) in _gaps(a, b):
        before, after = ours[first:last], theirs[start:end]
        telling = _telling(old, before, kind_of) ^ _telling(new, after, kind_of)
        kinds = frozenset(kind for kind, _ in telling)
        found.append(Difference(_spanned(ours, first, last), _spanned(theirs, start, end), kinds))
    return found


def called_out(
    old: str, new: str, found: Iterable[Difference], kind_of: KindOf | None = None
) -> dict[Telling, tuple[list[str], list[str]]]:
    """The words of note that only one of two passages has, by kind: the old one's, the new one's.

    ``found`` are the passages' differences. A word that moved within them is none.
    """
    pairs = list(found)
    sides = (old, [each.old for each in pairs]), (new, [each.new for each in pairs])
    words = [
        {
            (kind, _key(passage, word)): passage[slice(*word)]
            for span in spans
            for word in _words_within(passage, span)
            if (kind := (kind_of or kind_of_word)(passage, word))
        }
        for passage, spans in sides
    ]
    told: dict[Telling, tuple[list[str], list[str]]] = {}
    for side, other in ((0, 1), (1, 0)):
        for (kind, key), word in words[side].items():
            if (kind, key) not in words[other]:
                told.setdefault(kind, ([], []))[side].append(word)
    return told


def _words_within(passage: str, span: Span) -> Iterator[Span]:
    return (word for word in _words(passage) if span.start <= word.start and word.end <= span.end)


def _words(passage: str) -> list[Span]:
    spans: list[Span] = []
    for match in _WORD.finditer(passage):
        if _IDEOGRAPHS.search(match[0]):
            spans += (Span(at, at + 1) for at in range(*match.span()))
        else:
            spans.append(Span(*match.span()))
    return spans


def _key(passage: str, word: Span) -> str:
    text = unicodedata.normalize("NFC", passage[slice(*word)]).casefold()
    return text.replace("\u2019", "'").replace("\u2212", "-")


def _gaps(a: list[int], b: list[int]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """What the two do not have in common, between what they do."""
    pairs = common_subsequence(a, b) if len(a) * len(b) <= _MOST else []
    old = new = 0
    for run in (*joined(pairs), None):
        next_old, next_new = (run.old, run.new) if run else (len(a), len(b))
        if next_old > old or next_new > new:
            yield (old, next_old), (new, next_new)
        if run:
            old, new = run.old + run.length, run.new + run.length


def _spanned(words: Sequence[Span], first: int, last: int) -> Span:
    """From the first to the last of some words; where there are none, after the word before."""
    if first == last:
        at = words[first - 1].end if first else 0
        return Span(at, at)
    return Span(words[first].start, words[last - 1].end)


def _telling(
    passage: str, words: Sequence[Span], kind_of: KindOf | None
) -> set[tuple[Telling, str]]:
    """The words of note, each with what it is."""
    kinds = ((word, (kind_of or kind_of_word)(passage, word)) for word in words)
    return {(kind, _key(passage, word)) for word, kind in kinds if kind}


def kind_of_word(passage: str, word: Span) -> Telling | None:
    """What a word is as far as its looks tell: a figure, a known numeral or denial, a capital in
    mid-sentence.

    A capital at the beginning of a sentence says nothing, nor do capitals throughout.
    """
    text = passage[slice(*word)]
    folded = fold(text)
    plain = folded.replace("\u2019", "'")
    if any(sign.isdigit() for sign in text) or text in "$€£¥%" or plain in _FIGURES_IN_WORDS:
        return "number"
    if folded in _NEGATIONS or plain.endswith("n't"):
        return "negation"
    before = passage[: word.start].rstrip("\"'“‘«»„([*_ \n\t")
    opens = not before or before[-1] in ".!?…:•"
    return "name" if text[0].isupper() and not opens and not passage.isupper() else None
