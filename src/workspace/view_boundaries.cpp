#include "model/village_law.h"
#include "workspace/standing_areas.h"
#include "workspace/view_context.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using analysis::BoundaryLengths;
using model::SegmentGroup;

const BoundaryLengths* lengths_in(const ViewContext& context, Id<model::District> district) {
    if (!context.shown.boundaries)
        return nullptr;
    for (const analysis::DistrictBoundaries& part : context.shown.boundaries->districts)
        if (part.district == district)
            return &part.lengths;
    return nullptr;
}

std::string definitive_text(const BoundaryLengths& lengths, const Words& words) {
    return words.say("workspace.boundary.definitive",
                     {words.language().percent(lengths.share(SegmentGroup::definitive)),
                      words.language().distance(lengths.total())});
}

/// The kecamatan that a person looks at: the filter's, else that of what is selected first.
Id<model::District> district_in_view(const ViewContext& context) {
    if (context.filter.district || context.selection.empty())
        return context.filter.district;
    const Subject subject = context.selection.front();
    Id<model::Village> village;
    if (subject.kind == SubjectKind::village)
        village = {subject.id};
    else if (subject.kind == SubjectKind::segment)
        if (const auto* segment = context.atlas().find(Id<model::BoundarySegment>{subject.id}))
            village = segment->first;
    const auto* row = context.atlas().find(village);
    return row ? row->district : Id<model::District>{};
}

/// "2 area saling klaim · 3,1 ha", "1 area tidak terdefinisi · 0,2 ha".
std::vector<std::string> area_texts(const StandingTotals& totals, const Words& words) {
    std::vector<std::string> texts;
    const auto add = [&](const char* key, int count, double square_metres) {
        if (count > 0)
            texts.push_back(words.count(key, count, {words.language().hectares(square_metres, 2)}));
    };
    add("workspace.boundary.claimed", totals.claimed, totals.claimed_m2);
    add("workspace.boundary.undefined", totals.undefined, totals.undefined_m2);
    return texts;
}

BoundaryStatesView states_view(std::string title, const BoundaryLengths& lengths,
                               const StandingTotals& areas, const Words& words) {
    return {std::move(title), definitive_text(lengths, words),
            words.count("workspace.segments", lengths.segments), state_shares(lengths, words),
            area_texts(areas, words)};
}

} // namespace

bool is_without_line(const ViewContext& context, Id<model::BoundarySegment> segment) {
    if (!context.shown.boundaries)
        return false;
    const auto& without = context.shown.boundaries->without_line;
    return std::binary_search(without.begin(), without.end(), segment);
}

std::vector<StateShare> state_shares(const BoundaryLengths& lengths, const Words& words) {
    std::vector<StateShare> shares;
    for (const SegmentGroup group :
         {SegmentGroup::definitive, SegmentGroup::agreed, SegmentGroup::indicative,
          SegmentGroup::untraced, SegmentGroup::disputed}) {
        const double share = lengths.share(group);
        if (share > 0)
            shares.push_back(
                {group, words.name("segment_group", group) + " " + words.language().percent(share),
                 share});
    }
    return shares;
}

std::vector<BoundaryStatesView> boundary_states(const ViewContext& context) {
    std::vector<BoundaryStatesView> views;
    if (!context.shown.boundaries || context.shown.boundaries->regency.segments == 0)
        return views;
    const Words& words = context.words;
    const std::string& regency = context.atlas().identity().regency;
    views.push_back(states_view(regency.empty() ? words.say("workspace.boundary.all")
                                                : regency_title(context.atlas(), words),
                                context.shown.boundaries->regency, standing_totals(context.atlas()),
                                words));
    const auto* district = context.atlas().find(district_in_view(context));
    const BoundaryLengths* lengths = district ? lengths_in(context, district->id) : nullptr;
    if (lengths)
        views.push_back(states_view(
            words.say("workspace.district_long", {model::name_without_kind(district->name)}),
            *lengths, standing_totals(context.atlas(), district->id), words));
    return views;
}

std::string boundary_sentence(const ViewContext& context) {
    if (context.shown.empty() || !context.shown.boundaries)
        return {};
    const Words& words = context.words;
    const BoundaryLengths* part = lengths_in(context, context.filter.district);
    const BoundaryLengths& lengths = part ? *part : context.shown.boundaries->regency;
    if (lengths.segments == 0)
        return words.say("workspace.boundary.none");
    std::string sentence = definitive_text(lengths, words);
    const int disputed = lengths.count_by_group[static_cast<std::size_t>(SegmentGroup::disputed)];
    if (disputed > 0)
        sentence += "; " + words.count("workspace.boundary.disputed", disputed);
    return sentence + ".";
}

} // namespace antardesa::workspace
