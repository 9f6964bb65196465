"""How well sentences are cut, measured against gold where it lies beside the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from documents.segmentation import Segmentation

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "sentences"
LEAST_F1 = {
    "en_ewt": 91.5,
    "de_gsd": 98.4,
    "es_gsd": 98.1,
    "fr_gsd": 97.9,
    "ja_gsd": 99.2,
    "ru_gsd": 98.1,
    "uk_parlamint": 99.2,
    "zh_gsdsimp": 99.4,
}


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "sentence_gold", Path(__file__).with_name("sentence_gold.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
HEADINGS = ("Russia Seeks to Retain", "Calls for Sanctions Relief", "The Future of")


def test_the_first_documents_are_cut_as_a_reader_would() -> None:
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip("the documents are not here")
    texts = [file.read_text(encoding="utf-8") for file in files]
    cut = [[text[a:b] for a, b in Segmentation(text).sentences()] for text in texts]
    assert [len(sentences) for sentences in cut] == [27, 27]
    lines = texts[0].split("\n")
    for heading in HEADINGS:
        assert [s for s in cut[0] if heading in s] == [s for s in lines if s.startswith(heading)]


@pytest.mark.parametrize("name", LEAST_F1)
def test_boundaries_agree_with_gold(name: str) -> None:
    file = DATA / f"{name}.jsonl"
    if not file.exists():
        pytest.skip("the gold is not here")
    assert scorer().score(file).f1 >= LEAST_F1[name]
