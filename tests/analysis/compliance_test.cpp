#include "analysis/compliance.h"

#include "lawful_regency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace antardesa::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Compliance, ALawfulRegisterGivesNoFinding) {
    EXPECT_THAT(LawfulRegency().found(), IsEmpty());
}

TEST(Compliance, V01WantsTwoVillagesAndNoKelurahan) {
    LawfulRegency alone;
    alone.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
        if (party.village == alone.south_east)
            party.village = alone.south_west;
    });
    EXPECT_THAT(alone.found(), ElementsAre("V01.pihak"));
    LawfulRegency urban;
    urban.change(urban.south_east,
                 [](model::Village& village) { village.kind = model::VillageKind::urban_village; });
    EXPECT_THAT(urban.found(), ElementsAre("V01.kelurahan"));
}

TEST(Compliance, V02NamesVillagesOfAnotherKabupaten) {
    LawfulRegency regency;
    model::AgreementParty outside;
    outside.agreement = regency.agreement_id;
    outside.outside_village = "Ranupani";
    const auto id = regency.put(outside);
    EXPECT_THAT(regency.found(), ElementsAre("V02.luar_kabupaten"));
    regency.change_all<model::Village>([](model::Village& village) {
        village.code = "99.01.01.200" + std::to_string(village.id.value);
    });
    regency.change(id, [](model::AgreementParty& party) { party.outside_code = "99.01.07.2001"; });
    EXPECT_THAT(regency.found(), IsEmpty()) << "of this kabupaten, though not in the project";
}

TEST(Compliance, V02SeesTwoKabupatenOfOneProject) {
    LawfulRegency regency;
    regency.change(regency.south_west, [](model::Village& one) { one.code = "99.01.01.2001"; });
    regency.change(regency.south_east, [](model::Village& one) { one.code = "99.02.01.2001"; });
    EXPECT_THAT(regency.found(), ElementsAre("V02.luar_kabupaten"));
}

TEST(Compliance, V01KnowsAKelurahanThatTheProjectLacksByItsCode) {
    LawfulRegency regency;
    model::AgreementParty outside;
    outside.agreement = regency.with_company;
    outside.outside_village = "Kota Lama";
    outside.outside_code = "99.01.07.1001";
    regency.put(outside);
    EXPECT_THAT(regency.found(), ElementsAre("V01.kelurahan"));
}

TEST(Compliance, V03WantsAMusdesBeforeTheSigningWithConsentOfTheBpd) {
    const auto spoil = [](auto change) {
        LawfulRegency regency;
        regency.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
            if (party.village == regency.south_east)
                change(party);
        });
        return regency.found();
    };
    EXPECT_THAT(spoil([](auto& party) { party.deliberation.reset(); }), ElementsAre("V03.musdes"));
    EXPECT_THAT(spoil([](auto& party) { party.deliberation = day(2025, 1, 11); }),
                ElementsAre("V03.tanggal"));
    EXPECT_THAT(spoil([](auto& party) { party.deliberation = day(2025, 1, 10); }), IsEmpty());
    EXPECT_THAT(spoil([](auto& party) { party.council_consent = false; }), ElementsAre("V03.bpd"));
}

TEST(Compliance, V03AsksNothingOfWhatIsStillBeingPrepared) {
    LawfulRegency regency;
    regency.change(regency.agreement_id, [](Agreement& one) { one.stage = Stage::preparation; });
    regency.change_all<model::AgreementParty>(
        [](model::AgreementParty& party) { party.deliberation.reset(); });
    EXPECT_THAT(regency.found(), ElementsAre("V03.musdes")) << "of the one with a third party";
}

TEST(Compliance, V04WantsADeliberationOfAllVillagesBeforeTheSigning) {
    const auto spoil = [](auto change) {
        LawfulRegency regency;
        regency.change(regency.deliberation, change);
        return regency.found();
    };
    EXPECT_THAT(spoil([](model::Meeting& one) { one.attended.pop_back(); }),
                ElementsAre("V04.mad"));
    EXPECT_THAT(spoil([](model::Meeting& one) { one.date = day(2025, 1, 11); }),
                ElementsAre("V04.mad"));
    EXPECT_THAT(spoil([](model::Meeting& one) { one.date = day(2025, 1, 10); }), IsEmpty());
    for (const auto kind : {model::MeetingKind::village, model::MeetingKind::other})
        EXPECT_THAT(spoil([kind](model::Meeting& one) { one.kind = kind; }),
                    ElementsAre("V04.mad"));
}

TEST(Compliance, V05WantsThePlansOfEachVillage) {
    LawfulRegency regency;
    regency.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
        if (party.village == regency.south_east)
            party.annual_plan.clear();
    });
    EXPECT_THAT(regency.found(), ElementsAre("V05.rencana"));
    model::Meeting change;
    change.kind = model::MeetingKind::village;
    change.agreement = regency.agreement_id;
    change.village = regency.south_west;
    change.agenda = "Musdes perubahan RKP Desa 2025";
    change.id = regency.put(change);
    EXPECT_THAT(regency.found(), ElementsAre("V05.rencana")) << "of another village";
    change.village = regency.south_east;
    regency.put(change);
    EXPECT_THAT(regency.found(), IsEmpty());
}

TEST(Compliance, V06WantsTheInstrumentOfTheBranch) {
    LawfulRegency wrong;
    wrong.change(wrong.agreement_id, [&](Agreement& one) { one.document = wrong.contract; });
    EXPECT_THAT(wrong.found(), ElementsAre("V06.instrumen"));
    LawfulRegency none;
    none.change(none.with_company, [](Agreement& one) { one.document = {}; });
    EXPECT_THAT(none.found(), ElementsAre("V06.instrumen"));
}

TEST(Compliance, V06WantsAThirdPartyThatIsNoIndividual) {
    LawfulRegency person;
    person.change_all<model::ThirdParty>(
        [](model::ThirdParty& one) { one.kind = model::ThirdPartyKind::individual; });
    EXPECT_THAT(person.found(), ElementsAre("V06.perorangan"));
    LawfulRegency nobody;
    nobody.change(nobody.with_company,
                  [](Agreement& one) { one.initiative = model::Initiative::none; });
    EXPECT_THAT(nobody.found(), ElementsAre("V06.prakarsa"));
    LawfulRegency none;
    none.change_all<model::AgreementParty>([](model::AgreementParty& party) {
        if (party.third_party)
            party.agreement = {};
    });
    EXPECT_THAT(none.found(), ElementsAre("V06.pihak_ketiga"));
}

TEST(Compliance, V07WantsATermThatEndsAfterItStarts) {
    LawfulRegency open;
    open.change(open.agreement_id, [](Agreement& one) { one.ends.reset(); });
    EXPECT_THAT(open.found(), ElementsAre("V07.jangka_waktu"));
    LawfulRegency turned;
    turned.change(turned.agreement_id, [](Agreement& one) {
        one.starts = day(2028, 1, 31);
        one.last_report = day(2026, 11, 1);
    });
    EXPECT_THAT(turned.found(), ElementsAre("V07.urutan_tanggal"));
    LawfulRegency bare;
    bare.change(bare.agreement_id, [](Agreement& one) { one.content_funding.clear(); });
    EXPECT_THAT(bare.found(), ElementsAre("V07.isi"));
}

TEST(Compliance, WhatWasPutOffAfterSigningOwesWhatBinds) {
    LawfulRegency regency;
    regency.change(regency.agreement_id, [](Agreement& one) {
        one.stage = model::Stage::postponed;
        one.content_funding.clear();
    });
    EXPECT_THAT(regency.found(), ElementsAre("V07.isi"));
    regency.change(regency.agreement_id, [](Agreement& one) { one.signed_on.reset(); });
    EXPECT_THAT(regency.found(), IsEmpty()) << "a draft may lack it";
}

TEST(Compliance, V08WantsANumberAndASignatoryOfEachVillage) {
    LawfulRegency regency;
    regency.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
        if (party.village == regency.south_east)
            party.number = party.signatory = {};
    });
    EXPECT_THAT(regency.found(), ElementsAre("V08.nomor", "V08.tanda_tangan"));
    const auto with_term = [](std::optional<Date> from, std::optional<Date> to) {
        LawfulRegency one;
        one.change_all<model::AgreementParty>([&](model::AgreementParty& party) {
            if (party.village == one.south_east) {
                party.term_from = from;
                party.term_to = to;
            }
        });
        return one.found();
    };
    EXPECT_THAT(with_term(day(2025, 1, 11), std::nullopt), ElementsAre("V08.masa_jabatan"));
    EXPECT_THAT(with_term(std::nullopt, day(2025, 1, 9)), ElementsAre("V08.masa_jabatan"));
    EXPECT_THAT(with_term(day(2025, 1, 10), day(2025, 1, 10)), IsEmpty());
}

TEST(Compliance, V09WantsAFoundedBodyWithDelegatesElementsAndAWoman) {
    LawfulRegency unfounded;
    unfounded.change(unfounded.body, [](model::CooperationBody& one) { one.founding = {}; });
    EXPECT_THAT(unfounded.found(), ElementsAre("V09.pembentukan"));
    LawfulRegency poor;
    poor.change_all<model::BodyMember>([&](model::BodyMember& member) {
        member.village = poor.south_west;
        member.element = model::BodyElement::public_figure;
        member.gender = model::Gender::man;
    });
    EXPECT_THAT(poor.found(), ElementsAre("V09.wakil", "V09.unsur", "V09.perempuan"));
}

TEST(Compliance, V11WantsAReasonAndNoticesWhatIsOver) {
    LawfulRegency ended;
    ended.change(ended.agreement_id, [](Agreement& one) { one.stage = Stage::ended; });
    EXPECT_THAT(ended.found(), ElementsAre("V11.alasan"));
    ended.change(ended.agreement_id,
                 [](Agreement& one) { one.end_reason = model::EndReason::agreed; });
    EXPECT_THAT(ended.found(), ElementsAre("V11.musyawarah"));
    model::Meeting meeting = ended.row(ended.deliberation);
    meeting.id = {};
    meeting.date = day(2026, 5, 1);
    ended.put(meeting);
    EXPECT_THAT(ended.found(), IsEmpty());
    ended.change_all<model::Meeting>([](model::Meeting& one) { one.date = day(2025, 1, 5); });
    ended.change(ended.agreement_id,
                 [](Agreement& one) { one.end_reason = model::EndReason::expired; });
    EXPECT_THAT(ended.found(), IsEmpty()) << "a term that is over needs none";
    LawfulRegency over;
    over.change(over.agreement_id, [](Agreement& one) { one.ends = day(2026, 11, 22); });
    EXPECT_THAT(over.found(), ElementsAre("V11.lewat"));
    over.change(over.agreement_id, [](Agreement& one) { one.ends = day(2026, 11, 23); });
    EXPECT_THAT(over.found(), IsEmpty()) << "in force on its last day";
}

TEST(Compliance, V12FacilitatorFollowsGeography) {
    LawfulRegency regency;
    regency.change(regency.dispute, [](BoundaryDispute& one) {
        one.state = model::DisputeState::regency_facilitation;
        one.facilitator = model::Facilitator::regent;
    });
    EXPECT_THAT(regency.found(), ElementsAre("V12.fasilitator"));
    regency.change(regency.dispute, [&](BoundaryDispute& one) { one.second = regency.north_west; });
    EXPECT_THAT(regency.found(), IsEmpty()) << "across kecamatan it is the regent";
}

TEST(Compliance, V12SixMonthsRunFromTheStart) {
    LawfulRegency regency;
    regency.change(regency.dispute,
                   [](BoundaryDispute& one) { one.facilitation_start = day(2026, 5, 22); });
    EXPECT_THAT(regency.found(), ElementsAre("V12.jatuh_tempo"));
    regency.change(regency.dispute, [&](BoundaryDispute& one) {
        one.state = model::DisputeState::agreed;
        one.outcome = regency.minutes;
    });
    EXPECT_THAT(regency.found(), ElementsAre("V12.tanda_tangan", "V12.tanda_tangan_fasilitator"))
        << "the clock has stopped";
}

TEST(Compliance, V12WhatWasAgreedWantsItsSignaturesAlsoBehindAPerbup) {
    LawfulRegency regency;
    regency.change(regency.dispute, [&](BoundaryDispute& one) {
        one.state = model::DisputeState::enacted;
        one.outcome = regency.regulation;
    });
    EXPECT_THAT(regency.found(), IsEmpty()) << "the Bupati decided what they did not agree on";
    model::Meeting meeting;
    meeting.kind = model::MeetingKind::dispute;
    meeting.dispute = regency.dispute;
    meeting.date = day(2026, 5, 24);
    meeting.outcome = model::MeetingOutcome::agreed;
    regency.put(meeting);
    EXPECT_THAT(regency.found(), ElementsAre("V12.tanda_tangan", "V12.tanda_tangan_fasilitator"));
    meeting.date = day(2026, 5, 25);
    meeting.outcome = model::MeetingOutcome::refused;
    regency.put(meeting);
    EXPECT_THAT(regency.found(), IsEmpty()) << "in the end they did not";
}

TEST(Compliance, V12FacilitationHasABeginning) {
    LawfulRegency regency;
    regency.change(regency.dispute, [](BoundaryDispute& one) { one.facilitation_start.reset(); });
    EXPECT_THAT(regency.found(), ElementsAre("V12.mulai"));
}

TEST(Compliance, V12OutcomesWantTheirPapers) {
    LawfulRegency regency;
    const auto with = [&](model::DisputeState state, Id<model::Document> outcome) {
        regency.change(regency.dispute, [&](BoundaryDispute& one) {
            one.state = state;
            one.outcome = outcome;
        });
        return regency.found();
    };
    EXPECT_THAT(
        with(model::DisputeState::agreed, {}),
        ElementsAre("V12.berita_acara", "V12.tanda_tangan", "V12.tanda_tangan_fasilitator"));
    EXPECT_THAT(with(model::DisputeState::enacted, regency.minutes), ElementsAre("V12.perbup"));
    EXPECT_THAT(with(model::DisputeState::enacted, regency.regulation), IsEmpty());
}

TEST(Compliance, V15SharesAddUpToAHundredUnlessABodyHolds) {
    LawfulRegency regency;
    regency.change(Id<model::AssetShare>{2}, [](model::AssetShare& one) { one.percent = 50; });
    EXPECT_THAT(regency.found(), ElementsAre("V15.porsi"));
    regency.change(Id<model::AssetShare>{2}, [](model::AssetShare& one) {
        one.holder = model::HolderKind::joint_enterprise;
    });
    EXPECT_THAT(regency.found(), IsEmpty());
    regency.change_all<model::AssetShare>([](model::AssetShare& one) { one.asset = {}; });
    EXPECT_THAT(regency.found(), ElementsAre("V15.tanpa_pemegang"));
}

TEST(Compliance, V15WantsInventoriesReportsAndNoSaleOfLand) {
    const auto with = [](model::CareKind kind, Date date) {
        LawfulRegency regency;
        regency.change_all<model::AssetCare>([&](model::AssetCare& one) {
            if (one.kind == kind)
                one.date = date;
        });
        return regency.found();
    };
    EXPECT_THAT(with(model::CareKind::inventory, day(2021, 11, 22)), ElementsAre("V15.inventaris"));
    EXPECT_THAT(with(model::CareKind::inventory, day(2021, 11, 23)), IsEmpty());
    EXPECT_THAT(with(model::CareKind::semester_report, day(2026, 4, 22)),
                ElementsAre("V15.semester"));
    EXPECT_THAT(with(model::CareKind::semester_report, day(2026, 4, 23)), IsEmpty());
    LawfulRegency sold;
    model::AssetCare sale;
    sale.asset = sold.asset;
    sale.kind = model::CareKind::sale;
    sold.put(sale);
    EXPECT_THAT(sold.found(), IsEmpty()) << "no land";
    sold.change(sold.asset, [](model::SharedAsset& one) { one.kind = model::AssetKind::land; });
    EXPECT_THAT(sold.found(), ElementsAre("V15.jual_tanah"));
    LawfulRegency given;
    sale.asset = given.asset;
    sale.kind = model::CareKind::exchange;
    given.put(sale);
    EXPECT_THAT(given.found(), IsEmpty()) << "lawful";
    sale.id = {};
    sale.kind = model::CareKind::other_transfer;
    given.put(sale);
    EXPECT_THAT(given.found(), ElementsAre("V15.pemindahtanganan"));
}

TEST(Compliance, AMemberWhoseElementIsNotKnownStandsForNone) {
    LawfulRegency regency;
    const auto& members = std::get<model::Table<model::BodyMember>>(regency.tables);
    const Id<model::BodyMember> one = members.begin()->id;
    regency.change(one,
                   [](model::BodyMember& member) { member.element = model::BodyElement::unknown; });
    EXPECT_THAT(regency.found(), ElementsAre("V09.unsur"));
}

TEST(Compliance, ARuleThatIsOffFindsNothingAndOneWithAnotherLimitAnother) {
    LawfulRegency regency;
    regency.change(regency.agreement_id,
                   [](Agreement& one) { one.last_report = day(2025, 11, 22); });
    auto rules = all_rules();
    const auto report = std::find_if(rules.begin(), rules.end(),
                                     [](const auto& rule) { return rule.code == "V10"; });
    report->active = false;
    EXPECT_THAT(regency.found(rules), IsEmpty());
    report->active = true;
    report->limit = 13;
    EXPECT_THAT(regency.found(rules), IsEmpty());
    report->limit = 12;
    report->severity = Severity::error;
    report->laws = {"Peraturan contoh"};
    Progress progress;
    const auto found = check_compliance(*regency.atlas(), rules, today, progress);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_THAT(found[0].laws, ElementsAre("Peraturan contoh"));
    EXPECT_EQ(std::get<Id<Agreement>>(found[0].subject), regency.agreement_id);
}

TEST(Compliance, WhatFallsOnTheEndOfAMonthIsDueOnItsLastDay) {
    LawfulRegency regency;
    auto rules = all_rules();
    for (ComplianceRule& rule : rules)
        if (rule.code == "V10")
            rule.limit = 1;
    regency.change(regency.agreement_id,
                   [](Agreement& one) { one.last_report = day(2026, 1, 31); });
    regency.change(regency.with_company, [](Agreement& one) { one.last_report = today; });
    Progress progress;
    const auto found = check_compliance(*regency.atlas(), rules, today, progress);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(std::get<Date>(found[0].words.at(1)), day(2026, 2, 28));
}

} // namespace
} // namespace antardesa::analysis
