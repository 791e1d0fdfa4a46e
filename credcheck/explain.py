"""What a code means: the documentation and the examples that its rule, fixer or fault carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from credcheck.clean import ORDER
from credcheck.read.faults import KINDS, FaultKind
from credcheck.rules import CATEGORIES, modules
from credcheck.types import CorpusRule, Fixer, Rule, Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """
    A code in words. `examples` are (heading, text) pairs, `[[ ]]` marks what is found.

    `languages` are ISO codes; ("*",) is any.
    """

    code: str
    name: str
    severity: Severity
    documentation: str
    languages: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    is_repaired: bool = False

    @property
    def title(self) -> str:
        """The first sentence of the documentation, on one line."""
        paragraph = self.documentation.strip().split("\n\n")[0]
        return " ".join(paragraph.split())


@cache
def entries() -> dict[str, Entry]:
    """Every code, in order."""
    found = (*_of_rules(), *_of_fixers(), *map(_of_fault, KINDS))
    return {entry.code: entry for entry in sorted(found, key=lambda entry: entry.code)}


def entry(word: str) -> Entry:
    """
    The entry of a code or a name, in any case.

    Raises:
        KeyError: there is none.
    """
    by_name = {one.name: one for one in entries().values()}
    return entries().get(word.upper()) or by_name[word.lower()]


def _of_rules() -> Iterator[Entry]:
    for category in CATEGORIES:
        for name in modules(category):
            module = import_module(name)
            rule = getattr(module, "RULE", None)
            if rule is not None:
                yield _of_rule(rule, module.__doc__ or "")


def _of_rule(rule: Rule | CorpusRule, documentation: str) -> Entry:
    return Entry(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        documentation=documentation,
        languages=rule.languages,
        examples=tuple(_examples(rule)),
    )


def _examples(rule: Rule | CorpusRule) -> Iterator[tuple[str, str]]:
    headings = (
        ("Found", rule.bad),
        ("Left alone", rule.good),
        ("Known to be missed", rule.missed),
    )
    for heading, examples in headings:
        for example in examples:
            yield heading, _joined(example)


def _joined(example: str | tuple[str, ...]) -> str:
    """An example; a corpus as its texts under their names."""
    if isinstance(example, str):
        return example
    return "\n".join(f"{name}: {text}" for name, text in zip("abcdefgh", example, strict=False))


def _of_fixers() -> Iterator[Entry]:
    for name in ORDER:
        module = import_module(f"credcheck.clean.{name}")
        yield _of_fixer(module.FIXER, module.__doc__ or "")


def _of_fixer(fixer: Fixer, documentation: str) -> Entry:
    mended = (("Mended", f"{before}\n{after}") for before, after in fixer.mends)
    alone = (("Left alone", text) for text in fixer.untouched)
    missed = (("Known to be missed", before) for before, _ in fixer.missed)
    return Entry(
        code=fixer.code,
        name=fixer.name,
        severity=fixer.severity,
        documentation=documentation,
        languages=fixer.languages,
        examples=(*mended, *alone, *missed),
        is_repaired=True,
    )


def _of_fault(kind: FaultKind) -> Entry:
    return Entry(kind.code, kind.name, kind.severity, kind.documentation, ("*",), ())
