from __future__ import annotations

import pytest

from credcheck.read.legacy import legacy_encoding

RUSSIAN = "Совет города решил закрыть старый мост до весны, чтобы начать ремонт опор. " * 4
GREEK = "Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα μέχρι την άνοιξη. " * 4
JAPANESE = "市議会は橋の修理のため、春まで通行を止めることを決めました。工事は来月始まります。" * 4


@pytest.mark.parametrize(
    "text",
    [
        "It’s a “naïve” plan – £5 at the café…",
        "Le maire a déclaré que l’école fermerait à l’été.",
        "Der Bürgermeister sagte, die Brücke müsse größer werden.",
        "El alcalde preguntó: ¿cuándo abrirán el puente, señor Núñez?",
        "Borgmästaren på Åland sade att bron får nytt räcke för två år.",
        "one ’ only",
        "ÉCOLE FERMÉE",
        "Spain´s rider won, the tour´s first; they didn´t wait.",
        "a vis-à-vis in Pakh\xadtun\xadkhwa",
    ],
)
def test_western_text_is_windows_1252_however_short(text: str) -> None:
    assert legacy_encoding(text.encode("cp1252")) == "cp1252"


CZECH = "Městská rada rozhodla, že starý most zůstane uzavřen až do jara kvůli opravě pilířů. " * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(CZECH, "cp1250"), (RUSSIAN, "cp1251"), (GREEK, "cp1253"), (JAPANESE, "shift_jis")],
)
def test_other_scripts_are_detected(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    found = legacy_encoding(data)
    assert found is not None
    assert data.decode(found) == text


@pytest.mark.parametrize(
    "data",
    [
        "naïve café".encode() + b" \x92",
        "Привет, мир. ".encode() * 3 + b"\xd0",
        b"plain \xff words",
        b"cut at the last caf\xc3",
    ],
)
def test_damaged_utf8_is_not_called_something_else(data: bytes) -> None:
    assert legacy_encoding(data) is None
