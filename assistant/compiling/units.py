"""The pieces of a text that say one thing: sentences, halves of a contrast, lists with their opening.

What a sentence says must stand in one of them: words collected from here and there can say anything,
such as the reverse ("provinsi di dalam panti, kabupaten di luar panti").
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from assistant.compiling.claim_words import INSIDE, WORD, actors_in
from assistant.compiling.claims import numbers
from assistant.compiling.rules import rules
from assistant.compiling.spelling import alike, shape
from corpus.citation import find_references
from corpus.glossary import abbreviations
from corpus.lexical import tokens

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\"“])")
LETTERED = re.compile(r"(.+?)\s(?=a\.\s)(a\..+;\s*(?:dan\s+)?[b-z]\..+)", re.DOTALL)
POINTS_BACK = re.compile(
    r"\s*(?:keduanya|ketiganya|semuanya|mereka|itu|ini|hal\s+(?:itu|ini)|(?:ketentuan|layanan|daftar)\s+(?:itu|ini))\b",
    re.IGNORECASE,
)
# "Kebutuhannya": of what the sentence before speaks of; some words only end like it.
OF_IT = re.compile(
    r"\b(?!(?:lain|ha|pu|biasa|misal|seharus|sebaik|sebelum|selanjut|keselu\w+|se\w+)nya\b)\w{4,}nya\b",
    re.IGNORECASE,
)
CONTRAST = re.compile(
    # "Berhalangan sementara" is no contrast, nor is "bukan hanya A, tetapi juga B".
    r",?\s*\b(?:sedangkan|sementara\s+itu|adapun|sebaliknya|tetapi(?!\s+juga)|namun|melainkan)\b"
    r"|,\s*sementara\b",
    re.IGNORECASE,
)
# "A dinilai oleh X dan B-nya oleh Y": what is said of X is not said of B.
BY_ANOTHER = re.compile(r"\s+dan\s+(?=\w+(?:\s+\w+){0,3}\s+oleh\b)", re.IGNORECASE)
ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•–])\s*")
# An item with a subject of its own: "BPBD menangani evakuasi".
CLAUSAL = re.compile(r"^[A-Z]\S+(?:\s+\S+){0,4}?\s+(?:me[mnlrwy]\w{3,}|di\w{4,})")
# "pengawas, yaitu inspektorat jenderal": each item tells its own thing.
DEFINED = re.compile(r"\b(?:yaitu|yakni|ialah|adalah)\b|^[^:]{3,40}:\s")
TURN = re.compile(r"\s*(?:namun|sebaliknya|tetapi|akan tetapi|adapun)\b", re.IGNORECASE)
VERB = re.compile(r"\b(?:me[mnlrwy]\w{3,}|di\w{4,}|ber\w{4,})")
CLAUSE = re.compile(
    r";|,\s*sementara\b|,?\s*\b(?:sedangkan|sementara\s+itu|adapun|sebaliknya|tetapi|namun|melainkan|sehingga|karena)\b"
    r"|,\s+(?:dan|serta|sebagaimana)\s+(?=\w+\s+\w+\s+\w+)",
    re.IGNORECASE,
)
# "Peraturan ini" names the law that is cited.
DIGIT = re.compile(r"\d")
ITSELF = "ini"
THIS_LAW = re.compile(r"\b(?:peraturan|undang-undang|keputusan|permen\w*)\s+ini\b", re.IGNORECASE)
LEVELS = frozenset("kabupaten kota provinsi kab prov desa nasional".split())


@dataclass(frozen=True)
class Piece:
    """A piece of text. `apart`: what it says must not be mixed with its neighbours."""

    text: str
    apart: bool = False


@dataclass(frozen=True)
class Unit:
    """One piece: its stems, the parties and places that it speaks of, the laws that it names,
    and its numbers."""

    stems: frozenset[str]
    parties: frozenset[str]
    laws: frozenset[str]
    numbers: frozenset[Decimal] = frozenset()


def vocabulary(text: str) -> frozenset[str]:
    """Stems of a text, with those of its abbreviations written out."""
    held = set(tokens(alike(text)))
    for word in list(held):
        for row in abbreviations().get(word, ()):
            held.update(tokens(row.arti))
    return frozenset(map(shape, held))


def parties(text: str) -> frozenset[str]:
    """Levels, actors and places ("di luar panti") that a text speaks of."""
    low = text.lower()
    found = {name for name in rules().pihak if rules().group[name].search(low)}
    found |= {f"{m[1]} {m[2]}" for m in INSIDE.finditer(low)}
    actors = {a for _, a in actors_in(WORD.findall(low))} - rules().bukan_pihak
    return frozenset(found | actors)


@lru_cache(maxsize=8192)
def unit(text: str) -> Unit:
    """One piece as a unit."""
    # A citation has a number: most pieces have none, and reading them would be in vain.
    named = find_references(text) if DIGIT.search(text) else ()
    laws = frozenset(r.regulasi for r in named if r.regulasi)
    laws |= {ITSELF} if THIS_LAW.search(text) else frozenset()
    return Unit(vocabulary(text), parties(text), laws, frozenset(n.value for n in numbers(text)))


@lru_cache(maxsize=1024)
def units(text: str) -> tuple[Unit, ...]:
    """The units of a text, in order: its pieces, and neighbouring sentences that go on with the
    same thing as one."""
    every = pieces(text)
    joined = [
        Piece(f"{one.text} {after.text}")
        for one, after in pairwise(every)
        if not one.apart
        and not after.apart
        and not _parallel(one.text, after.text)
        and _goes_on(unit(one.text), unit(after.text))
    ]
    return tuple(unit(piece.text) for piece in (*every, *joined))


def _goes_on(one: Unit, after: Unit) -> bool:
    """Whether a sentence speaks of the same law and level as the one before it."""
    levels = one.parties & set(rules().pihak), after.parties & set(rules().pihak)
    return after.laws <= one.laws | {ITSELF} and (not all(levels) or levels[0] == levels[1])


def _parallel(one: str, after: str) -> bool:
    """ "Contoh PAUD: buku gambar. Contoh ibu hamil: buku KIA.": each says it of another thing."""
    openings = [text.partition(":")[0].split()[:2] for text in (one, after) if ":" in text]
    return len(openings) == 2 and openings[0][:1] == openings[1][:1]


def pieces(text: str) -> list[Piece]:
    """The pieces as text; the opening of a list stands in front of its items."""
    found: list[Piece] = []
    lines = _lines(text)
    n = 0
    while n < len(lines):
        items: list[str] = []
        if lines[n].rstrip().endswith(":"):
            while n + 1 + len(items) < len(lines) and ITEM.match(lines[n + 1 + len(items)]):
                items.append(lines[n + 1 + len(items)])
        new = _listed(lines[n], items) if items else _inline(lines[n])
        for piece in new:
            # "Keduanya dinilai terpisah" says something of what stands before it.
            if POINTS_BACK.match(piece.text):
                found.append(_with_before(piece, found[-2:]))
                continue
            if OF_IT.search(piece.text):
                found.append(_with_before(piece, found[-1:]))
            found.append(piece)
        n += 1 + len(items)
    return found


def _with_before(piece: Piece, before: list[Piece]) -> Piece:
    return Piece(" ".join([*(_impersonal(p.text) for p in before), piece.text]), piece.apart)


def _lines(text: str) -> list[str]:
    """Items of a list as they are, other lines sentence by sentence."""
    found: list[str] = []
    for line in text.splitlines():
        found += [line] if ITEM.match(line) else SENTENCE.split(line)
    return [line for line in found if line.strip()]


def _inline(sentence: str) -> list[Piece]:
    """A sentence, its halves where it contrasts, its items where it lists with semicolons."""
    opening, colon, rest = sentence.partition(":")
    if colon and ";" in rest:
        return _listed(opening, rest.split(";"))
    lettered = LETTERED.match(sentence)
    if lettered:
        return _listed(lettered[1], lettered[2].split(";"))
    parts = sentence.split(";")
    levels = {parties(part) & set(rules().pihak) for part in parts} - {frozenset()}
    return [
        Piece(half.text, half.apart or len(levels) > 1) for part in parts for half in _halves(part)
    ]


def _listed(opening: str, items: list[str]) -> list[Piece]:
    """A list is one piece; items that are clauses of their own are pieces of their own."""
    clean = [ITEM.sub("", item).strip() for item in items]
    levels = {parties(item) & set(rules().pihak) for item in clean} - {frozenset()}
    own = sum(bool(CLAUSAL.match(item) or DEFINED.search(item)) for item in clean)
    if own > len(clean) / 2 or len(levels) > 1:
        return [Piece(f"{opening} {h.text}", True) for item in clean for h in _halves(item)]
    return [Piece(" ".join([opening, *clean]))]


def _halves(sentence: str) -> list[Piece]:
    """A sentence, or the halves of a contrast; a half without a verb takes the other's words but
    not its parties."""
    halves = [half for half in CONTRAST.split(sentence) if half and half.strip()]
    if len(halves) == 1 and (cut := _same_again(sentence)):
        return [Piece(sentence[:cut], True), Piece(sentence[cut:], True)]
    if len(halves) == 1 and BY_ANOTHER.search(sentence):
        one, other = BY_ANOTHER.split(sentence, maxsplit=1)
        # The second half is about the same level, but not about the same doer.
        levels = " ".join(w for w in WORD.findall(one.lower()) if w in LEVELS)
        return [Piece(one, True), Piece(f"{other} {_impersonal(one)} {levels}", True)]
    if len(halves) < 2:
        return [Piece(half, bool(TURN.match(half))) for half in halves]
    whole = [h for h in halves if VERB.search(h)]
    return [
        Piece(half if VERB.search(half) or not whole else f"{half} {_impersonal(whole[0])}", True)
        for half in halves
    ]


def _same_again(sentence: str) -> int:
    """Where "dan" begins with the first word of the sentence again: "Pembatalan A oleh X dan
    pembatalan B oleh Y" says two things. 0 where it does not."""
    first = sentence.split(maxsplit=1)[0].lower() if sentence.strip() else ""
    again = re.search(rf"\s(?:dan|serta)\s+{re.escape(first)}\b", sentence.lower()[1:])
    return (
        again.start() + 1
        if again and len(first) > 4 and VERB.search(sentence[: again.start()])
        else 0
    )


def _impersonal(half: str) -> str:
    """The words of a half without parties, places and numbers."""
    low = INSIDE.sub(" ", half.lower())
    named = {w for name in parties(half) for w in name.split()}
    return " ".join(w for w in WORD.findall(low) if w not in named and w not in LEVELS)


def clauses(sentence: str) -> list[str]:
    """The parts of an answer's sentence that say something of their own."""
    return [part for part in CLAUSE.split(sentence) if part and part.strip()]


Knows = Callable[[str, frozenset[str]], bool]
