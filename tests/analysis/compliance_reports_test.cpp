#include "lawful_regency.h"

#include <gmock/gmock.h>

/// Reports of an agreement and the problems that it meets.
namespace antardesa::analysis {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

model::Report report_of(Id<Agreement> agreement) {
    model::Report report;
    report.agreement = agreement;
    report.handed_in = day(2026, 2, 1);
    report.sender = "BKAD Uji";
    report.receiver = "Kepala Desa";
    report.copies = "BPD; Bupati melalui Camat";
    return report;
}

TEST(Compliance, V10WantsTheRightSenderReceiverAndCopies) {
    LawfulRegency regency;
    model::Report report = report_of(regency.agreement_id);
    report.id = regency.put(report);
    EXPECT_THAT(regency.found(), IsEmpty());
    const auto with = [&](auto change) {
        model::Report changed = report;
        change(changed);
        regency.put(changed);
        return regency.found();
    };
    const auto wrong = ElementsAre("V10.alamat");
    EXPECT_THAT(with([](auto& one) { one.sender = "Camat"; }), wrong);
    EXPECT_THAT(with([](auto& one) { one.receiver = "Camat"; }), wrong);
    EXPECT_THAT(with([](auto& one) { one.copies = "BPD"; }), wrong);
    EXPECT_THAT(with([](auto& one) { one.copies = "Bupati"; }), wrong);
    // With a third party it is the Kepala Desa who reports to the BPD.
    EXPECT_THAT(with([&](auto& one) { one.agreement = regency.with_company; }), wrong);
    EXPECT_THAT(with([&](auto& one) {
                    one.agreement = regency.with_company;
                    one.sender = "Kepala Desa";
                    one.receiver = "BPD";
                    one.copies = "Bupati melalui Camat";
                }),
                IsEmpty());
}

TEST(Compliance, V12SettlesAProblemOfAnAgreementByGeography) {
    LawfulRegency regency;
    model::Problem problem;
    problem.agreement = regency.agreement_id;
    problem.facilitator = model::Facilitator::district_head;
    problem.id = regency.put(problem);
    EXPECT_THAT(regency.found(), IsEmpty()) << "both lie in one kecamatan";
    problem.facilitator = model::Facilitator::regent;
    regency.put(problem);
    EXPECT_THAT(regency.found(), ElementsAre("V12.masalah"));
    problem.agreement = regency.with_company;
    regency.put(problem);
    EXPECT_THAT(regency.found(), IsEmpty()) << "with a third party there is no such rule";
}

TEST(Compliance, V10CountsFromTheLastReportElseFromTheStart) {
    LawfulRegency late;
    late.change(late.agreement_id, [](Agreement& one) { one.last_report = day(2025, 11, 22); });
    EXPECT_THAT(late.found(), ElementsAre("V10.laporan"));
    late.change(late.agreement_id, [](Agreement& one) { one.last_report = day(2025, 11, 23); });
    EXPECT_THAT(late.found(), IsEmpty()) << "due today is not overdue";
    late.change(late.agreement_id, [](Agreement& one) { one.last_report.reset(); });
    EXPECT_THAT(late.found(), ElementsAre("V10.laporan"));
    late.put(report_of(late.agreement_id));
    EXPECT_THAT(late.found(), IsEmpty()) << "handed in";
    late.change(late.agreement_id, [](Agreement& one) { one.report_months = 6; });
    EXPECT_THAT(late.found(), ElementsAre("V10.laporan")) << "the agreement's own interval";
}

} // namespace
} // namespace antardesa::analysis
