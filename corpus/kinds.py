"""Kinds of regulation: the id prefix, the official abbreviation and the ways people write them."""

import re

# prefix -> spellings (lower case, spaces optional where shown). The longest spelling wins.
KINDS: dict[str, tuple[str, ...]] = {
    "uu": ("undang-undang", "undang undang", "uu"),
    "perppu": ("peraturan pemerintah pengganti undang-undang", "perppu", "perpu"),
    "pp": ("peraturan pemerintah", "pp"),
    "perpres": ("peraturan presiden", "perpres"),
    "inpres": ("instruksi presiden", "inpres"),
    "keppres": ("keputusan presiden", "keppres"),
    "permendagri": ("peraturan menteri dalam negeri", "permen dagri", "permendagri", "pmdn"),
    "kepmendagri": ("keputusan menteri dalam negeri", "kepmen dagri", "kepmendagri"),
    "inmendagri": ("instruksi menteri dalam negeri", "inmendagri"),
    "se-mendagri": ("surat edaran menteri dalam negeri", "surat edaran mendagri", "se mendagri"),
    "permenkes": ("peraturan menteri kesehatan", "permen kesehatan", "permen kes", "permenkes"),
    "permenpupr": (
        "peraturan menteri pekerjaan umum dan perumahan rakyat",
        "peraturan menteri pupr",
        "permen pupr",
        "permenpupr",
        "permen pu",
    ),
    "permensos": ("peraturan menteri sosial", "permen sosial", "permensos", "permenso"),
    "permendikbudristek": (
        "peraturan menteri pendidikan, kebudayaan, riset, dan teknologi",
        "peraturan menteri pendidikan kebudayaan riset dan teknologi",
        "permen dikbudristek",
        "permendikbud ristek",
        "permendikbudristek",
    ),
    "permendikbud": (
        "peraturan menteri pendidikan dan kebudayaan",
        "permen dikbud",
        "permendikbud",
    ),
    "permenpanrb": ("permenpan rb", "permenpanrb", "permen panrb"),
    "permenkomdigi": ("permenkomdigi", "permen komdigi"),
    "perbup-bekasi": ("peraturan bupati bekasi", "perbup bekasi"),
    "pmk": ("peraturan menteri keuangan", "permenkeu"),
    # "PMK" is written for both; the registry decides (see `citation.resolve`).
    "pmk?": ("pmk",),
}
# A citation may leave out the ministry's new or old name: same number, other prefix.
COUSINS: dict[str, tuple[str, ...]] = {
    "pmk?": ("permenkes", "pmk"),
    "permendikbud": ("permendikbud", "permendikbudristek"),
    "permendikbudristek": ("permendikbudristek", "permendikbud"),
}

SPELLINGS: dict[str, str] = {
    spelling: prefix for prefix, spellings in KINDS.items() for spelling in spellings
}


def _flexible(spelling: str) -> str:
    return r"[\s-]*".join(re.escape(word) for word in re.split(r"[\s-]+", spelling))


# Anchored at a word start; a digit may follow at once ("pp2/2018").
KIND = re.compile(
    r"(?<![a-z0-9])(?:"
    + "|".join(_flexible(s) for s in sorted(SPELLINGS, key=len, reverse=True))
    + r")(?![a-z])",
    re.IGNORECASE,
)
BY_LETTERS = {re.sub(r"[\s-]+", "", s): prefix for s, prefix in SPELLINGS.items()}


def prefix_of(written: str) -> str | None:
    """The id prefix of a kind as written, or None."""
    return BY_LETTERS.get(re.sub(r"[\s-]+", "", written.lower()))


def kinds_in(text: str) -> frozenset[str]:
    """The id prefixes of the kinds that a text names; each with those that its name may stand for."""
    found = {prefix for m in KIND.finditer(text) if (prefix := prefix_of(m.group()))}
    return frozenset(other for prefix in found for other in COUSINS.get(prefix, (prefix,)))
