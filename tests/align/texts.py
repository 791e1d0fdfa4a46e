"""Texts and passages that the tests of alignment share."""

from __future__ import annotations

from credcheck.align.passages import passages
from credcheck.settings import Settings
from credcheck.types import Document, Passage, Prose, Source, Span

# Two invented reports that have nothing to do with each other.
HARBOUR = (
    "The harbour board voted on Tuesday to close the old fish market by the end of June. "
    "Engineers found that two of its four iron pillars had rusted through below the water line. "
    "Traders who have rented stalls there for decades said they learned of the vote from a "
    "notice on the gate. The board promised each of them a place in the new hall, which stands "
    "empty since last winter. A petition to save the building had gathered nine hundred names "
    "by the evening. The architect Edda Marlow, who drew the plans for the new hall, declined "
    "to comment on the delay."
)
# The same with most content words swapped, as a spinner does; names and small words stay.
SPUN_HARBOUR = (
    "The haven council balloted on Tuesday to shut the ancient fish bazaar by the close of "
    "June. Technicians discovered that two of its four iron columns had corroded through "
    "underneath the water mark. Merchants who have leased booths there for decades stated they "
    "heard of the ballot from a placard on the gate. The council pledged each of them a spot in "
    "the fresh hall, which stands vacant since last winter. A plea to rescue the edifice had "
    "collected nine hundred names by the evening. The designer Edda Marlow, who sketched the "
    "plans for the fresh hall, refused to remark on the holdup."
)
ORCHARD = (
    "Apple growers in the upper valley expect their smallest crop in twelve years after a late "
    "frost killed the blossom on most slopes. Some have turned to cider, others let the trees "
    "go and keep sheep between them instead. Research at the station in Ellery shows that rows "
    "planted across the wind suffer least. Pickers will be paid by the hour this autumn, not by "
    "the crate."
)
SCHOOL = (
    "Pupils at the hill school start an hour later from Monday, in a trial that will last until "
    "spring. Teachers hope for fewer sleepy faces in the first lesson. Parents who leave for "
    "work at six may bring their children to a breakfast room, and a bus will call there at "
    "eight."
)


def document(text: str, id: str = "a") -> Document:
    """A document that was read as it is."""
    return Document(id, Source(id), text, text)


def passage(text: str, id: str = "a", furniture: tuple[Span, ...] = ()) -> Passage:
    """The one passage of a text."""
    (found,) = passages(Prose(document(text, id), Settings(), furniture))
    return found
