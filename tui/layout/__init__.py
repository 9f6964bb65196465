"""How a text is laid out in rows of a width: pure, lazy, and ignorant of the terminal."""
