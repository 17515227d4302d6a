"""The index IP SPM: its formula and weights, its categories, the category of a given value."""

import re
from decimal import Decimal

from assistant import messages
from assistant.compose.draft import Case, Draft
from assistant.compose.shorten import shortened
from assistant.format import number
from corpus.models import Kategori
from corpus.parameters import categories

LAW = "permendagri-59-2021"
FORMULA_UNIT, WHOLE_UNIT = f"{LAW}/ip-spm-rumus-dan-bobot", f"{LAW}/ip-spm-agregasi-daerah"
CATEGORY_UNIT = f"{LAW}/ip-spm-kategori"
INDEX = re.compile(r"\bip[\s-]?spm\b|\bindeks\b|\bindex\b")
FORMULA = re.compile(
    r"\b(?:rumus\w*|formula\w*|(?:cara|gimana|bagaimana)\s+(?:\w+\s+)?(?:meng)?hitung\w*"
    r"|dihitung|perhitungan|penghitungan|ngitung\w*)\b"
)
WEIGHT, SIDE = re.compile(r"\bbobot\w*\b"), re.compile(r"\b(?:penerima|mutu)\b")
CATEGORY = re.compile(
    r"\b(?:kategori\w*|predikat\w*|tuntas\s+(?:paripurna|utama|madya|pratama|muda)|belum\s+tuntas"
    r"|masuk\s+(?:apa|mana))\b"
)
# Words that speak of a result where the index itself is not named.
RESULT = re.compile(r"\b(?:tuntas|capaian\w*|nilai\w*|skor\w*|persen)\b|%")
VALUE = re.compile(r"(?<![\d/.,-])(\d{1,3}(?:[.,]\d{1,4})?)(?![\d/]|[.,]\d)")
# Years, rows of a form and pasal are numbers too: only what can be an index is taken for one.
HIGHEST = 100
MOST_WORDS = 6


def ip_spm(case: Case) -> Draft | None:
    """Formula or category; None where the question is about something else."""
    normal = case.question.normal
    if case.question.references or len(case.question.content) > MOST_WORDS:
        return None
    about_index = bool(INDEX.search(normal))
    if CATEGORY.search(normal) and (about_index or RESULT.search(normal)):
        return _categories(case, _value(normal))
    if WEIGHT.search(normal) and (about_index or SIDE.search(normal)):
        return _units(case, FORMULA_UNIT)
    if FORMULA.search(normal) and about_index:
        return _units(case, FORMULA_UNIT, WHOLE_UNIT)
    return None


def _value(normal: str) -> Decimal | None:
    """The only number of the question that can be an index."""
    found = [Decimal(n.replace(",", ".")) for n in VALUE.findall(normal)]
    possible = [n for n in found if n <= HIGHEST]
    return possible[0] if len(possible) == 1 else None


def _units(case: Case, *addresses: str) -> Draft | None:
    """What the digest says, one unit a paragraph."""
    draft = Draft(case.day)
    for address in addresses:
        passage = case.retriever.place(address)
        if passage is not None:
            mark, text = draft.cite_explained(passage, lambda c: shortened(c.teks, case.question))
            draft.say(text, mark)
    if not draft.sentences:
        return None
    draft.notices.append(messages.ARTICLE_UNCONFIRMED)
    return draft


def _categories(case: Case, value: Decimal | None) -> Draft | None:
    """The category of a value by code, then the list; or the list alone."""
    passage = case.retriever.place(CATEGORY_UNIT)
    listed = _units(case, CATEGORY_UNIT)
    if passage is None or listed is None or value is None:
        return listed
    held = next(k for k in categories() if value >= k.batas_bawah)
    draft = Draft(case.day)
    text = messages.CATEGORY_OF.format(nilai=number(value), kategori=held.nama, batas=_range(held))
    digits = int(re.sub(r"\D", "", number(value)))
    draft.say(text, draft.cite_passage(passage), computed=[digits])
    draft.say(passage.explained.teks, draft.cite_passage(passage))
    draft.notices += listed.notices
    return draft


def _range(category: Kategori) -> str:
    """ "80 sampai di bawah 90"."""
    above = [k for k in categories() if k.batas_bawah > category.batas_bawah]
    low = number(category.batas_bawah)
    if not above:
        return low
    high = number(above[-1].batas_bawah)
    if category.batas_bawah == 0:
        return messages.BELOW.format(atas=high)
    return messages.FROM_TO_BELOW.format(bawah=low, atas=high)
