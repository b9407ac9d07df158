#include "topology/detail/chord_walk.h"
#include "topology/led_line.h"

#include "geo/measure.h"

#include <algorithm>

namespace antardesa::topology {

namespace {

using detail::ChordWalk;

geo::Line part_of(const geo::Line& line, std::size_t first, std::size_t last) {
    return {line.begin() + static_cast<std::ptrdiff_t>(first),
            line.begin() + static_cast<std::ptrdiff_t>(last) + 1};
}

/// What of `all` no stretch of `known` holds.
std::vector<ChordWalk::Stretch> missing_in(const std::vector<ChordWalk::Stretch>& known,
                                           const std::vector<ChordWalk::Stretch>& all) {
    std::vector<ChordWalk::Stretch> missing;
    for (ChordWalk::Stretch rest : all) {
        for (const ChordWalk::Stretch& k : known) {
            if (k.to <= rest.from || k.from >= rest.to)
                continue;
            if (k.from > rest.from)
                missing.push_back({rest.from, k.from});
            rest.from = k.to;
        }
        if (rest.from < rest.to)
            missing.push_back(rest);
    }
    return missing;
}

/// All lenses with one level.
class Sweep {
  public:
    Sweep(const LandBetween& between, const StraightDivision& division, const BesideMeasure& beside)
        : between_(between), division_(division), beside_(beside) {
        for (std::size_t k = 0; k < between.lenses.size(); ++k) {
            const LandBetween::Lens& lens = between.lenses[k];
            std::vector<LandBetween::Hole> holes;
            for (const LandBetween::Hole& hole : between.holes)
                if (hole.lens == k)
                    holes.push_back(hole);
            lenses_.emplace_back(
                part_of(between.left, lens.left_first, lens.left_last),
                part_of(between.right, lens.right_first, lens.right_last), std::move(holes),
                ChordWalk::Frame{division.direction, division.metric, between.left.front()});
        }
        least_ = lenses_.front().least_height();
        greatest_ = lenses_.front().greatest_height();
        for (const ChordWalk& lens : lenses_) {
            least_ = std::min(least_, lens.least_height());
            greatest_ = std::max(greatest_, lens.greatest_height());
            left_sides_ += beside_(lens.left());
            for (const LandBetween::Hole& hole : lens.holes())
                hole_areas_.push_back(beside_(hole.ring));
        }
        const double beyond = (greatest_ - least_) * 1e-6;
        least_ -= beyond;
        greatest_ += beyond;
    }

    std::optional<geo::Line> run() {
        const double wanted = division_.left_share * area_of(between_, beside_);
        constexpr int most_pockets = 200;
        for (int pockets = 0; pockets <= most_pockets; ++pockets) {
            if (!search(wanted))
                return std::nullopt;
            if (is_exact(low_, wanted) || is_exact(high_, wanted))
                return whole_line(is_exact(low_, wanted) ? low_ : high_);
            if (!settle_pocket())
                return std::nullopt;
        }
        return std::nullopt;
    }

  private:
    struct Attempt {
        double level = 0;
        double area = 0;
        std::vector<ChordWalk::Way> ways; ///< of each lens
    };

    bool is_exact(const Attempt& attempt, double wanted) const {
        return std::abs(attempt.area - wanted) <= division_.exact_to;
    }

    /// Corners that lie at the very level are avoided by a hair.
    std::optional<Attempt> at(double level) const {
        const double hair = (greatest_ - least_) * 1e-13;
        for (const double beside : {0.0, 1.0, -1.0, 3.0, -3.0, 7.0}) {
            Attempt attempt{level + beside * hair, 0, {}};
            for (const ChordWalk& lens : lenses_)
                if (auto way = lens.at(attempt.level))
                    attempt.ways.push_back(std::move(*way));
            if (attempt.ways.size() != lenses_.size())
                continue;
            attempt.area = area_of_ways(attempt);
            return attempt;
        }
        return std::nullopt;
    }

    double area_of_ways(const Attempt& attempt) const {
        double area = -left_sides_;
        for (std::size_t k = 0; k < lenses_.size(); ++k)
            area += beside_(attempt.ways[k].line);
        std::size_t number = 0;
        for (std::size_t k = 0; k < lenses_.size(); ++k)
            for (std::size_t h = 0; h < lenses_[k].holes().size(); ++h, ++number)
                if (is_left(k, h, attempt.ways[k]))
                    area -= hole_areas_[number];
        return area;
    }

    bool is_left(std::size_t lens, std::size_t hole, const ChordWalk::Way& way) const {
        const LandBetween::Hole& at = lenses_[lens].holes()[hole];
        if (std::find(way.holes.begin(), way.holes.end(), hole) != way.holes.end())
            return !at.of_right;
        const LandBetween::Lens& ends = between_.lenses[lens];
        geo::Ring ring = way.line;
        for (std::size_t i = ends.left_last; i-- > ends.left_first;)
            ring.push_back(between_.left[i]);
        return geo::contains(ring, at.ring.front());
    }

    /// Brackets the wanted area between two levels next to each other, or meets it.
    bool search(double wanted) {
        auto low = at(least_);
        auto high = at(greatest_);
        if (!low || !high)
            return false;
        low_ = std::move(*low);
        high_ = std::move(*high);
        if (wanted < low_.area - division_.exact_to || wanted > high_.area + division_.exact_to)
            return false;
        const double narrowest = (greatest_ - least_) * 1e-12;
        bool halve = false;
        while (high_.level - low_.level > narrowest && !is_exact(low_, wanted) &&
               !is_exact(high_, wanted)) {
            const double before = high_.level - low_.level;
            auto middle = at(halve ? (low_.level + high_.level) / 2 : guess(wanted));
            if (!middle)
                return false;
            (middle->area < wanted ? low_ : high_) = std::move(*middle);
            halve = !halve && high_.level - low_.level > before / 2;
        }
        return true;
    }

    /// Where a straight line between both areas has the wanted one; not too near to either.
    double guess(double wanted) const {
        const double part = (wanted - low_.area) / (high_.area - low_.area);
        return low_.level + (high_.level - low_.level) * std::clamp(part, 0.01, 0.99);
    }

    /// The largest piece of land that changes hands between the two levels.
    bool settle_pocket() {
        struct Pocket {
            std::size_t lens = 0;
            bool of_left = false;
            ChordWalk::Stretch stretch;
        };
        std::optional<Pocket> largest;
        double most = division_.exact_to / 100;
        const auto consider = [&](std::size_t lens, bool of_left,
                                  const std::vector<ChordWalk::Stretch>& stretches) {
            for (const ChordWalk::Stretch& stretch : stretches) {
                ChordWalk cut = lenses_[lens];
                cut.cut_off(of_left, stretch);
                const double area =
                    std::abs(of_left ? beside_(cut.left()) - beside_(lenses_[lens].left())
                                     : beside_(cut.right()) - beside_(lenses_[lens].right()));
                if (area > most) {
                    most = area;
                    largest = {lens, of_left, stretch};
                }
            }
        };
        for (std::size_t k = 0; k < lenses_.size(); ++k) {
            consider(k, true, missing_in(high_.ways[k].left, low_.ways[k].left));
            consider(k, false, missing_in(low_.ways[k].right, high_.ways[k].right));
        }
        if (largest)
            lenses_[largest->lens].cut_off(largest->of_left, largest->stretch);
        return largest.has_value();
    }

    geo::Line whole_line(const Attempt& attempt) const {
        geo::Line line{between_.left.front()};
        std::size_t at = 0;
        for (std::size_t k = 0; k < between_.lenses.size(); ++k) {
            const LandBetween::Lens& lens = between_.lenses[k];
            for (; at < lens.left_first; ++at)
                line.push_back(between_.left[at + 1]);
            line.insert(line.end(), attempt.ways[k].line.begin() + 1, attempt.ways[k].line.end());
            at = lens.left_last;
        }
        for (; at + 1 < between_.left.size(); ++at)
            line.push_back(between_.left[at + 1]);
        return line;
    }

    const LandBetween& between_;
    const StraightDivision& division_;
    const BesideMeasure& beside_;
    std::vector<ChordWalk> lenses_;
    std::vector<double> hole_areas_; ///< of all lenses' holes in order
    double left_sides_ = 0;
    double least_ = 0;
    double greatest_ = 0;
    Attempt low_;
    Attempt high_;
};

} // namespace

std::optional<geo::Line> divided_along(const LandBetween& between, const StraightDivision& division,
                                       const BesideMeasure& beside) {
    return Sweep(between, division, beside).run();
}

} // namespace antardesa::topology
