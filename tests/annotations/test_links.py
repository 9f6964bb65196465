"""Links between annotations, from both ends."""

from __future__ import annotations

from dataclasses import replace

from annotations.links import all_links, dangling, link_to, linked, links_at, unlinked
from annotations.listing import as_object
from annotations.merging import merge
from annotations.model import Anchor, Link, LinkKind, PlacedAnnotation, mark

TEXT = "One sentence here. Another sentence there."


def placed(identifier: str, author: str = "mk", document: str = "a.txt") -> PlacedAnnotation:
    one = replace(mark(TEXT, 0, 12), id=identifier)
    return PlacedAnnotation(one, author, document, 0, 12, Anchor.EXACT, "ab" * 32)


def with_link(source: PlacedAnnotation, link: Link) -> PlacedAnnotation:
    return replace(source, annotation=linked(source.annotation, link))


def test_a_link_is_seen_from_both_ends() -> None:
    target = placed("b", "ann", "b.txt")
    source = with_link(placed("a"), link_to(target, LinkKind.CONTRADICTS))
    links = all_links([source, target])
    assert [(one.source, one.target) for one in links] == [(source, target)]
    assert links_at(links, source) == (links, [])
    assert links_at(links, target) == ([], links)
    assert dangling([source, target]) == []


def test_a_link_whose_target_is_gone_dangles() -> None:
    source = with_link(placed("a"), link_to(placed("b"), LinkKind.CITES))
    [lost] = dangling([source])
    assert (lost.source, lost.link.target, lost.target) == (source, "b", None)


def test_of_two_with_one_id_the_one_of_the_links_author_is_meant() -> None:
    mine, theirs = placed("b", "mk"), placed("b", "ann")
    source = with_link(placed("a"), link_to(theirs, LinkKind.REPEATS))
    [link] = all_links([mine, theirs, source])
    assert link.target is theirs


def test_a_target_that_moved_to_another_document_is_found() -> None:
    source = with_link(placed("a"), Link(LinkKind.CITES, "b", "old.txt", "mk"))
    [link] = all_links([source, placed("b", document="new.txt")])
    assert link.target is not None


def test_there_is_one_link_to_a_target_and_it_can_be_taken_off() -> None:
    target = placed("b")
    one = linked(placed("a").annotation, link_to(target, LinkKind.CITES))
    two = linked(one, link_to(target, LinkKind.SUPPORTS))
    assert [link.kind for link in two.links] == [LinkKind.SUPPORTS]
    assert unlinked(two, two.links[0]).links == ()


def test_links_made_in_two_places_merge_one_by_one() -> None:
    base = linked(placed("a").annotation, Link(LinkKind.CITES, "x"))
    ours = linked(base, Link(LinkKind.CITES, "y"))
    theirs = unlinked(linked(base, Link(LinkKind.REPEATS, "z")), Link(LinkKind.CITES, "x"))
    result = merge(base, ours, theirs).annotation
    assert result is not None
    assert {link.target for link in result.links} == {"y", "z"}
    assert result.conflicts == ()


def test_links_and_decisions_are_listed() -> None:
    source = with_link(placed("a"), link_to(placed("b"), LinkKind.CITES))
    assert as_object(source)["links"] == [
        {
            "kind": "cites",
            "id": "b",
            "document": "a.txt",
            "author": "mk",
            "exact": "One sentence",
        }
    ]
