"""Letters written in many ways are found in all of them, in whatever state the index is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from conftest import MakeWorkspace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_scan import places, quoted, scan, typed

from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index import search
from search_index.indexing.updating import update_index
from search_index.search import Searcher

MAC = "Un cafe\u0301 de l’e\u0301te\u0301. \u1112\u1161\u11ab국"
PDF = "The o\ufb03cer of\u00adfice\u200brs ﬁled ＡＢＣ１２ on line ﻛﺘﺎﺏ كـتاب"
HAN = "第3章：使用Python语言，iPhone手机、１２日 ｶﾞｽ"
NOTES = "The claim¹ of 1,234²³ t CO₂ on 5 m² (m³), claim①, １，２３４ t"
LINES = "one line\r\nand another\r\nthe end"
TEXTS = {"mac.txt": MAC, "pdf.txt": PDF, "han.txt": HAN, "lines.txt": LINES, "notes.txt": NOTES}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("café", ["cafe\u0301"]),
        ("cafe\u0301", ["cafe\u0301"]),
        ("cafe", []),
        ("caf*", ["cafe\u0301"]),
        ("caf?", ["cafe\u0301"]),
        ("cafè~1", ["cafe\u0301"]),
        ('"café de l\'été"', ["cafe\u0301 de l’e\u0301te\u0301"]),
        ("café NEAR/3 été", ["cafe\u0301", "e\u0301te\u0301"]),
        ("/caf[éè]/", ["cafe\u0301"]),
        ("한국", ["\u1112\u1161\u11ab국"]),
        ("officer", ["o\ufb03cer"]),
        ("off*", ["o\ufb03cer", "of\u00adfice\u200brs"]),
        ("filed", ["ﬁled"]),
        ("/[fi]+led/", ["ﬁled"]),
        ("abc12", ["ＡＢＣ１２"]),
        ("ＡＢＣ１２", ["ＡＢＣ１２"]),
        ("كتاب", ["ﻛﺘﺎﺏ", "كـتاب"]),
        ("Python", ["Python"]),
        ("3", ["3"]),
        ("第3章", ["第3章"]),
        ("iphone手机", ["iPhone手机"]),
        ("12", ["１２"]),
        ("12日", ["１２日"]),
        ("ガス", ["ｶﾞｽ"]),
        ("用?", []),
        ("?机", ["手机"]),
        ("手?", ["手机"]),
        ("第?章", ["第3章"]),
        ("pyth*", ["Python"]),
        ("claim", ["claim", "claim"]),
        ("claim¹", ["claim¹"]),
        ("clai*", ["claim", "claim"]),
        ("c??im", ["claim", "claim"]),
        ("clami~", ["claim", "claim"]),
        ('"the claim"', ["The claim"]),
        ('"claim of"', ["claim¹ of"]),
        ('"claim¹ of 1,234²³ t"', ["claim¹ of 1,234²³ t"]),
        ('"1,234 t"', ["1,234²³ t", "１，２３４ t"]),
        ("claim¹ NEAR/2 1,234", ["claim¹", "1,234"]),
        ("1,234", ["1,234", "１，２３４"]),
        ("１，２３４", ["1,234", "１，２３４"]),
        ("m²", ["m²"]),
        ("m", ["m", "m"]),
        ("³", ["³", "³"]),
        ("②", []),
        ("①", ["①"]),
        ("co2", ["CO₂"]),
        ("CO₂", ["CO₂"]),
        ("co*", ["CO₂"]),
        ("CO", []),
        ("/line$/", ["line"]),
        ("/line.and/", []),
        ("/^and.*$/", ["and another"]),
    ],
)
def test_what_is_typed_is_found_as_it_is_written(
    make_workspace: MakeWorkspace, query: str, found: list[str]
) -> None:
    workspace = make_workspace(TEXTS)
    for indexed in (False, True):
        if indexed:
            assert not update_index(workspace, Store(workspace)).problem
        for searcher in _readied(workspace):
            hits = searcher.search(query, limit=None).hits
            ordered = sorted(hits, key=lambda hit: (hit.document, hit.start))
            assert [TEXTS[hit.document][hit.start : hit.end] for hit in ordered] == found


PIECES = (
    *"aeéfi1カ北ك¹²₂2①，,",
    *(
        "\u0301",
        "\u00ad",
        "\u200b",
        "\u200f",
        "\u0640",
        "ﬁ",
        "Ａ",
        "１",
        "ｶﾞ",
        "ﻛ",
        "\u064b",
        "'",
        "’",
    ),
    *(" ", " ", "\r\n", "-", "e\u0301", "офи", "هि", "की"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
phrases = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, min_size=1, max_size=3), st.lists(phrases, min_size=1, max_size=8))
def test_the_hits_are_those_of_a_plain_scan(
    own_folders: Path, written: list[str], asked: list[str]
) -> None:
    known = {f"{number}.txt": text for number, text in enumerate(written)}
    with _folder_of(known) as workspace:
        for indexed in (False, True):
            if indexed:
                assert not update_index(workspace, Store(workspace)).problem
            for searcher in _readied(workspace):
                for phrase in filter(_says_something, asked):
                    hits = searcher.search(quoted(phrase), limit=None).hits
                    assert sorted(places(hits)) == sorted(scan(known, phrase)), phrase


def _says_something(phrase: str) -> bool:
    return typed(phrase)[0].strip() != ""


def _readied(workspace: Workspace) -> Iterator[Searcher]:
    """Searchers that have read nothing yet, and one that has prepared itself for the next query.

    The second one reads all in one go.
    """
    yield Searcher(workspace, Store(workspace))
    with patch.object(search, "_MANY", 1):
        yield Searcher(workspace, Store(workspace))
    prepared = Searcher(workspace, Store(workspace))
    prepared.search("of")
    prepared.prepare()
    yield prepared


@contextmanager
def _folder_of(texts: dict[str, str]) -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_bytes(text.encode("utf-8"))
        yield Workspace(Path(folder), Settings())
