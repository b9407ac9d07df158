#include "workspace/list_builder.h"

#include <algorithm>
#include <map>

namespace antardesa::workspace {

namespace {

/// "Musdes 2 desa +3": the card has them all.
std::string first_of(const std::string& list) {
    const std::size_t end = list.find(", ");
    if (end == std::string::npos)
        return list;
    std::size_t more = 0;
    for (std::size_t at = end; at != std::string::npos; at = list.find(", ", at + 2))
        ++more;
    return list.substr(0, end) + " +" + std::to_string(more);
}

/// What the check of compliance found, by the row that it is about.
class Marks {
  public:
    explicit Marks(const ViewContext& context) : words_(context.words) {
        reviewed_ = context.shown.cooperation != nullptr;
        if (reviewed_)
            for (const auto& finding : context.shown.cooperation->compliance) {
                Mark& mark = marks_[finding.subject];
                mark.worst = std::max(mark.worst, finding.severity);
                ++mark.count;
            }
    }
    /// The number of findings with the sign of the gravest; sorts those first that have such.
    void put(SortableRow& row, const analysis::ComplianceSubject& subject) const {
        const auto at = marks_.find(subject);
        if (at == marks_.end()) {
            row.figure(reviewed_ ? "" : "…", 0);
            return;
        }
        constexpr double above = 1000; // more than one row ever has
        const Mark& mark = at->second;
        row.figure(words_.number(mark.count),
                   -(above * static_cast<double>(mark.worst) + mark.count));
        if (mark.worst == Severity::information)
            return;
        const bool grave = mark.worst == Severity::error;
        const Words::Icon icon = words_.icon(grave ? "error" : "warning", grave ? "red" : "amber");
        row.row.cells.back().icon = icon.code;
        row.row.cells.back().icon_colour = icon.colour;
    }

  private:
    struct Mark {
        Severity worst = Severity::information;
        int count = 0;
    };
    const Words& words_;
    bool reviewed_ = false;
    std::map<analysis::ComplianceSubject, Mark> marks_;
};

SortableRow agreement_row(const ViewContext& context, const Marks& marks,
                          const model::Agreement& agreement) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::agreement, agreement.id.value};
    row.text(agreement.number);
    row.text(agreement.title);
    row.with_icon(words.field_icon(agreement.field), words.name("field_short", agreement.field));
    double villages = 0;
    for (const auto* party : context.atlas().parties(agreement.id))
        villages += party->third_party ? 0 : 1;
    row.figure(words.number(villages), villages);
    const auto group = model::stage_group(agreement, words.today());
    row.tag(words.stage_tag(agreement, false), static_cast<double>(group));
    row.figure(words.date(agreement.ends), sort_value(agreement.ends));
    marks.put(row, agreement.id);
    row.text(first_of(missing_text(context, agreement)));
    return row;
}

SortableRow asset_row(const ViewContext& context, const Marks& marks,
                      const model::SharedAsset& asset) {
    const Words& words = context.words;
    SortableRow row;
    row.row.subject = {SubjectKind::asset, asset.id.value};
    row.text(asset.name);
    row.with_icon(words.icon("asset." + std::string(model::code_of(asset.kind))),
                  words.name("asset_kind", asset.kind));
    const auto shares = static_cast<double>(context.atlas().shares(asset.id).size());
    row.figure(words.number(shares), shares);
    row.tag(words.condition_tag(asset.condition), static_cast<double>(asset.condition));
    row.figure(asset.year ? std::to_string(*asset.year) : "", asset.year.value_or(0));
    row.figure(asset.value_rupiah ? words.language().rupiah(*asset.value_rupiah) : "",
               asset.value_rupiah.value_or(-1));
    marks.put(row, asset.id);
    const auto* agreement = context.atlas().find(asset.agreement);
    row.text(agreement ? agreement->title : "");
    return row;
}

} // namespace

ListContent agreement_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {column(words, "number", 0.9F, 84), column(words, "title", 1.9F, 120),
                       column(words, "field", 1.2F, 104), column(words, "villages", 0.5F, 44, true),
                       column(words, "stage", 1.1F, 108), column(words, "ends", 0.8F, 80),
                       column(words, "check", 0.3F, 40),  column(words, "missing", 1.7F, 104)};
    content.empty_key = "workspace.empty.agreements";
    const Marks marks(context);
    for (const auto& agreement : context.atlas().agreements()) {
        ++content.total;
        if (passes(context, agreement))
            content.rows.push_back(agreement_row(context, marks, agreement));
    }
    return content;
}

ListContent asset_rows(const ViewContext& context) {
    const Words& words = context.words;
    ListContent content;
    content.columns = {
        column(words, "asset", 2, 104),          column(words, "kind", 1, 84),
        column(words, "owners", 0.6F, 56, true), column(words, "condition", 1, 92),
        column(words, "year", 0.6F, 48, true),   column(words, "value", 1.2F, 100, true),
        column(words, "check", 0.3F, 40),        column(words, "agreement", 1.6F, 110)};
    content.empty_key = "workspace.empty.assets";
    content.name_column = 0;
    const Marks marks(context);
    for (const auto& asset : context.atlas().assets()) {
        ++content.total;
        if (passes(context, asset))
            content.rows.push_back(asset_row(context, marks, asset));
    }
    return content;
}

} // namespace antardesa::workspace
