"""The Hebrew keyboard, standard SI 1452."""

from __future__ import annotations

from tui.keyboards.layout import Layout

HEBREW = Layout(
    "hebrew",
    languages=("he", "iw", "yi"),
    automatic=True,
    plain=(";1234567890-=", "/'קראטוןםפ][\\", "שדגכעיחלךף,", "זסבהנמצתץ."),
    shifted=("~!@#$%^&*)(_+", "QWERTYUIOP}{|", 'ASDFGHJKL:"', "ZXCVBNM><?"),
)
