"""What a sentence says in deciding words, names, denials and roles, held to what it cites."""

import re
from functools import cache

from assistant.compiling.claim_words import NEAR, WHOLE
from assistant.compiling.facts import Facts, stems_of
from assistant.compiling.rules import rules
from assistant.compiling.spelling import shape, shape_of, squeeze
from corpus.catalogue import services
from corpus.glossary import abbreviations
from corpus.lexical import tokens

INCLUDES = re.compile(r"(?<!tidak )\btermasuk\b")
VERB = re.compile(r"(?:di|me|ber|ter)\w{3,}")
COMMON = re.compile(
    r"^(?:pelayanan|penyediaan|pemenuhan)\s+(?:kesehatan\s+)?(?:pada\s+|bagi\s+|orang\s+dengan\s+)?"
)


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


def quotes_stand(f: Facts) -> bool:
    """A quoted run of words stands in the evidence, word for word."""
    texts = [squeeze(h.text) for h in f.held]
    return all(any(quote in text for text in texts) for quote in f.said.quoted)


def names_stand(f: Facts) -> bool:
    """Names and words in capitals stand in the evidence, as such or written out."""
    held = stems_of(f)
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
    texts = [h.text.lower() for h in f.held]
    # "Dalam hal teguran telah disampaikan" is "setelah teguran disampaikan".
    if "sebelum" not in held and any("telah" in text.split() for text in texts):
        bound = bound | {"sesudah"}
    if not f.said.critical - bound <= held:
        return False
    if (
        "kecuali" in held
        and INCLUDES.search(f.said.text.lower())
        and not any(map(INCLUDES.search, texts))
    ):
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
    spoken_of = f.said.negated | {
        w for denial in f.said.denials if denial[:1] and denial[0] in rules().ringan for w in denial
    }
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
    # "Belum berizin" is "belum memiliki izin".
    if held[:1] and held[0] in rules().ringan and shape_of(words[0]) in map(shape_of, held[1:2]):
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
        shape_of(one) == shape_of(other) and bool(VERB.match(one)) == bool(VERB.match(other))
    )


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
    received = frozenset().union(*(h.received for h in f.held))
    return _one_of(f.said.acts, acts) and _one_of(f.said.received, received)


def _one_of(said: frozenset[tuple[str, str]], held: frozenset[tuple[str, str]]) -> bool:
    """Whether everyone who does something, or to whom it is done, is so in the evidence, where
    the evidence tells it of anybody."""
    known: dict[str, set[str]] = {}
    for verb, actor in held:
        known.setdefault(verb, set()).add(actor)
    return all(
        verb not in known or {actor, rules().induk.get(actor, actor)} & known[verb]
        for verb, actor in said
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
