"""Links and replies, looked up from either end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.author_signs import author_signs
from annotations.links import all_links, links_at
from annotations.model import Anchor, Link, LinkKind, PlacedAnnotation, mark
from annotations.relations import ANSWERS, Relation, Relations, key_of
from annotations.replies import reply, reply_by

TEXT = "One sentence here. Another sentence there."
MOMENT = datetime(2026, 11, 21, 19, tzinfo=UTC)


def placed(
    identifier: str,
    author: str = "mk",
    document: str = "a.txt",
    *,
    links: tuple[Link, ...] = (),
    reply_to: str | None = None,
) -> PlacedAnnotation:
    made = mark(TEXT, 0, 12, moment=MOMENT)
    one = replace(made, id=identifier, links=links, reply_to=reply_to)
    return PlacedAnnotation(one, author, document, 0, 12, Anchor.EXACT, "ab" * 32)


IDS = st.sampled_from("abcd")
LINKS = st.builds(
    Link,
    st.sampled_from(list(LinkKind)),
    IDS,
    st.sampled_from(["", "a.txt", "b.txt"]),
    st.sampled_from(["", "mk", "ab"]),
)
ANNOTATIONS = st.builds(
    placed,
    IDS,
    st.sampled_from(["mk", "ab"]),
    st.sampled_from(["a.txt", "b.txt"]),
    links=st.lists(LINKS, max_size=3, unique_by=lambda link: link.target).map(tuple),
    reply_to=st.none() | IDS,
)
EVERYTHING = st.lists(ANNOTATIONS, max_size=8, unique_by=key_of)


@given(EVERYTHING)
def test_links_are_those_that_a_look_at_everything_finds(
    everything: list[PlacedAnnotation],
) -> None:
    relations, links = Relations(everything), all_links(everything)
    for one in everything:
        outgoing, incoming = links_at(links, one)
        found = [tie for tie in relations.of(one) if tie.link]
        away = [(tie.link, tie.other) for tie in found if tie.outgoing]
        assert away == [(each.link, each.target) for each in outgoing]
        towards = [(tie.link, tie.other) for tie in found if not tie.outgoing]
        assert sorted(map(repr, towards)) == sorted(
            repr((each.link, each.source)) for each in incoming
        )


@given(EVERYTHING)
def test_a_tie_that_leads_somewhere_is_seen_from_both_ends(
    everything: list[PlacedAnnotation],
) -> None:
    relations = Relations(everything)
    for one in everything:
        for tie in relations.of(one):
            if tie.other is not None:
                back = [each for each in relations.of(tie.other) if each.other is one]
                turned = (tie.kind, not tie.outgoing, tie.link)
                assert turned in [(each.kind, each.outgoing, each.link) for each in back]


@given(EVERYTHING, st.data())
def test_taking_in_and_leaving_out_is_the_same_as_looking_anew(
    everything: list[PlacedAnnotation], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(everything), unique_by=key_of)) if everything else []
    relations = Relations(everything)
    for one in gone:
        relations.discard(one)
    left = [one for one in everything if one not in gone]
    anew = Relations(left)
    for one in left:
        assert sorted(map(repr, relations.of(one))) == sorted(map(repr, anew.of(one)))
        assert relations.named(one.annotation.id) == anew.named(one.annotation.id)


def test_what_is_named_and_not_there_is_astray() -> None:
    one = placed("a", links=(Link(LinkKind.CITES, "x"),), reply_to="y")
    assert [(tie.kind, tie.target) for tie in Relations([one]).astray(one)] == [
        (ANSWERS, "y"),
        ("cites", "x"),
    ]
    there = [one, placed("x"), placed("y", "ab")]
    assert Relations(there).astray(one) == []


def test_nothing_answers_itself() -> None:
    one = placed("a", reply_to="a")
    assert [tie.other for tie in Relations([one]).of(one)] == [None]


def test_of_two_with_one_id_the_one_in_the_same_document_is_answered() -> None:
    here, there = placed("b", "ab"), placed("b", "ab", "b.txt")
    answer = placed("a", reply_to="b")
    assert Relations([there, here, answer]).answered(answer) is here


@pytest.mark.parametrize("kind", [*LinkKind, ANSWERS])
def test_a_tie_is_told_otherwise_from_its_other_end(kind: str) -> None:
    near, far = (Relation(kind, outgoing, "b", None) for outgoing in (True, False))
    assert near.verb == kind
    assert far.verb.endswith(" by")


# Replies


def test_a_reply_stands_on_the_same_words_and_names_what_it_answers() -> None:
    theirs = placed("b", "ab")
    made = reply(theirs, TEXT, note="Says who?", status="disputed", tags=("claim",))
    assert (made.start, made.end, made.exact) == (0, 12, TEXT[:12])
    assert (made.reply_to, made.note, made.status) == ("b", "Says who?", "disputed")
    assert made.id != "b"


def test_what_is_said_of_a_whole_document_is_answered_so() -> None:
    theirs = placed("b", "ab")
    whole = replace(theirs.annotation, start=None, end=None, exact="")
    made = reply(replace(theirs, annotation=whole, start=None, end=None), TEXT, note="No")
    assert (made.start, made.end, made.exact, made.reply_to) == (None, None, "", "b")


def test_what_lost_its_place_is_not_answered() -> None:
    lost = replace(placed("b", "ab"), start=None, end=None, anchor=Anchor.ORPHAN)
    with pytest.raises(ValueError, match="lost"):
        reply(lost, TEXT)


def test_an_authors_own_reply_is_found() -> None:
    theirs, mine = placed("b", "ab"), placed("a", reply_to="b")
    relations = Relations([theirs, mine, placed("c", "cd", reply_to="b")])
    assert reply_by("mk", theirs, relations) is mine
    assert reply_by("ef", theirs, relations) is None


# Signs of authors


@given(st.lists(st.text(min_size=1), max_size=30, unique=True))
def test_no_two_authors_have_one_sign(authors: list[str]) -> None:
    signs = author_signs(authors)
    assert signs.keys() == set(authors)
    assert len(set(signs.values())) == len(signs)
    assert all(len(sign) == 1 and sign.isalnum() for sign in signs.values())


def test_a_sign_is_the_initial_where_nobody_has_it_else_another_letter() -> None:
    assert author_signs(["mk", "ab", "maria"]) == {"ab": "A", "maria": "M", "mk": "K"}
    assert author_signs(["田中", "αλφα"])["αλφα"] == "Α"
    assert author_signs(["田中"])["田中"].isascii()


def test_what_leads_to_those_that_go_is_found_but_not_what_goes_with_them() -> None:
    link = Link(LinkKind.CITES, "b", "a.txt", "mk")
    source, target = placed("a", links=(link,)), placed("b")
    answer = placed("c", author="ab", reply_to="b")
    relations = Relations([source, target, answer])
    assert [tie.other for tie in relations.leading_to([target])] == [source, answer]
    assert [tie.other for tie in relations.leading_to([target, source])] == [answer]
    assert relations.leading_to([source]) == []
