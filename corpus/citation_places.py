"""Places in a law as people write them: pasal, ayat and huruf in any order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.numerals import NUMERAL, ROMAN, numeral, roman

ORDER = r"(?:(?:nomor|nomer|no)\b\.?\s*)?(?:ke[\s-]*)?"
VALUE = rf"\d+[a-z]?(?![a-z\d])|{NUMERAL}|{ROMAN}(?![a-z\d])"
SUFFIX = r"(?:\)?\s?\(?(?P<{0}>[a-z])\)|(?<=\))\s?(?P<{0}_lekat>[a-z])(?![a-z]))?"
TOKEN = re.compile(
    rf"(?<![a-z])(?:pasal|psl|ps|art)(?![a-z])\s*\.?\s*{ORDER}(?P<pasal>\d+\s[a-z](?=\s+ayat)|{VALUE})"
    rf"|(?<![a-z])(?:ayat|ayt|ay)(?![a-z])\s*\.?\s*{ORDER}\(?\s*(?P<ayat>{VALUE})\s*\)?"
    + SUFFIX.format("huruf_a")
    + r"|\(\s*(?P<kurung>\d+[a-z]?)\s*\)"
    + SUFFIX.format("huruf_k")
    + r"|(?<![a-z])(?:huruf|hrf|hurup|hr|point|poin|butir)\s*\.?\s*[(\"'“]?(?P<huruf>[a-z])[)\"'”]?(?![a-z])"
    r"|(?<![a-z])(?:angka|butir|point|poin)\s*\.?\s*\(?\d+\)?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[\s,.;:(-]*(?:(?:dari|di|pada|dalam|dlm)\b)?[\s(]*")
NEAR = re.compile(r"[\s,.]*")
MORE = re.compile(
    r"\s*(?:,\s*(?P<satu>\d+)\s*)?,?\s*(?:dan|serta|&)\s+\(?(?P<dua>\d+)\)?"
    r"(?!\s*(?:tahun|hari|kali|orang|bulan|persen|jenis|liter|layanan|%|/|\d|[a-z]\b))"
)


@dataclass
class Place:
    """One place: what of pasal, ayat and huruf is said, and where it stands in the text."""

    awal: int
    akhir: int
    said: dict[str, str] = field(default_factory=dict)

    @property
    def romawi(self) -> bool:
        """Whether the pasal is a Roman numeral, as in amending laws."""
        return bool(re.fullmatch(ROMAN, self.said["pasal"]))


def places(text: str) -> Iterator[Place]:
    """Every place with a pasal in a normalised text, in order."""
    for group in _groups(text):
        if "pasal" not in group.said:
            continue
        yield group
        last = "ayat" if "ayat" in group.said else "pasal"
        more = MORE.match(text, group.akhir) if "huruf" not in group.said else None
        for name in ("satu", "dua") if more else ():
            if more and more[name]:
                yield Place(more.start(name), more.end(name), {**group.said, last: more[name]})


def _groups(text: str) -> Iterator[Place]:
    held: Place | None = None
    for token in TOKEN.finditer(text):
        said = {k.split("_")[0]: v for k, v in token.groupdict().items() if v}
        if "kurung" in said:
            near = held and "pasal" in held.said and "ayat" not in held.said
            if not (near and held and NEAR.fullmatch(text[held.akhir : token.start()])):
                continue
            said["ayat"] = said.pop("kurung")
        joined = held and BETWEEN.fullmatch(text[held.akhir : token.start()])
        if held and joined and not held.said.keys() & said.keys():
            held.said.update(said)
            held.akhir = token.end()
            continue
        if held:
            yield held
        held = Place(token.start(), token.end(), said)
    if held:
        yield held


def written(value: str) -> str:
    """Digits as they are, "22 h" as "22h", "dua puluh tiga" and "xxiii" as "23"."""
    if value[0].isdigit():
        return value.replace(" ", "").lstrip("0") or "0"
    return str(roman(value) if re.fullmatch(ROMAN, value) else numeral(value))
