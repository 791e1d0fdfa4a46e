"""
How long does `credcheck scan` take, start and all? `python benchmarks/speed/scan.py FOLDER [RUNS]`

Scans the folder in a new process, RUNS times (5 if not told), with one worker process; prints the
fastest and the middle one, wall and CPU seconds, and articles a second of the middle one. Five
articles show what a newcomer waits for, some hundred how fast an archive is read.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

COMMANDS = {
    "scan": ("scan",),
    "scan with options": ("scan", "--jobs", "1", "--no-progress"),
    "--version": ("--version",),
}


def seconds(arguments: list[str]) -> tuple[float, float]:
    """Wall and CPU seconds of one command line in a new process."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    command = [sys.executable, "-m", "credcheck", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime


def main(arguments: list[str]) -> int:
    if not arguments or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    folder, runs = arguments[0], int(arguments[1]) if len(arguments) > 1 else 5
    articles = sum(path.is_file() for path in Path(folder).rglob("*"))
    for name, command in COMMANDS.items():
        paths = [folder] if command[0] == "scan" else []
        found = sorted(seconds([*command, *paths]) for _ in range(runs))
        (least, least_cpu), (wall, cpu) = found[0], found[len(found) // 2]
        rate = f", {articles / wall:.1f} articles a second" if paths else ""
        print(
            f"{name:20}{least:6.2f} s at best ({least_cpu:.2f} CPU), {wall:.2f} ({cpu:.2f}){rate}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
