"""How findings of the other sources are put into words."""

from __future__ import annotations

from credcheck.rules.quoting import quoted
from credcheck.types import Corpus, CorpusRule, Evidence, Finding, Judgement, Severity


def differing(corpus: Corpus, judgement: Judgement, rule: CorpusRule, strict: float) -> Finding:
    """
    The finding for a value that other sources give otherwise; see `message`.

    Where its likeness reaches `strict` it is a warning, unless the user has set a severity.
    """
    claim = judgement.claim
    against = [e for e in judgement.evidence if e.relation == "differs"]
    score = max((e.similarity or 0.0 for e in against), default=0.0)
    return Finding(
        rule=rule.code,
        document=claim.document,
        span=claim.span,
        message=rule.message.format(
            _own(corpus, judgement), _others(corpus, claim.document, against)
        ),
        severity=severity(corpus, rule, "warning" if score >= strict else rule.severity),
        score=score,
        evidence=judgement.evidence,
    )


def _own(corpus: Corpus, judgement: Judgement) -> str:
    claim = judgement.claim
    return quoted(claim.span.of(corpus[claim.document].document.raw))


def _others(corpus: Corpus, own: str, against: list[Evidence]) -> str:
    """`“41” in b and c`, the most frequent value first."""
    by_text: dict[str, list[str]] = {}
    for e in against:
        if e.document and e.span:
            text = quoted(e.span.of(corpus[e.document].document.raw))
            names = by_text.setdefault(text, [])
            name = seen_from(own, e.document)
            if name not in names:
                names.append(name)
    ranked = sorted(by_text.items(), key=lambda item: (-len(item[1]), item[0]))
    return "; ".join(f"“{text}” in {listed(names)}" for text, names in ranked)


def seen_from(own: str, other: str) -> str:
    """The name of another file without the folder that both lie in."""
    folder = own[: own.rfind("/") + 1]
    return other.removeprefix(folder)


def listed(names: list[str], limit: int = 3) -> str:
    """Names in a row, the rest as a number."""
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def severity(corpus: Corpus, rule: CorpusRule, default: Severity | None = None) -> Severity:
    """The severity of a rule as the user has set it, else `default` or the rule's own."""
    chosen: Severity | None = corpus.settings.severity.get(rule.code)
    return chosen or corpus.settings.severity.get(rule.name) or default or rule.severity
