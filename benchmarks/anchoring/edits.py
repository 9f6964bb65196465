"""Edits such as people make, on texts whose every sentence is known."""

from __future__ import annotations

import random
import re
import string
import unicodedata
from collections.abc import Callable, Sequence

from benchmarks.anchoring.pieces import Edited, Paragraph, Piece, with_text

Edit = Callable[[Sequence[Paragraph], random.Random], Edited]
_EDITED = 0.5
"""The share of sentences that an edit touches, where it does not touch all."""


def each_sentence(change: Callable[[str, random.Random], str], share: float = _EDITED) -> Edit:
    """An edit that puts some sentences in other words."""

    def edit(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
        def edited(piece: Piece) -> Piece:
            touched = chance.random() < share
            return with_text(piece, change(piece.text, chance)) if touched else piece

        return Edited([tuple(map(edited, paragraph)) for paragraph in paragraphs])

    return edit


def _words(number: int) -> Callable[[str, random.Random], str]:
    """Replaces, takes out or puts in so many words, of twelve."""

    def change(text: str, chance: random.Random) -> str:
        words = text.split(" ")
        for _ in range(max(1, number * len(words) // 12)):
            at = chance.randrange(len(words))
            kind = chance.randrange(3)
            if kind == 0:
                words[at] = _word(chance)
            elif kind == 1:
                words.insert(at, _word(chance))
            elif len(words) > 3:
                del words[at]
        return " ".join(words)

    return change


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("aeioubdfgklmnprstvz") for _ in range(chance.randint(3, 9)))


def _sentence(chance: random.Random) -> str:
    return " ".join(_word(chance) for _ in range(chance.randint(5, 20))).capitalize() + "."


def _typos(rate: float) -> Callable[[str, random.Random], str]:
    def change(text: str, chance: random.Random) -> str:
        signs = list(text)
        for at, sign in enumerate(signs):
            if sign.isalpha() and chance.random() < rate:
                signs[at] = chance.choice(("", sign * 2, chance.choice(string.ascii_lowercase)))
        return "".join(signs).strip() or text

    return change


def _figures(text: str, chance: random.Random) -> str:
    return re.sub(r"\d[\d,]*", lambda _: f"{chance.randrange(2, 9000):,}", text)


def _denied(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    words.insert(chance.randrange(1, len(words)), "not")
    return " ".join(words)


def _typography(text: str, chance: random.Random) -> str:
    text = re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’")
    return text.replace(", ", " — ", 1) if chance.random() < 0.3 else text.replace(" ", "\u00a0", 1)


def _marked_down(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    around = chance.choice(("*{}*", "**{}**", "`{}`", "[{}](https://example.org/page)"))
    bare = re.search(r"\w(?:.*\w)?", words[at])
    if bare:
        words[at] = words[at].replace(bare[0], around.format(bare[0]), 1)
    return " ".join(words)


def _split(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = len(words) // 2
    return f"{' '.join(words[:at]).rstrip(',')}. And {' '.join(words[at:])}"


def _cut_short(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    return " ".join(words[: max(3, len(words) * 6 // 10)]).rstrip(",.") + "."


def _longer(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    more = " ".join(_word(chance) for _ in range(max(1, len(words) // 4)))
    return f"{text.rstrip('.')}, {more}."


def nothing(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """No edit but other lines."""
    return Edited(list(paragraphs), width=60)


def put_in(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """New sentences and paragraphs between the old."""
    edited: list[Paragraph] = []
    for paragraph in paragraphs:
        pieces: list[Piece] = []
        for piece in paragraph:
            if chance.random() < _EDITED:
                pieces.append(Piece(_sentence(chance)))
            pieces.append(piece)
        edited.append(tuple(pieces))
        if chance.random() < _EDITED:
            edited.append((Piece(_sentence(chance)), Piece(_sentence(chance))))
    return Edited(edited)


def rewritten_around(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Every other sentence replaced by another."""
    return Edited(
        [
            tuple(
                Piece(_sentence(chance)) if chance.random() < _EDITED else piece
                for piece in paragraph
            )
            for paragraph in paragraphs
        ]
    )


def taken_out(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Sentences deleted."""
    edited = [
        tuple(piece for piece in paragraph if chance.random() > 0.4) for paragraph in paragraphs
    ]
    return Edited([paragraph for paragraph in edited if paragraph])


def sections_rewritten(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Every fourth few paragraphs written anew."""
    edited: list[Paragraph] = []
    for number, paragraph in enumerate(paragraphs):
        if number // 3 % 4 == 1:
            edited.append(tuple(Piece(_sentence(chance)) for _ in paragraph))
        else:
            edited.append(paragraph)
    return Edited(edited)


def paragraphs_moved(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """A third of the paragraphs in other places."""
    edited = list(paragraphs)
    for _ in range(len(edited) // 3):
        one = edited.pop(chance.randrange(len(edited)))
        edited.insert(chance.randrange(len(edited) + 1), one)
    return Edited(edited)


def sentences_shuffled(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """The sentences of each paragraph in another order."""
    return Edited([tuple(chance.sample(paragraph, len(paragraph))) for paragraph in paragraphs])


def paragraphs_joined(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Paragraphs made one, and others split."""
    pieces = [piece for paragraph in paragraphs for piece in paragraph]
    edited: list[Paragraph] = []
    while pieces:
        size = chance.randint(1, 8)
        edited.append(tuple(pieces[:size]))
        del pieces[:size]
    return Edited(edited)


def near_copies_left(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Sentences deleted, and something much like each written into another paragraph.

    In its own it would be the sentence, edited.
    """
    edited: list[Paragraph] = []
    copies: list[tuple[int, Piece]] = []
    for number, paragraph in enumerate(paragraphs):
        pieces = []
        for piece in paragraph:
            if chance.random() < 0.3 and len(piece.text.split()) > 6:
                copies.append((number, Piece(_nearly(piece.text, chance))))
            else:
                pieces.append(piece)
        edited.append(tuple(pieces))
    chance.shuffle(copies)
    for number, copy in copies:
        at = chance.choice([each for each in range(len(edited)) if each != number])
        edited[at] = (*edited[at], copy)
    return Edited([paragraph for paragraph in edited if paragraph])


def _nearly(text: str, chance: random.Random) -> str:
    """Much the same sentence, with other words in the middle of it."""
    words = text.split(" ")
    for at in chance.sample(range(1, len(words) - 1), max(1, len(words) // 6)):
        words[at] = _word(chance)
    return " ".join(words)


def copies_put_in_before(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """A paragraph at the beginning that repeats sentences word for word."""
    pieces = [
        Piece(piece.text, copy_of=piece.origin) for paragraph in paragraphs for piece in paragraph
    ]
    repeated = chance.sample(pieces, len(pieces) // 2)
    return Edited([tuple(repeated), *paragraphs])


def boilerplate_taken_out(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Of a sentence that ends many paragraphs, some copies deleted."""
    return Edited(
        [
            paragraph[:-1] if len(paragraph) > 1 and chance.random() < _EDITED else paragraph
            for paragraph in paragraphs
        ]
    )


def lines_put_in_and_out(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Lines of lists, tables and code that come and go."""
    edited: list[Paragraph] = []
    for paragraph in paragraphs:
        pieces: list[Piece] = []
        for piece in paragraph:
            if chance.random() < 0.2:
                pieces.append(Piece(another_line(piece.text, chance), glue="\n"))
            if chance.random() > 0.2:
                pieces.append(piece)
        edited.append(tuple(pieces) or paragraph)
    return Edited(edited)


def another_line(line: str, chance: random.Random) -> str:
    """A line built as this one is, with other words and figures."""
    line = re.sub(r"[a-z]{3,}", lambda _: _word(chance), line)
    return re.sub(r"\d+", lambda _: str(chance.randrange(9000)), line)


def lines_sorted(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """The lines of each paragraph in the order of the alphabet."""
    return Edited([tuple(sorted(one, key=lambda piece: piece.text)) for one in paragraphs])


def indented(paragraphs: Sequence[Paragraph], chance: random.Random) -> Edited:
    """Every line further to the right, some with another name in it."""

    def moved(piece: Piece) -> Piece:
        return Piece(piece.text, piece.origin, "\n    ")

    return Edited([tuple(map(moved, paragraph)) for paragraph in paragraphs])


EDITS: dict[str, Edit] = {
    "lines broken anew": nothing,
    "quotes, dashes, spaces": each_sentence(_typography, 1.0),
    "decomposed Unicode": each_sentence(lambda text, _: unicodedata.normalize("NFD", text), 1.0),
    "capitals": each_sentence(lambda text, _: text.upper()),
    "misspelt a little": each_sentence(_typos(0.02), 1.0),
    "misspelt a lot": each_sentence(_typos(0.06), 1.0),
    "one word in twelve": each_sentence(_words(1)),
    "three words in twelve": each_sentence(_words(3)),
    "figures changed": each_sentence(_figures, 1.0),
    "denied": each_sentence(_denied),
    "Markdown put in": each_sentence(_marked_down),
    "sentences split": each_sentence(_split),
    "sentences cut short": each_sentence(_cut_short),
    "sentences drawn out": each_sentence(_longer),
    "new sentences": put_in,
    "neighbours rewritten": rewritten_around,
    "sections rewritten": sections_rewritten,
    "deleted": taken_out,
    "paragraphs moved": paragraphs_moved,
    "sentences shuffled": sentences_shuffled,
    "paragraphs split, joined": paragraphs_joined,
    "near-copies left": near_copies_left,
    "copies before": copies_put_in_before,
}
"""Edits of prose."""

LINE_EDITS: dict[str, Edit] = {
    "lines come and go": lines_put_in_and_out,
    "lines sorted": lines_sorted,
    "lines indented": indented,
    "figures in lines": each_sentence(_figures, 0.3),
}
"""Edits of lists, tables and code."""
