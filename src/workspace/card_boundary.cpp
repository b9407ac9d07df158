#include "crs/ellipsoid.h"
#include "model/case_verbs.h"
#include "model/point_verbs.h"
#include "model/state_papers.h"
#include "workspace/card_builder.h"
#include "workspace/facilitation.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace antardesa::workspace {

namespace {

/// Of a segment; most have fewer.
constexpr std::size_t points_shown = 12;

/// The lines that are on the table, none of them in force.
std::vector<CardRow> proposal_rows(const ViewContext& context, Id<model::BoundaryDispute> dispute) {
    std::vector<CardRow> rows;
    for (const model::Proposal* proposal : model::proposals_of(context.atlas(), dispute)) {
        std::string detail = proposal->author;
        if (proposal->line && !proposal->line->empty())
            detail += (detail.empty() ? "" : " · ") +
                      context.words.language().distance(crs::ellipsoidal_length(*proposal->line));
        rows.push_back({{}, 0, {}, proposal->name, std::move(detail), {}});
    }
    return rows;
}

/// What the check found between the two, and whether their line is where it was agreed.
std::vector<CardRow> finding_rows_between(const ViewContext& context,
                                          const model::BoundarySegment& segment) {
    const std::vector<Id<model::Village>> pair{std::min(segment.first, segment.second),
                                               std::max(segment.first, segment.second)};
    std::vector<CardRow> rows;
    for (const auto& finding : context.atlas().table<model::BoundaryFinding>()) {
        if (finding.villages != pair || !finding.special_areas.empty())
            continue;
        const Subject subject{SubjectKind::finding, finding.id.value};
        const SubjectText text = describe(context.atlas(), subject, context.words);
        rows.push_back({subject,
                        0,
                        {},
                        context.words.name("flaw_kind", finding.kind),
                        text.detail,
                        {context.words.name("severity", finding.severity),
                         finding.severity == Severity::error ? Tone::red : Tone::amber}});
    }
    return rows;
}

/// Whether titik kartometrik of it lie off the line; a pilar is never put anywhere.
bool has_strays(const ViewContext& context, Id<model::BoundarySegment> segment) {
    const auto points = context.atlas().points_of(segment);
    return std::any_of(points.begin(), points.end(), [&](const model::TurningPoint* point) {
        const PointFigures* figures = figures_of(context, point->id);
        return model::is_cartometric(*point) && figures && figures->off_m > 0;
    });
}

} // namespace

std::vector<std::pair<Id<model::Document>, std::string>>
document_choices(const model::Atlas& atlas, std::span<const Id<model::Village>> villages) {
    using Rank = std::tuple<int, std::chrono::sys_days>;
    std::vector<std::pair<Rank, const model::Document*>> documents;
    for (const auto& document : atlas.table<model::Document>()) {
        int named = 0;
        for (const Id<model::Village> village : villages) {
            const std::string name = village_name(atlas, village);
            named += !name.empty() && document.title.find(name) != std::string::npos;
        }
        const auto day =
            document.date ? std::chrono::sys_days(*document.date) : std::chrono::sys_days::min();
        documents.push_back({{named, day}, &document});
    }
    std::stable_sort(documents.begin(), documents.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::pair<Id<model::Document>, std::string>> choices;
    choices.reserve(documents.size());
    for (const auto& [rank, document] : documents)
        choices.emplace_back(document->id, document_text(atlas, document->id));
    return choices;
}

std::vector<std::pair<Id<model::Document>, std::string>>
decree_choices(const model::Atlas& atlas, const model::BoundarySegment& segment) {
    if (segment.state != model::SegmentState::enacted)
        return {};
    auto choices = document_choices(atlas, std::array{segment.first, segment.second});
    std::erase_if(choices, [&](const auto& choice) {
        return model::paper_refusal(atlas, segment, segment.state, atlas.find(choice.first))
            .has_value();
    });
    // The decree that enacted the line, before any newer one of somewhere else.
    std::stable_partition(choices.begin(), choices.end(),
                          [&](const auto& choice) { return choice.first == segment.document; });
    return choices;
}

CardView dispute_card(const ViewContext& context, const model::BoundaryDispute& dispute) {
    const model::Atlas& atlas = context.atlas();
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::dispute, dispute.id.value};
    card.title = pair_name(atlas, dispute.first, dispute.second);
    card.subtitle = words.or_dash(dispute.number) + " · " + words.dispute_tag(dispute.state).text;
    if (dispute.contested && !dispute.contested->empty())
        card.facts.push_back({words.language().hectares(crs::ellipsoidal_area(*dispute.contested)),
                              words.say("workspace.card.contested")});
    if (const auto left = facilitation_days_left(dispute, words.today()))
        card.facts.push_back({words.count("workspace.days", *left < 0 ? -*left : *left),
                              words.say(*left < 0 ? "workspace.card.facilitation_over"
                                                  : "workspace.card.facilitation_left")});
    add_property(card, context, "subject", dispute.subject);
    add_property(card, context, "facilitator", words.name("facilitator", dispute.facilitator));
    if (dispute.reported)
        add_property(card, context, "reported", words.date(dispute.reported));
    if (dispute.facilitation_start)
        add_property(card, context, "facilitation_start", words.date(dispute.facilitation_start));
    add_property(card, context, "outcome", document_text(context.atlas(), dispute.outcome));
    card.dispute = {dispute.state,
                    model::next_states(atlas.tables(), dispute),
                    {{dispute.first, village_name(atlas, dispute.first)},
                     {dispute.second, village_name(atlas, dispute.second)}},
                    document_choices(atlas, std::array{dispute.first, dispute.second}),
                    case_parties(context, dispute),
                    context.words.today()};
    add_section(card, context, "proposals", proposal_rows(context, dispute.id));
    add_casework(card, context, dispute.id);
    add_section(
        card, context, "villages",
        {village_row(context, dispute.first, {}), village_row(context, dispute.second, {})});
    return card;
}

CardView segment_card(const ViewContext& context, const model::BoundarySegment& segment) {
    const model::Atlas& atlas = context.atlas();
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::segment, segment.id.value};
    card.title = pair_name(atlas, segment.first, segment.second);
    card.subtitle =
        words.say("workspace.card.segment_of", {words.name("segment_level", segment.level)});
    card.segment = {segment.state,
                    segment.pillars,
                    has_strays(context, segment.id),
                    segment.character,
                    segment.workflow,
                    segment.document,
                    document_choices(atlas, std::array{segment.first, segment.second})};
    card.decrees = decree_choices(atlas, segment);
    card.facts.push_back(
        {words.language().distance(segment.length_m), words.say("workspace.card.computed")});
    add_property(card, context, "state", words.name("segment_state", segment.state));
    if (is_without_line(context, segment.id))
        add_property(card, context, "line", words.say("workspace.card.no_line"));
    add_property(card, context, "pillars",
                 words.say(segment.pillars ? "workspace.yes" : "workspace.no"));
    if (segment.character != model::LineCharacter::none)
        add_property(card, context, "character", words.name("line_character", segment.character));
    if (segment.workflow != model::BoundaryWorkflow::none)
        add_property(card, context, "workflow", words.name("boundary_workflow", segment.workflow));
    add_property(card, context, "document", document_text(context.atlas(), segment.document));
    add_section(
        card, context, "villages",
        {village_row(context, segment.first, {}), village_row(context, segment.second, {})});
    add_section(card, context, "points", point_card_rows(context, segment.id), points_shown);
    std::vector<CardRow> disputes;
    for (const auto* dispute : atlas.disputes_of(segment.first))
        if (dispute->segment == segment.id)
            disputes.push_back(dispute_row(context, *dispute, {}));
    add_section(card, context, "disputes", std::move(disputes));
    add_section(card, context, "findings", finding_rows_between(context, segment));
    return card;
}

} // namespace antardesa::workspace
