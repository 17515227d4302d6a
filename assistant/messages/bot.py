"""Sentences of the Telegram bot."""

BOT_COMMANDS = {
    "mulai": "Mulai, atau masuk dengan kode undangan",
    "bantuan": "Cara memakai bot ini",
    "tanya": "Tanya aturan SPM: /tanya pertanyaan Anda",
    "cek": "Periksa laporan: kirim berkasnya",
    "skor": "Hitung IP SPM langkah demi langkah",
    "urusan": "Enam urusan SPM dan jenis pelayanannya",
    "peraturan": "Status peraturan: /peraturan pp 2/2018",
    "sumber": "Bahan yang dipakai untuk menjawab",
    "daerah": "Atur daerah Anda: /daerah bekasi",
    "sesi": "Sesi asistensi: buka, tutup, notulen, rekap",
    "catat": "Catat dalam sesi: masalah, solusi, keputusan, tindaklanjut",
    "ubah": "Perbaiki catatan sesi: balas pesannya",
    "hapus": "Hapus data Anda dari bot ini",
    "privasi": "Apa yang disimpan dan berapa lama",
}
BOT_ADMIN_COMMANDS = {
    "undang": "Buat kode undangan",
    "pengguna": "Daftar, cabut, atau atur kuota pengguna",
    "statistik": "Pemakaian hari ini",
    "belum_terjawab": "Pertanyaan yang belum ada sumbernya",
    "jawab": "Jawab pertanyaan itu: /jawab nomor teks",
    "siaran": "Kirim pengumuman ke semua pengguna",
}
BOT_ROLES = {
    "petugas": "petugas daerah",
    "konsultan": "konsultan",
    "sekber": "Sekretariat Bersama",
    "admin": "administrator",
    "grup": "anggota grup",
}
BOT_SELAMAT = (
    "Selamat datang. Anda masuk sebagai {peran}{daerah}. Tulis pertanyaan tentang SPM, atau kirim "
    "berkas laporan untuk diperiksa. Perintah lain: /bantuan"
)
BOT_SUDAH_MASUK = "Anda terdaftar sebagai {peran}{daerah}. Silakan bertanya, atau lihat /bantuan"
BOT_UNTUK_DAERAH = " untuk {daerah}"
BOT_TERTUTUP = (
    "Bot ini hanya untuk yang diundang. Bila Anda punya kode, kirim: /mulai KODE. "
    "Bila belum, minta kepada administrator dan sebutkan nomor Anda: {id}"
)
BOT_KODE_SALAH = (
    "Kode itu tidak berlaku: salah ketik, sudah habis dipakai, atau lewat tanggalnya. "
    "Minta kode baru kepada administrator."
)
BOT_BANTUAN = (
    "Tulis pertanyaan seperti kepada rekan kerja, misalnya: siapa yang mengawasi SPM kabupaten? "
    "Tekan tombol [1] di bawah jawaban untuk membaca dasarnya.",
    "Kirim laporan (.pdf, .docx, .xlsx) sampai {batas} MB untuk diperiksa; hasilnya dikirim "
    "kembali sebagai berkas. Sesudah itu Anda dapat bertanya tentang laporan tersebut.",
    "Di grup, sebut nama bot atau balas pesannya.",
)
BOT_PERINTAH = "Perintah"
BOT_PERINTAH_TAK_DIKENAL = "Perintah /{perintah} tidak dikenal. Lihat /bantuan"
BOT_HANYA_ADMIN = "Perintah ini hanya untuk administrator."
BOT_HANYA_PRIBADI = "Lakukan ini dalam obrolan pribadi dengan bot, bukan di grup."
BOT_GRUP_TERTUTUP = (
    "Grup ini belum terdaftar. Administrator bot dapat mendaftarkannya dengan mengirim "
    "/undang grup di sini."
)
BOT_GRUP_DIBUKA = "Grup ini terdaftar. Sebut nama bot atau balas pesannya untuk bertanya."
BOT_GRUP_DITUTUP = "Grup ini tidak lagi terdaftar; bot tidak menjawab di sini."
BOT_TANYA_APA = "Tulis pertanyaannya sesudah perintah, misalnya: /tanya apa itu SPM?"
BOT_SEDANG = "Sedang mencari jawabannya …"
BOT_LANJUTAN_BERKAS = "Isinya panjang; yang lengkap ada dalam berkas ini."
BOT_BERKAS_JAWABAN = "jawaban.txt"
BOT_TOMBOL_LANJUT = "Tanya lanjut"
BOT_TOMBOL_KURANG = "Kurang tepat"
BOT_LANJUT = "Silakan tulis pertanyaan lanjutannya."
BOT_ALASAN_TANYA = "Apa yang kurang tepat?"
BOT_ALASAN = {
    "dasar": "Dasarnya keliru",
    "isi": "Isinya keliru",
    "kurang": "Kurang lengkap",
    "bahasa": "Sulit dipahami",
    "lain": "Lainnya, saya tulis",
}
BOT_ALASAN_TULIS = "Tulis alasannya dalam satu pesan. Jangan sertakan data pribadi."
BOT_ALASAN_DITERIMA = "Terima kasih, catatan Anda disimpan untuk administrator."
BOT_TOMBOL_BASI = "Tombol ini sudah tidak berlaku. Ajukan lagi pertanyaannya."
BOT_LETAK_BERKAS = "Berkas {berkas}, halaman {halaman}"
BOT_LETAK_BERKAS_SAJA = "Berkas {berkas}"
BOT_KUOTA_HABIS = {
    "tanya": "Kuota pertanyaan hari ini ({batas}) sudah terpakai. Coba lagi besok.",
    "unggah": "Kuota berkas hari ini ({batas}) sudah terpakai. Kirim lagi besok.",
    "model": "Kuota jawaban dengan model hari ini ({batas}) sudah terpakai. Coba lagi besok.",
}
BOT_KUOTA_SISA = {
    "tanya": "Sisa kuota pertanyaan hari ini: {sisa} dari {batas}.",
    "unggah": "Sisa kuota berkas hari ini: {sisa} dari {batas}.",
    "model": "Sisa kuota jawaban dengan model hari ini: {sisa} dari {batas}.",
}
BOT_CEK = (
    "Kirim laporannya sebagai berkas (.pdf, .docx, atau .xlsx; templat terisi juga dapat .csv atau "
    ".json), paling besar {batas} MB. Keterangan berkas dapat berisi pertanyaan Anda."
)
BOT_BERKAS_DITERIMA = 'Berkas "{nama}" diterima.'
BOT_BERKAS_ANTRE = " Ada {n} berkas lain lebih dahulu."
BOT_BERKAS_UNDUH = 'Mengunduh "{nama}" …'
BOT_BERKAS_PERIKSA = 'Memeriksa "{nama}" …'
BOT_BERKAS_SELESAI = 'Pemeriksaan "{nama}" selesai.'
BOT_BERKAS_GAGAL = (
    'Maaf, "{nama}" belum berhasil diperiksa sesudah beberapa kali dicoba. Simpan ulang berkasnya, '
    "lalu kirim kembali."
)
BOT_BERKAS_BESAR = (
    'Berkas "{nama}" berukuran {ukuran} MB, sedangkan batasnya {batas} MB. Kirim per bagian, atau '
    "hapus gambar di dalamnya."
)
BOT_TEMUAN_TERATAS = "Temuan terpenting"
BOT_TEMUAN_LAIN = "Dan {n} temuan lagi dalam berkas hasil."
BOT_HASIL_BERKAS = "Hasil pemeriksaan lengkap"
BOT_GRAFIK = "Grafik IP SPM"
BOT_HASIL_GAGAL = (
    "Maaf, berkas hasil belum dapat dibuat. Kirim ulang laporannya beberapa menit lagi bila "
    "Anda memerlukannya."
)
BOT_HASIL_TIDAK_ADA = "Berkas hasil itu sudah dihapus. Kirim ulang laporannya untuk diperiksa lagi."
BOT_TANYA_LAPORAN = "Anda dapat bertanya tentang laporan ini dalam obrolan ini."
BOT_BUKAN_BERKAS = {
    "photo": (
        "Foto halaman belum dapat diperiksa. Kirim laporan aslinya sebagai berkas PDF, DOCX, atau "
        "XLSX; dokumen kertas dapat dipindai menjadi satu PDF."
    ),
    "voice": "Pesan suara belum dapat dibaca. Tulis pertanyaannya sebagai teks.",
    "video": "Video belum dapat dibaca. Tulis pertanyaannya, atau kirim laporannya sebagai berkas.",
    "sticker": "Stiker tidak dapat saya baca. Tulis pertanyaan Anda tentang SPM.",
    "contact": "Kontak tidak diperlukan dan tidak disimpan. Tulis pertanyaan Anda.",
    "location": "Lokasi tidak diperlukan dan tidak disimpan. Atur daerah dengan /daerah nama",
    "poll": "Jajak pendapat tidak dapat saya baca. Tulis pertanyaan Anda tentang SPM.",
    "other": "Jenis pesan ini belum dapat dibaca. Tulis pertanyaan, atau kirim laporan.",
}
BOT_TAUTAN = (
    "Tautan tidak dibuka demi keamanan. Unduh berkasnya, lalu kirim ke sini sebagai berkas, atau "
    "tulis pertanyaannya."
)
BOT_URUSAN = "Urusan pemerintahan wajib yang mempunyai SPM. Pilih satu:"
BOT_URUSAN_ISI = "{urusan}, {tingkat}: {n} jenis pelayanan dasar"
BOT_PENERIMA = "Penerima: {penerima}"
BOT_PERATURAN_APA = "Tulis sitirannya, misalnya: /peraturan permendagri 59/2021"
BOT_SUMBER = (
    "Basis jawaban: {potongan} bacaan dari {jumlah} peraturan, dibuat {hari}. "
    "Naskah resmi: {resmi}. Ringkasan: {ringkasan}. Jawaban administrator: {kurasi}."
)
BOT_SUMBER_LAIN = "dan {n} peraturan lagi"
BOT_DAERAH_SEKARANG = "Daerah Anda: {daerah}. Untuk mengubah: /daerah nama"
BOT_DAERAH_KOSONG = "Daerah Anda belum diatur. Tulis: /daerah nama, misalnya /daerah kota bogor"
BOT_DAERAH_PILIH = "Yang mana?"
BOT_DAERAH_TAK_DIKENAL = (
    'Daerah "{nama}" tidak dikenal. Periksa ejaannya, atau tulis kodenya (32.16).'
)
BOT_DAERAH_DIATUR = "Daerah Anda sekarang {daerah}."
BOT_PRIVASI = (
    "Disimpan: nomor Telegram dan nama Anda, peran, dan daerah; hitungan pemakaian per hari selama "
    "{pemakaian} hari. Nomor dipakai untuk mengenali Anda; administrator dapat melihatnya.",
    "Pertanyaan dan jawaban disimpan paling lama {percakapan} hari agar dapat dilanjutkan; catatan "
    "dasar tiap jawaban {paspor} hari. NIK, nomor telepon, dan data pribadi lain disamarkan dulu.",
    'Pertanyaan tanpa sumber dan alasan "Kurang tepat", yang sudah disamarkan, dapat dibaca '
    "administrator, paling lama {catatan} hari.",
    "Berkas laporan dihapus setelah diperiksa. Hasilnya disimpan {hasil} jam supaya dapat diunduh "
    "ulang, dan tidak masuk ke basis peraturan.",
    "Jejak kejadian (siapa, kapan, perintah apa) disimpan {jejak} hari tanpa isi pesan. Catatan "
    "sesi asistensi disimpan bersama notulennya.",
    "Pesan Telegram sendiri tersimpan di layanan Telegram. /hapus menghapus data Anda di sini.",
)
BOT_PRIVASI_MODEL = "Jawaban disusun dengan model bahasa di {letak}; data pribadi disamarkan sebelum dikirim ke sana."
BOT_PRIVASI_TANPA_MODEL = (
    "Jawaban disusun tanpa model bahasa; isi pesan tidak dikirim ke pihak lain."
)
BOT_HAPUS_TANYA = (
    'Yang dihapus: percakapan, catatan jawaban, alasan "Kurang tepat", pertanyaan tanpa sumber, '
    "hasil pemeriksaan, serta nama dan daerah Anda. Keanggotaan tetap ada. Lanjutkan?"
)
BOT_HAPUS_YA = "Ya, hapus"
BOT_HAPUS_TIDAK = "Batal"
BOT_HAPUS_SUDAH = (
    "Sudah dihapus: {pesan} pesan percakapan, {jawaban} catatan jawaban, {alasan} alasan, "
    "{pertanyaan} pertanyaan tanpa sumber, {berkas} pemeriksaan berkas."
)
BOT_HAPUS_TETAP = (
    "Yang tetap: nomor, peran, dan hitungan kuota hari ini, agar Anda masih dapat masuk; juga "
    "catatan sesi asistensi, karena bagian dari notulen. Untuk keluar sama sekali, minta "
    "administrator mencabut keanggotaan Anda. Hapus juga pesan di aplikasi Telegram Anda bila "
    "perlu."
)
BOT_DIBATALKAN = "Dibatalkan."
BOT_UNDANG_CARA = (
    "Tulis: /undang peran [daerah] [hari] [kali]. Peran: petugas, konsultan, sekber, admin. Contoh: "
    "/undang petugas 32.16 7 3 (kode daerah, berlaku 7 hari, untuk 3 orang). Juga: /undang batal, "
    "dan /undang grup atau /undang cabut di dalam grup."
)
BOT_UNDANG_KODE = (
    "Kode undangan: {kode}\nPeran: {peran}{daerah}. Berlaku sampai {sampai} untuk {kali} orang. "
    "Kode ini hanya ditampilkan sekali. Penerimanya mengirim:"
)
BOT_UNDANG_BATAL = "{n} undangan yang masih terbuka dibatalkan."
BOT_PENGGUNA = "Pengguna ({n})"
BOT_PENGGUNA_BARIS = "{id} · {nama} · {peran} · {daerah} · {status}"
BOT_PENGGUNA_AKTIF = {True: "aktif", False: "dicabut"}
BOT_PENGGUNA_CARA = (
    "Cabut: /pengguna cabut ID. Pulihkan: /pengguna pulih ID. Kuota sendiri: /pengguna kuota ID "
    "60/5/40 (tanya/unggah/model, - tanpa batas), atau bawaan peran: /pengguna kuota ID bawaan"
)
BOT_PENGGUNA_DICABUT = "Pengguna {id} dicabut."
BOT_PENGGUNA_DIPULIHKAN = "Pengguna {id} dipulihkan."
BOT_PENGGUNA_KUOTA = "Kuota pengguna {id} diatur."
BOT_PENGGUNA_TAK_ADA = "Pengguna {id} tidak ditemukan atau sudah begitu keadaannya."
BOT_STATISTIK = (
    "Hari ini: {tanya} pertanyaan, {unggah} berkas, {model} jawaban dengan model, {orang} orang.",
    "Seluruhnya: {aktif} pengguna aktif, {grup} grup, {antre} berkas mengantre, {kotak} pesan "
    'menunggu terkirim, {alasan} alasan "Kurang tepat", {belum} pertanyaan tanpa sumber.',
)
BOT_BELUM = "Belum terjawab ({n})"
BOT_BELUM_BARIS = "{id}. {tanya} ({hari})"
BOT_BELUM_KOSONG = "Tidak ada pertanyaan yang belum terjawab."
BOT_BELUM_CARA = "Jawab dengan: /jawab nomor teks jawaban"
BOT_ALASAN_TERBARU = 'Alasan "Kurang tepat" terbaru'
BOT_JAWAB_CARA = "Tulis: /jawab nomor teks jawaban. Nomornya dari /belum_terjawab"
BOT_JAWAB_TIDAK_ADA = "Pertanyaan nomor {id} tidak ada."
BOT_JAWAB_DISIMPAN = "Jawaban disimpan dan masuk ke basis sebagai jawaban administrator."
BOT_JAWAB_KABAR = "Pertanyaan Anda sekarang ada jawabannya. Tanya: {tanya}"
BOT_SIARAN_CARA = "Tulis pengumumannya sesudah perintah: /siaran teks"
BOT_SIARAN_TANYA = "Kirim pengumuman ini ke {n} pengguna?"
BOT_SIARAN_KIRIM = "Kirim"
BOT_SIARAN_JUDUL = "Pengumuman"
BOT_SIARAN_TERKIRIM = "Pengumuman dikirim ke {n} pengguna."
BOT_SKOR_MULAI = (
    "Penghitungan IP SPM langkah demi langkah, tanpa berkas. Bila punya templat terisi, kirim saja "
    "berkasnya. Tingkat mana?"
)
BOT_SKOR_URUSAN = "Pilih urusan yang akan diisi. Yang bertanda ✓ sudah terisi."
BOT_SKOR_HITUNG = "Hitung"
BOT_SKOR_BATAL = "Batal"
BOT_SKOR_LEWATI = "Lewati"
BOT_SKOR_TIDAK_BERLAKU = "Tidak berlaku"
BOT_SKOR_LAYANAN = "{urusan}, {n} dari {dari}"
BOT_SKOR_ISI = (
    "Tulis tiga angka: jumlah yang harus dilayani, yang terlayani, dan persen pemenuhan mutu. "
    "Contoh: 500 450 90"
)
BOT_SKOR_BENTUK = (
    "Belum terbaca. Tulis tepat tiga angka dipisah spasi, tanpa titik ribuan: harus dilayani, "
    "terlayani, persen mutu (0 sampai 100). Contoh: 500 450 90"
)
BOT_SKOR_TERCATAT = "Tercatat: {terlayani} dari {sasaran} terlayani, mutu {mutu}."
BOT_SKOR_MUTU = "Pemenuhan mutu menurut pengisi"
BOT_SKOR_BARIS = "{urusan}: {indeks}, {kategori} (penerima {penerima}, mutu {mutu})"
BOT_SKOR_KOSONG = "Belum ada yang terisi. Pilih satu urusan dahulu."
BOT_SKOR_BELUM_LENGKAP = (
    "{urusan}: {n} layanan dilewati, jadi indeksnya belum dapat dihitung. Pilih lagi urusan ini "
    "untuk melengkapinya."
)
BOT_SKOR_BELUM_SEMUA = (
    "IP SPM belum dapat dihitung karena memerlukan keenam urusan. Belum lengkap: {urusan}."
)
BOT_SKOR_SENDIRI = (
    "Dihitung dari angka yang Anda ketik. Mutu memakai satu angka persen tiap layanan, bukan tiap "
    "butir, jadi hasilnya dapat berbeda dari penghitungan templat."
)
BOT_SESI_TIDAK_ADA = "Belum ada sesi yang berjalan dalam obrolan ini."
BOT_SESI_DIBUKA = "Sesi {id} dibuka untuk obrolan ini."
BOT_SESI_CARA = (
    "Buka: /sesi mulai daerah | topik. Catat: /catat masalah teks (juga solusi, keputusan, "
    "tindaklanjut). Selesai: /sesi tutup. Lainnya: /sesi bantuan"
)
BOT_TOKEN_BELUM = (
    "Token bot belum diatur. Dapatkan dari @BotFather, lalu: export SPM_TELEGRAM_TOKEN=…"
)
BOT_TOKEN_DITOLAK = "Token bot ditolak oleh Telegram. Periksa SPM_TELEGRAM_TOKEN."
BOT_SUDAH_JALAN = "Bot dengan token ini sudah berjalan di mesin ini. Hentikan dahulu yang lama."
BOT_ADMIN_SALAH = 'SPM_ADMIN_IDS memuat "{nilai}". Isi dengan nomor Telegram, dipisah koma.'
BOT_SETELAN_SALAH = 'Setelan {nama} memuat "{nilai}". {cara}'
BOT_SETELAN_WEBHOOK = (
    "Mode webhook memerlukan SPM_TELEGRAM_WEBHOOK_URL, misalnya https://bot.contoh.id"
)
BOT_BASIS_ALAMAT = (
    "SPM_DATABASE_URL belum terbaca. Contoh: postgresql://pengguna:sandi@127.0.0.1/spm"
)
BOT_BASIS_PENGGERAK = (
    'Penggerak basis data "{nama}" belum terpasang. Pasang: pip install "asisten-spm[postgresql]"'
)
BOT_BASIS_TAK_TERSAMBUNG = (
    "Basis data pada SPM_DATABASE_URL tidak tersambung. Periksa alamat, nama pengguna, sandi, dan "
    "apakah servernya berjalan."
)
BOT_BERJALAN = "Bot berjalan sebagai @{nama}. Ctrl-C untuk berhenti."
BOT_BERHENTI = "Bot berhenti; pesan yang belum selesai dilanjutkan saat dijalankan lagi."
