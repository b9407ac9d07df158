#include "running.h"
#include "workspace/compliance_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// Sixteen villages; the first two with an agreement that runs and lacks much.
class ReviewedProject : public ::testing::Test {
  protected:
    void SetUp() override {
        app_.act(OpenFile{make_project(folder_, grid(4))});
        app_.act(CreateAgreement{"Air bersih", model::Field::economy, {{1}, {2}}});
        agreement_ = app_.workspace.atlas()->agreements()[0].id;
        app_.act(SetStageOf{agreement_, model::Stage::execution, model::EndReason::none});
    }
    std::vector<std::string> kinds_of_tabs() {
        std::vector<std::string> titles;
        for (const ListTab& tab : app_.workspace.list().tabs)
            titles.push_back(tab.title);
        return titles;
    }
    TemporaryFolder folder_;
    Running app_;
    Id<model::Agreement> agreement_;
};

TEST_F(ReviewedProject, ListsWhatTheRecordsLackWithItsBasis) {
    app_.act(SetList{ListKind::compliance});
    const ListView& list = app_.workspace.list();
    ASSERT_THAT(list.rows, Not(IsEmpty()));
    bool musdes = false;
    for (const ListRow& row : list.rows) {
        EXPECT_EQ(row.subject, (Subject{SubjectKind::agreement, agreement_.value}));
        ASSERT_EQ(row.cells.size(), list.columns.size());
        EXPECT_EQ(row.cells[2].text, "Air bersih");
        EXPECT_THAT(row.cells[4].text, Not(IsEmpty()));
        musdes = musdes || row.cells[3].text.find("Musyawarah Desa") != std::string::npos;
    }
    EXPECT_TRUE(musdes);
}

TEST_F(ReviewedProject, TheListOfAgreementsIsMarkedWithTheGravestAndTheNumber) {
    app_.act(SetList{ListKind::compliance});
    const std::size_t findings = app_.workspace.list().rows.size();
    ASSERT_GT(findings, 0U);
    app_.act(SetList{ListKind::agreements});
    app_.act(CreateAgreement{"Rancangan", model::Field::economy, {{3}, {4}}});
    const ListView& list = app_.workspace.list();
    const std::size_t at = list.columns.size() - 2;
    EXPECT_EQ(list.columns[at].title, "Cek");
    EXPECT_EQ(list.rows[0].cells[at].text, std::to_string(findings));
    EXPECT_NE(list.rows[0].cells[at].icon, 0U);
    ASSERT_EQ(list.rows[1].cells[1].text, "Rancangan");
    EXPECT_EQ(list.rows[1].cells[at].icon, 0U) << "a draft owes nothing yet";
}

TEST_F(ReviewedProject, TheCardSaysTheSame) {
    app_.act(Select{{SubjectKind::agreement, agreement_.value}});
    const CardView& card = app_.workspace.card();
    EXPECT_THAT(card.notes, Contains(::testing::Field(&CardNote::text, HasSubstr("V03 · "))));
    for (const CardNote& note : card.notes) {
        EXPECT_THAT(note.basis, ::testing::StartsWith("Dasar: "));
        EXPECT_THAT(note.text, Not(HasSubstr("\"Air bersih\": "))) << "the card says it above";
        EXPECT_FALSE(note.tag.text.empty());
    }
    EXPECT_THAT(card.more_notes, HasSubstr("lagi dalam daftar Kepatuhan"));
}

TEST_F(ReviewedProject, TheListSaysWhatTheNextStageWants) {
    app_.act(SetList{ListKind::agreements});
    const auto missing = [&](model::Stage stage) {
        app_.act(SetStageOf{agreement_, stage, model::EndReason::none});
        app_.act(Select{{SubjectKind::agreement, agreement_.value}});
        for (const auto& [label, value] : app_.workspace.card().properties)
            if (label == "Kurang")
                return value;
        return std::string();
    };
    EXPECT_EQ(missing(model::Stage::preparation),
              "Musdes 2 desa, persetujuan BPD 2 desa, RPJM dan RKP 2 desa");
    EXPECT_EQ(missing(model::Stage::drafting), "Musdes 2 desa, MAD semua desa, 8 butir isi");
    EXPECT_EQ(missing(model::Stage::signing), "Musdes 2 desa, MAD semua desa, 8 butir isi, nomor 2 "
                                              "desa, tanda tangan 2 desa, dokumen");
    EXPECT_EQ(missing(model::Stage::execution),
              "Musdes 2 desa, dokumen, pengundangan 2 desa, laporan");
    EXPECT_EQ(app_.workspace.list().rows.at(0).cells.back().text, "Musdes 2 desa +3")
        << "in the list the first of them";
    app_.act(SetStageOf{agreement_, model::Stage::ended, model::EndReason::expired});
    EXPECT_EQ(app_.workspace.list().rows.at(0).cells.back().text, "—") << "it is over";
}

TEST_F(ReviewedProject, AnEditIsReviewedAnew) {
    app_.act(SetList{ListKind::compliance});
    app_.act(SetStageOf{agreement_, model::Stage::ended, model::EndReason::expired});
    for (const ListRow& row : app_.workspace.list().rows)
        EXPECT_THAT(row.cells[1].text, Not(HasSubstr("V11")));
    app_.act(Undo{});
    app_.act(Undo{});
    EXPECT_THAT(app_.workspace.list().rows, IsEmpty()) << "what is being prepared lacks nothing";
    EXPECT_THAT(app_.workspace.list().empty_text, Not(HasSubstr("workspace.")));
}

TEST_F(ReviewedProject, SuggestsToTheVillagesThatAreAlone) {
    app_.act(SetList{ListKind::suggestions});
    const ListView& list = app_.workspace.list();
    ASSERT_EQ(list.rows.size(), 14U) << "all but the two of the agreement";
    const auto joined = std::find_if(list.rows.begin(), list.rows.end(),
                                     [](const ListRow& row) { return !row.with.empty(); });
    ASSERT_NE(joined, list.rows.end()) << "a neighbour of the two could join them";
    EXPECT_THAT(joined->cells[3].text, HasSubstr("berbatasan dengan"));
    app_.act(Select{{SubjectKind::village, 3}});
    const auto& notes = app_.workspace.card().notes;
    ASSERT_THAT(notes, Contains(::testing::Field(&CardNote::text, HasSubstr("Saran: "))));
    EXPECT_THAT(notes[0].facts, Contains(HasSubstr("berbatasan dengan"))) << "one below the other";
}

TEST_F(ReviewedProject, TheCardOfAVillageSaysHowItStandsInTheNetwork) {
    const auto network = [&](std::int64_t village) {
        app_.act(Select{{SubjectKind::village, village}});
        for (const auto& [label, value] : app_.workspace.card().properties)
            if (label == "Jaringan")
                return value;
        return std::string();
    };
    EXPECT_EQ(network(1), "1 desa mitra dalam kelompok 2 desa, penghubung 0 %");
    EXPECT_EQ(network(3), "");
}

TEST_F(ReviewedProject, TheFilterOfKecamatanHoldsForBoth) {
    analysis::Filter east;
    east.district = app_.workspace.atlas()->villages()[2].district;
    app_.act(SetFilter{east});
    app_.act(SetList{ListKind::compliance});
    EXPECT_THAT(app_.workspace.list().rows, IsEmpty());
    EXPECT_TRUE(app_.workspace.list().empty_by_filter);
    app_.act(SetList{ListKind::suggestions});
    EXPECT_LT(app_.workspace.list().rows.size(), 14U);
    EXPECT_THAT(app_.workspace.list().rows, Not(IsEmpty()));
}

TEST_F(ReviewedProject, EachJobHasItsLists) {
    EXPECT_THAT(kinds_of_tabs(), Contains("Kepatuhan"));
    EXPECT_THAT(kinds_of_tabs(), Contains("Saran"));
    app_.act(SetJob{Job::boundaries});
    EXPECT_THAT(kinds_of_tabs(), Not(Contains("Saran")));
    EXPECT_THAT(kinds_of_tabs(), Contains("Temuan"));
    app_.act(SetList{ListKind::suggestions});
    EXPECT_THAT(kinds_of_tabs(), Contains("Saran")) << "what is on display has its tab";
}

TEST_F(ReviewedProject, TheRegisterIsExportedFromTheWindowAndComesBackUnchanged) {
    const auto book = folder_ / "register.xlsx";
    app_.act(ExportLayer{register_layer, book});
    ASSERT_TRUE(fs::exists(book));
    const auto revision = app_.workspace.atlas()->revision();
    app_.act(ImportInto{book});
    app_.act(AcceptImport{});
    EXPECT_EQ(app_.workspace.atlas()->revision(), revision);
}

TEST_F(ReviewedProject, TheReviewOfAnImportCountsThingsAndNotRows) {
    std::ofstream(folder_ / "daftar.csv") << "Judul,Nomor,Desa,Bidang\n"
                                             "Pasar,1/PB/2026,Desa 3 dan Desa 4,Ekonomi\n"
                                             "Jalan,2/PB/2026,Desa 5 dan Desa 6,Ekonomi\n";
    app_.act(ImportInto{folder_ / "daftar.csv"});
    ASSERT_TRUE(app_.workspace.import());
    EXPECT_THAT(app_.workspace.import()->summary,
                Contains("Akan ditulis: 2 kerja sama, 4 keterangan yang menyertainya."));
}

TEST(ComplianceRules, AreReadAndNamedWhenTheyAreWrong) {
    const TemporaryFolder folder;
    const auto write = [&](const char* text) {
        std::ofstream(folder / "aturan.json", std::ios::trunc) << text;
        return folder / "aturan.json";
    };
    const auto rules = read_compliance_rules(write(
        R"({"rules":[{"code":"V10","part":"laporan","severity":"error","laws":["A","B"],"limit":6}]})"));
    ASSERT_EQ(rules.size(), 1U);
    EXPECT_TRUE(rules[0].active);
    EXPECT_EQ(rules[0].limit, 6);
    EXPECT_EQ(rules[0].laws.size(), 2U);
    for (const char* wrong :
         {R"({"rules":[{"code":"V10","part":"laporan","severity":"berat","laws":["A"]}]})",
          R"({"rules":[{"code":"V10","part":"laporan","severity":"error","laws":[]}]})",
          R"({"rules":[{"code":"V77","part":"laporan","severity":"error","laws":["A"]}]})",
          R"({"rules":[{"code":"V10","part":"laporan","severity":"error","laws":["A"]},)"
          R"({"code":"V10","part":"laporan","severity":"error","laws":["A"]}]})"})
        EXPECT_THROW(read_compliance_rules(write(wrong)), Error) << wrong;
    EXPECT_THROW(read_compliance_rules(folder / "tiada.json"), Error);
}

} // namespace
} // namespace antardesa::workspace
