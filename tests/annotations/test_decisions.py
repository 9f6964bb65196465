"""Who decided what on a claim, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from one_document import TEXT, only

from annotations.decisions import decided_anew, decided_too, with_decision, with_old_words
from annotations.merging import merge
from annotations.model import Anchor, Annotation, Change, Decision, PlacedAnnotation, mark
from annotations.palette import Palette
from annotations.queue import is_open
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

CLAIM = mark(TEXT, 0, 18, tags=("claim",), status="open")


def decided(claim: Annotation, status: str, seconds: int) -> Annotation:
    return replace(claim, status=status, modified=CLAIM.modified + timedelta(seconds=seconds))


def test_every_change_of_status_is_on_record(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    first, second = decided(CLAIM, "disputed", 5), decided(CLAIM, "refuted", 9)
    for change in (Change(None, CLAIM), Change(CLAIM, first), Change(first, second)):
        store.apply("mk", document, [change])
    assert only(workspace).history == (
        Decision("disputed", first.modified, "mk"),
        Decision("refuted", second.modified, "mk"),
    )


def test_taking_a_decision_back_takes_it_off_the_record(
    workspace: Workspace, document: Document
) -> None:
    store = Store(workspace)
    first, second = decided(CLAIM, "disputed", 5), decided(CLAIM, "refuted", 9)
    changes = [Change(None, CLAIM), Change(CLAIM, first), Change(first, second)]
    for change in changes:
        store.apply("mk", document, [change])
    for change in changes[:0:-1]:
        store.apply("mk", document, [change.inverse()])
    assert only(workspace) == CLAIM


def test_saving_a_decision_again_records_it_once(workspace: Workspace, document: Document) -> None:
    store = Store(workspace)
    store.apply("mk", document, [Change(None, CLAIM)])
    change = Change(CLAIM, decided(CLAIM, "refuted", 5))
    for _ in range(2):
        store.apply("mk", document, [change])
        store.apply("mk", document, [with_decision(change, "mk")])
    assert len(only(workspace).history) == 1


def test_two_decisions_within_a_second_are_both_on_record() -> None:
    first = with_decision(Change(CLAIM, decided(CLAIM, "refuted", 9)), "mk").after
    assert first is not None
    after = with_decision(Change(first, decided(first, "supported", 9)), "mk").after
    assert after is not None
    assert [one.status for one in after.history] == ["refuted", "supported"]


def test_other_edits_decide_nothing() -> None:
    change = Change(CLAIM, replace(CLAIM, note="n", tags=()))
    assert with_decision(change, "mk") == change
    assert with_decision(Change(CLAIM, None), "mk") == Change(CLAIM, None)
    assert with_decision(Change(None, CLAIM), "mk") == Change(None, CLAIM)


def test_an_answer_to_another_readers_claim_is_a_decision() -> None:
    answer = replace(CLAIM, status="refuted", reply_to="theirs")
    after = with_decision(Change(None, answer), "mk").after
    assert after is not None
    assert after.history == (Decision("refuted", answer.modified, "mk"),)


def test_decisions_made_in_two_places_are_both_on_record_in_order_of_time() -> None:
    mine = with_decision(Change(CLAIM, decided(CLAIM, "refuted", 9)), "mk").after
    theirs = with_decision(Change(CLAIM, decided(CLAIM, "supported", 5)), "mk").after
    assert mine is not None
    result = merge(CLAIM, mine, theirs).annotation
    assert result is not None
    assert [one.status for one in result.history] == ["supported", "refuted"]


def test_a_decision_knows_the_words_it_was_made_on_once_others_are_marked() -> None:
    decided = replace(CLAIM, exact="then", history=(Decision("supported", CLAIM.created, "mk"),))
    kept = with_old_words(replace(decided, exact="now"), "then")
    assert [one.exact for one in kept.history] == ["then"]
    assert kept.decided_on == "then"
    again = with_old_words(replace(kept, exact="later"), "now")
    assert [one.exact for one in again.history] == ["then"]
    assert with_old_words(replace(kept, exact="then"), "now").decided_on == ""
    anew = decided_anew(kept, "mk")
    assert anew.decided_on == ""
    assert [one.exact for one in anew.history] == ["then", ""]


def test_where_nothing_was_decided_no_words_are_kept() -> None:
    assert with_old_words(CLAIM, "before") == CLAIM


def placed(one: Annotation, anchor: Anchor = Anchor.EXACT, reads: str = "") -> PlacedAnnotation:
    return PlacedAnnotation(one, "mk", "a.txt", 0, 18, anchor, "0" * 64, reads=reads)


def waits(one: PlacedAnnotation) -> bool:
    return is_open(one, Palette())


def test_a_claim_decided_on_other_words_says_so_and_waits_until_it_is_decided_anew() -> None:
    made = (Decision("supported", CLAIM.created, "mk"),)
    decided = replace(CLAIM, status="supported", history=made)
    assert placed(decided).status_told == "supported"
    assert not waits(placed(decided))
    kept = with_old_words(replace(decided, exact="other words"), CLAIM.exact)
    assert placed(kept).status_told == "supported on other words"
    assert waits(placed(kept))
    assert not waits(placed(replace(kept, tags=("quote",))))
    assert not waits(placed(decided_anew(kept, "mk")))


def test_it_does_so_as_soon_as_the_words_change_and_no_longer_once_they_are_back() -> None:
    made = (Decision("supported", CLAIM.created, "mk"),)
    decided = replace(CLAIM, status="supported", history=made)
    changed = placed(decided, Anchor.CHANGED, "other words")
    assert changed.decided_on == CLAIM.exact
    assert changed.status_told == "supported on other words"
    assert waits(changed)
    kept = with_old_words(replace(decided, exact="other words"), CLAIM.exact)
    back = placed(kept, Anchor.CHANGED, CLAIM.exact)
    assert back.status_told == "supported"
    assert not waits(back)
    third = placed(kept, Anchor.CHANGED, "third words")
    assert third.decided_on == CLAIM.exact


def test_a_decision_on_words_that_are_put_on_others_is_on_those() -> None:
    made = (Decision("supported", CLAIM.created, "mk"),)
    decided = replace(CLAIM, status="supported", history=made)
    change = Change(decided, with_old_words(replace(decided, exact="now"), CLAIM.exact))
    after = decided_too(change, "refuted", "mk").after
    assert after is not None
    assert after.status == "refuted"
    assert after.decided_on == ""
    assert [(one.status, one.exact) for one in after.history] == [
        ("supported", CLAIM.exact),
        ("refuted", ""),
    ]
    assert decided_too(Change(decided, None), "refuted", "mk").after is None
