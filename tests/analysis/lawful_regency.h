#pragma once

#include "analysis/compliance.h"
#include "sample_regency.h"

namespace antardesa::analysis {

using model::Agreement;
using model::BoundaryDispute;
using model::BoundarySegment;
using model::Stage;

/// Every check that the program knows, on.
inline std::vector<ComplianceRule> all_rules() {
    std::vector<ComplianceRule> rules;
    for (const std::string_view check : compliance_checks()) {
        ComplianceRule rule;
        rule.code = check.substr(0, 3);
        rule.part = check.substr(4);
        rule.laws = {"UU 6/2014 ps. 91"};
        if (check == "V10.laporan")
            rule.limit = 12;
        if (check == "V12.jatuh_tempo")
            rule.limit = 6;
        if (check == "V13.penetapan")
            rule.since = day(2016, 6, 30);
        if (check == "V14.di_luar_garis")
            rule.limit = 0.05;
        if (check == "V15.porsi")
            rule.limit = 0.01;
        if (check == "V15.inventaris")
            rule.limit = 60;
        if (check == "V15.semester")
            rule.limit = 7;
        rules.push_back(rule);
    }
    return rules;
}

/// A register in which no rule finds anything. Each test spoils one thing.
struct LawfulRegency : SquareRegency {
    Id<model::Document> permakades = document("permakades");
    Id<model::Document> contract = document("perjanjian_bersama");
    Id<model::Document> regulation = document("perbup");
    Id<model::Document> minutes = document("berita_acara");
    Id<model::CooperationBody> body =
        put(model::CooperationBody{{}, "BKAD", lower, permakades, {}});
    Id<Agreement> agreement_id;
    Id<Agreement> with_company;
    Id<BoundarySegment> segment;
    Id<BoundaryDispute> dispute;
    Id<model::SharedAsset> asset;
    Id<model::Meeting> deliberation; ///< before the signing

    LawfulRegency() {
        using model::BodyElement;
        agreement_id = agreement(running(permakades), {south_west, south_east});
        with_company = agreement(third_party_agreement(), {south_west});
        sign_all();
        for (const auto element : {BodyElement::village_government, BodyElement::village_council,
                                   BodyElement::community_institution,
                                   BodyElement::other_institution, BodyElement::public_figure})
            put(model::BodyMember{{},
                                  body,
                                  element == BodyElement::village_council ? south_east : south_west,
                                  "Sri",
                                  "anggota",
                                  element,
                                  model::Gender::woman});
        add_boundary();
        add_asset();
    }
    template<class Row>
    Row row(Id<Row> id) const {
        return *std::get<model::Table<Row>>(tables).find(id);
    }
    /// Changes every row of a table.
    template<class Row, class Change>
    void change_all(Change change) {
        const model::Table<Row> before = std::get<model::Table<Row>>(tables);
        for (Row one : before) {
            change(one);
            put(one);
        }
    }
    template<class Row, class Change>
    void change(Id<Row> id, Change change) {
        Row one = row(id);
        change(one);
        put(one);
    }
    std::vector<std::string> found(const std::vector<ComplianceRule>& rules = all_rules()) const {
        Progress progress;
        std::vector<std::string> names;
        for (const auto& finding : check_compliance(*atlas(), rules, today, progress))
            names.push_back(finding.rule + "." + finding.part);
        return names;
    }

  private:
    Id<model::Document> document(const char* kind) {
        model::Document one;
        one.kind = kind;
        one.number = "1/2025";
        one.date = day(2025, 1, 10);
        return put(one);
    }
    Agreement running(Id<model::Document> paper) const {
        Agreement one;
        one.title = "Air bersih";
        one.stage = Stage::execution;
        one.document = paper;
        one.body = body;
        one.signed_on = day(2025, 1, 10);
        one.starts = day(2025, 2, 1);
        one.ends = day(2028, 1, 31);
        one.last_report = day(2026, 2, 1);
        for (std::string* content : {&one.content_scope, &one.content_field, &one.content_procedure,
                                     &one.content_term, &one.content_rights, &one.content_funding,
                                     &one.content_change, &one.content_settlement})
            *content = "Pasal 3";
        return one;
    }
    Agreement third_party_agreement() const {
        Agreement one = running(contract);
        one.initiative = model::Initiative::village;
        one.branch = model::Branch::third_party;
        one.body = {};
        return one;
    }
    void sign_all() {
        change_all<model::AgreementParty>([](model::AgreementParty& party) {
            party.number = "7/2025";
            party.signatory = "Darmawan";
            party.deliberation = day(2024, 12, 1);
            party.council_consent = true;
            party.medium_term_plan = "Bab IV";
            party.annual_plan = "Baris 12";
        });
        model::Meeting meeting;
        meeting.agreement = agreement_id;
        meeting.date = day(2025, 1, 5);
        meeting.attended = {std::min(south_west, south_east), std::max(south_west, south_east)};
        meeting.outcome = model::MeetingOutcome::agreed;
        deliberation = put(meeting);
        model::ThirdParty company;
        company.name = "PT Contoh";
        model::AgreementParty party;
        party.agreement = with_company;
        party.third_party = put(company);
        put(party);
    }
    void add_boundary() {
        BoundarySegment line;
        line.first = south_west;
        line.second = south_east;
        line.state = model::SegmentState::enacted;
        line.document = regulation;
        line.geometry = std::make_shared<const geo::MultiLine>(
            geo::MultiLine{{{109.02, -7}, {109.02, -6.99}, {109.02, -6.98}}});
        segment = put(line);
        int order = 0;
        for (const auto& [number, y] : {std::pair("000", -7.0), {"001", -6.99}, {"000", -6.98}}) {
            model::TurningPoint point;
            point.segment = segment;
            point.order = ++order;
            point.kind = "TK";
            point.number = number;
            point.position = {109.02, y};
            put(point);
        }
        BoundaryDispute one;
        one.number = "1/SB";
        one.first = south_west;
        one.second = south_east;
        one.state = model::DisputeState::district_facilitation;
        one.facilitator = model::Facilitator::district_head;
        one.facilitation_start = day(2026, 5, 23);
        dispute = put(one);
    }
    void add_asset() {
        model::SharedAsset one;
        one.name = "Pasar";
        asset = put(one);
        put(model::AssetShare{{}, asset, model::HolderKind::village, south_west, "", 40.0});
        put(model::AssetShare{{}, asset, model::HolderKind::village, south_east, "", 60.0});
        put(model::AssetCare{
            {}, asset, model::CareKind::inventory, day(2024, 1, 1), "", std::nullopt, {}});
        put(model::AssetCare{
            {}, asset, model::CareKind::semester_report, day(2026, 7, 1), "", std::nullopt, {}});
    }
};

} // namespace antardesa::analysis
