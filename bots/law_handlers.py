"""Looking things up: urusan and their services, a regulation, what the index holds."""

from datetime import date, datetime

from assistant import messages as m
from assistant.format import day as written_day
from assistant.format import number
from assistant.render import regulation as described
from bots.access import Person
from bots.bot_types import Turn
from bots.office import Office, rows_of
from bots.telegram_html import Span, para, paragraphs, title
from corpus import catalogue, generations
from corpus.models import Tingkat

MOST_LISTED = 25
LEVELS: tuple[Tingkat, ...] = ("kabkota", "provinsi")


def today(office: Office) -> date:
    """The day of the bot's clock."""
    return datetime.fromtimestamp(office.now()).date()


async def urusan(office: Office, turn: Turn, person: Person) -> None:
    """The six urusan as buttons."""
    choices = [(u.nama, f"u:{u.id}") for u in catalogue.urusan().values()]
    turn.say([para(m.BOT_URUSAN)], rows_of(choices, 1))


async def services(office: Office, turn: Turn, rest: list[str]) -> None:
    """The services of one urusan on both levels, with their penerima."""
    found = next((u for u in catalogue.urusan().values() if rest == [u.id]), None)
    if found is None:
        return
    blocks = []
    for level in LEVELS:
        rows = catalogue.of(found.id, level)
        head = m.BOT_URUSAN_ISI.format(
            urusan=found.nama, tingkat=m.LEVEL_NAMES[level], n=number(len(rows))
        )
        blocks.append(title(head))
        for n, one in enumerate(rows, 1):
            receiver = m.BOT_PENERIMA.format(penerima=one.penerima)
            blocks.append(para(f"{n}. {one.nama}\n", Span(receiver, "i")))
    turn.say(blocks)


async def regulation(office: Office, turn: Turn, person: Person) -> None:
    """What a citation means and its status today."""
    if not turn.incoming.text:
        turn.say([para(m.BOT_PERATURAN_APA)])
        return
    found = described.describe(turn.incoming.text[:200], today(office))
    turn.audit.append(("peraturan", found.reference.regulasi or "" if found.reference else ""))
    turn.say(paragraphs(described.to_text(found)))


async def sources(office: Office, turn: Turn, person: Person) -> None:
    """What the index was made from."""
    made = generations.manifest(generations.current(office.home))
    tiers = [r.tier for r in made.regulations]
    laws = [r for r in made.regulations if r.tier != "kurasi"]
    answers = sum(r.chunks for r in made.regulations if r.tier == "kurasi")
    built = datetime.fromisoformat(made.built).date()
    head = m.BOT_SUMBER.format(
        potongan=number(made.chunks), jumlah=number(len({r.regulasi for r in laws})),
        hari=written_day(built), resmi=number(tiers.count("resmi")),
        ringkasan=number(tiers.count("ringkasan")), kurasi=number(answers),
    )  # fmt: skip
    names = sorted({r.nama for r in laws})
    lines = [f"• {name}" for name in names[:MOST_LISTED]]
    if len(names) > MOST_LISTED:
        lines.append(m.BOT_SUMBER_LAIN.format(n=number(len(names) - MOST_LISTED)))
    turn.say([para(head), para("\n".join(lines))])
