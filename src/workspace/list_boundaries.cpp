#include "analysis/partners.h"
#include "crs/ellipsoid.h"
#include "workspace/facilitation.h"
#include "workspace/list_builder.h"

namespace antardesa::workspace {

namespace {

std::string district_name(const model::Atlas& atlas, Id<model::Village> village) {
    const auto* row = atlas.find(village);
    const auto* district = row ? atlas.find(row->district) : nullptr;
    return district ? district->name : std::string();
}

SortableRow dispute_row(const ViewContext& context, const model::BoundaryDispute& dispute) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::dispute, dispute.id.value};
    row.text(dispute.number);
    row.with_icon(words.icon("dispute", "red"),
                  pair_name(context.atlas(), dispute.first, dispute.second));
    // Who facilitates stands beside it; the names of both villages need the room.
    row.tag(
        {words.name("dispute_state_short", dispute.state), words.dispute_tag(dispute.state).tone},
        static_cast<double>(dispute.state));
    row.text(words.name("facilitator", dispute.facilitator));
    row.figure(words.date(dispute.reported), sort_value(dispute.reported));
    const auto left = facilitation_days_left(dispute, words.today());
    row.figure(left ? words.count("workspace.days", *left) : "", left ? *left : 1e9);
    const double area = dispute.contested ? crs::ellipsoidal_area(*dispute.contested) : 0;
    row.figure(area > 0 ? words.language().hectares(area) : "", area);
    return row;
}

SortableRow segment_row(const ViewContext& context, const model::BoundarySegment& segment) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::segment, segment.id.value};
    row.text(pair_name(context.atlas(), segment.first, segment.second));
    row.text(words.name("segment_level_short", segment.level));
    row.tag(words.segment_tag(segment.state), static_cast<double>(segment.state));
    if (is_without_line(context, segment.id))
        row.figure(words.say("workspace.no_line"), -1);
    else
        row.figure(words.language().distance(segment.length_m), segment.length_m);
    row.text(words.say(segment.pillars ? "workspace.yes" : "workspace.no"));
    const auto* document = context.atlas().find(segment.document);
    row.text(document ? document->number : "");
    return row;
}

SortableRow village_row(const ViewContext& context, const model::Village& village) {
    const Words& words = context.words;
    const model::Atlas& atlas = context.atlas();
    SortableRow row;
    row.row.subject = {SubjectKind::village, village.id.value};
    row.text(village.name);
    row.text(village.code);
    row.text(district_name(atlas, village.id));
    row.text(words.name("village_kind", village.kind));
    const double area = context.shown.figures->area_of(atlas, village.id);
    row.figure(words.number(area / 10'000, 1), area);
    const auto all = atlas.agreements_of(village.id);
    const auto agreements = static_cast<double>(std::count_if(
        all.begin(), all.end(), [](const auto* one) { return analysis::makes_partners(*one); }));
    row.figure(words.number(agreements), agreements);
    const auto disputes = static_cast<double>(atlas.disputes_of(village.id).size());
    row.figure(words.number(disputes), disputes);
    return row;
}

} // namespace

ListContent dispute_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "number", 1, 84),
                       column(words, "between", 2.2F, 150),
                       column(words, "state", 1.3F, 104),
                       column(words, "facilitator", 0.9F, 76),
                       column(words, "reported", 0.9F, 84),
                       column(words, "left", 0.8F, 64, true),
                       column(words, "contested", 0.9F, 72, true)};
    content.empty_key = "workspace.empty.disputes";
    for (const auto& dispute : context.atlas().disputes()) {
        ++content.total;
        if (passes(context, dispute))
            content.rows.push_back(dispute_row(context, dispute));
    }
    return content;
}

ListContent segment_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "between", 2.2F, 176), column(words, "level", 0.9F, 88),
                       column(words, "state", 1.2F, 100),   column(words, "length", 0.8F, 64, true),
                       column(words, "pillars", 0.6F, 52),  column(words, "document", 1.2F, 90)};
    content.name_column = 0;
    content.empty_key = "workspace.empty.segments";
    for (const auto& segment : context.atlas().segments()) {
        ++content.total;
        if (passes(context, segment))
            content.rows.push_back(segment_row(context, segment));
    }
    return content;
}

ListContent village_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {
        column(words, "village", 1.8F, 120),      column(words, "code", 1.3F, 104),
        column(words, "district", 1.4F, 104),     column(words, "kind", 0.8F, 72),
        column(words, "area_ha", 0.9F, 72, true), column(words, "agreements", 0.8F, 72, true),
        column(words, "disputes", 0.7F, 56, true)};
    content.name_column = 0;
    content.empty_key = "workspace.empty.villages";
    for (const auto& village : context.atlas().villages()) {
        ++content.total;
        if (passes(context, village))
            content.rows.push_back(village_row(context, village));
    }
    return content;
}

} // namespace antardesa::workspace
