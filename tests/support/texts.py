"""Short made-up reports, and claims and judgements made of them."""

from __future__ import annotations

from collections.abc import Mapping

from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.judge import judge, judge_near
from credcheck.types import Claim, Document, Examined, Group, Judgement, Prose, Source

WIRE = (
    "The dam above Sarat burst on Tuesday, killing 41 people and injuring 63, officials said.\n"
    "About 1,200 homes were destroyed in Sarat, the ministry said. “We had asked for money to "
    "repair that wall every year,” said Ilena Droz, the mayor of Sarat."
)
OTHER = (
    "Forty-seven people were killed when the dam above Sarat burst, officials said on Tuesday. In "
    "Sarat 1,200 homes were destroyed. The mayor of Sarat, Ilena Droz, said: “We had begged for "
    "cash to repair that wall every year.”"
)
FAR = (
    "The marathon of Ostermark drew 4,962 runners. “It was a cold morning, and I have never run so "
    "slowly,” said Jonas Bleek, the winner."
)


def examined(name: str, text: str) -> Examined:
    document = Document(name, Source(name), text, text)
    return Examined(document, (), claims(Prose(document, Settings())), (), len(text.split()))


def claims_of(text: str) -> tuple[Claim, ...]:
    return examined("a", text).claims


def judged(texts: Mapping[str, str], groups: tuple[Group, ...] = ()) -> tuple[Judgement, ...]:
    return judge([examined(n, t) for n, t in texts.items()], groups, (), Settings())


def judged_near(*texts: str) -> tuple[Judgement, ...]:
    """Texts "a", "b", ... that are all taken to be on one event."""
    found = [examined(chr(97 + n), text) for n, text in enumerate(texts)]
    near = [[m for m in range(len(found)) if m != n] for n in range(len(found))]
    return judge_near(found, near)


def said(judgements: tuple[Judgement, ...], texts: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Status by document and wording of the claim."""
    return {
        (j.claim.document, j.claim.span.of(texts[j.claim.document])): j.status for j in judgements
    }
