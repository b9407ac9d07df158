#include "project/detail/row_hashes.h"

#include <algorithm>
#include <array>
#include <bit>

namespace antardesa::project::detail {

namespace {

/// Of schema 2, frozen.
constexpr auto tables_of_schema_2 = std::to_array<HashedTable>({
    {"proyek", "id, kabupaten, provinsi, sumber", "kabupaten"},
    {"riwayat", "id, revisi, nama, argumen, pelaku, waktu, dokumen, membatalkan, perubahan",
     "'revisi ' || revisi"},
    {"dokumen", "id, jenis, nomor, tanggal, judul, penerbit, skala, berkas",
     "trim(jenis || ' ' || nomor)"},
    {"dasar_hukum", "id, jenis, nomor, tahun, judul, berlaku_sejak, dicabut_sejak, dicabut_oleh",
     "jenis || ' ' || nomor"},
    {"kecamatan", "id, kode, nama, kabupaten", "nama"},
    {"desa", "id, kode, kode_bps, nama, jenis, kecamatan_id, luas_resmi_ha, geom", "nama"},
    {"area_khusus", "id, jenis, nama, geom", "nama"},
    {"unsur_acuan", "id, jenis, nama, geom", "nama"},
    {"segmen_batas",
     "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m, dokumen_id, geom",
     "(SELECT nama FROM desa WHERE id = desa_a_id) || ' – ' ||"
     " (SELECT nama FROM desa WHERE id = desa_b_id)"},
    {"titik_batas", "id, segmen_id, nomor, jenis, keterangan, geom", "nomor"},
    {"pihak_ketiga", "id, nama, jenis, alamat, geom", "nama"},
    {"bkad", "id, nama, kecamatan_id, dokumen_pendirian_id, tanggal_berdiri", "nama"},
    {"bkad_anggota", "id, bkad_id, desa_id, nama_orang, jabatan, unsur, jenis_kelamin",
     "nama_orang"},
    {"bum_desa_bersama",
     "id, nama, status, nomor_sertifikat, tanggal_sertifikat, unit_usaha, direktur, "
     "dokumen_pendirian_id",
     "nama"},
    {"bum_desa_modal", "id, bum_desa_id, desa_id, desa_luar, jumlah_rupiah",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"kerja_sama",
     "id, nomor, judul, cabang, jenis, bidang, bidang_kini, tujuan, tahap, "
     "alasan_berakhir, tanggal_tanda_tangan, mulai, berakhir, bkad_id, "
     "nilai_rupiah, laporan_terakhir, dokumen_id, keterangan",
     "judul"},
    {"kerja_sama_pihak",
     "id, kerja_sama_id, desa_id, pihak_ketiga_id, desa_luar, kode_luar, peran, "
     "nomor, tanggal, penanda_tangan, tanggal_musdes, persetujuan_bpd, porsi_rupiah",
     "coalesce((SELECT nama FROM desa WHERE id = desa_id),"
     " (SELECT nama FROM pihak_ketiga WHERE id = pihak_ketiga_id), desa_luar)"},
    {"sengketa_batas",
     "id, nomor, segmen_id, desa_a_id, desa_b_id, status, fasilitator, "
     "tanggal_lapor, mulai_fasilitasi, pokok, dokumen_hasil_id, geom",
     "nomor"},
    {"klaim_batas", "id, sengketa_id, desa_id, dasar, dokumen_id, geom",
     "(SELECT nama FROM desa WHERE id = desa_id)"},
    {"usulan_batas", "id, sengketa_id, nama, cara, geom", "nama"},
    {"aset_bersama",
     "id, nama, jenis, kode_barang, tahun, nilai_rupiah, kondisi, dasar, "
     "kerja_sama_id, geom",
     "nama"},
    {"aset_bersama_hak", "id, aset_id, pemegang, desa_id, nama_pemegang, persen",
     "coalesce((SELECT nama FROM desa WHERE id = desa_id), nama_pemegang)"},
});

/// What schema 3 hashes otherwise, and its new tables.
constexpr auto changes_of_schema_3 = std::to_array<HashedTable>({
    {"desa", "id, kode, kode_bps, nama, jenis, kecamatan_id, luas_resmi_ha, geom, kode_sebelumnya",
     "nama"},
    {"segmen_batas",
     "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m, dokumen_id, geom, "
     "akurasi_m, metode",
     "(SELECT nama FROM desa WHERE id = desa_a_id) || ' – ' ||"
     " (SELECT nama FROM desa WHERE id = desa_b_id)"},
    {"titik_batas",
     "id, segmen_id, nomor, jenis, keterangan, geom, urut, akurasi_m, metode, penanda", "nomor"},
    {"pengecualian_batas",
     "id, jenis, alasan, keterangan, dokumen_id, tanggal, desa_id, area_khusus_id, nama, "
     "luas_m2, geom",
     "nama"},
    {"temuan_batas",
     "id, jenis, tingkat, sebab, desa_id, area_khusus_id, nama, jumlah, luas_m2, lebar_m, "
     "serpihan, pengecualian_id, sidik, revisi, bujur, lintang, geom",
     "nama"},
});
constexpr std::size_t new_in_schema_3 = 2;

constexpr auto tables_of_schema_3 = [] {
    std::array<HashedTable, tables_of_schema_2.size() + new_in_schema_3> all{};
    std::copy(tables_of_schema_2.begin(), tables_of_schema_2.end(), all.begin());
    auto next = all.begin() + tables_of_schema_2.size();
    for (const HashedTable& change : changes_of_schema_3) {
        const auto old = std::find_if(all.begin(), next, [&](const HashedTable& one) {
            return std::string_view(one.table) == change.table;
        });
        *(old == next ? next++ : old) = change;
    }
    return all;
}();

/// What schema 4 hashes otherwise.
constexpr auto tables_of_schema_4 = [] {
    auto all = tables_of_schema_3;
    for (HashedTable& table : all)
        if (std::string_view(table.table) == "segmen_batas")
            table.columns = "id, desa_a_id, desa_b_id, tingkat, status, pilar, panjang_m,"
                            " dokumen_id, geom, akurasi_m, metode, karakter";
    return all;
}();

void add_value(digest::ShortHash& hash, const sqlite::Statement& row, int column) {
    const auto typed = [&](char type, std::uint64_t number) {
        hash.add(std::string_view(&type, 1));
        hash.add(number);
    };
    if (row.is_null(column)) {
        typed('n', 0);
    } else if (row.is_integer(column)) {
        typed('i', static_cast<std::uint64_t>(row.integer(column)));
    } else if (row.is_number(column)) {
        typed('r', std::bit_cast<std::uint64_t>(row.real(column)));
    } else if (row.is_text(column)) {
        const auto text = row.text(column);
        typed('t', text.size());
        hash.add(text);
    } else {
        const auto bytes = row.blob(column);
        typed('b', bytes.size());
        hash.add(bytes);
    }
}

/// Writes into `sidik_baris`; one statement for all rows.
class HashWriter {
  public:
    explicit HashWriter(sqlite::Database& database)
        : put_(database.prepare("INSERT OR REPLACE INTO sidik_baris (tabel, baris, sidik)"
                                " VALUES (?1, ?2, ?3)")),
          erase_(database.prepare("DELETE FROM sidik_baris WHERE tabel = ?1 AND baris = ?2")) {}

    void put(const HashedTable& table, std::int64_t key, const sqlite::Statement& row) {
        const digest::Short hash = hasher_.hash(table, row);
        put_.bind(1, std::string_view(table.table));
        put_.bind(2, key);
        put_.bind(3, std::span<const std::uint8_t>(hash));
        put_.run();
    }
    void erase(const HashedTable& table, std::int64_t key) {
        erase_.bind(1, std::string_view(table.table));
        erase_.bind(2, key);
        erase_.run();
    }

  private:
    RowHasher hasher_;
    sqlite::Statement put_;
    sqlite::Statement erase_;
};

} // namespace

std::span<const HashedTable> hashed_tables(int version) {
    if (version < 3)
        return tables_of_schema_2;
    return version < 4 ? std::span<const HashedTable>(tables_of_schema_3)
                       : std::span<const HashedTable>(tables_of_schema_4);
}

const HashedTable* hashed_table(std::string_view table, int version) {
    const auto tables = hashed_tables(version);
    const auto at = std::find_if(tables.begin(), tables.end(),
                                 [&](const HashedTable& one) { return table == one.table; });
    return at == tables.end() ? nullptr : &*at;
}

digest::Short RowHasher::hash(const HashedTable& table, const sqlite::Statement& row,
                              int first_column) {
    hash_.add(std::string_view(table.table));
    for (int column = first_column; column < row.column_count(); ++column)
        add_value(hash_, row, column);
    return hash_.take();
}

std::string select_hashed(const HashedTable& table) {
    return std::string("SELECT ") + table.columns + " FROM " + table.table;
}

namespace {

/// Rows of the tables against their stored hashes, asked one by one.
class AsWritten {
  public:
    explicit AsWritten(const sqlite::Database& database)
        : database_(database), stored_(database.prepare("SELECT sidik FROM sidik_baris"
                                                        " WHERE tabel = ?1 AND baris = ?2")) {}

    bool holds(const HashedTable& table, std::int64_t key) {
        if (!table_ || table_->table != table.table) {
            table_ = &table;
            row_.emplace(database_.prepare(select_hashed(table) + " WHERE id = ?1"));
        }
        stored_.bind(1, std::string_view(table.table));
        stored_.bind(2, key);
        row_->bind(1, key);
        const bool is_known = stored_.step();
        const bool is_there = row_->step();
        const bool equal =
            is_known == is_there &&
            (!is_there || std::ranges::equal(stored_.blob(0), hasher_.hash(table, *row_)));
        stored_.reset();
        row_->reset();
        return equal;
    }

  private:
    const sqlite::Database& database_;
    RowHasher hasher_;
    sqlite::Statement stored_;
    const HashedTable* table_ = nullptr;
    std::optional<sqlite::Statement> row_;
};

} // namespace

std::string row_name(const sqlite::Database& database, const HashedTable& table, std::int64_t key) {
    try {
        auto row = database.prepare(std::string("SELECT ") + table.label + " FROM " + table.table +
                                    " WHERE id = ?1");
        row.bind(1, key);
        return row.step() ? std::string(row.text(0)) : std::string();
    } catch (const sqlite::DatabaseError&) {
        return {};
    }
}

std::optional<ForeignRow> first_foreign_row(const sqlite::Database& database,
                                            std::span<const sqlite::ChangedRow> rows) {
    AsWritten as_written(database);
    for (const sqlite::ChangedRow& row : rows) {
        const HashedTable* table = hashed_table(row.table);
        if (table && !as_written.holds(*table, row.key))
            return ForeignRow{row.table, row.key, row_name(database, *table, row.key)};
    }
    return std::nullopt;
}

bool is_entry_as_written(const sqlite::Database& database, std::int64_t revision) {
    auto entry = database.prepare("SELECT id FROM riwayat WHERE revisi = ?1");
    entry.bind(1, revision);
    return entry.step() && AsWritten(database).holds(*hashed_table("riwayat"), entry.integer(0));
}

void hash_all_rows(sqlite::Database& database, int version, Progress& progress) {
    database.execute("DELETE FROM sidik_baris");
    HashWriter writer(database);
    for (const HashedTable& table : hashed_tables(version)) {
        auto rows = database.prepare(select_hashed(table) + " ORDER BY id");
        while (rows.step()) {
            progress.check();
            writer.put(table, rows.integer(0), rows);
        }
    }
}

void rehash_rows(sqlite::Database& database, int from, int to) {
    HashWriter writer(database);
    RowHasher hasher;
    auto stored = database.prepare("SELECT sidik FROM sidik_baris WHERE tabel = ?1 AND baris = ?2");
    for (const HashedTable& table : hashed_tables(from)) {
        const HashedTable& next = *hashed_table(table.table, to);
        if (std::string_view(next.columns) == table.columns)
            continue;
        auto before = database.prepare(select_hashed(table) + " ORDER BY id");
        auto after = database.prepare(select_hashed(next) + " ORDER BY id");
        stored.bind(1, std::string_view(table.table));
        while (before.step() && after.step()) {
            const digest::Short hash = hasher.hash(table, before);
            stored.bind(2, before.integer(0));
            const bool as_written = stored.step() && std::ranges::equal(stored.blob(0), hash);
            stored.reset();
            if (as_written)
                writer.put(next, after.integer(0), after);
        }
    }
}

void hash_rows(sqlite::Database& database, std::span<const sqlite::ChangedRow> changed) {
    HashWriter writer(database);
    const HashedTable* table = nullptr;
    std::optional<sqlite::Statement> one;
    for (const sqlite::ChangedRow& row : changed) {
        if (!table || row.table != table->table) {
            table = hashed_table(row.table);
            if (!table)
                continue;
            one.emplace(database.prepare(select_hashed(*table) + " WHERE id = ?1"));
        }
        one->bind(1, row.key);
        if (one->step())
            writer.put(*table, row.key, *one);
        else
            writer.erase(*table, row.key);
        one->reset();
    }
}

void hash_entry(sqlite::Database& database, std::int64_t revision) {
    const HashedTable& table = *hashed_table("riwayat");
    auto entry = database.prepare(select_hashed(table) + " WHERE revisi = ?1");
    entry.bind(1, revision);
    if (entry.step())
        HashWriter(database).put(table, entry.integer(0), entry);
}

} // namespace antardesa::project::detail
