"""What in all other documents speaks of the same thing as a sentence."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pytest
from conftest import MakeWorkspace
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_scan import WORDS, hard_text

from annotations.store import Store
from benchmarks.link_gold import directions, gold_files
from documents.document import Document
from documents.settings import Settings
from documents.spans import Span
from documents.workspace import Workspace
from search_index.alignment.matching import Matcher
from search_index.alignment.text_index import TextIndex
from search_index.answering import Cancelled
from search_index.echoes.candidates import MOST_READ
from search_index.echoes.model import Asked, Echoes
from search_index.echoes.pairing import WHOLE
from search_index.indexing.updating import update_index
from search_index.search import Searcher

SEEDS = Path(__file__).parents[2] / "seeds"

STORM = (
    "The storm reached Port Kessock on Tuesday. Nobody had expected it so early.\n\n"
    "The mayor, Ailsa Drummond, said that 14 fishing boats were lost off Kessock harbour. "
    "The ferry will not sail before Friday.\n"
)
OTHER_STORM = (
    "Ferries are idle on the whole coast.\n\n"
    "According to mayor Drummond, 17 fishing boats were lost in the harbour of Kessock. "
    "Schools stay closed.\n"
)
DENIAL = (
    "Insurers count the boats.\n\nAilsa Drummond denied that fishing boats were lost at Kessock "
    "harbour during the storm.\n"
)
WEATHER = "Rain is expected in the west.\n\nThe wind will drop by the evening.\n"
BOATS = "fishing boats were lost off Kessock harbour"


def asked(texts: Mapping[str, str], path: str, words: str) -> Asked:
    """The sentence of a document that has these words."""
    document = Document(path, texts[path])
    span = document.segmentation.sentence_at(texts[path].index(words))
    assert span is not None
    return Asked(texts[path], span, path)


def searcher(workspace: Workspace) -> Searcher:
    return Searcher(workspace, Store(workspace))


def echoes(
    make_workspace: MakeWorkspace, texts: Mapping[str, str], words: str, path: str = "a.txt"
) -> Echoes:
    return searcher(make_workspace(texts)).echoes(asked(texts, path, words))


def listed(found: Echoes) -> list[str]:
    return [echo.document for echo in found.echoes]


def test_what_tells_the_same_is_found_in_other_documents(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM, "c.txt": WEATHER}
    found = echoes(make_workspace, texts, BOATS)
    assert listed(found) == ["b.txt"]
    [echo] = found.echoes
    assert echo.text == texts["b.txt"][slice(*echo.passage)]
    assert texts["b.txt"][slice(*echo.sentence)].startswith("According to mayor Drummond")
    assert not echo.copy
    assert found.searched == 3
    assert found.all_read


def test_what_differs_is_told(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM, "c.txt": DENIAL}
    found = {echo.document: echo for echo in echoes(make_workspace, texts, BOATS).echoes}
    numbers = [one for one in found["b.txt"].differences if one.kind == "number"]
    assert [(one.here, one.there) for one in numbers] == [(("14",), ("17",))]
    assert ("denied",) in [one.there for one in found["c.txt"].differences if one.kind == "stance"]


def test_what_is_shared_is_told_word_by_word(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM}
    sentence = asked(texts, "a.txt", BOATS)
    [echo] = searcher(make_workspace(texts)).echoes(sentence).echoes
    here, there = (
        {words[one.start : one.end] for one in pieces if one.kind == "common"}
        for words, pieces in zip((sentence.words, echo.text), echo.compared, strict=True)
    )
    shared = {"mayor", "Drummond", "fishing", "boats", "were", "lost", "Kessock", "harbour", "The"}
    assert shared >= here >= shared - {"The"}
    assert there >= shared - {"The"}


@pytest.mark.parametrize("path", ["call.txt", "message.txt"])
def test_what_linked_panes_show_is_an_echo(path: str) -> None:
    texts = {name: (SEEDS / name).read_text("utf-8") for name in ("call.txt", "message.txt")}
    workspace = Workspace(SEEDS, Settings(), only=frozenset(texts))
    [other] = texts.keys() - {path}
    matcher = Matcher(_ready(texts[path]), _ready(texts[other]))
    search, links = searcher(workspace), 0
    for span in Document(path, texts[path]).segmentation.sentences():
        match = matcher.match(span.start)
        found = search.echoes(Asked(texts[path], span, path)).echoes
        shown = [span for echo in found for span in range(*echo.passage)]
        assert len(shown) == len(set(shown))
        assert match is None or match.sentence.start in shown
        links += match is not None
    assert links > 3


def _ready(text: str) -> TextIndex:
    index = TextIndex(text)
    for _ in index.build():
        pass
    return index


@pytest.mark.parametrize("name", ["english_german", "spanish", "french"])
def test_whatever_is_linked_is_an_echo_among_other_reports(
    make_workspace: MakeWorkspace, name: str
) -> None:
    """Also where the two share a figure alone, which each writes in its own way."""
    texts, asked_for = {}, []
    for file in gold_files():
        for way in directions(file):
            path, other = (f"{file.stem}-{one.path}.txt" for one in (way.source, way.target))
            texts[path] = way.source.text
            if file.stem == name:
                asked_for.append((path, other, Matcher(*map(_ready, (way[0].text, way[1].text)))))
    search, linked = searcher(make_workspace(texts)), 0
    for path, other, matcher in asked_for:
        for span in Document(path, texts[path]).segmentation.sentences():
            if matcher.match(span.start) is not None:
                linked += 1
                found = search.echoes(Asked(texts[path], span, path))
                assert other in {place.document for echo in found.echoes for place in echo.places}
    assert linked > 9


LETTRE = "Le député Hervé Châtelain a démenti mardi avoir rencontré l’émissaire à Besançon."
REPRISE = "À Besançon, l’émissaire n’a jamais rencontré Hervé Châtelain, assure le député."


@pytest.mark.parametrize(
    ("text", "words", "other"), [(STORM, "said that 14", OTHER_STORM), (LETTRE, "Le ", REPRISE)]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_how_the_letters_are_written_makes_no_difference(
    make_workspace: MakeWorkspace, text: str, words: str, other: str, form: Literal["NFC", "NFD"]
) -> None:
    """As from a Mac, hyphenated as a web page is, and with footnotes."""
    written = re.sub(r"(\w{4})(\w{2})", "\\1\u00ad\\2", text)
    written = unicodedata.normalize(form, re.sub(r"(?<=\w{5})(?=[,.] )", "¹²", written))
    assert written not in (text, unicodedata.normalize(form, text))
    search = searcher(make_workspace({"a.txt": text, "b.txt": written, "c.txt": other}))
    found = [
        search.echoes(asked({path: one}, path, words), within=["c.txt", path])
        for path, one in (("a.txt", text), ("b.txt", written))
    ]
    plain, same = ((one.looked_for, listed(one), one.echoes[0].confidence) for one in found)
    assert plain == same
    assert plain[1] == ["c.txt"]


def test_copies_come_first_and_together(make_workspace: MakeWorkspace) -> None:
    copied = STORM.replace(BOATS, BOATS.replace(" off ", "\noff ").upper())
    copies = {f"wire/{number}.txt": f"Report {number}.\n\n{copied}" for number in range(40)}
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM, **copies}
    found = echoes(make_workspace, texts, BOATS)
    first, second = found.echoes
    assert first.copy
    assert not first.differences
    places = {first.document, *(place.document for place in first.others)}
    assert places == copies.keys()
    for place in first.others:
        words = copies[place.document][slice(*place.span)]
        assert " ".join(words.casefold().split()) == asked(texts, "a.txt", BOATS).words.casefold()
    assert second.document == "b.txt"
    assert found.places == 41


def test_copies_of_another_report_are_one_echo(make_workspace: MakeWorkspace) -> None:
    agency = {f"wire/{number}.txt": f"Desk {number}.\n\n{OTHER_STORM}" for number in range(60)}
    found = echoes(make_workspace, {"a.txt": STORM, "c.txt": DENIAL, **agency}, BOATS)
    [echo] = [one for one in found.echoes if one.document in agency]
    assert len(echo.others) == 59
    for place in echo.others:
        assert agency[place.document][slice(*place.span)].startswith("According to mayor")
    assert "c.txt" in listed(found)


def test_so_many_copies_that_not_all_are_read_are_told(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM} | {f"{number}.txt": STORM for number in range(MOST_READ + 5)}
    found = echoes(make_workspace, texts, BOATS)
    assert found.places == found.read == MOST_READ
    assert not found.all_read


def test_a_sentence_of_words_that_say_nothing_has_none(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": "He was there. And so it is.", "b.txt": "And so it is."}
    found = echoes(make_workspace, texts, "And so it is")
    assert not found.echoes
    assert not found.looked_for


def test_a_large_number_is_found_however_it_is_grouped(make_workspace: MakeWorkspace) -> None:
    texts = {
        "a.txt": "The power company cut off 3,400 homes at Kessock.",
        "b.txt": "In the valley 3400 households have no power, at Kessock as well.",
    }
    assert listed(echoes(make_workspace, texts, "3,400")) == ["b.txt"]


@pytest.mark.parametrize("words", ["", "  ", "…", "—\n—"])
def test_no_words_at_all(make_workspace: MakeWorkspace, words: str) -> None:
    found = searcher(make_workspace({"a.txt": STORM})).echoes(Asked(words, Span(0, len(words))))
    assert not found.echoes
    assert found.searched == 1


def test_a_text_that_is_no_document_can_be_asked_about(make_workspace: MakeWorkspace) -> None:
    search = searcher(make_workspace({"a.txt": STORM, "b.txt": WEATHER}))
    words = "Fishing boats were lost off Kessock, mayor Ailsa Drummond says."
    assert listed(search.echoes(Asked(words, Span(0, len(words))))) == ["a.txt"]


def test_only_the_documents_that_are_meant_are_asked(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM, "c.txt": DENIAL}
    search = searcher(make_workspace(texts))
    found = search.echoes(asked(texts, "a.txt", BOATS), within=["a.txt", "c.txt"])
    assert listed(found) == ["c.txt"]


def test_scripts_without_spaces(make_workspace: MakeWorkspace) -> None:
    texts = {
        "a.txt": "港は閉まった。\n\n市長の田中洋子氏は、北山港で漁船十四隻が失われたと述べた。\n",
        "b.txt": "学校は休みだ。\n\n田中洋子市長によると、北山港では漁船十七隻が失われた。\n",
        "c.txt": "西では雨が降る。夕方には風が弱まる。\n",
        "d.txt": "速報。市長の田中洋子氏は、北山港で漁船十四隻が失われたと述べた。以上。\n",
    }
    found = echoes(make_workspace, texts, "漁船十四隻")
    assert listed(found) == ["d.txt", "b.txt"]
    assert found.echoes[0].copy
    other = found.echoes[1]
    shared = "".join(
        other.text[one.start : one.end] for one in other.compared.other if one.kind == "common"
    )
    assert "田中洋子" in shared
    assert "漁船十" in shared
    assert "七" not in shared


def test_scripts_whose_vowels_are_marks(make_workspace: MakeWorkspace) -> None:
    texts = {
        "a.txt": "बंदरगाह बंद है।\n\nमहापौर सुनीता शर्मा ने कहा कि विशाखापत्तनम में 14 नावें डूब गईं।\n",
        "b.txt": "स्कूल बंद हैं।\n\nसुनीता शर्मा के अनुसार विशाखापत्तनम में 17 नावें डूब गईं।\n",
        "c.txt": "पश्चिम में बारिश होगी।\n",
    }
    assert listed(echoes(make_workspace, texts, "सुनीता")) == ["b.txt"]


def test_in_a_long_text_it_is_found_wherever_it_stands(make_workspace: MakeWorkspace) -> None:
    chance = random.Random(4)
    filling = " ".join(
        f"Paragraph {number} is on {chance.choice(('rye', 'oats', 'hay'))}, and on nothing else."
        for number in range(WHOLE // 20)
    )
    texts = {"a.txt": f"{filling}\n\n{STORM}\n{filling}", "b.txt": f"{filling}\n\n{OTHER_STORM}"}
    [echo] = echoes(make_workspace, texts, BOATS).echoes
    assert texts["b.txt"][slice(*echo.sentence)].startswith("According to mayor Drummond")


def test_a_sentence_without_an_end_is_answered(make_workspace: MakeWorkspace) -> None:
    endless = " ".join(f"word{number} Kessock" for number in range(30_000))
    texts = {"a.txt": endless, "b.txt": OTHER_STORM, "c.txt": endless}
    found = echoes(make_workspace, texts, "word7 ")
    assert "c.txt" in listed(found)


def test_where_there_are_many_the_first_are_told_soon(make_workspace: MakeWorkspace) -> None:
    many = {
        f"{boats}.txt": f"Mayor Drummond: {boats} fishing boats were lost in Kessock harbour.\n"
        for boats in range(20, 32)
    }
    texts = {"a.txt": STORM, **many}
    search, sentence = searcher(make_workspace(texts)), asked(texts, "a.txt", BOATS)
    told: list[Echoes] = []
    whole = search.echoes(sentence, early=told.append)
    [first] = told
    assert not first.whole
    assert whole.whole
    assert 0 < len(first.echoes) < len(whole.echoes) == len(many)
    assert {*listed(first)} <= {*listed(whole)}
    assert whole == search.echoes(sentence)


def test_it_can_be_called_off_at_any_step(make_workspace: MakeWorkspace) -> None:
    texts = {"a.txt": STORM, "b.txt": OTHER_STORM, "c.txt": DENIAL}
    search, sentence = searcher(make_workspace(texts)), asked(texts, "a.txt", BOATS)
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += 1
        return False

    search.echoes(sentence, cancelled=count)
    assert steps > 3
    for last in range(steps):
        answers = iter([False] * last + [True] * steps)
        with pytest.raises(Cancelled):
            search.echoes(sentence, cancelled=answers.__next__)
    assert search.echoes(sentence).echoes


# Whatever is indexed

_NAMES = (
    *("Ailsa", "Drummond", "Kessock", "Бордо", "Straße", "İzmir", "हिन्दी", "北京市"),
    *("東京タワー", "العربية", "café"),
)
_SAID = (
    *("lost", "found", "sold", "14", "17", "5,93", "boats", "harbour", "ferry", "not", "denied"),
    *("reportedly", "the", "of"),
)


@st.composite
def _reports(draw: st.DrawFn) -> dict[str, str]:
    """Reports that share names, sentences and whole texts."""
    words = st.sampled_from([*_NAMES, *_SAID, *WORDS])
    sentence = st.lists(words, min_size=3, max_size=9).map(lambda some: f"{' '.join(some)}. ")
    pool = draw(st.lists(sentence, min_size=2, max_size=8))
    text = st.lists(st.sampled_from(pool), min_size=1, max_size=6).map("".join)
    return {f"{number}.txt": draw(text) for number in range(draw(st.integers(2, 9)))}


@settings(max_examples=30)
@given(_reports(), st.data())
def test_whatever_is_indexed_the_echoes_are_the_same(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str], data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("reports")
    for path, text in texts.items():
        (root / path).write_text(text, "utf-8")
    path = data.draw(st.sampled_from(sorted(texts)))
    span = data.draw(st.sampled_from(list(Document(path, texts[path]).segmentation.sentences())))
    sentence = Asked(texts[path], span, path)
    half = frozenset(data.draw(st.sets(st.sampled_from(sorted(texts)), min_size=1)))
    workspace, part = Workspace(root, Settings()), Workspace(root, Settings(), only=half)
    answers = [searcher(workspace).echoes(sentence)]
    for indexed in (part, workspace):
        assert not update_index(indexed, Store(indexed)).problem
        answers.append(searcher(workspace).echoes(sentence))
    assert answers[-1].indexed
    assert not answers[0].indexed
    for answer in answers[1:]:
        assert answer.echoes == answers[0].echoes
        assert (answer.read, answer.looked_for) == (answers[0].read, answers[0].looked_for)


@pytest.mark.parametrize("seed", range(2))
def test_hard_texts(make_workspace: MakeWorkspace, seed: int) -> None:
    chance = random.Random(seed)
    shared = [hard_text(chance, 12) for _ in range(4)]
    texts = {
        f"{number:02}.txt": "\n\n".join([hard_text(chance), *chance.sample(shared, 2)])
        for number in range(12)
    }
    workspace = make_workspace(texts)
    asked_for = [
        Asked(texts[path], span, path)
        for path in sorted(texts)[:1]
        for span in Document(path, texts[path]).segmentation.sentences()
    ]
    before = [searcher(workspace).echoes(one).echoes for one in asked_for]
    assert not update_index(workspace, Store(workspace)).problem
    search = searcher(workspace)
    assert [search.echoes(one).echoes for one in asked_for] == before
    assert any(before)
