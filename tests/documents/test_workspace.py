"""Which folder is the workspace, what is in it, and that nothing leads out of it."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, chdir
from pathlib import Path

import pytest

from documents.discovery import ANNOTATIONS_FOLDER, ANNOTATIONS_MARKER
from documents.errors import CannotOpen, SettingsError
from documents.settings import Settings
from documents.workspace import Workspace, open_workspace


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder to work in, so that no test depends on what is above it."""
    folder = tmp_path.resolve() / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    return folder


def plant(root: Path, *paths: str, text: str = "Some text.\n") -> Path:
    """Makes files below ``root``; a path ending in a slash is a folder."""
    for path in paths:
        target = root / path
        if path.endswith("/"):
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    return root


def mark(folder: Path) -> Path:
    """Makes ``folder`` a workspace by its annotations."""
    plant(folder, f"{ANNOTATIONS_FOLDER}/{ANNOTATIONS_MARKER}", text="1\n")
    return folder


class TestFinding:
    """The workspace of some paths."""

    def test_a_folder_is_its_own_workspace(self, home: Path) -> None:
        case = plant(home / "case", "b.txt", "a.txt", "sub/c.md")
        opened = open_workspace([case])
        assert opened.workspace.root == case
        assert opened.selected == ("a.txt", "b.txt", "sub/c.md")
        assert opened.workspace.documents() == list(opened.selected)

    def test_a_file_is_read_in_its_folder(self, home: Path) -> None:
        case = plant(home / "case", "a.txt", "b.txt")
        opened = open_workspace([case / "b.txt"])
        assert opened.workspace.root == case
        assert opened.selected == ("b.txt",)
        assert opened.workspace.documents() == ["a.txt", "b.txt"]

    def test_nothing_named_means_the_current_folder(self, home: Path) -> None:
        case = plant(home / "case", "a.txt")
        with chdir(case):
            assert open_workspace([]).workspace.root == case
            assert open_workspace([Path("a.txt")]).selected == ("a.txt",)

    @pytest.mark.parametrize("marker", ["sidelight.toml", "annotations/.sidelight"])
    def test_the_nearest_marked_folder_above_is_it(self, marker: str, home: Path) -> None:
        plant(home / "outer", "sidelight.toml", text="")
        case = plant(home / "outer/case", marker, text="")
        plant(case, "top.txt", "deep/er/a.txt", "deep/b.txt")
        opened = open_workspace([case / "deep"])
        assert opened.workspace.root == case
        assert opened.selected == ("deep/b.txt", "deep/er/a.txt")
        assert open_workspace([case / "deep/er/a.txt"]).workspace.root == case

    def test_a_settings_folder_does_not_mark(self, home: Path) -> None:
        plant(home / "outer", "sidelight.toml/", "case/a.txt")
        assert open_workspace([home / "outer/case"]).workspace.root == home / "outer/case"

    def test_neither_the_home_folder_nor_what_is_above_is_asked(self, home: Path) -> None:
        mark(home)
        mark(home.parent)
        case = plant(home / "case", "a.txt")
        assert open_workspace([case]).workspace.root == case

    def test_what_is_above_a_mount_point_is_not_asked(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        disk = plant(mark(home / "outer"), "disk/case/a.txt") / "disk"
        monkeypatch.setattr(os.path, "ismount", lambda folder: Path(folder) == disk)
        assert open_workspace([disk / "case"]).workspace.root == disk / "case"
        mark(disk)
        assert open_workspace([disk / "case"]).workspace.root == disk

    def test_files_side_by_side_share_their_folder(self, home: Path) -> None:
        case = plant(home / "case", "a.txt", "b.txt", "c.txt")
        opened = open_workspace([case / "b.txt", case / "a.txt", case / "b.txt"])
        assert opened.selected == ("b.txt", "a.txt")
        assert opened.workspace.documents() == ["a.txt", "b.txt", "c.txt"]

    def test_a_folder_and_a_file_in_it_share_the_folder(self, home: Path) -> None:
        case = plant(home / "case", "a.txt", "sub/b.txt")
        opened = open_workspace([case / "sub/b.txt", case])
        assert opened.workspace.root == case
        assert opened.selected == ("sub/b.txt", "a.txt")
        assert opened.workspace.only is None

    def test_files_from_different_places_are_read_alone(self, home: Path) -> None:
        plant(home / "work", "one/a.txt", "one/b.txt", "two/c.txt", "d.txt", "sub/e.txt", "f.txt")
        places = [home / "work/two/c.txt", home / "work/one/a.txt", home / "work/sub"]
        opened = open_workspace(places)
        assert opened.workspace.root == home / "work"
        assert opened.selected == ("two/c.txt", "one/a.txt", "sub/e.txt")
        assert opened.workspace.documents() == ["one/a.txt", "sub/e.txt", "two/c.txt"]
        assert opened.workspace.documents("one") == ["one/a.txt"]
        (home / "work/one/a.txt").unlink()
        assert opened.workspace.documents() == ["sub/e.txt", "two/c.txt"]

    def test_files_from_different_places_of_one_workspace_share_it(self, home: Path) -> None:
        case = plant(mark(home / "case"), "one/a.txt", "two/b.txt", "c.txt")
        opened = open_workspace([case / "one/a.txt", case / "two/b.txt"])
        assert opened.workspace.root == case
        assert opened.workspace.documents() == ["c.txt", "one/a.txt", "two/b.txt"]

    def test_workspaces_of_their_own_are_not_mixed(self, home: Path) -> None:
        plant(mark(home / "work/one"), "a.txt")
        plant(mark(home / "work/two"), "b.txt")
        opened = open_workspace([home / "work/one/a.txt", home / "work/two/b.txt"])
        assert opened.workspace.root == home / "work"
        assert opened.workspace.documents() == ["one/a.txt", "two/b.txt"]

    def test_the_home_folder_is_refused(self, home: Path) -> None:
        plant(home, "a.txt", "one/b.txt", "two/c.txt")
        for paths in ([home], [home / "a.txt"], [home / "one/b.txt", home / "two/c.txt"]):
            with pytest.raises(CannotOpen, match="folder of its own"):
                open_workspace(paths)

    def test_the_top_folder_is_refused(self, home: Path) -> None:
        with pytest.raises(CannotOpen, match="folder of its own"):
            open_workspace([Path("/")])

    def test_what_is_missing_is_named(self, home: Path) -> None:
        with pytest.raises(CannotOpen, match=r"gone\.txt: there is no such file or folder"):
            open_workspace([home / "gone.txt"])

    def test_a_file_that_is_no_document_is_refused(self, home: Path) -> None:
        plant(home / "case", "a.pdf", "a.txt")
        os.mkfifo(home / "case/pipe")
        for name in ("a.pdf", "pipe"):
            with pytest.raises(CannotOpen, match=name):
                open_workspace([home / "case/a.txt", home / "case" / name])

    def test_a_mistake_in_the_settings_is_not_passed_over(self, home: Path) -> None:
        case = plant(home / "case", "sidelight.toml", text="\nstatuses = []\n")
        with pytest.raises(SettingsError, match=r"sidelight\.toml:2:1"):
            open_workspace([case])

    def test_a_link_out_of_the_folder_opens_what_it_leads_to(self, home: Path) -> None:
        plant(home / "case", "a.txt")
        plant(home / "elsewhere", "b.txt")
        (home / "case/link.txt").symlink_to(home / "elsewhere/b.txt")
        opened = open_workspace([home / "case/link.txt"])
        assert (opened.workspace.root, opened.selected) == (home / "elsewhere", ("b.txt",))

    def test_a_linked_folder_is_the_folder(self, home: Path) -> None:
        plant(home / "case", "a.txt")
        (home / "link").symlink_to(home / "case")
        assert open_workspace([home / "link"]).workspace.root == home / "case"
        assert open_workspace([home / "link/a.txt"]).workspace.root == home / "case"


class TestListing:
    """What is listed as a document."""

    def test_in_natural_order(self, tmp_path: Path) -> None:
        plant(
            tmp_path, "b10.txt", "B9.txt", "b2.txt", "a/z.txt", "a/10/x.txt", "a/9/x.txt", "1.txt"
        )
        expected = ["1.txt", "a/9/x.txt", "a/10/x.txt", "a/z.txt", "b2.txt", "B9.txt", "b10.txt"]
        assert Workspace(tmp_path, Settings()).documents() == expected

    def test_only_what_is_meant_to_be_read(self, tmp_path: Path) -> None:
        plant(tmp_path, "a.txt", "a.md", "README", "call (conflicted copy).txt", "code/run.py")
        plant(tmp_path, ".hidden.txt", ".git/config", "node_modules/x/a.js", "a.txt~", "~$a.txt")
        plant(tmp_path, "photo.jpg", "__pycache__/a.py", "a.pdf", "sidelight.toml")
        (tmp_path / "noise").write_bytes(bytes(range(256)))
        os.mkfifo(tmp_path / "pipe.txt")
        expected = ["a.md", "a.txt", "call (conflicted copy).txt", "code/run.py", "README"]
        assert Workspace(tmp_path, Settings()).documents() == expected

    def test_not_what_is_ours(self, tmp_path: Path) -> None:
        plant(tmp_path, "a.txt", "annotations/notes.txt", "sub/annotations/b.txt")
        workspace = Workspace(tmp_path, Settings())
        assert "annotations/notes.txt" in workspace.documents()
        mark(tmp_path)
        assert workspace.documents() == ["a.txt", "sub/annotations/b.txt"]

    def test_not_annotations_that_lost_their_marker(self, tmp_path: Path) -> None:
        head = 'schema = 1\n\n[document]\npath = "a.txt"\nsha256 = "00"\n'
        plant(tmp_path, "a.txt", "annotations/notes.txt", "annotations/site/site.toml")
        plant(tmp_path, "annotations/mk/sub/a.txt.toml", "annotations/mk/b.txt.toml", text=head)
        expected = ["a.txt", "annotations/notes.txt", "annotations/site/site.toml"]
        assert Workspace(tmp_path, Settings()).documents() == expected

    def test_not_what_the_settings_ignore(self, home: Path) -> None:
        case = plant(home / "case", "sidelight.toml", text='ignore = ["drafts/**", "*.log"]')
        plant(case, "a.txt", "a.log", "drafts/a.txt", "sub/drafts/a.txt", "drafts/deep/b.txt")
        assert open_workspace([case]).selected == ("a.txt", "sub/drafts/a.txt")
        assert open_workspace([case / "drafts/a.txt"]).selected == ("drafts/a.txt",)

    def test_links_lead_to_what_is_inside_only(self, tmp_path: Path) -> None:
        root = plant(tmp_path / "case", "a.txt", "sub/b.txt")
        plant(tmp_path, "outside.txt", "case-too/c.txt")
        (root / "inside.txt").symlink_to("sub/b.txt")
        (root / "outside.txt").symlink_to("../outside.txt")
        (root / "beside.txt").symlink_to("../case-too/c.txt")
        (root / "broken.txt").symlink_to("nowhere.txt")
        (root / "sub/loop").symlink_to("..")
        assert Workspace(root, Settings()).documents() == ["a.txt", "inside.txt", "sub/b.txt"]

    def test_names_of_any_bytes(self, tmp_path: Path) -> None:
        names = [os.fsdecode(b"caf\xe9.txt"), "two\nlines.txt", "\x1b[2J.txt", " .txt", "%2f.txt"]
        plant(tmp_path, *names)
        workspace = Workspace(tmp_path, Settings())
        assert sorted(workspace.documents()) == sorted(names)
        for name in names:
            assert workspace.read(name).text == "Some text.\n"
            assert workspace.relative(workspace.file(name)) == name

    def test_a_folder_below_alone(self, tmp_path: Path) -> None:
        plant(tmp_path, "a.txt", "sub/b.txt", "sub/deep/c.txt", "subway/d.txt")
        assert Workspace(tmp_path, Settings()).documents("sub") == ["sub/b.txt", "sub/deep/c.txt"]

    def test_folders_nested_very_deeply(self, tmp_path: Path) -> None:
        with chdir(tmp_path):
            for _ in range(300):
                Path("d").mkdir()
                os.chdir("d")
            Path("a.txt").write_text("deep")
        assert Workspace(tmp_path, Settings()).documents() == ["d/" * 300 + "a.txt"]

    def test_what_cannot_be_opened_yet_can_be_told(self, tmp_path: Path) -> None:
        plant(tmp_path, "b.pdf", "a.html", "photo.jpg", "c.txt")
        (tmp_path / "paper").write_bytes(b"%PDF-1.7\n")
        (tmp_path / "a.tape").write_bytes(b"\x00\x01\xfe" * 400)
        documents, refused = Workspace(tmp_path, Settings()).contents()
        assert documents == ["c.txt"]
        assert [path for path, _ in refused] == ["a.html", "b.pdf", "paper", "a.tape", "photo.jpg"]
        assert "PDF" in refused[1][1]
        assert refused[3][1] == "it is not a text"

    def test_what_one_may_not_read_is_told(
        self, public_folder: Path, without_privileges: AbstractContextManager[None]
    ) -> None:
        plant(public_folder, "a.txt", "nameless")
        (public_folder / "nameless").chmod(0)
        with without_privileges:
            documents, refused = Workspace(public_folder, Settings()).contents()
        assert documents == ["a.txt"]
        assert refused == [("nameless", "you may not read it; ask its owner for permission")]

    def test_a_folder_one_may_not_list_has_no_documents(
        self, public_folder: Path, without_privileges: AbstractContextManager[None]
    ) -> None:
        plant(public_folder, "a.txt", "locked/b.txt")
        (public_folder / "locked").chmod(0)
        with without_privileges:
            assert Workspace(public_folder, Settings()).documents() == ["a.txt"]
            with pytest.raises(CannotOpen, match="locked: you may not read it"):
                open_workspace([public_folder / "locked"])


class TestReading:
    """Documents by their paths."""

    def test_a_document_keeps_its_path(self, tmp_path: Path) -> None:
        plant(tmp_path, "sub/a.txt")
        document = Workspace(tmp_path, Settings()).read("sub/a.txt")
        assert (document.path, document.text) == ("sub/a.txt", "Some text.\n")

    def test_an_encoding_can_be_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("Звонок".encode("cp866"))
        assert Workspace(tmp_path, Settings()).read("a.txt", "cp866").text == "Звонок"

    @pytest.mark.parametrize("path", ["../b.txt", "/etc/hostname", "sub/../../b.txt", "", "a\0b"])
    def test_no_path_leads_out(self, path: str, tmp_path: Path) -> None:
        plant(tmp_path, "case/a.txt", "case/sub/", "b.txt")
        workspace = Workspace(tmp_path / "case", Settings())
        with pytest.raises(CannotOpen, match="not in the workspace"):
            workspace.file(path)

    def test_no_link_leads_out(self, tmp_path: Path) -> None:
        root = plant(tmp_path / "case", "a.txt")
        plant(tmp_path, "b.txt")
        (root / "link.txt").symlink_to("../b.txt")
        (root / "up").symlink_to("..")
        workspace = Workspace(root, Settings())
        for path in ("link.txt", "up/b.txt"):
            with pytest.raises(CannotOpen, match="not in the workspace"):
                workspace.read(path)

    def test_a_file_elsewhere_has_no_path_here(self, tmp_path: Path) -> None:
        root = plant(tmp_path / "case", "a.txt")
        workspace = Workspace(root, Settings())
        assert workspace.relative(root / "a.txt") == "a.txt"
        with pytest.raises(CannotOpen, match="not in the workspace"):
            workspace.relative(tmp_path / "b.txt")

    def test_a_document_has_a_source_where_the_settings_say_so(self, home: Path) -> None:
        text = '[source."a.txt"]\ntitle = "The call"\n'
        case = plant(plant(home / "case", "sidelight.toml", text=text), "a.txt", "b.txt")
        workspace = open_workspace([case]).workspace
        assert workspace.source("a.txt").title == "The call"
        assert workspace.source("b.txt").title is None


def test_what_workspaces_keep_for_themselves_is_no_document_of_another(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name / "annotations" / "mk").mkdir(parents=True)
        (tmp_path / name / "annotations" / ".sidelight").write_text("schema = 1\n")
        (tmp_path / name / "annotations" / "mk" / "a.txt.toml").write_text("schema = 1\n")
        (tmp_path / name / "sidelight.toml").write_text("")
        (tmp_path / name / "a.txt").write_text("Words.")
    opened = open_workspace([tmp_path / "one", tmp_path / "two"])
    assert opened.selected == ("one/a.txt", "two/a.txt")
    assert opened.left_out == (tmp_path / "one", tmp_path / "two")
    assert Workspace(tmp_path, opened.workspace.settings).documents() == ["one/a.txt", "two/a.txt"]


def test_a_workspace_that_is_opened_leaves_none_out(tmp_path: Path) -> None:
    (tmp_path / "sidelight.toml").write_text("")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a.txt").write_text("Words.")
    assert open_workspace([tmp_path / "below"]).left_out == ()
