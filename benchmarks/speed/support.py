"""
How fast are claims found and judged? `python -m benchmarks.speed.support ARTICLES [--articles N]`

ARTICLES is a .jsonl or .jsonl.xz file with the article in "text". Prints words per CPU second on
one core for finding claims, for judging them, and for both.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from itertools import islice
from pathlib import Path

from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.judge import judge
from credcheck.types import Document, Examined, Prose, Source


def documents(path: Path, most: int) -> list[Document]:
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, most)]
    return [Document(f"{n}", Source(f"{n}"), text, text) for n, text in enumerate(texts)]


def main(path: Path, most: int) -> None:
    found = documents(path, most)
    words = sum(len(document.text.split()) for document in found)
    claims(Prose(found[0], Settings()))
    start = time.process_time()
    asked = [claims(Prose(document, Settings())) for document in found]
    asking = time.process_time() - start
    examined = [Examined(d, (), c, (), 0) for d, c in zip(found, asked, strict=True)]
    start = time.process_time()
    judgements = judge(examined, (), (), Settings())
    judging = time.process_time() - start
    print(f"{len(found)} articles, {words:,} words, {sum(map(len, asked)):,} claims")
    print(f"{len(judgements):,} judged")
    for name, seconds in (("ask", asking), ("judge", judging), ("both", asking + judging)):
        print(f"{name}: {words / seconds:,.0f} words a CPU second")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 500)
