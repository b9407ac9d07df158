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

/// Newest first, those without a date last.
template<class Row>
std::vector<Id<Row>> newest_first(std::vector<std::pair<std::optional<Date>, Id<Row>>> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<Id<Row>> ids;
    ids.reserve(rows.size());
    for (const auto& [date, id] : rows)
        ids.push_back(id);
    return ids;
}

class Standings {
  public:
    Standings(const Atlas& atlas, const Filter& filter, Date today)
        : atlas_(atlas), filter_(filter), today_(today), bound_(atlas.districts().size()),
          agreements_(atlas.districts().size()) {}

    DistrictCooperation run() {
        for (const District& district : atlas_.districts())
            result_.districts.push_back({district.id, {}, 0, {}, {}, 0, {}, {}, {}});
        add_villages();
        add_agreements();
        add_bodies();
        for (std::size_t i = 0; i < result_.districts.size(); ++i)
            add_records(result_.districts[i], agreements_[i]);
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
                agreements_[district].insert(agreement.id);
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

    void add_records(DistrictStanding& own, const std::set<Id<Agreement>>& agreements) const {
        const auto ours = [&](Id<CooperationBody> body, Id<Agreement> agreement) {
            const bool spoken_for =
                std::find(own.bodies.begin(), own.bodies.end(), body) != own.bodies.end();
            return (body && spoken_for) || agreements.count(agreement) > 0;
        };
        std::vector<std::pair<std::optional<Date>, Id<model::Meeting>>> meetings;
        for (const model::Meeting& meeting : atlas_.table<model::Meeting>())
            if (meeting.kind == model::MeetingKind::inter_village &&
                ours(meeting.body, meeting.agreement))
                meetings.emplace_back(meeting.date, meeting.id);
        own.meetings = newest_first(std::move(meetings));
        for (const model::BodyActivity& activity : atlas_.table<model::BodyActivity>())
            if (ours(activity.body, {}))
                own.activities.push_back(activity.id);
        std::vector<std::pair<std::optional<Date>, Id<model::Report>>> reports;
        for (const model::Report& report : atlas_.table<model::Report>())
            if (ours(report.body, report.agreement))
                reports.emplace_back(report.handed_in ? report.handed_in : report.due, report.id);
        own.reports = newest_first(std::move(reports));
    }

    const Atlas& atlas_;
    const Filter& filter_;
    Date today_;
    std::vector<std::set<Id<Village>>> bound_;
    std::vector<std::set<Id<Agreement>>> agreements_;
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
