#include "base/text.h"
#include "crs/ellipsoid.h"
#include "model/casework.h"
#include "workspace/card_builder.h"
#include "workspace/claims.h"

#include <algorithm>
#include <set>

namespace antardesa::workspace {

namespace {

CardRow plain_row(std::string title, std::string detail, Tag tag = {}) {
    return {{}, 0, {}, std::move(title), std::move(detail), std::move(tag)};
}

std::string joined(const std::string& first, const std::string& second) {
    return second.empty() ? first : first.empty() ? second : first + " · " + second;
}

} // namespace

CardRow meeting_row(const ViewContext& context, const model::Meeting& meeting) {
    const Words& words = context.words;
    std::string who = meeting.attended.empty()
                          ? meeting.others_attended
                          : words.count("workspace.card.attended",
                                        static_cast<long long>(meeting.attended.size()));
    if (meeting.outcome != model::MeetingOutcome::none)
        who = joined(who, words.name("meeting_outcome", meeting.outcome));
    return plain_row(joined(words.name("meeting_kind", meeting.kind), meeting.agenda),
                     joined(meeting.date ? words.date(meeting.date) : std::string(), who));
}

CardRow report_row(const ViewContext& context, const model::Report& report) {
    const Words& words = context.words;
    const bool late =
        !report.handed_in && report.due && days_between(*report.due, words.today()) > 0;
    const std::string when =
        report.handed_in ? words.say("workspace.card.handed_in", {words.date(report.handed_in)})
        : report.due     ? words.say("workspace.card.due", {words.date(report.due)})
                         : std::string();
    return plain_row(joined(words.name("report_kind", report.kind), report.period), when,
                     late ? Tag{words.say("workspace.card.late"), Tone::amber} : Tag{});
}

namespace {

template<class Row, class Make>
std::vector<CardRow> newest_first(std::span<const Row* const> rows, std::optional<Date> Row::*date,
                                  Make make) {
    std::vector<const Row*> sorted(rows.begin(), rows.end());
    std::stable_sort(sorted.begin(), sorted.end(), [date](const Row* a, const Row* b) {
        return (a->*date && b->*date)
                   ? std::chrono::sys_days(*(b->*date)) < std::chrono::sys_days(*(a->*date))
                   : (a->*date).has_value() && !(b->*date);
    });
    std::vector<CardRow> made;
    std::transform(sorted.begin(), sorted.end(), std::back_inserter(made),
                   [&](const Row* row) { return make(*row); });
    return made;
}

void add_funding(CardView& card, const ViewContext& context, Id<model::Agreement> agreement) {
    double planned = 0;
    double realised = 0;
    for (const auto& row : context.atlas().table<model::Funding>())
        if (row.agreement == agreement) {
            planned += row.planned_rupiah.value_or(0);
            realised += row.realised_rupiah.value_or(0);
        }
    const auto& language = context.words.language();
    if (planned > 0 || realised > 0)
        add_property(card, context, "funding",
                     context.words.say("workspace.card.funded",
                                       {language.rupiah(realised), language.rupiah(planned)}));
}

std::vector<CardRow> subject_rows(const ViewContext& context, Id<model::Agreement> agreement) {
    std::vector<CardRow> rows;
    for (const auto& row : context.atlas().table<model::BoundarySubject>()) {
        if (row.agreement != agreement)
            continue;
        if (const auto* dispute = context.atlas().find(row.dispute))
            rows.push_back(dispute_row(context, *dispute, {}));
        else if (const auto* segment = context.atlas().find(row.segment))
            rows.push_back({{SubjectKind::segment, segment->id.value},
                            0,
                            {},
                            pair_name(context.atlas(), segment->first, segment->second),
                            context.words.name("segment_state", segment->state),
                            {}});
    }
    return rows;
}

} // namespace

void add_proceedings(CardView& card, const ViewContext& context,
                     const model::Agreement& agreement) {
    const model::Atlas& atlas = context.atlas();
    add_section(card, context, "boundary_subjects", subject_rows(context, agreement.id));
    add_section(card, context, "meetings",
                newest_first(atlas.meetings(agreement.id), &model::Meeting::date,
                             [&](const auto& row) { return meeting_row(context, row); }));
    add_section(card, context, "reports",
                newest_first(atlas.reports(agreement.id), &model::Report::handed_in,
                             [&](const auto& row) { return report_row(context, row); }));
    std::vector<CardRow> problems;
    for (const auto& row : atlas.table<model::Problem>())
        if (row.agreement == agreement.id)
            problems.push_back(plain_row(
                row.description, row.settled ? context.words.say("workspace.card.settled",
                                                                 {context.words.date(row.settled)})
                                             : context.words.say("workspace.card.unsettled")));
    add_section(card, context, "problems", std::move(problems));
}

void add_contents(CardView& card, const ViewContext& context, const model::Agreement& agreement) {
    const int entered = model::contents_entered(agreement);
    add_property(card, context, "contents",
                 context.words.say("workspace.card.contents_of", {std::to_string(entered), "8"}));
    add_funding(card, context, agreement.id);
    std::vector<CardRow> chain;
    const auto link = [&](const model::Agreement& other, const char* how) {
        CardRow row = agreement_row(context, other, {});
        row.detail = context.words.say(how) + " · " + row.detail;
        chain.push_back(std::move(row));
    };
    // The whole chain backwards; one that leads round in a circle ends where it began.
    std::set<Id<model::Agreement>> seen{agreement.id};
    for (const auto* one = context.atlas().find(agreement.amends);
         one && seen.insert(one->id).second; one = context.atlas().find(one->amends))
        link(*one, "workspace.card.before");
    for (const model::Agreement& other : context.atlas().agreements())
        if (other.amends == agreement.id && seen.insert(other.id).second)
            link(other, "workspace.card.after");
    add_section(card, context, "chain", std::move(chain));
}

namespace {

/// "Peta · Peta desa"; a title that only repeats the kind says nothing more.
std::string evidence_title(const Words& words, const model::Evidence& row) {
    const std::string kind = words.name("evidence_kind", row.kind);
    return lower_case(row.title) == lower_case(kind) ? kind : joined(kind, row.title);
}

CaseParty::Item evidence_item(const ViewContext& context, const model::Evidence& row) {
    std::string detail = joined(row.issuer, row.year ? std::to_string(*row.year) : std::string());
    return {{},
            row.id,
            evidence_title(context.words, row),
            joined(detail, row.scale),
            row.position.has_value()};
}

CaseParty::Item claim_item(const ViewContext& context, const model::Claim& claim) {
    const model::Atlas& atlas = context.atlas();
    const std::string basis =
        claim.basis.empty() ? context.words.say("workspace.card.claim_without_basis") : claim.basis;
    const std::string length =
        claim.line && !claim.line->empty()
            ? context.words.language().distance(crs::ellipsoidal_length(*claim.line))
            : std::string();
    return {claim.id,
            {},
            basis,
            joined(claimed_pair(atlas, claim),
                   joined(length, joined(claim.author, document_text(atlas, claim.document)))),
            false};
}

CaseParty party_of(const ViewContext& context, const model::BoundaryDispute& dispute,
                   Id<model::Village> village) {
    CaseParty party{village, village_name(context.atlas(), village), {}, {}};
    for (const model::Claim* claim : context.atlas().claims(dispute.id))
        if (claim->village == village)
            party.claims.push_back(claim_item(context, *claim));
    for (const model::Evidence* row : context.atlas().evidence(dispute.id))
        if (row->village == village)
            party.evidence.push_back(evidence_item(context, *row));
    return party;
}

std::vector<CardRow> signatory_rows(const ViewContext& context,
                                    Id<model::BoundaryDispute> dispute) {
    const Words& words = context.words;
    std::vector<CardRow> rows;
    for (const model::Signatory* row : context.atlas().signatories(dispute))
        rows.push_back(plain_row(
            row->name,
            joined(words.name("signatory_role", row->role),
                   row->village ? village_name(context.atlas(), row->village) : std::string()),
            !model::doubts_about(context.atlas().tables(), *row).empty()
                ? Tag{words.say("workspace.signatory.check"), Tone::amber}
            : row->signed_on ? Tag{}
                             : Tag{words.say("workspace.card.not_signed"), Tone::amber}));
    return rows;
}

} // namespace

std::vector<CaseParty> case_parties(const ViewContext& context,
                                    const model::BoundaryDispute& dispute) {
    std::vector<Id<model::Village>> villages{dispute.first, dispute.second};
    for (const model::BoundarySegment* segment : context.atlas().segments_of(dispute))
        for (const Id<model::Village> village : {segment->first, segment->second})
            if (std::find(villages.begin(), villages.end(), village) == villages.end())
                villages.push_back(village);
    std::vector<CaseParty> parties;
    parties.reserve(villages.size());
    for (const Id<model::Village> village : villages)
        parties.push_back(party_of(context, dispute, village));
    // Who claims no line of its own holds to the one in force.
    const bool claimed = std::any_of(parties.begin(), parties.end(),
                                     [](const CaseParty& one) { return !one.claims.empty(); });
    for (CaseParty& party : parties)
        if (claimed && party.claims.empty())
            party.claims.push_back(
                {{}, {}, context.words.say("workspace.card.holds_in_force"), {}, false});
    // What nobody in particular laid before stands with the others' last.
    CaseParty common{{}, context.words.say("workspace.card.common_evidence"), {}, {}};
    for (const model::Evidence* row : context.atlas().evidence(dispute.id))
        if (std::find(villages.begin(), villages.end(), row->village) == villages.end())
            common.evidence.push_back(evidence_item(context, *row));
    if (!common.evidence.empty())
        parties.push_back(std::move(common));
    return parties;
}

void add_casework(CardView& card, const ViewContext& context, Id<model::BoundaryDispute> dispute) {
    add_section(card, context, "meetings",
                newest_first(context.atlas().meetings(dispute), &model::Meeting::date,
                             [&](const auto& row) { return meeting_row(context, row); }));
    add_section(card, context, "signatories", signatory_rows(context, dispute));
}

} // namespace antardesa::workspace
