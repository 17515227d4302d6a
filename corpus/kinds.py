"""Kinds of regulation: the id prefix, the official abbreviation and the ways people write them."""

import re

# prefix -> spellings (lower case, spaces optional where shown). The longest spelling wins.
KINDS: dict[str, tuple[str, ...]] = {
    "uu": ("undang-undang", "uu"),
    "perppu": ("peraturan pemerintah pengganti undang-undang", "perppu", "perpu"),
    "pp": ("peraturan pemerintah", "pp"),
    "perpres": ("peraturan presiden", "perpres"),
    "inpres": ("instruksi presiden", "inpres"),
    "keppres": ("keputusan presiden", "keppres"),
    "permendagri": (
        "peraturan menteri dalam negeri",
        "peraturan menteri dagri",
        "peraturan mendagri",
        "peraturan kemendagri",
        "permen dagri",
        "permen kemendagri",
        "permendagri",
        "pmdn",
    ),
    "kepmendagri": (
        "keputusan menteri dalam negeri",
        "keputusan mendagri",
        "kepmen dagri",
        "kepmendagri",
    ),
    "inmendagri": ("instruksi menteri dalam negeri", "instruksi mendagri", "inmendagri"),
    "se-mendagri": ("surat edaran menteri dalam negeri", "surat edaran mendagri", "se mendagri"),
    "permenkes": (
        "peraturan menteri kesehatan",
        "peraturan menkes",
        "peraturan kemenkes",
        "permen kesehatan",
        "permen kes",
        "permenkes",
    ),
    "permenpupr": (
        "peraturan menteri pekerjaan umum dan perumahan rakyat",
        "peraturan menteri pekerjaan umum",
        "peraturan menteri pupr",
        "peraturan menteri pu",
        "permen pu pr",
        "peraturan menteri pu pr",
        "permen pu",
        "permenpu",
    ),
    "permensos": (
        "peraturan menteri sosial",
        "peraturan mensos",
        "peraturan kemensos",
        "permen sosial",
        "permen sos",
        "permenso",
    ),
    "permendikbudristek": (
        "peraturan menteri pendidikan, kebudayaan, riset, dan teknologi",
        "peraturan mendikbudristek",
        "peraturan mendikbud ristek",
        "permen dikbud ristek",
    ),
    "permendikbud": (
        "peraturan menteri pendidikan dan kebudayaan",
        "peraturan mendikbud",
        "permen dikbud",
        "permendikbud",
    ),
    "permendiknas": (
        "peraturan menteri pendidikan nasional",
        "peraturan mendiknas",
        "permen diknas",
        "permendiknas",
    ),
    "permenpanrb": ("permen pan rb",),
    "permenkomdigi": ("permen komdigi",),
    "perbup-bekasi": (
        "peraturan bupati bekasi",
        "peraturan bupati kabupaten bekasi",
        "perbup bekasi",
        "perbup kab bekasi",
        "perbup kabupaten bekasi",
    ),
    "pmk": ("peraturan menteri keuangan", "peraturan menkeu", "permen keuangan", "permenkeu"),
    # "PMK" is written for both; the registry decides (see `citation_laws.resolve`).
    "pmk?": ("pmk",),
}
# A citation may leave out the ministry's new or old name: same number, other prefix.
COUSINS: dict[str, tuple[str, ...]] = {
    "pmk?": ("permenkes", "pmk"),
    "permenpupr": ("permenpupr", "permenpu"),
    "permendikbud": ("permendikbud", "permendikbudristek"),
    "permendikbudristek": ("permendikbudristek", "permendikbud"),
}

SPELLINGS: dict[str, str] = {
    spelling: prefix for prefix, spellings in KINDS.items() for spelling in spellings
}


BETWEEN = r"(?:[\s,.&-]|\bdan\b)*"


def _letters(written: str) -> str:
    return re.sub(r"\bdan\b|[\s,.&-]+", "", written)


def _flexible(spelling: str) -> str:
    words = (w for w in re.split(r"[\s,-]+", spelling) if w != "dan")
    return BETWEEN.join(map(re.escape, words))


# Anchored at a word start; a digit may follow at once ("pp2/2018"). "Satpol PP" is no regulation.
KIND = re.compile(
    r"(?<![a-z0-9])(?<!pol )(?:"
    + "|".join(_flexible(s) for s in sorted(SPELLINGS, key=len, reverse=True))
    + r")(?![a-z])",
    re.IGNORECASE,
)
BY_LETTERS = {_letters(s): prefix for s, prefix in SPELLINGS.items()}


def prefix_of(written: str) -> str | None:
    """The id prefix of a kind as written, or None."""
    return BY_LETTERS.get(_letters(written.lower()))


def kinds_in(text: str) -> frozenset[str]:
    """The id prefixes of the kinds that a text names; each with those that its name may stand for."""
    found = {prefix for m in KIND.finditer(text) if (prefix := prefix_of(m.group()))}
    return frozenset(other for prefix in found for other in COUSINS.get(prefix, (prefix,)))
