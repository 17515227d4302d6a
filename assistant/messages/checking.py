"""Sentences of checking a laporan."""

PERIKSA_JENIS = {
    "laporan_tahunan": "laporan tahunan penerapan SPM",
    "espm_triwulan": "isian e-SPM triwulanan",
    "rad": "rencana aksi daerah",
    "lppd": "LPPD",
    "konsultan_bulanan": "laporan bulanan konsultan",
    "sop": "SOP",
    "lainnya": "jenis tidak dikenali",
}
PERIKSA_KEPARAHAN = {"galat": "Galat", "peringatan": "Peringatan", "info": "Info"}
PERIKSA_JUDUL = "Hasil pemeriksaan {nama}"
PERIKSA_IDENTITAS = "Dibaca sebagai {jenis}; {tingkat}; {daerah}; {periode}."
PERIKSA_TINGKAT = {
    "kabkota": "tingkat kabupaten/kota",
    "provinsi": "tingkat provinsi",
    None: "tingkat tidak dikenali",
}
PERIKSA_TANPA_DAERAH = "daerah tidak dikenali"
PERIKSA_TANPA_PERIODE = "periode tidak dikenali"
PERIKSA_UBAH = (
    "Bila keliru, tentukan sendiri dengan --kind, --level, --daerah, atau --period; peran kolom "
    "terlihat dengan --columns dan dapat diganti dengan --role."
)
PERIKSA_KOLOM = "Tabel dan kolom yang dikenali"
PERIKSA_KOLOM_TABEL = "{letak}: {judul}"
PERIKSA_TAK_LAYAK = "tidak layak diperiksa"
PERIKSA_TANPA_JUDUL = "tanpa judul"
PERIKSA_RINGKAS = "{galat} galat, {peringatan} peringatan, {info} info."
PERIKSA_BERSIH = "Tidak ada temuan. Yang diperiksa tercantum di bawah; itu bukan jaminan benar."
PERIKSA_HITUNGAN = (
    "{dicek} perbandingan dilakukan: {lolos} cocok, {bulat} cocok karena pembulatan, {gagal} tidak, "
    "{tak} tidak dapat dicek."
)
PERIKSA_UMUM = "Jenis dokumennya tidak dikenali, jadi hanya aturan umum yang berlaku penuh."
PERIKSA_DIREDAM = "{n} temuan lain adalah akibat dari temuan di atas."
PERIKSA_LAGI = "dan {n} lagi"
PERIKSA_AKIBAT = "Kategori dapat berubah menjadi {kategori}."
PERIKSA_PERLU_CEK = "perlu dipastikan pada dokumen aslinya"
PERIKSA_KEYAKINAN = "dibaca dengan OCR, keyakinan terendah {n} persen"
PERIKSA_TEMPAT_LAIN = "Tempat lain: {tempat}."
PERIKSA_TEMPAT_LAGI = "dan {n} tempat lain"
PERIKSA_REGISTRI = "data peraturan Asisten SPM"
PERIKSA_PUTUSAN = {
    "tidak_konsisten": "tidak cocok",
    "konsisten_pembulatan": "cocok karena pembulatan",
    "perlu_cek": "perlu dipastikan",
    "tidak_dapat_dicek": "tidak dapat dicek",
}
PERIKSA_DASAR = "Dasar: {dasar}."
PERIKSA_KAIDAH = "kaidah hitung atau kaidah dokumen"
PERIKSA_KALI = "{judul} [{aturan}] ({n})"
PERIKSA_TAK_DICEK = "Tidak dapat dicek: {judul} [{aturan}], karena {alasan}."
PERIKSA_SEJAK = "Dibanding {berkas}: {baru} baru, {tetap} tetap, {selesai} selesai."
PERIKSA_DIAKUI = "diakui: {alasan}"
PERIKSA_SUDAH_DIAKUI = 'Temuan {sidik} ditandai diakui di "{berkas}".'
PERIKSA_SIDIK_TIDAK_ADA = 'Tidak ada temuan dengan sidik jari "{sidik}" dalam laporan ini.'
PERIKSA_ALASAN_WAJIB = "Sebutkan alasannya dengan --reason."
PERIKSA_LAMA_RUSAK = (
    'Berkas "{berkas}" bukan hasil "spm check --format json". Buat ulang, lalu coba lagi.'
)
PERIKSA_FORMAT = 'Format "{format}" tidak dikenal. Yang tersedia: text, json, html, xlsx, docx.'
PERIKSA_PERLU_OUT = "Format {format} perlu nama berkas hasil: tambahkan --out NAMA.{format}"
PERIKSA_TERTULIS = 'Hasil ditulis ke "{berkas}".'
PERIKSA_ATURAN_TIDAK_ADA = 'Aturan "{id}" tidak ada. Daftar lengkap: spm rules'
PERIKSA_TINGKAT_SALAH = 'Tingkat "{level}" tidak dikenal. Pilihannya: kabkota, provinsi.'
PERIKSA_JENIS_SALAH = 'Jenis dokumen "{kind}" tidak dikenal. Pilihannya: {pilihan}.'
PERIKSA_DAERAH_SALAH = (
    'Daerah "{nama}" tidak dikenal. Tulis nama lengkap atau kodenya, misalnya "Kabupaten Bekasi" '
    "atau 32.16."
)
PERIKSA_DAERAH_GANDA = 'Nama "{nama}" dapat berarti {pilihan}. Tulis salah satunya atau kodenya.'
PERIKSA_PERIODE_SALAH = (
    'Periode "{periode}" tidak dikenal. Contoh: 2024, 2024-TW2, 2024-07, atau 2025-2029.'
)
PERIKSA_PERAN_SALAH = (
    'Peran kolom "{peran}" belum dapat dipakai. Tulis JUDUL=PERAN, dengan peran salah satu dari: '
    "{pilihan}."
)
PERIKSA_KOLOM_TIDAK_ADA = 'Kolom berjudul "{kolom}" tidak ditemukan. Yang mirip atau ada: {ada}.'
PERIKSA_PENDUDUK_BACA = 'Berkas penduduk "{berkas}" belum dapat dibaca. Simpan sebagai CSV UTF-8.'
PERIKSA_PENDUDUK_KOLOM = (
    'Berkas penduduk "{berkas}" perlu kolom kode, jumlah, dan sumber, paling besar 4 MB.'
)
PERIKSA_PENDUDUK_BARIS = (
    'Berkas penduduk "{berkas}" baris {baris}: isi kode daerah yang dikenal, jumlah jiwa lebih dari '
    "nol, dan sumbernya."
)
PERIKSA_CONTOH_LOLOS = "Contoh yang lolos"
PERIKSA_CONTOH_GAGAL = "Contoh yang tidak lolos"
PERIKSA_CONTOH_KEDUA = "Berkas kedua:"
PERIKSA_CONTOH_PESAN = "Temuannya: {pesan}"
PERIKSA_SURAT = (
    "Berikut temuan pemeriksaan konsistensi atas {nama} untuk ditindaklanjuti. Angka di sini dikutip "
    "dari laporan itu; bila dua angka berbeda, pemeriksaan ini tidak menentukan mana yang benar."
)
PERIKSA_SKOR = "IP SPM dihitung ulang dari isian laporan ini: {nilai} ({kategori})."
