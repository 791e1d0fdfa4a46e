"""Made-up reports with their words swapped, and one of them as it was written."""

from __future__ import annotations

from credcheck.settings import Settings
from credcheck.types import Document, Prose, Rule, Source

CLEAN = """The foreign secretary arrived in the capital on Monday for a two-day visit, the first
major trip by a senior official to the country since 2019.

The visit came just days after military officers from both countries had met for the first time in
a year, according to the ministry of defence. Foreign trade has fallen by half since the border was
closed last winter.

"We have asked our neighbours to open the road before the harvest," the secretary told reporters at
a news conference after the meeting. "It is in the interest of both sides, and we will go on
talking."

He said the two governments had pledged to settle disputes through talks. Police recorded a 60 per
cent increase in attacks last year, and hundreds of thousands of people have been forced from their
homes.

Analysts said the trip signalled a willingness on both sides to reset ties. The position of the
government, however, did not change, and officials did not mention security at the meeting."""

SPUN = """The foreign secretary arrived within the capital on Monday for a two-day go to, the
primary main journey by a senior official to the nation since 2019.

The go to got here simply days after navy officers from each nations had met for the primary time
in a 12 months, in keeping with the ministry of protection. Overseas commerce has fallen by half
since the border was closed final winter.

"We now have requested our neighbours to open the highway earlier than the harvest," the secretary
informed reporters at a information convention following the assembly. "It is within the curiosity
of either side, and we will proceed to talk."

He mentioned the 2 governments had pledged to resolve disputes by means of talks. Police recorded a
60 per cent enhance in assaults final 12 months, and a whole bunch of 1000's of individuals have
been pressured from their properties.

Analysts mentioned the journey alerts a readiness from either side to mend ties. The stance of
the federal government, nevertheless, didn't change, and officers didn't point out safety issues on
the assembly."""

# Another report, swapped by the same machine.
OTHER_SPUN = """The mayor mentioned on Tuesday that the town would shut two bridges earlier than the
top of the 12 months, in keeping with a press release. He advised reporters that the choice was
taken to guard folks within the valley, the place assaults on lorries have change into frequent in
the course of the final two winters.

"We now have requested the federal government for assist," he mentioned at a information
convention. Folks within the space have waited three years for a brand new highway, and a whole
bunch of 1000's of kilos have been misplaced in commerce.

The opposition mentioned the transfer was too late. It known as for an inquiry, and its chief
mentioned that native companies had been compelled to shut."""


def prose(text: str, settings: Settings | None = None) -> Prose:
    document = Document("a", Source("a"), text, text)
    return Prose(document, settings or Settings())


def repairs(rule: Rule, text: str, settings: Settings | None = None) -> dict[str, str | None]:
    """What a rule finds in a text -> what it would put there."""
    seen = prose(text, settings)
    return {match.span.of(seen.text): match.edits[0].text for match in rule.find(seen)}
