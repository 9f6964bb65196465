"""The frame keeps its promises: which way imports run, what start-up leaves out, what is pinned."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import requires, version
from pathlib import Path

import pytest
import tomli
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

NEVER_FOR_A_COMMAND_LINE = ["textual", "rich", "whoosh", "pygments", "chardet", "regex"]
NEVER_FOR_A_READER = [
    "whoosh",
    "pygments",
    "chardet",
    "regex",
    "sqlite3",
    "csv",
    "html.parser",
    "multiprocessing",
    "annotations.exports",
    "annotations.importing",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "textual.widgets._data_table",
]


def imported_with(module: str, folder: Path) -> set[str]:
    """Every module, and every package above one, that importing ``module`` alone brings in."""
    code = f"import {module}, sys; print(*sys.modules, sep='\\n')"
    run = [sys.executable, "-P", "-c", code]
    result = subprocess.run(run, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return set(result.stdout.split())


def test_imports_run_one_way() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_command_line_starts_without_the_screen_and_the_index(tmp_path: Path) -> None:
    assert imported_with("tui.command_line", tmp_path).isdisjoint(NEVER_FOR_A_COMMAND_LINE)


def test_the_reader_starts_without_what_it_may_never_need(tmp_path: Path) -> None:
    assert imported_with("tui.app", tmp_path).isdisjoint(NEVER_FOR_A_READER)


def test_the_modules_said_to_be_left_out_exist() -> None:
    for module in {*NEVER_FOR_A_COMMAND_LINE, *NEVER_FOR_A_READER}:
        subprocess.run([sys.executable, "-P", "-c", f"import {module}"], check=True)


def pins() -> dict[str, str]:
    """The exact version that ``constraints.txt`` names for each distribution."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if line and not line.startswith("#")]
    pinned: dict[str, str] = {}
    for requirement in requirements:
        (specifier,) = requirement.specifier
        assert specifier.operator == "==", requirement
        pinned[canonicalize_name(requirement.name)] = specifier.version
    return pinned


def stated() -> list[Requirement]:
    """What ``pyproject.toml`` asks for, to run the program and to work on it."""
    project = PROJECT["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in lines]


def stated_for_building() -> list[Requirement]:
    return [Requirement(line) for line in PROJECT["build-system"]["requires"]]


@pytest.mark.parametrize("requirement", stated() + stated_for_building(), ids=str)
def test_every_stated_dependency_is_pinned_to_a_version_it_admits(requirement: Requirement) -> None:
    pinned = pins()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(pinned)


def needed_by(requirements: list[Requirement]) -> Iterator[str]:
    """The distributions that those requirements bring in, with all that these need in turn."""
    seen = set()
    queue = list(requirements)
    while queue:
        requirement = queue.pop()
        name, extras = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        yield name
        further = [Requirement(line) for line in requires(name) or []]
        queue += [one for one in further if _applies(one, extras)]


def _applies(requirement: Requirement, extras: frozenset[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""})


def test_everything_that_gets_installed_is_pinned_to_the_version_installed() -> None:
    installed = {name: version(name) for name in needed_by(stated())}
    assert installed.items() <= pins().items()


def test_one_set_of_packages_is_shipped_checked_and_held_to_the_rules() -> None:
    tool = PROJECT["tool"]
    shipped = tool["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert set(shipped) == set(tool["importlinter"]["root_packages"])
    assert set(shipped) <= set(tool["mypy"]["packages"])
    for package in shipped:
        assert (ROOT / package / "py.typed").is_file()


def test_the_command_is_the_one_the_project_states() -> None:
    assert PROJECT["project"]["scripts"] == {"sidelight": "tui.command_line:main"}
