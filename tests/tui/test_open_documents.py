"""The documents that are open: read once, in the encoding on record, and had whole when asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from documents.document import Document
from documents.errors import CannotOpen
from documents.settings import Settings
from documents.workspace import Workspace
from tui.open_documents import OpenDocuments

TEXT = "The call was short. It was long overdue. Größe tells.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for path in ("a.txt", "b.txt"):
        (tmp_path / path).write_text(TEXT, encoding="utf-8", newline="")
    return Workspace(tmp_path, Settings(keep_texts="off"))


@pytest.fixture
def documents(workspace: Workspace) -> OpenDocuments:
    return OpenDocuments(workspace, lambda path, step: None)


def beginning(document: Document) -> Document:
    """The first part of a document, as one that is still being read."""
    return Document(document.path, document.text[:20], share=0.5)


def test_a_document_is_read_once(documents: OpenDocuments) -> None:
    assert not documents.is_open("a.txt")
    assert documents.known("a.txt") is None
    opened = documents.at("a.txt")
    assert documents.at("a.txt") is documents.known("a.txt") is opened
    assert documents.is_open("a.txt")


def test_what_cannot_be_opened_says_so(documents: OpenDocuments) -> None:
    with pytest.raises(CannotOpen, match=r"gone\.txt"):
        documents.at("gone.txt")
    assert not documents.is_open("gone.txt")


def test_what_came_by_a_pipe_cannot_be_saved(workspace: Workspace) -> None:
    piped = Document("(standard input)", TEXT)
    documents = OpenDocuments(workspace, lambda path, step: None, extra=[piped])
    assert documents.at("(standard input)") is piped
    assert not documents.saveable("(standard input)")
    assert documents.saveable("a.txt")


def test_what_was_read_before_is_not_read_again(workspace: Workspace) -> None:
    read = workspace.read("a.txt")
    assert (
        OpenDocuments(workspace, lambda path, step: None, known={"a.txt": read}).at("a.txt") is read
    )


def test_the_encoding_on_record_is_looked_up_when_there_is_time(workspace: Workspace) -> None:
    documents = OpenDocuments(workspace, lambda path, step: "cp1252")
    assert "Größe" in documents.at("a.txt").text
    documents.looks_up = True
    assert "GrÃ¶ÃŸe" in documents.at("b.txt").text
    (again,) = documents.misread(["a.txt", "b.txt"])
    documents.replace(again)
    assert "GrÃ¶ÃŸe" in documents.at("a.txt").text
    assert documents.misread(["a.txt", "b.txt"]) == []


def test_the_encoding_that_was_asked_for_goes_before_the_one_on_record(
    workspace: Workspace,
) -> None:
    documents = OpenDocuments(workspace, lambda path, step: "cp1252", encoding="utf-8")
    documents.looks_up = True
    assert "Größe" in documents.at("a.txt").text
    assert "Größe" in documents.read("a.txt").text
    assert documents.misread(["a.txt"]) == []


def test_a_document_is_had_whole(workspace: Workspace, documents: OpenDocuments) -> None:
    whole = documents.at("a.txt")
    assert documents.whole(whole) is whole
    assert documents.whole(beginning(whole)) is whole
    documents.replace(beginning(whole))
    assert documents.whole(beginning(whole)).text == TEXT


def test_a_text_that_has_changed_since_it_was_begun_is_had_as_it_is_now(
    documents: OpenDocuments,
) -> None:
    documents.at("a.txt")
    other = Document("a.txt", "Another beginning", share=0.5)
    assert documents.whole(other).text == TEXT


def test_today_it_is_the_open_one_until_the_file_changes(
    workspace: Workspace, documents: OpenDocuments
) -> None:
    opened = documents.at("a.txt")
    assert documents.today("a.txt", None) is opened
    assert documents.today("a.txt", "cp1252") is not opened
    before = documents.states(["a.txt", "gone.txt"])
    assert set(before) == {"a.txt"}
    file = workspace.root / "a.txt"
    file.write_text("News. " + TEXT, encoding="utf-8", newline="")
    os.utime(file, (1, 1))
    assert documents.states(["a.txt"]) != before
    assert documents.today("a.txt", None).text.startswith("News. ")
