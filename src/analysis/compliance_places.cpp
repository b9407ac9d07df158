#include "analysis/detail/compliance_report.h"
#include "analysis/segments.h"
#include "analysis/summary.h"
#include "analysis/turning_points.h"
#include "model/case_verbs.h"
#include "model/facilitation.h"
#include "model/state_papers.h"

#include <algorithm>
#include <cmath>
#include <set>

/// Bodies, disputes, segments and assets.
namespace antardesa::analysis::detail {

namespace {

using model::BoundarySegment;
using model::DisputeState;
using model::SegmentState;
using model::TurningPoint;

std::string pair_of(const model::Atlas& atlas, Id<model::Village> first,
                    Id<model::Village> second) {
    return name_of(atlas, first) + " – " + name_of(atlas, second);
}

bool is_of_kind(const model::Atlas& atlas, Id<model::Document> id, std::string_view kind) {
    const model::Document* document = atlas.find(id);
    return document && document->kind == kind && !document->number.empty() && document->date;
}

bool is_regulation(const model::Atlas& atlas, Id<model::Document> id) { // or a Wali Kota's
    const auto faults = model::paper_faults(SegmentState::enacted, atlas.find(id));
    return std::all_of(faults.begin(), faults.end(), [](model::PaperFault fault) {
        return fault == model::PaperFault::no_title;
    });
}

// ---- V09: a BKAD and its people

/// Villages of the agreements that the body carries out.
std::set<Id<model::Village>> served_by(const model::Atlas& atlas, Id<model::CooperationBody> body) {
    std::set<Id<model::Village>> villages;
    for (const model::Agreement* agreement : atlas.carried_out_by(body))
        for (const model::AgreementParty* party : atlas.parties(agreement->id))
            if (party->village)
                villages.insert(party->village);
    return villages;
}

void check_delegates(ComplianceReport& report, const model::CooperationBody& body) {
    std::set<Id<model::Village>> missing = served_by(report.atlas(), body.id);
    for (const model::BodyMember* member : report.atlas().members(body.id))
        missing.erase(member->village);
    if (!missing.empty())
        report.add("V09", "wakil", body.id,
                   {body.name, joined_names(report.atlas(), missing, ", ")});
}

void check_elements(ComplianceReport& report, const model::CooperationBody& body) {
    const auto members = report.atlas().members(body.id);
    std::set<model::BodyElement> present;
    bool woman = false;
    for (const model::BodyMember* member : members) {
        if (member->element != model::BodyElement::unknown)
            present.insert(member->element);
        woman = woman || member->gender == model::Gender::woman;
    }
    const std::size_t all = model::Codes<model::BodyElement>::list.size() - 1; // one is "not known"
    if (present.size() < all)
        report.add("V09", "unsur", body.id,
                   {body.name, static_cast<double>(present.size()), static_cast<double>(all)});
    if (!members.empty() && !woman)
        report.add("V09", "perempuan", body.id, {body.name});
}

// ---- V12: disputes

/// Who facilitates in a state; none where no one is bound to.
model::Facilitator facilitator_of(DisputeState state) {
    switch (state) {
    case DisputeState::district_facilitation:
        return model::Facilitator::district_head;
    case DisputeState::regency_facilitation:
        return model::Facilitator::regent;
    case DisputeState::handed_over:
        return model::Facilitator::outside_village_law;
    default:
        return model::Facilitator::none;
    }
}

void check_facilitator(ComplianceReport& report, const model::BoundaryDispute& dispute,
                       const std::string& name) {
    using model::Facilitator;
    const Facilitator lawful = model::facilitator_of(report.atlas().tables(), dispute);
    const Facilitator by_state = facilitator_of(dispute.state);
    const Facilitator recorded =
        dispute.facilitator != Facilitator::none ? dispute.facilitator : by_state;
    const auto wrong = [&](Facilitator one) { return one != Facilitator::none && one != lawful; };
    if (lawful != Facilitator::none && (wrong(recorded) || wrong(by_state)))
        report.add("V12", "fasilitator", dispute.id,
                   {name,
                    StoredCode{"facilitator",
                               std::string(model::code_of(wrong(recorded) ? recorded : by_state))},
                    StoredCode{"facilitator", std::string(model::code_of(lawful))}});
}

void check_clock(ComplianceReport& report, const model::BoundaryDispute& dispute,
                 const std::string& name) {
    const bool facilitated = dispute.state == DisputeState::district_facilitation ||
                             dispute.state == DisputeState::regency_facilitation;
    if (facilitated && !dispute.facilitation_start)
        report.add("V12", "mulai", dispute.id, {name});
    if (!facilitated || !dispute.facilitation_start || !report.active("V12", "jatuh_tempo"))
        return;
    const Date due = months_after(*dispute.facilitation_start,
                                  static_cast<int>(report.limit("V12", "jatuh_tempo")));
    if (days_between(due, report.today()) > 0)
        report.add("V12", "jatuh_tempo", dispute.id, {name, due});
}

// ---- V13: penetapan is for villages formed after the regulation

void check_workflow(ComplianceReport& report, const BoundarySegment& segment,
                    const std::string& name) {
    if (segment.workflow != model::BoundaryWorkflow::delimitation)
        return;
    const ComplianceRule* rule = report.active("V13", "penetapan");
    const std::optional<Date> since = rule ? rule->since : std::nullopt;
    bool unknown = false;
    for (const Id<model::Village> id : {segment.first, segment.second}) {
        const model::Village* village = report.atlas().find(id);
        if (!village || !village->formed)
            unknown = true;
        else if (since && *village->formed > *since)
            return; // the line of one such village is the line of its neighbour as well
    }
    if (unknown)
        report.add("V13", "tanggal", segment.id, {name});
    else if (since)
        report.add("V13", "penetapan", segment.id, {name, *since});
}

// ---- V14: segments and their points

bool is_node(const TurningPoint& point) {
    return point.number == "000";
}

/// Pillars carry codes of their own.
std::vector<const TurningPoint*> cartometric_points(const model::Atlas& atlas,
                                                    Id<BoundarySegment> segment) {
    std::vector<const TurningPoint*> points;
    for (const TurningPoint* point : atlas.points_of(segment))
        if (point->kind == "TK")
            points.push_back(point);
    return points;
}

void check_numbers(ComplianceReport& report, const BoundarySegment& segment,
                   const std::vector<const TurningPoint*>& points, const std::string& name) {
    if (points.size() < 2 || !is_node(*points.front()) || !is_node(*points.back()))
        report.add("V14", "titik_ujung", segment.id, {name});
    int expected = 1;
    for (const TurningPoint* point : points) {
        if (is_node(*point))
            continue;
        std::string number = std::to_string(expected++);
        number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
        if (point->number == number)
            continue;
        return report.add("V14", "urutan", segment.id, {name, number, point->number});
    }
}

void check_strays(ComplianceReport& report, const BoundarySegment& segment,
                  const std::string& name) {
    const ComplianceRule* rule = report.active("V14", "di_luar_garis");
    if (!rule)
        return;
    std::string numbers;
    for (const StrayPoint& stray : stray_points(report.atlas(), segment.id)) {
        if (stray.off_m <= rule->limit)
            continue;
        const TurningPoint* point = report.atlas().find(stray.point);
        numbers += (numbers.empty() ? "" : ", ") + (point && !point->number.empty()
                                                        ? point->number
                                                        : "#" + std::to_string(stray.point.value));
    }
    if (!numbers.empty())
        report.add("V14", "di_luar_garis", segment.id, {name, numbers});
}

void check_papers(ComplianceReport& report, const BoundarySegment& segment,
                  const std::string& name) {
    if (segment.state == SegmentState::enacted && !is_regulation(report.atlas(), segment.document))
        report.add("V14", "perbup", segment.id, {name});
    if (segment.state == SegmentState::agreed &&
        !is_of_kind(report.atlas(), segment.document, "berita_acara"))
        report.add("V14", "berita_acara", segment.id, {name});
}

// ---- V15: shares

bool held_by_a_body(const model::AssetShare& share) {
    return share.holder == model::HolderKind::cooperation_body ||
           share.holder == model::HolderKind::joint_enterprise ||
           share.holder == model::HolderKind::unclear;
}

} // namespace

void check_body(ComplianceReport& report, const model::CooperationBody& body) {
    if (!is_of_kind(report.atlas(), body.founding, "permakades"))
        report.add("V09", "pembentukan", body.id, {body.name});
    check_delegates(report, body);
    check_elements(report, body);
}

namespace {

/// The case's own two villages and those on its further segments, each once.
std::vector<Id<model::Village>> villages_of(const model::Atlas& atlas,
                                            const model::BoundaryDispute& dispute) {
    std::vector<Id<model::Village>> villages{dispute.first, dispute.second};
    for (const BoundarySegment* segment : atlas.segments_of(dispute))
        for (const Id<model::Village> side : {segment->first, segment->second})
            if (std::find(villages.begin(), villages.end(), side) == villages.end())
                villages.push_back(side);
    return villages;
}

/// Every Kepala Desa and who facilitated sign what was agreed: after facilitation began, and not on
/// a day that is still to come.
void check_signatures(ComplianceReport& report, const model::BoundaryDispute& dispute,
                      const std::string& name) {
    using model::SignatoryRole;
    const auto signatories = report.atlas().signatories(dispute.id);
    const auto has_signed = [&](const model::Signatory& one) {
        return one.signed_on && !(report.today() < *one.signed_on) &&
               !(dispute.facilitation_start && *one.signed_on < *dispute.facilitation_start);
    };
    const auto signed_by = [&](SignatoryRole role, Id<model::Village> village) {
        return std::any_of(signatories.begin(), signatories.end(), [&](const auto* one) {
            return one->role == role && has_signed(*one) && (!village || one->village == village);
        });
    };
    std::string missing;
    for (const Id<model::Village> side : villages_of(report.atlas(), dispute))
        if (!signed_by(SignatoryRole::village_head, side))
            missing += (missing.empty() ? "" : ", ") + name_of(report.atlas(), side);
    if (!missing.empty())
        report.add("V12", "tanda_tangan", dispute.id, {name, missing});
    if (!signed_by(SignatoryRole::facilitator, {}))
        report.add("V12", "tanda_tangan_fasilitator", dispute.id, {name});
}

} // namespace

void check_dispute(ComplianceReport& report, const model::BoundaryDispute& dispute) {
    const std::string name = dispute.number.empty()
                                 ? pair_of(report.atlas(), dispute.first, dispute.second)
                                 : dispute.number;
    check_facilitator(report, dispute, name);
    check_clock(report, dispute, name);
    if (dispute.state == DisputeState::agreed &&
        !is_of_kind(report.atlas(), dispute.outcome, "berita_acara"))
        report.add("V12", "berita_acara", dispute.id, {name});
    if (dispute.state == DisputeState::agreed ||
        model::was_agreed_before_enactment(report.atlas(), dispute))
        check_signatures(report, dispute, name);
    if (dispute.state == DisputeState::enacted && !is_regulation(report.atlas(), dispute.outcome))
        report.add("V12", "perbup", dispute.id, {name});
}

void check_segment(ComplianceReport& report, const BoundarySegment& segment) {
    const std::string name = pair_of(report.atlas(), segment.first, segment.second);
    if (segment.first == segment.second || !report.atlas().find(segment.first) ||
        !report.atlas().find(segment.second))
        report.add("V14", "dua_desa", segment.id,
                   {std::to_string(segment.id.value), name_of(report.atlas(), segment.first),
                    name_of(report.atlas(), segment.second)});
    check_workflow(report, segment, name);
    check_papers(report, segment, name);
    const auto points = cartometric_points(report.atlas(), segment.id);
    // Lines that no one has traced have no points yet.
    if (points.empty())
        return;
    check_numbers(report, segment, points, name);
    check_strays(report, segment, name);
}

/// What is kept with a reason, an area saling klaim or tidak terdefinisi among it, is no finding.
void check_flaw(ComplianceReport& report, const model::BoundaryFinding& flaw) {
    if (flaw.kind == model::FlawKind::overlap || flaw.kind == model::FlawKind::gap)
        report.add("V14", model::code_of(flaw.kind), flaw.id,
                   {flaw.names, flaw.area_m2.value_or(0)});
}

namespace {

void check_care(ComplianceReport& report, const model::SharedAsset& asset) {
    std::optional<Date> inventory;
    std::optional<Date> semester;
    bool sold = false;
    bool given_away = false;
    for (const model::AssetCare* care : report.atlas().care(asset.id)) {
        sold = sold || care->kind == model::CareKind::sale;
        given_away = given_away || care->kind == model::CareKind::other_transfer;
        auto* newest = care->kind == model::CareKind::inventory         ? &inventory
                       : care->kind == model::CareKind::semester_report ? &semester
                                                                        : nullptr;
        if (newest && care->date && (!*newest || days_between(**newest, *care->date) > 0))
            *newest = care->date;
    }
    if (sold && (asset.kind == model::AssetKind::land || asset.kind == model::AssetKind::building))
        report.add("V15", "jual_tanah", asset.id, {asset.name});
    if (given_away)
        report.add("V15", "pemindahtanganan", asset.id, {asset.name});
    const auto is_late = [&](const std::optional<Date>& last, const char* part) {
        const int months = static_cast<int>(report.limit("V15", part));
        return !last || days_between(months_after(*last, months), report.today()) > 0;
    };
    if (is_late(inventory, "inventaris"))
        report.add("V15", "inventaris", asset.id,
                   {asset.name, report.limit("V15", "inventaris") / 12});
    if (is_late(semester, "semester"))
        report.add("V15", "semester", asset.id, {asset.name});
}

} // namespace

void check_asset(ComplianceReport& report, const model::SharedAsset& asset) {
    check_care(report, asset);
    const auto shares = report.atlas().shares(asset.id);
    if (shares.empty())
        return report.add("V15", "tanpa_pemegang", asset.id, {asset.name});
    if (std::any_of(shares.begin(), shares.end(),
                    [](const auto* share) { return held_by_a_body(*share); }))
        return;
    double sum = 0;
    for (const model::AssetShare* share : shares)
        sum += share->percent.value_or(0);
    if (std::abs(sum - 100) > report.limit("V15", "porsi"))
        report.add("V15", "porsi", asset.id, {asset.name, sum});
}

} // namespace antardesa::analysis::detail
