"""The baseline file of a run: where it is and what it knows."""

from __future__ import annotations

import os
from pathlib import Path

from credcheck.cli.problem import Problem
from credcheck.report.baseline import Known, parsed

BASELINE = ".credcheck-baseline"


def known_findings(named: str | None, *, is_absolute: bool = False) -> tuple[Known, ...]:
    """
    What the baseline file knows; nothing if none was named and there is none here.

    Raises:
        Problem: it cannot be read.
    """
    path = named or BASELINE
    if named is None and not os.path.isfile(path):
        return ()
    try:
        known = parsed(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise Problem(f"--baseline: {path}: {getattr(error, 'strerror', None) or error}") from None
    if is_absolute:
        return tuple((os.path.abspath(file), fingerprint) for file, fingerprint in known)
    return known
