#include "analysis/district_cooperation.h"
#include "base/text.h"
#include "workspace/list_builder.h"

namespace antardesa::workspace {

namespace {

std::string bodies_of(const ViewContext& context, const analysis::DistrictStanding& standing) {
    std::string names;
    for (const Id<model::CooperationBody> body : standing.bodies)
        names += (names.empty() ? "" : ", ") + context.atlas().find(body)->name;
    return names;
}

SortableRow district_row(const ViewContext& context, const analysis::DistrictStanding& standing) {
    const model::District& district = *context.atlas().find(standing.district);
    SortableRow row;
    row.row.subject = {SubjectKind::district, district.id.value};
    const auto figure = [&](auto count) {
        row.figure(context.words.number(static_cast<double>(count)), static_cast<double>(count));
    };
    row.text(district.code);
    row.text(district.name);
    row.text(bodies_of(context, standing));
    figure(standing.villages.size());
    figure(standing.bound);
    figure(standing.agreements.size());
    figure(standing.agreements.size() - static_cast<std::size_t>(standing.inside));
    figure(standing.meetings.size());
    return row;
}

SortableRow document_row(const ViewContext& context, const model::Document& document) {
    const Words& words = context.words;
    SortableRow row;
    row.row.record = RecordKey{Register::document, document.id.value};
    row.text(document.number);
    row.text(document.title);
    row.text(document_kind_name(document.kind, words.language()));
    row.figure(document.date ? words.date(document.date) : std::string(),
               sort_value(document.date));
    row.text(document.issuer);
    const auto files = context.atlas().attachments(document.id);
    std::string names;
    for (const model::Attachment* file : files) {
        names += (names.empty() ? "" : ", ") + file->name;
        row.searched += lower_case(file->words) + "\n";
    }
    row.text(names.empty() ? document.file : names);
    return row;
}

} // namespace

ListContent district_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "code", 0.8F, 72),
                       column(words, "district", 1.4F, 110),
                       column(words, "district_bodies", 1.6F, 120),
                       column(words, "villages", 0.6F, 48, true),
                       column(words, "bound", 0.8F, 72, true),
                       column(words, "agreements", 0.8F, 84, true),
                       column(words, "crossing", 0.9F, 84, true),
                       column(words, "meetings", 0.6F, 52, true)};
    content.empty_key = "workspace.empty.districts";
    const auto whole =
        analysis::district_cooperation(context.atlas(), context.filter, words.today());
    for (const analysis::DistrictStanding& standing : whole.districts) {
        ++content.total;
        if (!context.filter.district || context.filter.district == standing.district)
            content.rows.push_back(district_row(context, standing));
    }
    return content;
}

ListContent document_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "number", 1, 96),     column(words, "title", 2.4F, 150),
                       column(words, "kind", 0.9F, 80),    column(words, "date", 0.8F, 84),
                       column(words, "issuer", 1.4F, 100), column(words, "files", 1.2F, 90)};
    content.empty_key = "workspace.empty.documents";
    for (const model::Document& document : context.atlas().table<model::Document>()) {
        ++content.total;
        content.rows.push_back(document_row(context, document));
    }
    return content;
}

} // namespace antardesa::workspace
