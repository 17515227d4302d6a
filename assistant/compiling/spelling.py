"""Words of law in one shape: stems as Snowball leaves them, words written together and apart."""

import re
from functools import lru_cache

from assistant.privacy import PLACEHOLDER
from corpus.lexical import stems

MARK = re.compile(r"\[(\d+)\]")
NASAL = re.compile(r"^[kmnprst](?=[aeiou]\w{2})")
JOINED = re.compile(
    r"\b(wali(?=kota)|antar(?=[a-z]{5})|sub(?=urusan|kegiatan)|pasca(?=[a-z]{4}))-?([a-z]+)\b",
    re.IGNORECASE,
)
ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-•*–])\s+")


def shape(stem: str) -> str:
    """A stem without what Snowball leaves or takes: "kumpul" and "umpul", "nilai" and "nila"."""
    cut = NASAL.sub("", stem)
    return cut[:-1] if cut.endswith("i") and len(cut) > 3 else cut


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


@lru_cache(maxsize=8192)
def shape_of(word: str) -> str:
    """The shape of a word's stem."""
    return shape(stems([word])[0])
