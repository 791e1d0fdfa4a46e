"""
Find a number or date that another given source gives otherwise for the same thing.

Two numbers are compared only if they are of one kind and unit, count the same thing in the same
state (dead, injured, missing, ...), and stand in sentences that speak of the same. The finding is
made where fewer of the independent sources agree, or on both sides if they are even; the evidence
names the other sides. It is a question for an editor, and says nothing about who is right.

## Why it matters
Tolls, dates and amounts are where copies of a story drift apart, and where a slip of the keyboard
does the most harm.

## When it is wrong
Two counts of different things can stand in very similar words ("12 boats were lost", one on each
coast), and one figure may be of two days. Counts that grow are left out only where the texts state
different times or say that the figure moved. Rounding, "about", "a dozen", units and scales
("1.2bn", "1,200 million"), parts, rates, guesses, polls and other periods are no differences. On
invented events more than nine in ten findings are right, on real unmodified articles four to six in
ten (`benchmarks/accuracy/support.md`): hence an observation, unless much speaks for one figure. The
longer the reports, the more it takes. Days, times and numbers in a row are one always.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.unsupported._sources import differing
from credcheck.support.likeness import MOMENT_KINDS
from credcheck.types import Claim, Corpus, CorpusRule, Finding

# Likeness from which a finding is a warning: of 11 told so in real articles 10 were right, of the
# other 21 9; see `benchmarks/accuracy/support.md`.
STRICT = 0.7
# Of 47 days, times, ordinals and labels once told in real articles 7 were right.
IN_A_ROW, NEVER = MOMENT_KINDS | {"ordinal", "label"}, 2.0


def find(corpus: Corpus) -> Iterable[Finding]:
    """A finding for every number or date judged to differ."""
    for judgement in corpus.judgements:
        if judgement.status == "differs":
            strict = NEVER if _is_in_a_row(judgement.claim) else STRICT
            yield differing(corpus, judgement, RULE, strict)


def _is_in_a_row(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.kind in IN_A_ROW


RULE = CorpusRule(
    code="UNS201",
    name="differing-value",
    severity="info",
    message="“{}” here, {}",
    find=find,
    bad=(
        (
            "A ferry sank off Porto Celeste on Friday. Rescuers said [[14]] passengers had drowned "
            "when the ferry Aurelia overturned near the harbour wall.",
            "The ferry Aurelia overturned near the harbour wall at Porto Celeste on Friday. "
            "At least [[41]] passengers drowned, rescuers said.",
        ),
        (
            "The Lindqvist bridge will open to traffic on [[3 May]], the county council said.",
            "The county council said the Lindqvist bridge would open to traffic on [[5 May]].",
        ),
    ),
    good=(
        (
            "Police in Varnholm said 12 climbers were rescued from the Kessel ridge.",
            "A dozen climbers were rescued from the Kessel ridge, police in Varnholm said.",
        ),
        (
            "The Orlan fund holds assets of $1.2bn, its managers said.",
            "Managers of the Orlan fund said it holds assets of $1,200 million.",
        ),
        (
            "By Monday evening 14 people were known to have died in the Tarsk mine fire.",
            "The Tarsk mine fire had killed 19 people by Wednesday morning.",
        ),
        (
            "Nearly 5,000 runners entered the Ostermark marathon.",
            "There were 4,962 runners in the Ostermark marathon.",
        ),
        (
            "The strike at Larkin Steel costs the company $2 million a day, its owners said.",
            "The strike at Larkin Steel has cost the company $8 million so far, its owners said.",
        ),
        (
            "Exports of the port of Vessel Bay rose 4 per cent in the first quarter.",
            "Exports of the port of Vessel Bay rose 6 per cent in the second quarter.",
        ),
        (
            "Organisers said 6,000 people marched in Ruhl against the pension reform.",
            "Police said 3,500 people marched in Ruhl against the pension reform.",
        ),
        (
            "The Ostrander plant will cut 420 jobs, 160 of them in the paint shop.",
            "The Ostrander plant will cut 160 jobs in the paint shop.",
        ),
        (
            "The jury of seven women and five men in the Kell case sat for 11 hours.",
            "The jury of 12 in the Kell case sat for 11 hours.",
        ),
        # How far the count had come, on two evenings.
        (
            "With 40 percent of precincts reporting, Ada Holm led the race for mayor of Gera.",
            "With 85 percent of precincts reporting, Ada Holm led the race for mayor of Gera.",
        ),
        # Two opinion polls.
        (
            "In a poll of voters in Gera 48 percent said they would vote for Ada Holm.",
            "A survey of voters in Gera found that 44 percent would vote for Ada Holm.",
        ),
        # A price of the hour.
        (
            "Crude of the northern fields rose to $61.20 a barrel in Tarsk.",
            "Crude of the northern fields fell to $58.40 a barrel in Tarsk.",
        ),
        # Rounded to one digit.
        (
            "Parliament in Norvia passed a budget of $1 trillion on Friday.",
            "The budget of $1.07 trillion was passed by parliament in Norvia on Friday.",
        ),
        # Two of a row that the court numbers.
        (
            "Judge Ilena Droz sits on the 3rd Circuit of the court of appeals in Norvia.",
            "Judge Ilena Droz was heard by the 5th Circuit of the court of appeals in Norvia.",
        ),
        (
            "Year Visitors to Halden Fort\n2019 1,000\n2020 3,500\n2021 4,200",
            "Visitors to Halden Fort numbered 3,500 in 2020.",
        ),
    ),
)
