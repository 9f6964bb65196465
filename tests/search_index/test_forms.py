from __future__ import annotations

import pytest
from conftest import MakeWorkspace

from annotations.store import Store
from search_index.search import Searcher


@pytest.mark.parametrize(
    ("query", "text", "exact", "others"),
    [
        (
            "sanction",
            "A sanction, sanctions, sanctioned.",
            ["sanction"],
            ["sanctions", "sanctioned"],
        ),
        ("try", "Try, tries, tried; tray.", ["Try"], ["tries", "tried"]),
        ("sensible", "Sensibility is sensible.", ["sensible"], ["Sensibility"]),
        ("sizing", "The size of it", [], ["size"]),
        (
            "cafe",
            "A café, a cafe, a cafe\u0301, two cafés",
            ["cafe"],
            ["café", "cafe\u0301", "cafés"],
        ),
        ("café", "A CAFE and a café", ["café"], ["CAFE"]),
        ("ёлка", "Елка и ёлка", ["ёлка"], ["Елка"]),
        ('"oil price"', "The oil prices fell.", [], []),
        ("call*", "calls", ["calls"], []),
        ("cherries*", "cherries cherry", ["cherries"], ["cherry"]),
        ("oil -called", "oils, calling", [], []),
        ("oil prices", "Price of oil", [], ["Price", "oil"]),
        ("1990", "1990s", [], []),
        (
            "Sanktion",
            "Die Sanktionen sind nicht das, was die Sanktion ist.",
            ["Sanktion"],
            ["Sanktionen"],
        ),
        ("Strassen", "Die Straße ist nicht die der Straßen.", [], ["Straße", "Straßen"]),
        ("envoyé", "Les envoyés et l'envoyée, dans la rue.", [], ["envoyés", "envoyée"]),
        ("sanción", "Las sanciones que no son sancion.", [], ["sanciones", "sancion"]),
        ("санкция", "Санкции и санкций, но не санкционный", [], ["Санкции", "санкций"]),
        ("كتاب", "كتاب في كِتَاب", ["كتاب"], ["كِتَاب"]),
        ("مدرسة", "مدرسه", [], ["مدرسه"]),
        ("احمد", "أحمد", [], ["أحمد"]),
        ("علی", "علي وعلى", [], ["علي"]),
        ("Strassenbahn", "die Straßenbahn", [], ["Straßenbahn"]),
        ("straße", "STRASSE", [], ["STRASSE"]),
        ("йод", "иод, йод", ["йод"], []),
        ("замок", "за\u0301мок и замок", ["замок"], ["за\u0301мок"]),
        ("한국", "하나 한국 한글", ["한국"], []),
    ],
)
def test_other_forms_follow_the_words_as_written(
    make_workspace: MakeWorkspace, query: str, text: str, exact: list[str], others: list[str]
) -> None:
    workspace = make_workspace({"a.txt": text})
    results = Searcher(workspace, Store(workspace)).search(query, forms=True)
    found = [(text[hit.start : hit.end], hit.form) for hit in results.hits]
    assert found == [(word, False) for word in exact] + [(word, True) for word in others]
    assert results.total == len(found)


def test_without_being_asked_for_no_other_form_is_found(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({"a.txt": "sanctions"})
    assert Searcher(workspace, Store(workspace)).search("sanction").total == 0
