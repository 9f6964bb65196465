"""A text made ready in short steps."""

from __future__ import annotations

from documents.segmentation import Segmentation
from search_index.alignment.matching import candidates
from search_index.alignment.rarity import Rarity, kinship
from search_index.alignment.text_index import TextIndex

TEXT = "".join(
    f"Report {number} came from Kessock. It was read by {number + 100} people.\n\n"
    for number in range(200)
)


def ready(text: str) -> TextIndex:
    index = TextIndex(text)
    for _ in index.build():
        pass
    return index


def test_it_is_made_in_many_steps_and_ready_after_the_last() -> None:
    index = TextIndex(TEXT)
    steps = 0
    for _ in index.build():
        steps += 1
        assert not index.ready
    assert index.ready
    assert steps > 10


def test_it_holds_every_sentence_of_the_text() -> None:
    index = ready(TEXT)
    sentences = list(Segmentation(TEXT).sentences())
    assert [index.span(number) for number in range(len(index))] == sentences
    assert all(index.number_at(one.end - 1) == n for n, one in enumerate(sentences))


def test_it_knows_which_sentences_stand_in_one_paragraph() -> None:
    index = ready(TEXT)
    assert index.together(0, 1)
    assert not index.together(1, 2)
    assert not index.together(0, -1)
    assert not index.together(len(index) - 1, len(index))


def test_a_key_leads_to_the_sentences_that_have_it() -> None:
    index = ready(TEXT)
    assert list(index.places("#250")) == [301]
    assert len(index.places("kessoc")) == 200
    assert list(index.places("nowhere")) == []


def test_the_best_candidates_share_what_is_rare() -> None:
    index = ready(TEXT)
    about = ready("Some 250 people of Kessock read it.").features(0)
    assert candidates(about, index, Rarity([index]), 1) == [301]


def test_a_common_key_weighs_less_than_a_rare_one() -> None:
    index = ready(TEXT)
    rarity = Rarity([index])
    assert rarity.weight("#250") > rarity.weight("kessoc") > 0


def test_reports_on_one_thing_are_akin_and_others_are_not() -> None:
    one = "Ruth Adeyemi spoke in Kessock.\n\nThen Owen Pritchard left Pennick."
    other = "In Pennick, Owen Pritchard waited.\n\nSo did Adeyemi, in Kessock."
    stranger = "In Lima, copper rose.\n\nThen Inés Carballo came to Villarrubia."
    assert kinship([ready(one), ready(other)]) == 1
    assert kinship([ready(one), ready(stranger)]) == 0
    assert 0 < kinship([ready(one), ready("it rained all day.")]) < 1
