from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import MakeWorkspace

SCRIPT = """
import sys
from pathlib import Path
from annotations.store import Store
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.indexing.updating import update_index
from search_index.search import Searcher

workspace = Workspace(Path(sys.argv[1]), Settings())
store = Store(workspace)
assert Searcher(workspace, store).search("oil").total == 1
assert not [name for name in sys.modules if name.startswith("whoosh")]
assert not update_index(workspace, store).problem
assert Searcher(workspace, store).search("oil* prices", forms=True).indexed
"""


def test_compiling_whoosh_warns_nobody_and_waits_until_it_is_needed(
    make_workspace: MakeWorkspace, tmp_path: Path
) -> None:
    workspace = make_workspace({"a.txt": "The oil price."})
    done = subprocess.run(
        [sys.executable, "-P", "-W", "always", "-c", SCRIPT, str(workspace.root)],
        env={**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled anew")},
        capture_output=True,
        text=True,
        check=False,
    )
    warnings = [line for line in done.stderr.splitlines() if "whoosh" in line.lower()]
    assert (done.returncode, warnings) == (0, []), done.stderr
