from __future__ import annotations

import argparse
import json
import lzma
from pathlib import Path

import numpy as np
import pytest

from credcheck.language.tagger import TABLES, WEIGHTS, judged, load_tagger
from tests.language.reference_tagger import slow_odds, small_tagger, small_text
from tools.build_language import collections_of
from tools.build_tagger import (
    CLEAN_SHARE,
    MASC_CLEAN_SHARE,
    second_articles,
    training_articles,
    write,
)


def written(path: Path, records: list[dict[str, str]]) -> Path:
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in records)
    return path


def news(name: str, number: int) -> list[dict[str, str]]:
    return [{"source": "ours", "text": f"{name} {place}"} for place in range(number)]


def given(folder: Path, most_texts: int | None = None) -> argparse.Namespace:
    masc = [
        {"source": "MASC, tokenised", "register": register, "text": register}
        for register in ("email", "newspaper", "spam")
    ]
    brown = [{"source": "Brown corpus 1961", "register": "editorial", "text": "brown"}] * 9
    return argparse.Namespace(
        news=written(folder / "news.xz", news("news", 16 * 12)),
        regional=written(folder / "regional.xz", news("regional", 6 * 6)),
        registers=written(folder / "registers.xz", [*masc, *brown, *news("address", 20)]),
        most_texts=most_texts,
    )


def test_only_what_was_kept_aside_is_learned_from_without_every_sixth(tmp_path: Path) -> None:
    found = {article.text: article.clean_share for article in training_articles(given(tmp_path))}
    aside = {f"news {16 * place}" for place in range(12) if place % 6}
    aside |= {f"regional {6 * place}" for place in range(1, 6)}
    aside |= {f"address {4 * place}" for place in range(1, 5)}
    assert found.pop("email") == found.pop("spam") == MASC_CLEAN_SHARE
    assert set(found) == aside
    assert set(found.values()) == {CLEAN_SHARE}


def test_the_second_model_lacks_what_is_learned_from_with_it(tmp_path: Path) -> None:
    options = given(tmp_path)
    found = {article.text for article in second_articles(options)}
    numbers = {int(text.split()[1]) % 16 for text in found if text.startswith("news")}
    assert numbers == {4, 8, 12}
    assert found.isdisjoint(article.text for article in training_articles(options))
    for collection in collections_of(options.news, options.regional, options.registers):
        assert found.isdisjoint(collection.second_texts())
        assert {*collection.second_texts()} | found >= {*collection.texts()}


def test_the_order_is_random_but_the_same(tmp_path: Path) -> None:
    first, second = (training_articles(given(tmp_path)) for _ in range(2))
    assert first == second
    assert training_articles(given(tmp_path, 3)) == first[:3]
    assert [article.text for article in first] != sorted(article.text for article in first)


def test_what_is_written_can_be_read_and_is_the_same_twice(tmp_path: Path) -> None:
    small, _ = small_tagger()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, small)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    back = load_tagger(tmp_path / "one")
    for name in (*TABLES, *WEIGHTS):
        # The weights of the small tagger are such as binary16 holds.
        np.testing.assert_array_equal(getattr(back, name), getattr(small, name))
    for name in ("word_step", "suffix_step", "out_bias", "ratio_weight", "vector_steps"):
        assert getattr(back, name) == getattr(small, name)


@pytest.mark.parametrize("tokens", [1, 2, 9, 40])
def test_the_network_gives_what_it_gives_token_by_token(tokens: int) -> None:
    small, vectors = small_tagger()
    text = small_text(tokens, seed=tokens)
    odds = judged(small, vectors, *text)
    np.testing.assert_allclose(odds, slow_odds(small, vectors, *text), rtol=1e-4, atol=1e-4)
