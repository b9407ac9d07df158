#include "running.h"
#include "workspace/record.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A grid of villages and a case of the first two with a claim of each.
class CaseRecords : public ::testing::Test {
  protected:
    void SetUp() override {
        fs::create_directory(folder_ / "sumber");
        const auto villages = grid(2);
        write_grid(folder_ / "sumber" / "desa.geojson", villages);
        const std::string first = villages[0].code;
        const std::string second = villages[1].code;
        write("sengketa_batas.csv", "id,nomor,kode_desa_1,kode_desa_2,keadaan\n1,07/2026," + first +
                                        "," + second + ",fasilitasi_camat\n");
        write("klaim_batas.csv", "sengketa_id,kode_desa,garis\n1," + first +
                                     ",\"LINESTRING (109 -7, 109.012 -6.995, 109 -6.99)\"\n1," +
                                     second +
                                     ",\"LINESTRING (109 -7, 109.009 -6.995, 109 -6.99)\"\n");
        Progress progress;
        carry_out(plan_of(folder_ / "sumber"), folder_ / "p.gpkg", test_environment(), progress);
        app_.act(OpenFile{folder_ / "p.gpkg"});
    }
    void write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / "sumber" / name) << text;
    }
    const model::Atlas& atlas() const { return *app_.workspace.atlas(); }
    std::string save(RecordKey key, std::vector<std::pair<std::string, std::string>> values) {
        app_.act(SaveRecord{{key, std::move(values)}, ++form_});
        return app_.workspace.form_answer().refusal;
    }
    std::string erase(RecordKey key) {
        app_.act(EraseRecord{key, ++form_});
        return app_.workspace.form_answer().refusal;
    }
    TemporaryFolder folder_;
    Running app_;
    std::uint64_t form_ = 0;
    RecordKey case_{Register::dispute, 1, 0};
};

TEST_F(CaseRecords, WhatBelongsToACaseIsEnteredUnderIt) {
    const auto form = app_.workspace.record(case_);
    ASSERT_TRUE(form);
    ASSERT_TRUE(atlas().disputes()[0].contested);
    EXPECT_THAT(form->fields, SizeIs(3)) << "its steps and parties are no fields";
    EXPECT_THAT(form->can_add, SizeIs(4));
    EXPECT_EQ(save(case_, {{"pokok", "Parit lama"}}), "");
    EXPECT_EQ(atlas().disputes()[0].subject, "Parit lama");
    EXPECT_TRUE(atlas().disputes()[0].contested) << "the land between the claims stays";
    EXPECT_EQ(atlas().disputes()[0].state, model::DisputeState::district_facilitation);

    EXPECT_EQ(save({Register::evidence, 0, 1}, {{"judul", "Peta desa 1987"},
                                                {"kode_desa", atlas().villages()[0].code},
                                                {"tahun", "1987"}}),
              "");
    ASSERT_THAT(atlas().evidence({1}), SizeIs(1));
    EXPECT_EQ(atlas().evidence({1})[0]->village.value, 1);
    EXPECT_EQ(save({Register::signatory, 0, 1},
                   {{"nama", "Siti"}, {"peran", "kepala_desa"}, {"tanggal", "02-03-2026"}}),
              "");
    ASSERT_THAT(atlas().signatories({1}), SizeIs(1));
    EXPECT_EQ(save({Register::case_segment, 0, 1}, {{"kode_desa_1", atlas().villages()[0].code},
                                                    {"kode_desa_2", atlas().villages()[1].code}}),
              "Segmen ini sudah segmen pokok perkara itu, bukan segmen tambahannya.");
    EXPECT_THAT(atlas().segments_of(atlas().disputes()[0]), SizeIs(1));
    const auto child = app_.workspace.record({Register::evidence, 1, 0});
    ASSERT_TRUE(child && child->parent);
    EXPECT_EQ(*child->parent, case_) << "one goes back to the case";
    EXPECT_THAT(erase(case_), HasSubstr("07/2026")) << "a case ends by its steps";
    EXPECT_FALSE(app_.workspace.record({Register::dispute, 0, 0})) << "nor does it begin here";
}

TEST_F(CaseRecords, WhatCannotHaveHappenedYetIsRefused) {
    const std::string head = atlas().villages()[0].code;
    EXPECT_THAT(save({Register::signatory, 0, 1},
                     {{"nama", "Siti"}, {"peran", "kepala_desa"}, {"tanggal", "2099-01-01"}}),
                HasSubstr("2099-01-01"));
    EXPECT_THAT(atlas().signatories({1}), SizeIs(0));
    RecordKey meeting{Register::meeting, 0, 1};
    meeting.owner_kind = Register::dispute;
    EXPECT_THAT(save(meeting, {{"tanggal", "2099-01-01"}, {"kode_desa_hadir", head}}),
                HasSubstr("2099-01-01"));
    EXPECT_EQ(save(meeting, {{"tanggal", "2099-01-01"}, {"tempat", "Balai desa"}}), "")
        << "one may plan";
    EXPECT_THAT(atlas().meetings(Id<model::BoundaryDispute>{1}), SizeIs(1));
}

TEST_F(CaseRecords, WhatIsOddAboutASignatoryStandsBesideItsField) {
    const auto notes = [&](std::int64_t row, const std::string& column) {
        const auto form = app_.workspace.record({Register::signatory, row, 1});
        std::string all;
        if (form)
            for (const RecordField& field : form->fields)
                for (const RecordNote& note : field.notes)
                    all += field.column == column ? note.text : "";
        return all;
    };
    const auto villages = grid(2);
    EXPECT_EQ(save({Register::signatory, 0, 1}, {{"nama", "Siti"},
                                                 {"peran", "kepala_desa"},
                                                 {"kode_desa", villages[3].code},
                                                 {"nip", "19650101 199003"}}),
              "")
        << "it is entered all the same";
    EXPECT_THAT(notes(1, "kode_desa"), HasSubstr("Siti"));
    EXPECT_THAT(notes(1, "nip"), HasSubstr("18"));
    EXPECT_EQ(save({Register::signatory, 1, 1},
                   {{"kode_desa", villages[0].code}, {"nip", "196501011990031001"}}),
              "");
    EXPECT_EQ(notes(1, "kode_desa") + notes(1, "nip"), "");
}

} // namespace
} // namespace antardesa::workspace
