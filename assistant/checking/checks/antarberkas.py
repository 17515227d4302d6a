"""Rules that compare two files of one region: TAB-08, WKT-01, WKT-02, WKT-07, WKT-08."""

from assistant.checking.compare import P59
from assistant.checking.models import KAIDAH, Aturan

TAB_08 = Aturan(
    id="TAB-08",
    judul="Angka berbeda antarlampiran atau antarberkas",
    keparahan="galat",
    butuh=("layanan", "ukuran", "periode yang sama di dua berkas"),
    toleransi="interval",
    pesan="{nama} {layanan} tertulis {a} di satu berkas dan {b} di berkas lain untuk {periode}.",
    saran="Tentukan mana yang benar, lalu samakan.",
    berkas=2,
)
WKT_01 = Aturan(
    id="WKT-01",
    judul="Kumulatif triwulan menurun",
    keparahan="galat",
    butuh=("terlayani dua triwulan tahun yang sama",),
    pesan="{layanan}: terlayani triwulan {akhir} {b} lebih kecil dari triwulan {awal} {a}.",
    dasar=(KAIDAH, P59),
    saran="Angka triwulan e-SPM bersifat kumulatif; periksa triwulan mana yang keliru.",
    berkas=2,
)
WKT_02 = Aturan(
    id="WKT-02",
    judul="Sasaran berubah antartriwulan",
    keparahan="peringatan",
    butuh=("sasaran dua triwulan tahun yang sama",),
    pesan="{layanan}: sasaran triwulan {awal} {a}, triwulan {akhir} {b}.",
    saran="Beri catatan mengapa sasaran berubah, atau samakan.",
    berkas=2,
)
WKT_07 = Aturan(
    id="WKT-07",
    judul="Angka sama dengan tahun lalu",
    keparahan="peringatan",
    butuh=("dua tahun", "paling sedikit 10 angka"),
    toleransi="60 persen angka atau lebih",
    pesan="{n} dari {semua} angka tahun {akhir} sama persis dengan tahun {awal}.",
    saran="Pastikan datanya sudah diperbarui.",
    berkas=2,
)
WKT_08 = Aturan(
    id="WKT-08",
    judul="Triwulan IV tidak sama dengan laporan tahunan",
    keparahan="galat",
    butuh=("triwulan IV dan laporan tahunan tahun yang sama",),
    toleransi="interval",
    pesan="{nama} {layanan} triwulan IV {a}, laporan tahunan {b}.",
    dasar=(KAIDAH, P59),
    saran="Samakan laporan tahunan dengan isian triwulan IV.",
    berkas=2,
)
RULES = (TAB_08, WKT_01, WKT_02, WKT_07, WKT_08)
