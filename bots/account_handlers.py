"""Coming in, help, one's own region, and one's own data."""

from assistant import memory
from assistant import messages as m
from bots import retention
from bots.access import STRANGER_LIMIT, Person
from bots.bot_database import day_of
from bots.bot_types import Turn
from bots.office import Office, for_region, only_private, region_name, rows_of
from bots.telegram_html import Span, para, title
from corpus import regions

REFUSED, WRONG_CODE = "tolak", "kode_salah"
MOST_CHOICES = 8


async def start(office: Office, turn: Turn, person: Person) -> None:
    """Greets; a code of somebody who is in already changes nothing."""
    turn.say([
        para(m.BOT_SUDAH_MASUK.format(
            peran=m.BOT_ROLES[person.role], daerah=for_region(person.region)
        ))
    ])  # fmt: skip


async def stranger(office: Office, turn: Turn) -> None:
    """Somebody whom nobody let in: only a good code is of use, and only so many words are said."""
    own, now = turn.incoming, office.now()
    code = own.text if own.kind == "command" and own.command in ("mulai", "start") else ""
    used = office.store.used(own.user, day_of(now))
    wrong, refused = used.get(WRONG_CODE, 0), used.get(REFUSED, 0)
    if code and wrong < STRANGER_LIMIT:
        person = office.access.redeem(own.user, own.name, code, now)
        if person is not None:
            turn.audit.append(("masuk", person.role))
            turn.say([
                para(m.BOT_SELAMAT.format(
                    peran=m.BOT_ROLES[person.role], daerah=for_region(person.region)
                ))
            ])  # fmt: skip
            return
        turn.usage.append((own.user, WRONG_CODE))
        turn.audit.append(("kode_salah", ""))
        turn.say([para(m.BOT_KODE_SALAH)])
        return
    turn.usage.append((own.user, REFUSED))
    turn.audit.append(("ditolak", own.kind))
    if refused < STRANGER_LIMIT and not code:
        turn.say([para(m.BOT_TERTUTUP.format(id=own.user))])


async def unlisted_group(office: Office, turn: Turn) -> None:
    """A group that is not on the list hears so once a day."""
    own, now = turn.incoming, office.now()
    turn.usage.append((own.chat, REFUSED))
    if not office.store.used(own.chat, day_of(now)).get(REFUSED, 0):
        turn.say([para(m.BOT_GRUP_TERTUTUP)])


async def help_text(office: Office, turn: Turn, person: Person) -> None:
    """How to use the bot, with the commands of this person."""
    commands = dict(m.BOT_COMMANDS)
    if person.role == "admin" and turn.incoming.private:
        commands |= m.BOT_ADMIN_COMMANDS
    lines = "\n".join(f"/{name} · {text}" for name, text in commands.items())
    first = [para(t.format(batas=office.upload_mb)) for t in m.BOT_BANTUAN]
    turn.say([*first, para(Span(m.BOT_PERINTAH, "b"), f"\n{lines}")])


async def region(office: Office, turn: Turn, person: Person) -> None:
    """Shows or sets the region of somebody."""
    if not only_private(turn):
        return
    text = turn.incoming.text
    if not text:
        name = region_name(person.region)
        known = m.BOT_DAERAH_SEKARANG.format(daerah=name) if name else m.BOT_DAERAH_KOSONG
        turn.say([para(known)])
        return
    found = regions.find(text)
    if not found:
        turn.say([para(m.BOT_DAERAH_TAK_DIKENAL.format(nama=text[:60]))])
    elif len(found) == 1:
        _set_region(office, turn, found[0].kode)
    else:
        choices = [(d.nama, f"d:{d.kode}") for d in found[:MOST_CHOICES]]
        turn.say([para(m.BOT_DAERAH_PILIH)], rows_of(choices, 1))


async def choose_region(office: Office, turn: Turn, rest: list[str]) -> None:
    """Sets the region of a pressed button."""
    if rest and rest[0] in regions.regions() and turn.incoming.private:
        _set_region(office, turn, rest[0])


def _set_region(office: Office, turn: Turn, code: str) -> None:
    own = turn.incoming
    office.access.set_region(own.user, code, own.name, office.now())
    turn.audit.append(("daerah", code))
    turn.say([para(m.BOT_DAERAH_DIATUR.format(daerah=region_name(code)))])


async def privacy(office: Office, turn: Turn, person: Person) -> None:
    """What is kept and how long."""
    keep = office.keep
    values = {
        "percakapan": memory.KEEP_TURNS.days, "paspor": memory.KEEP_PASSPORTS.days,
        "catatan": keep.notes_days, "hasil": keep.results_hours, "jejak": keep.audit_days,
        "pemakaian": keep.usage_days,
    }  # fmt: skip
    place = office.model_place
    model = m.BOT_PRIVASI_MODEL.format(letak=place) if place else m.BOT_PRIVASI_TANPA_MODEL
    texts = [*(t.format(**values) for t in m.BOT_PRIVASI), model]
    turn.say([title(m.BOT_COMMANDS["privasi"]), *(para(t) for t in texts)])


async def forget(office: Office, turn: Turn, person: Person) -> None:
    """Asks before removing."""
    if only_private(turn):
        choices = [(m.BOT_HAPUS_YA, "h:ya"), (m.BOT_HAPUS_TIDAK, "h:tidak")]
        turn.say([para(m.BOT_HAPUS_TANYA)], [choices])


async def forget_for_sure(office: Office, turn: Turn, rest: list[str]) -> None:
    """Removes what is kept of somebody and says what that was."""
    own = turn.incoming
    if rest != ["ya"] or not own.private:
        turn.say([para(m.BOT_DIBATALKAN)])
        return
    turns = await office.work(office.conversation.forget, str(own.user))
    counts = retention.forget(office.store, own.user, office.results, day_of(office.now()))
    turn.audit.append(("hapus", ""))
    turn.scrub = True
    turn.say([para(m.BOT_HAPUS_SUDAH.format(pesan=turns, **counts)), para(m.BOT_HAPUS_TETAP)])
