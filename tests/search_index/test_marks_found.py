"""Annotations are found by their notes and tags, and by what they mark where that is asked."""

from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.model import Change, mark
from annotations.store import Store
from documents.workspace import Workspace
from search_index.hits import Hit
from search_index.indexing.updating import update_index
from search_index.search import Searcher

CALL = "The envoy called at noon. Sanctions were discussed. The oil price fell."
REPORT = "Oil and sanctions were discussed, said the envoy."


def annotated(make_workspace: MakeWorkspace) -> Workspace:
    workspace = make_workspace({"call.txt": CALL, "report.txt": REPORT})
    add(
        workspace,
        "mk",
        "call.txt",
        "Sanctions were discussed.",
        ("claim/figure",),
        "ask Anna",
        "open",
    )
    add(workspace, "mk", "call.txt", "The oil price fell.", ("doubt",), "when?")
    add(
        workspace, "jo", "report.txt", "Oil and sanctions", ("claim",), "see the Embassy", "refuted"
    )
    return workspace


def add(
    workspace: Workspace,
    author: str,
    path: str,
    words: str,
    tags: tuple[str, ...],
    note: str,
    status: str = "",
) -> None:
    document = workspace.read(path)
    start = document.text.index(words)
    one = mark(document.text, start, start + len(words), tags=tags, note=note, status=status)
    Store(workspace).apply(author, document, [Change(None, one)])


def found(workspace: Workspace, query: str) -> list[Hit]:
    """The hits, which are the same with an index and without."""
    before = Searcher(workspace, Store(workspace)).search(query)
    assert not update_index(workspace, Store(workspace)).problem
    after = Searcher(workspace, Store(workspace)).search(query)
    assert after.indexed
    assert [hit.text for hit in after.hits] == [hit.text for hit in before.hits]
    assert after.total == before.total == len(after.hits)
    return after.hits


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("tag:claim", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("tag:CLAIM/figure", {"Sanctions were discussed."}),
        ("tag:cla*", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("tag:figure", set()),
        ("status:open", {"Sanctions were discussed."}),
        ("status:", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("note:anna", {"Sanctions were discussed."}),
        ("note:emb*", {"Oil and sanctions"}),
        ('note:"the embassy"', {"Oil and sanctions"}),
        ("note:(anna OR embassy)", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("tag:claim sanctions", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("tag:claim oil", {"Oil and sanctions"}),
        ("tag:claim -status:open", {"Oil and sanctions"}),
        ("tag:claim doc:call", {"Sanctions were discussed."}),
        ("has: -tag:claim", {"The oil price fell."}),
        ("-tag:claim", set()),
        ("-doc:call", set()),
        ("tag:nothing", set()),
    ],
)
def test_fields_ask_for_annotations(
    make_workspace: MakeWorkspace, query: str, texts: set[str]
) -> None:
    hits = found(annotated(make_workspace), query)
    assert {hit.text for hit in hits} == texts
    assert {hit.kind for hit in hits} <= {"annotation"}


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("author:jo", {"Oil and sanctions"}),
        ("author:j*", {"Oil and sanctions"}),
        ("tag:cl?im", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("author:mk tag:claim", {"Sanctions were discussed."}),
        ("has:status", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("has:n has:tags -author:mk", {"Oil and sanctions"}),
        ("has:link", set()),
        ("title:envoy tag:claim", {"Sanctions were discussed.", "Oil and sanctions"}),
        ("lang:en tag:doubt", {"The oil price fell."}),
        ("date:2025 tag:claim", set()),
        ("note:/^ask/", {"Sanctions were discussed."}),
        ("note:(see NEAR/2 embasy~)", {"Oil and sanctions"}),
        ("note:an*a", {"Sanctions were discussed."}),
    ],
)
def test_more_fields_ask_for_annotations(
    make_workspace: MakeWorkspace, query: str, texts: set[str]
) -> None:
    hits = found(annotated(make_workspace), query)
    assert {hit.text for hit in hits} == texts
    assert {hit.kind for hit in hits} <= {"annotation"}


def test_a_query_for_documents_alone_finds_their_titles_and_annotations(
    make_workspace: MakeWorkspace,
) -> None:
    hits = found(annotated(make_workspace), "doc:report")
    assert [(hit.kind, hit.text) for hit in hits] == [
        ("annotation", "Oil and sanctions"),
        ("text", REPORT),
    ]


def test_a_word_of_a_note_or_a_tag_finds_the_annotation(make_workspace: MakeWorkspace) -> None:
    workspace = annotated(make_workspace)
    for word, author in (("Embassy", "jo"), ("doubt", "mk"), ("figure", "mk")):
        (hit,) = found(workspace, word)
        assert (hit.kind, hit.author) == ("annotation", author)


def test_a_word_that_is_merely_marked_is_found_once(make_workspace: MakeWorkspace) -> None:
    hits = found(annotated(make_workspace), "price")
    assert [hit.kind for hit in hits] == ["text"]


def test_words_may_stand_partly_in_the_note(make_workspace: MakeWorkspace) -> None:
    hits = found(annotated(make_workspace), "sanctions anna")
    assert [(hit.kind, hit.text) for hit in hits] == [("annotation", "Sanctions were discussed.")]


def test_an_annotations_hit_has_its_place(make_workspace: MakeWorkspace) -> None:
    (hit,) = found(annotated(make_workspace), "note:anna")
    start = CALL.index("Sanctions")
    assert (hit.document, hit.start, hit.end) == ("call.txt", start, start + 25)
    assert hit.annotation is not None


def test_annotations_come_before_the_places_in_their_document(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = make_workspace({"call.txt": CALL})
    add(workspace, "mk", "call.txt", "The oil price fell.", (), "the envoy said so")
    assert [hit.kind for hit in found(workspace, "envoy")] == ["annotation", "text"]


def test_a_mark_whose_words_are_gone_is_found_by_them(make_workspace: MakeWorkspace) -> None:
    workspace = annotated(make_workspace)
    (workspace.root / "call.txt").write_text("Nothing of it is left, whatever was said.")
    hits = [hit for hit in found(workspace, "price") if hit.document == "call.txt"]
    assert [(hit.kind, hit.text) for hit in hits] == [("annotation", "The oil price fell.")]


def test_annotations_of_a_document_that_is_gone_are_found(make_workspace: MakeWorkspace) -> None:
    workspace = annotated(make_workspace)
    (workspace.root / "call.txt").unlink()
    (hit,) = Searcher(workspace, Store(workspace)).search("note:anna").hits
    assert (hit.document, hit.start, hit.sentence) == ("call.txt", None, None)


def test_what_is_marked_next_is_found_next(make_workspace: MakeWorkspace) -> None:
    workspace = annotated(make_workspace)
    update_index(workspace, Store(workspace))
    searcher = Searcher(workspace, Store(workspace))
    assert searcher.search("note:noon").total == 0
    add(workspace, "mk", "call.txt", "called at noon", (), "which noon?")
    assert searcher.search("note:noon").total == 1


def test_a_broken_annotation_file_is_told_and_does_not_stop_the_rest(
    make_workspace: MakeWorkspace,
) -> None:
    workspace = annotated(make_workspace)
    (workspace.root / "annotations" / "mk" / "call.txt.toml").write_text("schema = [")
    results = Searcher(workspace, Store(workspace)).search("tag:claim")
    assert [hit.document for hit in results.hits] == ["report.txt"]
    assert len(results.problems) == 1
    assert "annotations/mk/call.txt.toml" in results.problems[0]


def test_a_text_is_read_in_the_encoding_on_record(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({})
    (workspace.root / "a.txt").write_bytes("Žižkov a Karlín, čtvrť".encode("cp1250"))
    document = workspace.read("a.txt", "cp1250")
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 6))])
    for query in ("Žižkov", "čtvrť"):
        (hit,) = found(workspace, query)
        assert hit.text == document.text
