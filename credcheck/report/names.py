"""Every code a finding may carry, and its name: rules, fixers, and faults of reading."""

from __future__ import annotations

from functools import cache

from credcheck.read.faults import KINDS
from credcheck.rules import names


@cache
def rule_names() -> dict[str, str]:
    """Code -> name, in order of code."""
    both = {**{kind.code: kind.name for kind in KINDS}, **names()}
    return dict(sorted(both.items()))
