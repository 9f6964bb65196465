"""Makes ``reading.svg``, the picture in the README, with the program itself.

.venv/bin/python docs/make_picture.py
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
KEYS = (*"jtcjtujvllltd", "tab", *"jjjjjjjjjjtce")
NOTE = "Mikhail in the other report. One man?"
FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)


async def picture() -> str:
    """The screen with two reports and a few marks, as SVG that needs nothing from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "STATE", "CACHE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        os.environ.pop("NO_COLOR", None)
        workspace = Path(folder) / "seeds"
        shutil.copytree(SEEDS, workspace, ignore=shutil.ignore_patterns("annotations"))

        from documents.workspace import open_workspace
        from tui.app import SidelightApp
        from tui.config import Config
        from tui.session import Session

        opened = open_workspace([workspace])
        app = SidelightApp(Session(opened.workspace, "mk"), [], opened.selected, Config())
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause()
            await pilot.press(*(("space" if one == " " else one) for one in NOTE), "enter")
            while app.reading.desk.save_state.unsaved:
                await pilot.pause()
            app.reading.bars.forget()
            app.reading.refresh_status()
            await pilot.pause()
            drawn = app.export_screenshot(title="Sidelight")
            await pilot.press("q")
        app.background.close()
    return FROM_ELSEWHERE.sub("", drawn)


if __name__ == "__main__":
    (HERE / "reading.svg").write_text(asyncio.run(picture()), encoding="utf-8")
