"""
The command `credcheck`.

`--version` is answered before anything else is imported, so that editors and hooks that ask it
first do not wait.
"""

from __future__ import annotations

import sys

from credcheck import __version__


def main() -> int:
    """Run the command line; the exit code is 0 passed, 1 failed, 2 unable, 130 interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"], ["version"]):
        sys.stdout.write(f"credcheck {__version__}\n")
        return 0
    try:
        from credcheck.cli import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
