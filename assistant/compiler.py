"""The citation compiler: keeps the sentences of a model that their marks support, drops the rest.

A mark must be one that was handed out. Then everything in a sentence that can be looked up must
stand in what it cites: numbers with their units, dates, pasal, regulations, quoted runs, names,
deciding words ("paling lama", "wajib", "tidak"), who does what. Enough of its other words must
stand there too, and the cited law must be in force on the day unless the sentence says it is not.
Nothing here asks a model.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from assistant import steering
from assistant.citation_rules import rules
from assistant.claims import NEAR, WHOLE, Claims, bare, claims, negated_parts, shape, squeeze
from assistant.evidence import Evidence
from assistant.sentences import MARK, Spoken, split
from assistant.units import Unit, clauses, parties, unit, units, vocabulary
from corpus.catalogue import services
from corpus.citation import Rujukan
from corpus.glossary import abbreviations
from corpus.lexical import stems, tokens
from corpus.registry import get, status_on, successors

INCLUDES = re.compile(r"(?<!tidak )\btermasuk\b")
YEAR = re.compile(r"(?:19|20)\d\d")
VERB = re.compile(r"(?:di|me|ber|ter)\w{3,}")
COMMON = re.compile(
    r"^(?:pelayanan|penyediaan|pemenuhan)\s+(?:kesehatan\s+)?(?:pada\s+|bagi\s+|orang\s+dengan\s+)?"
)
Why = str
"""Why a sentence was dropped: a name in CHECKS, or "tanpa_sitiran", "sitiran_asing", "perintah",
"daftar_tidak_utuh"."""


@dataclass(frozen=True)
class Kept:
    """A sentence that passed. `item`: it is an item of a list."""

    text: str
    marks: tuple[int, ...]
    item: bool


@dataclass(frozen=True)
class Dropped:
    """A sentence that did not, and why."""

    text: str
    why: Why


@dataclass(frozen=True)
class Compiled:
    """What became of a model's text, in its order."""

    kept: tuple[Kept, ...]
    dropped: tuple[Dropped, ...]

    @property
    def survived(self) -> float:
        """Share of sentences kept, 0 where there were none."""
        total = len(self.kept) + len(self.dropped)
        return len(self.kept) / total if total else 0.0


@dataclass(frozen=True)
class Facts:
    """A sentence beside all that it cites."""

    said: Claims
    held: tuple[Claims, ...]
    evidence: tuple[Evidence, ...]
    day: date
    asked: frozenset[str]


def compile_text(
    text: str, handed: Mapping[int, Evidence], day: date, question: str = ""
) -> Compiled:
    """The sentences of a model's text that hold.

    Args:
        handed: The evidence of every mark that was handed out.
        day: The day whose law is asked for.
        question: The user's question: a number that it has may be denied.
    """
    spoken = split(text)
    verdicts: dict[int, tuple[tuple[int, ...], Why | None]] = {}
    for n, sentence in enumerate(spoken):
        marks = sentence.marks or _inherited(n, spoken)
        verdicts[n] = (marks, _verdict(sentence.text, marks, handed, day, question))
    dead_lists = _dead_lists(spoken, {n for n, (_, why) in verdicts.items() if why})
    kept, dropped = [], []
    for n, sentence in enumerate(spoken):
        marks, why = verdicts[n]
        if why is None and (n in dead_lists or sentence.header in dead_lists):
            why = "daftar_tidak_utuh"
        if why is None:
            kept.append(Kept(_with_marks(sentence, marks), marks, sentence.item))
        else:
            dropped.append(Dropped(sentence.text, why))
    return Compiled(tuple(kept), tuple(dropped))


def verdict(
    sentence: str,
    marks: tuple[int, ...],
    handed: Mapping[int, Evidence],
    day: date,
    question: str = "",
) -> Why | None:
    """Why a sentence falls, None where it holds."""
    return _verdict(sentence, marks, handed, day, question)


def _inherited(n: int, spoken: list[Spoken]) -> tuple[int, ...]:
    """An item without a mark has its header's; a header without one those of its items."""
    sentence = spoken[n]
    if sentence.header is not None:
        return spoken[sentence.header].marks
    if sentence.leads:
        items = [m for s in spoken if s.header == n for m in s.marks]
        return tuple(dict.fromkeys(items))
    return ()


def _dead_lists(spoken: list[Spoken], failed: set[int]) -> set[int]:
    """Headers of lists that are no longer whole: the header fell, nothing is left below it, or it
    counts its items and one of them fell."""
    dead = set()
    for n, sentence in enumerate(spoken):
        items = [m for m, s in enumerate(spoken) if s.header == n]
        if not sentence.leads:
            continue
        if (
            not items
            or n in failed
            or all(m in failed for m in items)
            or (any(m in failed for m in items) and claims(bare(sentence.text)).numbers)
        ):
            dead.add(n)
    return dead


def _with_marks(sentence: Spoken, marks: tuple[int, ...]) -> str:
    """The sentence with its marks written out where it had none and stands alone."""
    if sentence.marks or sentence.item:
        return sentence.text
    shown = " " + "".join(f"[{m}]" for m in marks)
    body = sentence.text.rstrip()
    return body[:-1] + shown + body[-1] if body[-1:] in ".:!?" else body + shown


def _verdict(
    sentence: str, marks: tuple[int, ...], handed: Mapping[int, Evidence], day: date, question: str
) -> Why | None:
    if not marks:
        return "tanpa_sitiran"
    if any(m not in handed for m in marks):
        return "sitiran_asing"
    if steering.speaks(MARK.sub("", sentence)):
        return "perintah"
    evidence = tuple(handed[m] for m in marks)
    facts = Facts(
        claims(bare(sentence)),
        tuple(_read(e.text) for e in evidence),
        evidence,
        day,
        frozenset(str(n.value) for n in claims(bare(question)).numbers)
        if question
        else frozenset(),
    )
    return next((name for name, holds in CHECKS.items() if not holds(facts)), None)


@lru_cache(maxsize=512)
def _read(text: str) -> Claims:
    return claims(text)


def speaks_indonesian(f: Facts) -> bool:
    """No more than one English function word."""
    low = bare(f.said.text).lower().split()
    return sum(w.strip(".,;:()") in rules().english for w in low) < 2


def law_in_force(f: Facts) -> bool:
    """Law that is cited or named is in force on the day, or the sentence says that it is not."""
    says = bool(rules().revoked.search(f.said.text.lower()))
    cited = {e.citation.regulation for e in f.evidence}
    named = {r.regulasi for r in f.said.references if r.regulasi}
    for regulation_id in cited | named:
        regulation = get(regulation_id)
        if regulation is None:
            continue
        status = status_on(regulation, f.day).status
        if status == "dicabut" and not says:
            return False
        if status == "belum_berlaku" and "belum" not in f.said.text.lower():
            return False
    return True


def references_stand(f: Facts) -> bool:
    """Every regulation, pasal, ayat and huruf named is the cited place or named in its text."""
    return all(_stands(r, f) for r in f.said.references) and _bare_places_stand(f)


def _stands(named: Rujukan, f: Facts) -> bool:
    denies = bool(f.said.denials)
    for evidence, held in zip(f.evidence, f.held, strict=True):
        cited = evidence.citation
        # "Jadi Pasal 913 tidak ada di dalamnya" names a place only to deny it.
        known = [
            (r.regulasi or cited.regulation, r.pasal, r.ayat, r.huruf)
            for r in held.references
            if denies or r not in held.refused
        ]
        own = (cited.regulation, cited.pasal, cited.ayat, cited.huruf)
        if any(_within(named, place, held) for place in (own, *known)):
            return True
    return False


def _within(
    named: Rujukan, place: tuple[str, str | None, str | None, str | None], held: Claims
) -> bool:
    """Whether a named place is `place` or holds it; a huruf may also be a list item of the text."""
    regulation, pasal, ayat, huruf = place
    if named.regulasi is not None and named.regulasi != regulation:
        return False
    if named.pasal is None:
        return True
    if pasal is None or named.pasal.lower() != pasal.lower():
        return False
    if named.ayat is not None and (ayat is None or named.ayat.lower() != ayat.lower()):
        return False
    return named.huruf is None or named.huruf == huruf or f"\n{named.huruf}." in held.text.lower()


def _bare_places_stand(f: Facts) -> bool:
    """ "ayat (3)" without a pasal is the cited one or stands in the text."""
    ayat = {e.citation.ayat for e in f.evidence} | {a for h in f.held for a in h.ayat}
    ayat |= {r.ayat for h in f.held for r in h.references}
    huruf = {e.citation.huruf for e in f.evidence} | {x for h in f.held for x in h.huruf}
    huruf |= {r.huruf for h in f.held for r in h.references}
    listed = all(any(f"\n{x}." in h.text.lower() for h in f.held) for x in f.said.huruf - huruf)
    return f.said.ayat <= ayat and listed


def numbers_stand(f: Facts) -> bool:
    """Every number stands in the evidence with the same unit and near a word of the sentence."""
    known = {(n.value, n.unit) for h in f.held for n in h.numbers}
    values = {value for value, _ in known}
    denied = _denied(f)
    for number in f.said.numbers:
        if str(number.value) in denied:
            continue
        if number.value not in values or (number.unit and (number.value, number.unit) not in known):
            return False
    return True


def numbers_belong(f: Facts) -> bool:
    """A number stands beside what it counts in the evidence, not beside what a rival counts.

    "20 persen capaian mutu; 80 persen capaian penerima" does not hold "80 persen mutu".
    """
    held = [b for h in f.held for b in h.beside]
    for said in f.said.beside:
        own = [b for b in held if b.value == said.value]
        rivals = [b for b in held if b.value != said.value and b.unit == said.unit]
        near = frozenset().union(*(b.before | b.after for b in own))
        limits = {b.limit for b in own} - {""}
        if said.limit and limits and said.limit not in limits:
            return False
        if said.after & frozenset().union(*(b.after for b in rivals)) - near:
            return False
    return True


def numbers_together(f: Facts) -> bool:
    """Numbers that a sentence puts side by side stand side by side in the evidence: a year and
    the value of another year do not."""
    held = {pair for h in f.held for pair in h.together}
    known = {b.value for h in f.held for b in h.beside}
    dated = {pair for h in f.held for pair in h.dated}
    if any(pair not in dated for pair in f.said.dated if pair[0] in {n for n, _ in dated}):
        return False
    return all(
        pair in held or not set(pair) <= known or not any(map(YEAR.fullmatch, pair))
        for pair in ((a.value, b.value) for a, b in pairwise(f.said.beside))
    )


def replacement_stands(f: Facts) -> bool:
    """Which law replaced which: as the registry has it, or as the evidence says."""
    held = {pair for h in f.held for pair in h.replaced}
    for new, old in f.said.replaced:
        regulation = get(old)
        known = {r.id for r in successors(regulation)} if regulation else set()
        if new not in known and (new, old) not in held:
            return False
    return True


def services_stand(f: Facts) -> bool:
    """A service that is named by its own words is named so in the evidence."""
    said = f" {squeeze(f.said.text)} "
    texts = [f" {squeeze(h.text)} " for h in f.held]
    return all(any(name in t for t in texts) for name in _services() if name in said)


@cache
def _services() -> tuple[str, ...]:
    """What the services are called, without the words that all share: " ibu hamil "."""
    names = (squeeze(COMMON.sub("", s.nama.lower())) for s in services().values())
    return tuple(f" {n} " for n in dict.fromkeys(names) if 2 <= len(n.split()) <= 6)


def _denied(f: Facts) -> set[str]:
    """Numbers of the question denied beside a true one: "bukan 14, melainkan 12"."""
    words = bare(f.said.text).lower().replace(",", " ").split()
    after = {words[n + 1] for n, w in enumerate(words[:-1]) if w == "bukan"}
    denied = {str(n.value) for n in f.said.numbers} & f.asked & after
    return denied if len(f.said.numbers) > len(denied) else set()


def dates_stand(f: Facts) -> bool:
    """Every date stands in the evidence; a month or a day and month may be part of one there."""
    known = [d for h in f.held for d in h.dates]
    return all(
        any(all(s is None or s == k for s, k in zip(said, one, strict=True)) for one in known)
        for said in f.said.dates
    )


def counted_stand(f: Facts) -> bool:
    """Bab, lampiran, triwulan with the same number or letter; how often; from where to where."""
    return (
        f.said.counted <= {c for h in f.held for c in h.counted}
        and f.said.rates <= {r for h in f.held for r in h.rates}
        and f.said.ranges <= {r for h in f.held for r in h.ranges}
    )


def quotes_stand(f: Facts) -> bool:
    """A quoted run of words stands in the evidence, word for word."""
    texts = [squeeze(h.text) for h in f.held]
    return all(any(quote in text for text in texts) for quote in f.said.quoted)


def names_stand(f: Facts) -> bool:
    """Names and words in capitals stand in the evidence, as such or written out."""
    held = _stems(f)
    return all(
        name in held
        or any(
            {shape(s) for s in tokens(row.arti)} <= held for row in abbreviations().get(name, ())
        )
        for name in f.said.names
    )


def deciding_words_stand(f: Facts) -> bool:
    """A deciding word is used in the evidence too; "dapat" does not weaken "wajib"."""
    held = frozenset().union(*(h.critical for h in f.held))
    # "Paling lama" is an obligation without the word for it.
    limited = {"terbanyak", "tersedikit"}
    bound = {"wajib"} if held & limited and f.said.critical & limited else set()
    if not f.said.critical - bound <= held:
        return False
    texts = [h.text.lower() for h in f.held]
    if "kecuali" in held and INCLUDES.search(f.said.text.lower()) and not any(map(INCLUDES.search, texts)):
        return False
    may = {"dapat", "boleh"}
    words = set(f.said.text.lower().split())
    if words & may and "wajib" in held and "wajib" not in f.said.critical:
        return any(may & set(h.text.lower().split()) for h in f.held)
    return True


def polarity_stands(f: Facts) -> bool:
    """What the sentence denies the evidence denies, and what the evidence only denies the
    sentence does not state. Words as written: "dibulatkan" is denied, "bilangan bulat" is not."""
    denials = [d for h in f.held for d in h.denials]
    negated = frozenset().union(*(h.negated for h in f.held))
    plain = frozenset().union(*(h.plain for h in f.held))
    if not all(any(_denied_there(said, held) for held in denials) for said in f.said.denials):
        return False
    spoken_of = frozenset(negated_parts(f.said.denials))
    return not (f.said.plain - spoken_of) & negated - plain


def _denied_there(said: tuple[str, ...], held: tuple[str, ...]) -> bool:
    """Whether a denial is one of the evidence: its verb is denied there, or it is a verb that
    says nothing ("tidak memuat") and what follows is."""
    words = [w for w in said if w not in rules().modal and w != WHOLE][:NEAR]
    held = held if held[:1] == (WHOLE,) else held[:NEAR]
    if not words or words[0][0].isdigit():
        return True
    if any(_same_word(words[0], w) for w in held):
        return True
    rest = words[1:3]
    return (
        words[0] in rules().ringan
        and bool(rest)
        and all(any(_same_word(w, h) for h in held) for w in rest)
    )


def _same_word(one: str, other: str) -> bool:
    """The same word, or the same stem in the same kind of word."""
    return one == other or (
        _shape(one) == _shape(other) and bool(VERB.match(one)) == bool(VERB.match(other))
    )


@lru_cache(maxsize=4096)
def _shape(word: str) -> str:
    return shape(stems([word])[0])


def actors_stand(f: Facts) -> bool:
    """Everyone who is named is named in the evidence, in the same part."""
    actors = frozenset().union(*(h.actors for h in f.held))
    roles = frozenset().union(*(h.roles_near for h in f.held))
    acts = frozenset().union(*(h.acts for h in f.held))
    if not f.said.actors <= actors:
        return False
    if not all(_has_role(preposition, actor, roles, acts) for preposition, actor in f.said.roles):
        return False
    given = [g for h in f.held for g in h.given_to]
    if given and not all(any(g & h for h in given) for g in f.said.given_to if g):
        return False
    doers: dict[str, set[str]] = {}
    for verb, actor in acts:
        doers.setdefault(verb, set()).add(actor)
    return all(
        verb not in doers or {actor, rules().induk.get(actor, actor)} & doers[verb]
        for verb, actor in f.said.acts
    )


def _has_role(
    preposition: str,
    actor: str,
    roles: frozenset[tuple[str, str]],
    acts: frozenset[tuple[str, str]],
) -> bool:
    """Whether an actor stands behind a preposition in the evidence, or does something there."""
    if (preposition, actor) in roles or preposition not in ("kepada", "oleh"):
        return True
    if preposition == "kepada":
        return False
    others = {a for p, a in roles if p == "oleh"} | {a for _, a in acts}
    return actor in {a for _, a in acts} or not others


def words_stand(f: Facts) -> bool:
    """Enough content words stand in the evidence and close together, and no run of them is new."""
    limits = rules().limits
    wanted = [w for w in f.said.words if w not in rules().bebas]
    if not wanted:
        return bool(f.said.references or f.said.numbers or f.said.words)
    held = _stems(f)
    supported = [_known(w, held) for w in wanted]
    if sum(supported) / len(wanted) < limits.kata_didukung:
        return False
    run = longest = 0
    for good in supported:
        run = 0 if good else run + 1
        longest = max(longest, run)
    return not longest >= limits.asing_beruntun


def said_in_one_place(f: Facts) -> bool:
    """What a clause says stands in one piece of every text that it cites, and not in many."""
    return all(_placed(clause, f) for clause in clauses(bare(f.said.text)))


def _placed(clause: str, f: Facts) -> bool:
    """Whether one piece of each cited text, taken together, hold the words and parties."""
    said = claims(clause)
    wanted = [w for w in said.words if w not in rules().bebas]
    about = parties(clause)
    stems_held: frozenset[str] = frozenset()
    own_held: frozenset[str] = frozenset()
    about_held: frozenset[str] = frozenset()
    for evidence in f.evidence:
        own, best = max(_readable(evidence, said), key=lambda p: _fit(p[1], wanted, about))
        stems_held, about_held = stems_held | best.stems, about_held | best.parties
        own_held |= own.stems
    known = sum(_known(w, stems_held) for w in wanted)
    own_known = sum(_known(w, own_held) for w in wanted)
    limits = rules().limits
    return (
        about <= about_held
        and known >= limits.kata_jendela * len(wanted)
        # A heading says what a place is about, not what it says.
        and own_known >= limits.kata_sendiri * len(wanted)
    )


def _fit(one: Unit, wanted: list[str], about: frozenset[str]) -> tuple[bool, int]:
    return about <= one.parties, sum(_known(w, one.stems) for w in wanted)


def _readable(evidence: Evidence, said: Claims) -> list[tuple[Unit, Unit]]:
    """The pieces of an evidence, alone and with the heading: whose place it is.

    A piece that names another law than the cited one does not speak of the cited one.
    """
    head, text, parties_held = _heading(evidence)
    own = evidence.citation.regulation
    named = {r.regulasi for r in said.references if r.regulasi}
    result = [
        (u, Unit(u.stems | head.stems, u.parties | parties_held, u.laws | {own}))
        for u in units(text)
        if not (own in named and u.laws and own not in u.laws)
    ]
    return result or [(head, head)]


@lru_cache(maxsize=512)
def _heading(evidence: Evidence) -> tuple[Unit, str, frozenset[str]]:
    """What belongs to every piece of an evidence, its text, and the parties of its heading."""
    # The headings of a digest are topics in everyday words; those of a law belong to its places.
    path = evidence.path if evidence.citation.tier == "resmi" else evidence.path[:1]
    head = unit("\n".join((evidence.citation.label, *path, evidence.status)))
    text = "\n".join((steering.quiet(evidence.citation.text), *evidence.facts))
    parties_held = head.parties
    if parties(text) & set(rules().pihak):
        parties_held = head.parties - set(rules().pihak)
    return head, text, parties_held


def _stems(f: Facts) -> frozenset[str]:
    return frozenset().union(*(_vocabulary(e.text) for e in f.evidence))


@lru_cache(maxsize=1024)
def _vocabulary(text: str) -> frozenset[str]:
    return vocabulary(text)


def _known(word: str, held: frozenset[str]) -> bool:
    """Whether a stem, one that means the same, or all that it abbreviates is held."""
    if word in held or rules().same.get(word, frozenset()) & held:
        return True
    return any({shape(s) for s in tokens(r.arti)} <= held for r in abbreviations().get(word, ()))


CHECKS: dict[str, Callable[[Facts], bool]] = {
    "bahasa": speaks_indonesian,
    "dicabut": law_in_force,
    "rujukan": references_stand,
    "pengganti": replacement_stands,
    "angka": numbers_stand,
    "angka_milik": numbers_belong,
    "angka_bersama": numbers_together,
    "tanggal": dates_stand,
    "urutan": counted_stand,
    "kutipan": quotes_stand,
    "layanan": services_stand,
    "nama": names_stand,
    "kata_penentu": deciding_words_stand,
    "penyangkalan": polarity_stands,
    "pelaku": actors_stand,
    "kata": words_stand,
    "satu_tempat": said_in_one_place,
}
