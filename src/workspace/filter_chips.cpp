#include "workspace/view_context.h"

namespace antardesa::workspace {

namespace {

std::string names_of(const ViewContext& context) {
    std::string names;
    for (const Id<model::Village> village : context.filter.partners)
        names += (names.empty() ? "" : ", ") + village_name(context.atlas(), village);
    return names;
}

} // namespace

std::vector<FilterView::Chip> filter_chips(const ViewContext& context) {
    const analysis::Filter& filter = context.filter;
    std::vector<FilterView::Chip> chips;
    if (!filter.partners.empty()) {
        analysis::Filter without = filter;
        without.partners.clear();
        without.partners_alone = false;
        chips.push_back({context.words.say(filter.partners_alone ? "workspace.chip.alone"
                                                                 : "workspace.chip.partners",
                                           {names_of(context)}),
                         std::move(without)});
    }
    if (filter.agreement) {
        analysis::Filter without = filter;
        without.agreement = {};
        const auto* agreement = context.atlas().find(filter.agreement);
        chips.push_back({context.words.say("workspace.chip.agreement",
                                           {agreement ? agreement->title : std::string("—")}),
                         std::move(without)});
    }
    if (filter.ends_within_days) {
        analysis::Filter without = filter;
        without.ends_within_days.reset();
        chips.push_back({context.words.count("workspace.chip.ends", *filter.ends_within_days),
                         std::move(without)});
    }
    return chips;
}

} // namespace antardesa::workspace
