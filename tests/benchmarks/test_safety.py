"""The benchmark of saving sees what is lost, torn or left."""

from __future__ import annotations

from annotations.store import Store
from benchmarks.safety.workbench import AUTHOR, PATH, Harm, add, harm, workbench
from documents.workspace import Workspace


def saved(workspace: Workspace, count: int) -> set[str]:
    store, document = Store(workspace), workspace.read(PATH)
    return {add(store, document, number) for number in range(count)}


def test_what_is_there_does_no_harm() -> None:
    with workbench() as workspace:
        assert harm(workspace, saved(workspace, 3)) == Harm()


def test_what_was_acknowledged_and_is_gone_is_lost() -> None:
    with workbench() as workspace:
        acknowledged = saved(workspace, 2)
        (workspace.root / f"annotations/{AUTHOR}/{PATH}.toml").unlink()
        assert harm(workspace, acknowledged) == Harm(lost=2)


def test_half_a_file_is_torn() -> None:
    with workbench() as workspace:
        acknowledged = saved(workspace, 2)
        file = workspace.root / f"annotations/{AUTHOR}/{PATH}.toml"
        file.write_bytes(file.read_bytes()[:-9])
        assert harm(workspace, acknowledged).torn == 1


def test_harms_add_up() -> None:
    assert Harm(1, 0, 2) + Harm(0, 3, 1) == Harm(1, 3, 3)
