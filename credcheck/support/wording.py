"""
Compare two quotations word by word: the same, cut short, or worded differently?

What newsrooms do to a quotation without changing it is no difference: leaving out its beginning or
end, an ellipsis, words in brackets, contractions, British or American spelling, digits for words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import LCSseq, Levenshtein, Opcode

from credcheck.lexicons import rows
from credcheck.support.folding import folded
from credcheck.support.lexicon import is_known
from credcheck.support.number_words import ORDINALS, spelled
from credcheck.support.sentences import WORD

# Words replaced in a row beyond which two quotations part.
MOST_GAP = 3
# A word such as "not" left out alone changes what is said; a sentence left out is a cut.
MOST_ALONE = 2
# Words that may stand in the place of one without more being changed than the word.
MOST_FOR_ONE = 2
# Words that change what is said though they are grammar.
NEGATIONS = frozenset(
    {"not", "never", "no", "none", "nothing", "nobody", "cannot", "can't", "won't"}
)
WEIGHTY = NEGATIONS | {"all", "only", "every", "must"}
_CONTRACTIONS = {
    "n't": "not",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'m": "am",
    "'s": "is",
}
_FILLERS = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "but",
        "so",
        "well",
        "uh",
        "um",
        "er",
        "you",
        "know",
        "that",
        "just",
        "very",
        "really",
    ]
)
# What stands before a name in one paper, and is left out in another.
_TITLES = frozenset({"mr", "mrs", "ms", "miss"})
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_NUMBER_SIGN = re.compile(r"\b[Nn]o\. ?(?=\d)")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,5}")
_SENTENCE_END = re.compile(r"[.!?][’'”\"]{0,2}\s+(?=[A-Z“\"‘'])")
# Ellipses, words in brackets, names of accounts, words with letters blotted out ("f***", "sh—").
_CUT = re.compile(
    r"\b\w{0,4}\*{1,6}\w{0,8}|\b\w{1,4}(?:[—–]|-{2,4})(?=[\s.,;:!?’”\"']|\Z)"
    r"|\b\w{1,2}[—–]\w{1,3}\b|\b\w{1,4}(?:-{2,4}|[—–]{2,4})\w{1,6}\b|@\w{1,30}"
    r"|…|\.\s?\.\s?\.|\[[^\]]{0,80}\]|\([^)]{0,80}\)"
)
# "[W]e ran": the capital is the editor's, the word is not.
_CAPITAL = re.compile(r"\[(\w)\](?=\w)")
_VOWELS = re.compile(r"(?<=.)[aeiouy']+|(.)(?=\1)")
# A word that nobody knows and that is a letter away from the other one is a slip of the keys, two
# letters in a long word.
LEAST_SLIPPED, LEAST_SLIPPED_TWICE, LEAST_HEARD = 6, 9, 5
_NUMBER_WORD = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)$"
)


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one quotation that stand in the place of words of the other."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How many words of content were put in the place of others, left out or put in."""
        return max(_content(self.left), _content(self.right))

    @property
    def is_replacement(self) -> bool:
        """True if both sides have a word of content, or one a word such as "not"."""
        if self.left and self.right:
            is_turned = not NEGATIONS.isdisjoint((*self.left, *self.right))
            return is_turned or bool(_content(self.left) and _content(self.right))
        rest = self.left or self.right
        return len(rest) <= MOST_ALONE and any(word in WEIGHTY for word in rest)


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    The stretch that two quotations share: words equal, words long, and what differs in it.

    `start` and `end` are its places in the words of either side; it is framed if it begins and ends
    with equal words.
    """

    equal: int
    equal_content: int
    length: int
    changes: tuple[Change, ...]
    start: tuple[int, int] = (0, 0)
    end: tuple[int, int] = (0, 0)
    is_framed: bool = True

    @property
    def replaced(self) -> int:
        """Content words replaced."""
        return sum(change.weight for change in self.changes if change.is_replacement)

    @property
    def is_word_for_word(self) -> bool:
        """True if words stand in the place of as many words, but for one, a few at a time."""
        return all(
            change.left
            and change.right
            and abs(len(change.left) - len(change.right)) <= 1
            and max(len(change.left), len(change.right)) <= MOST_FOR_ONE
            for change in self.changes
        )

    @property
    def is_one_for_one(self) -> bool:
        """True if single words stand in the place of single words."""
        return all(len(change.left) == len(change.right) == 1 for change in self.changes)

    @property
    def is_by_a_word(self) -> bool:
        """True if all that was replaced is a word such as "not" that one side leaves out."""
        replaced = [change for change in self.changes if change.is_replacement]
        return bool(replaced) and not any(c.left and c.right for c in replaced)

    @property
    def share(self) -> float:
        """Share of the shared stretch that is equal, 0..1."""
        return self.equal / self.length if self.length else 0.0


def plain(words: Sequence[str]) -> list[str]:
    """Words as compared: contractions and titles in full, numbers as digits, fillers kept."""
    found: list[str] = []
    for word in words:
        if "'" in word:
            found += _opened(word)
        else:
            found += _in_full(word).split()
    return found


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text as compared."""
    joined = _ORDINAL.sub("", _INITIALS.sub(lambda match: match[0].replace(".", ""), text))
    joined = _NUMBER_SIGN.sub("number ", _THOUSANDS.sub("", joined))
    return tuple(plain([word.lower().replace("’", "'") for word in WORD.findall(joined)]))


def _opened(word: str) -> Iterator[str]:
    for ending, full in _CONTRACTIONS.items():
        if word.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            yield {"ca": "can", "wo": "will"}.get(stem) or _in_full(stem)
            if ending != "'s":
                yield full
            return
    yield word


@cache
def _said_forms() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("said_forms")}


@lru_cache(maxsize=1 << 14)
def _in_full(word: str) -> str:
    if word in ORDINALS:
        return f"{ORDINALS[word]:.0f}"
    if word in _said_forms():
        return _said_forms()[word]
    return f"{spelled(word):.0f}" if _NUMBER_WORD.match(word) and spelled(word) else word


def pieces(raw: str) -> list[str]:
    """A quotation cut at its ellipses and brackets."""
    return [piece for piece in _CUT.split(_CAPITAL.sub(r"\1", raw)) if piece.strip()]


def openings(raw: str) -> frozenset[int]:
    """At which of the words of a text, as compared, its sentences begin; and where it ends."""
    found, count = [0], 0
    for sentence in _SENTENCE_END.split(raw):
        count += len(plain_words(sentence))
        found.append(count)
    return frozenset(found)


def compare(left: Sequence[str], right: Sequence[str]) -> Comparison:
    """The stretch that two lists of words (see `plain`) share, and what differs inside it."""
    stems = [_key(word) for word in left], [_key(word) for word in right]
    steps = list(LCSseq.opcodes(*stems))
    anchors = [n for n, s in enumerate(steps) if s.tag == "equal" and s.src_end - s.src_start >= 2]
    anchors = anchors or [n for n, s in enumerate(steps) if s.tag == "equal"]
    if not anchors:
        return Comparison(0, 0, max(len(left), len(right)), ())
    first, last = _edges(steps, anchors, left, right)
    core = steps[first : last + 1]
    same = [left[i] for s in core if s.tag == "equal" for i in range(s.src_start, s.src_end)]
    length = max(core[-1].src_end - core[0].src_start, core[-1].dest_end - core[0].dest_start)
    return Comparison(
        len(same),
        _content(same),
        length,
        tuple(_not_moved(list(_changes(core, left, right)))),
        (core[0].src_start, core[0].dest_start),
        (core[-1].src_end, core[-1].dest_end),
        core[0].tag == core[-1].tag == "equal",
    )


def _key(word: str) -> str:
    return folded(word) or word


def _edges(
    steps: Sequence[Opcode], anchors: Sequence[int], left: Sequence[str], right: Sequence[str]
) -> tuple[int, int]:
    """
    First and last step of the shared stretch: from anchor to anchor, on over short gaps to further
    equal words, and to the very ends where both quotations have as few words left.
    """
    first, last = anchors[0], anchors[-1]
    while (further := _further(steps, first, -1)) is not None:
        first = further
    while (further := _further(steps, last, 1)) is not None:
        last = further
    head = steps[first].src_start, steps[first].dest_start
    tail = len(left) - steps[last].src_end, len(right) - steps[last].dest_end
    if 0 < head[0] == head[1] <= 2:
        first = 0
    if 0 < tail[0] == tail[1] <= 2:
        last = len(steps) - 1
    return first, last


def _further(steps: Sequence[Opcode], place: int, direction: int) -> int | None:
    """The next equal step in a direction, if the words replaced before it are few and as many."""
    gap = [0, 0]
    place += direction
    while 0 <= place < len(steps):
        step = steps[place]
        if step.tag == "equal":
            return place if abs(gap[0] - gap[1]) <= 1 and min(gap) > 0 else None
        gap[0] += step.src_end - step.src_start
        gap[1] += step.dest_end - step.dest_start
        if max(gap) > MOST_GAP:
            return None
        place += direction
    return None


def _changes(
    steps: Sequence[Opcode], left: Sequence[str], right: Sequence[str]
) -> Iterator[Change]:
    """What stands between the equal steps."""
    one: list[str] = []
    two: list[str] = []
    for step in steps:
        if step.tag == "equal":
            yield from _change(one, two)
            one, two = [], []
        else:
            one += left[step.src_start : step.src_end]
            two += right[step.dest_start : step.dest_end]
    yield from _change(one, two)


def _not_moved(changes: list[Change]) -> Iterator[Change]:
    """The changes without words that one side has in another place: "not always", "always not"."""
    alone = {change for change in changes if not (change.left and change.right)}
    for change in changes:
        if change not in alone or Change(change.right, change.left) not in alone:
            yield change


def _change(left: list[str], right: list[str]) -> Iterator[Change]:
    ours, theirs = ([w for w in side if w not in _FILLERS | _TITLES] for side in (left, right))
    is_joined = "".join(left) == "".join(right) or _content_of(left) == _content_of(right) != ""
    is_same = is_joined or _is_short_for(left, right) or _is_slip(ours, theirs)
    if not is_same and (ours or theirs):
        is_left_out = not (ours and theirs) and not _TITLES.isdisjoint((*left, *right))
        yield (
            Change(tuple(ours), tuple(theirs)) if is_left_out else Change(tuple(left), tuple(right))
        )


def _content_of(words: list[str]) -> str:
    """The words of content run together: "re engage", "to reengage"."""
    return "".join(word for word in words if folded(word) or word in WEIGHTY)


def _is_short_for(left: list[str], right: list[str]) -> bool:
    """True if one side is the initials of the other: "EB" for "(new) executive board"."""
    short, full = sorted((left, right), key=len)
    initials = "".join(word[0] for word in full)
    return len(short) == 1 and len(full) > 1 and short[0] in {initials, initials[1:]} - {""}


def _is_slip(left: list[str], right: list[str]) -> bool:
    """
    True if two single words are a letter or two apart, and one is no word that is known.

    Or if they sound alike: who takes down speech hears "complementary" for "complimentary", "lyin'"
    for "lying", and writes a foreign name as it sounds.
    """
    if len(left) != 1 or len(right) != 1:
        return False
    if f"{left[0]}g" == right[0] or f"{right[0]}g" == left[0]:
        return True
    if min(len(left[0]), len(right[0])) >= LEAST_HEARD and _sound(left[0]) == _sound(right[0]):
        return True
    shorter = min(len(left[0]), len(right[0]))
    most = (shorter >= LEAST_SLIPPED) + (shorter >= LEAST_SLIPPED_TWICE)
    is_known_pair = is_known(folded(left[0])) and is_known(folded(right[0]))
    return not is_known_pair and Levenshtein.distance(left[0], right[0]) <= most


def _sound(word: str) -> str:
    """A word without vowels but that it begins with one, and without doubled letters."""
    heard = _VOWELS.sub("", word.replace("ph", "f"))
    return "a" + heard[1:] if heard[:1] in {"a", "e", "i", "o", "u"} else heard


def _content(words: Sequence[str]) -> int:
    return sum(bool(folded(word)) or word in WEIGHTY for word in words)
