#include "model/finding_verbs.h"

#include "model/verbs.h"
#include "sample.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

#include <map>

namespace antardesa::model {

namespace {

BoundaryFinding strip(std::int64_t id, FlawKind kind) {
    BoundaryFinding row;
    row.id = {id};
    row.kind = kind;
    row.villages = {{1}, {2}};
    row.names = "Mekarsari; Sidomulyo";
    row.area_m2 = 420;
    row.longitude = 1.05;
    row.latitude = 0.5;
    row.geometry = std::make_shared<const geo::Geometry>(geo::PolygonSet{*square(1, 0, 0.1)});
    row.fingerprint = fingerprint_of(row);
    return row;
}

class FindingVerbs : public testing::Test {
  protected:
    FindingVerbs() {
        Document paper;
        paper.id = {3};
        paper.kind = "perbup";
        paper.number = "14/2026";
        paper.title = "Batas desa";
        paper.date = Date{std::chrono::year{2026} / 3 / 4};
        std::get<Table<Document>>(tables_).put(paper);
        std::get<Table<BoundaryFinding>>(tables_).put(strip(4, FlawKind::overlap));
        std::get<Table<BoundaryFinding>>(tables_).put(strip(6, FlawKind::gap));
        std::get<Table<BoundaryFinding>>(tables_).put(strip(8, FlawKind::duplicate_code));
    }
    std::shared_ptr<const Atlas> atlas() const {
        Progress progress;
        return Atlas::build({}, tables_, 5, progress);
    }
    std::string refusal(const AllowStrip& request) const {
        const auto edit = allow_strip(*atlas(), request);
        return edit ? "" : edit.refusal().message.key;
    }
    void apply(const Edit& edit) { tables_ = applied(tables_, edit); }
    const Table<BoundaryFinding>& findings() const {
        return std::get<Table<BoundaryFinding>>(tables_);
    }
    const Table<BoundaryException>& exceptions() const {
        return std::get<Table<BoundaryException>>(tables_);
    }
    TableSet tables_ = sample_tables();
};

TEST_F(FindingVerbs, AnAllowedStripIsAnExceptionAndNoFinding) {
    const auto edit = allow_strip(*atlas(), {{4}, ExceptionReason::mutual_claim, "rapat", {3}, {}});
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit.value().document, Id<Document>{3});
    apply(edit.value());
    EXPECT_EQ(findings().find({4}), nullptr);
    ASSERT_EQ(exceptions().size(), 1u);
    const BoundaryException& row = exceptions()[0];
    EXPECT_EQ(row.kind, FlawKind::overlap);
    EXPECT_EQ(row.reason, ExceptionReason::mutual_claim);
    EXPECT_EQ(row.villages, (std::vector<Id<Village>>{{1}, {2}}));
    EXPECT_EQ(row.area_m2, 420);
    EXPECT_EQ(*row.geometry, *square(1, 0, 0.1));
}

TEST_F(FindingVerbs, RefusesWhatDoesNotFit) {
    EXPECT_EQ(refusal({{99}, ExceptionReason::lake, {}, {}, {}}), "model.unknown_finding");
    EXPECT_EQ(refusal({{8}, ExceptionReason::lake, {}, {}, {}}), "model.cannot_stay.kode_ganda");
    EXPECT_EQ(refusal({{4}, ExceptionReason::lake, {}, {77}, {}}), "model.unknown_document");
    EXPECT_EQ(refusal({{6}, ExceptionReason::mutual_claim, {}, {}, {}}),
              "model.gap_is_not_claimed");
    EXPECT_EQ(refusal({{4}, ExceptionReason::undefined, {}, {}, {}}), "model.overlap_is_claimed");
    EXPECT_EQ(refusal({{6}, ExceptionReason::undefined, {}, {}, {}}), "");
}

TEST_F(FindingVerbs, WhatIsAgreedForNowRestsOnADatedPaper) {
    AllowStrip request{{4}, ExceptionReason::agreed_for_now, "lisan", {}, {}};
    EXPECT_EQ(refusal(request), "model.agreed_needs_document");
    request.document = {3};
    auto& documents = std::get<Table<Document>>(tables_);
    Document paper = *documents.find({3});
    paper.date.reset();
    documents.put(paper);
    EXPECT_EQ(refusal(request), "model.agreed_document_needs_date");
    paper.date = parse_date("2026-11-02");
    paper.kind = "peta";
    documents.put(paper);
    EXPECT_EQ(refusal(request), "model.agreed_not_by_map");
    request.reason = ExceptionReason::forest;
    EXPECT_EQ(refusal(request), "") << "a map shows where a forest is";
    paper.kind = "berita_acara";
    documents.put(paper);
    request.reason = ExceptionReason::agreed_for_now;
    EXPECT_EQ(refusal(request), "");
}

TEST_F(FindingVerbs, WhatStaysForAReasonOfTheLandRestsOnADatedPaper) {
    using Reason = ExceptionReason;
    for (const Reason reason : {Reason::lake, Reason::forest, Reason::sea, Reason::other}) {
        EXPECT_EQ(refusal({{6}, reason, "tambak", {}, {}}), "model.exception_needs_document");
        EXPECT_EQ(refusal({{6}, reason, {}, {3}, {}}), "");
    }
    auto& documents = std::get<Table<Document>>(tables_);
    Document paper = *documents.find({3});
    paper.date.reset();
    documents.put(paper);
    EXPECT_EQ(refusal({{6}, Reason::lake, {}, {3}, {}}), "model.exception_document_needs_date");
    EXPECT_EQ(refusal({{6}, Reason::undefined, {}, {}, {}}), "") << "a feature of its own";
}

TEST_F(FindingVerbs, BrokenRingsAndCopiesCannotStayAndSayWhy) {
    const std::map<FlawKind, std::string> keys{
        {FlawKind::invalid_ring, "model.cannot_stay.poligon_rusak"},
        {FlawKind::duplicate_shape, "model.cannot_stay.poligon_ganda"},
        {FlawKind::tangled, "model.cannot_stay.terlalu_kusut"}};
    for (const auto& [kind, key] : keys) {
        std::get<Table<BoundaryFinding>>(tables_).put(strip(8, kind));
        EXPECT_EQ(refusal({{8}, ExceptionReason::other, {}, {}, {}}), key);
    }
}

TEST_F(FindingVerbs, NearMissesMayStayAndComeBackAsTheyWere) {
    BoundaryFinding miss = strip(8, FlawKind::near_miss);
    miss.area_m2.reset();
    miss.geometry =
        std::make_shared<const geo::Geometry>(geo::PointSet{{{1.05, 0.5}, {1.06, 0.5}}});
    std::get<Table<BoundaryFinding>>(tables_).put(miss);
    EXPECT_EQ(refusal({{8}, ExceptionReason::lake, {}, {}, {}}), "model.reason_does_not_fit");
    apply(allow_strip(*atlas(), {{8}, ExceptionReason::other, "dua pilar", {3}, {}}).value());
    ASSERT_EQ(exceptions().size(), 1u);
    const BoundaryException& row = exceptions()[0];
    EXPECT_EQ(row.kind, FlawKind::near_miss);
    ASSERT_EQ(row.geometry->size(), 2u);
    EXPECT_TRUE(geo::contains(*row.geometry, {1.06, 0.5 + 5e-6}));
    apply(withdraw_exception(*atlas(), {row.id}).value());
    const BoundaryFinding& again = findings()[findings().size() - 1];
    EXPECT_EQ(again.kind, FlawKind::near_miss);
    EXPECT_FALSE(again.area_m2.has_value());
    const auto& points = std::get<geo::PointSet>(*again.geometry).points;
    ASSERT_EQ(points.size(), 2u);
    EXPECT_NEAR(points[1].x, 1.06, 1e-9);
}

/// The line between villages 1 and 2 is not where it was agreed.
class MovedLine : public FindingVerbs {
  protected:
    MovedLine() {
        BoundarySegment segment;
        segment.id = {40};
        segment.first = {1};
        segment.second = {2};
        segment.state = SegmentState::enacted;
        segment.geometry = std::make_shared<const geo::MultiLine>(geo::MultiLine{{{1, 0}, {1, 1}}});
        auto& segments = std::get<Table<BoundarySegment>>(tables_);
        std::vector<Id<BoundarySegment>> others;
        for (const BoundarySegment& other : segments)
            others.push_back(other.id);
        for (const auto id : others)
            segments.erase(id);
        segments.put(segment);
        std::get<Table<BoundaryFinding>>(tables_).put(strip(8, FlawKind::moved_line));
    }
    const BoundarySegment& segment() const {
        return *std::get<Table<BoundarySegment>>(tables_).find({40});
    }
};

TEST_F(MovedLine, IsSaidToBeRightByADocument) {
    EXPECT_EQ(refusal({{8}, ExceptionReason::other, {}, {}, {}}),
              "model.moved_line_needs_document");
    apply(allow_strip(*atlas(), {{8}, ExceptionReason::other, {}, {3}, {}}).value());
    EXPECT_EQ(findings().find({8}), nullptr);
    EXPECT_TRUE(exceptions().empty());
    EXPECT_EQ(segment().document, Id<Document>{3});
    EXPECT_EQ(segment().state, SegmentState::enacted);
}

TEST_F(MovedLine, IsSettledByWhoeverEntersItsStateAnew) {
    const auto edit = set_segment_state(*atlas(), {{40}, SegmentState::enacted, {3}});
    ASSERT_TRUE(edit);
    apply(edit.value());
    EXPECT_EQ(findings().find({8}), nullptr);
    EXPECT_NE(findings().find({4}), nullptr) << "other findings stay";
}

TEST_F(FindingVerbs, AWithdrawnExceptionIsAFindingAgain) {
    apply(allow_strip(*atlas(), {{6}, ExceptionReason::lake, {}, {3}, {}}).value());
    const auto edit = withdraw_exception(*atlas(), {exceptions()[0].id});
    ASSERT_TRUE(edit);
    apply(edit.value());
    EXPECT_TRUE(exceptions().empty());
    const BoundaryFinding& again = findings()[findings().size() - 1];
    EXPECT_EQ(again.kind, FlawKind::gap);
    EXPECT_EQ(again.area_m2, 420);
    EXPECT_TRUE(geo::bounds(*again.geometry).contains(geo::Point{again.longitude, again.latitude}));
    EXPECT_EQ(withdraw_exception(*atlas(), {{9}}).refusal().message.key, "model.unknown_exception");
}

TEST_F(FindingVerbs, AllowingWhatHasGrownReplacesItsException) {
    apply(allow_strip(*atlas(), {{6}, ExceptionReason::lake, {}, {3}, {}}).value());
    BoundaryFinding grown = strip(10, FlawKind::gap);
    grown.area_m2 = 900;
    grown.outgrown = exceptions()[0].id;
    std::get<Table<BoundaryFinding>>(tables_).put(grown);
    apply(allow_strip(*atlas(), {{10}, ExceptionReason::sea, {}, {3}, {}}).value());
    ASSERT_EQ(exceptions().size(), 1u);
    EXPECT_EQ(exceptions()[0].area_m2, 900);
    EXPECT_EQ(exceptions()[0].reason, ExceptionReason::sea);
}

TEST_F(FindingVerbs, AWithdrawnExceptionSetsFreeWhatHadOutgrownIt) {
    apply(allow_strip(*atlas(), {{6}, ExceptionReason::lake, {}, {3}, {}}).value());
    BoundaryFinding grown = strip(10, FlawKind::gap);
    grown.outgrown = exceptions()[0].id;
    std::get<Table<BoundaryFinding>>(tables_).put(grown);
    const std::size_t before = findings().size();
    apply(withdraw_exception(*atlas(), {exceptions()[0].id}).value());
    EXPECT_EQ(findings().size(), before) << "the grown strip stands for the old one";
    EXPECT_FALSE(findings().find({10})->outgrown);
}

TEST_F(FindingVerbs, TheFingerprintTellsKindVillagesAndPlaceApart) {
    const BoundaryFinding one = strip(1, FlawKind::gap);
    BoundaryFinding other = one;
    other.longitude += 1e-7; // a centimetre
    EXPECT_EQ(fingerprint_of(other), fingerprint_of(one));
    other.longitude += 1e-4;
    EXPECT_NE(fingerprint_of(other), fingerprint_of(one));
    EXPECT_NE(fingerprint_of(strip(1, FlawKind::overlap)), fingerprint_of(one));
    other = one;
    other.villages = {{1}, {5}};
    EXPECT_NE(fingerprint_of(other), fingerprint_of(one));
}

TEST_F(FindingVerbs, PointsComeInTheirOrder) {
    TurningPoint point;
    point.segment = {4};
    for (const auto& [id, order] : {std::pair{7, 1}, {2, 3}, {5, 2}}) {
        point.id = {id};
        point.order = order;
        std::get<Table<TurningPoint>>(tables_).put(point);
    }
    const auto snapshot = atlas();
    std::vector<std::int64_t> ids;
    for (const TurningPoint* found : snapshot->points_of({4}))
        ids.push_back(found->id.value);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{7, 5, 2}));
    EXPECT_TRUE(snapshot->points_of({1}).empty());
}

} // namespace

} // namespace antardesa::model
