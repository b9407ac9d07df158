#include "analysis/detail/compliance_report.h"
#include "analysis/summary.h"

#include <algorithm>
#include <set>

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
/// 96/2017: what was changed or has ended was once carried out; what was refused or put off before
/// signing was not.
bool has_reached(const Agreement& agreement, Stage stage) {
    switch (agreement.stage) {
    case Stage::refused:
    case Stage::postponed:
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
        const std::string name = party->village ? name_of(atlas, party->village)
                                 : third        ? third->name
                                                : party->outside_village;
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
    if (inter_village)
        name_parties(report, "V02", "luar_kabupaten", bound, bound.outside,
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

void check_joint_deliberation(ComplianceReport& report, const Bound& bound) {
    if (bound.row.branch == Branch::inter_village && has_reached(bound.row, Stage::execution) &&
        !has_meeting_of_all(report, bound, std::nullopt, bound.row.signed_on))
        report.add("V04", "mad", bound.row.id, {bound.title});
    if (has_reached(bound.row, Stage::offer))
        name_parties(report, "V05", "rencana", bound, bound.villages,
                     [](const AgreementParty& party) {
                         return party.medium_term_plan.empty() || party.annual_plan.empty();
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

} // namespace

void check_agreement(ComplianceReport& report, const Agreement& agreement) {
    const Bound bound(report.atlas(), agreement);
    check_parties(report, bound);
    check_deliberation(report, bound);
    check_joint_deliberation(report, bound);
    check_instrument(report, bound);
    check_text(report, bound);
    check_report(report, bound);
    check_end(report, bound);
}

} // namespace antardesa::analysis::detail
