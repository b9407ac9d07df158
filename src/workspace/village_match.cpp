#include "workspace/village_match.h"

#include "analysis/outline_comparison.h"
#include "geo/box_index.h"
#include "geo/measure.h"
#include "workspace/unique_index.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::workspace {

namespace {

using model::District;
using model::Village;
using Index = std::size_t;

class Matcher {
  public:
    Matcher(const ImportDraft& draft, const io::BoundaryImport& import, Progress& progress)
        : import_(import), rows_(draft.table<Village>()), progress_(progress),
          matches_(import.villages.size()) {
        for (const Village& village : rows_) {
            const District* district = draft.table<District>().find(village.district);
            by_code_.add(village.code, village.id);
            by_name_.add(name_key(village.name, district ? district->name : ""), village.id);
        }
        for (Index i = 0; i < import.villages.size(); ++i) {
            own_codes_.add(import.villages[i].code, i);
            own_names_.add(key_of(import.villages[i]), i);
        }
    }

    std::vector<Id<Village>> run() {
        for (Index i = 0; i < matches_.size(); ++i)
            if (const auto row = by_code_.find(import_.villages[i].code);
                row && own_codes_.find(import_.villages[i].code) && is_plausible(i, *row))
                take(i, *row);
        for (Index i = 0; i < matches_.size(); ++i)
            if (const std::string key = key_of(import_.villages[i]);
                !matches_[i] && own_names_.find(key))
                if (const auto row = by_name_.find(key); row && !taken_.count(*row))
                    take(i, *row);
        if (!rows_.empty())
            match_by_land();
        return std::move(matches_);
    }

  private:
    std::string key_of(const io::ImportedVillage& village) const {
        const bool known = village.district < import_.districts.size();
        return name_key(village.name, known ? import_.districts[village.district].name : "");
    }

    void take(Index i, Id<Village> row) {
        matches_[i] = row;
        taken_.insert(row);
    }

    /// A code may have been given to another village since.
    bool is_plausible(Index i, Id<Village> id) const {
        const Village& row = *rows_.find(id);
        const io::ImportedVillage& found = import_.villages[i];
        if (name_key(row.name, "") == name_key(found.name, "") || !row.geometry)
            return true;
        return geo::bounds(*row.geometry).intersects(geo::bounds(*found.geometry)) &&
               analysis::common_land(*row.geometry, *found.geometry, progress_) > 0;
    }

    struct Share {
        Index village = 0;
        double land = 0;
    };

    void match_by_land() {
        std::vector<geo::Box> boxes;
        for (const Village& row : rows_)
            boxes.push_back(row.geometry ? geo::bounds(*row.geometry) : geo::Box{});
        const geo::BoxIndex index(boxes);
        std::map<Id<Village>, std::vector<Share>> within;
        for (Index i = 0; i < matches_.size(); ++i) {
            if (matches_[i])
                continue;
            progress_.check();
            const geo::MultiPolygon& outline = *import_.villages[i].geometry;
            const double half = geo::area(outline) / 2;
            for (const std::uint32_t at : index.find(geo::bounds(outline))) {
                const double land = analysis::common_land(*rows_[at].geometry, outline, progress_);
                if (land >= half && land > 0)
                    within[rows_[at].id].push_back({i, land});
            }
        }
        for (const auto& [row, shares] : within)
            if (!taken_.count(row))
                give_row(row, shares);
    }

    void give_row(Id<Village> id, const std::vector<Share>& shares) {
        const Village& row = *rows_.find(id);
        double together = 0;
        for (const Share& share : shares)
            together += share.land;
        if (together < geo::area(*row.geometry) / 2)
            return;
        const auto rank = [&](const Share& share) {
            const bool same_name =
                name_key(import_.villages[share.village].name, "") == name_key(row.name, "");
            return std::pair(same_name, share.land);
        };
        const Share& heir =
            *std::max_element(shares.begin(), shares.end(),
                              [&](const Share& a, const Share& b) { return rank(a) < rank(b); });
        if (matches_[heir.village])
            return;
        take(heir.village, id);
    }

    const io::BoundaryImport& import_;
    const model::Table<Village>& rows_;
    Progress& progress_;
    std::vector<Id<Village>> matches_;
    std::set<Id<Village>> taken_;
    UniqueIndex<Id<Village>> by_code_;
    UniqueIndex<Id<Village>> by_name_;
    UniqueIndex<Index> own_codes_;
    UniqueIndex<Index> own_names_;
};

} // namespace

std::vector<Id<Village>> match_villages(const ImportDraft& draft, const io::BoundaryImport& import,
                                        Progress& progress) {
    return Matcher(draft, import, progress).run();
}

} // namespace antardesa::workspace
