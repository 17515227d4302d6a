"""A follow-up question takes from the one before it what it leaves out.

"kalau provinsi?" keeps the topic and changes the level; "yang ayat 3 bagaimana?" keeps pasal and
regulation and changes the ayat. Retrieval runs again each turn: only words are carried over.
"""

import re
from dataclasses import replace

from assistant.question import Question
from corpus.citation import Rujukan
from corpus.lexical import stems
from corpus.numerals import NUMERAL, numeral
from ingest.lists import letters

CUE = re.compile(
    r"^(?:kalau|kalo|klo|lalu|terus|trus|terusan|bagaimana|gimana|dan|nah|itu|yang|untuk|berarti|jadi|oh|ok"
    r"|kan|tapi|lha|lah|siapa|berapa|kapan|apa|masa|bukannya|bukankah|contohnya|misalnya|pasal|di)\b"
)
POINTS_BACK = re.compile(
    r"\b(?:itu|tersebut|tadi|tsb|di\s?atas|nya|ini|kalau|kalo|sama|juga|lalu|terus"
    r"|bagaimana dengan)\b|nya\b"
)
AYAT_ONLY = re.compile(r"\bayat\s*\(?(?P<ayat>\d+)\)?|\bhuruf\s+(?P<huruf>[a-z])\b")
# "yang kedua", "tahap ke-3": an item of the list that was talked about.
ORDINAL = re.compile(
    rf"\b(?:yang|tahap\w*|nomor|poin|butir|jenis|urutan)\s+(?:ke[\s-]*)?(?P<n>{NUMERAL}|\d{{1,2}})\b"
)
# A question word opens whole questions too: with more words of its own than this, it is one.
OPENS = re.compile(r"^(?:siapa|berapa|kapan|apa)\b")
OWN_WORDS = 2
FEW_WORDS = 4
LEVEL_WORDS = frozenset(
    stems("kabupaten kota kab provinsi prov pemprov pemkab bupati gubernur".split())
)


def is_follow_up(question: Question) -> bool:
    """Whether a question leans on the one before it: short, or pointing back."""
    if question.references and question.references[0].regulasi:
        return False
    if len(question.content) > FEW_WORDS:
        return False
    whole = bool(OPENS.search(question.normal)) and len(question.content) > OWN_WORDS
    cued = bool(CUE.search(question.normal)) and not whole
    return cued or bool(POINTS_BACK.search(question.normal))


def resolve(question: Question, before: Question) -> Question:
    """The question with what it leaves out taken from the one before."""
    references = _references(question, before)
    kept = {t.stem for t in question.terms}
    carried = [
        t
        for t in before.terms
        if t.stem not in kept
        and not (question.tingkat and t.stem in LEVEL_WORDS)
        and not (question.urusan and before.urusan != question.urusan and _names(t.stem, before))
    ]
    return replace(
        question,
        normal=f"{question.normal} {_rest(question, before)}".strip(),
        terms=(*question.terms, *carried),
        references=references,
        urusan=question.urusan or before.urusan,
        tingkat=question.tingkat or before.tingkat,
        services=question.services or before.services,
        senses=tuple({**dict(before.senses), **dict(question.senses)}.items()),
        day=question.day if question.past else before.day,
        past=question.past or before.past,
        intents=question.intents or before.intents,
        parts=(),
    )


def item_meant(question: Question, list_text: str) -> str | None:
    """The item of a lettered list that a question points to by its number, or None."""
    match = ORDINAL.search(question.normal)
    if match is None:
        return None
    number = int(match["n"]) if match["n"].isdigit() else numeral(match["n"])
    items = letters(list_text)[1]
    return items[number - 1].teks if 0 < number <= len(items) else None


def _rest(question: Question, before: Question) -> str:
    """The words of the earlier question that composers look for, its level words left out."""
    if question.tingkat is None:
        return before.normal
    return " ".join(w for w in before.normal.split() if not {*stems([w])} & LEVEL_WORDS)


def _names(stem: str, before: Question) -> bool:
    return any(stem in stems(u.split("_")) for u in before.urusan)


def _references(question: Question, before: Question) -> tuple[Rujukan, ...]:
    """A bare ayat or pasal belongs to the place or law that was talked about."""
    last = next((r for r in reversed(before.references) if r.regulasi), None)
    if question.references:
        named = question.references[0]
        if named.regulasi is None and last is not None:
            return (replace(named, regulasi=last.regulasi, dikenal=last.dikenal),)
        return question.references
    only = AYAT_ONLY.search(question.normal)
    if last and last.pasal and only:
        ayat, huruf = only["ayat"] or last.ayat, only["huruf"]
        return (replace(last, ayat=ayat, huruf=huruf),)
    return tuple(r for r in before.references if r.pasal is None)
