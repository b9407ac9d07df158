#include "analysis/finding_rows.h"

#include "model/finding_verbs.h"
#include "sample_regency.h"

#include <gtest/gtest.h>

namespace antardesa::analysis {

namespace {

model::SharedPolygons box(double west, double south, double east, double north) {
    return std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{
        {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}});
}

/// Two villages that overlap by a strip as wide as is asked for, and a third beyond a gap that a
/// fourth closes.
struct Flawed : SampleRegency {
    explicit Flawed(double overlap = 0.001) {
        const auto kecamatan = district("Hilir");
        village("Satu", kecamatan, box(109, -7, 109.01, -6.99), "99.01.01.2001");
        village("Dua", kecamatan, box(109.01 - overlap, -7, 109.02, -6.99), "99.01.01.2002");
        village("Tiga", kecamatan, box(109.03, -7, 109.04, -6.99), "99.01.01.2003");
        village("Empat", kecamatan, box(109.03, -6.99, 109.04, -6.98), "99.01.01.2003");
    }
    BoundaryCheck check() const {
        std::vector<CheckedShape> shapes;
        for (const auto& row : std::get<model::Table<model::Village>>(tables))
            shapes.push_back({row.geometry.get(), row.code, {}});
        Progress progress;
        return check_boundaries(shapes, crs::wgs84(), {}, progress);
    }
    model::RecordFindings record() {
        auto found = check();
        Progress progress;
        set_aside_allowed(tables, found, progress);
        const auto changes = finding_changes(tables, found.flaws, 7);
        tables = model::applied(tables, model::record_findings(changes));
        return changes;
    }
    const model::Table<model::BoundaryFinding>& rows() const {
        return std::get<model::Table<model::BoundaryFinding>>(tables);
    }
    void widen(double overlap) {
        auto row = *std::get<model::Table<model::Village>>(tables).find({2});
        row.geometry = box(109.01 - overlap, -7, 109.02, -6.99);
        put(row);
    }
};

TEST(FindingRows, SayWhatTheCheckFound) {
    Flawed regency;
    const auto changes = regency.record();
    EXPECT_EQ(changes.put.size(), 2u) << "an overlap, a code used twice";
    EXPECT_EQ(changes.open, 2);
    ASSERT_EQ(regency.rows().size(), 2u);
    const auto& overlap = regency.rows()[0];
    EXPECT_EQ(overlap.kind, model::FlawKind::overlap);
    EXPECT_EQ(overlap.villages, (std::vector<Id<model::Village>>{{1}, {2}}));
    EXPECT_EQ(overlap.names, "Satu; Dua");
    EXPECT_NEAR(*overlap.area_m2, 110.5 * 1105.7, 200);
    EXPECT_EQ(overlap.revision, 7);
    EXPECT_NEAR(overlap.longitude, 109.0095, 1e-6);
}

TEST(FindingRows, AreKnownAgainAndKeepTheirIds) {
    Flawed regency;
    regency.record();
    const auto again = regency.record();
    EXPECT_TRUE(again.put.empty()) << "nothing has changed";
    EXPECT_TRUE(again.gone.empty());
    EXPECT_EQ(again.open, 2);
    regency.widen(0.0015);
    const auto moved = regency.record();
    ASSERT_EQ(moved.put.size(), 1u);
    EXPECT_EQ(moved.put[0].id.value, 1) << "the same strip, larger";
    regency.widen(0);
    const auto mended = regency.record();
    EXPECT_EQ(mended.gone, (std::vector<Id<model::BoundaryFinding>>{{1}}));
    EXPECT_EQ(mended.open, 1);
}

TEST(FindingRows, AnAllowedStripStaysAllowedUntilItGrows) {
    Flawed regency;
    regency.record();
    const auto edit = model::allow_strip(*regency.atlas(),
                                         {{1}, model::ExceptionReason::mutual_claim, {}, {}, {}});
    ASSERT_TRUE(edit);
    regency.tables = model::applied(regency.tables, edit.value());
    EXPECT_EQ(regency.record().open, 1) << "only the code used twice";

    regency.widen(0.00105); // five per cent more, as after another digitising
    auto found = regency.check();
    Progress progress;
    EXPECT_EQ(set_aside_allowed(regency.tables, found, progress).size(), 1u);

    regency.widen(0.0015);
    const auto grown = regency.record();
    EXPECT_EQ(grown.open, 2);
    ASSERT_EQ(grown.put.size(), 1u);
    EXPECT_EQ(grown.put[0].outgrown, Id<model::BoundaryException>{1});
}

TEST(FindingRows, AnotherPairOrKindIsNotAllowed) {
    Flawed regency;
    regency.record();
    model::BoundaryException other;
    other.id = {1};
    other.kind = model::FlawKind::gap;
    other.villages = {{1}, {2}};
    other.geometry = box(109.009, -7, 109.01, -6.99);
    regency.put(other);
    auto found = regency.check();
    Progress progress;
    EXPECT_TRUE(set_aside_allowed(regency.tables, found, progress).empty());
    other.kind = model::FlawKind::overlap;
    other.villages = {{1}, {3}};
    regency.put(other);
    EXPECT_TRUE(set_aside_allowed(regency.tables, found, progress).empty());
}

TEST(FindingRows, AllowedNearMissesStayAllowedUntilThereIsAnother) {
    SampleRegency regency;
    const auto kecamatan = regency.district("Hilir");
    regency.village("Satu", kecamatan, box(109, -7, 109.01, -6.99));
    regency.village("Dua", kecamatan, box(109.0100004, -7, 109.02, -6.99));
    const auto record = [&] {
        std::vector<CheckedShape> shapes;
        for (const auto& row : std::get<model::Table<model::Village>>(regency.tables))
            shapes.push_back({row.geometry.get(), {}, {}});
        Progress progress;
        auto found = check_boundaries(shapes, crs::wgs84(), {}, progress);
        set_aside_allowed(regency.tables, found, progress);
        const auto changes = finding_changes(regency.tables, found.flaws, 7);
        regency.tables = model::applied(regency.tables, model::record_findings(changes));
        return changes;
    };
    ASSERT_EQ(record().open, 1);
    model::Document paper;
    paper.number = "7/2026";
    paper.date = today;
    regency.put(paper);
    const auto edit = model::allow_strip(*regency.atlas(),
                                         {{1}, model::ExceptionReason::other, "pilar", {1}, {}});
    ASSERT_TRUE(edit) << edit.refusal().message.key;
    regency.tables = model::applied(regency.tables, edit.value());
    EXPECT_EQ(record().open, 0);
    // A third pair of corners, between the two.
    auto first = *std::get<model::Table<model::Village>>(regency.tables).find({1});
    auto second = *std::get<model::Table<model::Village>>(regency.tables).find({2});
    for (auto* row : {&first, &second}) {
        geo::MultiPolygon outline = *row->geometry;
        geo::Ring& ring = outline[0].outer;
        const bool is_first = row == &first;
        ring.insert(ring.begin() + (is_first ? 2 : 4), {is_first ? 109.01 : 109.0100004, -6.995});
        row->geometry = std::make_shared<const geo::MultiPolygon>(std::move(outline));
        regency.put(*row);
    }
    const auto grown = record();
    ASSERT_EQ(grown.put.size(), 1u);
    EXPECT_EQ(grown.put[0].outgrown, Id<model::BoundaryException>{1});
    EXPECT_EQ(grown.put[0].count, 3);
}

TEST(FindingRows, AroundAnEditOnlyThoseInvolvedAreTouched) {
    Flawed regency;
    regency.record();
    regency.widen(0);
    std::vector<CheckedShape> shapes;
    for (const auto& row : std::get<model::Table<model::Village>>(regency.tables))
        shapes.push_back({row.geometry.get(), row.code, {}});
    Progress progress;
    const std::vector<std::uint32_t> changed{1};
    const auto check = check_boundaries_around(shapes, changed, {}, crs::wgs84(), {}, progress);
    EXPECT_TRUE(check.flaws.empty()) << "the code used twice is not village 2's";
    const LookedAt around{{{2}}, {}};
    const auto changes = finding_changes(regency.tables, check.flaws, 8, &around);
    EXPECT_EQ(changes.gone, (std::vector<Id<model::BoundaryFinding>>{{1}}));
    EXPECT_TRUE(changes.put.empty());
    EXPECT_EQ(changes.open, 1);
}

} // namespace

} // namespace antardesa::analysis
