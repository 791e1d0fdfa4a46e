from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.wordpieces import CONTINUED, WordPieces, load_pieces

NAMES = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "'", "-", ".", "s", "the", "govern", "##ment", "##s"),
    *("cafe", "g", "##o", "##v"),
)


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    (tmp_path / "vocabulary.txt").write_text("\n".join(NAMES) + "\n", encoding="utf-8")
    return load_pieces(tmp_path / "vocabulary.txt")


def named(pieces: WordPieces, token: str) -> list[str]:
    return [pieces.names[number] for number in pieces.of(token)]


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("the", ["the"]),
        ("Governments", ["govern", "##ment", "##s"]),
        ("gov", ["g", "##o", "##v"]),
        ("Café", ["cafe"]),
        ("'s", ["'", "s"]),
        ("\n", ["[SEP]"]),
        ("the-s", ["the", "-", "s"]),
        ("thez", ["[UNK]"]),
        ("日", ["[UNK]"]),
        ("s" * 61, ["[UNK]"]),
    ],
)
def test_a_word_is_cut_from_the_left_into_the_longest_pieces(
    pieces: WordPieces, token: str, expected: list[str]
) -> None:
    assert named(pieces, token) == expected


@given(st.text(alphabet="governmts .'-É日", min_size=1, max_size=20))
def test_pieces_put_together_are_the_word_or_unknown(token: str) -> None:
    pieces = WordPieces(NAMES, {name: number for number, name in enumerate(NAMES)})
    found = named(pieces, token)
    assert found
    if "[UNK]" not in found and not token.isspace():
        joined = "".join(piece.removeprefix(CONTINUED) for piece in found)
        assert joined == token.lower().replace("é", "e").replace("é", "e").replace(" ", "")
