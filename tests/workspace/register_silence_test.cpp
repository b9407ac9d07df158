#include "opened_sample.h"
#include "register_draft.h"
#include "workspace/register_export.h"

#include <algorithm>
#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using testing::codes;
using ::testing::Contains;
using testing::csv;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::small_draft;

/// Without these a row says nothing, or not of whom.
const std::map<std::string, std::vector<std::string>>& keys() {
    static const std::map<std::string, std::vector<std::string>> all{
        {"kerja_sama", {"judul"}},
        {"kerja_sama_pihak", {"kerja_sama_id", "kode_desa", "pihak_ketiga_id", "desa_luar"}},
        {"pihak_ketiga", {"nama"}},
        {"bkad", {"nama"}},
        {"bkad_anggota", {"bkad_id", "nama"}},
        {"bum_desa_bersama", {"nama"}},
        {"bum_desa_modal", {"bum_desa_bersama_id", "kode_desa", "desa_luar", "nilai"}},
        {"aset_bersama", {"nama", "geometri"}},
        {"aset_bersama_hak", {"aset_id", "pemegang"}},
        {"sengketa_batas", {"kode_desa_1", "kode_desa_2"}},
        {"klaim_batas", {"sengketa_id", "garis"}},
        {"segmen_batas", {"kode_desa_1", "kode_desa_2"}},
        {"dokumen", {"jenis", "judul"}},
        {"dasar_hukum", {"jenis", "nomor"}},
        {"musyawarah", {"jenis", "kerja_sama_id", "bkad_id", "sengketa_id", "tanggal"}},
        {"kerja_sama_dana", {"kerja_sama_id", "sumber"}},
        {"laporan", {"jenis", "kerja_sama_id", "bkad_id"}},
        {"masalah", {"kerja_sama_id", "uraian"}},
        {"evaluasi", {"kerja_sama_id"}},
        {"bkad_kegiatan", {"bkad_id", "uraian"}},
        {"aset_perawatan", {"aset_id", "jenis"}},
        {"kerja_sama_batas", {"kerja_sama_id"}},
        {"usulan_batas", {"sengketa_id", "nama", "garis"}},
        {"langkah_daerah", {"nama", "sesudah"}},
        {"sengketa_segmen", {"sengketa_id", "kode_desa_1", "kode_desa_2"}},
        {"penanda_tangan", {"sengketa_id", "nama"}},
        {"bukti_sengketa", {"sengketa_id", "judul"}},
        {"lampiran", {"dokumen_id", "nama"}},
        {"nama_lain", {"kode_desa", "nama"}},
        {"arti_kolom", {"kolom", "ruas"}}};
    return all;
}

/// The last row first: which row is meant is not told by its place.
io::Table table_of(const io::WrittenSheet& sheet, const std::string& left_out) {
    io::Table table;
    table.source = sheet.name + ".csv";
    table.separator = ',';
    for (const io::SheetColumn& column : sheet.columns)
        if (column.title != left_out)
            table.columns.push_back(column.title);
    std::size_t line = 1;
    for (const auto& values : sheet.rows) {
        io::Table::Row row;
        row.line = ++line;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (sheet.columns[i].title != left_out)
                row.cells.push_back(csv_cell(values[i]).text);
        table.rows.push_back(std::move(row));
    }
    std::reverse(table.rows.begin(), table.rows.end());
    return table;
}

using Silence = testing::OpenedSample;

TEST_F(Silence, OfAColumnThatAFileLacksNothingIsEmptied) {
    const auto sheets = register_sheets(atlas());
    ASSERT_EQ(sheets.size(), keys().size());
    std::size_t columns = 0;
    for (const io::WrittenSheet& sheet : sheets)
        for (const io::SheetColumn& column : sheet.columns) {
            const auto& key = keys().at(sheet.name);
            if (column.title == "id" || std::count(key.begin(), key.end(), column.title))
                continue;
            std::vector<io::Table> tables;
            tables.reserve(sheets.size());
            for (const io::WrittenSheet& other : sheets)
                tables.push_back(
                    table_of(other, other.name == sheet.name ? column.title : std::string()));
            ImportDraft draft(&atlas());
            lay_registers(draft, tables);
            auto writes = draft.take_writes();
            drop_unchanged(writes, atlas(), draft.take_tables());
            EXPECT_THAT(writes, IsEmpty()) << sheet.name << " without " << column.title;
            ++columns;
        }
    EXPECT_GT(columns, 90U);
}

/// An agreement between the first two villages, and what is written of its parties.
class PartiesAgain : public ::testing::Test {
  protected:
    PartiesAgain() {
        lay("2,99.01.01.2001,12/2026,Siti\n2,99.01.01.2002,7/2026,Budi\n");
        first_ = parties()[0].id;
        second_ = parties()[1].id;
    }
    std::vector<std::string> lay(const std::string& rows,
                                 const std::string& columns = "nomor,penandatangan") {
        return codes(lay_registers(
            draft_, {csv("kerja_sama", "id,nomor,judul\n2,2/2026,Pasar\n"),
                     csv("kerja_sama_pihak", "kerja_sama_id,kode_desa," + columns + "\n" + rows)}));
    }
    const model::Table<model::AgreementParty>& parties() const {
        return draft_.table<model::AgreementParty>();
    }

    ImportDraft draft_ = small_draft();
    Id<model::AgreementParty> first_;
    Id<model::AgreementParty> second_;
};

TEST_F(PartiesAgain, AreKnownByWhoTheyAreNotByTheirOrder) {
    EXPECT_THAT(lay("2,99.01.01.2003,1/2026\n2,99.01.01.2002,8/2026\n", "nomor"),
                ElementsAre("register_rows_erased"))
        << "the first village";
    ASSERT_EQ(parties().size(), 2U);
    EXPECT_FALSE(parties().find(first_));
    ASSERT_TRUE(parties().find(second_));
    EXPECT_EQ(parties().find(second_)->number, "8/2026");
    EXPECT_EQ(parties().find(second_)->signatory, "Budi") << "of whom the file says nothing";
    EXPECT_EQ(parties()[1].signatory, "");
}

TEST_F(PartiesAgain, StayWhereARowWasRefusedThatMayBeOneOfThem) {
    EXPECT_THAT(lay("2,99.01.01.2001,13/2026,Siti\n2,99.01.01.2999,8/2026,Budi\n"),
                ElementsAre("register_unknown_village", "register_rows_unsure"));
    ASSERT_TRUE(parties().find(first_));
    EXPECT_EQ(parties().find(first_)->number, "13/2026");
    ASSERT_TRUE(parties().find(second_));
    EXPECT_EQ(parties().find(second_)->number, "7/2026");
}

TEST_F(PartiesAgain, OfAParentThatIsNotKnownMayBeAnyones) {
    EXPECT_THAT(lay("2,99.01.01.2001,13/2026,Siti\n22,99.01.01.2002,8/2026,Budi\n"),
                ElementsAre("register_unknown_reference", "register_rows_unsure"));
    EXPECT_TRUE(parties().find(second_));
}

TEST_F(PartiesAgain, ThatAFileNamesTwiceAreWarnedOf) {
    EXPECT_THAT(lay("2,99.01.01.2001,12/2026,Siti\n2,99.01.01.2002,7/2026,Budi\n"
                    "2,99.01.01.2001,12/2026,Siti\n"),
                ElementsAre("register_row_again"));
}

TEST_F(PartiesAgain, GoWhereEveryRowWasRead) {
    EXPECT_THAT(lay("2,99.01.01.2001,13/2026,Siti\n"), Contains("register_rows_erased"));
    EXPECT_EQ(parties().size(), 1U);
}

TEST(RegisterSilence, WhereSeveralRowsMayBeMeantNoneIsTaken) {
    ImportDraft draft = small_draft();
    const auto lay = [&draft](const std::string& shares) {
        return codes(lay_registers(draft, {csv("aset_bersama", "id,nama,geometri\n1,Pasar,POINT "
                                                               "(109 -7)\n"),
                                           csv("aset_bersama_hak", shares)}));
    };
    ASSERT_THAT(lay("aset_id,kode_desa,pemegang,persen\n1,99.01.01.2001,desa,40\n"
                    "1,99.01.01.2002,desa,60\n"),
                IsEmpty());
    EXPECT_THAT(lay("aset_id,pemegang,persen\n1,desa,60\n"),
                ElementsAre("register_ambiguous_row", "register_rows_unsure"));
    const auto& shares = draft.table<model::AssetShare>();
    ASSERT_EQ(shares.size(), 2U);
    EXPECT_EQ(shares[0].percent, 40);
    EXPECT_EQ(shares[1].percent, 60);
}

/// A case with claims on two of its lines.
class ContestedAgain : public ::testing::Test {
  protected:
    ContestedAgain() {
        lay(lines_);
        model::BoundaryDispute row = draft_.table<model::BoundaryDispute>()[0];
        row.contested = std::make_shared<const geo::MultiPolygon>(
            geo::MultiPolygon{{{{109, -7}, {109.1, -7}, {109.1, -6.9}, {109, -7}}, {}}});
        draft_.put(row);
    }
    std::vector<std::string> lay(const std::string& lines) {
        return codes(lay_registers(
            draft_, {csv("sengketa_batas", "id,nomor,kode_desa_1,kode_desa_2\n"
                                           "1,07/2026,99.01.01.2001,99.01.01.2002\n"),
                     csv("klaim_batas", "sengketa_id,kode_desa,dasar,garis\n" + lines)}));
    }
    bool has_land() const { return draft_.table<model::BoundaryDispute>()[0].contested != nullptr; }

    const std::string lines_ = "1,99.01.01.2001,peta,\"LINESTRING (109 -7, 109.1 -7)\"\n"
                               "1,99.01.01.2002,girik,\"LINESTRING (109.5 -7, 109.6 -7)\"\n";
    ImportDraft draft_ = small_draft();
};

TEST_F(ContestedAgain, StaysWithClaimsThatComeAsTheyWere) {
    EXPECT_THAT(lay(lines_), IsEmpty());
    EXPECT_TRUE(has_land());
}

TEST_F(ContestedAgain, IsToldOfWhereANewLineLeavesItUnknown) {
    EXPECT_THAT(lay("1,99.01.01.2001,peta,\"LINESTRING (109 -7, 109.2 -7)\"\n"),
                ElementsAre("register_rows_stay", "register_contested_unknown"));
    EXPECT_FALSE(has_land());
}

} // namespace
} // namespace antardesa::workspace
