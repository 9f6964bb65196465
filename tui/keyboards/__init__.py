"""Keyboards whose letters are not Latin: on which key a character stands.

Actions have Latin letters. Whoever types in another script presses the key that the letter stands
on, and gets another character; it is taken for the key, as vim's ``langmap`` does it.

The layouts are those that systems install for a language, read from the tables of xkeyboard-config
(``ru``, ``ua``, ``by``, ``bg``, ``bg(phonetic)``, ``rs``, ``mk``, ``ru(phonetic)``, ``gr``,
``ara``, ``ir``, ``il``, ``ge``, ``in``, ``th``); Windows has the letters in the same places.
Nothing in this package is imported before a key arrives that needs it.
"""
