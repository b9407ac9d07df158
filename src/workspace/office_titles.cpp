#include "workspace/office_titles.h"

#include <array>

namespace antardesa::workspace {

namespace {

constexpr std::array<OfficeTitle, 69> agreements{{{"nomor perjanjian", "nomor"},
                                                  {"nomor peraturan", "nomor"},
                                                  {"nomor dokumen", "nomor"},
                                                  {"no perjanjian", "nomor"},
                                                  {"no pks", "nomor"},
                                                  {"no mou", "nomor"},
                                                  {"nomor", "nomor"},
                                                  {"judul", "judul"},
                                                  {"nama kegiatan", "judul"},
                                                  {"nama kerja sama", "judul"},
                                                  {"nama kerjasama", "judul"},
                                                  {"objek kerja sama", "judul"},
                                                  {"objek kerjasama", "judul"},
                                                  {"perihal", "judul"},
                                                  {"tentang", "judul"},
                                                  {"kegiatan", "judul"},
                                                  {"kerja sama", "judul"},
                                                  {"kerjasama", "judul"},
                                                  {"tanggal mulai", "mulai"},
                                                  {"mulai berlaku", "mulai"},
                                                  {"berlaku sejak", "mulai"},
                                                  {"mulai", "mulai"},
                                                  {"tanggal berakhir", "berakhir"},
                                                  {"berlaku sampai", "berakhir"},
                                                  {"berakhir", "berakhir"},
                                                  {"sampai", "berakhir"},
                                                  {"tanggal selesai", "berakhir"},
                                                  {"tgl selesai", "berakhir"},
                                                  {"tanggal akhir", "berakhir"},
                                                  {"tgl akhir", "berakhir"},
                                                  {"tgl berakhir", "berakhir"},
                                                  {"tanggal habis", "berakhir"},
                                                  {"tgl habis", "berakhir"},
                                                  {"berlaku s d", "berakhir"},
                                                  {"berlaku sd", "berakhir"},
                                                  {"berlaku hingga", "berakhir"},
                                                  {"jatuh tempo", "berakhir"},
                                                  {"selesai", "berakhir"},
                                                  {"akhir", "berakhir"},
                                                  {"tgl mulai", "mulai"},
                                                  {"tanggal berlaku", "mulai"},
                                                  {"tgl berlaku", "mulai"},
                                                  {"tmt", "mulai"},
                                                  {"masa berlaku", "masa_berlaku"},
                                                  {"jangka waktu", "masa_berlaku"},
                                                  {"tanggal tanda tangan", "tanggal"},
                                                  {"tgl tanda tangan", "tanggal"},
                                                  {"tgl ttd", "tanggal"},
                                                  {"tanggal", "tanggal"},
                                                  {"tgl", "tanggal"},
                                                  {"pihak ketiga", "pihak_ketiga"},
                                                  {"mitra", "pihak_ketiga"},
                                                  {"perusahaan", "pihak_ketiga"},
                                                  {"lembaga", "pihak_ketiga"},
                                                  {"kecamatan", "kecamatan"},
                                                  {"kec", "kecamatan"},
                                                  {"desa", "desa"},
                                                  {"para pihak", "desa"},
                                                  {"pihak", "desa"},
                                                  {"jenis", "jenis"},
                                                  {"bidang", "bidang"},
                                                  {"nilai", "nilai"},
                                                  {"anggaran", "nilai"},
                                                  {"biaya", "nilai"},
                                                  {"status", "tahap"},
                                                  {"tahap", "tahap"},
                                                  {"keterangan", "keterangan"},
                                                  {"catatan", "keterangan"},
                                                  {"ket", "keterangan"}}};
constexpr std::array<OfficeTitle, 51> assets{{{"nama aset", "nama"},
                                              {"nama barang", "nama"},
                                              {"uraian barang", "nama"},
                                              {"uraian aset", "nama"},
                                              {"aset", "nama"},
                                              {"nama", "nama"},
                                              {"kode barang", "kode_barang"},
                                              {"kode aset", "kode_barang"},
                                              {"kode", "kode_barang"},
                                              {"jenis aset", "jenis"},
                                              {"jenis barang", "jenis"},
                                              {"jenis", "jenis"},
                                              {"tahun perolehan", "tahun"},
                                              {"tahun pengadaan", "tahun"},
                                              {"tahun", "tahun"},
                                              {"thn", "tahun"},
                                              {"nilai perolehan", "nilai"},
                                              {"harga perolehan", "nilai"},
                                              {"nilai aset", "nilai"},
                                              {"nilai", "nilai"},
                                              {"harga", "nilai"},
                                              {"kondisi", "kondisi"},
                                              {"keadaan", "kondisi"},
                                              {"asal usul", "dasar"},
                                              {"dasar perolehan", "dasar"},
                                              {"dasar", "dasar"},
                                              {"sumber perolehan", "dasar"},
                                              {"sumber dana", "dasar"},
                                              {"bentuk pemanfaatan", "pemanfaatan"},
                                              {"pemanfaatan", "pemanfaatan"},
                                              {"nomor kerja sama", "kerja_sama"},
                                              {"kerja sama", "kerja_sama"},
                                              {"kerjasama", "kerja_sama"},
                                              {"nomor perjanjian", "kerja_sama"},
                                              {"desa pemilik", "desa"},
                                              {"pemilik", "desa"},
                                              {"pemegang hak", "desa"},
                                              {"desa", "desa"},
                                              {"kecamatan", "kecamatan"},
                                              {"kec", "kecamatan"},
                                              {"persen", "persen"},
                                              {"persentase", "persen"},
                                              {"porsi", "persen"},
                                              {"bagian", "persen"},
                                              {"koordinat", "koordinat"},
                                              {"titik koordinat", "koordinat"},
                                              {"bujur", "bujur"},
                                              {"longitude", "bujur"},
                                              {"lintang", "lintang"},
                                              {"latitude", "lintang"},
                                              {"lat", "lintang"}}};
constexpr std::array<OfficeTitle, 25> bodies{{{"nama bkad", "nama"},
                                              {"nama badan", "nama"},
                                              {"nama lembaga", "nama"},
                                              {"bkad", "nama"},
                                              {"badan kerja sama", "nama"},
                                              {"badan kerjasama", "nama"},
                                              {"nama", "nama"},
                                              {"kecamatan", "kecamatan"},
                                              {"kec", "kecamatan"},
                                              {"nomor permakades", "nomor"},
                                              {"no permakades", "nomor"},
                                              {"permakades", "nomor"},
                                              {"nomor peraturan", "nomor"},
                                              {"peraturan bersama", "nomor"},
                                              {"dasar hukum", "nomor"},
                                              {"dasar pembentukan", "nomor"},
                                              {"nomor sk", "nomor"},
                                              {"nomor", "nomor"},
                                              {"tanggal", "tanggal"},
                                              {"tanggal pembentukan", "tanggal"},
                                              {"dibentuk", "tanggal"},
                                              {"tgl", "tanggal"},
                                              {"ketua", "ketua"},
                                              {"sekretaris", "sekretaris"},
                                              {"bendahara", "bendahara"}}};
constexpr std::array<OfficeTitle, 37> members{{{"nama bkad", "badan"},
                                               {"nama badan", "badan"},
                                               {"nama bum desa bersama", "badan"},
                                               {"bkad", "badan"},
                                               {"bum desa bersama", "badan"},
                                               {"bum desa", "badan"},
                                               {"bumdesma", "badan"},
                                               {"badan kerja sama", "badan"},
                                               {"badan kerjasama", "badan"},
                                               {"badan", "badan"},
                                               {"nama anggota", "nama"},
                                               {"nama pengurus", "nama"},
                                               {"nama lengkap", "nama"},
                                               {"nama", "nama"},
                                               {"jabatan", "jabatan"},
                                               {"kedudukan", "jabatan"},
                                               {"jabatan dalam bkad", "jabatan"},
                                               {"unsur", "unsur"},
                                               {"utusan", "unsur"},
                                               {"wakil", "unsur"},
                                               {"jenis kelamin", "kelamin"},
                                               {"kelamin", "kelamin"},
                                               {"l p", "kelamin"},
                                               {"jk", "kelamin"},
                                               {"desa asal", "desa"},
                                               {"asal desa", "desa"},
                                               {"desa", "desa"},
                                               {"kecamatan", "kecamatan"},
                                               {"kec", "kecamatan"},
                                               {"masa jabatan", "masa_jabatan"},
                                               {"masa bakti", "masa_jabatan"},
                                               {"periode", "masa_jabatan"},
                                               {"mulai", "jabatan_mulai"},
                                               {"tmt", "jabatan_mulai"},
                                               {"sampai", "jabatan_sampai"},
                                               {"berakhir", "jabatan_sampai"},
                                               {"selesai", "jabatan_sampai"}}};
constexpr std::array<OfficeTitle, 46> enterprises{{{"nama bum desa bersama", "nama"},
                                                   {"nama bum desa", "nama"},
                                                   {"nama bumdesma", "nama"},
                                                   {"nama bumdes bersama", "nama"},
                                                   {"bum desa bersama", "nama"},
                                                   {"bumdesma", "nama"},
                                                   {"bumdes bersama", "nama"},
                                                   {"nama", "nama"},
                                                   {"status badan hukum", "keadaan"},
                                                   {"status", "keadaan"},
                                                   {"keadaan", "keadaan"},
                                                   {"nomor sertifikat", "nomor_sertifikat"},
                                                   {"no sertifikat", "nomor_sertifikat"},
                                                   {"nomor badan hukum", "nomor_sertifikat"},
                                                   {"badan hukum", "nomor_sertifikat"},
                                                   {"sertifikat", "nomor_sertifikat"},
                                                   {"tanggal sertifikat", "tanggal_sertifikat"},
                                                   {"tgl sertifikat", "tanggal_sertifikat"},
                                                   {"tanggal badan hukum", "tanggal_sertifikat"},
                                                   {"tanggal", "tanggal_sertifikat"},
                                                   {"bidang usaha", "bidang_usaha"},
                                                   {"unit usaha", "bidang_usaha"},
                                                   {"jenis usaha", "bidang_usaha"},
                                                   {"usaha", "bidang_usaha"},
                                                   {"direktur", "direktur"},
                                                   {"pelaksana operasional", "direktur"},
                                                   {"ketua", "direktur"},
                                                   {"penasihat", "penasihat"},
                                                   {"pengawas", "pengawas"},
                                                   {"alamat", "alamat"},
                                                   {"nomor permakades", "nomor"},
                                                   {"no permakades", "nomor"},
                                                   {"permakades", "nomor"},
                                                   {"peraturan bersama", "nomor"},
                                                   {"dasar pendirian", "nomor"},
                                                   {"desa", "desa"},
                                                   {"kecamatan", "kecamatan"},
                                                   {"kec", "kecamatan"},
                                                   {"penyertaan modal", "modal"},
                                                   {"modal desa", "modal"},
                                                   {"modal", "modal"},
                                                   {"asal modal", "asal"},
                                                   {"sumber modal", "asal"},
                                                   {"tanggal penyertaan", "tanggal_modal"},
                                                   {"tanggal modal", "tanggal_modal"},
                                                   {"anggota", "desa"}}};

constexpr std::array<std::string_view, 4> tell_agreements{"perjanjian", "kerja sama", "kerjasama",
                                                          "mou"};
constexpr std::array<std::string_view, 7> tell_assets{
    "aset", "asset", "barang", "inventaris", "kondisi", "perolehan", "pemanfaatan"};
constexpr std::array<std::string_view, 3> tell_bodies{"bkad", "badan kerja sama",
                                                      "badan kerjasama"};
constexpr std::array<std::string_view, 10> tell_members{
    "anggota", "pengurus", "jabatan",      "unsur",      "l p",
    "kelamin", "jk",       "masa jabatan", "masa bakti", "personalia"};
constexpr std::array<std::string_view, 9> tell_enterprises{
    "bum desa", "bum desa bersama", "bumdesma",         "bumdes",    "sertifikat",
    "direktur", "badan hukum",      "penyertaan modal", "unit usaha"};

} // namespace

std::span<const OfficeTitle> office_titles(OfficeKind kind) {
    switch (kind) {
    case OfficeKind::agreements:
        return agreements;
    case OfficeKind::assets:
        return assets;
    case OfficeKind::bodies:
        return bodies;
    case OfficeKind::members:
        return members;
    case OfficeKind::enterprises:
        return enterprises;
    case OfficeKind::none:
        break;
    }
    return {};
}

std::span<const std::string_view> telling_words(OfficeKind kind) {
    switch (kind) {
    case OfficeKind::agreements:
        return tell_agreements;
    case OfficeKind::assets:
        return tell_assets;
    case OfficeKind::bodies:
        return tell_bodies;
    case OfficeKind::members:
        return tell_members;
    case OfficeKind::enterprises:
        return tell_enterprises;
    case OfficeKind::none:
        break;
    }
    return {};
}

const std::vector<std::string>& office_fields(OfficeKind kind) {
    static const std::vector<std::string> none;
    static const std::vector<std::string> of_agreements{
        "nomor", "judul", "tanggal",  "desa",         "kecamatan", "pihak_ketiga", "bidang",
        "jenis", "mulai", "berakhir", "masa_berlaku", "nilai",     "tahap",        "keterangan"};
    static const std::vector<std::string> of_assets{
        "nama",    "kode_barang", "jenis",       "tahun",      "nilai",
        "kondisi", "dasar",       "pemanfaatan", "kerja_sama", "desa",
        "persen",  "kecamatan",   "koordinat",   "bujur",      "lintang"};
    static const std::vector<std::string> of_bodies{"nama",  "kecamatan",  "nomor",    "tanggal",
                                                    "ketua", "sekretaris", "bendahara"};
    static const std::vector<std::string> of_members{
        "badan", "nama",      "jabatan",      "unsur",         "kelamin",
        "desa",  "kecamatan", "masa_jabatan", "jabatan_mulai", "jabatan_sampai"};
    static const std::vector<std::string> of_enterprises{"nama",
                                                         "keadaan",
                                                         "nomor_sertifikat",
                                                         "tanggal_sertifikat",
                                                         "bidang_usaha",
                                                         "direktur",
                                                         "penasihat",
                                                         "pengawas",
                                                         "alamat",
                                                         "nomor",
                                                         "desa",
                                                         "kecamatan",
                                                         "modal",
                                                         "asal",
                                                         "tanggal_modal"};
    switch (kind) {
    case OfficeKind::agreements:
        return of_agreements;
    case OfficeKind::assets:
        return of_assets;
    case OfficeKind::bodies:
        return of_bodies;
    case OfficeKind::members:
        return of_members;
    case OfficeKind::enterprises:
        return of_enterprises;
    case OfficeKind::none:
        break;
    }
    return none;
}

} // namespace antardesa::workspace
