"""Where sentences begin."""

from __future__ import annotations

import pytest

from credcheck.align.sentences import sentence_starts
from credcheck.align.words import characters, cut


def sentences(text: str) -> list[str]:
    read = characters(text)
    words = cut(read)
    first = sentence_starts(read, words).tolist()
    starts = [int(words.starts[number]) for number in first]
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["The gate was shut.", "Nobody came to open it."],
        ["Was the gate shut?", "It was, and it stayed so!", "Nobody came to open it."],
        ['He said: "The gate is shut."', "Nobody came to open it."],
        ["Mr. Marlow of Ellery Co. Ltd. came at noon.", "Nobody opened the gate."],
        ["The plan of J. R. Marlow was kept.", "Nobody opened the gate."],
        ["The price rose by 2.5 per cent.", "Nobody bought a thing."],
        ["Edda Marlow (Ind.) spoke against it.", "Nobody opened the gate."],
    ],
)
def test_a_full_stop_before_white_space_ends_a_sentence(wanted: list[str]) -> None:
    assert sentences(" ".join(wanted)) == wanted


def test_an_empty_line_ends_a_sentence() -> None:
    assert sentences("The gate is shut\n\nNobody came to open it") == [
        "The gate is shut",
        "Nobody came to open it",
    ]


def test_a_line_break_alone_ends_none() -> None:
    assert len(sentences("The gate is\nshut and nobody came to open it")) == 1


def test_a_very_short_sentence_goes_with_the_next_one() -> None:
    assert sentences("Yes. The gate is shut. No. Nobody came to open it.") == [
        "Yes. The gate is shut.",
        "No. Nobody came to open it.",
    ]


@pytest.mark.parametrize("text", ["", "...", "\n\n\n"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    read = characters(text)
    assert not len(sentence_starts(read, cut(read)))


def test_a_chinese_full_stop_needs_no_space() -> None:
    assert sentences("港口今天关闭。明天重新开放。") == ["港口今天关闭。", "明天重新开放。"]
