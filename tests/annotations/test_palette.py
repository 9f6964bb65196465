from __future__ import annotations

from annotations.palette import Palette, Tag
from documents.settings import Settings, TagSetting


def test_without_settings_the_usual_tags_are_there() -> None:
    palette = Palette.from_settings(Settings())
    assert {tag.name: tag.key for tag in palette.tags} == {
        "claim": "c",
        "question": "q",
        "quote": "u",
        "figure": "f",
        "name": "n",
        "doubt": "d",
    }
    assert [tag.name for tag in palette.tags if tag.review] == ["claim", "question"]
    assert palette.open_status == "open"


def test_a_key_finds_its_tag() -> None:
    palette = Palette()
    assert (tag := palette.by_key("u")) is not None
    assert tag.name == "quote"
    assert palette.by_key("z") is None


def test_a_kind_of_a_tag_takes_hue_and_review_from_it() -> None:
    palette = Palette()
    kind = palette.tag("claim/figure/rounded")
    assert (kind.hue, kind.review, kind.key) == (palette.tag("claim").hue, True, None)
    assert palette.asks_review(["quote", "claim/figure"])
    assert not palette.asks_review(["figure"])


def test_a_tag_nobody_listed_is_grey_and_asks_for_nothing() -> None:
    tag = Palette().tag("weather")
    assert (tag.hue, tag.review, tag.key, tag.letter) == ("grey", False, None, "w")


def test_a_name_like_a_tag_is_not_a_kind_of_it() -> None:
    assert not Palette().asks_review(["claims", "claimed/x", "/claim"])


def test_settings_replace_the_palette_and_fill_in_what_they_leave_open() -> None:
    settings = Settings(
        tags=(
            TagSetting("claim", hue="red"),
            TagSetting("claim/date"),
            TagSetting("claim/mood", review=False, key="m"),
            TagSetting("odd"),
        ),
        statuses=("todo", "done"),
    )
    palette = Palette.from_settings(settings)
    assert [tag.name for tag in palette.tags] == ["claim", "claim/date", "claim/mood", "odd"]
    assert palette.tag("claim").key == "c"
    assert palette.tag("claim").review
    assert palette.tag("claim/date").hue == "red"
    assert palette.tag("claim/date").review
    assert not palette.tag("claim/mood").review
    assert palette.tag("odd").hue == "grey"
    assert palette.initial_status(["claim/date"]) == "todo"
    assert palette.initial_status(["claim/mood"]) == ""


def test_no_two_tags_share_a_key_and_asking_beats_a_default() -> None:
    settings = Settings(
        tags=(TagSetting("claim"), TagSetting("cost", key="c"), TagSetting("cause", key="c"))
    )
    palette = Palette.from_settings(settings)
    assert [tag.key for tag in palette.tags] == [None, "c", None]


def test_every_tag_has_a_letter_for_the_margin() -> None:
    palette = Palette()
    assert palette.tag("claim").letter == "c"
    assert palette.tag("quote").letter == "u"
    assert palette.tag("???").letter == "·"


def test_a_new_tag_takes_no_letter_that_stands_for_another() -> None:
    palette = Palette()
    assert palette.tag("follow-up").letter == "F"
    assert palette.tag("war").letter == "w"
    assert palette.tag("claim/figure").letter == "c"
    taken = Palette([Tag("figure", "f"), Tag("first", "F")])
    assert taken.tag("follow-up").letter == "O"
    assert taken.tag("f").letter == "f"  # there is no other
