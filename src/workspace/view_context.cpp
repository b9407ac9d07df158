#include "workspace/view_context.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

bool in_district(const ViewContext& context, Id<model::Village> village) {
    const auto* row = context.atlas().find(village);
    return row && row->district == context.filter.district;
}

} // namespace

bool passes(const ViewContext& context, const model::Village& village) {
    return !context.filter.district || village.district == context.filter.district;
}

bool passes(const ViewContext& context, const model::Agreement& agreement) {
    return analysis::matches(context.filter, agreement, context.atlas(), context.words.today());
}

bool passes(const ViewContext& context, const model::BoundaryDispute& dispute) {
    return !context.filter.district || in_district(context, dispute.first) ||
           in_district(context, dispute.second);
}

bool passes(const ViewContext& context, const model::BoundarySegment& segment) {
    return analysis::matches(context.filter, segment) &&
           (!context.filter.district || in_district(context, segment.first) ||
            in_district(context, segment.second));
}

namespace {

bool any_in_district(const ViewContext& context, const std::vector<Id<model::Village>>& villages) {
    return !context.filter.district ||
           std::any_of(villages.begin(), villages.end(),
                       [&](Id<model::Village> id) { return in_district(context, id); });
}

} // namespace

bool passes(const ViewContext& context, const model::BoundaryFinding& finding) {
    return analysis::matches(context.filter, finding) && any_in_district(context, finding.villages);
}

bool passes(const ViewContext& context, const model::BoundaryException& exception) {
    return analysis::matches(context.filter, exception) &&
           any_in_district(context, exception.villages);
}

bool passes(const ViewContext& context, const model::SharedAsset& asset) {
    if (!context.filter.district)
        return true;
    for (const auto* share : context.atlas().shares(asset.id))
        if (in_district(context, share->village))
            return true;
    return false;
}

bool passes(const ViewContext& context, const model::TurningPoint& point) {
    const auto* segment = context.atlas().find(point.segment);
    return segment ? passes(context, *segment) : context.filter.passes_everything();
}

const PointFigures* figures_of(const ViewContext& context, Id<model::TurningPoint> point) {
    if (!context.shown.points)
        return nullptr;
    const auto at = context.shown.points->find(point);
    return at == context.shown.points->end() ? nullptr : &at->second;
}

std::string live_sentence(const ViewContext& context) {
    if (context.shown.empty())
        return {};
    const auto counts = analysis::count(context.filter, context.atlas(), context.words.today());
    if (counts.total == 0)
        return context.words.say("workspace.live_none");
    // A draft and what has ended bind no one.
    return context.words.count(
        counts.running == counts.matching ? "workspace.live" : "workspace.live_mixed",
        counts.matching,
        {context.words.count("workspace.live_villages", counts.villages_bound),
         context.words.count("workspace.live_free", counts.villages_free),
         context.words.say(
             counts.postponed > 0 ? "workspace.live_postponed" : "workspace.live_running",
             {context.words.number(counts.running), context.words.number(counts.postponed)})});
}

FilterView make_filter(const ViewContext& context) {
    FilterView view;
    view.filter = context.filter;
    view.active = !context.filter.passes_everything();
    if (!context.shown)
        return view;
    view.counts = analysis::count(context.filter, context.atlas(), context.words.today());
    for (const auto& district : context.atlas().districts())
        view.districts.push_back({district.id, district.name});
    std::sort(view.districts.begin(), view.districts.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    view.boundaries = boundary_states(context);
    view.chips = filter_chips(context);
    return view;
}

} // namespace antardesa::workspace
