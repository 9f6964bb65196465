"""Runs the benchmarks, or those named: ``python -m benchmarks [--list] [NAME]…``

Each is a module of its own, run as a program of its own, and fails where a claim does not hold.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
from pathlib import Path

BENCHMARKS = ("reading", "walk", "safety", "search", "sentences", "linking", "anchoring", "colours")


def main() -> int:
    """Runs what the arguments ask for; 1 where a claim did not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--list", action="store_true", help="say what there is, and run nothing")
    parser.add_argument("name", nargs="*", metavar="NAME")
    options = parser.parse_args()
    names = options.name or BENCHMARKS
    if unknown := set(names) - set(BENCHMARKS):
        parser.error(f"no benchmark is called {min(unknown)}; there are {', '.join(BENCHMARKS)}")
    if options.list:
        for name in names:
            print(f"{name:12}{_purpose(name)}")
        return 0
    return max(_run(name) for name in names)


def _run(name: str) -> int:
    print(f"\n{name}: {_purpose(name)}\n", flush=True)
    return min(1, abs(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode))


def _purpose(name: str) -> str:
    """The first line that the benchmark says of itself."""
    module = Path(__file__).with_name(f"{name}.py")
    source = module if module.exists() else module.with_suffix("") / "__init__.py"
    return (ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or "").partition("\n")[
        0
    ]


if __name__ == "__main__":
    sys.exit(main())
