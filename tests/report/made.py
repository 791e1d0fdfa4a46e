"""A small report made by hand: two files, one with emoji and CRLF, findings of every status."""

from __future__ import annotations

from credcheck.settings import Gate, Settings
from credcheck.types import (
    Alignment,
    Block,
    Claim,
    Document,
    Edit,
    Evidence,
    FileScore,
    Finding,
    Fix,
    Group,
    Judgement,
    Metrics,
    Place,
    Report,
    Severity,
    Source,
    Span,
    Status,
)

FERRY = (
    "Ferry 🚢 news\r\n\r\nThe 🧑‍🌾 ferry left the pier at noon ,and nobody waited."
    " The harbor master said <b>nothing, 100%: why\r\n"
)
WIRE = "The ferry left the quay at noon, and nobody waited.\n"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(id: str, raw: str, **source: object) -> Document:
    return Document(id, Source(id, **source), raw, raw)  # type: ignore[arg-type]


def finding(
    words: str,
    rule: str = "BRK303",
    severity: Severity = "error",
    status: Status = "new",
    repair: str | None = None,
    message: str = "a space too many",
    evidence: tuple[Evidence, ...] = (),
    score: float | None = None,
) -> Finding:
    place = span(FERRY, words)
    fix = None
    if repair is not None:
        fix = Fix("safe", "surplus-space", (Edit(place, repair),))
    return Finding(rule, "ferry.txt", place, message, severity, score, fix, evidence, status)


def score(id: str, words: int = 20, quality: int = 80) -> FileScore:
    return FileScore(
        document=id,
        words=words,
        metrics=Metrics(spun=0.1, broken=0.05, duplicate=0.0, unsupported=None),
        quality=quality,
        verdict="broken" if quality < 90 else "clean",
        counts=(("BRK303", 1),),
        claims=0,
        unsupported_claims=0,
    )


def report(settings: Settings | None = None, findings: tuple[Finding, ...] | None = None) -> Report:
    """Five findings in `ferry.txt`, none in `wire.txt`."""
    ferry = document("ferry.txt", FERRY, newline="\r\n", bom=True)
    wire = document("wire.txt", WIRE)
    words = span(FERRY, "ferry left the pier")
    other = span(WIRE, "ferry left the quay")
    seen = Evidence("alignment", "reworded", "one word differs", "wire.txt", other, 0.9)
    claim = Claim("ferry.txt", span(FERRY, "noon"), "date", "12:00", words)
    made = (
        finding("🧑‍🌾", "BRK102", "warning", message="an unseen character"),
        finding("pier", "SPN104", "warning", evidence=(seen,), message="quay, elsewhere"),
        finding(" ,and", repair=", and"),
        finding("harbor", "SPN105", "info", "suppressed", message="house style"),
        finding("<b>", "BRK202", message="markup left: <b>, 100%: why", score=0.9),
    )
    return Report(
        settings=settings
        or Settings(gate=Gate(file_max={"broken": 0.05}, file_min={"quality": 70})),
        documents=(ferry, wire),
        findings=made if findings is None else findings,
        alignments=(
            Alignment(
                Place("ferry.txt", words),
                Place("wire.txt", other),
                93.5,
                "edited",
                (
                    Block("keep", span(FERRY, "ferry left the"), span(WIRE, "ferry left the")),
                    Block("replace", span(FERRY, "pier"), span(WIRE, "quay")),
                ),
            ),
        ),
        groups=(Group(("ferry.txt", "wire.txt"), "wire.txt", "edited", "one sentence"),),
        judgements=(Judgement(claim, "supported", 1, (seen,)),),
        scores=(score("ferry.txt"), score("wire.txt", 10, 100)),
        notices=("wire.txt: a notice",),
    )
