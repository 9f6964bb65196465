"""Reports that tell of one thing in other words, with other figures, in other languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from documents.document import Document
from search_index.echoes.model import Asked, Echo
from search_index.search import Searcher

COURIER = """Bridge at Marenstadt closed after cracks are found

The Lindqvist Bridge at Marenstadt was closed on Tuesday night after inspectors found cracks in \
two of its steel girders. Some 38,000 vehicles cross it every day.

The city will spend 12 million euros on repairs, the mayor added, and the work will take at least \
seven months. The bridge was opened in 1962. \
Engineers from the firm of Kessler & Brandt found that corrosion had eaten up to 14 millimetres \
into the metal.

The public prosecutor, Karin Melchior, is looking into whether warnings were ignored.
"""
TRIBUNE = """Marenstadt: Ahrendt defends closing the Lindqvist Bridge

Tobias Ahrendt, the mayor of Marenstadt, defended his decision to shut the Lindqvist Bridge. \
Cracks had been discovered in three of the steel girders, he told reporters.

Repairs will cost 19 million euros and last for more than a year, according to a paper of the \
city's building office. Every day some 38,000 cars and lorries use the crossing.

What the inspectors saw
- corrosion of up to 14 millimetres
- a drain that had been blocked since 2017

Kessler & Brandt, an engineering firm, warned the city as early as 2021 that the bridge needed \
attention.

The state prosecutor Karin Melchior has opened an inquiry.
"""
GERMAN = """Lindqvist-Brücke in Marenstadt gesperrt

Die Lindqvist-Brücke in Marenstadt ist seit Dienstagabend gesperrt. Täglich fahren rund 38.000 \
Fahrzeuge über die Brücke.

Die Reparatur kostet nach Angaben von Bürgermeister Tobias Ahrendt 12 Millionen Euro und dauert \
mindestens sieben Monate. Das Bauwerk wurde 1962 eröffnet.
"""
NAMES = """Week in brief

Tobias Ahrendt and Karin Melchior

Tobias Ahrendt and Karin Melchior opened the new school for nurses in Marenstadt on Friday. The \
school has room for 38 pupils.

A wedding

The feast cost 12 million, guests joked.
"""
FERRY = """Ferry runs aground off Torvik

Seventeen passengers were taken to hospital with minor injuries, the coast guard said.

The captain, Jonas Refsdal, 52, had been at the helm for nine hours. A blood test showed no alcohol.

The ship lost power in both engines shortly after 4 a.m., when the wind had reached gale force.
"""
GAZETTE = """Norlys Lines under fire

Both engines of the ship failed shortly after four in the morning.

Captain Jonas Refsdal was not drunk: a blood test showed no trace of alcohol. The trade union says \
Refsdal had been on duty for fourteen hours.
"""
TEXTS = {
    "courier.txt": COURIER,
    "tribune.txt": TRIBUNE,
    "bruecke.txt": GERMAN,
    "names.txt": NAMES,
    "ferry.txt": FERRY,
    "gazette.txt": GAZETTE,
}

Ask = Callable[[str, str], list[Echo]]


@pytest.fixture
def ask(make_workspace: MakeWorkspace) -> Ask:
    """The echoes of the sentence of a document that has these words."""
    workspace = make_workspace(TEXTS)

    def echoes(path: str, words: str) -> list[Echo]:
        document = Document(path, TEXTS[path])
        span = document.segmentation.sentence_at(TEXTS[path].index(words))
        assert span is not None
        searcher = Searcher(workspace, Store(workspace))
        return list(searcher.echoes(Asked(document.text, span, path)).echoes)

    return echoes


@pytest.mark.parametrize(
    ("path", "words", "other", "told"),
    [
        ("courier.txt", "12 million euros", "tribune.txt", "19 million"),
        ("tribune.txt", "19 million euros", "courier.txt", "12 million"),
        ("tribune.txt", "19 million euros", "bruecke.txt", "12 Millionen"),
        ("tribune.txt", "three of the steel", "courier.txt", "in two of its steel girders"),
        ("ferry.txt", "nine hours", "gazette.txt", "fourteen hours"),
    ],
)
def test_another_figure_for_the_same_thing_is_found(
    ask: Ask, path: str, words: str, other: str, told: str
) -> None:
    assert any(echo.document == other and told in echo.text for echo in ask(path, words))


@pytest.mark.parametrize(
    ("path", "words", "other", "told"),
    [
        ("ferry.txt", "The ship lost power", "gazette.txt", "Both engines"),
        ("courier.txt", "opened in 1962", "bruecke.txt", "1962 eröffnet"),
        ("courier.txt", "38,000 vehicles", "bruecke.txt", "38.000 Fahrzeuge"),
        ("courier.txt", "Karin Melchior", "tribune.txt", "has opened an inquiry"),
    ],
)
def test_the_same_is_found_in_other_words(
    ask: Ask, path: str, words: str, other: str, told: str
) -> None:
    assert any(echo.document == other and told in echo.text for echo in ask(path, words))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("courier.txt", "12 million euros"),
        ("tribune.txt", "19 million euros"),
        ("courier.txt", "Karin Melchior"),
        ("tribune.txt", "The state prosecutor"),
    ],
)
def test_names_and_a_figure_alone_never_stand_first(ask: Ask, path: str, words: str) -> None:
    found = ask(path, words)
    assert found
    assert found[0].document != "names.txt"
    right = [echo.confidence for echo in found if echo.document != "names.txt"]
    assert all(echo.confidence < max(right) for echo in found if echo.document == "names.txt")


def test_several_passages_of_one_document_are_told_the_surest_first(ask: Ask) -> None:
    found = ask("courier.txt", "Kessler & Brandt")
    told = [echo.text for echo in found if echo.document == "tribune.txt"]
    assert any("14 millimetres" in text for text in told)
    assert any("warned the city" in text for text in told)
    assert found == sorted(found, key=lambda echo: -echo.confidence)
