from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.paths import annotation_path, document_path, written_path

segments = (
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="/\0") | st.just("\udcff"),
        min_size=1,
        max_size=300,
    )
    | st.sampled_from(["a.toml", "b.TOML", "%2E", "100%", "~0123456789abcdef", "é" * 200])
).filter(lambda segment: segment not in (".", ".."))
paths = st.lists(segments, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("reports/call.txt", "annotations/mk/reports/call.txt.toml"),
        ("notes.toml", "annotations/mk/notes.toml.toml"),
        ("a.toml/b", "annotations/mk/a%2Etoml/b.toml"),
        ("a.Toml/b", "annotations/mk/a%2EToml/b.toml"),
        ("100%.txt", "annotations/mk/100%25.txt.toml"),
        ("tab\there", "annotations/mk/tab%09here.toml"),
        ("latin\udce9.txt", "annotations/mk/latin%E9.txt.toml"),
        ("Звіт — 1.txt", "annotations/mk/Звіт — 1.txt.toml"),
    ],
)
def test_names_stay_readable(path: str, file: str) -> None:
    assert annotation_path("mk", path) == file


@given(paths)
def test_the_way_back_leads_to_the_document(path: str) -> None:
    assert document_path(annotation_path("mk", path), written_path(path)) == path


@given(paths)
def test_every_name_fits_a_file_system_and_holds_nothing_odd(path: str) -> None:
    for segment in annotation_path("mk", path).split("/"):
        data = segment.encode("utf-8")
        assert 0 < len(data) <= 255
        assert not any(byte < 32 or byte == 127 for byte in data)


@given(paths, paths)
def test_no_two_documents_share_a_file_or_need_each_others_folder(one: str, other: str) -> None:
    first, second = annotation_path("mk", one), annotation_path("mk", other)
    assert (first == second) == (one == other)
    assert not second.startswith(first + "/")


def test_a_cut_name_needs_the_path_in_the_file_and_trusts_only_a_fitting_one() -> None:
    path = "x" * 300 + ".txt"
    file = annotation_path("mk", path)
    assert file.endswith(".toml")
    assert document_path(file) is None
    assert document_path(file, "../../secret") is None
    assert document_path(file, path) == path


@pytest.mark.parametrize(
    "file",
    ["annotations/mk/readme.md", "annotations/mk/.toml", "annotations/mk/a%2e.toml"],
)
def test_a_file_that_is_no_documents_has_no_document(file: str) -> None:
    assert document_path(file) is None
