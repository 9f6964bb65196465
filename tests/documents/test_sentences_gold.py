"""How well sentences are cut, measured against gold where it lies beside the repository."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

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


@pytest.mark.parametrize("name", LEAST_F1)
def test_boundaries_agree_with_gold(name: str) -> None:
    file = DATA / f"{name}.jsonl"
    if not file.exists():
        pytest.skip("the gold is not here")
    assert scorer().score(file).f1 >= LEAST_F1[name]
