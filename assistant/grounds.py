"""Whether what was found is ground enough for an answer, and whether a question is of this field."""

import re
from collections.abc import Sequence

from assistant.passage import Passage
from assistant.question import Question
from assistant.retrieval import Retriever
from corpus.glossary import other_field

LOOKED_AT = 3
# Words of law: such a question is of another law, and not of no law at all.
LAW = re.compile(
    r"\b(?:uu|undang-undang|peraturan|pasal|hukum|pidana|penjara|denda|sanksi|tarif|pajak|izin|cuti|pns"
    r"|asn|pppk|tunjangan|pengadaan)\b"
)


def enough(question: Question, found: Sequence[Passage], retriever: Retriever) -> bool:
    """Whether one of the best passages found by words is evidence enough."""
    best = [p for p in found if p.why == "kata"][:LOOKED_AT]
    limits = retriever.weights.refuse
    least = limits.dikenal if in_field(question, best) else limits.asing
    if question.services:
        least *= limits.layanan
    if other_field(question.normal) and not question.about_spm:
        least = limits.ranah_lain
    covered = max((p.cover for p in best), default=0.0)
    asked = max((p.asked for p in best), default=0.0)
    return bool(best) and covered + limits.tanya * asked >= least


def in_domain(question: Question) -> bool:
    """Whether a question names SPM, an urusan, a service or a regulation."""
    named = any(r.regulasi for r in question.references)
    return bool(question.urusan or named or question.about_spm or question.services)


def in_field(question: Question, best: Sequence[Passage]) -> bool:
    """Whether it belongs to this field: by name, or by an everyday word that led here."""
    known = {t.stem for t in question.content if t.alternatives}
    return in_domain(question) or any(known & p.covered for p in best)


def of_law(question: Question) -> bool:
    """Whether it is a question of law, if of one that this base may not have."""
    return in_domain(question) or bool(LAW.search(question.normal))
