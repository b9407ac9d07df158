#include "crs/ellipsoid.h"
#include "workspace/list_builder.h"
#include "workspace/standing_areas.h"

namespace antardesa::workspace {

namespace {

Tag kind_tag(const Words& words, model::ExceptionReason reason) {
    return {words.name("exception_reason", reason),
            reason == model::ExceptionReason::mutual_claim ? Tone::amber : Tone::neutral};
}

SortableRow claim_row(const ViewContext& context, const model::BoundaryException& area) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::exception, area.id.value};
    row.tag(kind_tag(words, area.reason), static_cast<double>(area.reason));
    row.text(participants_name(context.atlas(), area));
    row.figure(words.language().hectares(area.area_m2, 4), area.area_m2);
    row.figure(area.date ? words.date(area.date) : std::string(), sort_value(area.date));
    const std::string document = document_text(context.atlas(), area.document);
    row.text(document.empty() ? area.remark : document);
    const auto findings =
        static_cast<double>(findings_at(context.atlas(), area.villages, area.special_areas).size());
    row.figure(words.number(findings), findings);
    return row;
}

SortableRow imported_row(const ViewContext& context, const model::SpecialArea& area) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::special_area, area.id.value};
    row.tag(kind_tag(words, model::ExceptionReason::undefined),
            static_cast<double>(model::ExceptionReason::undefined));
    row.text(area.name);
    const double size = area.geometry ? crs::ellipsoidal_area(*area.geometry) : 0;
    row.figure(words.language().hectares(size, 4), size);
    row.figure("", 1e9);
    row.text(words.say("workspace.area.imported"));
    const auto findings = static_cast<double>(findings_at(context.atlas(), {}, {area.id}).size());
    row.figure(words.number(findings), findings);
    return row;
}

} // namespace

ListContent claim_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {
        column(words, "area_kind", 1.1F, 116),   column(words, "claimants", 2.4F, 160),
        column(words, "area", 0.8F, 76, true),   column(words, "since", 0.8F, 84),
        column(words, "claim_basis", 1.4F, 116), column(words, "findings", 0.4F, 56, true)};
    content.empty_key = "workspace.empty.claims";
    for (const auto& area : context.atlas().table<model::BoundaryException>()) {
        if (!is_standing(area))
            continue;
        ++content.total;
        if (passes(context, area))
            content.rows.push_back(claim_row(context, area));
    }
    for (const auto& area : context.atlas().table<model::SpecialArea>()) {
        if (!is_standing(area))
            continue;
        ++content.total;
        if (!context.filter.district)
            content.rows.push_back(imported_row(context, area));
    }
    return content;
}

} // namespace antardesa::workspace
