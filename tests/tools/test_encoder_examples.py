from __future__ import annotations

import json
import lzma
from pathlib import Path

import numpy as np

from credcheck.language.encoder import WINDOW
from credcheck.language.ngrams import MODELS, language_model
from credcheck.language.wordpieces import WordPieces
from tools.build_tagger import CLEAN_SHARE, MASC_CLEAN_SHARE
from tools.encoder_examples import (
    NOT_JUDGED,
    NOTHING,
    Part,
    Row,
    Tables,
    articles,
    padded,
    rows,
)
from tools.spinner import Offers
from tools.tagger_examples import Article

TEXT = "The minister told reporters on Monday that the talks would go on. " * 8
WORDS = tuple(dict.fromkeys(TEXT.lower().replace(".", " .").split()))
NAMES = ("[PAD]", NOTHING, "[UNK]", "[CLS]", "[SEP]", "informed", "spoke", "of", *WORDS)
PIECES = WordPieces(NAMES, {name: number for number, name in enumerate(NAMES)})


def tables(offered: dict[str, list[str]]) -> Tables:
    """One source that puts these phrases in the place of these words."""
    vocabulary = language_model().vocabulary

    def numbers(text: str) -> tuple[int, ...]:
        return tuple(vocabulary.tokens(text).ids.tolist())

    offers = {
        numbers(word): ([numbers(phrase) for phrase in phrases], [1.0] * len(phrases))
        for word, phrases in offered.items()
    }
    names = (MODELS / "words.txt").read_text(encoding="utf-8").split("\n")
    return Tables(language_model(), names, PIECES, {1: offers})


def names(numbers: list[int]) -> list[str]:
    return [NAMES[number] for number in numbers]


def made(offered: dict[str, list[str]], text: str = TEXT, clean_share: float = 0.0) -> list[Row]:
    found: list[Row] = []
    for seed in range(12):
        found += rows(tables(offered), [Article(text, clean_share)], seed)
    return found


def test_what_was_put_in_is_marked_and_what_stood_there_is_told() -> None:
    found = made({"told": ["informed"]})
    swaps = [
        (names(row.pieces)[place], names(row.originals)[place])
        for row in found
        for place, label in enumerate(row.labels)
        if label == 1
    ]
    assert len(swaps) > 10
    assert set(swaps) == {("informed", "told")}


def test_a_longer_phrase_stands_for_its_word_and_for_nothing() -> None:
    row = next(row for row in made({"told": ["spoke of"]}) if 1 in row.labels)
    place = row.labels.index(1)
    assert names(row.pieces[place : place + 2]) == ["spoke", "of"]
    assert names(row.originals[place : place + 2]) == ["told", NOTHING]
    assert row.labels[place : place + 2] == [1, 1]


def test_what_is_put_in_for_itself_is_no_swap() -> None:
    assert all(1 not in row.labels for row in made({"told": ["told"]}))


def test_a_clean_text_is_as_it_was() -> None:
    for row in made({"told": ["informed"]}, clean_share=1.0):
        assert 1 not in row.labels
        assert "informed" not in names(row.pieces)


def test_marks_are_not_judged_and_close_what_is_read() -> None:
    for row in made({"told": ["informed"]}, TEXT * 9):
        assert names([row.pieces[0], row.pieces[-1]]) == ["[CLS]", "[SEP]"]
        assert row.labels[0] == row.labels[-1] == NOT_JUDGED
        assert len(row.pieces) == len(row.labels) == len(row.originals) <= WINDOW


def test_short_texts_are_left_out() -> None:
    assert made({}, "The minister told reporters.") == []


def test_the_same_seed_makes_the_same_passages() -> None:
    assert made({"told": ["informed"]}) == made({"told": ["informed"]})


def test_padding_is_no_piece_and_is_not_judged() -> None:
    found = padded([Row([3, 9, 4], [NOT_JUDGED, 1, NOT_JUDGED], [0, 8, 0])])
    assert found.pieces.shape == found.labels.shape == found.originals.shape == (1, WINDOW)
    assert found.pieces[0, :4].tolist() == [3, 9, 4, 0]
    assert found.labels[0, :4].tolist() == [NOT_JUDGED, 1, NOT_JUDGED, NOT_JUDGED]
    assert (found.labels[0, 3:] == NOT_JUDGED).all()
    assert found.labels.dtype == np.int8


def test_a_part_of_what_is_offered_is_the_same_part_each_time() -> None:
    offers: Offers = {(number,): ([(number + 1,)], [1.0]) for number in range(1000)}
    parts = [{words for words in offers if words in Part(offers, 0.3, 0.5)} for _ in range(2)]
    assert parts[0] == parts[1]
    assert 200 < len(parts[0]) < 400
    assert (5000,) not in Part(offers, 1.0, 0.5)


def test_texts_left_for_measuring_teach_nothing(tmp_path: Path) -> None:
    def written(name: str, records: list[dict[str, str]]) -> Path:
        with lzma.open(tmp_path / name, "wt", encoding="utf-8") as out:
            out.writelines(json.dumps(record) + "\n" for record in records)
        return tmp_path / name

    news = [{"source": "ours", "text": f"news {number}"} for number in range(200)]
    regional = [{"source": "ours", "text": f"regional {number}"} for number in range(80)]
    registers = [
        {"source": "MASC, tokenised", "register": "email", "text": "email"},
        {"source": "MASC, tokenised", "register": "newspaper", "text": "newspaper"},
        {"source": "Brown corpus 1961", "register": "editorial", "text": "brown"},
        {"source": "leaflets", "register": "address", "text": "address"},
    ]
    paths = (written("n", news), written("r", regional), written("s", registers))
    found = articles(*paths)
    texts = [article.text for article in found]
    assert not {"news 0", "news 96", "news 192", "regional 0", "regional 36"} & set(texts)
    assert not {"newspaper", "brown"} & set(texts)
    assert (texts.count("news 1"), texts.count("regional 1"), texts.count("email")) == (1, 2, 3)
    assert {a.clean_share for a in found if a.text == "email"} == {MASC_CLEAN_SHARE}
    assert {a.clean_share for a in found if a.text != "email"} == {CLEAN_SHARE}
    assert [article.text for article in articles(*paths)] == [article.text for article in found]
