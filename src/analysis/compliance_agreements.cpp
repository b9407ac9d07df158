#include "analysis/detail/compliance_report.h"
#include "analysis/partners.h"
#include "analysis/summary.h"
#include "base/text.h"
#include "model/reach.h"
#include "model/village_law.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace antardesa::analysis::detail {

namespace {

using model::Agreement;
using model::AgreementParty;
using model::Branch;
using model::Stage;

/// An agreement with its parties sorted by what they are.
struct Bound {
    const Agreement& row;
    std::vector<const AgreementParty*> villages;
    std::vector<const AgreementParty*> outside;
    std::vector<const AgreementParty*> third;
    std::string title;

    Bound(const model::Atlas& atlas, const Agreement& agreement)
        : row(agreement), title(title_of(agreement)) {
        for (const AgreementParty* party : atlas.parties(agreement.id))
            (party->village ? villages : party->third_party ? third : outside).push_back(party);
    }
};

/// Whether the agreement has got as far as the stage, going by the side states of Permendagri
/// 96/2017: what was changed, has ended or was put off after signing was once carried out; what was
/// refused or put off before signing was not.
bool has_reached(const Agreement& agreement, Stage stage) {
    switch (agreement.stage) {
    case Stage::postponed:
        return stage <= (agreement.signed_on ? Stage::execution : Stage::preparation);
    case Stage::refused:
        return stage == Stage::preparation;
    case Stage::amended:
    case Stage::ended:
        return stage <= Stage::execution;
    default:
        return agreement.stage >= stage;
    }
}

std::string names_of(const model::Atlas& atlas, const std::vector<const AgreementParty*>& parties) {
    std::string names;
    for (const AgreementParty* party : parties) {
        const model::ThirdParty* third = atlas.find(party->third_party);
        const std::string name =
            third ? third->name
                  : model::name_without_kind(party->village ? name_of(atlas, party->village)
                                                            : party->outside_village);
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

template<class Test>
std::vector<const AgreementParty*> those(const std::vector<const AgreementParty*>& parties,
                                         Test test) {
    std::vector<const AgreementParty*> found;
    std::copy_if(parties.begin(), parties.end(), std::back_inserter(found),
                 [&](const AgreementParty* party) { return test(*party); });
    return found;
}

/// A finding that names the parties for which the test holds.
template<class Test>
void name_parties(ComplianceReport& report, std::string_view rule, std::string_view part,
                  const Bound& bound, const std::vector<const AgreementParty*>& parties,
                  Test test) {
    const auto found = those(parties, test);
    if (!found.empty())
        report.add(rule, part, bound.row.id, {bound.title, names_of(report.atlas(), found)});
}

// ---- V01, V02: who may be a party

/// By the first figure of the code's fourth group (Kepmendagri 300.2.2-2138/2025).
bool is_code_of_kelurahan(const std::string& code) {
    const auto groups = split(code, '.');
    return groups.size() == 4 && groups[3].starts_with('1');
}

void check_parties(ComplianceReport& report, const Bound& bound) {
    const bool inter_village = bound.row.branch == Branch::inter_village;
    std::set<Id<model::Village>> distinct;
    for (const AgreementParty* party : bound.villages)
        distinct.insert(party->village);
    if (inter_village && distinct.size() + bound.outside.size() < 2)
        report.add("V01", "pihak", bound.row.id, {bound.title});
    name_parties(report, "V01", "kelurahan", bound, bound.villages,
                 [&](const AgreementParty& party) {
                     const model::Village* village = report.atlas().find(party.village);
                     return village && village->kind == model::VillageKind::urban_village;
                 });
    name_parties(report, "V01", "kelurahan", bound, bound.outside, [](const AgreementParty& party) {
        return is_code_of_kelurahan(party.outside_code);
    });
    if (inter_village)
        name_parties(report, "V02", "luar_kabupaten", bound,
                     model::beyond_regency(report.atlas(), bound.row.id),
                     [](const AgreementParty&) { return true; });
}

// ---- V03: Musyawarah Desa before the offer or the signing

void check_deliberation(ComplianceReport& report, const Bound& bound) {
    if (!has_reached(bound.row, Stage::offer))
        return;
    name_parties(report, "V03", "musdes", bound, bound.villages,
                 [](const AgreementParty& party) { return !party.deliberation; });
    name_parties(report, "V03", "tanggal", bound, bound.villages, [&](const AgreementParty& party) {
        const auto signed_on = party.date ? party.date : bound.row.signed_on;
        return party.deliberation && signed_on && days_between(*party.deliberation, *signed_on) < 0;
    });
    name_parties(report, "V03", "bpd", bound, bound.villages,
                 [](const AgreementParty& party) { return !party.council_consent; });
}

// ---- V04, V05: Musyawarah Antar-Desa, and the plans of each village

bool all_attended(const Bound& bound, const model::Meeting& meeting) {
    return std::all_of(bound.villages.begin(), bound.villages.end(), [&](const auto* party) {
        return std::binary_search(meeting.attended.begin(), meeting.attended.end(), party->village);
    });
}

bool has_meeting_of_all(ComplianceReport& report, const Bound& bound,
                        const std::optional<Date>& not_before,
                        const std::optional<Date>& not_after) {
    const auto meetings = report.atlas().meetings(bound.row.id);
    return std::any_of(meetings.begin(), meetings.end(), [&](const model::Meeting* meeting) {
        if (meeting->kind != model::MeetingKind::inter_village || !meeting->date)
            return false;
        return all_attended(bound, *meeting) &&
               (!not_before || days_between(*not_before, *meeting->date) >= 0) &&
               (!not_after || days_between(*meeting->date, *not_after) >= 0);
    });
}

/// A Musyawarah Desa of the village that changes its RPJM or RKP Desa so that the cooperation is in
/// them (Permendagri 96/2017 art. 13(2)).
bool changes_its_plans(const ComplianceReport& report, const Bound& bound,
                       const AgreementParty& party) {
    const auto meetings = report.atlas().meetings(bound.row.id);
    return std::any_of(meetings.begin(), meetings.end(), [&](const model::Meeting* meeting) {
        if (meeting->kind != model::MeetingKind::village || meeting->village != party.village)
            return false;
        const std::string text = lower_case(meeting->agenda + " " + meeting->decision);
        return text.find("perubahan") != std::string::npos &&
               (text.find("rpjm") != std::string::npos || text.find("rkp") != std::string::npos);
    });
}

void check_joint_deliberation(ComplianceReport& report, const Bound& bound) {
    if (bound.row.branch == Branch::inter_village && has_reached(bound.row, Stage::execution) &&
        !has_meeting_of_all(report, bound, std::nullopt, bound.row.signed_on))
        report.add("V04", "mad", bound.row.id, {bound.title});
    if (has_reached(bound.row, Stage::offer))
        name_parties(report, "V05", "rencana", bound, bound.villages,
                     [&](const AgreementParty& party) {
                         return (party.medium_term_plan.empty() || party.annual_plan.empty()) &&
                                !changes_its_plans(report, bound, party);
                     });
}

// ---- V06: instrument and third parties

void check_instrument(ComplianceReport& report, const Bound& bound) {
    const bool inter_village = bound.row.branch == Branch::inter_village;
    const model::Document* document = report.atlas().find(bound.row.document);
    const char* wanted = inter_village ? "permakades" : "perjanjian_bersama";
    if (has_reached(bound.row, Stage::execution) && (!document || document->kind != wanted))
        report.add("V06", "instrumen", bound.row.id,
                   {bound.title, StoredCode{"document_kind", document ? document->kind : "none"},
                    StoredCode{"document_kind", wanted}});
    if (!inter_village && bound.third.empty())
        report.add("V06", "pihak_ketiga", bound.row.id, {bound.title});
    if (!inter_village && bound.row.initiative == model::Initiative::none)
        report.add("V06", "prakarsa", bound.row.id, {bound.title});
    name_parties(report, "V06", "perorangan", bound, bound.third, [&](const AgreementParty& party) {
        const model::ThirdParty* third = report.atlas().find(party.third_party);
        return third && third->kind == model::ThirdPartyKind::individual;
    });
}

// ---- V07, V08: what the text must hold

/// Whether the date lies in the signatory's term, as far as that is known.
bool is_in_term(const AgreementParty& party, Date day) {
    return (!party.term_from || days_between(*party.term_from, day) >= 0) &&
           (!party.term_to || days_between(day, *party.term_to) >= 0);
}

void check_text(ComplianceReport& report, const Bound& bound) {
    if (bound.row.starts && bound.row.ends && days_between(*bound.row.starts, *bound.row.ends) <= 0)
        report.add("V07", "urutan_tanggal", bound.row.id,
                   {bound.title, *bound.row.starts, *bound.row.ends});
    if (!has_reached(bound.row, Stage::execution))
        return;
    if (!bound.row.starts || !bound.row.ends)
        report.add("V07", "jangka_waktu", bound.row.id, {bound.title});
    if (const int entered = model::contents_entered(bound.row); entered < 8)
        report.add("V07", "isi", bound.row.id, {bound.title, static_cast<double>(entered)});
    name_parties(report, "V08", "masa_jabatan", bound, bound.villages,
                 [&](const AgreementParty& party) {
                     const auto signed_on = party.date ? party.date : bound.row.signed_on;
                     return signed_on && !is_in_term(party, *signed_on);
                 });
    if (bound.row.branch != Branch::inter_village)
        return;
    name_parties(report, "V08", "nomor", bound, bound.villages,
                 [](const AgreementParty& party) { return party.number.empty(); });
    name_parties(report, "V08", "tanda_tangan", bound, bound.villages,
                 [](const AgreementParty& party) { return party.signatory.empty(); });
}

// ---- V10, V11: reports and the end

void check_report(ComplianceReport& report, const Bound& bound) {
    auto since = model::last_report(report.atlas(), bound.row);
    if (!since)
        since = bound.row.starts;
    if (!in_force(bound.row, report.today()) || !since || !report.active("V10", "laporan"))
        return;
    const int months =
        bound.row.report_months.value_or(static_cast<int>(report.limit("V10", "laporan")));
    const Date due = months_after(*since, months);
    if (days_between(due, report.today()) > 0)
        report.add("V10", "laporan", bound.row.id, {bound.title, due});
}

bool says_one_of(const std::string& text, std::span<const std::string_view> words) {
    const std::string lower = lower_case(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

constexpr auto heads = std::to_array<std::string_view>({"kepala desa", "kades", "perbekel"});
constexpr auto councils = std::to_array<std::string_view>({"bpd", "badan permusyawaratan"});
constexpr auto regents = std::to_array<std::string_view>({"bupati", "wali kota", "walikota"});
constexpr auto bodies =
    std::to_array<std::string_view>({"bkad", "badan kerja sama", "badan kerjasama"});

/// From whom to whom: of the BKAD to the Kepala Desa with copies to BPD and Bupati; with a third
/// party of the Kepala Desa to the BPD with a copy to the Bupati.
bool went_the_right_way(const ComplianceReport& report, const Bound& bound,
                        const model::Report& handed_in) {
    if (!says_one_of(handed_in.copies, regents))
        return false;
    if (bound.row.branch == Branch::third_party)
        return says_one_of(handed_in.sender, heads) && says_one_of(handed_in.receiver, councils);
    const auto* body = report.atlas().find(bound.row.body);
    const bool by_body =
        !body || handed_in.sender == body->name || says_one_of(handed_in.sender, bodies);
    return by_body && says_one_of(handed_in.receiver, heads) &&
           says_one_of(handed_in.copies, councils);
}

void check_way_of_report(ComplianceReport& report, const Bound& bound) {
    const model::Report* newest = nullptr;
    for (const model::Report* one : report.atlas().reports(bound.row.id))
        if (one->kind == model::ReportKind::execution && one->handed_in &&
            (!newest || days_between(*newest->handed_in, *one->handed_in) > 0))
            newest = one;
    if (newest && !went_the_right_way(report, bound, *newest))
        report.add("V10", "alamat", bound.row.id, {bound.title, *newest->handed_in});
}

void check_end(ComplianceReport& report, const Bound& bound) {
    if (bound.row.stage == Stage::ended) {
        if (bound.row.end_reason == model::EndReason::none)
            report.add("V11", "alasan", bound.row.id, {bound.title});
        else if (bound.row.end_reason != model::EndReason::expired &&
                 !has_meeting_of_all(report, bound, bound.row.starts, std::nullopt))
            report.add("V11", "musyawarah", bound.row.id, {bound.title});
        return;
    }
    const bool live = has_reached(bound.row, Stage::execution);
    if (live && bound.row.ends && days_between(*bound.row.ends, report.today()) > 0)
        report.add("V11", "lewat", bound.row.id, {bound.title, *bound.row.ends});
}

// ---- V01: both sides of a boundary

/// The villages on both sides of what an agreement is about.
std::set<Id<model::Village>> neighbours_of(const model::Atlas& atlas,
                                           const model::BoundarySubject& subject) {
    std::set<Id<model::Village>> villages;
    if (const model::BoundarySegment* segment = atlas.find(subject.segment))
        villages = {segment->first, segment->second};
    if (const model::BoundaryDispute* dispute = atlas.find(subject.dispute)) {
        villages.insert({dispute->first, dispute->second});
        for (const model::BoundarySegment* segment : atlas.segments_of(*dispute))
            villages.insert({segment->first, segment->second});
    }
    villages.erase(Id<model::Village>());
    return villages;
}

bool is_urban(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    return village && village->kind == model::VillageKind::urban_village;
}

} // namespace

void check_agreement(ComplianceReport& report, const Agreement& agreement) {
    const Bound bound(report.atlas(), agreement);
    check_parties(report, bound);
    check_deliberation(report, bound);
    check_joint_deliberation(report, bound);
    check_instrument(report, bound);
    check_text(report, bound);
    check_report(report, bound);
    check_way_of_report(report, bound);
    check_end(report, bound);
}

/// What villages agree on binds them alone: a boundary has two sides (UU 6/2014 art. 92(2)). A
/// kelurahan cannot be a party.
void check_boundary_subject(ComplianceReport& report, const model::BoundarySubject& subject) {
    const model::Agreement* agreement = report.atlas().find(subject.agreement);
    if (!agreement || !makes_partners(*agreement) ||
        agreement->branch != model::Branch::inter_village)
        return;
    const auto sides = neighbours_of(report.atlas(), subject);
    auto missing = sides;
    std::erase_if(missing, [&](auto id) { return is_urban(report.atlas(), id); });
    for (const model::AgreementParty* party : report.atlas().parties(agreement->id))
        missing.erase(party->village);
    if (!missing.empty())
        report.add("V01", "batas", agreement->id,
                   {title_of(*agreement), joined_names(report.atlas(), sides, " – "),
                    joined_names(report.atlas(), missing, ", ")});
}

/// What arises between villages of an agreement is settled by the camat within one kecamatan, by
/// the bupati across.
void check_problem(ComplianceReport& report, const model::Problem& problem) {
    using model::Facilitator;
    using model::Reach;
    const Agreement* agreement = report.atlas().find(problem.agreement);
    if (!agreement || agreement->branch != Branch::inter_village ||
        problem.facilitator == Facilitator::none)
        return;
    const Reach reach = model::reach_of(report.atlas(), agreement->id);
    if (reach != Reach::one_district && reach != Reach::across_districts)
        return;
    const Facilitator lawful =
        reach == Reach::one_district ? Facilitator::district_head : Facilitator::regent;
    if (problem.facilitator != lawful)
        report.add("V12", "masalah", agreement->id,
                   {title_of(*agreement),
                    StoredCode{"facilitator", std::string(model::code_of(problem.facilitator))},
                    StoredCode{"facilitator", std::string(model::code_of(lawful))}});
}

} // namespace antardesa::analysis::detail
