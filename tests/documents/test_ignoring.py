"""Ignore patterns mean what they mean in ``.gitignore``."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.ignoring import IgnorePatterns


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("draft.txt", "draft.txt", True),
        ("draft.txt", "sub/draft.txt", True),
        ("draft.txt", "draft.txt.bak", False),
        ("/draft.txt", "draft.txt", True),
        ("/draft.txt", "sub/draft.txt", False),
        ("sub/draft.txt", "sub/draft.txt", True),
        ("sub/draft.txt", "deep/sub/draft.txt", False),
        ("*.log", "a.log", True),
        ("*.log", "sub/a.log", True),
        ("a*c", "a/c", False),
        ("sub/*.txt", "sub/a.txt", True),
        ("sub/*.txt", "sub/deep/a.txt", False),
        ("?.txt", "a.txt", True),
        ("?.txt", "ab.txt", False),
        ("[ab].txt", "a.txt", True),
        ("[!ab].txt", "a.txt", False),
        ("[!ab].txt", "c.txt", True),
        ("drafts/**", "drafts/a.txt", True),
        ("drafts/**", "drafts/deep/a.txt", True),
        ("drafts/**", "drafts", False),
        ("**/old", "old", True),
        ("**/old", "a/b/old", True),
        ("a/**/z", "a/z", True),
        ("a/**/z", "a/b/c/z", True),
        ("a/**/z", "a/b/c/y", False),
        ("**", "a/b", True),
        ("drafts/", "drafts", False),
        ("# a remark", "# a remark", False),
        (r"\#1.txt", "#1.txt", True),
        (r"\!important.txt", "!important.txt", True),
        ("", "a", False),
        ("/", "a", False),
        ("A.TXT", "a.txt", False),
        ("übung*", "übung 1.txt", True),
    ],
)
def test_a_pattern_ignores_a_file(pattern: str, path: str, ignored: bool) -> None:
    assert IgnorePatterns([pattern]).ignores(path) is ignored


def test_a_slash_at_the_end_means_folders() -> None:
    patterns = IgnorePatterns(["drafts/"])
    assert patterns.ignores("drafts", is_folder=True)
    assert patterns.ignores("sub/drafts", is_folder=True)
    assert not patterns.ignores("drafts")


def test_the_last_pattern_that_fits_decides() -> None:
    patterns = IgnorePatterns(["*.txt", "!keep.txt", "old/keep.txt"])
    assert patterns.ignores("a.txt")
    assert not patterns.ignores("keep.txt")
    assert patterns.ignores("old/keep.txt")


def test_no_pattern_can_stall_a_listing() -> None:
    name = "a" * 250
    assert not IgnorePatterns(["*a" * 60 + "b"]).ignores(name)
    assert not IgnorePatterns(["**/a/" * 30 + "b"]).ignores("/".join(["a"] * 120))


SEGMENTS = st.sampled_from(["a", "b", "ab", "*", "a*", "*b", "?", "**", "[ab]"])
PATTERNS = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "", "!"]),
    st.sampled_from(["", "/"]),
    st.lists(SEGMENTS, min_size=1, max_size=3).map("/".join),
    st.sampled_from(["", "", "/"]),
)
PATHS = ["a", "b", "ab", "a/a", "a/b", "b/ab", "a/b/a", "ab/a/b", "b/a/b/ab"]


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git to compare with")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(patterns=st.lists(PATTERNS, min_size=1, max_size=3))
def test_git_ignores_the_same_files(
    patterns: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("repository")
    _git(root, "init")
    (root / ".gitignore").write_text("\n".join(patterns) + "\n")
    listed = _git(root, "check-ignore", "--no-index", "--stdin", "-z", stdin="\0".join(PATHS))
    ignored = IgnorePatterns(patterns)
    expected = [path for path in PATHS if _is_ignored(ignored, path)]
    assert [path for path in listed.split("\0") if path] == expected


def _is_ignored(patterns: IgnorePatterns, path: str) -> bool:
    """What a listing does: it never enters an ignored folder."""
    names = path.split("/")
    folders = ("/".join(names[:n]) for n in range(1, len(names)))
    return any(patterns.ignores(f, is_folder=True) for f in folders) or patterns.ignores(path)


def _git(root: Path, *arguments: str, stdin: str = "") -> str:
    run = ["git", "-C", str(root), "-c", "core.excludesFile=", *arguments]
    return subprocess.run(run, input=stdin, capture_output=True, text=True).stdout
