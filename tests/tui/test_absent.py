"""Documents that are not where they were marked."""

from __future__ import annotations

from annotations.collection import FoundAgain
from tui.absent import Absent


def known(**found: FoundAgain) -> Absent:
    absent = Absent()
    absent.take(found, (), None)
    return absent


def now_at(path: str, *, sure: bool = True) -> FoundAgain:
    return FoundAgain(path, sure, "")


def test_documents_are_looked_at_with_all_the_names_they_went_by() -> None:
    absent = known(first=now_at("now"), second=now_at("now", sure=False), other=now_at("that"))
    for path in ("first", "second", "now"):
        assert set(absent.related([path])) == {"first", "second", "now"}
    assert set(absent.related(["that", "alone"])) == {"that", "other", "alone"}
    assert set(absent.names) == {"first", "second", "other"}


def test_only_what_is_sure_takes_anothers_place() -> None:
    absent = known(first=now_at("now"), second=now_at("now", sure=False))
    assert [absent.sure(path) for path in ("first", "second", "third")] == [
        "now",
        "second",
        "third",
    ]


def test_what_was_looked_at_again_and_is_not_found_is_where_it_was() -> None:
    absent = known(first=now_at("now"), second=now_at("now"))
    absent.take({"second": now_at("there")}, (), ["first", "second"])
    assert (absent.sure("first"), absent.sure("second")) == ("first", "there")
    absent.take({"third": now_at("here")}, (), ["third"])
    assert absent.sure("second") == "there"
    absent.take({}, (), None)
    assert not absent.names


def test_what_is_lost_is_so_until_it_is_looked_at_again() -> None:
    absent = Absent()
    absent.take({}, ["first", "second"], None)
    absent.take({}, (), ["first", "third"])
    assert absent.lost == {"second"}
    assert set(absent.names) == {"second"}
