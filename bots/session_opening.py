"""/sesi mulai and the details of a session: who takes part, where, when, what comes of it."""

from assistant import messages as m
from assistant.sessions.lifecycle import open_session, update_session
from assistant.sessions.opening import Rincian, detail, parse_request
from assistant.sessions.wording import days, open_line, region_name, title
from assistant.sessions.zones import day_in
from bots.session_turn import SessionTurn
from bots.telegram_html import Span, para

DETAILS = ("topik", "tempat", "fasilitator", "peserta", "hari", "keluaran")


def begin(st: SessionTurn, rest: str) -> None:
    """/sesi mulai [JENIS] DAERAH | TOPIK, with details on lines of their own."""
    if not rest:
        st.say(para(m.BOT_SESI_CARA))
        return
    place, topic, kind, said = parse_request(rest, day_in(st.now, "WIB"))
    begun = open_session(
        st.store, st.actor, daerah=place, topik=topic, now=st.now, kegiatan=kind, hari=said.hari,
        jam=said.jam, zona=said.zona, tempat=said.tempat, daring=bool(said.daring),
        fasilitator=said.fasilitator, peserta=said.peserta, asal=st.key,
    )  # fmt: skip
    sesi = begun.sesi
    st.note("sesi_mulai", sesi.id)
    shown = m.SESI_RINGKAS_JUDUL.format(
        kegiatan=title(sesi), hari=days(sesi.hari), topik=sesi.topik
    )
    blocks = [para(Span(m.BOT_SESI_DIBUKA.format(id=sesi.id), "b"), f"\n{shown}")]
    if begun.terbuka:
        head = m.SESI_MASIH_TERBUKA.format(
            daerah=region_name(sesi.daerah), jumlah=len(begun.terbuka)
        )
        blocks.append(para("\n".join([head, *(open_line(one) for one in begun.terbuka)])))
    st.say(*blocks, para(m.SESI_IKUT_TERCATAT), para(m.BOT_SESI_CARA))


def add(st: SessionTurn, name: str, rest: str) -> None:
    """/sesi peserta …, tempat …, fasilitator …, topik …, hari …, keluaran … of the running one."""
    assert st.running is not None
    said: Rincian = detail(name, rest, day_in(st.now, st.running.zona))
    update_session(
        st.store, st.actor, st.running.id, topik=said.topik, hari=said.hari, tempat=said.tempat,
        daring=said.daring, fasilitator=said.fasilitator, peserta=said.peserta,
        keluaran=said.keluaran,
    )  # fmt: skip
    st.note("sesi_rincian", st.running.id)
    st.say(para(m.SESI_RINCIAN_DICATAT))
