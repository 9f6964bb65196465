"""What is left out while the program starts is there for whoever asks for it afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest


def _python(*lines: str) -> subprocess.CompletedProcess[str]:
    code = "\n".join(lines)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["ssl", "textual.command"])
def test_what_was_left_out_is_not_imported_and_can_be(name: str) -> None:
    done = _python(
        "import importlib, sys",
        "import tui.app",
        f"print({name!r} in sys.modules)",
        f"found = importlib.import_module({name!r})",
        "print(found.__spec__ is not None and bool(found.__file__))",
    )
    assert done.stdout.split() == ["False", "True"], done.stderr


def test_what_was_imported_before_stays_as_it_is() -> None:
    done = _python(
        "import ssl, textual.command, textual.app",
        "import tui.app, textual.app",
        "print(textual.app.CommandPalette is textual.command.CommandPalette)",
    )
    assert done.stdout.split() == ["True"], done.stderr


def test_a_textual_that_needs_the_palette_gets_it() -> None:
    done = _python(
        "import sys",
        "class NeedsIt:",
        "    def find_spec(self, name, path=None, target=None):",
        "        real = getattr(sys.modules.get('textual.command'), '__file__', None)",
        "        if name == 'textual.app' and 'textual.command' in sys.modules and not real:",
        "            raise ImportError('it cannot do without')",
        "sys.meta_path.insert(0, NeedsIt())",
        "import tui.app, textual.app, textual.command, textual.theme",
        "print(textual.app.CommandPalette is textual.command.CommandPalette)",
        "print(issubclass(textual.theme.ThemeProvider, textual.command.Provider))",
    )
    assert done.stdout.split() == ["True", "True"], done.stderr
