"""Which engine keeps the index: the one place that knows of any.

The environment names the module of another engine than Whoosh: what is started inherits it,
nothing has to be looked for where nobody needs another, and no workspace can have a say in what
code is run.
"""

from __future__ import annotations

import os
from typing import cast

from search_index.engine import Engine

VARIABLE = "SIDELIGHT_ENGINE"


class NoEngine(Exception):
    """What the environment names is no engine; says why in a line."""


def chosen_engine() -> Engine:
    """The engine that the environment names, or else Whoosh. Raises NoEngine."""
    name = os.environ.get(VARIABLE)
    return _named(name) if name else _whoosh()


def _whoosh() -> Engine:
    from search_index.whoosh_engine import engine

    return engine


def _named(name: str) -> Engine:
    from importlib import import_module

    try:
        module = import_module(name)
    except Exception as error:  # somebody else's module may raise anything
        why = " ".join(str(error).split())
        raise NoEngine(f"{VARIABLE}: {name} cannot be imported: {why}") from error
    if not (hasattr(module, "open_index") and hasattr(module, "update")):
        raise NoEngine(f"{VARIABLE}: {name} is no engine")
    return cast(Engine, module)
