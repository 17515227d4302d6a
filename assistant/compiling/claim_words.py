"""Words that a text claims: denied or stated, deciding words, names, who does what to whom."""

import itertools
import re
from collections.abc import Iterable

from assistant.compiling.claim_numbers import MONTH
from assistant.compiling.rules import rules
from assistant.compiling.spelling import bare, shape, shape_of
from corpus.citation import Rujukan
from corpus.lexical import stopwords, tokens

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%")
CLAUSE_PARTS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%|[.,;:\n()]")
INSIDE = re.compile(
    r"\bdi\s*(dalam|luar)\s+(panti|sekolah|wilayah|fasilitas|rumah|kelas|negeri|daerah|puskesmas)\b"
)
RECEIVED = 14
DOING = re.compile(r"(?:di|me[mnlryw]|ber)\w{4,}")
ACTIVE = re.compile(r"(?!(?:menurut|mengenai|melalui|mengapa|melainkan|menteri)\b)me[mnlryw]\w{3,}")
DENIED, NEAR, WHOLE = 6, 3, "*"
STOPS = frozenset(".,;:()")


def polarity(
    parts: list[str],
) -> tuple[tuple[tuple[str, ...], ...], frozenset[str], frozenset[str]]:
    """What is denied: after every negator the content words of its clause, in order; then the
    words that are denied for sure, and all others.

    A negator denies one verb, through the words that only lead to it ("tidak dapat dipungut":
    dapat and dipungut); "tanpa" and "tidak ada" deny the whole thing that they name.
    """
    r = rules()
    parts = _without_not_only(parts)
    denials: list[tuple[str, ...]] = []
    denied: set[int] = set()
    for n, part in enumerate(parts):
        if part not in r.penyangkal:
            continue
        rest = enumerate(parts[n + 1 :], n + 1)
        clause = list(
            itertools.takewhile(lambda p: p[1] not in STOPS and p[1] not in r.penyangkal, rest)
        )
        words = [(m, w) for m, w in clause if w not in r.kata_sambung][:DENIED]
        whole = part == "tanpa" or (bool(clause) and clause[0][1] == "ada")
        content = [w for _, w in words if w not in r.modal]
        denials.append((WHOLE, *(w for _, w in words)) if whole else tuple(content))
        first = next((k for k, (_, w) in enumerate(words) if w not in r.modal), len(words))
        denied.update(m for m, _ in (words if whole else words[: first + 1]))
    plain = {
        p
        for n, p in enumerate(parts)
        if n not in denied and p.isalnum() and p not in r.kata_sambung and p not in r.penyangkal
    }
    return tuple(denials), frozenset(parts[n] for n in denied), frozenset(plain)


def _without_not_only(parts: list[str]) -> list[str]:
    """ "Bukan hanya A, tetapi juga B" denies nothing."""
    only = {n for n, (one, after) in enumerate(itertools.pairwise(parts))
            if one in ("bukan", "tidak") and after in ("hanya", "saja", "sekadar", "semata")}  # fmt: skip
    return [p for n, p in enumerate(parts) if n not in only and n - 1 not in only]


def deciding(low: str) -> frozenset[str]:
    """The groups of deciding words ("paling lama", "wajib", "hanya") that a text uses."""
    return frozenset(name for name, pattern in rules().groups if pattern.search(low))


def names_in(text: str, references: tuple[Rujukan, ...]) -> frozenset[str]:
    """Stems of words with a capital that do not open a sentence, and of words all in capitals."""
    found: set[str] = set()
    for line in bare(text).splitlines():
        for match in re.finditer(r"(?<![\w.])([A-Z][\w-]*)", line):
            word = match.group(1)
            opens = not re.search(r"[\w,;)]\s*$", line[: match.start()])
            if (opens and not word.isupper()) or len(word) < 2 or word.isdigit():
                continue
            low = word.lower()
            if low in MONTH or low in rules().nama_bebas or re.fullmatch(r"[ivxlc]+", low):
                continue
            found.update(map(shape, tokens(low)))
    named = {shape(s) for r in references for s in tokens(r.teks)}
    return frozenset(found - named)


def actors_in(parts: list[str]) -> list[tuple[int, str]]:
    """(place, actor) of everyone who has duties in these laws."""
    found = []
    n = 0
    first = rules().pelaku_awal
    while n < len(parts):
        for length in (4, 3, 2, 1) if parts[n] in first else ():
            name = rules().pelaku.get(" ".join(parts[n : n + length]))
            if name and n + length <= len(parts):
                found.append((n, name))
                n += length - 1
                break
        n += 1
    return found


def roles_in(
    parts: list[str], actors: list[tuple[int, str]], reach: int
) -> Iterable[tuple[str, str]]:
    """(preposition, actor): the nearest preposition at most `reach` words before."""
    for place, actor in actors:
        for word in reversed(parts[max(0, place - reach) : place]):
            if word in ("kepada", "oleh", "dari", "melalui"):
                yield word, actor
                break


def given_to(parts: list[str]) -> Iterable[frozenset[str]]:
    """After every "kepada" the stems of the next content words."""
    for n, part in enumerate(parts):
        if part == "kepada":
            near = parts[n + 1 : n + 8]
            words = [w for w in near if w not in stopwords() and w.isalpha()]
            # "Dewan Perwakilan Rakyat Daerah" is "DPRD".
            named = {name for _, name in actors_in(near)}
            yield frozenset(map(shape_of, words[:4])) | named


def received_in(parts: list[str], actors: list[tuple[int, str]]) -> Iterable[tuple[str, str]]:
    """(verb stem, actor) where something is done to an actor: "bertanggung jawab kepada camat"."""
    for place, actor in actors:
        if "kepada" not in parts[max(0, place - 2) : place]:
            continue
        before = parts[max(0, place - RECEIVED) : place]
        verb = next((w for w in reversed(before) if DOING.match(w)), None)
        if verb:
            yield shape_of(verb), actor


def acts_in(parts: list[str], actors: list[tuple[int, str]]) -> Iterable[tuple[str, str]]:
    """(verb stem, actor): an active verb soon after the actor, a passive one before "oleh"."""
    for place, actor in actors:
        before = parts[max(0, place - 3) : place]
        after = parts[place + 1 : place + 6]
        if "oleh" in before:
            verb = next(
                (w for w in reversed(parts[max(0, place - 8) : place]) if re.match(r"di\w{4,}", w)),
                None,
            )
            if verb:
                yield shape_of(verb), actor
        elif not {"kepada", "dari", "melalui"} & set(before):
            verb = next((w for w in after if ACTIVE.match(w)), None)
            if verb:
                yield shape_of(verb), actor
