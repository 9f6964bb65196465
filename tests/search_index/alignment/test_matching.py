"""A sentence and the passage of another text that tells the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from documents.segmentation import Segmentation
from search_index.alignment.matching import LIKELY, MOST, Match, Matcher
from search_index.alignment.text_index import TextIndex

SEEDS = Path(__file__).parents[3] / "seeds"
NAMES = ("call.txt", "message.txt")


def ready(text: str, kind: str = "prose") -> TextIndex:
    index = TextIndex(text, kind)
    for _ in index.build():
        pass
    return index


def matched(source: str, target: str, words: str) -> Match | None:
    return Matcher(ready(source), ready(target)).match(source.index(words))


def test_a_text_leads_to_itself_wherever_it_was_moved() -> None:
    text = (SEEDS / "call.txt").read_text(encoding="utf-8")
    before = "A list of bee-keepers follows. It is not long, and nobody has to read it.\n\n" * 3
    matcher = Matcher(ready(text), ready(before + text))
    for sentence in Segmentation(text).sentences():
        match = matcher.match(sentence.start)
        assert match is not None
        assert match.sentence == (sentence.start + len(before), sentence.end + len(before))


def test_what_is_found_is_a_passage_around_its_best_sentence() -> None:
    source = "The dam at Kessock broke on 4 May, and 312 people lost their homes."
    target = (
        "Rain fell.\n\nThe dam of Kessock gave way. On 4 May 312 people lost their homes to it. "
        "Nobody had warned them.\n\nThe sun came back."
    )
    match = matched(source, target, "The dam")
    assert match is not None
    assert match.passage.start <= match.sentence.start < match.sentence.end <= match.passage.end
    assert target[slice(*match.passage)].startswith("The dam of Kessock")
    assert "312 people" in target[slice(*match.passage)]
    assert "Nobody" not in target[slice(*match.passage)]


def test_one_word_that_everybody_uses_is_no_link() -> None:
    source = "The weather was fine. Two of the ministers spoke on Wednesday."
    target = "A meeting was held. Two of the trains were late on Wednesday."
    assert matched(source, target, "Two of") is None


def test_lines_that_come_again_and_again_lead_nowhere() -> None:
    line = "Read more about this.\n\n"
    source = line * 6 + "A cat sat on the mat in Ghent.\n\n" + line * 6
    target = line * 6 + "Prices of copper rose in Lima.\n\n" + line * 6
    assert matched(source, target, "A cat") is None
    match = matched(source, target, "Read more")
    assert match is None or target[slice(*match.sentence)] == line.strip()


def test_the_neighbours_help_a_sentence_that_says_little() -> None:
    source = (
        "Ruth Adeyemi leads the emergency committee at Kessock.\n\nA dog barked.\n\n"
        "Farmers feed cattle. Nothing else is told of."
    )
    target = (
        "Emergency at Kessock: Ruth Adeyemi takes the committee. The committee met for hours.\n\n"
        "Cats meowed."
    )
    alone = Matcher(ready("It met."), ready(target)).match(0)
    assert alone is None
    assert matched(source, target, "A dog") is None
    assert matched(source, target, "Ruth") is not None


def test_a_pair_is_as_sure_from_either_side() -> None:
    one, other = (ready((SEEDS / name).read_text(encoding="utf-8")) for name in NAMES)
    there = Matcher(one, other).match(one.text.index("By the Russian account"))
    back = Matcher(other, one).match(other.text.index("As Peskov summed it up"))
    assert there is not None
    assert back is not None
    assert other.text[slice(*there.sentence)].startswith("As Peskov summed it up")
    assert one.text[slice(*back.sentence)].startswith("By the Russian account")
    assert abs(there.confidence - back.confidence) < 1e-6


def test_a_common_name_and_a_word_in_common_make_no_longer_passage() -> None:
    one, other = (ready((SEEDS / name).read_text(encoding="utf-8")) for name in NAMES)
    match = Matcher(one, other).match(one.text.index("Vladimir Putin telephoned"))
    assert match is not None
    passage = other.text[slice(*match.passage)]
    assert "Throughout the war" not in passage
    assert "congratulated Sharaa by telephone" in passage


def test_who_speaks_is_no_link_by_a_surname_alone() -> None:
    source = (
        "The envoy, Mikhail Bogdanov, blamed the restrictions.\n\n"
        '"Our position on this is well known," Bogdanov said.\n\nNothing else.'
    )
    target = (
        "Snow fell.\n\nIn January a deputy minister, Sergei Bogdanov, went to Damascus.\n\nEnd."
    )
    assert matched(source, target, "Our position") is None


def test_an_empty_text_has_no_match() -> None:
    assert Matcher(ready(""), ready("A sentence.")).match(0) is None
    assert Matcher(ready("A sentence."), ready(" \n ")).match(0) is None


def test_numbers_link_what_is_worded_otherwise() -> None:
    source = "Others spoke.\n\nThe river stood at 5.93 metres, and 14,500 had to leave."
    target = "Nichts geschah.\n\nDer Pegel zeigte 5,93 Meter; 14 500 Menschen gingen."
    match = matched(source, target, "The river")
    assert match is not None
    assert target[slice(*match.sentence)].startswith("Der Pegel")


texts = st.text(alphabet=st.sampled_from("ab AB.,!?\n\n12 3%-’éЖ中文\u0301\u200d"), max_size=300)


@given(texts, texts, st.integers(0, 320))
def test_any_text_can_be_asked_about(source: str, target: str, offset: int) -> None:
    match = Matcher(ready(source), ready(target)).match(offset)
    if match is not None:
        assert 0 <= match.passage.start < match.passage.end <= len(target)
        assert LIKELY <= match.confidence <= MOST
