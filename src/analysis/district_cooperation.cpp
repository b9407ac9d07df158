#include "analysis/district_cooperation.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::analysis {

namespace {

using model::Agreement;
using model::Atlas;
using model::CooperationBody;
using model::District;
using model::Village;

/// The kecamatan of the villages that an agreement binds: their numbers in the table, each once.
std::set<std::size_t> districts_of(const Atlas& atlas, const Agreement& agreement) {
    std::set<std::size_t> districts;
    for (const model::AgreementParty* party : atlas.parties(agreement.id))
        if (const Village* village = atlas.find(party->village); village && village->district)
            districts.insert(atlas.districts().index_of(village->district));
    districts.erase(atlas.districts().size());
    return districts;
}

using Links = std::map<std::pair<std::size_t, std::size_t>, std::vector<Id<Agreement>>>;

void add_links(Links& links, const std::set<std::size_t>& districts, Id<Agreement> agreement) {
    for (auto first = districts.begin(); first != districts.end(); ++first)
        for (auto second = std::next(first); second != districts.end(); ++second)
            links[{*first, *second}].push_back(agreement);
}

std::vector<DistrictLink> sorted(const Links& links, const Atlas& atlas) {
    std::vector<DistrictLink> list;
    list.reserve(links.size());
    for (const auto& [pair, agreements] : links)
        list.push_back(
            {atlas.districts()[pair.first].id, atlas.districts()[pair.second].id, agreements});
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.agreements.size() > b.agreements.size();
    });
    return list;
}

template<class Row>
void append(std::vector<const Row*>& all, std::span<const Row* const> more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Each once, newest first, those without a date last; of one day in table order.
template<class Row, class Day>
std::vector<Id<Row>> newest_first(std::vector<const Row*> rows, Day day) {
    std::sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) { return a->id < b->id; });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Row* a, const Row* b) { return day(*a) > day(*b); });
    std::vector<Id<Row>> ids;
    ids.reserve(rows.size());
    for (const Row* row : rows)
        ids.push_back(row->id);
    return ids;
}

class Standings {
  public:
    Standings(const Atlas& atlas, const Filter& filter, Date today)
        : atlas_(atlas), filter_(filter), today_(today), bound_(atlas.districts().size()) {}

    DistrictCooperation run() {
        for (const District& district : atlas_.districts())
            result_.districts.push_back({district.id, {}, 0, {}, {}, 0, {}, {}, {}});
        add_villages();
        add_agreements();
        add_bodies();
        for (DistrictStanding& district : result_.districts)
            add_records(district);
        return std::move(result_);
    }

  private:
    DistrictStanding* standing(Id<District> district) {
        const std::size_t index = atlas_.districts().index_of(district);
        return index < result_.districts.size() ? &result_.districts[index] : nullptr;
    }

    void add_villages() {
        for (const Village& village : atlas_.villages())
            if (DistrictStanding* own = standing(village.district))
                own->villages.push_back(village.id);
    }

    void add_agreements() {
        Links links;
        for (const Agreement& agreement : atlas_.agreements()) {
            if (!matches(filter_, agreement, atlas_, today_))
                continue;
            const auto districts = districts_of(atlas_, agreement);
            add_links(links, districts, agreement.id);
            for (const std::size_t district : districts) {
                result_.districts[district].agreements.push_back(agreement.id);
                result_.districts[district].inside += districts.size() == 1;
            }
            for (const model::AgreementParty* party : atlas_.parties(agreement.id))
                if (const Village* village = atlas_.find(party->village))
                    bind(*village);
        }
        result_.links = sorted(links, atlas_);
    }
    void bind(const Village& village) {
        const std::size_t index = atlas_.districts().index_of(village.district);
        if (index < bound_.size() && bound_[index].insert(village.id).second)
            ++result_.districts[index].bound;
    }

    void add_bodies() {
        for (const CooperationBody& body : atlas_.table<CooperationBody>()) {
            std::set<Id<District>> districts{body.district};
            for (const model::BodyMember* member : atlas_.members(body.id))
                if (const Village* village = atlas_.find(member->village))
                    districts.insert(village->district);
            for (const Id<District> district : districts)
                if (DistrictStanding* own = standing(district))
                    own->bodies.push_back(body.id);
        }
    }

    void add_records(DistrictStanding& own) const {
        std::vector<const model::Meeting*> meetings;
        std::vector<const model::Report*> reports;
        for (const Id<CooperationBody> body : own.bodies) {
            append(meetings, atlas_.meetings(body));
            append(reports, atlas_.reports(body));
            for (const model::BodyActivity* activity : atlas_.activities(body))
                own.activities.push_back(activity->id);
        }
        for (const Id<Agreement> agreement : own.agreements) {
            append(meetings, atlas_.meetings(agreement));
            append(reports, atlas_.reports(agreement));
        }
        std::erase_if(meetings, [](const model::Meeting* meeting) {
            return meeting->kind != model::MeetingKind::inter_village;
        });
        std::sort(own.activities.begin(), own.activities.end());
        own.meetings =
            newest_first(meetings, [](const model::Meeting& meeting) { return meeting.date; });
        own.reports = newest_first(reports, [](const model::Report& report) {
            return report.handed_in ? report.handed_in : report.due;
        });
    }

    const Atlas& atlas_;
    const Filter& filter_;
    Date today_;
    std::vector<std::set<Id<Village>>> bound_;
    DistrictCooperation result_;
};

} // namespace

DistrictCooperation district_cooperation(const Atlas& atlas, const Filter& filter, Date today) {
    return Standings(atlas, filter, today).run();
}

std::vector<DistrictLink> district_links(const Atlas& atlas, const Filter& filter, Date today) {
    Links links;
    for (const Agreement& agreement : atlas.agreements())
        if (matches(filter, agreement, atlas, today))
            add_links(links, districts_of(atlas, agreement), agreement.id);
    return sorted(links, atlas);
}

} // namespace antardesa::analysis
