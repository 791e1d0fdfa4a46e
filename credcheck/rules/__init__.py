"""
One rule a file, found by being there.

A module under `rules/<category>/` that holds `RULE` is a rule: its docstring is the
documentation, its examples are its tests. `clean/` holds the fixers, which are rules too: what
they mend is reported under their code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from credcheck.clean import fixers
from credcheck.read.faults import KINDS
from credcheck.types import CorpusRule, Rule

CATEGORIES = ("broken", "spun", "unsupported", "duplicate")


def modules(category: str) -> Iterator[str]:
    """Names of the rule modules of a category, in order."""
    package = import_module(f"credcheck.rules.{category}")
    for module in sorted(info.name for info in iter_modules(package.__path__)):
        if not module.startswith("_"):
            yield f"credcheck.rules.{category}.{module}"


@cache
def every(category: str) -> tuple[Rule | CorpusRule, ...]:
    """The rules of a category, by code."""
    found = (getattr(import_module(name), "RULE", None) for name in modules(category))
    return tuple(sorted((rule for rule in found if rule is not None), key=lambda r: r.code))


@cache
def document_rules(category: str) -> tuple[Rule, ...]:
    """The rules of a category that read one document."""
    return tuple(rule for rule in every(category) if isinstance(rule, Rule))


@cache
def names() -> dict[str, str]:
    """Every code that a finding may carry and its name: rules, fixers and faults, by code."""
    found = [rule for category in CATEGORIES for rule in every(category)]
    named = {one.code: one.name for one in (*found, *fixers(), *KINDS)}
    return dict(sorted(named.items()))


@cache
def corpus_rules() -> tuple[CorpusRule, ...]:
    """The rules that read the whole corpus, by code."""
    found = (rule for category in CATEGORIES for rule in every(category))
    return tuple(rule for rule in found if isinstance(rule, CorpusRule))


def is_selected(code: str, name: str, select: Iterable[str], ignore: Iterable[str]) -> bool:
    """
    True if a rule is on: the most specific of `select` and `ignore` wins, `ignore` on a tie.

    Both hold codes, prefixes of codes, or names.
    """
    chosen = max((_weight(code, name, word) for word in select), default=0)
    dropped = max((_weight(code, name, word) for word in ignore), default=0)
    return chosen > dropped


def _weight(code: str, name: str, word: str) -> int:
    if word == name:
        return len(code)
    if word == "ALL":
        return 1
    return len(word) if code.startswith(word) else 0
