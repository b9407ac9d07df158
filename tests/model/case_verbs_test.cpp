#include "model/case_verbs.h"
#include "sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Date today = Date{std::chrono::year{2026} / 11 / 26};

/// A case between two villages, with a berita acara (2) and a Perbup (1) among the documents.
std::shared_ptr<const Atlas> with_case(DisputeState state, std::int64_t first,
                                       std::int64_t second) {
    TableSet tables = sample_tables();
    Document minutes;
    minutes.id = {2};
    minutes.kind = "berita_acara";
    minutes.number = "7/BA/2026";
    minutes.title = "Kesepakatan batas";
    minutes.date = today;
    std::get<Table<Document>>(tables).put(minutes);
    BoundaryDispute dispute = *std::get<Table<BoundaryDispute>>(tables).find({2});
    dispute.first = {first};
    dispute.second = {second};
    dispute.state = state;
    std::get<Table<BoundaryDispute>>(tables).put(dispute);
    return sample_atlas(std::move(tables));
}

std::vector<DisputeState> next(DisputeState state, std::int64_t first, std::int64_t second) {
    const auto atlas = with_case(state, first, second);
    return next_states(atlas->tables(), *atlas->find(Id<BoundaryDispute>{2}));
}

std::string step(DisputeState from, DisputeState to, std::int64_t document,
                 std::optional<Date> on = {}) {
    const auto atlas = with_case(from, 1, 2);
    const auto edit = advance_dispute(*atlas, {{2}, to, {document}, on});
    return edit ? "" : edit.refusal().message.key;
}

TEST(NextStates, BeginWithWhoFacilitatesByGeography) {
    using enum DisputeState;
    EXPECT_THAT(next(reported, 1, 2), ElementsAre(district_facilitation));
    EXPECT_THAT(next(reported, 2, 5), ElementsAre(regency_facilitation));
    EXPECT_THAT(next(reported, 5, 9), ElementsAre(handed_over));
    EXPECT_THAT(next(reported, 5, 77),
                ElementsAre(district_facilitation, regency_facilitation, handed_over))
        << "an unknown village lies nowhere";
}

TEST(NextStates, AskWhoFacilitatesForEveryVillageOnTheCasesLines) {
    using enum DisputeState;
    TableSet tables = with_case(reported, 1, 2)->tables();
    const auto beginning = [&] {
        return next_states(tables, *std::get<Table<BoundaryDispute>>(tables).find({2}));
    };
    EXPECT_THAT(beginning(), ElementsAre(district_facilitation));
    CaseSegment further;
    further.id = {1};
    further.dispute = {2};
    further.segment = {4}; // Sidomulyo – Sukamaju: another kecamatan
    std::get<Table<CaseSegment>>(tables).put(further);
    EXPECT_THAT(beginning(), ElementsAre(regency_facilitation));
    EXPECT_EQ(facilitator_of(tables, *std::get<Table<BoundaryDispute>>(tables).find({2})),
              Facilitator::regent);
}

TEST(AdvanceDispute, OpensALineThatAPerbupFixedByAnotherOneOnly) {
    using enum DisputeState;
    const auto opened = [](std::int64_t document) {
        TableSet tables = with_case(reported, 1, 2)->tables();
        const Id<BoundarySegment> line =
            std::get<Table<BoundaryDispute>>(tables).find({2})->segment;
        BoundarySegment fixed = *std::get<Table<BoundarySegment>>(tables).find(line);
        fixed.state = SegmentState::enacted;
        fixed.document = {};
        std::get<Table<BoundarySegment>>(tables).put(fixed);
        const auto atlas = sample_atlas(std::move(tables));
        const auto edit = advance_dispute(*atlas, {{2}, district_facilitation, {document}, today});
        EXPECT_TRUE(edit);
        return edit && std::any_of(edit.value().writes.begin(), edit.value().writes.end(),
                                   [](const RowWrite& write) {
                                       const auto* put = std::get_if<Put<BoundarySegment>>(&write);
                                       return put && put->row.state == SegmentState::disputed;
                                   });
    };
    EXPECT_TRUE(opened(1)) << "a Perbup";
    EXPECT_FALSE(opened(2)) << "a berita acara undoes no Perbup";
    EXPECT_FALSE(opened(0));
}

TEST(NextStates, HaveExactlyTheLawfulEndings) {
    using enum DisputeState;
    EXPECT_THAT(next(district_facilitation, 1, 2), ElementsAre(agreed, not_agreed));
    EXPECT_THAT(next(not_agreed, 1, 2), ElementsAre(regent_decision, district_facilitation));
    EXPECT_THAT(next(regent_decision, 2, 5), ElementsAre(enacted, regency_facilitation));
    EXPECT_THAT(next(agreed, 1, 2), ElementsAre(enacted, district_facilitation));
    EXPECT_THAT(next(enacted, 1, 2), ElementsAre(district_facilitation));
    EXPECT_THAT(next(handed_over, 5, 9), IsEmpty());
    for (const DisputeState state : {district_facilitation, regency_facilitation, agreed, enacted})
        EXPECT_THAT(next(state, 5, 9), ElementsAre(handed_over)) << "villages settle nothing there";
}

TEST(AdvanceDispute, TakesOnlyLawfulSteps) {
    using enum DisputeState;
    EXPECT_EQ(step(reported, district_facilitation, 0, today), "");
    EXPECT_EQ(step(reported, regency_facilitation, 0), "model.case.no_step")
        << "there is no escalation from the camat to the bupati";
    EXPECT_EQ(step(district_facilitation, regency_facilitation, 0), "model.case.no_step");
    EXPECT_EQ(step(district_facilitation, enacted, 1), "model.case.no_step");
    EXPECT_EQ(step(district_facilitation, not_agreed, 0), "");
    EXPECT_EQ(step(not_agreed, agreed, 2), "model.case.no_step");
}

TEST(AdvanceDispute, TakesTheSegmentAlong) {
    using enum DisputeState;
    const auto after = [](DisputeState from, DisputeState to,
                          std::int64_t document) -> std::optional<BoundarySegment> {
        const auto atlas = with_case(from, 1, 2);
        const auto edit = advance_dispute(*atlas, {{2}, to, {document}, {}});
        if (edit)
            for (const RowWrite& write : edit.value().writes)
                if (const auto* put = std::get_if<Put<BoundarySegment>>(&write))
                    return put->row;
        return std::nullopt;
    };
    const auto decided = after(regent_decision, enacted, 1);
    ASSERT_TRUE(decided);
    EXPECT_EQ(decided->state, SegmentState::enacted);
    EXPECT_EQ(decided->document.value, 1);
    const auto agreed_line = after(district_facilitation, agreed, 2);
    ASSERT_TRUE(agreed_line);
    EXPECT_EQ(agreed_line->state, SegmentState::agreed);
    const auto reopened = after(enacted, district_facilitation, 1);
    ASSERT_TRUE(reopened);
    EXPECT_EQ(reopened->state, SegmentState::disputed);
    EXPECT_FALSE(after(enacted, district_facilitation, 2)) << "a berita acara undoes no Perbup";
    EXPECT_FALSE(after(district_facilitation, not_agreed, 0)) << "the line stays disputed";
}

TEST(AdvanceDispute, WaitsForTheLocalStep) {
    using enum DisputeState;
    TableSet tables = with_case(district_facilitation, 1, 2)->tables();
    LocalStep step;
    step.id = {1};
    step.name = "Musyawarah adat";
    step.after = district_facilitation;
    std::get<Table<LocalStep>>(tables).put(step);
    const auto ends = [&](DisputeState to) {
        const auto atlas = sample_atlas(TableSet(tables));
        const auto edit = advance_dispute(*atlas, {{2}, to, {}, {}});
        return edit ? "" : edit.refusal().message.key;
    };
    EXPECT_EQ(ends(not_agreed), "model.case.local_step");
    EXPECT_THAT(next_states(tables, *std::get<Table<BoundaryDispute>>(tables).find({2})),
                IsEmpty());
    Meeting meeting;
    meeting.id = {900};
    meeting.dispute = {2};
    meeting.step = {1};
    std::get<Table<Meeting>>(tables).put(meeting);
    EXPECT_EQ(ends(not_agreed), "model.case.local_step") << "one without a day was not held";
    meeting.date = today;
    std::get<Table<Meeting>>(tables).put(meeting);
    EXPECT_EQ(ends(not_agreed), "");
}

TEST(AdvanceDispute, TakesEverySegmentOfTheCaseAlong) {
    using enum DisputeState;
    TableSet tables = with_case(regent_decision, 1, 2)->tables();
    CaseSegment further;
    further.id = {1};
    further.dispute = {2};
    further.segment = {1};
    std::get<Table<CaseSegment>>(tables).put(further);
    const auto atlas = sample_atlas(std::move(tables));
    const auto edit = advance_dispute(*atlas, {{2}, enacted, {1}, {}});
    ASSERT_TRUE(edit);
    std::vector<std::int64_t> moved;
    for (const RowWrite& write : edit.value().writes)
        if (const auto* put = std::get_if<Put<BoundarySegment>>(&write)) {
            EXPECT_EQ(put->row.state, SegmentState::enacted);
            moved.push_back(put->row.id.value);
        }
    EXPECT_THAT(moved, ElementsAre(4, 1));
}

TEST(AdvanceDispute, AsksForThePaperThatEndsACase) {
    using enum DisputeState;
    EXPECT_EQ(step(district_facilitation, agreed, 0), "model.case.needs_minutes");
    EXPECT_EQ(step(district_facilitation, agreed, 1), "model.case.needs_minutes")
        << "a Perbup is no berita acara";
    EXPECT_EQ(step(district_facilitation, agreed, 2), "");
    EXPECT_EQ(step(regent_decision, enacted, 2), "model.case.needs_regulation");
    EXPECT_EQ(step(regent_decision, enacted, 1), "");
    EXPECT_EQ(step(district_facilitation, agreed, 99), "model.unknown_document");
}

TEST(AdvanceDispute, ReopensWithADocumentAndForgetsTheOutcome) {
    using enum DisputeState;
    EXPECT_EQ(step(agreed, district_facilitation, 0), "model.case.reopening");
    const auto atlas = with_case(agreed, 1, 2);
    const auto edit = advance_dispute(*atlas, {{2}, district_facilitation, {2}, today});
    ASSERT_TRUE(edit);
    EXPECT_EQ(edit.value().document.value, 2);
    const auto& row = std::get<Put<BoundaryDispute>>(edit.value().writes[0]).row;
    EXPECT_FALSE(row.outcome);
    EXPECT_EQ(row.facilitation_start, today) << "the six months run anew";
}

TEST(AdvanceDispute, TakesNoOtherPerbupWithoutReopening) {
    using enum DisputeState;
    TableSet tables = with_case(enacted, 1, 2)->tables();
    BoundaryDispute row = *std::get<Table<BoundaryDispute>>(tables).find({2});
    row.outcome = {1};
    std::get<Table<BoundaryDispute>>(tables).put(row);
    Document other = *std::get<Table<Document>>(tables).find({1});
    other.id = {9};
    other.number = "99/2026";
    std::get<Table<Document>>(tables).put(other);
    Progress progress;
    const auto atlas = Atlas::build({}, tables, 1, progress);
    const auto replaced = advance_dispute(*atlas, {{2}, enacted, {9}, today});
    ASSERT_FALSE(replaced);
    EXPECT_EQ(replaced.refusal().message.key, "model.case.reopening");
}

TEST(AdvanceDispute, KeepsTheMinutesOfAFacilitationThatCameToNothing) {
    const auto atlas = with_case(DisputeState::district_facilitation, 1, 2);
    const auto edit = advance_dispute(*atlas, {{2}, DisputeState::not_agreed, {2}, {}});
    ASSERT_TRUE(edit) << debug_text(edit.refusal().message);
    int kept = 0;
    for (const RowWrite& write : edit.value().writes)
        if (const auto* put = std::get_if<Put<Meeting>>(&write)) {
            ++kept;
            EXPECT_EQ(put->row.document.value, 2);
            EXPECT_EQ(put->row.dispute.value, 2);
            EXPECT_EQ(put->row.outcome, MeetingOutcome::refused);
            EXPECT_EQ(put->row.date, today);
        }
    EXPECT_EQ(kept, 1);
}

TEST(UnlawfulStep, LooksAtEveryCaseThatAnEditWrites) {
    const auto atlas = with_case(DisputeState::reported, 1, 2);
    BoundaryDispute row = *atlas->find(Id<BoundaryDispute>{2});
    row.subject = "Letak sungai";
    EXPECT_FALSE(unlawful_step(atlas->tables(), {{}, {Put<BoundaryDispute>{row}}, {}}))
        << "what stays in its state takes no step";
    row.state = DisputeState::enacted;
    const auto refusal = unlawful_step(atlas->tables(), {{}, {Put<BoundaryDispute>{row}}, {}});
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->message.key, "model.case.no_step");
    row.id = {8};
    EXPECT_FALSE(unlawful_step(atlas->tables(), {{}, {Put<BoundaryDispute>{row}}, {}}))
        << "a new row tells what happened before";
}

TEST(AdvanceDispute, TakesNoDateThatCannotBe) {
    using enum DisputeState;
    const auto step_on = [](DisputeState from, DisputeState to, std::int64_t document,
                            std::optional<Date> on, Date now) {
        const auto atlas = with_case(from, 1, 2);
        const auto edit = advance_dispute(*atlas, {{2}, to, {document}, on, now});
        return edit ? "" : edit.refusal().message.key;
    };
    const Date tomorrow = Date{std::chrono::year{2026} / 11 / 27};
    EXPECT_EQ(step_on(reported, district_facilitation, 0, tomorrow, today), "model.case.date");
    EXPECT_EQ(step_on(reported, district_facilitation, 0, today, today), "");
    EXPECT_EQ(step_on(district_facilitation, agreed, 2, {}, today), "");
    const Date before = Date{std::chrono::year{2026} / 1 / 1};
    EXPECT_EQ(step_on(district_facilitation, agreed, 2, {}, before), "model.case.date")
        << "the minutes are of a later day";
    TableSet tables = with_case(agreed, 1, 2)->tables();
    BoundaryDispute row = *std::get<Table<BoundaryDispute>>(tables).find({2});
    row.outcome = {2};
    std::get<Table<BoundaryDispute>>(tables).put(row);
    const auto atlas = sample_atlas(std::move(tables));
    EXPECT_EQ(advance_dispute(*atlas, {{2}, enacted, {1}, {}, today}).refusal().message.key,
              "model.case.date")
        << "the Perbup of 2025 is older than the minutes";
}

TEST(UnlawfulStep, KeepsThePaperThatEndedACase) {
    TableSet tables = with_case(DisputeState::agreed, 1, 2)->tables();
    BoundaryDispute row = *std::get<Table<BoundaryDispute>>(tables).find({2});
    row.outcome = {2};
    std::get<Table<BoundaryDispute>>(tables).put(row);
    row.outcome = {};
    const auto refusal = unlawful_step(tables, {{}, {Put<BoundaryDispute>{row}}, {}});
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->message.key, "model.case.needs_minutes");
}

TEST(UnlawfulStep, KnowsTheDocumentThatTheEditBrings) {
    const auto atlas = with_case(DisputeState::district_facilitation, 1, 2);
    BoundaryDispute row = *atlas->find(Id<BoundaryDispute>{2});
    row.state = DisputeState::agreed;
    row.outcome = {9};
    Document minutes = *atlas->find(Id<Document>{2});
    minutes.id = {9};
    Edit edit{{}, {Put<BoundaryDispute>{row}}, {}};
    EXPECT_TRUE(unlawful_step(atlas->tables(), edit));
    edit.writes.push_back(Put<Document>{minutes});
    EXPECT_FALSE(unlawful_step(atlas->tables(), edit));
}

Proposal drawn(std::int64_t dispute, const std::string& name) {
    Proposal proposal;
    proposal.dispute = {dispute};
    proposal.name = name;
    proposal.line = std::make_shared<const geo::MultiLine>(geo::MultiLine{{{2, 0}, {2, 1}}});
    return proposal;
}

TEST(KeepProposal, GivesLettersInTurnAndRefusesANameTwice) {
    auto atlas = sample_atlas();
    std::vector<std::string> names;
    for (int i = 0; i < 3; ++i) {
        const auto edit = keep_proposal(*atlas, drawn(2, ""));
        ASSERT_TRUE(edit);
        names.push_back(std::get<Put<Proposal>>(edit.value().writes[0]).row.name);
        atlas = sample_atlas(applied(atlas->tables(), edit.value()));
    }
    EXPECT_THAT(names, ElementsAre("A", "B", "C"));
    EXPECT_EQ(proposals_of(*atlas, {2}).size(), 3u);
    EXPECT_EQ(keep_proposal(*atlas, drawn(2, "B")).refusal().message.key, "model.case.name_taken");
    EXPECT_EQ(keep_proposal(*atlas, drawn(3, "")).refusal().message.key, "model.unknown_dispute");
    Proposal bare = drawn(2, "");
    bare.line = nullptr;
    EXPECT_EQ(keep_proposal(*atlas, bare).refusal().message.key, "model.case.no_line");
}

TEST(DropProposal, TakesOneAway) {
    const auto kept = keep_proposal(*sample_atlas(), drawn(2, "Usulan"));
    ASSERT_TRUE(kept);
    const auto atlas = sample_atlas(applied(sample_tables(), kept.value()));
    const auto edit = drop_proposal(*atlas, {1});
    ASSERT_TRUE(edit);
    EXPECT_THAT(proposals_of(*sample_atlas(applied(atlas->tables(), edit.value())), {2}),
                IsEmpty());
    EXPECT_EQ(drop_proposal(*atlas, {7}).refusal().message.key, "model.case.no_proposal");
}

} // namespace
} // namespace antardesa::model
