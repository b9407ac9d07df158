#include "analysis/filter.h"

#include "analysis/partners.h"
#include "analysis/summary.h"
#include "base/text.h"

#include <algorithm>
#include <set>

namespace antardesa::analysis {

namespace {

using model::Agreement;
using model::Atlas;

int year_of(Date date) {
    return static_cast<int>(date.year());
}

/// The years an agreement covers; an open end is nothing. Without any date there are no years.
struct Years {
    std::optional<int> first;
    std::optional<int> last;
};

Years years_of(const Agreement& agreement) {
    Years years;
    if (const auto start = agreement.starts ? agreement.starts : agreement.signed_on)
        years.first = year_of(*start);
    if (agreement.ends)
        years.last = year_of(*agreement.ends);
    return years;
}

bool field_passes(const Filter& filter, const Agreement& agreement) {
    return filter.fields.test(static_cast<std::size_t>(agreement.field));
}

bool stage_passes(const Filter& filter, const Agreement& agreement, Date today) {
    return filter.stage_groups.test(static_cast<std::size_t>(stage_group(agreement, today)));
}

bool years_pass(const Filter& filter, const Agreement& agreement) {
    if (!filter.first_year && !filter.last_year)
        return true;
    const Years years = years_of(agreement);
    if (!years.first && !years.last)
        return false;
    const bool over_before = filter.first_year && years.last && *years.last < *filter.first_year;
    const bool begins_after = filter.last_year && years.first && *years.first > *filter.last_year;
    return !over_before && !begins_after;
}

bool district_passes(const Filter& filter, const Agreement& agreement, const Atlas& atlas) {
    if (!filter.district)
        return true;
    for (const model::AgreementParty* party : atlas.parties(agreement.id)) {
        const model::Village* village = atlas.find(party->village);
        if (village != nullptr && village->district == filter.district)
            return true;
    }
    return false;
}

/// Each word occurs in the title or in the number.
bool words_pass(const Filter& filter, const Agreement& agreement) {
    if (filter.words.empty())
        return true;
    const std::string text = lower_case(agreement.title + "\n" + agreement.number);
    for (const std::string& word : split(lower_case(filter.words), ' '))
        if (text.find(word) == std::string::npos)
            return false;
    return true;
}

bool ends_soon(const Filter& filter, const Agreement& agreement, Date today) {
    if (!filter.ends_within_days)
        return true;
    return agreement.ends &&
           stage_group(agreement, today, *filter.ends_within_days) == model::StageGroup::expiring;
}

/// The other lists of the law and of the source text.
bool lists_pass(const Filter& filter, const Agreement& agreement, const Atlas& atlas) {
    return (!filter.branch || filter.branch == agreement.branch) &&
           (!filter.kind || filter.kind == agreement.kind) &&
           (!filter.current_field || filter.current_field == agreement.current_field) &&
           (!filter.aim || agreement.aims.test(*filter.aim)) &&
           (!filter.reach || filter.reach == model::reach_of(atlas, agreement.id));
}

/// All that has no chips of its own.
bool rest_passes(const Filter& filter, const Agreement& agreement, const Atlas& atlas, Date today) {
    return (!filter.agreement || filter.agreement == agreement.id) &&
           years_pass(filter, agreement) && ends_soon(filter, agreement, today) &&
           words_pass(filter, agreement) && lists_pass(filter, agreement, atlas) &&
           district_passes(filter, agreement, atlas) && partners_pass(filter, agreement, atlas);
}

class Counter {
  public:
    Counter(const Filter& filter, const Atlas& atlas, Date today)
        : filter_(filter), atlas_(atlas), today_(today) {}

    FilterCounts run() {
        for (const Agreement& agreement : atlas_.agreements()) {
            ++counts_.total;
            widen_span(agreement);
            add(agreement);
        }
        for (const model::BoundarySegment& segment : atlas_.segments())
            if (in_district(segment.first) || in_district(segment.second))
                ++counts_.by_segment_group[static_cast<std::size_t>(group_of(segment.state))];
        counts_.villages_bound = static_cast<int>(bound_.size());
        for (const model::Village& village : atlas_.villages())
            counts_.villages_free += is_free(village);
        return counts_;
    }

  private:
    void widen_span(const Agreement& agreement) {
        const Years years = years_of(agreement);
        for (const std::optional<int> year : {years.first, years.last}) {
            if (!year)
                continue;
            counts_.first_year =
                counts_.first_year == 0 ? *year : std::min(counts_.first_year, *year);
            counts_.last_year = std::max(counts_.last_year, *year);
        }
    }

    void add(const Agreement& agreement) {
        if (!rest_passes(filter_, agreement, atlas_, today_))
            return;
        const bool field = field_passes(filter_, agreement);
        const bool stage = stage_passes(filter_, agreement, today_);
        if (stage)
            ++counts_.by_field[static_cast<std::size_t>(agreement.field)];
        if (field)
            ++counts_.by_stage_group[static_cast<std::size_t>(stage_group(agreement, today_))];
        if (!field || !stage)
            return;
        ++counts_.matching;
        if (in_force(agreement, today_))
            ++(agreement.stage == model::Stage::postponed ? counts_.postponed : counts_.running);
        if (!makes_partners(agreement))
            return;
        for (const model::AgreementParty* party : atlas_.parties(agreement.id))
            if (atlas_.find(party->village) != nullptr)
                bound_.insert(party->village);
    }

    bool in_district(Id<model::Village> id) const {
        const model::Village* village = atlas_.find(id);
        return !filter_.district || (village && village->district == filter_.district);
    }

    bool is_free(const model::Village& village) const {
        return village.kind != model::VillageKind::urban_village &&
               (!filter_.district || village.district == filter_.district) &&
               bound_.count(village.id) == 0;
    }

    const Filter& filter_;
    const Atlas& atlas_;
    Date today_;
    FilterCounts counts_;
    std::set<Id<model::Village>> bound_;
};

} // namespace

bool matches(const Filter& filter, const Agreement& agreement, const Atlas& atlas, Date today) {
    return field_passes(filter, agreement) && stage_passes(filter, agreement, today) &&
           rest_passes(filter, agreement, atlas, today);
}

bool partners_pass(const Filter& filter, const Agreement& agreement, const Atlas& atlas) {
    if (filter.partners.empty())
        return true;
    std::vector<Id<model::Village>> bound;
    for (const model::AgreementParty* party : atlas.parties(agreement.id))
        if (party->village)
            bound.push_back(party->village);
    std::sort(bound.begin(), bound.end());
    bound.erase(std::unique(bound.begin(), bound.end()), bound.end());
    return filter.partners_alone ? bound == filter.partners
                                 : std::includes(bound.begin(), bound.end(),
                                                 filter.partners.begin(), filter.partners.end());
}

bool matches(const Filter& filter, const model::BoundarySegment& segment) {
    return filter.segment_groups.test(static_cast<std::size_t>(group_of(segment.state)));
}

namespace {

bool within(const StripLimits& limits, model::FlawKind kind, std::optional<double> area_m2,
            std::optional<double> width_m) {
    if (kind != model::FlawKind::overlap && kind != model::FlawKind::gap)
        return true;
    const double area = area_m2.value_or(0);
    return (!limits.least_m2 || area >= *limits.least_m2) &&
           (!limits.most_m2 || area <= *limits.most_m2) &&
           (!limits.widest_m || !width_m || *width_m <= *limits.widest_m);
}

} // namespace

bool matches(const Filter& filter, const model::BoundaryFinding& finding) {
    return within(filter.strips, finding.kind, finding.area_m2, finding.width_m);
}

bool matches(const Filter& filter, const model::BoundaryException& exception) {
    return within(filter.strips, exception.kind, exception.area_m2, std::nullopt);
}

FilterCounts count(const Filter& filter, const Atlas& atlas, Date today) {
    return Counter(filter, atlas, today).run();
}

} // namespace antardesa::analysis
