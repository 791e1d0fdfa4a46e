"""
Find the phrases of your own lexicons.

## Why it matters
Desks keep lists: spun names of their own town, tortured phrases of one science, a house style.
Every file named under `lexicons` in the settings is searched for, in every document, whatever the
reading of the file; name, version and hash of the list stand in the evidence.

## When it is wrong
It finds what the list says, no more and no less. `allow` takes out single phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.lexicons.phrases import Lexicon, fold, load, search
from credcheck.rules.spun import _reading
from credcheck.types import Evidence, Match, Prose, Rule, Span


def find(prose: Prose) -> Iterator[Match]:
    """Yield every phrase of the user's lexicons, list by list."""
    allowed = {fold(phrase) for phrase in prose.settings.allow}
    for path in prose.settings.lexicons:
        lexicon = load(path)
        for start, end, entry in search(lexicon, prose.text):
            if entry.words not in allowed and not prose.is_furniture(Span(start, end)):
                yield _match(prose, lexicon, Span(start, end), entry.intended)


def _match(prose: Prose, lexicon: Lexicon, span: Span, intended: tuple[str, ...]) -> Match:
    written = span.of(prose.text)
    repair = _reading.cased(intended[0], written)
    version = f" {lexicon.version}" if lexicon.version else ""
    listed = f"listed in {lexicon.name}{version} ({lexicon.digest})"
    others = f"; also: {', '.join(intended[1:])}" if intended[1:] else ""
    return Match(
        span,
        words=(written, repair, lexicon.name),
        edits=_reading.restoring(prose.text, span, repair),
        evidence=(Evidence("lexicon", "norm", listed + others),),
    )


RULE = Rule(
    code="SPN105",
    name="lexicon-phrase",
    severity="warning",
    message="'{0}' is listed in {2}; likely '{1}'",
    find=find,
    # The examples are run with tests/lexicons/sample.tsv, which lists "bosom peril".
    bad=("The paper studies [[bosom peril]] in mice.",),
    good=("The paper studies breast cancer in mice, and the peril of the bosom.",),
    languages=("*",),
)
