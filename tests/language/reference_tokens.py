"""A slow, obvious tokeniser: the rules of credcheck.language.tokens, one character at a time."""

from __future__ import annotations

from credcheck.language.characters import (
    APOSTROPHE,
    DIGIT,
    LETTER,
    NEWLINE,
    OTHER,
    PLANE,
    SEPARATOR,
    SPACE,
    classify,
)


def kind(text: str, place: int) -> int:
    if not 0 <= place < len(text):
        return SPACE
    return classify(text[place]) if ord(text[place]) < PLANE else OTHER


def is_suffix(text: str, place: int) -> bool:
    """An apostrophe with an s after which the word ends."""
    return (
        kind(text, place) == APOSTROPHE
        and text[place + 1 : place + 2] in ("s", "S")
        and kind(text, place + 2) != LETTER
    )


def is_inside_word(text: str, place: int) -> bool:
    if kind(text, place) == LETTER:
        return True
    joins = kind(text, place - 1) == LETTER and kind(text, place + 1) == LETTER
    return kind(text, place) == APOSTROPHE and joins and not is_suffix(text, place)


def is_inside_number(text: str, place: int) -> bool:
    if kind(text, place) == DIGIT:
        return True
    joins = kind(text, place - 1) == DIGIT and kind(text, place + 1) == DIGIT
    return kind(text, place) == SEPARATOR and joins


def reference_cuts(text: str) -> list[tuple[int, int, int]]:
    """Return (start, end, class) of each token."""
    cuts: list[tuple[int, int, int]] = []
    place = 0
    while place < len(text):
        start = place
        first = kind(text, start)
        place += 1
        if first == SPACE:
            continue
        if is_suffix(text, start):
            place += 1
        elif first == LETTER:
            while place < len(text) and is_inside_word(text, place):
                place += 1
        elif first == DIGIT:
            while place < len(text) and is_inside_number(text, place):
                place += 1
        cuts.append((start, place, first))
    return cuts


__all__ = ["NEWLINE", "reference_cuts"]
