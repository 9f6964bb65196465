"""The marks that end a sentence, and the marks that open and close around it, in every script."""

from __future__ import annotations

import re

SPACED_MARKS = ".!?…‥‽⁇⁈⁉\u037e؟؞۔।॥։።፧܀܁܂᠃᠉꓿꘎꘏߹᱾᱿"
"""End a sentence where white space follows."""

UNSPACED_MARKS = "。！？｡．︒﹒﹖﹗។៕။"
"""End a sentence of a script written without spaces between words."""

MARKS = SPACED_MARKS + UNSPACED_MARKS

CLOSERS = "\"'”“’»›«‹)]}」』〉》】〕〗〙〛）］｝｣〞＂*_`"
"""Stay with the sentence on their left when they follow its mark at once."""

UNSPACED_CLOSERS = "\"'”’」』〉》】〕〗〙〛）］｝｣〞＂)"
"""The closers where no space tells an opening mark from a closing one."""

OPENERS = "\"'“”„‟‘’‚‛«»‹›([{「『〈《【〔〖〘〚（［｛｢〝＂*_`¿¡"
"""May stand before the first word of a sentence."""


def char_class(characters: str) -> str:
    """The characters as a regular expression's set."""
    return f"[{re.escape(characters)}]"


def is_cjk(character: str) -> bool:
    """Whether the character is written without spaces around words: kana, Han, full width."""
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
