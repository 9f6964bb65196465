"""How the whole suite uses Hypothesis."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# How long an example takes depends on what else the machine does, and on what it imports first.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("unhurried", _UNHURRIED)
# A change is judged by the same examples each time; looking for new ones is done at the desk.
settings.register_profile("ci", _UNHURRIED, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "unhurried")
