"""
How fast files are found and read.

    python benchmarks/speed/read.py FOLDER

FOLDER holds text files or web pages (.txt, .html, also .html.gz) to be read again and again. The
same texts are also read as one .jsonl and one .csv file.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

from credcheck import read
from credcheck.settings import Settings

SETTINGS = Settings()
FILES = 20_000
RECORDS = 20_000


def seconds_of(documents: Iterable[object]) -> float:
    start = time.process_time()
    for _ in documents:
        pass
    return time.process_time() - start


def told(what: str, size: int, count: int, seconds: float) -> None:
    rate = f"{size / seconds / 1e6:8.1f} MB/s" if size else " " * 13
    print(f"{what:24} {rate} {count / seconds:10.0f} a second")


def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        pages, texts = copies(folder, root)
        for what, paths in (("pages", pages), ("texts", texts)):
            if paths:
                size = sum(path.stat().st_size for path in paths)
                told(what, size, len(paths), seconds_of(read.read(paths, SETTINGS, root=root)))
        records(root)
        finding(root)


def copies(folder: Path, root: Path) -> tuple[list[Path], list[Path]]:
    """The pages of a folder, and the texts that are read from it, as files of their own."""
    pages = []
    for path in sorted(folder.rglob("*.htm*")):
        data = path.read_bytes()
        pages.append(root / f"{path.name.removesuffix('.gz')}")
        pages[-1].write_bytes(gzip.decompress(data) if path.suffix == ".gz" else data)
    texts = []
    given = (document.raw for document in read.read([folder], SETTINGS) if document.raw)
    found = list(given) or [d.raw for d in read.read(pages, SETTINGS, root=root)]
    for number, text in enumerate(found):
        texts.append(root / f"{number}.txt")
        texts[-1].write_text(text, encoding="utf-8")
    return pages, texts


def records(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(root.glob("*.txt"))]
    many = [texts[number % len(texts)] for number in range(RECORDS)]
    lines, table = root / "all.jsonl", root / "all.csv"
    with lines.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in many)
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text"])
        writer.writerows([text] for text in many)
    for path in (lines, table):
        seconds = seconds_of(read.read([path], SETTINGS, root=root))
        told(path.suffix, path.stat().st_size, len(many), seconds)
        tracemalloc.start()
        seconds_of(read.read([path], SETTINGS, root=root))
        print(f"{'':24} {tracemalloc.get_traced_memory()[1] / 1e6:8.1f} MB at most")
        tracemalloc.stop()


def finding_seconds(folder: Path) -> float:
    start = time.process_time()
    read.find_files([folder], SETTINGS)
    return time.process_time() - start


def finding(root: Path) -> None:
    for number in range(FILES):
        path = root / "tree" / str(number // 100) / f"{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    told("files found", 0, FILES, finding_seconds(root / "tree"))
    (root / "tree" / ".gitignore").write_text("drafts/\n*.bak\n/old/**/*.txt\n")
    seconds = finding_seconds(root / "tree")
    told("with a .gitignore", 0, FILES, seconds)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
