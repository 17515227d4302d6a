"""Sentences of assistance sessions, minutes and recap."""

SESI_JENIS = {
    "asistensi": "Asistensi",
    "bimtek": "Bimbingan Teknis",
    "monev": "Monitoring dan Evaluasi Terpadu",
    "rakor": "Rapat Koordinasi",
}
SESI_KEGIATAN = {
    "asistensi": "Asistensi Penerapan SPM {daerah}",
    "bimtek": "Bimbingan Teknis Penerapan SPM {daerah}",
    "monev": "Monitoring dan Evaluasi Terpadu Penerapan SPM {daerah}",
    "rakor": "Rapat Koordinasi Penerapan SPM {daerah}",
}
SESI_JENIS_ENTRI = {
    "masalah": "masalah",
    "solusi": "solusi",
    "keputusan": "keputusan",
    "tindaklanjut": "tindak lanjut",
    "tanya": "pertanyaan",
    "lampiran": "laporan diperiksa",
}
SESI_TAHAPAN = {
    "pengumpulan_data": "Pengumpulan data",
    "penghitungan_kebutuhan": "Penghitungan kebutuhan",
    "penyusunan_rencana": "Penyusunan rencana",
    "pelaksanaan": "Pelaksanaan",
    "pelaporan": "Pelaporan",
}
SESI_TANPA_TAHAPAN = "Umum"
SESI_LINTAS_URUSAN = "Lintas urusan"
SESI_PIC = "PJ {pic}"
SESI_TENGGAT = "tenggat {hari}"
SESI_BERES = "selesai {hari}"

# What is refused
SESI_TIDAK_ADA = 'Sesi "{id}" tidak ditemukan. Periksa id-nya pada daftar sesi.'
SESI_HANYA_SEKBER = "Langkah ini hanya untuk Sekretariat Bersama dan administrator."
SESI_BUKAN_CATATAN_ANDA = (
    "Catatan #{nomor} ditulis orang lain. Mintalah Sekretariat Bersama mengubahnya."
)
SESI_MASIH_BERJALAN = 'Sesi "{id}" masih berjalan di sini. Tutup dahulu, baru buka sesi yang baru.'
SESI_SUDAH_DITUTUP = (
    'Sesi "{id}" sudah ditutup, jadi tidak dapat diubah. Sekretariat Bersama dapat membukanya lagi.'
)
SESI_ENTRI_TIDAK_ADA = 'Catatan {entri} tidak ada dalam sesi "{id}". Periksa nomornya.'
SESI_BUKAN_TINDAK_LANJUT = (
    "Catatan #{nomor} bukan tindak lanjut, jadi tidak dapat ditandai selesai."
)
SESI_TEKS_KOSONG = "Catatannya kosong. Tulis isinya setelah jenisnya."
SESI_TEKS_PANJANG = "Catatan lebih dari {batas} huruf. Bagi menjadi beberapa catatan."
SESI_TOPIK_KOSONG = "Topik sesi belum disebut. Contoh: Kota Bandung | evaluasi TW II"
SESI_DAERAH_TAK_DIKENAL = (
    'Daerah "{nilai}" tidak dikenal. '
    "Tulis nama lengkap atau kodenya, misalnya Kota Bandung atau 32.73."
)
SESI_DAERAH_GANDA = '"{nilai}" dapat berarti {pilihan}. Tulis yang Anda maksud.'
SESI_BUKAN_PROVINSI = '"{nilai}" bukan provinsi. Perbandingan dibuat untuk satu provinsi.'
SESI_KEGIATAN_TAK_DIKENAL = 'Jenis kegiatan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_JENIS_TAK_DIKENAL = 'Jenis catatan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_URUSAN_TAK_DIKENAL = 'Urusan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_TAHAPAN_TAK_DIKENAL = 'Tahapan "{nilai}" tidak dikenal. Pilihannya: {pilihan}.'
SESI_TANGGAL_TAK_DIKENAL = 'Tanggal "{nilai}" belum terbaca. Tulis misalnya 15 September 2024.'
SESI_ZONA_TAK_DIKENAL = 'Zona waktu "{nilai}" tidak dikenal. Pilihannya: WIB, WITA, WIT.'
SESI_JAM_SALAH = 'Jam "{nilai}" belum terbaca. Tulis misalnya 09.00.'
SESI_BULAN_SALAH = 'Bulan "{nilai}" belum terbaca. Tulis misalnya 2024-08.'
SESI_TRIWULAN_SALAH = 'Triwulan "{nilai}" belum terbaca. Tulis misalnya 2024-3.'
SESI_TAHUN_SALAH = 'Tahun "{nilai}" belum terbaca. Tulis misalnya 2024.'
SESI_SATU_KURUN = "Sebutkan satu kurun saja: --month, --quarter, atau --year."
SESI_BASIS_DATA = (
    "Basis data sesi tidak dapat dibuka. Periksa SPM_DATABASE_URL, foldernya, dan izinnya."
)
SESI_BASIS_DATA_BARU = (
    "Basis data sesi dibuat program yang lebih baru (susunan {ada}, yang dikenal {kenal}). "
    "Perbarui program ini."
)
SESI_PDF_TIDAK_ADA = (
    "Notulen PDF memerlukan LibreOffice, yang belum terpasang. Naskah DOCX tetap dapat dibuat."
)
SESI_PDF_GAGAL = (
    'Berkas "{nama}" belum dapat diubah menjadi PDF. Buka naskah DOCX-nya, lalu simpan sebagai PDF.'
)
SESI_FORMAT_NOTULEN = 'Notulen ditulis sebagai .docx atau .pdf, bukan "{nama}".'
SESI_FORMAT_REKAP = (
    'Rekap ditulis sebagai .docx, .pdf, .xlsx, .png, .json, atau .txt, bukan "{nama}".'
)
SESI_YAKIN_HAPUS = "Penghapusan tidak dapat dibatalkan. Ulangi dengan --yes bila Anda yakin."

# What is told
SESI_MASIH_TERBUKA = "Tindak lanjut {daerah} yang masih terbuka: {jumlah}."
SESI_TANPA_TERBUKA = "Tidak ada tindak lanjut yang masih terbuka."
SESI_DIHAPUS_SELURUHNYA = 'Sesi "{id}" dihapus bersama {jumlah} catatannya.'
SESI_ENTRI_DIHAPUS = "Catatan {entri} dihapus."
SESI_DITUTUP = 'Sesi "{id}" ditutup.'
SESI_DIBUKA_LAGI = 'Sesi "{id}" dibuka lagi.'
SESI_TERTULIS = 'Ditulis ke "{berkas}".'
SESI_KOSONG = "Belum ada sesi."
SESI_RINGKAS_JUDUL = "{kegiatan} · {hari} · {topik}"
SESI_RINGKAS_BERJALAN = "Sesi {id} sedang berjalan."
SESI_RINGKAS_SELESAI = "Sesi {id} sudah ditutup."
SESI_KEADAAN = {"berjalan": "berjalan", "ditutup": "ditutup"}
SESI_RINGKAS_JUMLAH = "Tercatat: {rincian}."
SESI_RINGKAS_BELUM = "Belum ada catatan."
SESI_DISAMARKAN = "[{jenis} disamarkan]"
SESI_PENGINGAT = {
    "awal": "Tindak lanjut ini jatuh tempo dalam {sisa} hari, {hari}.",
    "besok": "Tindak lanjut ini jatuh tempo besok, {hari}.",
    "hari_ini": "Tindak lanjut ini jatuh tempo hari ini, {hari}.",
    "lewat": "Tindak lanjut ini lewat {sisa} hari dari tenggat {hari}.",
    "lama": "Tindak lanjut ini sudah lewat {sisa} hari dari tenggat {hari}. Perlukah tenggat baru?",
}
SESI_PENGINGAT_ISI = "#{nomor} {teks} ({daerah}{pic}; sesi {sesi})"

# Sessions in a chat
SESI_BANTUAN = (
    "Membuka (Sekretariat Bersama dan administrator):\n"
    "/sesi mulai Kota Bandung | evaluasi TW II\n"
    "Rincian boleh menyusul, satu tiap baris: jenis, tempat, fasilitator, peserta, hari, jam, zona. "
    "Contoh: /sesi peserta Rina (Dinas Kesehatan); Budi (Dinas Pendidikan)",
    "Selama sesi berjalan, setiap pertanyaan dan laporan yang diperiksa di obrolan ini ikut "
    "tercatat.\n"
    "/catat masalah teks, juga solusi, keputusan, tindaklanjut\n"
    "Balas pesan catatan dengan /ubah teks atau /hapus untuk memperbaikinya.\n"
    "/sesi ringkasan: isi sesi sampai saat ini",
    "Sesudahnya:\n"
    "/sesi tutup: menutup dan mengirim notulen\n"
    "/sesi notulen, /sesi buka, /sesi daftar, /sesi ekspor, /sesi hapus: memerlukan id sesi\n"
    "/sesi terbuka: tindak lanjut yang belum selesai, boleh diikuti daerah atau pj: nama\n"
    "/sesi selesai 3 keterangan: menandai tindak lanjut nomor 3\n"
    "/sesi ingatkan ya, atau tidak: pengingat tenggat di obrolan ini\n"
    "/sesi rekap 2024-08, /sesi banding Jawa Barat 2024: dalam obrolan pribadi",
)
SESI_IKUT_TERCATAT = (
    "Pertanyaan dan laporan yang diperiksa di obrolan ini ikut tercatat sampai sesi ditutup."
)
SESI_RINCIAN_KOSONG = 'Isi "{nama}" belum disebut. Contoh: /sesi {nama} lalu isinya.'
SESI_ID_KOSONG = "Sebutkan id sesinya, misalnya 20240807-3273-1. Daftarnya: /sesi daftar"
SESI_RINCIAN_DICATAT = "Rincian sesi dicatat."
SESI_CATAT_CARA = (
    "Tulis jenis lalu isinya, misalnya: /catat tindaklanjut Dinas Kesehatan melengkapi isian "
    "paling lambat 15 September. Jenisnya: masalah, solusi, keputusan, tindaklanjut."
)
SESI_UBAH_CARA = (
    "Balas pesan catatan yang hendak diperbaiki dengan /ubah lalu teks barunya, atau dengan /hapus."
)
SESI_KEPALA = "{apa} #{nomor} · sesi {sesi}"
SESI_KEPALA_APA = {
    "catatan": "Catatan",
    "pic": "PJ",
    "tenggat": "Tenggat",
    "selesai": "Selesai",
}
SESI_KARTU_ISI = "{jenis}: {teks}"
SESI_KARTU_BIDANG = {
    "urusan": "Urusan: {nilai}",
    "tahapan": "Tahapan: {nilai}",
    "pic": "PJ: {nilai}",
    "tenggat": "Tenggat: {nilai}",
}
SESI_KARTU_TEBAKAN = "Ini tebakan dari teksnya. Tekan Benar, atau ubah dengan tombol."
SESI_KARTU_PASTI = "Sudah dipastikan."
SESI_KARTU_HAPUS = "Hapus catatan ini?"
SESI_TOMBOL = {
    "benar": "Benar",
    "urusan": "Urusan",
    "tahapan": "Tahapan",
    "pic": "PJ",
    "tenggat": "Tenggat",
    "hapus": "Hapus",
    "hapus_ya": "Ya, hapus",
    "kembali": "Kembali",
    "ubah": "Ubah",
    "kosong": "Belum ditentukan",
    "tulis": "Tulis tanggal",
    "selesai": "Selesai #{nomor}",
}
SESI_TENGGAT_PILIHAN = {"seminggu": "Seminggu", "dua_minggu": "Dua minggu", "bulan": "Akhir bulan"}
SESI_MINTA_PIC = "Balas pesan ini dengan nama atau perangkat daerah yang bertanggung jawab."
SESI_MINTA_TENGGAT = (
    "Balas pesan ini dengan tanggalnya, misalnya 15 September 2024 atau minggu depan."
)
SESI_MINTA_KETERANGAN = "Balas pesan ini dengan keterangannya bila ada."
SESI_PERTANYAAN_TAK_TERCATAT = "Pertanyaan ini tidak masuk ke sesi: {sebab}"
SESI_LAMPIRAN_DICATAT = 'Hasil pemeriksaan "{nama}" dilampirkan pada sesi {id} (#{nomor}).'
SESI_LAMPIRAN_SUSULAN = (
    "Sesi itu sudah ditutup sebelum pemeriksaan selesai. Minta notulen barunya: /sesi notulen {id}"
)
SESI_MASIH_DIPERIKSA = (
    "Berkas yang masih diperiksa di obrolan ini: {jumlah}. Hasilnya menyusul ke sesi ini; sesudahnya "
    "minta notulen baru: /sesi notulen {id}"
)
SESI_NOTULEN_BERKAS = "Notulen {id}"
SESI_REKAP_BERKAS = "Rekap {kurun}"
SESI_EKSPOR_BERKAS = "Seluruh isi sesi {id}"
SESI_SELESAI_CARA = "Sebutkan nomornya, misalnya: /sesi selesai 3 sudah dikirim 2 September"
SESI_INGATKAN = {
    True: "Pengingat tindak lanjut di obrolan ini menyala: tiga hari sebelum, sehari sebelum, pada "
    "harinya, dan setelah lewat.",
    False: "Pengingat tindak lanjut di obrolan ini mati.",
}
SESI_INGATKAN_CARA = "Tulis /sesi ingatkan ya, atau /sesi ingatkan tidak."
SESI_TERBUKA_JUDUL = "Tindak lanjut yang masih terbuka: {jumlah}."
SESI_LEBIH = "Dan {n} lagi."
SESI_HAPUS_TANYA = (
    "Hapus sesi {id} bersama {jumlah} catatannya? Ini tidak dapat dibatalkan. Simpan dahulu dengan "
    "/sesi ekspor {id} bila perlu."
)

# Minutes
NOTULEN_JUDUL = "NOTULEN"
NOTULEN_BERJALAN = "RANCANGAN - sesi belum ditutup"
NOTULEN_KAKI = "Notulen {id}"
HALAMAN = "halaman"
HALAMAN_DARI = "dari"
NOTULEN_IDENTITAS = {
    "kegiatan": "Kegiatan",
    "hari": "Hari/tanggal",
    "waktu": "Waktu",
    "tempat": "Tempat",
    "acara": "Acara",
    "fasilitator": "Fasilitator",
    "peserta": "Peserta",
}
NOTULEN_DARING = "Pertemuan daring (video)"
NOTULEN_TEMPAT_KOSONG = "belum dicatat"
NOTULEN_PESERTA_KOSONG = "daftar hadir belum dicatat"
NOTULEN_BAGIAN = {
    "sebelumnya": "Tindak lanjut sebelumnya yang masih terbuka",
    "pembahasan": "Pembahasan",
    "temuan": "Temuan pemeriksaan laporan",
    "keputusan": "Keputusan",
    "tindaklanjut": "Tindak lanjut",
    "lampiran": "Lampiran",
}
NOTULEN_KOLOM_BAHAS = ("No.", "Jenis", "Uraian dan dasar hukum")
NOTULEN_KELOMPOK = "{urusan} · {tahapan}"
NOTULEN_KOLOM_TINDAK = ("No.", "Tindak lanjut", "Penanggung jawab", "Tenggat", "Keadaan")
NOTULEN_KOLOM_TEMUAN = ("No.", "Laporan", "Hasil pemeriksaan")
NOTULEN_LABEL = {
    "masalah": "Masalah",
    "solusi": "Solusi",
    "tanya": "Pertanyaan",
    "jawab": "Jawaban",
}
NOTULEN_DASAR = "Dasar: {dasar}."
NOTULEN_DASAR_STATUS = "{label} ({status})"
NOTULEN_TANPA_DASAR = "Belum ada sumber yang cukup; perlu dijawab Sekretariat Bersama."
NOTULEN_LUAR_LINGKUP = "Di luar lingkup SPM; tidak dijawab di sini."
NOTULEN_DATA_PRIBADI = "Tidak dijawab karena menyangkut data pribadi."
NOTULEN_TANPA_BAHASAN = "Tidak ada pembahasan yang dicatat."
NOTULEN_TANPA_KEPUTUSAN = "Tidak ada keputusan yang dicatat."
NOTULEN_TANPA_TINDAK = "Tidak ada tindak lanjut yang dicatat."
NOTULEN_TERBUKA = "terbuka"
NOTULEN_LEWAT = "terbuka, lewat tenggat"
NOTULEN_SELESAI = "selesai {hari}"
NOTULEN_SELESAI_CATATAN = "selesai {hari}: {catatan}"
NOTULEN_BELUM_DITENTUKAN = "belum ditentukan"
NOTULEN_HITUNG_TEMUAN = "{galat} galat, {peringatan} peringatan, {info} info"
NOTULEN_SKOR = "IP SPM {indeks} ({kategori})"
NOTULEN_SKOR_SAJA = "IP SPM {indeks}"
NOTULEN_TEMUAN_LAIN = "dan {n} temuan lain"
NOTULEN_LAMPIRAN = "{nama}{periode} (sidik berkas {sha})"
NOTULEN_TTD = ("Pimpinan rapat,", "Notulis,")
NOTULEN_TTD_GARIS = "(........................................)"
NOTULEN_PENUTUP = (
    "Dasar hukum dan hasil pemeriksaan dikutip sistem menurut keadaan pada hari kegiatan."
)

# Recaps
REKAP_JUDUL = {
    "bulanan": "Laporan Bulanan Kegiatan Pendampingan Penerapan SPM",
    "triwulanan": "Laporan Triwulanan Kegiatan Pendampingan Penerapan SPM",
    "tahunan": "Laporan Tahunan Kegiatan Pendampingan Penerapan SPM",
}
REKAP_KURUN = "Sekretariat Bersama SPM · {kurun}"
REKAP_SARINGAN = "Hanya {saringan}."
REKAP_RINGKAS = "Pada {kurun} tercatat {jumlah} kegiatan di {daerah} daerah: {rincian}."
REKAP_TERBUKA_RINGKAS = "Tindak lanjut yang masih terbuka: {n}."
REKAP_RINGKAS_KOSONG = "Pada {kurun} tidak ada kegiatan yang tercatat."
REKAP_RINGKAS_JENIS = "{nama} {jumlah}"
REKAP_RINGKAS_CATATAN = (
    "Catatannya: {masalah} masalah, {solusi} solusi, {keputusan} keputusan, {tindaklanjut} tindak "
    "lanjut, {tanya} pertanyaan, dan {lampiran} laporan diperiksa."
)
REKAP_BAGIAN = {
    "ringkasan": "Ringkasan",
    "kegiatan": "Daftar kegiatan",
    "masalah": "Masalah menurut urusan dan tahapan",
    "pertanyaan": "Pertanyaan yang paling sering diajukan",
    "tanpa_jawaban": "Pertanyaan yang belum berjawab",
    "terbuka": "Tindak lanjut yang masih terbuka",
    "grafik": "Grafik",
    "banding": "Perbandingan daerah",
}
REKAP_KOLOM_KEGIATAN = ("No.", "Tanggal", "Kegiatan", "Daerah", "Keluaran")
REKAP_BARIS_KEGIATAN = "{hari}, kegiatan {judul}"
REKAP_KOLOM_URUSAN = "Urusan"
REKAP_JUMLAH = "Jumlah"
REKAP_KOLOM_TANYA = ("No.", "Pertanyaan", "Kali")
REKAP_KOLOM_TERBUKA = ("No.", "Tindak lanjut", "Daerah", "Penanggung jawab", "Tenggat")
REKAP_KOLOM_BANDING = ("Daerah", "Sesi", "Terbuka", "Galat", "Peringatan", "IP SPM")
REKAP_KELUARAN_AWAL = "Keluaran: {keluaran}."
REKAP_KOLOM_KEGIATAN_LAIN = (
    "Jenis", "Kode daerah", "Masalah", "Solusi", "Keputusan", "Tindak lanjut", "Pertanyaan", "Laporan",
)  # fmt: skip
REKAP_KELUARAN = "Pembahasan {topik}"
REKAP_KELUARAN_RINCI = "{topik}; {rincian}"
REKAP_TIDAK_ADA = "Tidak ada."
REKAP_LEBIH = "Dan {n} lagi; seluruhnya ada pada berkas XLSX."
REKAP_TANPA_JAWABAN = (
    "Basis peraturan belum memuat sumber yang cukup untuk pertanyaan berikut; ini bahan untuk "
    "melengkapinya."
)
REKAP_GRAFIK_JENIS = "Kegiatan menurut jenis"
REKAP_GRAFIK_TAHAPAN = "Masalah menurut tahapan"
REKAP_GRAFIK_URUSAN = "Masalah menurut urusan"
REKAP_LEMBAR = {
    "ringkasan": "Ringkasan",
    "kegiatan": "Kegiatan",
    "masalah": "Masalah",
    "pertanyaan": "Pertanyaan",
    "terbuka": "Tindak lanjut",
}
REKAP_BANDING_TANPA = "belum ada"
REKAP_BANDING_JUDUL = "Perbandingan daerah di {provinsi}, {kurun}"
REKAP_BANDING_SISA = "Daerah lain di provinsi ini tanpa sesi: {n}."
REKAP_KOLOM_STATUS = "Jawaban"
REKAP_STATUS = {
    "answered": "terjawab dengan dasar",
    "clarification": "perlu diperjelas",
    "unanswerable_no_source": "belum ada sumber",
    "unanswerable_out_of_scope": "di luar lingkup",
    "refused_personal_data": "menyangkut data pribadi",
    "error": "gagal dijawab",
}
