#include "workspace/list_builder.h"

namespace antardesa::workspace {

namespace {

std::string square_metres(const Words& words, std::optional<double> area) {
    if (!area)
        return {};
    return *area < 1e4 ? words.say("workspace.square_metres", {words.number(*area, 2)})
                       : words.language().hectares(*area);
}

SortableRow finding_row(const ViewContext& context, const model::BoundaryFinding& finding) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::finding, finding.id.value};
    row.tag(words.severity_tag(finding.severity), -static_cast<double>(finding.severity));
    row.text(words.name("flaw_kind", finding.kind));
    row.text(participants_name(context.atlas(), finding));
    row.figure(square_metres(words, finding.area_m2), finding.area_m2.value_or(0));
    row.figure(finding.width_m ? words.say("workspace.metres", {words.number(*finding.width_m, 2)})
                               : std::string(),
               finding.width_m.value_or(0));
    row.text(finding.outgrown ? words.say("workspace.findings.outgrown")
             : finding.sliver ? words.say("workspace.findings.sliver")
                              : words.say("workspace.findings.to_settle"));
    return row;
}

SortableRow exception_row(const ViewContext& context, const model::BoundaryException& exception) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::exception, exception.id.value};
    row.text(words.name("exception_reason", exception.reason));
    row.text(words.name("flaw_kind", exception.kind));
    row.text(participants_name(context.atlas(), exception));
    row.figure(square_metres(words, exception.area_m2), exception.area_m2);
    row.figure(exception.date ? words.date(exception.date) : std::string(),
               sort_value(exception.date));
    row.text(document_text(context.atlas(), exception.document));
    return row;
}

} // namespace

ListContent finding_rows(const ViewContext& context) {
    const Words& words = context.words;
    const bool open = context.findings == FindingChoice::open;
    ListContent content;
    content.columns = {
        column(words, open ? "severity" : "reason", 1, 96),
        column(words, "finding_kind", 1.4F, 132),
        column(words, "between", 1.8F, 140),
        column(words, "area", 0.9F, 84, true),
        open ? column(words, "width", 0.8F, 72, true) : column(words, "date", 0.9F, 84),
        open ? column(words, "settling", 1.2F, 96) : column(words, "document", 1.2F, 90)};
    content.empty_key = open ? "workspace.empty.findings" : "workspace.empty.exceptions";
    const auto add = [&](const auto& rows, const auto& make) {
        for (const auto& row : rows) {
            ++content.total;
            if (passes(context, row))
                content.rows.push_back(make(context, row));
        }
    };
    if (open)
        add(context.atlas().table<model::BoundaryFinding>(), finding_row);
    else
        add(context.atlas().table<model::BoundaryException>(), exception_row);
    return content;
}

} // namespace antardesa::workspace
