#include "workspace/line_document.h"

namespace antardesa::workspace {

Result<LinePlan> plan_with_document(const model::Atlas& atlas, const LineWish& wish,
                                    model::Document document, std::optional<Date> today,
                                    Progress& progress) {
    if (document.number.empty() && document.title.empty())
        return Refusal{{"model.document_needs_number", {}}};
    document.id = atlas.table<model::Document>().next_id();
    model::Edit paper;
    paper.writes.push_back(model::Put<model::Document>{document});
    // What judges a paper looks for it among those of the project.
    const auto with_paper = model::Atlas::build(
        atlas.identity(), model::applied(atlas.tables(), paper), atlas.revision(), progress);
    auto wished = wish(*with_paper);
    if (!wished)
        return wished.refusal();
    model::EditLine request = std::move(wished).value();
    request.document = document.id;
    request.today = today;
    auto planned = plan_line(*with_paper, request);
    if (!planned)
        return planned;
    LinePlan plan = std::move(planned).value();
    plan.edit.writes.insert(plan.edit.writes.begin(), std::move(paper.writes.front()));
    return plan;
}

} // namespace antardesa::workspace
