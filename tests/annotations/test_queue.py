from __future__ import annotations

from dataclasses import replace

from annotations.filters import Filter
from annotations.model import Anchor, Decision, PlacedAnnotation, mark
from annotations.palette import Palette
from annotations.queue import review_queue

TEXT = "0123456789" * 20


def placed(
    start: int | None,
    *,
    document: str = "a.txt",
    author: str = "mk",
    tags: tuple[str, ...] = ("claim",),
    status: str = "open",
    anchor: Anchor = Anchor.EXACT,
    reply_to: str | None = None,
    whole: bool = False,
) -> PlacedAnnotation:
    annotation = replace(
        mark(TEXT, start or 0, (start or 0) + 5, tags=tags, status=status), reply_to=reply_to
    )
    if whole:
        annotation = replace(annotation, start=None, end=None, exact="")
    end = None if start is None else start + 5
    return PlacedAnnotation(annotation, author, document, start, end, anchor, "0" * 64)


def test_open_claims_wait_in_the_order_of_documents_then_texts() -> None:
    later, earlier, other = placed(50), placed(10), placed(0, document="z.txt")
    first = placed(90, document="z.txt", tags=("claim/figure",))
    assert review_queue([first, other, later, earlier], Palette()) == [
        other,
        first,
        earlier,
        later,
    ]


def test_what_is_decided_or_no_claim_does_not_wait() -> None:
    everything = [placed(1, status="disputed"), placed(2, tags=("quote",)), placed(3, status="")]
    assert review_queue(everything, Palette()) == []


def test_claims_that_lost_their_place_come_after_and_whole_documents_last() -> None:
    whole = placed(None, whole=True)
    orphan = placed(None, anchor=Anchor.ORPHAN)
    proposed = placed(40, anchor=Anchor.REVIEW)
    assert review_queue([whole, orphan, proposed], Palette()) == [proposed, orphan, whole]


def test_an_answer_with_a_decision_closes_anothers_claim() -> None:
    claim = placed(5, author="ann")
    answer = placed(5, author="mk", status="refuted", reply_to=claim.annotation.id)
    assert review_queue([claim, answer], Palette()) == []
    assert review_queue([claim, answer], Palette(), author="mk") == []
    assert review_queue([claim, answer], Palette(), author="ann") == [claim]


def test_an_undecided_answer_closes_nothing() -> None:
    claim = placed(5, author="ann")
    answer = placed(5, tags=(), status="", reply_to=claim.annotation.id)
    assert review_queue([claim, answer], Palette(), author="mk") == [claim]


def test_the_first_status_of_the_workspace_is_the_open_one() -> None:
    palette = Palette(statuses=("todo", "open"))
    assert review_queue([placed(1), waiting := placed(2, status="todo")], palette) == [waiting]


def test_an_empty_filter_admits_everything() -> None:
    assert Filter().admits(placed(1))


def test_a_tag_admits_the_tags_under_it_and_nothing_like_it() -> None:
    wanted = Filter(tags=["claim"])
    assert wanted.admits(placed(1, tags=("quote", "claim/figure")))
    assert not wanted.admits(placed(1, tags=("claims",)))
    assert not Filter(tags=["claim/figure"]).admits(placed(1))


def test_a_filter_wants_one_of_each_kind() -> None:
    one = placed(1, author="ann", status="disputed", anchor=Anchor.REVIEW)
    assert Filter(statuses=["open", "disputed"], authors=["ann"]).admits(one)
    assert not Filter(statuses=["disputed"], authors=["mk"]).admits(one)
    assert Filter(anchors=[Anchor.REVIEW]).admits(one)
    assert not Filter(anchors=[Anchor.ORPHAN]).admits(one)


def test_a_decision_on_other_words_is_to_be_taken_again() -> None:
    def earlier(one: PlacedAnnotation) -> PlacedAnnotation:
        made = (Decision("refuted", one.annotation.created, one.author, "other words"),)
        return replace(one, annotation=replace(one.annotation, history=made))

    claim = placed(5, author="ann")
    answer = earlier(placed(5, tags=(), status="refuted", reply_to=claim.annotation.id))
    assert review_queue([claim, answer], Palette(), author="mk") == [claim]
    own = earlier(placed(8, status="refuted"))
    assert review_queue([own], Palette()) == [own]


def test_an_answer_to_be_decided_anew_waits_where_the_claim_itself_is_decided() -> None:
    claim = placed(5, author="ann", status="disputed")
    made = (Decision("refuted", claim.annotation.created, "mk", "other words"),)
    answer = placed(5, tags=(), status="refuted", reply_to=claim.annotation.id)
    stale = replace(answer, annotation=replace(answer.annotation, history=made))
    assert review_queue([claim, stale], Palette(), author="mk") == [stale]
    assert review_queue([claim, stale], Palette(), author="ann") == []
    assert review_queue([claim, answer], Palette(), author="mk") == []
    another = placed(5, tags=(), status="supported", reply_to=claim.annotation.id)
    assert review_queue([claim, stale, another], Palette(), author="mk") == []
