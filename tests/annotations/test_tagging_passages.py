"""One tag on many passages: what is made, what is changed, and what stays."""

from __future__ import annotations

from annotations.model import Annotation, mark
from annotations.palette import Palette
from annotations.tagging_passages import Passage, tag_passages
from documents.document import Document
from documents.settings import Settings

TEXT = "The call was short. It was late."
PALETTE = Palette.from_settings(Settings())
FIRST = Passage("a.txt", 0, 19, "The call was short.")
SECOND = Passage("a.txt", 20, 32, "It was late.")


def none(passage: Passage) -> None:
    return None


def test_a_passage_without_an_annotation_gets_one_and_a_claim_is_open() -> None:
    texts = {"a.txt": Document("a.txt", TEXT)}
    tagging = tag_passages([FIRST, SECOND, FIRST], texts, none, "claim", PALETTE)
    made = [change.after for _, change in tagging.changes]
    assert [(one.exact, one.tags, one.status) for one in made if one is not None] == [
        ("The call was short.", ("claim",), "open"),
        ("It was late.", ("claim",), "open"),
    ]
    assert tagging.rest() == ""


def test_ones_own_annotation_there_gets_the_tag_besides_its_own() -> None:
    before = mark(TEXT, 0, 19, tags=("doubt",))

    def own(passage: Passage) -> Annotation | None:
        return before if passage == FIRST else None

    texts = {"a.txt": Document("a.txt", TEXT)}
    ((_, change),) = tag_passages([FIRST], texts, own, "quote", PALETTE).changes
    assert change.before == before
    assert change.after is not None
    assert (change.after.id, change.after.tags) == (before.id, ("doubt", "quote"))
    tagging = tag_passages([FIRST, SECOND], texts, own, "doubt", PALETTE)
    assert (len(tagging.changes), tagging.rest()) == (1, "1 tagged so already")


def test_what_reads_otherwise_now_or_cannot_be_read_stays() -> None:
    other = Passage("b.txt", 0, 3, "Gone")
    texts = {"a.txt": Document("a.txt", "Another text altogether.")}
    tagging = tag_passages([FIRST, other], texts, none, "claim", PALETTE)
    assert tagging.changes == []
    assert tagging.rest() == "1 whose text has changed, 1 that cannot be read"
