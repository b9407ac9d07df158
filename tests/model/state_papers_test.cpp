#include "model/state_papers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::model {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date day(int year, unsigned month, unsigned number) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{number}};
}

Document paper(std::string kind) {
    Document document;
    document.kind = std::move(kind);
    document.number = "12/2025";
    document.title = "Batas Desa Satu dengan Desa Dua";
    document.date = day(2025, 3, 4);
    return document;
}

TEST(StatePapers, EachStateIsCarriedByItsOwnKind) {
    const Document minutes = paper("Berita Acara");
    const Document verified = paper("skvt");
    const Document decree = paper("perbup");
    EXPECT_THAT(paper_faults(SegmentState::agreed, &minutes), IsEmpty());
    EXPECT_THAT(paper_faults(SegmentState::technical_verification, &verified), IsEmpty());
    EXPECT_THAT(paper_faults(SegmentState::enacted, &decree), IsEmpty());
    EXPECT_THAT(paper_faults(SegmentState::enacted, &minutes), ElementsAre(PaperFault::wrong_kind));
    EXPECT_THAT(paper_faults(SegmentState::agreed, &decree), ElementsAre(PaperFault::wrong_kind));
    EXPECT_THAT(paper_faults(SegmentState::agreed, nullptr), ElementsAre(PaperFault::missing));
}

TEST(StatePapers, StatesBeforeAnAgreementNeedNone) {
    for (const SegmentState state : {SegmentState::untraced, SegmentState::documents,
                                     SegmentState::tracing, SegmentState::disputed}) {
        EXPECT_EQ(paper_of(state), nullptr);
        EXPECT_THAT(paper_faults(state, nullptr), IsEmpty());
        const Document any = paper("peta");
        EXPECT_THAT(paper_faults(state, &any), IsEmpty());
    }
}

TEST(StatePapers, APaperHasNumberDateAndTitleAndIsNotOfTomorrow) {
    Document document = paper("perbup");
    document.number = " ";
    document.title.clear();
    document.date.reset();
    EXPECT_THAT(paper_faults(SegmentState::enacted, &document),
                ElementsAre(PaperFault::no_number, PaperFault::no_date, PaperFault::no_title));
    document = paper("perbup");
    EXPECT_THAT(paper_faults(SegmentState::enacted, &document, day(2025, 3, 3)),
                ElementsAre(PaperFault::future));
    EXPECT_THAT(paper_faults(SegmentState::enacted, &document, day(2025, 3, 4)), IsEmpty());
}

} // namespace
} // namespace antardesa::model
