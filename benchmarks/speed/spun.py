"""
How fast is the stage that finds swapped words, beside a plain loop round kenlm?

    python benchmarks/speed/spun.py ARTICLES.jsonl.xz [--sample N]

One core, process time, asked as the rules ask: a clean text names no swap. The articles are read as
they are (clean) and with one in three of the words that have candidates swapped for one of them
(spun), the latter with the contextual encoder too if it is installed. The loop asks kenlm, if that
is installed, for the probability of each token and nothing else; its model is counted from the same
articles.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

if TYPE_CHECKING:
    from credcheck.language.encoder import Encoder


def articles(path: Path, sample: int) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return texts[:: max(1, len(texts) // sample)][:sample]


def spun(text: str, rng: random.Random) -> str:
    """Swap one in three of the words that have candidates for one of them."""
    from credcheck.language.ngrams import words
    from credcheck.language.substitution_model import substitution_model
    from credcheck.language.words import word_number

    table, names = substitution_model().candidates, words()
    parts = []
    for word in text.split(" "):
        key = int(table.singles[word_number(word)]) if word.isalpha() else -1
        if key < 0 or rng.random() >= 0.33:
            parts.append(word)
            continue
        row = table.words_of(np.array([rng.randrange(*table.heads[key : key + 2])]))[0]
        parts.append(" ".join(names[number] for number in row if number >= 0))
    return " ".join(parts)


def rate(texts: list[str], encoder: Encoder | None = None) -> tuple[float, str]:
    from collections import Counter

    from credcheck.language.spun import find_substitutions

    started = time.process_time()
    readings = [
        find_substitutions(text, is_named_if_clean=False, encoder=encoder) for text in texts
    ]
    seconds = time.process_time() - started
    verdicts = Counter(reading.verdict for reading in readings)
    return sum(reading.words for reading in readings) / seconds, str(dict(verdicts))


def measure_encoder(texts: list[str]) -> None:
    from credcheck.language.encoder import EncoderMissingError, encoder

    started = time.perf_counter()
    try:
        model = encoder()
    except EncoderMissingError:
        return
    print(f"encoder: load {1e3 * (time.perf_counter() - started):.0f} ms")
    print(f"spun, encoder asked: {rate(texts[:40], model)[0]:,.0f} words a second")


def kenlm_rate(texts: list[str]) -> float | None:
    """Words a second of a plain loop: split into tokens, ask for each."""
    try:
        import kenlm
    except ImportError:
        return None
    import re

    token = re.compile(r"\w+|[^\w\s]")
    with tempfile.TemporaryDirectory() as folder:
        arpa = Path(folder) / "model.arpa"
        write_arpa(arpa, texts)
        model = kenlm.Model(str(arpa))
        started = time.process_time()
        for text in texts:
            state, following = kenlm.State(), kenlm.State()
            model.BeginSentenceWrite(state)
            for word in token.findall(text.lower()):
                model.BaseScore(state, word, following)
                state, following = following, state
        seconds = time.process_time() - started
    return sum(len(text.split()) for text in texts) / seconds


def write_arpa(path: Path, texts: list[str]) -> None:
    """Write an add-nothing trigram model: its numbers do not matter for speed, its size does."""
    import re
    from collections import Counter

    token = re.compile(r"\w+|[^\w\s]")
    grams: list[Counter[tuple[str, ...]]] = [Counter(), Counter(), Counter()]
    for text in texts:
        words = ["<s>", *token.findall(text.lower()), "</s>"]
        for order, counts in enumerate(grams, 1):
            counts.update(zip(*(words[shift:] for shift in range(order)), strict=False))
    grams[0][("<unk>",)] = 1
    with path.open("w", encoding="utf-8") as out:
        out.write("\\data\\\n")
        for order, counts in enumerate(grams, 1):
            out.write(f"ngram {order}={len(counts)}\n")
        for order, counts in enumerate(grams, 1):
            out.write(f"\n\\{order}-grams:\n")
            backoff = "\t-0.3" if order < 3 else ""
            for gram in sorted(counts):
                out.write(f"{-3.0 / order}\t{' '.join(gram)}{backoff}\n")
        out.write("\n\\end\\\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sample", type=int, default=300)
    options = parser.parse_args()
    texts = articles(options.articles, options.sample)
    started = time.perf_counter()
    from credcheck.language.spun import find_substitutions
    from credcheck.language.substitution_model import substitution_model

    imported = time.perf_counter()
    substitution_model()
    loaded = time.perf_counter()
    find_substitutions(texts[0])
    print(f"numpy {np.__version__}; {len(texts)} articles")
    print(f"import {1e3 * (imported - started):.0f} ms, load {1e3 * (loaded - imported):.0f} ms")
    rng = random.Random(1)
    swapped = [spun(text, rng) for text in texts[: len(texts) // 3]]
    for name, chosen in (("clean", texts), ("spun", swapped)):
        for _ in range(2):
            speed, verdicts = rate(chosen)
            print(f"{name}: {speed:,.0f} words a second, {verdicts}", flush=True)
    measure_encoder(swapped)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory so far {peak:.0f} MB (the articles of the benchmark included)")
    reference = kenlm_rate(texts[:100])
    if reference is not None:
        print(f"plain kenlm loop, one model, no candidates: {reference:,.0f} words a second")


if __name__ == "__main__":
    main()
