"""What each command prints, exactly, and the exit status that scripts go by."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from running import PROGRAM, TEXT, CommandLine, everything, write

KEYS = [
    "id",
    "author",
    "document",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "text",
    "tags",
    "note",
    "status",
    "anchor",
    "created",
    "modified",
]

Refused = Callable[..., str]


# text and sentences


@pytest.mark.parametrize(
    "text", ["", "\n", "no end", "CR\rLF\nCRLF\r\n", "\x1b[31m \u202e 👩‍👩‍👧 é\n"]
)
def test_text_prints_the_text_exactly(sidelight: CommandLine, text: str) -> None:
    write(sidelight.folder, "a.txt", text)
    assert sidelight("text", "a.txt").raw == text.encode()


def test_sentences_are_spans_of_the_text(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    found = sidelight("sentences", "a.txt", "--json").objects
    assert [TEXT[one["start"] : one["end"]] for one in found] == [one["text"] for one in found]
    assert (
        "".join(one["text"] for one in found).split() == "".join(TEXT.split(" ")).split() or found
    )
    assert [one["text"] for one in found] == [
        "The call was short.",
        "It was, he said, “long overdue”.",
        "Nobody knows why.",
    ]


def test_plain_sentences_are_one_a_line(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    lines = sidelight("sentences", "a.txt").output.splitlines()
    assert lines[0] == "0-19\tThe call was short."
    assert len(lines) == 3


# annotate


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.replace(". ", ".\r\n").encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8-sig"),
        (("👩‍👩‍👧 é 🇺🇦 " * 5 + TEXT).encode(), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (("Президент заявил, что переговоры продолжатся. " * 9).encode("cp1251"), None),
    ],
)
def test_offsets_hold_in_any_program(
    sidelight: CommandLine, data: bytes, encoding: str | None
) -> None:
    file = write(sidelight.folder, "a.txt", data)
    sidelight("annotate", "a.txt", "5", "31")
    (one,) = sidelight("list", "--json").objects
    toml = (sidelight.folder / "annotations/tester/a.txt.toml").read_text()
    recorded = toml.split('encoding = "')[1].split('"')[0]
    assert encoding in (None, recorded)
    with file.open(encoding=recorded, newline="") as stream:
        assert stream.read()[one["start"] : one["end"]] == one["exact"]


def test_annotate_prints_the_id(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    identifier = sidelight("annotate", "a.txt", "4", "8").output.strip()
    assert [one["id"] for one in sidelight("list", "--json").objects] == [identifier]


def test_annotate_keeps_what_was_said(sidelight: CommandLine) -> None:
    write(sidelight.folder, "a.txt")
    sidelight("annotate", "a.txt", "4", "8", "--tag", "claim", "--tag", "x", "--note", "a\nb")
    (one,) = sidelight("list", "--json").objects
    assert list(one) == KEYS
    assert (one["tags"], one["note"], one["status"]) == (["claim", "x"], "a\nb", "open")
    assert (one["exact"], one["prefix"], one["author"]) == ("call", "The ", "tester")


@pytest.mark.parametrize(
    "arguments",
    [
        ("0", "1000"),
        ("5", "5"),
        ("8", "4"),
        ("-1", "4"),
        ("4", "8", "--tag", ""),
        ("4", "8", "--tag", " claim"),
        ("4", "8", "--tag", "a,b"),
        ("4", "8", "--tag", "a\x1bb"),
        ("4", "8", "--tag", "claim/"),
        ("4", "8", "--status", "maybe"),
    ],
)
def test_annotate_refuses_what_makes_no_sense(
    sidelight: CommandLine, refused: Refused, arguments: tuple[str, ...]
) -> None:
    write(sidelight.folder, "a.txt")
    refused("annotate", "a.txt", *arguments)
    assert not (sidelight.folder / "annotations").exists()


def test_the_configured_author_writes(sidelight: CommandLine, refused: Refused) -> None:
    write(sidelight.folder, "a.txt")
    config = Path(sidelight.environment["XDG_CONFIG_HOME"]) / "sidelight/config.toml"
    write(config.parent, config.name, 'author = "Mary Kay"\n')
    sidelight("annotate", "a.txt", "4", "8")
    assert sidelight("list", "--json").objects[0]["author"] == "Mary-Kay"
    write(config.parent, config.name, "author = \n")
    assert "config.toml:1:10: " in refused("annotate", "a.txt", "4", "8")
    sidelight("list")


def test_the_encoding_on_record_stays(sidelight: CommandLine, refused: Refused) -> None:
    write(sidelight.folder, "a.txt", "naïve café".encode("cp1252"))
    sidelight("annotate", "a.txt", "0", "5", "--encoding", "cp1250")
    first = sidelight("text", "a.txt").raw
    assert first == "naïve café".encode("cp1252").decode("cp1250").encode()
    assert "--encoding" in refused("annotate", "a.txt", "0", "5", "--encoding", "cp1252")
    sidelight("annotate", "a.txt", "0", "5")


# list and check


def test_list_is_everyones_in_document_then_text_order(marked: CommandLine) -> None:
    found = marked("list", "--json").objects
    assert [(one["document"], one["start"], one["author"]) for one in found] == [
        ("a.txt", 4, "tester"),
        ("a.txt", 13, "ab"),
        ("sub/b.txt", 0, "tester"),
    ]


@pytest.mark.parametrize(
    ("arguments", "starts"),
    [
        (("--tag", "claim"), [4, 0]),
        (("--tag", "claim/figure"), [0]),
        (("--tag", "quote", "--tag", "claim/figure"), [13, 0]),
        (("--status", "open"), [4]),
        (("--author", "ab"), [13]),
        (("--author", "ab", "--tag", "claim"), []),
        (("--anchor", "exact"), [4, 13, 0]),
        (("--anchor", "orphan"), []),
        (("sub",), [0]),
        (("sub/b.txt",), [0]),
        (("a.txt", "--status", "open"), [4]),
    ],
)
def test_list_filters(marked: CommandLine, arguments: tuple[str, ...], starts: list[int]) -> None:
    assert [one["start"] for one in marked("list", "--json", *arguments).objects] == starts


def test_plain_list_starts_with_the_place(marked: CommandLine) -> None:
    lines = marked("list").output.splitlines()
    assert lines[0].startswith("a.txt:4-8  exact  claim  open  tester  ")
    assert lines[1:3] == ["    “call”", "    Which?"]


def test_list_tells_where_a_document_comes_from(marked: CommandLine) -> None:
    write(
        marked.folder,
        "sidelight.toml",
        '[source."a.txt"]\ntitle = "A Call"\noutlet = "Levant24"\ndate = 2025-02-12\n',
    )
    found = marked("list", "--json").objects
    assert found[0]["source"] == {"title": "A Call", "outlet": "Levant24", "date": "2025-02-12"}
    assert list(found[2]) == [*KEYS, "history"]


def test_check_agrees_with_list_and_writes_nothing(marked: CommandLine) -> None:
    write(marked.folder, "a.txt", "New first sentence. " + TEXT)
    before = everything(marked.folder)
    assert marked("check", "--json").objects == marked("list", "--json").objects
    assert marked("check").output.endswith("\n1 exact, 2 shifted\n")
    assert everything(marked.folder) == before


def test_check_fails_where_an_annotation_needs_attention(marked: CommandLine) -> None:
    write(marked.folder, "a.txt", "Quite another text.\n")
    found = marked("check", "--json", status=1).objects
    assert [one["anchor"] for one in found] == ["orphan", "orphan", "exact"]
    assert [(one["start"], one["exact"]) for one in found][:2] == [(None, "call"), (None, "short")]
    assert marked("list").status == 0
    assert marked("check", "sub").status == 0


def test_check_counts_no_annotations_that_it_could_not_read(marked: CommandLine) -> None:
    for file in (marked.folder / "annotations").glob("*/a.txt.toml"):
        file.write_text("<<<<<<< a\n=======\n>>>>>>> b\n", encoding="utf-8")
    found = marked("check", "a.txt", status=2)
    assert "no annotations" not in found.output
    assert "annotations not read" in found.output


def test_a_document_that_is_gone_leaves_orphans(marked: CommandLine) -> None:
    (marked.folder / "a.txt").unlink()
    assert "a.txt" in marked("check", status=1).errors
    assert [one["anchor"] for one in marked("list", "--json").objects][:2] == ["orphan"] * 2
    lost = marked("list", "--anchor", "lost", "--json").objects
    assert lost == marked("list", "--anchor", "orphan", "--json").objects
    assert len(lost) == 2


@pytest.mark.parametrize("command", ["list", "check"])
def test_what_can_be_listed_is_listed_beside_a_damaged_file(
    marked: CommandLine, command: str
) -> None:
    write(marked.folder, "annotations/ab/a.txt.toml", "schema = 1\n[annotation\n")
    outcome = marked(command, "--json", status=2)
    assert [one["author"] for one in outcome.objects] == ["tester", "tester"]
    assert outcome.errors.startswith("sidelight: annotations/ab/a.txt.toml:2:")
    assert outcome.errors.count("\n") == 1


# search and index


def test_search_prints_hits_with_their_sentences(marked: CommandLine) -> None:
    found = marked("search", "call", "--json").objects
    keys = ["kind", "document", "start", "end", "text", "score", "annotation"]
    assert all(list(hit) == keys for hit in found)
    texts = {(hit["document"], hit["start"]): hit["text"] for hit in found if hit["kind"] == "text"}
    assert texts == {("a.txt", 4): "The call was short.", ("sub/b.txt", 18): "A call."}


def test_a_hit_in_a_note_shows_what_the_annotation_says(marked: CommandLine) -> None:
    marked("annotate", "a.txt", "--note", "All of it\n is for Anna.")
    assert marked("search", "note:which").output.endswith(
        "tester]  call  (claim; open; “Which?”)\n"
    )
    assert marked("search", "tag:figure OR status:disputed").output.endswith(
        "tester]  Something  (claim/figure; disputed)\n"
    )
    assert marked("search", "Anna").output.endswith("tester]  All of it is for Anna.\n")
    (found,) = marked("search", "note:which", "--json").objects
    assert (found["text"], found["author"]) == ("call", "tester")
    assert (found["tags"], found["status"], found["note"]) == (["claim"], "open", "Which?")


def test_search_keeps_to_its_limit_and_its_path(marked: CommandLine) -> None:
    assert len(marked("search", "call", "--limit", "1", "--json").objects) == 1
    found = marked("search", "call", "sub", "--json").objects
    assert {hit["document"] for hit in found} == {"sub/b.txt"}


def test_search_without_a_hit_is_status_1(marked: CommandLine) -> None:
    outcome = marked("search", "zeppelin", status=1)
    assert outcome.output == ""
    assert outcome.errors == "sidelight: nothing found: “zeppelin”\n"


@pytest.mark.parametrize("command", ["search", "concordance"])
def test_what_finds_nothing_is_told_with_what_may_be_wrong(
    marked: CommandLine, command: str
) -> None:
    assert "did you mean: call\n" in marked(command, "calll", status=1).errors
    assert "“2025-13” is no date" in marked(command, "call date:2025-13", status=1).errors
    assert "need a letter" in marked(command, "??", status=1).errors


def test_where_other_forms_are_found_that_is_told(marked: CommandLine) -> None:
    write(marked.folder, "c.txt", "À l’Élysée, two shipments.\n")
    said = marked("search", "elysee", status=1).errors
    assert "did you mean: élysée\n" in said
    assert said.endswith("--forms finds 1 hit, with other forms of the words\n")
    assert "--forms" in marked("search", "shipmented", status=1).errors
    assert "--forms" not in marked("search", "zeppelin", status=1).errors
    assert "--forms" not in marked("search", "zeppelin", "--forms", status=1).errors


@pytest.mark.parametrize("command", ["search", "concordance"])
def test_a_query_may_begin_with_a_dash(marked: CommandLine, command: str) -> None:
    found = marked(command, "call -short", "--json").output
    assert found
    assert marked(command, "-short call", "--json").output == found
    assert marked(command, "--json", "--", "-short call").output == found
    assert "without “call”" in marked(command, "-call", status=1).errors
    assert "without “call”" in marked(command, "--", "-call", status=1).errors
    assert marked(command, "-has:note", status=None).status in (0, 1)
    assert "-5' is not a number" in marked(command, "call", "--limit", "-5", status=2).errors
    assert marked(command, "-h").output.startswith("usage:")


@pytest.mark.parametrize("command", ["search", "concordance"])
def test_that_a_file_cannot_be_read_hides_no_advice(sidelight: CommandLine, command: str) -> None:
    write(sidelight.folder, "a.txt", "A call.\n")
    write(sidelight.folder, "b.txt", b"\x00\x01\x02" * 50)
    assert "nothing found: “calll”" in sidelight(command, "calll", status=None).errors
    refused = sidelight(command, "c?ll", "--seconds", "1e-9", status=2).errors
    assert "nothing found" not in refused


def test_behind_two_dashes_a_path_may_begin_with_one_too(sidelight: CommandLine) -> None:
    write(sidelight.folder, "-sub/a.txt", "A call.\n")
    write(sidelight.folder, "b.txt", "A call.\n")
    assert len(sidelight("search", "call", "--", "-sub").output.splitlines()) == 1


@pytest.mark.parametrize("command", ["search", "concordance"])
def test_a_query_is_given_up_after_so_many_seconds(marked: CommandLine, command: str) -> None:
    marked("index")  # time for reading is granted on top
    marked(command, "c?ll", "--seconds", "100")
    outcome = marked(command, "c?ll", "--seconds", "1e-9", status=2)
    assert outcome.output == ""
    assert "this would take longer than 1e-09 seconds: write more of c?ll" in outcome.errors
    assert "above 0" in marked(command, "c?ll", "--seconds", "0", status=2).errors


def test_index_says_what_it_did_and_changes_no_answer(marked: CommandLine) -> None:
    before = marked("search", "call", "--json").output
    outcome = marked("index")
    assert outcome.output
    assert outcome.errors == ""
    assert marked("index", "--rebuild").output
    assert marked("search", "call", "--json").output == before
    assert not list(marked.folder.glob("**/*index*"))


# On a terminal


def at_terminal(sidelight: CommandLine, *arguments: str) -> bytes:
    """What a command sends to a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [PROGRAM, *arguments],
        cwd=sidelight.folder,
        env={**os.environ, **sidelight.environment, "LC_ALL": "C.UTF-8"},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        sent = b""
        try:
            while piece := os.read(ours, 65536):
                sent += piece
        except OSError:  # how Linux says that the other side has gone
            pass
    os.close(ours)
    return sent


@pytest.mark.parametrize(
    "arguments",
    [("text", "a.txt"), ("sentences", "a.txt"), ("list",), ("export", "--format", "csv")],
)
def test_a_terminal_is_shown_what_it_must_not_obey(
    sidelight: CommandLine, arguments: tuple[str, ...]
) -> None:
    text = "Red \x1b[31mand \u202eback\u202c, \x07\x9b2J\x7f."
    write(sidelight.folder, "a.txt", text)
    sidelight("annotate", "a.txt", "0", str(len(text)), "--note", text)
    sent = at_terminal(sidelight, *arguments).decode()
    assert not set(sent) & set("\x1b\u202e\u202c\x07\x9b\x7f")
    assert "Red ␛[31mand" in sent
    assert "\x1b[31m" in sidelight(*arguments).output


def test_json_is_the_same_on_a_terminal(marked: CommandLine) -> None:
    sent = at_terminal(marked, "list", "--json")
    assert sent.replace(b"\r\n", b"\n") == marked("list", "--json").raw


def test_a_word_near_a_command_is_no_path(refused: Refused) -> None:
    assert "did you mean: sidelight search" in refused("serch", "x")


def test_commands_that_print_read_standard_input(sidelight: CommandLine, refused: Refused) -> None:
    assert sidelight("text", "-", stdin="One. Two.").raw == b"One. Two."
    found = sidelight("sentences", "-", "--json", stdin="One here. Two.").objects
    assert [one["text"] for one in found] == ["One here.", "Two."]
    assert "no file to mark" in refused("annotate", "-", "0", "3", stdin="One.")


# sidelight.toml


def test_a_key_that_says_nothing_is_told_by_every_command_that_reads_it(
    sidelight: CommandLine,
) -> None:
    write(sidelight.folder, "a.txt")
    write(sidelight.folder, "sidelight.toml", "ignor = ['b.txt']\n")
    for command in (
        ["text", "a.txt"],
        ["search", "call"],
        ["check"],
        ["list"],
        ["tidy"],
        ["index"],
    ):
        errors = sidelight(*command).errors
        assert "sidelight.toml:1:1: unknown key" in errors, command
        assert 'did you mean "ignore"?' in errors


def test_no_index_is_made_where_the_setting_against_it_stands_in_the_wrong_table(
    sidelight: CommandLine,
) -> None:
    write(sidelight.folder, "a.txt")
    saved = "[[search]]\nname = 'Calls'\nquery = 'call'\nindex = false\n"
    write(sidelight.folder, "sidelight.toml", saved)
    for command in (["index"], ["search", "call"], ["check"]):
        errors = sidelight(*command, status=2).errors
        assert "sidelight.toml:4:1" in errors
        assert "above the first table" in errors
    assert "search index" not in sidelight("forget", "--dry-run").output
