"""``sidelight tag rename``: one's own annotations, in every document that can be saved."""

from __future__ import annotations

from running import CommandLine, everything, write


def tags(sidelight: CommandLine) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for one in sidelight("list", "--json").objects:
        found.setdefault(one["author"], []).append(one["tags"])
    return found


def marked(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    write(sidelight.folder, "b.txt", "Another text altogether. Nobody moved it here.\n")
    sidelight("annotate", "a.txt", "0", "8", "--tag", "claim", "--tag", "quote", "--author", "mk")
    sidelight("annotate", "b.txt", "0", "8", "--tag", "claim/figure", "--author", "mk")
    sidelight("annotate", "b.txt", "4", "8", "--tag", "claim", "--author", "ana")


def test_a_tag_is_renamed_in_all_documents_and_others_keep_theirs(sidelight: CommandLine) -> None:
    marked(sidelight)
    done = sidelight("tag", "rename", "claim", "assertion", "--author", "mk")
    assert done.output.splitlines()[0] == (
        "claim → assertion: 2 annotations in 2 documents; only yours are changed, 1 of others stay"
    )
    assert tags(sidelight) == {
        "mk": [["assertion", "quote"], ["assertion/figure"]],
        "ana": [["claim"]],
    }


def test_a_rehearsal_changes_nothing(sidelight: CommandLine) -> None:
    marked(sidelight)
    before = everything(sidelight.folder)
    said = sidelight("tag", "rename", "claim", "quote", "--author", "mk", "--dry-run", "--json")
    assert said.objects == [
        {"document": "a.txt", "annotations": 1, "saved": False},
        {"document": "b.txt", "annotations": 1, "saved": False},
    ]
    assert everything(sidelight.folder) == before


def test_a_name_in_use_merges_the_two(sidelight: CommandLine) -> None:
    marked(sidelight)
    done = sidelight("tag", "rename", "claim", "quote", "--author", "mk", "a.txt")
    assert "quote is in use: the two become one" in done.output
    assert tags(sidelight)["mk"] == [["quote"], ["claim/figure"]]


def test_a_document_that_is_gone_is_renamed_in_by_its_kept_text(sidelight: CommandLine) -> None:
    marked(sidelight)
    (sidelight.folder / "b.txt").unlink()
    sidelight("tag", "rename", "claim", "assertion", "--author", "mk")
    assert tags(sidelight)["mk"] == [["assertion", "quote"], ["assertion/figure"]]


def test_what_cannot_be_saved_is_told_and_the_rest_is_done(sidelight: CommandLine) -> None:
    write(sidelight.folder, "sidelight.toml", 'keep_texts = "off"\n[[tag]]\nname = "claim"\n')
    marked(sidelight)
    (sidelight.folder / "b.txt").unlink()
    done = sidelight("tag", "rename", "claim", "assertion", "--author", "mk", status=2)
    assert "1 of 2 annotations; run it again" in done.output
    assert "sidelight.toml still names claim" in done.output
    assert "b.txt" in done.errors
    assert "(1 not changed)" in done.errors
    assert tags(sidelight)["mk"] == [["assertion", "quote"], ["claim/figure"]]


def test_a_tag_that_nobody_uses_and_one_that_cannot_be(sidelight: CommandLine) -> None:
    marked(sidelight)
    nothing = sidelight("tag", "rename", "x", "y", "--author", "mk", status=1)
    assert "no annotation carries the tag x" in nothing.errors
    theirs = sidelight("tag", "rename", "claim", "y", "--author", "eve", status=1)
    assert "3 annotations of others carry claim" in theirs.errors
    assert '"a,b"' in sidelight("tag", "rename", "claim", "a,b", status=2).errors


def test_a_note_on_a_whole_document_is_made_listed_and_exported(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    sidelight("annotate", "a.txt", "--note", "never says who", "--tag", "doubt")
    (one,) = sidelight("list", "--json").objects
    assert (one["start"], one["end"], one["note"]) == (None, None, "never says who")
    assert one["anchor"] == "exact"
    for form in ("markdown", "csv", "jsonl", "html"):
        assert "never says who" in sidelight("export", "--format", form).output
    assert "START and END" in sidelight("annotate", "a.txt", status=2).errors
    assert "END is missing" in sidelight("annotate", "a.txt", "3", status=2).errors
    assert sidelight("check").status == 0
