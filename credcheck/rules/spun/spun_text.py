"""
Find articles that read as if a synonym-swapping machine had been over them.

## Why it matters
A spun copy hides where a story came from, and carries wrong words into it: ministries, numbers and
quotations that nobody ever used. The finding is about the whole file and stands at its first line;
`spun-phrase` shows the places.

## When it is wrong
The reading weighs every word against words that fluent news English would have in its place, and
asks whether there are too many such places for a text of this length and register. Translated
text, heavy jargon and older prose come closest to a false alarm; below 150 words only overwhelming
evidence counts, and the message says that the text is short. `suspect` is an observation, no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.spun import _reading
from credcheck.types import Evidence, Match, Prose, Rule, Span


def find(prose: Prose) -> Iterator[Match]:
    """Yield one match for a file whose reading is suspect or spun."""
    reading = _reading.reading(prose)
    if reading.verdict == "clean":
        return
    places = len(_reading.strong(reading, prose.text))
    detail = f"{places} of {reading.words} words or phrases would be likelier otherwise; "
    detail += f"score {reading.score:.2f}"
    if reading.too_short:
        detail += "; the text is short, so weigh this with care"
    how = "reads as" if reading.verdict == "spun" else "reads in places as"
    yield Match(
        _first_line(prose.text),
        words=(how, str(places)),
        score=_reading.score(reading.score),
        severity="warning" if reading.verdict == "spun" else "info",
        evidence=(Evidence("language-model", "norm", detail),),
    )


def _first_line(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, len(text) if end < 0 else end)


RULE = Rule(
    code="SPN100",
    name="spun-text",
    severity="warning",
    message="the text {0} reworded by a synonym machine: {1} places",
    find=find,
    bad=(
        "[[The overseas minister arrived within the capital on Monday for a quick go to, the "
        "primary one by a member of the cupboard to the nation since 2019.]]\n"
        "His go to got here simply days after navy officers from each nations had met for the "
        "primary time in a 12 months, in keeping with the ministry of overseas affairs.\n"
        "At a information convention following the assembly, he mentioned the 2 governments "
        "had pledged to resolve disputes between the 2 nations by means of talks. Regulation "
        "enforcement businesses recorded a 60 % enhance in assaults final 12 months, and a whole "
        "bunch of 1000's of individuals have been pressured from their properties.\n"
        "Observers mentioned the talks confirmed a brand new urge for food for compromise. "
        "The stance of the federal government, nevertheless, didn't change, and officers didn't "
        "point out safety issues on the assembly.",
    ),
    good=(
        "The foreign minister arrived in the capital on Monday for a one-day visit, the first by "
        "a senior official since 2019. Officers from both countries met last week for the first "
        "time in a year, the ministry said. He told a news conference that the two governments "
        "would settle their disputes by talking. Police recorded a 60 percent rise in attacks "
        "last year, and hundreds of thousands of people have been forced from their homes. "
        "Analysts said the trip showed a willingness on both sides to mend relations, though "
        "neither had changed its position and nobody mentioned the border fence.",
        "The Lok Sabha passed the Rs 4,200 crore package on Tuesday, with the opposition "
        "walking out. The finance minister said 12 lakh farmers would get the money by Diwali. "
        "Police have registered an FIR against the contractor, who is absconding.",
    ),
)
