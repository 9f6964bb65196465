from __future__ import annotations

import pytest

from search_index.languages import is_language, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The envoy said that it was not to be.", "en"),
        ("Der Gesandte sagte, dass es nicht sein soll und kann.", "de"),
        ("L'envoyé a dit que les sanctions ne sont pas une solution.", "fr"),
        ("El enviado dijo que las sanciones no son una solución.", "es"),
        ("L'inviato ha detto che le sanzioni non sono una soluzione.", "it"),
        ("O enviado disse que as sanções não são uma solução.", "pt"),
        ("De gezant zei dat het niet een oplossing is.", "nl"),
        ("Посланник сказал, что санкции не решение.", "ru"),
        ("Посланник сказав, що санкції не є рішенням.", "uk"),
        ("قال المبعوث إن العقوبات ليست حلا", "ar"),
        ("外交官は制裁が解決ではないと言った。", "ja"),
        ("特使表示制裁不是解决办法。", "zh"),
        ("Ο απεσταλμένος είπε ότι οι κυρώσεις δεν είναι λύση.", "el"),
        ("12 345", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_script_and_its_commonest_words(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("wanted", ["de", "DE", "german", "Ger", "deutsch", "d", ""])
def test_a_language_goes_by_its_code_or_its_name(wanted: str) -> None:
    assert is_language("de", wanted)
    assert not is_language("en", wanted) or not wanted
    assert not is_language("", wanted)
