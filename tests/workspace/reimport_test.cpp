#include "workspace/repair_picture.h"
#include "workspace/village_changes.h"
#include "workspace/village_overlay.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::workspace {
namespace {

using model::Village;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// Nine square villages of about 1.1 km in a project, and newer files for it. The first column is
/// one kecamatan, the others another.
class Reimport : public ::testing::Test {
  protected:
    Reimport() {
        file_.districts = {{"99.01.01", "Barat", "Contoh"}, {"99.01.02", "Timur", "Contoh"}};
        for (int i = 0; i < 9; ++i)
            add("99.01.0" + std::to_string(i % 3 ? 2 : 1) + "." + std::to_string(2001 + i),
                "Desa " + std::to_string(i + 1), i % 3 ? 1 : 0, square(i % 3, i / 3));
        ImportDraft draft(nullptr);
        Progress progress;
        lay_over(draft, file_, date_, progress);
        tables_ = draft.take_tables();
        load();
    }

    void load() {
        Progress progress;
        atlas_ = model::Atlas::build({}, tables_, 0, progress);
    }

    static geo::Polygon square(int column, int row) {
        const double x = 109.1 + column * 0.01;
        const double y = -7.6 + row * 0.01;
        return {{{x, y}, {x + 0.01, y}, {x + 0.01, y + 0.01}, {x, y + 0.01}, {x, y}}, {}};
    }

    void add(const std::string& code, const std::string& name, std::size_t district,
             geo::Polygon polygon) {
        io::ImportedVillage village;
        village.code = code;
        village.name = name;
        village.district = district;
        village.geometry =
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{std::move(polygon)});
        file_.villages.push_back(std::move(village));
    }

    /// A new outline for a village of the file.
    void reshape(std::size_t village, geo::Polygon polygon) {
        file_.villages[village].geometry =
            std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{std::move(polygon)});
    }

    struct Laid {
        std::vector<VillageChange> changes;
        std::vector<Finding> findings;
        model::TableSet tables;
        std::size_t writes = 0;
        std::shared_ptr<const cartography::RepairPicture> picture; ///< of the new outlines

        bool says(const std::string& code) const {
            return std::any_of(findings.begin(), findings.end(),
                               [&](const Finding& finding) { return finding.code == code; });
        }
    };
    Laid laid() {
        Progress progress;
        ImportDraft draft(atlas_.get());
        const OverlayReport report = lay_over(draft, file_, date_, progress);
        keep_origins(draft, *atlas_,
                     village_changes(atlas_.get(), draft.tables(), report.not_in_file, progress),
                     date_);
        Laid result;
        const model::Edit edit{{}, draft.take_writes(), {}};
        result.writes = edit.writes.size();
        result.picture = moved_outlines(*atlas_, edit, progress);
        result.tables = draft.take_tables();
        result.findings = change_findings(
            village_changes(atlas_.get(), result.tables, report.not_in_file, progress),
            result.tables);
        result.changes = village_changes(atlas_.get(), result.tables,
                                         not_in_file(*atlas_, result.findings), progress);
        return result;
    }

    std::optional<Date> date_;

    Id<Village> row_of(const std::string& code) const { return atlas_->village_by_code(code)->id; }

    /// Splits the middle village at 70 % of its width; the eastern part is a new row of the file.
    void split_the_middle() {
        geo::Polygon west = square(1, 1);
        geo::Polygon east = west;
        for (const std::size_t corner : {0, 3, 4})
            east.outer[corner].x += 0.007;
        for (const std::size_t corner : {1, 2})
            west.outer[corner].x -= 0.003;
        reshape(4, std::move(west));
        add("99.01.02.2052", "Mekarsari", 1, std::move(east));
    }

    io::BoundaryImport file_;
    model::TableSet tables_;
    std::shared_ptr<const model::Atlas> atlas_;
};

TEST_F(Reimport, OfTheSameFileChangesNothing) {
    const Laid result = laid();
    EXPECT_THAT(result.changes, IsEmpty());
    EXPECT_EQ(result.writes, 0U);
    EXPECT_FALSE(result.picture);
}

TEST_F(Reimport, ADayOfFormationComesAndStays) {
    file_.villages[4].formed = parse_date("2012-10-25");
    const Laid first = laid();
    EXPECT_EQ(first.writes, 1U);
    tables_ = first.tables;
    load();
    const auto formed = [this] { return atlas_->villages()[4].formed; };
    EXPECT_EQ(formed(), parse_date("2012-10-25"));
    file_.villages[4].formed.reset();
    EXPECT_EQ(laid().writes, 0U) << "a file that does not say it takes nothing away";
}

TEST_F(Reimport, ARingThatBeginsElsewhereIsNoChange) {
    geo::Polygon turned = square(1, 1);
    turned.outer.pop_back();
    std::rotate(turned.outer.begin(), turned.outer.begin() + 1, turned.outer.end());
    turned.outer.push_back(turned.outer.front());
    reshape(4, std::move(turned));
    const Laid result = laid();
    EXPECT_THAT(result.changes, IsEmpty());
    EXPECT_EQ(result.writes, 0U) << "the imported ring stays bit for bit";
}

TEST_F(Reimport, WhatAFileRoundedIsNoOtherShape) {
    geo::Polygon rounded = square(2, 0);
    for (geo::Point& p : rounded.outer) // eight decimals of a degree
        p = {p.x + 4e-9, p.y - 4e-9};
    reshape(2, std::move(rounded));
    EXPECT_THAT(laid().changes, IsEmpty());
    geo::Polygon moved = square(2, 0);
    for (geo::Point& p : moved.outer)
        p.x += 2e-8; // two millimetres
    reshape(2, std::move(moved));
    EXPECT_THAT(laid().changes, SizeIs(1));
}

TEST_F(Reimport, SaysHowFarABorderMoved) {
    geo::Polygon wider = square(2, 0);
    wider.outer[2].x += 0.001; // a corner at the coast, by some 110 m
    reshape(2, std::move(wider));
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(1));
    const VillageChange& change = result.changes[0];
    EXPECT_TRUE(change.reshaped && !change.renamed && !change.renumbered);
    EXPECT_NEAR(change.moved_m, 110.4, 0.5);
    EXPECT_NEAR(change.area_after_m2 - change.area_before_m2, 110.4 * 1106 / 2, 500);
    ASSERT_TRUE(change.place);
    EXPECT_NEAR(change.place->longitude, 109.131, 1e-9);
    ASSERT_TRUE(result.picture);
    ASSERT_THAT(result.picture->borders, SizeIs(1)) << "where it runs anew, and nothing else";
    EXPECT_THAT(result.picture->borders[0], SizeIs(3));
    EXPECT_NEAR(result.picture->borders[0][1].x, 109.131, 1e-9);
    EXPECT_TRUE(result.says("village_reshaped"));
}

TEST_F(Reimport, ANewCodeKeepsTheRowAndTheOldCode) {
    const Id<Village> id = row_of("99.01.01.2001");
    file_.villages[0].code = "99.01.01.2101";
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(1));
    EXPECT_TRUE(result.changes[0].renumbered);
    EXPECT_EQ(result.changes[0].row, id);
    EXPECT_EQ(result.changes[0].code_before, "99.01.01.2001");
    EXPECT_EQ(result.changes[0].code_after, "99.01.01.2101");
    const Village& row = *std::get<model::Table<Village>>(result.tables).find(id);
    EXPECT_EQ(row.previous_codes, "99.01.01.2001");
}

TEST_F(Reimport, AnEarlierCodeSaysUntilWhenItWasOne) {
    const Id<Village> id = row_of("99.01.01.2001");
    date_ = parse_date("2026-11-26");
    file_.villages[0].code = "99.01.01.2101";
    const Laid result = laid();
    const Village& row = *std::get<model::Table<Village>>(result.tables).find(id);
    EXPECT_EQ(row.previous_codes, "99.01.01.2001 s.d. 2026-11-26");
}

TEST_F(Reimport, AnEarlierNameIsKeptBesideTheEarlierCodes) {
    const Id<Village> id = row_of("99.01.01.2001");
    const std::string name = atlas_->find(id)->name;
    date_ = parse_date("2026-11-26");
    file_.villages[0].name = "Baru; Jaya";
    Laid result = laid();
    EXPECT_EQ(std::get<model::Table<Village>>(result.tables).find(id)->previous_codes,
              name + " s.d. 2026-11-26");
    file_.villages[0].code = "99.01.01.2101";
    result = laid();
    EXPECT_EQ(std::get<model::Table<Village>>(result.tables).find(id)->previous_codes,
              name + " s.d. 2026-11-26; 99.01.01.2001 s.d. 2026-11-26");
    EXPECT_EQ(with_previous("A", "Baru; Jaya", date_), "Baru, Jaya s.d. 2026-11-26; A");
}

TEST_F(Reimport, NewCodeNewNameAndANewKecamatanKeepTheRowWhereTheLandIs) {
    const Id<Village> id = row_of("99.01.02.2005");
    file_.districts.push_back({"99.01.07", "Baru", "Contoh"});
    file_.villages[4].code = "99.01.07.2001";
    file_.villages[4].name = "Sumberjaya";
    file_.villages[4].district = 2;
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(1));
    EXPECT_EQ(result.changes[0].row, id);
    EXPECT_TRUE(result.changes[0].renumbered && result.changes[0].renamed);
    EXPECT_FALSE(result.changes[0].reshaped);
}

TEST_F(Reimport, ACodeThatAnotherVillageHasNowDoesNotMoveTheRow) {
    const Id<Village> first = row_of("99.01.01.2001");
    const Id<Village> seventh = row_of("99.01.01.2007");
    std::swap(file_.villages[0].code, file_.villages[6].code);
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(2));
    for (const VillageChange& change : result.changes) {
        EXPECT_TRUE(change.renumbered && !change.reshaped && !change.renamed);
        EXPECT_TRUE(change.row == first || change.row == seventh);
    }
}

TEST_F(Reimport, ASplitKeepsTheRowForTheLargerPart) {
    const Id<Village> id = row_of("99.01.02.2005");
    split_the_middle();
    file_.villages[4].code = "99.01.02.2051";
    file_.villages[4].name = "Sidomulyo";
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(2));
    EXPECT_EQ(result.changes[0].row, id);
    EXPECT_EQ(result.changes[0].name_after, "Sidomulyo");
    EXPECT_TRUE(result.changes[1].is_new);
    EXPECT_EQ(result.changes[1].split_from, id);
    EXPECT_TRUE(result.says("village_split"));
    const auto& villages = std::get<model::Table<Village>>(result.tables);
    EXPECT_EQ(villages.find(result.changes[1].row)->previous_codes,
              "99.01.02.2005 " + atlas_->find(id)->name)
        << "whose land it was";
}

TEST_F(Reimport, ASplitKeepsTheRowForThePartOfTheSameName) {
    const Id<Village> id = row_of("99.01.02.2005");
    split_the_middle();
    file_.districts.push_back({"99.01.07", "Mekar", "Contoh"});
    for (const std::size_t part : {4, 9})
        file_.villages[part].district = 2;
    file_.villages[4].code = "99.01.07.2001";
    file_.villages[4].name = "Sidomulyo";
    file_.villages[9].name = "Desa 5";
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(2));
    for (const VillageChange& change : result.changes)
        EXPECT_EQ(change.row == id, change.name_after == "Desa 5") << change.name_after;
}

TEST_F(Reimport, WhatIsGoneStaysAndSaysWhatRestsOnIt) {
    const Id<Village> gone = row_of("99.01.02.2005");
    model::BoundarySegment segment;
    segment.id = {1};
    segment.first = row_of("99.01.02.2002");
    segment.second = gone;
    segment.state = model::SegmentState::agreed;
    std::get<model::Table<model::BoundarySegment>>(tables_).put(segment);
    load();
    file_.villages.erase(file_.villages.begin() + 4);
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(1));
    EXPECT_TRUE(result.changes[0].gone);
    EXPECT_EQ(result.changes[0].row, gone);
    EXPECT_EQ(result.changes[0].segments, 1);
    EXPECT_TRUE(result.says("village_in_use_not_in_file"));
    EXPECT_NE(std::get<model::Table<Village>>(result.tables).find(gone), nullptr);
}

TEST_F(Reimport, SaysWhoHasTheLandOfAMergedVillage) {
    const Id<Village> heir = row_of("99.01.01.2001");
    const Id<Village> gone = row_of("99.01.02.2002");
    geo::Polygon both = square(0, 0);
    for (const std::size_t corner : {1, 2})
        both.outer[corner].x += 0.01;
    reshape(0, std::move(both));
    file_.villages.erase(file_.villages.begin() + 1);
    const Laid result = laid();
    ASSERT_THAT(result.changes, SizeIs(2));
    EXPECT_TRUE(result.changes[0].reshaped);
    EXPECT_EQ(result.changes[1].row, gone);
    EXPECT_EQ(result.changes[1].merged_into, heir);
    EXPECT_TRUE(result.says("village_merged"));
}

} // namespace
} // namespace antardesa::workspace
