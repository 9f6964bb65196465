"""What is read, and how often, to find a document that is gone."""

from __future__ import annotations

import weakref
from collections.abc import Callable

import pytest

from annotations import relocation
from annotations.collection import collect
from annotations.common_series import CommonSeries
from annotations.model import Anchor, Change, PlacedAnnotation, mark
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]

CALL = " ".join(f"word{n}" for n in range(200))
LATER = CALL.replace("word150", "another")
SAME_LENGTH = CALL.replace("word", "sign")


class Reading:
    """Reads documents, and notes which; holds none of them."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.store = Store(workspace)
        self.paths: list[str] = []
        self.most_at_once = 0
        self._alive: weakref.WeakSet[Document] = weakref.WeakSet()

    def read(self, path: str, encoding: str | None) -> Document:
        document = self.workspace.read(path, encoding)
        self.paths.append(path)
        self._alive.add(document)
        self.most_at_once = max(self.most_at_once, len(self._alive))
        return document

    def collect(self) -> list[PlacedAnnotation]:
        self.paths.clear()
        return collect(self.workspace, self.store, read=self.read).annotations


@pytest.fixture
def reading(make_workspace: MakeWorkspace) -> Reading:
    workspace = make_workspace({"call.txt": CALL})
    annotate(workspace, "call.txt")
    (workspace.root / "call.txt").unlink()
    return Reading(workspace)


def annotate(workspace: Workspace, path: str) -> None:
    document = workspace.read(path)
    Store(workspace).apply("mk", document, [Change(None, mark(document.text, 0, 5))])


def write(reading: Reading, path: str, text: str) -> None:
    (reading.workspace.root / path).write_text(text, encoding="utf-8")


def test_texts_are_read_one_after_the_other_and_none_is_held(reading: Reading) -> None:
    for number in range(6):
        write(reading, f"{number}.txt", SAME_LENGTH.replace("sign7", f"wor{number}"))
    (one,) = reading.collect()
    assert one.anchor is Anchor.ORPHAN
    assert set(reading.paths) == {f"{number}.txt" for number in range(6)}
    assert reading.most_at_once <= 2  # the next one is read before the last one is let go


def test_what_is_far_longer_or_shorter_is_not_read(reading: Reading) -> None:
    write(reading, "long.txt", CALL * 20)
    write(reading, "short.txt", CALL[:100])
    reading.collect()
    assert reading.paths == []


def test_nothing_is_read_again_that_has_not_changed(reading: Reading) -> None:
    write(reading, "a.txt", SAME_LENGTH)
    write(reading, "b.txt", LATER[:-10])
    (one,) = reading.collect()
    assert one.document == "b.txt"
    reading.collect()
    assert set(reading.paths) == {"b.txt"}  # to place what is offered there
    write(reading, "a.txt", CALL)
    (one,) = reading.collect()
    assert (one.document, one.anchor) == ("a.txt", Anchor.EXACT)


def test_where_too_much_would_have_to_be_read_nothing_is_clear(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(reading, "a.txt", SAME_LENGTH)
    write(reading, "b.txt", CALL)
    monkeypatch.setattr(relocation, "_MOST_READ", len(CALL))
    (one,) = reading.collect()
    assert one.anchor is Anchor.ORPHAN
    assert len(reading.paths) == 1
    (one,) = reading.collect()  # what is known already need not be read
    assert one.anchor is Anchor.EXACT


def test_the_search_can_be_ended_between_texts(reading: Reading) -> None:
    class Enough(Exception):
        pass

    def step() -> None:
        raise Enough

    write(reading, "a.txt", SAME_LENGTH)
    with pytest.raises(Enough):
        collect(reading.workspace, reading.store, step=step)


@pytest.mark.parametrize("piece", [1, 7, 100_000])
def test_the_share_does_not_hang_on_how_a_text_is_cut(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotations.common_series._PIECE", piece)
    assert CommonSeries(CALL).share_in(CALL.upper()) == 1
    assert CommonSeries(CALL).share_in(SAME_LENGTH) == 0
    assert CommonSeries(CALL).share_in(LATER) == 193 / 197


def test_too_few_words_say_nothing() -> None:
    assert CommonSeries("one two three four five").share_in("one two three four five") == 0
