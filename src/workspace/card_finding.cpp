#include "analysis/boundary_check.h"
#include "workspace/card_builder.h"
#include "workspace/standing_areas.h"

namespace antardesa::workspace {

namespace {

using model::ExceptionReason;
using model::FlawKind;

std::string area_text(const Words& words, double area) {
    return words.say("workspace.square_metres", {words.number(area, 2)});
}

template<class Row>
std::vector<CardRow> participant_rows(const ViewContext& context, const Row& row) {
    std::vector<CardRow> rows;
    for (const Id<model::Village> village : row.villages)
        if (context.atlas().find(village))
            rows.push_back(village_row(context, village, {}));
    for (const Id<model::SpecialArea> area : row.special_areas) {
        const Subject subject{SubjectKind::special_area, area.value};
        const SubjectText text = describe(context.atlas(), subject, context.words);
        rows.push_back({subject, 0, {}, text.title, text.detail, {}});
    }
    return rows;
}

FindingDeeds deeds_of(const ViewContext& context, const model::BoundaryFinding& finding) {
    FindingDeeds deeds;
    const bool strip = finding.kind == FlawKind::overlap || finding.kind == FlawKind::gap;
    deeds.near_miss = finding.kind == FlawKind::near_miss;
    const bool outline =
        finding.kind == FlawKind::invalid_ring || finding.kind == FlawKind::duplicate_shape;
    deeds.can_repair = strip || deeds.near_miss || outline;
    deeds.several = finding.villages.size() + finding.special_areas.size() > 2;
    deeds.confirms = finding.kind == FlawKind::moved_line;
    const bool parties = finding.villages.size() == 2 || finding.villages.size() == 3;
    if (finding.kind == FlawKind::overlap && parties && finding.special_areas.empty())
        for (const Id<model::Village> village : finding.villages)
            deeds.claimants.push_back(village_name(context.atlas(), village));
    for (const ExceptionReason reason : model::reasons_to_stay(finding.kind))
        deeds.reasons.emplace_back(reason, context.words.name("exception_reason", reason));
    deeds.can_allow = !deeds.reasons.empty();
    if (!deeds.can_allow)
        return deeds;
    deeds.today = context.words.today();
    deeds.documents = document_choices(context.atlas(), finding.villages);
    return deeds;
}

/// "workspace.finding.means.celah": what it is; then what can be done.
std::vector<std::string> remarks_of(const Words& words, const model::BoundaryFinding& finding) {
    std::string code(model::code_of(finding.kind));
    if (finding.kind == FlawKind::duplicate_shape && !finding.special_areas.empty())
        code += ".area_khusus";
    std::vector<std::string> remarks{words.say("workspace.finding.means." + code),
                                     words.say("workspace.finding.do." + code)};
    if (finding.kind == FlawKind::near_miss && finding.width_m.value_or(1) < analysis::unshared_m)
        remarks.insert(remarks.begin(), words.say("workspace.finding.unshared"));
    if (finding.outgrown)
        remarks.insert(remarks.begin(), words.say("workspace.finding.outgrown"));
    return remarks;
}

const model::BoundarySegment* segment_of(const model::Atlas& atlas,
                                         const model::BoundaryFinding& finding) {
    for (const Id<model::Village> village : finding.villages)
        for (const model::BoundarySegment* segment : atlas.segments_of(village))
            if (finding.villages == std::vector{std::min(segment->first, segment->second),
                                                std::max(segment->first, segment->second)})
                return segment;
    return nullptr;
}

/// The points that the finding is about.
std::vector<CardRow> stray_rows(const ViewContext& context, const model::BoundaryFinding& finding) {
    const model::BoundarySegment* segment = segment_of(context.atlas(), finding);
    if (finding.kind != FlawKind::stray_points || !segment)
        return {};
    std::vector<CardRow> rows = point_card_rows(context, segment->id);
    std::erase_if(rows, [&](const CardRow& row) {
        const PointFigures* figures = figures_of(context, {row.subject.id});
        return !figures || !(figures->off_m > 0);
    });
    return rows;
}

} // namespace

CardView finding_card(const ViewContext& context, const model::BoundaryFinding& finding) {
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::finding, finding.id.value};
    card.title = participants_name(context.atlas(), finding);
    card.subtitle = words.name("flaw_kind", finding.kind) + " · " +
                    words.say("workspace.finding.number", {std::to_string(finding.id.value)});
    if (finding.area_m2)
        card.facts.push_back(
            {area_text(words, *finding.area_m2), words.say("workspace.card.ellipsoidal")});
    if (finding.width_m)
        card.facts.push_back(
            {words.say("workspace.metres", {words.number(*finding.width_m, 2)}),
             words.say(finding.kind == FlawKind::near_miss      ? "workspace.card.distance"
                       : finding.kind == FlawKind::moved_line   ? "workspace.card.moved_by"
                       : finding.kind == FlawKind::stray_points ? "workspace.card.off_line"
                                                                : "workspace.card.width")});
    add_property(card, context, "severity", words.name("severity", finding.severity));
    if (finding.fault)
        add_property(card, context, "fault", words.name("ring_fault", *finding.fault));
    if (finding.count > 1)
        add_property(card, context, "pieces", words.number(finding.count));
    card.remarks = remarks_of(words, finding);
    card.finding = deeds_of(context, finding);
    add_section(card, context, "points", stray_rows(context, finding));
    add_section(card, context, "villages", participant_rows(context, finding));
    return card;
}

CardView exception_card(const ViewContext& context, const model::BoundaryException& exception) {
    const Words& words = context.words;
    CardView card;
    card.subject = {SubjectKind::exception, exception.id.value};
    card.title = participants_name(context.atlas(), exception);
    card.subtitle =
        words.say("workspace.finding.allowed", {words.name("exception_reason", exception.reason)});
    card.facts.push_back(
        {area_text(words, exception.area_m2), words.say("workspace.card.ellipsoidal")});
    add_property(card, context, "kind", words.name("flaw_kind", exception.kind));
    add_property(card, context, "document", document_text(context.atlas(), exception.document));
    if (exception.date)
        add_property(card, context, "since", words.date(exception.date));
    add_property(card, context, "remark", exception.remark);
    card.finding = FindingDeeds{};
    card.finding->allowed = true;
    if (is_standing(exception))
        add_standing_area(card, context, exception);
    else
        add_section(card, context, "villages", participant_rows(context, exception));
    return card;
}

} // namespace antardesa::workspace
