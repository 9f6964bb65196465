"""Saves that are killed, crowded, or have nowhere to go: nothing acknowledged is ever lost."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.errors import SaveFailed
from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

PATH = "a.txt"
TEXT = "".join(f"Sentence number {n} of the text stands here.\n\n" for n in range(400))
MakeWorkspace = Callable[..., Workspace]

WRITER = """
import sys
from pathlib import Path
from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

workspace = Workspace(Path(sys.argv[1]), Settings())
store, document = Store(workspace), workspace.read("a.txt")
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(sys.argv[2])):
    start = n * 7 % 9000
    annotation = mark(document.text, start, start + 40, note="x" * 200)
    store.apply("mk", document, [Change(None, annotation)])
    print(annotation.id, flush=True)
"""


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return make_workspace({PATH: TEXT})


def writer(workspace: Workspace, count: int) -> subprocess.Popen[str]:
    """A process that adds annotations once it is told to, and prints the id of each saved."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(workspace.root), str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def saved(process: subprocess.Popen[str]) -> list[str]:
    output, _ = process.communicate()
    return output.split()


def test_two_programs_that_add_at_once_lose_nothing(workspace: Workspace) -> None:
    processes = [writer(workspace, 300) for _ in range(2)]
    for process in processes:
        go(process)
    acknowledged = {identifier for process in processes for identifier in saved(process)}
    assert [process.returncode for process in processes] == [0, 0]
    assert len(acknowledged) == 600
    assert {one.id for one in Store(workspace).read("mk", PATH).annotations} == acknowledged


def test_killed_at_any_moment_the_file_is_whole_and_holds_what_was_acknowledged(
    workspace: Workspace,
) -> None:
    moments = random.Random(7)
    acknowledged: set[str] = set()
    for _ in range(24):
        process = writer(workspace, 10_000)
        go(process)
        assert process.stdout is not None
        for _ in range(moments.randrange(1, 9)):  # then the kill meets it somewhere in a save
            acknowledged.add(process.stdout.readline().strip())
        process.send_signal(signal.SIGKILL)
        acknowledged.update(line for line in saved(process) if len(line) == 8)
        file = Store(workspace).read("mk", PATH)
        assert file.problems == ()
        assert acknowledged <= {one.id for one in file.annotations}
    document = workspace.read(PATH)
    Store(workspace).apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
    assert Store(workspace).kept_text(document.digest) == TEXT
    left = [name for _, _, names in os.walk(workspace.root) for name in names if "tmp" in name]
    assert left == []


def traced(workspace: Workspace, injection: str) -> subprocess.CompletedProcess[str]:
    """A process that adds one annotation, with a fault at one of its system calls."""
    command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={injection}"]
    command += [sys.executable, "-B", "-c", WRITER, str(workspace.root), "1"]
    return subprocess.run(command, input="\n", text=True, capture_output=True, check=False)


needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None
    or subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode != 0,
    reason="needs strace, and the right to trace",
)


@needs_strace
@pytest.mark.parametrize(
    ("call", "times"), [("mkdir", 3), ("flock", 1), ("pwrite64", 1), ("fsync", 9), ("rename", 3)]
)
def test_killed_at_each_call_the_first_save_is_whole_or_nothing(
    make_workspace: MakeWorkspace, call: str, times: int
) -> None:
    for number in range(1, times + 1):
        workspace = make_workspace({PATH: TEXT})
        done = traced(workspace, f"{call}:signal=KILL:when={number}")
        assert done.returncode != 0, "no such call was made"
        file = Store(workspace).read("mk", PATH)
        assert file.problems == ()
        assert len(file.annotations) <= 1
        document = workspace.read(PATH)
        saved_now = Store(workspace).apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
        assert len(saved_now.annotations) == len(file.annotations) + 1
        assert Store(workspace).kept_text(document.digest) == TEXT
        shutil.rmtree(workspace.root)


@needs_strace
@pytest.mark.parametrize(
    "injection",
    ["fsync:error=EIO:when=1", "fsync:error=EIO:when=2", "rename:error=EIO:when=1"],
)
def test_a_disk_that_reports_an_error_is_believed(workspace: Workspace, injection: str) -> None:
    store, document = Store(workspace), workspace.read(PATH)
    store.apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
    before = store.read("mk", PATH)
    done = traced(workspace, injection)
    assert "the disk reported an error" in done.stderr
    assert done.stdout.split() == ["ready"]
    after = store.read("mk", PATH)
    if "when=2" not in injection:  # where only the folder's flush failed, the new file stands
        assert after == before
    assert set(before.annotations) <= set(after.annotations)
    assert names(workspace.root / "annotations/mk") == ["a.txt.toml"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may write anywhere, so it becomes somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_must_not_be_written_to_is_told(open_folder: Path, exists: bool) -> None:
    (open_folder / PATH).write_text(TEXT)
    workspace = Workspace(open_folder, Settings())
    store, document = Store(workspace), workspace.read(PATH)
    if exists:
        store.apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
    before = store.read("mk", PATH)
    for path in (*open_folder.rglob("*"), open_folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    with without_rights(), pytest.raises(SaveFailed) as raised:
        store.apply("mk", document, [Change(None, mark(TEXT, 4, 9))])
    assert str(raised.value) == (
        "could not save annotations/mk/a.txt.toml: you may not write there; "
        "ask its owner, or copy the workspace"
    )
    assert Store(workspace).read("mk", PATH) == before
    assert exists or names(open_folder) == [PATH]


def test_readers_with_rights_to_their_own_folders_only_can_share_a_workspace(
    open_folder: Path,
) -> None:
    (open_folder / PATH).write_text(TEXT)
    store = Store(Workspace(open_folder, Settings()))
    document = store.workspace.read(PATH)
    for author in ("mk", "ann"):
        store.apply(author, document, [Change(None, mark(TEXT, 0, 3))])
    (open_folder / "annotations/ann").chmod(0o777)
    with without_rights():
        saved_now = store.apply("ann", document, [Change(None, mark(TEXT, 4, 9))])
    assert len(saved_now.annotations) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k,mode=755", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_told_and_saving_goes_on_once_there_is_room(small_disk: Path) -> None:
    (small_disk / PATH).write_text(TEXT)
    workspace = Workspace(small_disk, Settings())
    store, document = Store(workspace), workspace.read(PATH)
    store.apply("mk", document, [Change(None, mark(TEXT, 0, 3))])
    before = store.read("mk", PATH)
    (small_disk / "big").write_bytes(b"x" * 200 * 1024)
    many = [Change(None, mark(TEXT, n, n + 50, note="n" * 300)) for n in range(200)]
    with pytest.raises(SaveFailed) as raised:
        store.apply("mk", document, many)
    assert (raised.value.reason, raised.value.file) == (
        "the disk is full",
        "annotations/mk/a.txt.toml",
    )
    assert Store(workspace).read("mk", PATH).annotations == before.annotations
    assert not list((small_disk / "annotations/mk").glob(".*"))
    (small_disk / "big").unlink()
    assert len(store.apply("mk", document, many).annotations) == 201


TOGETHER = """
import itertools, os, sys
from pathlib import Path
from annotations.model import Change, mark
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace

workspace = Workspace(Path(sys.argv[1]), Settings())
store = Store(workspace)
edits = []
for path in ("a.txt", "b.txt", "c/d.txt"):
    document = workspace.read(path)
    edits.append((document, [Change(None, mark(document.text, 60, 69, note="new"))]))
numbers, call = itertools.count(1), getattr(os, sys.argv[2])

def dying(*arguments, **more):
    if next(numbers) == int(sys.argv[3]):
        os.kill(os.getpid(), 9)
    return call(*arguments, **more)

setattr(os, sys.argv[2], dying)
store.apply_together("mk", edits)
print("saved", flush=True)
"""


@pytest.mark.parametrize(("call", "times"), [("fsync", 9), ("rename", 5), ("utime", 5)])
def test_killed_at_each_call_of_a_group_each_file_is_as_before_or_after(
    make_workspace: MakeWorkspace, call: str, times: int
) -> None:
    paths = ("a.txt", "b.txt", "c/d.txt")
    for number in range(1, times + 1):
        workspace = make_workspace({path: path + TEXT for path in paths})
        old = mark(workspace.read("a.txt").text, 10, 20)
        Store(workspace).apply("mk", workspace.read("a.txt"), [Change(None, old)])
        command = [sys.executable, "-c", TOGETHER, str(workspace.root), call, str(number)]
        done = subprocess.run(command, text=True, capture_output=True, check=False)
        assert done.returncode != 0, "no such call was made"
        store = Store(workspace)
        files = {path: store.read("mk", path) for path in paths}
        new = [len([one for one in f.annotations if one.note]) for f in files.values()]
        assert all(file.problems == () for file in files.values())
        assert old in files["a.txt"].annotations
        assert all(count in (0, 1) for count in new)
        assert "saved" not in done.stdout or new == [1, 1, 1]
        for path, file in files.items():
            if file.annotations:
                assert store.kept_text(file.digest) == path + TEXT
        store.apply("mk", workspace.read("b.txt"), [Change(None, mark(TEXT, 0, 3))])
        assert not list(workspace.root.rglob("*.tmp"))
        shutil.rmtree(workspace.root)
