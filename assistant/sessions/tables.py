"""The tables of sessions. Times are UTC without a zone; lists and answers are JSON texts."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

# Raised when a table changes; an older program then refuses the database.
SCHEMA = 1
META = MetaData()
SESI = Table(
    "sesi",
    META,
    Column("id", String(40), primary_key=True),
    Column("asal", String(120), unique=True),
    Column("daerah", String(8), nullable=False, index=True),
    Column("topik", Text, nullable=False),
    Column("kegiatan", String(16), nullable=False),
    Column("hari_pertama", Date, nullable=False, index=True),
    Column("hari", Text, nullable=False),
    Column("jam_mulai", Time),
    Column("jam_selesai", Time),
    Column("zona", String(4), nullable=False),
    Column("tempat", Text),
    Column("daring", Boolean, nullable=False),
    Column("fasilitator", Text, nullable=False),
    Column("peserta", Text, nullable=False),
    Column("chat", String(80), index=True),
    Column("keluaran", Text),
    Column("dibuka", DateTime, nullable=False),
    Column("ditutup", DateTime),
    Column("nomor_terakhir", Integer, nullable=False, default=0),
)
ENTRI = Table(
    "sesi_entri",
    META,
    Column("pk", Integer, primary_key=True),
    Column("sesi", ForeignKey("sesi.id", ondelete="CASCADE"), nullable=False),
    Column("nomor", Integer, nullable=False),
    Column("asal", String(120)),
    Column("jenis", String(16), nullable=False),
    Column("teks", Text, nullable=False),
    Column("urusan", String(24)),
    Column("tahapan", String(32)),
    Column("pic", Text),
    Column("tenggat", Date),
    Column("pasti", Boolean, nullable=False, default=False),
    Column("penulis", String(80), nullable=False),
    Column("dicatat", DateTime, nullable=False),
    Column("diubah", DateTime, nullable=False),
    Column("dihapus", Boolean, nullable=False, default=False),
    Column("beres", Date),
    Column("beres_catatan", Text),
    Column("status", String(32)),
    Column("isi", Text),
    UniqueConstraint("sesi", "asal"),
    UniqueConstraint("sesi", "nomor"),
)
PENGINGAT = Table(
    "sesi_pengingat",
    META,
    Column("sesi", ForeignKey("sesi.id", ondelete="CASCADE"), primary_key=True),
    Column("nomor", Integer, primary_key=True),
    Column("tenggat", Date, primary_key=True),
    Column("tahap", String(16), primary_key=True),
    Column("pada", DateTime, nullable=False),
)
LANGGANAN = Table("sesi_langganan", META, Column("chat", String(80), primary_key=True))
VERSION = Table("sesi_skema", META, Column("nomor", Integer, primary_key=True))
