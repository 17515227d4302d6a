"""Whatever an answer holds, its pages are taken by Telegram's rules and lose nothing."""

import random

import pytest

from assistant.answer import Answer, Citation, SourceFile
from bots.bot_types import Incoming, Turn
from bots.telegram_html import Block, Span, answer_blocks, para, plain, quote, title
from bots.telegram_pages import CAPTION_LIMIT, page, pages, units
from tests.fake_telegram_html import parse
from tests.fake_telegram_html import units as telegram_units

LIMIT, RAW = 4096, 9500
FAMILY = "👨‍👩‍👧‍👦"
PIECES = (
    "Pasal 6 ayat (3) ", "<b>bukan tebal</b>", "&lt;b&gt; &amp; &", "a < b > c", "</blockquote>",
    "مرحبا بالعالم ", "שלום ", "\u202eterbalik\u202c ", FAMILY, "👍🏽", "🇮🇩", "e\u0301", "\n", "\n\n",
    "  ", "\t", "x" * 50, "&#x41;", "'\"", "\ud800", "\x00", "\u200d", "[1] ", "_*`~|", "ﷺ", "\r\n",
)  # fmt: skip


def shown(blocks: list[Block]) -> str:
    return "".join(plain(blocks).split())


def checked(blocks: list[Block]) -> list[str]:
    """What Telegram shows of the pages; every rule of its is asserted."""
    seen = []
    for one in pages(blocks):
        text, entities = parse(one.html)
        assert 0 < telegram_units(text) <= LIMIT
        assert len(one.html.encode()) <= RAW
        assert telegram_units(one.plain) <= LIMIT
        assert "".join(one.plain.split()) == "".join(text.split())
        assert all(e["offset"] >= 0 for e in entities)  # type: ignore[operator]
        seen.append(text)
    assert "".join("".join(seen).split()) == shown(blocks)
    return seen


def fuzzed(seed: int) -> Answer:
    dice = random.Random(seed)
    length = dice.choice((5, 40, 300, 3000, 40_000))
    text = ""
    while len(text) < length:
        text += dice.choice(PIECES) if dice.random() < 0.7 else chr(dice.randrange(32, 0x3000))
    cited = [
        Citation(
            mark=n, regulation="pp-2-2018", pasal="6", ayat=None, huruf=None,
            bagian="batang_tubuh", label=f"PP {dice.choice(PIECES)} Pasal {n}", tier="resmi",
            legal_status="berlaku", verified_locator=True, text="isi",
            source=SourceFile(file=f"a{dice.choice(PIECES)}.pdf", page=n),
        )
        for n in range(1, dice.randrange(1, 14))
    ]  # fmt: skip
    notices = tuple(dice.choice(PIECES) * 3 for _ in range(dice.randrange(3)))
    return Answer(question="?", status="answered", answer=text[:length], citations=tuple(cited),
                  notices=notices)  # fmt: skip


def answers(first: int, n: int) -> list[Answer]:
    return [fuzzed(seed) for seed in range(first, first + n)]


def test_many_fuzzed_answers_follow_telegrams_rules() -> None:
    for answer in answers(0, 60):
        checked(answer_blocks(answer))


@pytest.mark.slow
def test_five_thousand_fuzzed_answers_follow_telegrams_rules() -> None:
    for answer in answers(1000, 5000):
        checked(answer_blocks(answer))


def test_units_are_those_of_telegram() -> None:
    for text in ("abc", FAMILY, "🇮🇩", "ﷺ", "e\u0301"):
        assert units(text) == telegram_units(text)


def test_a_split_falls_between_blocks() -> None:
    blocks = [para(f"Paragraf {n} " + "kata " * 150) for n in range(12)]
    seen = checked(blocks)
    assert all(text.startswith("Paragraf") for text in seen)
    assert len(seen) == 3


def test_a_styled_run_is_not_cut_where_it_need_not_be() -> None:
    bold = "tebal " * 30
    seen = pages([para("x" * 4000, Span(bold, "b"), " akhir")])
    assert len(seen) == 2
    assert seen[1].html.startswith("<b>tebal")
    assert "<b>" not in seen[0].html


def test_a_run_longer_than_a_message_is_closed_and_opened_again() -> None:
    seen = pages([para(Span("panjang " * 2000, "b"))])
    assert len(seen) > 3
    assert all(p.html.startswith("<b>") and p.html.endswith("</b>") for p in seen)


def test_a_cut_never_takes_an_emoji_apart() -> None:
    seen = checked([para(FAMILY * 1500)])
    assert all(set(text.split(FAMILY)) == {""} for text in seen)


def test_a_quote_stays_a_quote_on_every_page() -> None:
    seen = pages([title("Bunyi"), quote("ayat " * 3000)])
    assert all("<blockquote expandable>" in p.html for p in seen)


def test_a_caption_fits() -> None:
    found = page([para("a & b " * 1000)], CAPTION_LIMIT)
    assert telegram_units(parse(found.html)[0]) <= CAPTION_LIMIT


@pytest.mark.parametrize(("letters", "kinds"), [(100, ["text"]), (9_000, ["text"] * 3),
                                               (40_000, ["text", "document"])])  # fmt: skip
def test_more_than_three_messages_become_a_file(letters: int, kinds: list[str]) -> None:
    turn = Turn(Incoming(1, "text", 1, 1, 1))
    text = "\n\n".join(["kata " * 100] * (letters // 500)) or "pendek"
    turn.say([para(part) for part in text.split("\n\n")], [[("Lanjut", "l")]])
    assert [p.out.kind for p in turn.posts] == kinds
    assert [bool(p.out.buttons) for p in turn.posts] == [False] * (len(kinds) - 1) + [True]
    if kinds[-1] == "document":
        assert (turn.posts[-1].out.content or "").split() == text.split()
