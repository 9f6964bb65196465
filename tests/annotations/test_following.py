"""What becomes of passages when their text changes."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchoring import trimming
from annotations.anchoring.revision import Followed, Revision
from annotations.anchoring.writing import same_writing
from benchmarks.anchoring.scoring import Score, read_cases, score
from benchmarks.anchoring.simulated import cases
from documents.spans import Span

OLD = (
    "The envoy spoke for an hour. Nobody else was in the room.\n\n"
    "A spokesman confirmed the call. He gave no details of what was said.\n\n"
    "The minister denied it. He had never met the envoy, he told reporters.\n"
)
CLAIM = "He gave no details of what was said."


def follow(quote: str, new: str, old: str = OLD) -> tuple[str | None, str]:
    """The passage that ``quote`` became in ``new``, and how certain that is."""
    start = old.index(quote)
    found = Revision(old, new).follow(start, start + len(quote))
    return new[slice(*found.span)] if found.span else None, found.certainty


@pytest.mark.parametrize("quote", ["The envoy spoke", CLAIM, "room.\n\nA spokesman", "hour. ", "."])
def test_in_the_same_text_every_passage_is_itself(quote: str) -> None:
    assert follow(quote, OLD) == (quote, "same")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("no details of what was said", "no details of what had been said"),
        ("He gave no details", "He gave 3 details"),
        ("He gave no details", "He gave details"),
        ("of what was said", "of what was said, or by whom"),
        ("He gave", "On Friday he gave"),
    ],
)
def test_what_was_edited_in_its_place_is_changed_and_the_whole_sentence(was: str, now: str) -> None:
    new = OLD.replace(was, now)
    passage, certainty = follow(CLAIM, new)
    assert certainty == "changed"
    assert passage == new.split("\n\n")[1].split(". ")[-1]


@pytest.mark.parametrize(
    ("was", "now"),
    [("\n\n", "\n"), (" ", "\n"), ("He gave", "He\u00a0gave"), ("details", "de\u00adtails")],
)
def test_other_lines_and_spaces_leave_a_passage_what_it_is(was: str, now: str) -> None:
    passage, certainty = follow(CLAIM, OLD.replace(was, now))
    assert certainty == "same"
    assert same_writing(passage or "", CLAIM)


def test_quotes_and_dashes_may_be_typed_otherwise() -> None:
    old = 'He said: "No - never." Then he left.\n'
    new = "He said: “No — never.” Then he left.\n"
    assert follow('"No - never."', new, old) == ("“No — never.”", "same")


def test_a_minus_that_is_gone_is_a_change() -> None:
    old, new = "It fell by -5 points there today.", "It fell by 5 points there today."
    assert follow("It fell by -5 points", new, old) == ("It fell by 5 points", "changed")


def test_a_passage_over_several_paragraphs_keeps_together() -> None:
    passage = OLD[OLD.index("Nobody else") : OLD.index("He had never")]
    assert follow(passage, "New here.\n\n" + OLD) == (passage, "same")
    new = OLD.replace("confirmed the call", "confirmed the brief call")
    assert follow(passage, new) == (passage.replace("the call", "the brief call"), "changed")


def test_a_paragraph_that_moved_is_followed() -> None:
    one, two, three = OLD.strip().split("\n\n")
    assert follow(CLAIM, f"{two}\n\n{one}\n\n{three}\n") == (CLAIM, "same")


def test_what_moved_and_changed_is_proposed_only() -> None:
    one, two, three = OLD.strip().split("\n\n")
    two = two.replace("of what was said", "of what was meant")
    passage, certainty = follow(CLAIM, f"{three}\n\n{one}\n\n{two}\n")
    assert certainty == "proposed"
    assert passage == "He gave no details of what was meant."


def test_a_near_copy_elsewhere_is_not_taken_for_what_was_deleted() -> None:
    new = OLD.replace(f" {CLAIM}", "") + "\nShe gave no details of what was agreed.\n"
    assert follow(CLAIM, new)[1] in ("proposed", "lost")


def test_boilerplate_that_was_deleted_is_lost_however_many_copies_remain() -> None:
    line = "All of the rights in this are reserved."
    parts = [
        f"The chapter on {about} says much of it. {line}" for about in ("bread", "salt", "oil")
    ]
    old = "\n\n".join(parts)
    new = "\n\n".join([parts[0], parts[1].replace(f" {line}", ""), parts[2]])
    places = [n for n in range(len(old)) if old.startswith(line, n)]
    followed = [Revision(old, new).follow(at, at + len(line)).certainty for at in places]
    assert followed == ["same", "lost", "same"]


def test_copies_put_in_before_do_not_attract_a_passage() -> None:
    new = f"{CLAIM} {CLAIM}\n\n{OLD}"
    found = Revision(OLD, new).follow(OLD.index(CLAIM), OLD.index(CLAIM) + len(CLAIM))
    assert found == Followed(Span(new.rindex(CLAIM), new.rindex(CLAIM) + len(CLAIM)), "same")


def test_what_slides_belongs_where_lines_begin() -> None:
    old = "- python 3.6 runs\n- python 3.7 runs\n- python 3.8 runs\n"
    new = "- python 3.8 runs\n"
    assert follow("- python 3.8 runs", new, old) == ("- python 3.8 runs", "same")
    assert follow("- python 3.6 runs", new, old)[1] in ("lost", "proposed")


@pytest.mark.parametrize(
    ("old", "was", "now"),
    [
        ("他昨天说他没有去过北京。他们都知道这件事情。", "没有", "从来没有"),
        ("彼は昨日それを否定した。記者たちは待っていた。", "否定した", "強く否定した"),
        ("Он вчера это отрицал. Журналисты ждали ответа.", "это отрицал", "всё это отрицал"),
    ],
)
def test_other_scripts_are_followed_too(old: str, was: str, now: str) -> None:
    sentence = old[: old.index("。" if "。" in old else ".") + 1]
    assert follow(sentence, old.replace(was, now), old) == (sentence.replace(was, now), "changed")


def test_one_word_left_of_two_that_a_passage_cut_through_is_taken_whole() -> None:
    old = "beta. a long run of words. alpha alpha alpha "
    assert Revision(old, "alpha ").follow(29, 40) == Followed(Span(0, 5), "proposed")


def test_a_passage_may_begin_and_end_inside_words() -> None:
    assert follow("okesman conf", OLD.replace(" ", "\n")) == ("okesman\nconf", "same")


lines = st.sampled_from(
    [
        "alpha beta ",
        "Gamma. ",
        "delta\n",
        "\n\n",
        "é😀 ",
        "a long run of words. ",
        "- 12,5\n",
        "他说",
    ]
)
texts = st.lists(lines, max_size=25).map("".join)


@given(texts, texts, st.data())
def test_whatever_changes_a_place_is_always_in_the_text(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = Revision(old, new).follow(start, end)
    assert (found.span is None) == (found.certainty == "lost")
    if found.span:
        assert 0 <= found.span.start <= found.span.end <= len(new)
        assert (found.span.start < found.span.end) == (start < end)
    if found.certainty == "same" and found.span:
        assert same_writing(new[slice(*found.span)], old[start:end])


@given(texts.filter(str.strip), st.data())
def test_an_unchanged_text_leaves_everything_where_it_is(old: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    assert Revision(old, old).follow(start, end) == Followed(Span(start, end), "same")


WORDS = st.lists(
    st.text("abcdefghij", min_size=3, max_size=9), min_size=12, max_size=60, unique=True
)


@given(WORDS, st.text("klmnopqrstu ", max_size=40), st.data())
def test_what_is_put_in_elsewhere_only_shifts(
    words: list[str], more: str, data: st.DataObject
) -> None:
    """Where no word occurs twice there is one place only that each can have gone to."""
    at = data.draw(st.integers(0, len(words)))
    before, after = " ".join(words[:at]), " ".join(words[at:])
    old, new = f"{before} {after}", f"{before} {more} {after}"
    word = data.draw(st.integers(0, len(words) - 4))
    for first, last in ((word, min(word + 4, at)), (max(word, at), word + 4)):
        if last - first < 3:
            continue
        quote = " ".join(words[first:last])
        found = Revision(old, new).follow(old.index(quote), old.index(quote) + len(quote))
        assert found == Followed(Span(new.index(quote), new.index(quote) + len(quote)), "same")


def test_in_a_long_text_all_is_followed_that_stands_around_a_change() -> None:
    parts = [f"Chapter {n} says that {n * n} is the square of it. " * 3 for n in range(4_000)]
    old = "\n\n".join(parts)
    new = old.replace("\n\nChapter 2000 says", "\n\nThe 2000th chapter says", 1)
    by = len(new) - len(old)
    revision = Revision(old, new)
    for quote, certainty, shift in (
        (parts[3], "same", 0),
        (parts[1999], "same", 0),
        (parts[2000], "changed", None),
        (parts[2001], "same", by),
        (parts[3999], "same", by),
    ):
        start = old.index(quote)
        found = revision.follow(start, start + len(quote.strip()))
        assert found.certainty == certainty
        assert found.span
        assert shift is None or found.span.start == start + shift
    assert revision.follow(0, len(old)) == Followed(Span(0, len(new)), "changed")


@given(texts, texts, st.data())
def test_compared_by_lines_and_trimmed_a_place_is_in_the_text_too(
    old: str, new: str, data: st.DataObject
) -> None:
    with (
        patch.object(trimming, "_LONG", 0),
        patch.object(trimming, "_AROUND", data.draw(st.integers(0, 30))),
        patch.object(trimming, "_BY_LINES", data.draw(st.sampled_from([0, 10**9]))),
    ):
        revision = Revision(old, new)
        start = data.draw(st.integers(0, len(old)))
        found = revision.follow(start, end := data.draw(st.integers(start, len(old))))
    if found.span:
        assert 0 <= found.span.start <= found.span.end <= len(new)
        assert (found.span.start < found.span.end) == (start < end)
        if found.certainty == "same":
            assert same_writing(new[slice(*found.span)], old[start:end])


def test_on_simulated_edits_hardly_any_passage_is_put_in_a_wrong_place() -> None:
    total = Score()
    for case in cases(seed=20):
        total.add(score(case))
    assert total.correct >= 98.5
    assert total.missed <= 1
    assert total.untrue <= 0.001 * total.total


SIMULATED = Path(__file__).parents[2].parent / "shared" / "data" / "reanchor" / "simulated.jsonl"


@pytest.mark.skipif(not SIMULATED.exists(), reason="the simulated revisions are not here")
def test_on_simulated_revisions_of_prose_no_silent_anchor_is_wrong() -> None:
    total = Score()
    for case in read_cases(SIMULATED):
        total.add(score(case))
    assert total.correct >= 99
    assert total.untrue == 0
