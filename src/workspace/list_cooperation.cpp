#include "workspace/compliance_text.h"
#include "workspace/list_builder.h"
#include "workspace/suggestion_text.h"

namespace antardesa::workspace {

namespace {

using analysis::ComplianceFinding;
using analysis::Suggestion;

std::string title_of(const ViewContext& context, const ComplianceFinding& finding) {
    if (const auto* body = std::get_if<Id<model::CooperationBody>>(&finding.subject)) {
        const auto* row = context.atlas().find(*body);
        return row ? row->name : std::string();
    }
    return describe(context.atlas(), subject_of(finding.subject), context.words).title;
}

/// Of a body: when the filter's kecamatan is its own.
bool lets_through(const ViewContext& context, const ComplianceFinding& finding) {
    return std::visit(
        [&](const auto& id) {
            const auto* row = context.atlas().find(id);
            if constexpr (std::is_same_v<decltype(row), const model::CooperationBody*>)
                return row &&
                       (!context.filter.district || row->district == context.filter.district);
            else
                return row && passes(context, *row);
        },
        finding.subject);
}

SortableRow compliance_row(const ViewContext& context, const ComplianceFinding& finding) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = subject_of(finding.subject);
    row.tag(words.severity_tag(finding.severity), -static_cast<double>(finding.severity));
    row.text(finding.rule);
    row.text(title_of(context, finding));
    row.text(compliance_detail(finding, words.language(), words.in_city()));
    row.text(basis_text(context.atlas(), finding.laws, words.today(), words.language()));
    return row;
}

bool lets_through(const ViewContext& context, const Suggestion& suggestion) {
    return std::any_of(suggestion.villages.begin(), suggestion.villages.end(), [&](auto id) {
        const model::Village* village = context.atlas().find(id);
        return village && passes(context, *village);
    });
}

SortableRow suggestion_row(const ViewContext& context, const Suggestion& suggestion) {
    const Words& words = context.words;
    SortableRow row;
    std::string names;
    for (const Id<model::Village> village : suggestion.villages) {
        const Subject subject{SubjectKind::village, village.value};
        names += (names.empty() ? "" : ", ") + village_name(context.atlas(), village);
        if (row.row.subject.kind == SubjectKind::none)
            row.row.subject = subject;
        else
            row.row.with.push_back(subject);
    }
    std::string facts;
    for (const analysis::Fact& fact : suggestion.facts)
        facts += (facts.empty() ? "" : " ") + fact_text(context.atlas(), fact, words.language());
    row.text(names);
    row.text(rule_text(suggestion, words.language()));
    row.with_icon(words.field_icon(suggestion.field), words.name("field_short", suggestion.field));
    row.text(facts);
    row.row.draft = draft_of(context.atlas(), suggestion, context.indonesian);
    return row;
}

template<class Rows, class Make>
void add_rows(const ViewContext& context, const Rows& rows, ListContent& content, Make make) {
    for (const auto& row : rows) {
        ++content.total;
        if (lets_through(context, row))
            content.rows.push_back(make(context, row));
    }
}

} // namespace

ListContent compliance_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "severity", 0.9F, 92), column(words, "rule", 0.4F, 48),
                       column(words, "about", 1.3F, 120), column(words, "lacking", 3, 180),
                       column(words, "basis", 1.5F, 110)};
    content.empty_key = "workspace.empty.compliance";
    content.name_column = 2;
    if (context.shown.cooperation)
        add_rows(context, context.shown.cooperation->compliance, content, compliance_row);
    return content;
}

ListContent suggestion_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "parties", 1.4F, 130), column(words, "why", 1.8F, 150),
                       column(words, "field", 0.8F, 100), column(words, "facts", 3, 180)};
    content.empty_key = "workspace.empty.suggestions";
    content.name_column = 0;
    if (context.shown.cooperation)
        add_rows(context, context.shown.cooperation->suggestions, content, suggestion_row);
    return content;
}

} // namespace antardesa::workspace
