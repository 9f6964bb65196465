"""Where an orphan's passage would stand in the text that has lost it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import Placer
from annotations.annotation_file import AnnotationFile
from annotations.model import Anchor, PlacedAnnotation, mark
from documents.document import Document, text_digest

WORDS = [
    f"{first}{last}"
    for first in ("bar", "cor", "del", "fen", "gul")
    for last in ("an", "eth", "ik", "os", "un", "ard", "ell", "ing")
]
CHANCE = random.Random(4)
SENTENCES = [
    " ".join(f"{word}{n}" for word in CHANCE.sample(WORDS, 12)).capitalize() + " length. "
    for n in range(40)
]
OLD = "".join(SENTENCES)
PARAGRAPHS = "The envoy spoke.\n\nHe was alone there. It rained all day.\n\nNobody asked him.\n"


def orphan(old: str, words: str, new: str, *, kept: bool = True) -> PlacedAnnotation:
    at = old.index(words)
    file = AnnotationFile(
        author="mk",
        path="a.txt",
        digest=text_digest(old),
        annotations=(mark(old, at, at + len(words)),),
    )
    texts = {text_digest(old): old} if kept else {}
    placed = Placer(file, Document("a.txt", new), texts.get).place(file.annotations[0])
    assert placed.anchor is Anchor.ORPHAN
    return placed


@given(st.sets(st.integers(0, 39), max_size=30).map(sorted))
def test_it_stands_between_the_nearest_sentences_that_are_left(gone: list[int]) -> None:
    left = [n for n in range(40) if n not in {20, *gone}]
    new = "".join(SENTENCES[n] for n in left)
    stood = orphan(OLD, SENTENCES[20].strip(), new).stood
    assert stood is not None
    before, after = (
        new[:stood].rstrip().count("length."),
        sum(n < 20 for n in left),
    )
    assert before == (after if after < len(left) else after - 1)
    assert not new[stood].isspace()


def test_where_it_ended_its_paragraph_it_stands_at_that_end() -> None:
    new = PARAGRAPHS.replace(" It rained all day.", "")
    assert orphan(PARAGRAPHS, "It rained all day.", new).stood == new.index("there.") + 4


def test_a_paragraph_of_its_own_stood_before_the_next() -> None:
    gone = "He was alone there. It rained all day."
    new = PARAGRAPHS.replace(f"{gone}\n\n", "")
    assert orphan(PARAGRAPHS, gone, new).stood == new.index("Nobody")


def test_at_the_end_of_the_text_it_stands_at_its_last_word() -> None:
    new = PARAGRAPHS.replace("\n\nNobody asked him.", "")
    assert orphan(PARAGRAPHS, "Nobody asked him.", new).stood == new.index("day.") + 2


def test_in_a_text_of_nothing_but_other_words_it_stands_nowhere() -> None:
    assert orphan(OLD, SENTENCES[20], "Quite another report, of other events.").stood is None


def test_without_the_old_text_its_own_context_tells() -> None:
    new = OLD.replace(SENTENCES[20], "")
    stood = orphan(OLD, SENTENCES[20].strip(), new, kept=False).stood
    assert stood is not None
    assert abs(stood - OLD.index(SENTENCES[20])) <= 2


def test_what_has_a_place_stood_nowhere_else() -> None:
    file = AnnotationFile(
        author="mk", path="a.txt", digest=text_digest(OLD), annotations=(mark(OLD, 0, 20),)
    )
    placed = Placer(file, Document("a.txt", OLD + "More."), {text_digest(OLD): OLD}.get)
    assert placed.place(file.annotations[0]).stood is None
