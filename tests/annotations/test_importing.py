"""Importing: what other programs write is taken over whole, or refused whole with its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection import collect
from annotations.errors import UnreadableAnnotations
from annotations.exports import export
from annotations.import_lines import parse_line
from annotations.importing import Imported, ImportRefused, import_annotations
from annotations.listing import as_object
from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings, load_settings
from documents.workspace import Workspace

TEXT = "The call was short. It was, he said, short. Nobody knows why.\n"

Import = Callable[..., Imported]


def opened(folder: Path, **files: str) -> Workspace:
    """A workspace with the files given by their names without ``.txt``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (files or {"call": TEXT}).items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return Workspace(folder, load_settings(folder))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return opened(tmp_path / "workspace")


def taken(workspace: Workspace, *objects: object, author: str = "mk") -> Imported:
    """Imports the objects, each on its line."""
    lines = [one if isinstance(one, str) else json.dumps(one) for one in objects]
    return import_annotations(lines, workspace, Store(workspace), author)


def listed(workspace: Workspace) -> list[dict[str, Any]]:
    found = collect(workspace, Store(workspace))
    assert found.problems == []
    return [as_object(placed, workspace.source(placed.document)) for placed in found.annotations]


def at(start: float | None, end: float | None, **more: object) -> dict[str, object]:
    return {"document": "call.txt", "start": start, "end": end, **more}


# What is taken over


def test_a_document_and_a_span_are_enough(workspace: Workspace) -> None:
    assert taken(workspace, at(4, 8)) == Imported(added=1, skipped=0)
    (one,) = listed(workspace)
    assert (one["exact"], one["prefix"], one["suffix"]) == ("call", "The ", TEXT[8:40])
    assert (one["author"], one["tags"], one["status"], one["anchor"]) == ("mk", [], "", "exact")


def test_everything_said_is_kept(workspace: Workspace) -> None:
    said = at(
        4,
        8,
        id="k3f9q2mx",
        exact="call",
        tags=["claim", "claim/figure"],
        note="two\nlines “quoted” \x1b",
        status="disputed",
        created="2020-01-02T03:04:05Z",
        modified="2021-01-02T03:04:05+02:00",
        reply_to="zzzz2222",
    )
    taken(workspace, said)
    (one,) = listed(workspace)
    expected = {**said, "modified": "2021-01-02T01:04:05Z"}
    assert {key: one[key] for key in said} == expected


def test_anothers_name_becomes_the_source(workspace: Workspace) -> None:
    taken(
        workspace,
        at(0, 3, author="mk"),
        at(4, 8, author="ab"),
        at(9, 12, author="ab", source_author="first"),
    )
    assert [one.get("source_author") for one in listed(workspace)] == [None, "ab", "first"]
    assert {one["author"] for one in listed(workspace)} == {"mk"}


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"tags": ["claim"]}, "open"),
        ({"tags": ["claim/figure"]}, "open"),
        ({"tags": ["quote"]}, ""),
        ({"tags": ["claim"], "status": ""}, ""),
        ({"tags": ["claim"], "status": "pending"}, "pending"),
    ],
)
def test_a_claim_without_a_status_starts_open(
    workspace: Workspace, said: dict[str, object], status: str
) -> None:
    taken(workspace, at(4, 8, **said))
    assert listed(workspace)[0]["status"] == status


def test_a_note_on_the_document_as_a_whole(workspace: Workspace) -> None:
    taken(workspace, at(None, None, note="all of it"))
    (one,) = listed(workspace)
    assert (one["start"], one["exact"], one["note"]) == (None, "", "all of it")


def test_blank_lines_and_whole_floats_are_no_mistake(workspace: Workspace) -> None:
    assert taken(workspace, "", at(4.0, 8.0), "  ", "").added == 1


def test_paths_written_otherwise_are_the_same_document(workspace: Workspace) -> None:
    absolute = str(workspace.root / "call.txt")
    taken(
        workspace,
        at(0, 3),
        {**at(4, 8), "document": "./call.txt"},
        {**at(9, 12), "document": absolute},
    )
    assert {one["document"] for one in listed(workspace)} == {"call.txt"}


# Known ids


def test_a_known_id_is_skipped_whoever_has_it(workspace: Workspace) -> None:
    taken(workspace, at(4, 8, id="k3f9q2mx", note="first"))
    again = taken(workspace, at(4, 8, id="k3f9q2mx", note="second"), at(0, 3), author="ab")
    assert again == Imported(added=1, skipped=1)
    assert [one["note"] for one in listed(workspace)] == ["", "first"]


def test_the_same_line_twice_is_one_annotation(workspace: Workspace) -> None:
    line = at(4, 8, id="k3f9q2mx")
    assert taken(workspace, line, line) == Imported(added=1, skipped=1)


def test_one_id_for_two_annotations_is_refused(workspace: Workspace) -> None:
    with pytest.raises(ImportRefused, match=r"^line 3: .* line 1;"):
        taken(workspace, at(4, 8, id="1"), "", at(0, 3, id="1"))
    assert listed(workspace) == []


# Quotes


def test_a_quote_that_stands_elsewhere_once_is_followed(workspace: Workspace) -> None:
    taken(workspace, at(0, 9, exact="he said"))
    (one,) = listed(workspace)
    assert TEXT[one["start"] : one["end"]] == "he said"


def test_a_span_outside_the_text_is_mended_by_its_quote(workspace: Workspace) -> None:
    taken(workspace, at(5000, 5007, exact="he said"))
    assert listed(workspace)[0]["exact"] == "he said"


def test_context_tells_which_of_several_places_is_meant(workspace: Workspace) -> None:
    taken(workspace, at(0, 5, exact="short", prefix="he said, ", suffix="."))
    assert listed(workspace)[0]["start"] == TEXT.rindex("short")


def test_white_space_in_a_quote_may_differ(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "w", call="One\r\ntwo\r\nthree.\r\n")
    taken(workspace, at(3, 10, exact="two\nthree"))
    (one,) = listed(workspace)
    assert one["exact"] == "two\r\nthree"


@pytest.mark.parametrize(
    "said",
    [
        {"exact": "long"},
        {"exact": "short"},
        {"exact": "short", "prefix": "nowhere ", "suffix": ""},
    ],
)
def test_a_quote_that_is_nowhere_or_anywhere_refuses_the_whole(
    workspace: Workspace, said: dict[str, object]
) -> None:
    with pytest.raises(ImportRefused, match=r"^line 2: .*call\.txt.*; nothing was imported$"):
        taken(workspace, at(4, 8), at(0, 3, **said))
    assert listed(workspace) == []


# Refusals


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        "[1]",
        '"text"',
        "[" * 100_000,
        {"start": 0, "end": 1},
        {"document": "call.txt", "start": 0},
        {"document": "call.txt", "end": 1},
        {"document": 3, "start": 0, "end": 1},
        {"document": "none.txt", "start": 0, "end": 1},
        {"document": "../outside.txt", "start": 0, "end": 1},
        {"document": "/etc/passwd", "start": 0, "end": 1},
        {"document": "annotations/.texts/x.txt", "start": 0, "end": 1},
        {"document": "a\x00b", "start": 0, "end": 1},
        at(0, 1000),
        at(3, 3),
        at(5, 4),
        at(-1, 4),
        at(True, 4),
        at(0.5, 4),
        at(0, None),
        {**at(0, 4), "start": "0"},
        at(0, 3, tags="claim"),
        at(0, 3, tags=["claim", 3]),
        at(0, 3, tags=[" "]),
        at(0, 3, tags=["a\x1bb"]),
        at(0, 3, tags=["a" * 201]),
        at(0, 3, note=3),
        at(0, 3, exact=["The"]),
        at(0, 3, status=3),
        at(0, 3, id=7),
        at(0, 3, id="a\nb"),
        at(0, 3, created="yesterday"),
        at(0, 3, modified=1700000000),
        at(0, 3, author=3),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_imported(workspace: Workspace, wrong: object) -> None:
    with pytest.raises(ImportRefused) as refusal:
        taken(workspace, at(4, 8), wrong, at(9, 12))
    assert refusal.value.line == 2
    message = str(refusal.value)
    assert message.startswith("line 2: ")
    assert message.isprintable()
    assert not (workspace.root / "annotations").exists()


KEYS = st.sampled_from(["document", "start", "end", "tags", "created", "id"]) | st.text()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        line = parse_line(json.dumps(value))
    except ValueError:
        return
    assert line.document
    assert line.start is None or 0 <= line.start < (line.end or 0)


def test_what_was_saved_is_taken_back_where_the_rest_cannot_be(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "w", a=TEXT, b=TEXT)
    store = Store(workspace)
    earlier = mark(TEXT, 0, 3)
    store.apply("mk", workspace.read("a.txt"), [Change(None, earlier)])
    (workspace.root / "annotations/mk/b.txt.toml").mkdir()
    with pytest.raises(UnreadableAnnotations):
        taken(workspace, at(4, 8, document="a.txt"), at(4, 8, document="b.txt"))
    assert [one.id for one in store.read("mk", "a.txt").annotations] == [earlier.id]


# Round trips


def copied(workspace: Workspace, folder: Path) -> Workspace:
    """A workspace with the same document and no annotations."""
    return opened(folder, call=workspace.read("call.txt").text)


def jsonl(workspace: Workspace) -> Iterable[str]:
    found = collect(workspace, Store(workspace)).annotations
    return "".join(export("jsonl", found, workspace)).split("\n")


def test_what_is_exported_comes_back_the_same(workspace: Workspace, tmp_path: Path) -> None:
    taken(
        workspace,
        at(4, 8, tags=["claim"], note="x\u2028y", author="ab"),
        at(0, 20, exact="The call was short. ", prefix="", suffix="It"),
        at(None, None, note="whole", tags=["question"]),
        at(None, None, exact="a sentence that is gone", anchor="orphan", note="lost"),
        at(9, 12, created="2020-01-02T03:04:05.678901Z"),
        at(9, 12, created=None, modified=None),
    )
    other = copied(workspace, tmp_path / "other")
    import_annotations(jsonl(workspace), other, Store(other), "mk")
    assert listed(other) == listed(workspace)
    assert [one["anchor"] for one in listed(other)].count("orphan") == 1


def test_a_passage_that_changed_comes_back_as_one(workspace: Workspace, tmp_path: Path) -> None:
    taken(workspace, at(20, 43, exact="It was, he said, short."))
    changed = TEXT.replace("he said", "she says")
    (workspace.root / "call.txt").write_text(changed)
    (before,) = listed(workspace)
    assert before["anchor"] == "changed"
    other = copied(workspace, tmp_path / "other")
    import_annotations(jsonl(workspace), other, Store(other), "mk")
    (after,) = listed(other)
    for key in ("start", "exact", "anchor"):
        assert after[key] == before[key]


SPAN = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda s: (s[0], s[0] + s[1]))
TAGS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=9)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda span, tags, note, status: at(*span, tags=tags, note=note, status=status),
            SPAN,
            st.lists(TAGS, unique=True),
            TEXTS,
            st.sampled_from(["", "open", "disputed", "übrig"]),
        ),
        max_size=6,
    )
)
def test_any_annotations_come_back_the_same(objects: list[dict[str, object]]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        workspace = opened(Path(folder) / "one")
        taken(workspace, *objects)
        other = Workspace(opened(Path(folder) / "other").root, Settings())
        import_annotations(jsonl(workspace), other, Store(other), "mk")
        assert listed(other) == listed(workspace)


def test_links_and_decisions_come_back_the_same(workspace: Workspace) -> None:
    links = [{"kind": "cites", "id": "z", "document": "b.txt", "author": "ann"}]
    history = [{"status": "refuted", "date": "2026-11-21T19:00:00Z", "author": "mk"}]
    taken(workspace, at(0, 3, links=links, history=history))
    [one] = listed(workspace)
    assert (one["links"], one["history"]) == (links, history)


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": [{"kind": "likes", "id": "z"}]},
        {"links": "z"},
        {"history": [{"status": "open"}]},
        {"history": [{"status": "open", "date": "yesterday"}]},
    ],
)
def test_links_and_decisions_that_are_none_refuse_the_whole(
    workspace: Workspace, wrong: dict[str, object]
) -> None:
    with pytest.raises(ImportRefused, match="line 1"):
        taken(workspace, at(0, 3, **wrong))
