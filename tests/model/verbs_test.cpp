#include "model/verbs.h"

#include "model/sample.h"

#include <gtest/gtest.h>

namespace antardesa::model {

namespace {

const Date today{std::chrono::year{2026} / 11 / 23};

template<class Row>
const Row& written(const Edit& edit, std::size_t index) {
    return std::get<Put<Row>>(edit.writes.at(index)).row;
}

std::string refusal_key(const Result<Edit>& result) {
    return result ? "accepted" : result.refusal().message.key;
}

TEST(SetSegmentState, WritesTheStateAndItsDocument) {
    const auto atlas = sample_atlas();
    const auto edit = set_segment_state(*atlas, {{1}, SegmentState::enacted, {1}});
    ASSERT_TRUE(edit);
    const auto& row = written<BoundarySegment>(edit.value(), 0);
    EXPECT_EQ(row.state, SegmentState::enacted);
    EXPECT_EQ(row.document.value, 1);
    EXPECT_EQ(row.geometry, atlas->find(Id<BoundarySegment>{1})->geometry);
    EXPECT_EQ(edit.value().document.value, 1);
    EXPECT_EQ(edit.value().name,
              (Message{"edit.set_segment_state", {"Mekarsari", "Sidomulyo", "perbup"}}));
}

TEST(SetSegmentState, RefusesWhatTheLawDoesNotAllow) {
    const auto atlas = sample_atlas();
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{77}, SegmentState::agreed, {}})),
              "model.unknown_segment");
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::enacted, {}})),
              "model.paper.missing.perbup");
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::agreed, {8}})),
              "model.unknown_document");
    TableSet tables = sample_tables();
    auto enacted = *std::get<Table<BoundarySegment>>(tables).find({1});
    enacted.state = SegmentState::enacted;
    std::get<Table<BoundarySegment>>(tables).put(enacted);
    EXPECT_EQ(
        refusal_key(set_segment_state(*sample_atlas(tables), {{1}, SegmentState::disputed, {}})),
        "model.segment_enacted");
    enacted.document = {1};
    std::get<Table<BoundarySegment>>(tables).put(enacted);
    const auto by_perbup = sample_atlas(std::move(tables));
    EXPECT_EQ(refusal_key(set_segment_state(*by_perbup, {{1}, SegmentState::disputed, {1}})),
              "model.segment_enacted")
        << "the Perbup itself does not open its line";
    Document minutes;
    minutes.id = {2};
    minutes.kind = "berita_acara";
    minutes.number = "7/BA";
    minutes.title = "Kesepakatan";
    minutes.date = today;
    TableSet more = by_perbup->tables();
    std::get<Table<Document>>(more).put(minutes);
    EXPECT_EQ(
        refusal_key(set_segment_state(*sample_atlas(more), {{1}, SegmentState::disputed, {2}})),
        "model.segment_enacted")
        << "a berita acara undoes no Perbup";
    minutes.kind = "putusan";
    std::get<Table<Document>>(more).put(minutes);
    EXPECT_TRUE(set_segment_state(*sample_atlas(more), {{1}, SegmentState::disputed, {2}}));
    EXPECT_TRUE(set_segment_state(*by_perbup, {{1}, SegmentState::enacted, {}}))
        << "what stays as it is needs no document";
}

/// The sample with papers of all kinds: 2 berita acara, 3 verification, 4 a later Perbup.
TableSet with_papers() {
    TableSet tables = sample_tables();
    const auto put = [&](std::int64_t id, std::string kind, int month) {
        Document paper;
        paper.id = {id};
        paper.kind = std::move(kind);
        paper.number = std::to_string(id) + "/2026";
        paper.title = "Batas desa";
        paper.date = Date{std::chrono::year{2026} / month / 10};
        std::get<Table<Document>>(tables).put(paper);
    };
    put(2, "berita_acara", 3);
    put(3, "verifikasi_teknis", 5);
    put(4, "perbup", 7);
    return tables;
}

std::shared_ptr<const Atlas> after(const Atlas& atlas, const Result<Edit>& edit) {
    return sample_atlas(applied(atlas.tables(), edit.value()));
}

TEST(SetSegmentState, EachStageRestsOnItsOwnPaperInTheOrderOfTheirDates) {
    auto atlas = sample_atlas(with_papers());
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::agreed, {}})),
              "model.paper.missing.sepakat");
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::agreed, {1}})),
              "model.paper.wrong_kind.sepakat");
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::enacted, {2}})),
              "model.paper.wrong_kind.perbup");
    const auto agreed = set_segment_state(*atlas, {{1}, SegmentState::agreed, {2}, today});
    ASSERT_TRUE(agreed);
    atlas = after(*atlas, agreed);
    EXPECT_EQ(
        refusal_key(set_segment_state(*atlas, {{1}, SegmentState::technical_verification, {}})),
        "model.paper.missing.verifikasi_teknis")
        << "a berita acara verifies nothing";
    EXPECT_EQ(refusal_key(set_segment_state(*atlas, {{1}, SegmentState::enacted, {1}})),
              "model.paper.before_earlier")
        << "a Perbup of 2025 enacts no agreement of 2026";
    EXPECT_EQ(
        refusal_key(set_segment_state(
            *atlas, {{1}, SegmentState::enacted, {4}, Date{std::chrono::year{2026} / 7 / 9}})),
        "model.paper.future");
    const auto verified =
        set_segment_state(*atlas, {{1}, SegmentState::technical_verification, {3}, today});
    ASSERT_TRUE(verified);
    atlas = after(*atlas, verified);
    EXPECT_TRUE(set_segment_state(*atlas, {{1}, SegmentState::enacted, {4}, today}));
}

TEST(SetSegmentState, APaperCarriesNoStateButItsOwn) {
    auto atlas = sample_atlas(with_papers());
    atlas = after(*atlas, set_segment_state(*atlas, {{1}, SegmentState::agreed, {2}}));
    for (const SegmentState back :
         {SegmentState::untraced, SegmentState::tracing, SegmentState::disputed}) {
        const auto edit = set_segment_state(*atlas, {{1}, back, {}});
        ASSERT_TRUE(edit);
        EXPECT_FALSE(written<BoundarySegment>(edit.value(), 0).document);
    }
    EXPECT_TRUE(std::get<Table<Document>>(atlas->tables()).find({2})) << "the project keeps it";
    const auto map = set_segment_state(*atlas, {{4}, SegmentState::documents, {1}});
    ASSERT_TRUE(map) << "any paper is evidence";
    atlas = after(*atlas, map);
    const auto traced = set_segment_state(*atlas, {{4}, SegmentState::tracing, {}});
    ASSERT_TRUE(traced);
    EXPECT_EQ(written<BoundarySegment>(traced.value(), 0).document.value, 1)
        << "and stays so while the work goes on";
    const auto disputed = report_dispute(*atlas, {{4}, "", "", today});
    ASSERT_TRUE(disputed);
    EXPECT_FALSE(written<BoundarySegment>(disputed.value(), 1).document);
}

TEST(SetSegmentCharacter, IsAnEditOfItsOwn) {
    const auto atlas = sample_atlas();
    const auto edit = set_segment_character(*atlas, {{1}, LineCharacter::natural});
    ASSERT_TRUE(edit);
    EXPECT_EQ(written<BoundarySegment>(edit.value(), 0).character, LineCharacter::natural);
    EXPECT_EQ(refusal_key(set_segment_character(*atlas, {{1}, LineCharacter::none})),
              "model.character_is_so");
    EXPECT_EQ(refusal_key(set_segment_character(*atlas, {{77}, LineCharacter::natural})),
              "model.unknown_segment");
}

TEST(SetSegmentWorkflow, IsAnEditOfItsOwn) {
    const auto atlas = sample_atlas();
    const auto edit = set_segment_workflow(*atlas, {{1}, BoundaryWorkflow::demarcation});
    ASSERT_TRUE(edit);
    EXPECT_EQ(written<BoundarySegment>(edit.value(), 0).workflow, BoundaryWorkflow::demarcation);
    EXPECT_EQ(refusal_key(set_segment_workflow(*atlas, {{1}, BoundaryWorkflow::none})),
              "model.workflow_is_so");
}

TEST(NewAgreement, WritesTheAgreementAndEachPartyOnce) {
    const auto atlas = sample_atlas();
    NewAgreement request;
    request.agreement.title = "Jalan usaha tani";
    request.villages = {{5}, {1}, {5}};
    request.third_parties = {{1}};
    const auto edit = new_agreement(*atlas, request);
    ASSERT_TRUE(edit);
    ASSERT_EQ(edit.value().writes.size(), 4u);
    EXPECT_EQ(written<Agreement>(edit.value(), 0).id.value, 4);
    const auto& last = written<AgreementParty>(edit.value(), 3);
    EXPECT_EQ(last.id.value, 9) << "after the six parties there are";
    EXPECT_EQ(last.third_party.value, 1);
    EXPECT_FALSE(last.village);
    const auto after = sample_atlas(applied(atlas->tables(), edit.value()));
    EXPECT_EQ(after->agreements_of({5}).size(), 2u);
    EXPECT_EQ(after->parties({4}).size(), 3u);
}

TEST(NewAgreement, RefusesTooFewAndUnknownParties) {
    const auto atlas = sample_atlas();
    const auto with = [&](std::vector<Id<Village>> villages, std::vector<Id<ThirdParty>> others) {
        return refusal_key(new_agreement(*atlas, {{}, std::move(villages), std::move(others)}));
    };
    EXPECT_EQ(with({{1}}, {}), "model.too_few_parties");
    EXPECT_EQ(with({{1}, {1}}, {}), "model.too_few_parties");
    EXPECT_EQ(with({{1}, {88}}, {}), "model.unknown_village");
    EXPECT_EQ(with({{1}}, {{88}}), "model.unknown_third_party");
    EXPECT_EQ(with({{1}}, {{1}}), "accepted");
}

TEST(SetAgreementStage, MovesOnAndEndsWithAReason) {
    const auto atlas = sample_atlas();
    const auto moved = set_agreement_stage(*atlas, {{1}, Stage::execution, EndReason::agreed});
    ASSERT_TRUE(moved);
    EXPECT_EQ(written<Agreement>(moved.value(), 0).stage, Stage::execution);
    EXPECT_EQ(written<Agreement>(moved.value(), 0).end_reason, EndReason::none);
    EXPECT_EQ(refusal_key(set_agreement_stage(*atlas, {{1}, Stage::ended, EndReason::none})),
              "model.end_reason_needed");
    EXPECT_EQ(refusal_key(set_agreement_stage(*atlas, {{8}, Stage::offer, {}})),
              "model.unknown_agreement");
    const auto ended = set_agreement_stage(*atlas, {{1}, Stage::ended, EndReason::goal_reached});
    ASSERT_TRUE(ended);
    const auto after = sample_atlas(applied(atlas->tables(), ended.value()));
    EXPECT_EQ(refusal_key(set_agreement_stage(*after, {{1}, Stage::execution, {}})),
              "model.agreement_ended");
}

TEST(ReportDispute, NamesTheFacilitatorByGeography) {
    const auto atlas = sample_atlas();
    EXPECT_EQ(facilitator_for(*atlas, {1}, {2}), Facilitator::district_head);
    EXPECT_EQ(facilitator_for(*atlas, {2}, {5}), Facilitator::regent);
    EXPECT_EQ(facilitator_for(*atlas, {5}, {9}), Facilitator::outside_village_law);
    EXPECT_EQ(facilitator_for(*atlas, {5}, {88}), Facilitator::none);
}

TEST(ReportDispute, WritesTheCaseAndMarksTheSegment) {
    const auto atlas = sample_atlas();
    const auto edit = report_dispute(*atlas, {{1}, "01/2026", "Letak sungai", today});
    ASSERT_TRUE(edit);
    ASSERT_EQ(edit.value().writes.size(), 2u);
    const auto& dispute = written<BoundaryDispute>(edit.value(), 0);
    EXPECT_EQ(dispute.id.value, 3);
    EXPECT_EQ(dispute.facilitator, Facilitator::district_head);
    EXPECT_EQ(dispute.reported, today);
    EXPECT_EQ(written<BoundarySegment>(edit.value(), 1).state, SegmentState::disputed);
}

TEST(ReportDispute, LeavesAnEnactedLineDefinitive) {
    TableSet tables = sample_tables();
    auto enacted = *std::get<Table<BoundarySegment>>(tables).find({1});
    enacted.state = SegmentState::enacted;
    std::get<Table<BoundarySegment>>(tables).put(enacted);
    const auto edit = report_dispute(*sample_atlas(std::move(tables)), {{1}, "", "", today});
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit.value().writes.size(), 1u);
}

TEST(ReportDispute, RefusesWhereNoLineIsShared) {
    TableSet tables = sample_tables();
    auto lineless = *std::get<Table<BoundarySegment>>(tables).find({1});
    lineless.geometry = nullptr;
    std::get<Table<BoundarySegment>>(tables).put(lineless);
    const auto atlas = sample_atlas(std::move(tables));
    EXPECT_EQ(refusal_key(report_dispute(*atlas, {{1}, "", "", today})),
              "model.villages_do_not_touch");
    EXPECT_EQ(refusal_key(report_dispute(*atlas, {{70}, "", "", today})), "model.unknown_segment");
}

TEST(ChangeVillage, ChangesOnlyWhatIsGiven) {
    const auto atlas = sample_atlas();
    ChangeVillage request;
    request.village = {5};
    request.code = "99.01.02.2099";
    request.official_area_ha = 312.5;
    const auto edit = change_village(*atlas, request);
    ASSERT_TRUE(edit);
    const auto& row = written<Village>(edit.value(), 0);
    EXPECT_EQ(row.name, "Sukamaju");
    EXPECT_EQ(row.code, "99.01.02.2099");
    EXPECT_EQ(row.official_area_ha, 312.5);
    EXPECT_EQ(row.kind, VillageKind::village);
    EXPECT_FALSE(touches_coverage(atlas->tables(), edit.value()));
}

TEST(ChangeVillage, RefusesAnUnknownVillageAndAnEmptyName) {
    const auto atlas = sample_atlas();
    ChangeVillage request;
    request.village = {50};
    EXPECT_EQ(refusal_key(change_village(*atlas, request)), "model.unknown_village");
    request.village = {5};
    request.name = "";
    EXPECT_EQ(refusal_key(change_village(*atlas, request)), "model.village_needs_name");
}

} // namespace

} // namespace antardesa::model
