#include "case_paper.h"

#include <gmock/gmock.h>

namespace antardesa::workspace {
namespace {

using ::testing::AllOf;
using testing::CasePaper;
using ::testing::HasSubstr;
using ::testing::Not;

Date november(unsigned day) {
    return std::chrono::year{2025} / 11 / day;
}

/// A case that has been agreed, refused or opened again, in November 2025.
class CaseRounds : public CasePaper {
  protected:
    Id<model::Document> paper(const char* kind, const char* number, unsigned day) {
        model::Document row;
        row.kind = kind;
        row.number = number;
        row.date = november(day);
        return regency_.put(row);
    }
    void meet(unsigned day, model::MeetingOutcome outcome, Id<model::Document> minutes = {},
              const char* place = "") {
        model::Meeting row;
        row.dispute = dispute_;
        row.kind = model::MeetingKind::dispute;
        row.date = november(day);
        row.outcome = outcome;
        row.document = minutes;
        row.place = place;
        regency_.put(row);
    }
    void sign(const char* name, const char* number, std::optional<Date> day) {
        model::Signatory row;
        row.dispute = dispute_;
        row.role = model::SignatoryRole::village_head;
        row.village = west_;
        row.name = name;
        row.paper_number = number;
        row.signed_on = day;
        regency_.put(row);
    }
    void bring_to(model::DisputeState state, unsigned start, Id<model::Document> outcome = {}) {
        model::BoundaryDispute row = row_;
        row.id = dispute_;
        row.state = state;
        row.facilitation_start = november(start);
        row.outcome = outcome;
        put(row);
    }
};

TEST_F(CaseRounds, WhatAPerbupEndedAfterARefusalWasNotAgreed) {
    meet(10, model::MeetingOutcome::agreed);
    meet(16, model::MeetingOutcome::refused, paper("berita_acara", "4/BA/2025", 16));
    bring_to(model::DisputeState::enacted, 3, paper("perbup", "13/2025", 20));
    EXPECT_THAT(said(PaperKind::minutes),
                AllOf(HasSubstr("BERITA ACARA KETIDAKSEPAKATAN BATAS DESA"), HasSubstr("4/BA/2025"),
                      Not(HasSubstr("Para pihak sepakat"))));
}

TEST_F(CaseRounds, WhatAPerbupEndedAfterAnAgreementWasAgreed) {
    meet(10, model::MeetingOutcome::refused);
    meet(16, model::MeetingOutcome::agreed, paper("berita_acara", "4/BA/2025", 16));
    bring_to(model::DisputeState::enacted, 3, paper("perbup", "13/2025", 16));
    EXPECT_THAT(said(PaperKind::minutes),
                AllOf(HasSubstr("BERITA ACARA KESEPAKATAN BATAS DESA"), Not(HasSubstr("13/2025"))))
        << "the Perbup of the same day rests on it, not the other way round";
}

TEST_F(CaseRounds, AnAgreementBeforeTheCaseWasOpenedAgainDoesNotCount) {
    meet(5, model::MeetingOutcome::agreed, paper("berita_acara", "1/BA/2025", 5));
    meet(16, model::MeetingOutcome::refused, paper("berita_acara", "44/BA/2025", 16));
    bring_to(model::DisputeState::enacted, 12, paper("perbup", "13/2025", 20));
    EXPECT_THAT(said(PaperKind::minutes),
                AllOf(HasSubstr("KETIDAKSEPAKATAN"), HasSubstr("44/BA/2025")));
}

TEST_F(CaseRounds, OpenedAgainTheMinutesAreNotThoseOfTheRoundBefore) {
    meet(5, model::MeetingOutcome::agreed, paper("berita_acara", "1/BA/2025", 5), "Balai Lama");
    sign("", "140/12/2025", {});
    bring_to(model::DisputeState::district_facilitation, 12);
    EXPECT_THAT(said(PaperKind::minutes),
                AllOf(Not(HasSubstr("Balai Lama")), Not(HasSubstr("140/12/2025")),
                      HasSubstr("fasilitasi dimulai 12 November 2025")));
    meet(13, model::MeetingOutcome::none, {}, "Balai Baru");
    EXPECT_THAT(said(PaperKind::minutes), HasSubstr("Balai Baru"));
}

TEST_F(CaseRounds, WhatTheVillagesDiscussedBeforeTheFirstFacilitationIsPartOfTheCase) {
    meet(5, model::MeetingOutcome::none, {}, "Balai Lama");
    bring_to(model::DisputeState::district_facilitation, 12);
    EXPECT_THAT(said(PaperKind::minutes), HasSubstr("Balai Lama"));
}

TEST_F(CaseRounds, TheHeadIsNamedThoughARowWithTheNumberAloneStandsBeforeIt) {
    sign("", "140/12/2025", {});
    sign("Hj. Siti", "", november(16));
    meet(16, model::MeetingOutcome::agreed);
    bring_to(model::DisputeState::agreed, 3, paper("berita_acara", "4/BA/2025", 16));
    EXPECT_THAT(said(PaperKind::minutes), AllOf(HasSubstr("140/12/2025"), HasSubstr("Hj. Siti")));
}

TEST_F(CaseRounds, OfTwoHeadsTheOneOfThisFacilitationSigns) {
    sign("Pak Lama", "", november(5));
    sign("Bu Baru", "", november(16));
    bring_to(model::DisputeState::district_facilitation, 12);
    EXPECT_THAT(said(PaperKind::minutes), AllOf(HasSubstr("Bu Baru"), Not(HasSubstr("Pak Lama"))));
}

} // namespace
} // namespace antardesa::workspace
