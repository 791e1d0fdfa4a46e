"""Words as a reader counts them."""

from __future__ import annotations

import pytest

from credcheck.align.words import characters, cut
from credcheck.language.counted import words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The well-kept pier, 3.5 m wide, isn't Ada's.", 8),
        ("— … ___ *", 0),
        ("", 0),
        ("港务局决定关闭鱼市场。", 10),
        ("さくら3号 arrives", 6),
        ("한국어 문장", 2),
        ("2024年6月", 4),
    ],
)
def test_words_are_counted_as_a_reader_does(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_scripts_without_spaces_are_counted_as_they_are_compared() -> None:
    text = "港务局决定关闭 ตลาดปลา さくら ភាសា"
    assert list(words(text)) == cut(characters(text)).starts.tolist()
