"""What a citation means: finds references to regulations and pasal in any spelling.

"ps 6 ay 2 permendagri 59/21", "PP SPM pasal 13", "Pasal 11 ayat (2) huruf a Peraturan Pemerintah
Nomor 2 Tahun 2018" all become a `Rujukan`. Nothing is looked up on a network: a regulation that
the registry does not know comes back with `dikenal=False`, which never means that it does not
exist.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from corpus.kinds import COUSINS, KIND, SPELLINGS, prefix_of
from corpus.registry import regulations

FIRST_YEAR, CENTURY = 1945, 2000
NUMBER = re.compile(
    r"\s*(?:r\.?i\.?\b|republik\s+indonesia)?[\s,]*"
    r"(?:nomor|nomer|nmr|nomo|no|nr)?[\s.:]*"
    r"(?P<nomor>\d+(?:[./-][a-z0-9]+)*)"
    r"(?:[\s,/]*(?:tahun|thn|tahu|tahn|th|taun)[\s.]*'?(?P<tahun>\d{4}|\d{2})(?!\d))?"
    r"(?:\s+(?P<tahun_polos>(?:19|20)\d{2})(?!\d))?",
    re.IGNORECASE,
)
UNITS = dict(
    zip("satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(1, 10), strict=True)
)
UNIT = "|".join(UNITS)
# "enam", "sebelas", "dua belas", "dua puluh tiga".
NUMERAL = rf"(?:(?:{UNIT})\s+(?:belas|puluh(?:\s+(?:{UNIT}))?)|sepuluh|sebelas|{UNIT})\b"
VALUE = r"(?P<{0}>\d+[A-Za-z]?(?![A-Za-z])|" + NUMERAL + ")"
PASAL = re.compile(
    r"(?<![a-z])(?:pasal|psl|ps|art)\s*\.?\s*(?:ke[\s-]*)?"
    + VALUE.format("pasal")
    + r"(?:[\s,.]*(?:(?:ayat|ayt|ay)\s*\.?\s*(?:ke[\s-]*)?)?\(\s*(?P<kurung>\d+[a-z]?)\s*\)"
    r"|[\s,.]*(?:ayat|ayt|ay)\s*\.?\s*(?:ke[\s-]*)?" + VALUE.format("ayat") + r")?"
    r"(?:[\s,.]*(?:huruf|hrf|hurup|hr)\s*\.?\s*\(?(?P<huruf>[a-z])\)?(?![a-z])"
    r"|[\s.]*\(?(?P<huruf_polos>[a-z])\)(?![a-z])|(?<=\))\s?(?P<huruf_lekat>[a-z])(?![a-z]))?",
    re.IGNORECASE,
)
REVERSED = re.compile(
    r"(?:(?:huruf|hrf)\s*\.?\s*(?P<huruf>[a-z])[\s,]+)?"
    r"(?<![a-z])(?:ayat|ayt|ay)\s*\.?\s*\(?\s*(?P<ayat>\d+[a-z]?)\s*\)?[\s,]+(?:dari\s+|di\s+)?"
    r"(?:pasal|psl|ps)\s*\.?\s*(?P<pasal>\d+[A-Z]?)(?![a-z])",
    re.IGNORECASE,
)
LONG_WORD = re.compile(r"\b([a-z]{7,20})(?=[\s.]*(?:nomor|nomer|no)?[\s.]*\d)")
WORDS = ("pasal", "ayat", "huruf")
NOT_TYPOS = {"ayah", "rayat", "hayat", "pasar", "pasak", "pasta", "basal", "pasai", "asal", "masal"}


@dataclass(frozen=True)
class Rujukan:
    """One reference found in a text.

    `regulasi` is the id that the citation means, None for a pasal without a regulation.
    `dikenal`: the registry has that id. `peraturan` is the regulation as written. `awal` and
    `akhir` are offsets in the normalised text.
    """

    regulasi: str | None
    dikenal: bool
    pasal: str | None
    ayat: str | None
    huruf: str | None
    teks: str
    awal: int
    akhir: int
    peraturan: str = ""


def normalise(text: str) -> str:
    """Lower case, split "pasal6ayat3", and mend typing errors in pasal, ayat and huruf."""
    text = re.sub(r"\b(pasal|psl|ps|ayat|ayt|ay|huruf)(?=\d)", r"\1 ", text.lower())
    text = re.sub(r"(?<=\d)(?=(?:pasal|psl|ayat|ayt|ay|huruf|hrf)\b)", " ", text)
    text = re.sub(r"(?<=\d)(?=(?:ayat|ayt|ay|huruf|hrf)\s?[\d(a-z])", " ", text)
    return re.sub(r"\b([a-z]{4,7})(?=[\s.]*\(?\d|\s+[a-z]\b)", _mend, text)


def _mend(match: re.Match[str]) -> str:
    word = match.group(1)
    if word in NOT_TYPOS or word in SPELLINGS:
        return word
    for right in WORDS:
        if word != right and DamerauLevenshtein.distance(word, right) == 1:
            return right
    return word


@cache
def nicknames() -> re.Pattern[str]:
    """All names that people use for a regulation, longest first."""
    names = [n.lower() for r in regulations().values() for n in r.nama_lain]
    body = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"(?<![a-z0-9])(?:{body})(?![a-z0-9])")


@cache
def _nickname_ids() -> dict[str, str]:
    return {n.lower(): r.id for r in regulations().values() for n in r.nama_lain}


def _year(written: str) -> int:
    """Two digits mean this century up to 50, the last one above."""
    if len(written) == 4:
        return int(written)
    return int(written) + (CENTURY if int(written) <= 50 else CENTURY - 100)


def _split(blob: str) -> tuple[str, int | None]:
    """ "59/2021" -> ("59", 2021); "050-5889" -> ("050-5889", None); "29/prt/m/2018" keeps all."""
    head, separator, tail = blob.rpartition("/")
    if separator and tail.isdigit() and len(tail) in (2, 4):
        return (blob if "/" in head else head), _year(tail)
    head, separator, tail = blob.rpartition("-")
    if separator and re.fullmatch(r"(19|20)\d\d", tail):
        return head, int(tail)
    return blob, None


def resolve(prefix: str, nomor: str, tahun: int | None) -> tuple[str, bool]:
    """The id that kind, number and year mean, and whether the registry has it.

    Without a year the only registered regulation of that kind and number is meant.
    """
    core = nomor.split("/")[0]
    for candidate in COUSINS.get(prefix, (prefix,)):
        if tahun is not None and f"{candidate}-{core}-{tahun}" in regulations():
            return f"{candidate}-{core}-{tahun}", True
        same = [i for i in regulations() if i.startswith(f"{candidate}-{core}-")]
        same = [i for i in same if re.fullmatch(rf"{re.escape(candidate)}-{core}-\d{{4}}", i)]
        if tahun is None and len(same) == 1 and not prefix.endswith("?"):
            return same[0], True
    known_prefix = COUSINS.get(prefix, (prefix,))[0]
    return f"{known_prefix}-{core}-{tahun or 'tahun-tidak-disebut'}", False


def _regulation_mentions(text: str) -> list[Rujukan]:
    found: list[Rujukan] = []
    for start, after, prefix in _kind_mentions(text):
        number = NUMBER.match(text, after)
        if number is None:
            continue
        nomor, tahun = _split(number["nomor"])
        end = number.end("nomor")
        written = number["tahun"] or (number["tahun_polos"] if tahun is None else None)
        if written:
            tahun, end = _year(written), number.end()
        regulation, known = resolve(prefix, nomor, tahun)
        found.append(Rujukan(regulation, known, None, None, None, text[start:end], start, end))
    for name in nicknames().finditer(text):
        if not any(f.awal < name.end() and name.start() < f.akhir for f in found):
            regulation = _nickname_ids()[name.group()]
            found.append(Rujukan(regulation, True, None, None, None, name.group(), *name.span()))
    return sorted(found, key=lambda f: f.awal)


def _kind_mentions(text: str) -> list[tuple[int, int, str]]:
    """(start, end, prefix) of every kind of regulation named, typing errors allowed."""
    found = [(*m.span(), prefix_of(m.group()) or "") for m in KIND.finditer(text)]
    for match in LONG_WORD.finditer(text):
        near = _nearest_kind(match.group(1))
        if near and not any(
            start < match.end(1) and match.start() < end for start, end, _ in found
        ):
            found.append((*match.span(1), near))
    return sorted(found)


@cache
def _nearest_kind(word: str) -> str | None:
    """The prefix of the kind that a misspelt long word means: at most two slips away."""
    distances = {
        spelling: DamerauLevenshtein.distance(word, spelling, score_cutoff=2)
        for spelling in SPELLINGS
        if " " not in spelling and len(spelling) >= 7
    }
    best = min(distances, key=lambda spelling: distances[spelling])
    return SPELLINGS[best] if distances[best] <= 2 else None


def _pasal_mentions(text: str) -> list[Rujukan]:
    found: list[Rujukan] = []
    for match in [*REVERSED.finditer(text), *PASAL.finditer(text)]:
        if any(f.awal < match.end() and match.start() < f.akhir for f in found):
            continue
        groups = match.groupdict()
        ayat = groups.get("kurung") or groups.get("ayat")
        huruf = groups.get("huruf") or groups.get("huruf_polos") or groups.get("huruf_lekat")
        found.append(
            Rujukan(
                None,
                False,
                _numeral(groups["pasal"]).upper(),
                _numeral(ayat) if ayat else None,
                huruf,
                match.group(),
                *match.span(),
            )
        )
    return sorted(found, key=lambda f: f.awal)


def _numeral(written: str) -> str:
    """ "dua puluh tiga" -> "23"; digits as they are."""
    words = written.split()
    if words[0] in ("sepuluh", "sebelas"):
        return "10" if words[0] == "sepuluh" else "11"
    if words[0] not in UNITS:
        return written
    if "belas" in words:
        return str(10 + UNITS[words[0]])
    tens = 10 * UNITS[words[0]] if "puluh" in words else 0
    return str(tens + UNITS.get(words[-1], 0))


def find_references(text: str) -> tuple[Rujukan, ...]:
    """Every reference in a text, in order of appearance.

    A pasal takes the regulation that follows it at once ("pasal 6 PP 2/2018"), else the last
    one before it, else the next one. A regulation that no pasal took stands alone.
    """
    text = normalise(text)
    laws = _regulation_mentions(text)
    result: list[Rujukan] = []
    taken: set[int] = set()
    for place in _pasal_mentions(text):
        if any(law.awal <= place.awal < law.akhir for law in laws):
            continue
        law = _law_of(place, laws, text)
        if law is None:
            result.append(place)
            continue
        taken.add(law.awal)
        known = replace(place, regulasi=law.regulasi, dikenal=law.dikenal)
        result.append(replace(known, peraturan=law.teks))
    alone = [law for law in laws if law.awal not in taken]
    return tuple(sorted([*result, *alone], key=lambda r: r.awal))


def without(references: tuple[Rujukan, ...], text: str) -> str:
    """The normalised text with the references found in it cut out."""
    text, last, kept = normalise(text), 0, []
    for start, end in sorted({(r.awal, r.akhir) for r in references} | _taken(references, text)):
        kept.append(text[last : max(start, last)])
        last = max(end, last)
    return " ".join("".join((*kept, text[last:])).split())


def _taken(references: tuple[Rujukan, ...], text: str) -> set[tuple[int, int]]:
    """Regulations that a pasal took are not references of their own, but are cut out too."""
    return {(law.awal, law.akhir) for law in _regulation_mentions(text)} if references else set()


def _law_of(place: Rujukan, laws: list[Rujukan], text: str) -> Rujukan | None:
    after = [law for law in laws if law.awal >= place.akhir]
    before = [law for law in laws if law.akhir <= place.awal]
    if after and re.fullmatch(
        r"[\s,.]*(?:dari|pada|di|dlm|dalam)?[\s,]*", text[place.akhir : after[0].awal]
    ):
        return after[0]
    if before:
        return before[-1]
    return after[0] if after else None
