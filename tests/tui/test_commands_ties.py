"""What commands tell of links and replies."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import CommandLine, write


def annotated(sidelight: CommandLine, name: str, more: str = "", author: str = "tester") -> str:
    """Annotates the fifth to the eighth character of a document, and adds lines to the table."""
    write(sidelight.folder, "sidelight.toml", "")  # the folder above them all is the workspace
    if not (sidelight.folder / name).exists():
        write(sidelight.folder, name)
    made = sidelight("annotate", name, "4", "8", "--author", author).output.strip()
    file: Path = sidelight.folder / "annotations" / author / f"{name}.toml"
    file.write_text(file.read_text() + more)
    return made


def linked(sidelight: CommandLine) -> tuple[str, str]:
    """An annotation that contradicts another document's, and that one; their ids."""
    target = annotated(sidelight, "sub/b.txt")
    link = f'links = [{{ kind = "contradicts", id = "{target}", document = "sub/b.txt" }}]\n'
    return annotated(sidelight, "a.txt", link), target


def test_check_is_content_where_every_link_leads_somewhere(sidelight: CommandLine) -> None:
    _, target = linked(sidelight)
    output = sidelight("check").output
    assert f"    contradicts {target} in sub/b.txt\n" in output
    assert output.endswith("\n2 exact\n")


def test_check_of_a_part_looks_for_the_other_end_in_the_whole(sidelight: CommandLine) -> None:
    linked(sidelight)
    assert "nowhere" not in sidelight("check", "a.txt").output


def test_check_reports_a_link_that_dangles(sidelight: CommandLine) -> None:
    source, target = linked(sidelight)
    (sidelight.folder / "annotations/tester/sub/b.txt.toml").unlink()
    output = sidelight("check", status=1).output
    assert f"contradicts {target} in sub/b.txt, which is not there" in output
    assert output.endswith("\n1 exact, 1 link or reply leads nowhere\n")
    [one] = sidelight("check", "--json", status=1).objects
    assert one["id"] == source
    assert one["dangling"] == [{"kind": "contradicts", "id": target}]


def test_check_prints_last_or_alone_what_needs_attention(sidelight: CommandLine) -> None:
    bad = annotated(sidelight, "a.txt", 'reply_to = "gone1234"\n')
    good = annotated(sidelight, "b.txt", "")
    lines = sidelight("check", status=1).output.splitlines()
    heading = lines.index("1 of 2 needs attention:")
    assert good in lines[0]
    assert bad in lines[heading + 1]
    alone = sidelight("check", "--attention", status=1).output.splitlines()
    assert alone == lines[heading:]
    assert alone[-1] == "2 exact, 1 link or reply leads nowhere"
    [one] = sidelight("check", "--attention", "--json", status=1).objects
    assert one["id"] == bad
    assert [one["id"] for one in sidelight("check", "--json", status=1).objects] == [bad, good]


def test_check_says_nothing_of_attention_where_none_is_needed(sidelight: CommandLine) -> None:
    annotated(sidelight, "a.txt")
    assert "attention" not in sidelight("check").output
    assert sidelight("check", "--attention").output == "1 exact\n"


def test_check_reports_a_reply_to_nothing(sidelight: CommandLine) -> None:
    annotated(sidelight, "a.txt", 'reply_to = "gone1234"\n')
    assert "answers gone1234, which is not there" in sidelight("check", status=1).output
    [one] = sidelight("check", "--json", status=1).objects
    assert one["dangling"] == [{"kind": "answers", "id": "gone1234"}]


def test_a_reply_to_another_author_leads_somewhere(sidelight: CommandLine) -> None:
    theirs = annotated(sidelight, "a.txt", author="ab")
    annotated(sidelight, "a.txt", f'reply_to = "{theirs}"\n')
    assert f"    answers {theirs}\n" in sidelight("check").output
    assert f"    answers {theirs}\n" in sidelight("list").output


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_an_export_of_one_document_tells_who_links_to_it(
    sidelight: CommandLine, format: str
) -> None:
    linked(sidelight)
    page = sidelight("export", "sub", "--format", format).output
    assert "contradicted by" in page
    assert "a.txt" in page
