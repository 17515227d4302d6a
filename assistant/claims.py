"""What a sentence claims that code can look up: references, numbers with their units, dates,
quoted runs, negated words, who does what to whom. Evidence is read the same way."""

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.citation_rules import rules
from assistant.format import MONTHS
from assistant.privacy import PLACEHOLDER
from corpus.citation import Rujukan, find_references, normalise, without
from corpus.lexical import stems, stopwords, tokens
from ingest.angka import parse_number

MARK = re.compile(r"\[(\d+)\]")
ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•*–])\s+")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%")
QUOTED = re.compile(r"[\"“”]([^\"“”\n]{3,}?)[\"“”]")
MONTH = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
DATE = re.compile(
    rf"\b(?:(?P<hari>\d{{1,2}})\s+)?(?P<bulan>{'|'.join(MONTH)})(?:\s+(?P<tahun>(?:19|20)\d\d))?\b",
    re.IGNORECASE,
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
COUNTED = re.compile(
    r"\b(bab|lampiran|triwulan|tw|tahap|semester|kelas|golongan|tipe)\s+([ivx]{1,4}|\d{1,2}|[a-h])\b"
)
# "sekali setahun", "per bulan": how often.
RATE = re.compile(
    r"\b(?:se|per\s*|(?:setiap|tiap)\s+)(tahun|bulan|minggu|hari|triwulan|semester|jam)\b"
)
ONCE = re.compile(r"(?<!\w)(?<!baik )(?<!sama )sekali\b")
BETWEEN = re.compile(
    r"(\d+(?:[.,]\d+)*)\s*(?:tahun|bulan|hari|persen|%|orang)?\s*"
    r"(?:sampai\s+dengan|sampai\s+di\s?bawah|sampai|hingga|s\.?d\.?|[-–—])\s*(?:di\s?bawah\s+)?(\d+(?:[.,]\d+)*)"
)
JOINED = re.compile(r"\b(wali(?=kota)|antar(?=[a-z]{5}))([a-z]+)\b", re.IGNORECASE)
REPLACES = re.compile(r"\b(?:mencabut|menggantikan|mengganti|dicabut|diganti(?:kan)?)\b")
CLAUSE_PARTS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%|[.,;:\n()]")
INSIDE = re.compile(
    r"\bdi\s*(dalam|luar)\s+(panti|sekolah|wilayah|fasilitas|rumah|kelas|negeri|daerah|puskesmas)\b"
)
NOT_THERE = re.compile(
    r"\b(?:tidak|belum)\s+(?:ada|ditemukan|dikenal|disebut|terdapat)\b|\bhanya\s+sampai\b"
)
REACH, DENIED, NEAR = 3, 6, 3
WHOLE, LIMIT_REACH = "*", 40
APART_WORDS = frozenset(
    "karena sehingga jika bila apabila sedangkan sementara namun tetapi".split()
)
STOPS = frozenset(".,;:()")
NASAL = re.compile(r"^[kmnprst](?=[aeiou]\w{2})")
UNITS = "satu dua tiga empat lima enam tujuh delapan sembilan".split()
ONES = {word: n for n, word in enumerate(UNITS, 1)}
NUMERAL = re.compile(
    rf"\b(?:(?P<puluh>{'|'.join(UNITS)})\s+puluh(?:\s+(?P<sisa>{'|'.join(UNITS)}))?"
    rf"|(?P<belas>{'|'.join(UNITS)})\s+belas|(?P<khusus>sepuluh|sebelas|seratus|seribu)|(?P<satuan>{'|'.join(UNITS)}))\b"
)
SPECIAL = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
BARE_AYAT = re.compile(r"\bayat\s*\(?(\d+[a-z]?)\)?")
BARE_HURUF = re.compile(r"\bhuruf\s+([a-z])\b")


@dataclass(frozen=True)
class Number:
    """A number and the stem of the unit that follows it ("" for none), with its place in words."""

    value: Decimal
    unit: str
    place: int


@dataclass(frozen=True)
class Beside:
    """A number or range as written with its unit, the content stems right before and after, up to
    the next number, and whether it is a most or a least ("terbanyak", "tersedikit")."""

    value: str
    unit: str
    before: frozenset[str]
    after: frozenset[str]
    limit: str = ""


@dataclass(frozen=True)
class Claims:
    """What a text says. `words` are content stems in order, `parts` all words; `negated` and `plain`
    the words that stand under a negator and those that do not; `roles` (preposition, actor) and `acts`
    (verb stem, actor)."""

    text: str
    references: tuple[Rujukan, ...]
    refused: frozenset[Rujukan]
    ayat: frozenset[str]
    huruf: frozenset[str]
    numbers: tuple[Number, ...]
    dates: frozenset[tuple[int | None, int, int | None]]
    counted: frozenset[tuple[str, str]]
    rates: frozenset[str]
    beside: tuple["Beside", ...]
    dated: frozenset[tuple[str, str]]
    together: frozenset[tuple[str, str]]
    replaced: frozenset[tuple[str, str]]
    ranges: frozenset[tuple[Decimal, Decimal]]
    quoted: tuple[str, ...]
    words: tuple[str, ...]
    denials: tuple[tuple[str, ...], ...]
    negated: frozenset[str]
    plain: frozenset[str]
    parts: tuple[str, ...]
    critical: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    roles: frozenset[tuple[str, str]]
    roles_near: frozenset[tuple[str, str]]
    given_to: frozenset[frozenset[str]]
    acts: frozenset[tuple[str, str]]


def alike(text: str) -> str:
    """One spelling for words that these texts write together and apart, and "dilarang" before
    every item of a list that it opens."""
    text = JOINED.sub(lambda m: f"{m[1]} {m[2]}", text)
    lines, forbidden = [], False
    for line in text.split("\n"):
        lines.append(f"dilarang {ITEM.sub('', line)}" if forbidden and ITEM.match(line) else line)
        forbidden = line.rstrip().endswith("dilarang:") or (forbidden and bool(ITEM.match(line)))
    return "\n".join(lines)


def squeeze(text: str) -> str:
    """Lower case, letters and digits only, one blank between words: to find quoted runs."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def bare(text: str) -> str:
    """A sentence without marks, item numbers, placeholders and the signs of markdown."""
    text = PLACEHOLDER.sub(" ", MARK.sub(" ", text))
    return " ".join(ITEM.sub("", text).replace("**", "").replace("`", "").split())


@lru_cache(maxsize=2048)
def claims(text: str) -> Claims:
    """Everything a text says that can be looked up."""
    text = alike(text).replace("\n", " . ")
    references = find_references(text)
    # The numbers of a citation are no quantities, and its words name a place.
    rest = _spm(without(references, text))
    dated = frozenset(_dated(rest))
    low, dates = _dates(rest)
    counted = frozenset((_counter(m[1]), _count(m[2])) for m in COUNTED.finditer(low))
    low = COUNTED.sub(" ", low)
    ayat, huruf = frozenset(BARE_AYAT.findall(low)), frozenset(BARE_HURUF.findall(low))
    low = BARE_HURUF.sub(" ", BARE_AYAT.sub(" ", low))
    low = _numerals(ONCE.sub("1 kali", low))
    parts = WORD.findall(low)
    denials, negated, plain = _polarity(CLAUSE_PARTS.findall(low))
    actors = actors_in(parts)
    return Claims(
        text=text,
        references=references,
        refused=frozenset(_refused(text, references)),
        ayat=ayat,
        huruf=huruf,
        numbers=tuple(_numbers(parts)),
        dates=dates,
        counted=counted,
        rates=frozenset(RATE.findall(low)),
        ranges=frozenset(_ranges(low)),
        parts=tuple(parts),
        beside=tuple(_beside(low)),
        dated=dated,
        together=frozenset(_together(low)),
        replaced=frozenset(_replaced(text, references)),
        quoted=tuple(squeeze(q) for q in QUOTED.findall(text) if len(q.split()) >= 3),
        words=tuple(shape(w) for w in tokens(RATE.sub(" ", low)) if not w.isdigit()),
        denials=denials,
        negated=negated,
        plain=plain,
        critical=_critical(low),
        names=_names(text, references),
        actors=frozenset(a for _, a in actors),
        roles=frozenset(_roles(parts, actors, 3)),
        roles_near=frozenset(_roles(parts, actors, 25)),
        given_to=frozenset(_given_to(parts)),
        acts=frozenset(_acts(parts, actors)),
    )


def _spm(low: str) -> str:
    """ "Minimal" in the name of the SPM is no "at least"."""
    return re.sub(r"standar\s+pelayanan\s+minimal", "spm", low)


def _dates(low: str) -> tuple[str, frozenset[tuple[int | None, int, int | None]]]:
    found = frozenset(
        (
            int(m["hari"]) if m["hari"] else None,
            MONTH[m["bulan"]],
            int(m["tahun"]) if m["tahun"] else None,
        )
        for m in DATE.finditer(low)
    )
    return DATE.sub(" ", low), found


def _dated(low: str) -> Iterable[tuple[str, str]]:
    """A triwulan or tahap and a date right beside it, nothing else of the kind between."""
    found = [(m.start(), f"{_counter(m[1])} {_count(m[2])}", False) for m in COUNTED.finditer(low)]
    found += [(m.start(), m.group(), True) for m in DATE.finditer(low) if m["hari"]]
    for (_, one, is_date), (_, other, also) in itertools.pairwise(sorted(found)):
        if is_date != also:
            name, day = (other, one) if is_date else (one, other)
            yield name, " ".join(day.split()[:2])


def _counter(word: str) -> str:
    return "triwulan" if word == "tw" else word


def _count(written: str) -> str:
    return str(ROMAN.get(written, written))


def _ranges(low: str) -> Iterable[tuple[Decimal, Decimal]]:
    for match in BETWEEN.finditer(low):
        start, end = value_of(match[1]), value_of(match[2])
        if start is not None and end is not None:
            yield start, end


def _beside(low: str) -> Iterable[Beside]:
    """Numbers in order with what stands beside them; a range is one number."""
    low = BETWEEN.sub(lambda m: f" {m[1]}…{m[2]} ", low)
    words: list[str] = []
    found: list[tuple[str, str, int]] = []
    limits: list[str] = []
    for match in re.finditer(
        r"\d[\d.,]*…\d[\d.,]*|[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|%|[.,;:]", low
    ):
        word = match.group()
        if word[0].isdigit():
            found.append((_plain(word), "", len(words)))
            words.append("#")
            limits.append(_limit(low[: match.start()]))
        elif found and found[-1][2] == len(words) - 1 and unit_of(word):
            found[-1] = (found[-1][0], unit_of(word), found[-1][2])
        elif word in ".,;:" or word in APART_WORDS:
            words.append("#")
        elif word not in stopwords() and (one := _stem(word)) not in rules().bebas:
            words.append(one)
    for (value, unit, place), limit in zip(found, limits, strict=True):
        yield Beside(
            value, unit, _until(reversed(words[:place])), _until(words[place + 1 :]), limit
        )


def _refused(text: str, references: tuple[Rujukan, ...]) -> Iterable[Rujukan]:
    """References that a text names only to say that they do not exist or are not known."""
    low = normalise(text)
    for sentence in re.finditer(r"[^.!?\n]+(?:\.(?=\w)[^.!?\n]*)*", low):
        if NOT_THERE.search(sentence.group()):
            yield from (r for r in references if sentence.start() <= r.awal < sentence.end())


def _limit(before: str) -> str:
    """ "paling lama" or "paling sedikit" right before a number, as the name of its group."""
    near = re.split(r"[.;,:]", before)[-1][-LIMIT_REACH:]
    places = {
        max(m.end() for m in found): name
        for name in ("terbanyak", "tersedikit")
        if (found := list(rules().group[name].finditer(near)))
    }
    return places[max(places)] if places else ""


def _together(low: str) -> Iterable[tuple[str, str]]:
    """Pairs of numbers, either way round, with at most one other between them in one piece."""
    for piece in re.split(r"[;]|\.\s", low):
        values = [b.value for b in _beside(piece)]
        for n, value in enumerate(values):
            for other in values[n + 1 : n + 3]:
                yield value, other
                yield other, value


def _until(words: Iterable[str]) -> frozenset[str]:
    """The first content stems up to a number or the end of a piece."""
    return frozenset(itertools.islice(itertools.takewhile(lambda w: w != "#", words), REACH))


def _plain(written: str) -> str:
    """ "90…100" and "1.234,50" in one spelling."""
    return "…".join(str(value_of(part.strip(".,")) or part) for part in written.split("…"))


def _replaced(text: str, references: tuple[Rujukan, ...]) -> Iterable[tuple[str, str]]:
    """(new, old) where a text says that one law repeals or replaces another."""
    low = normalise(text)
    for match in REPLACES.finditer(low):
        left = [r.regulasi for r in references if r.regulasi and r.akhir <= match.start()]
        right = [r.regulasi for r in references if r.regulasi and r.awal >= match.end()]
        if left and right:
            passive = match.group().startswith("di")
            yield (right[0], left[-1]) if passive else (left[-1], right[0])


def shape(stem: str) -> str:
    """A stem without what Snowball leaves or takes: "kumpul" and "umpul", "nilai" and "nila"."""
    cut = NASAL.sub("", stem)
    return cut[:-1] if cut.endswith("i") and len(cut) > 3 else cut


def _numerals(low: str) -> str:
    """ "1 (satu) tahun" -> "1 tahun", "dua belas jenis" -> "12 jenis", "salah satu" stays."""
    low = re.sub(r"(\d)\s*\((?:[a-z]+\s?){1,5}\)", r"\1 ", low)

    def written(match: re.Match[str]) -> str:
        if match["satuan"]:
            before = low[: match.start()].rstrip()
            after = low[match.end() :].lstrip()
            alone = match["satuan"] == "satu" and not any(
                after.startswith(u) for u in rules().satuan
            )
            return (
                match.group()
                if alone or before.endswith(("salah", "ke"))
                else str(ONES[match["satuan"]])
            )
        if match["khusus"]:
            return str(SPECIAL[match["khusus"]])
        if match["belas"]:
            return str(10 + ONES[match["belas"]])
        return str(10 * ONES[match["puluh"]] + (ONES[match["sisa"]] if match["sisa"] else 0))

    return NUMERAL.sub(written, low)


def _numbers(parts: list[str]) -> Iterable[Number]:
    for n, part in enumerate(parts):
        if not part[0].isdigit():
            continue
        value = value_of(part)
        if value is None:
            continue
        after = parts[n + 1] if n + 1 < len(parts) else ""
        if after in rules().pengali and n + 2 < len(parts):
            value, after = value * rules().pengali[after], parts[n + 2]
        elif after in rules().pengali:
            value, after = value * rules().pengali[after], ""
        yield Number(value, unit_of(after), n)


def value_of(written: str) -> Decimal | None:
    """ "1.234,50" -> 1234.5; trailing zeros do not count. A tail that cannot be read is None."""
    read = parse_number(written, "id")
    return read.nilai.normalize() if read and read.nilai is not None else None


def unit_of(word: str) -> str:
    """The unit that a word names, "" for none; words for the same unit are one."""
    return rules().unit.get(word, "")


def _polarity(
    parts: list[str],
) -> tuple[tuple[tuple[str, ...], ...], frozenset[str], frozenset[str]]:
    """What is denied: after every negator the content words of its clause, in order; then the
    words that are denied for sure, and all others.

    A negator denies one verb, through the words that only lead to it ("tidak dapat dipungut":
    dapat and dipungut); "tanpa" and "tidak ada" deny the whole thing that they name.
    """
    r = rules()
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


def negated_parts(denials: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """All words of all denials."""
    return itertools.chain.from_iterable(denials)


def _critical(low: str) -> frozenset[str]:
    """The groups of deciding words ("paling lama", "wajib", "hanya") that a text uses."""
    return frozenset(name for name, pattern in rules().groups if pattern.search(low))


def _names(text: str, references: tuple[Rujukan, ...]) -> frozenset[str]:
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


def _stem(word: str) -> str:
    return shape(stems([word])[0])


def actors_in(parts: list[str]) -> list[tuple[int, str]]:
    """(place, actor) of everyone who has duties in these laws."""
    found = []
    n = 0
    while n < len(parts):
        for length in (3, 2, 1):
            name = rules().pelaku.get(" ".join(parts[n : n + length]))
            if name and n + length <= len(parts):
                found.append((n, name))
                n += length - 1
                break
        n += 1
    return found


def _roles(
    parts: list[str], actors: list[tuple[int, str]], reach: int
) -> Iterable[tuple[str, str]]:
    """(preposition, actor): the nearest preposition at most `reach` words before."""
    for place, actor in actors:
        for word in reversed(parts[max(0, place - reach) : place]):
            if word in ("kepada", "oleh", "dari", "melalui"):
                yield word, actor
                break


def _given_to(parts: list[str]) -> Iterable[frozenset[str]]:
    """After every "kepada" the stems of the next content words."""
    for n, part in enumerate(parts):
        if part == "kepada":
            words = [w for w in parts[n + 1 : n + 8] if w not in stopwords() and w.isalpha()]
            yield frozenset(map(_stem, words[:4]))


def _acts(parts: list[str], actors: list[tuple[int, str]]) -> Iterable[tuple[str, str]]:
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
                yield _stem(verb), actor
        elif not {"kepada", "dari", "melalui"} & set(before):
            verb = next((w for w in after if re.match(r"me[mnlryw]\w{3,}", w)), None)
            if verb:
                yield _stem(verb), actor
