"""
How fast is text mended? `python -m benchmarks.speed.clean FOLDER_OR_FILE [--articles N]`

The input is ordinary articles: .txt files, or .jsonl or .jsonl.xz with the article in "text".
Prints MB of UTF-8 per CPU second on one core for each fixer and the whole chain, and, beside them,
for other menders on the same articles. They do less or other work: ftfy mends encodings only.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

from credcheck.clean import clean, fixers, layer
from credcheck.types import Document, Source

ROUNDS = 3


def articles(path: Path) -> Iterator[str]:
    if path.is_dir():
        for file in sorted(path.rglob("*.txt")):
            yield file.read_text(encoding="utf-8", errors="replace")
    elif path.suffix == ".xz":
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    else:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds of the fastest of a few rounds over all texts."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - started)
    return best


def document(text: str) -> Document:
    return Document("a", Source("a.txt"), text, text)


def ours() -> Iterator[tuple[str, Callable[[str], object]]]:
    yield "whole chain", lambda text: clean(document(text))
    for fixer in fixers():
        yield fixer.name, lambda text, fixer=fixer: layer(fixer, document(text))


def others() -> Iterator[tuple[str, Callable[[str], object]]]:
    from ftfy import fix_encoding, fix_text

    yield "ftfy.fix_text", fix_text
    yield "ftfy.fix_encoding", fix_encoding
    yield "BeautifulSoup get_text", _soup()


def _soup() -> Callable[[str], object]:
    from bs4 import BeautifulSoup

    return lambda text: BeautifulSoup(text, "html.parser").get_text()


def print_rates(rows: Iterable[tuple[str, Callable[[str], object]]], texts: list[str]) -> None:
    size = sum(len(text.encode()) for text in texts) / 1e6
    for name, work in rows:
        print(f"{name:28}{size / max(seconds(work, texts), 1e-9):10.1f} MB/s")


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    wanted = int(arguments[arguments.index("--articles") + 1]) if "--articles" in arguments else 500
    texts = list(islice(articles(Path(arguments[0])), wanted))
    clean(document(texts[0]))
    print(f"{len(texts)} articles, {sum(len(t.encode()) for t in texts) / 1e6:.2f} MB, one core\n")
    print_rates(ours(), texts)
    print()
    print_rates(others(), texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
