#include "analysis/proposal.h"

#include "analysis/detail/beside_third.h"
#include "analysis/detail/claim_line.h"
#include "analysis/detail/conformal_plane.h"
#include "analysis/detail/shifted_line.h"
#include "analysis/line_match.h"
#include "crs/ellipsoid.h"
#include "geo/measure.h"
#include "topology/led_line.h"
#include "topology/line_meeting.h"

#include <algorithm>
#include <numbers>

namespace antardesa::analysis {

namespace {

constexpr double equally_far_m = 0.1;
constexpr double exact_m2 = 0.01;
constexpr double reach_m = 10;

std::string whole(double number) {
    return std::to_string(static_cast<long long>(std::ceil(number)));
}

double metres(geo::Point a, geo::Point b) {
    return crs::ellipsoidal_distance(a, b);
}

/// The line's stretch between its places nearest to two others, led from the one to the other.
geo::Line stretch_between(const geo::Line& line, geo::Point from, geo::Point to,
                          geo::Point metric) {
    const auto place = [&](geo::Point p) {
        double best = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto scaled = [&](geo::Point q) {
                return geo::Point{(q.x - p.x) * metric.x, (q.y - p.y) * metric.y};
            };
            const geo::Point a = scaled(line[i - 1]);
            const geo::Point b = scaled(line[i]);
            const geo::Point nearest = geo::nearest_on_segment(a, b, {});
            if (const double away = geo::norm(nearest); away < least) {
                least = away;
                const double length = geo::distance(a, b);
                best = static_cast<double>(i - 1) +
                       (length > 0 ? geo::distance(a, nearest) / length : 0);
            }
        }
        return best;
    };
    const auto at = [&](double along) {
        const auto edge = std::min(static_cast<std::size_t>(along), line.size() - 2);
        const double part = along - static_cast<double>(edge);
        return line[edge] + (line[edge + 1] - line[edge]) * part;
    };
    const double first = place(from);
    const double last = place(to);
    geo::Line stretch{at(std::min(first, last))};
    for (auto i = static_cast<std::size_t>(std::min(first, last)) + 1;
         static_cast<double>(i) < std::max(first, last); ++i)
        stretch.push_back(line[i]);
    stretch.push_back(at(std::max(first, last)));
    if (first > last)
        std::reverse(stretch.begin(), stretch.end());
    return stretch;
}

class Proposing {
  public:
    Proposing(const ContestedLand& land, const ProposalRequest& request)
        : land_(land), between_(land.between), request_(request),
          metric_(detail::metres_of_degrees(land.in_force[land.in_force.size() / 2])),
          beside_([base = land.in_force.front().y](std::span<const geo::Point> stretch) {
              return crs::ellipsoidal_area_beside(stretch, base);
          }) {}

    Result<Proposal> run(Progress& progress) {
        if (const auto refused = draw())
            return *refused;
        progress.check();
        const bool shares = request_.method == ProposalMethod::equal_area;
        if (shares ? !land_.third.empty() : request_.shifted)
            if (const auto refused = shift(progress))
                return *refused;
        proposal_.length_m = crs::ellipsoidal_length(proposal_.line);
        topology::DividedLand divided = topology::divided(between_, proposal_.line);
        const std::size_t left = land_.first_is_left ? 0 : 1;
        proposal_.parts[left] = std::move(divided.left);
        proposal_.parts[1 - left] = std::move(divided.right);
        progress.check();
        enter_ledger(progress);
        return std::move(proposal_);
    }

  private:
    using Refused = std::optional<Refusal>;

    static Refused refuse(const char* why, std::vector<std::string> arguments = {}) {
        return Refusal{{std::string("analysis.proposal.") + why, std::move(arguments)}};
    }

    Refused draw() {
        switch (request_.method) {
        case ProposalMethod::midline:
            return draw_middle();
        case ProposalMethod::equal_area:
            return draw_shares();
        case ProposalMethod::straight:
            return lead(straight_line(), "straight_led");
        case ProposalMethod::points:
            return draw_by_points();
        case ProposalMethod::follow:
            return draw_following();
        case ProposalMethod::drawn:
            break;
        }
        return draw_given();
    }

    Refused draw_middle() {
        const detail::ConformalPlane plane(land_.in_force.front());
        const auto middle = [&](const topology::LandBetween& between) {
            return topology::middle_line(
                between, [&](geo::Point p) { return plane.to(p); },
                [&](geo::Point p) { return plane.from(p); }, equally_far_m);
        };
        if (between_.holes.empty()) {
            auto line = middle(between_);
            if (!line)
                return refuse("no_way");
            proposal_.line = std::move(*line);
            return std::nullopt;
        }
        // No single line is equally far from a village's line and from its land inside.
        topology::LandBetween whole = between_;
        whole.holes.clear();
        auto line = middle(whole);
        return line ? lead(std::move(*line), "midline_led") : refuse("no_way");
    }

    /// In the order in which the line in force passes them; its ends are not led through twice.
    std::vector<geo::Point> along_line(std::vector<geo::Point> points) const {
        const NearLine along({land_.in_force});
        const auto station = [&](geo::Point p) {
            const auto near = along.nearest(p);
            return near ? near->along_m : 0;
        };
        std::stable_sort(points.begin(), points.end(),
                         [&](geo::Point a, geo::Point b) { return station(a) < station(b); });
        points.erase(std::unique(points.begin(), points.end()), points.end());
        std::erase_if(points, [&](geo::Point p) {
            return p == between_.left.front() || p == between_.left.back();
        });
        return points;
    }

    Refused draw_by_points() {
        const std::vector<geo::Point> points =
            request_.points.empty() ? land_.points : along_line(request_.points);
        if (points.empty())
            return refuse("no_points");
        geo::Line line{between_.left.front()};
        line.insert(line.end(), points.begin(), points.end());
        line.push_back(between_.left.back());
        return lead(std::move(line), "straight_led");
    }

    /// From the first node to the last, as the dividing line leads too.
    geo::Point direction() const {
        const geo::Point from = between_.left.front();
        const geo::Point to = between_.left.back();
        const geo::Point along{(to.x - from.x) * metric_.x, (to.y - from.y) * metric_.y};
        if (!request_.direction_deg)
            return along * (1 / geo::norm(along));
        const double azimuth = *request_.direction_deg * std::numbers::pi / 180;
        const geo::Point wished{std::sin(azimuth), std::cos(azimuth)};
        return geo::dot(wished, along) < 0 ? wished * -1 : wished;
    }

    /// Past another village's border straight, else along it: farther inside rather than nearer.
    Refused draw_shares() {
        if (!(request_.first_share > 0 && request_.first_share < 1))
            return refuse("share");
        Refused first;
        for (const double inset_m : {0.0, 40.0, 20.0, 10.0, 5.0, 2.0, 1.0}) {
            Refused refused = draw_shares_past(inset_m);
            if (!refused)
                return std::nullopt;
            first = first ? first : std::move(refused);
            if (land_.others.empty())
                break;
        }
        return first;
    }

    Refused draw_shares_past(double inset_m) {
        const double left = land_.first_is_left ? request_.first_share : 1 - request_.first_share;
        const double area = topology::area_of(between_, beside_);
        double share = left;
        double low = 0;
        double high = 1;
        // What keeping clear of a third village's border takes from one is given back by the rest.
        constexpr int most_rounds = 48;
        for (int round = 0; round < most_rounds; ++round) {
            auto line = topology::divided_along(
                between_, {direction(), share, metric_, exact_m2 / 2}, beside_);
            if (!line)
                break;
            auto clear =
                detail::clear_of(land_.others, between_, std::move(*line), metric_, inset_m);
            if (!clear)
                return refuse("beside_third");
            proposal_.line = std::move(clear->line);
            const double lacking =
                left * area - topology::area_left_of(between_, proposal_.line, beside_);
            if (clear->cleared_m == 0 || std::abs(lacking) <= exact_m2) {
                if (clear->cleared_m >= 0.5)
                    proposal_.remarks = {{"analysis.proposal.cleared", {whole(clear->cleared_m)}}};
                return std::nullopt;
            }
            (lacking > 0 ? low : high) = share;
            share += lacking / area;
            if (share <= low || share >= high)
                share = (low + high) / 2;
        }
        return refuse("no_share");
    }

    geo::Line straight_line() const {
        geo::Line line{between_.left.front()};
        std::size_t at = 0;
        for (const topology::LandBetween::Lens& lens : between_.lenses) {
            for (; at < lens.left_first; ++at)
                line.push_back(between_.left[at + 1]);
            line.push_back(between_.left[lens.left_last]);
            at = lens.left_last;
        }
        for (; at + 1 < between_.left.size(); ++at)
            line.push_back(between_.left[at + 1]);
        return line;
    }

    /// Keeps the line inside and says for how long it is not the one that was asked for: of the
    /// contested stretch alone, for elsewhere nobody asks.
    Refused lead(geo::Line line, const char* remark) {
        if (topology::own_crossing(line))
            return refuse("crosses_itself");
        auto led = topology::led_through(between_, std::move(line));
        if (!led || led->line.size() < 2)
            return refuse("no_way");
        const double beside = crs::ellipsoidal_length(led->beside);
        if (beside >= 0.5)
            proposal_.remarks.push_back(
                {std::string("analysis.proposal.") + remark, {whole(beside)}});
        proposal_.line = std::move(led->line);
        return std::nullopt;
    }

    double left_m2(const geo::Line& line, Progress& progress) const {
        const double area = topology::area_left_of(between_, line, beside_);
        return land_.third.empty()
                   ? area
                   : area - land_.third_m2(topology::divided(between_, line).left, progress);
    }

    /// The line moved aside until the left one has its share.
    Refused shift(Progress& progress) {
        if (!(request_.first_share > 0 && request_.first_share < 1))
            return refuse("share");
        const double share = land_.first_is_left ? request_.first_share : 1 - request_.first_share;
        const geo::Box box = geo::bounds(land_.land());
        const geo::Point size = box.max - box.min;
        auto shifted = detail::shifted_to(
            detail::ShiftedLine(proposal_.line, metric_),
            {share * land_.area_m2, exact_m2, std::hypot(size.x * metric_.x, size.y * metric_.y)},
            [&](geo::Line line) -> std::optional<detail::Shift> {
                progress.check();
                if (topology::own_crossing(line))
                    return std::nullopt;
                auto led = topology::led_through(between_, std::move(line));
                if (!led || led->line.size() < 2)
                    return std::nullopt;
                const double area = left_m2(led->line, progress);
                return detail::Shift{std::move(led->line), area};
            });
        if (!shifted)
            return refuse("no_share");
        proposal_.line = std::move(shifted->line);
        proposal_.remarks = {{"analysis.proposal.shifted", {whole(shifted->metres)}}};
        return std::nullopt;
    }

    /// Of all lines the one that runs farthest inside the land.
    Refused draw_following() {
        const geo::Point from = between_.left.front();
        const geo::Point to = between_.left.back();
        const geo::MultiPolygon land = land_.land();
        const geo::Box box = geo::bounds(land);
        geo::Line best;
        double most = 0;
        if (request_.line)
            for (const geo::Line& line : topology::joined(*request_.line)) {
                if (line.size() < 2 || !geo::bounds(line).intersects(box))
                    continue;
                geo::Line stretch = stretch_between(line, from, to, metric_);
                const double inside = crs::ellipsoidal_length(stretches_inside(land, stretch));
                if (inside > most) {
                    most = inside;
                    best = std::move(stretch);
                }
            }
        if (!(most > 0))
            return refuse("nothing_to_follow");
        return lead(reaching_nodes(std::move(best)), "follow_led");
    }

    geo::Line reaching_nodes(geo::Line line) const {
        const geo::Point from = between_.left.front();
        const geo::Point to = between_.left.back();
        if (line.front() != from)
            line.insert(line.begin(), from);
        if (line.back() != to)
            line.push_back(to);
        return line;
    }

    Refused draw_given() {
        if (!request_.line)
            return refuse("one_line", {"0"});
        geo::MultiLine lines = topology::joined(*request_.line);
        std::erase_if(lines, [](const geo::Line& line) { return line.size() < 2; });
        if (lines.size() != 1)
            return refuse("one_line", {std::to_string(lines.size())});
        geo::Line line = std::move(lines.front());
        const geo::Point from = between_.left.front();
        const geo::Point to = between_.left.back();
        if (metres(line.front(), from) + metres(line.back(), to) >
            metres(line.front(), to) + metres(line.back(), from))
            std::reverse(line.begin(), line.end());
        const double away = std::max(metres(line.front(), from), metres(line.back(), to));
        if (away > reach_m)
            return refuse("off_nodes", {whole(away)});
        line.front() = from;
        line.back() = to;
        return lead(std::move(line), "drawn_led");
    }

    void enter_ledger(Progress& progress) {
        const std::size_t left = land_.first_is_left ? 0 : 1;
        const double lefts = topology::area_left_of(between_, proposal_.line, beside_) -
                             land_.third_m2(proposal_.parts[left], progress);
        for (std::size_t side = 0; side < 2; ++side) {
            ProposalRow& row = proposal_.ledger[side];
            row.village = land_.claims[side].village;
            row.contested_m2 = land_.claimed_m2[side];
            row.before_m2 = land_.before_m2[side];
            row.after_m2 = side == left ? lefts : land_.area_m2 - lefts;
        }
        ProposalRow& gains = proposal_.ledger[left];
        gains.delta_m2 = gains.after_m2 - gains.before_m2;
        proposal_.ledger[1 - left].delta_m2 = -gains.delta_m2;
    }

    const ContestedLand& land_;
    const topology::LandBetween& between_;
    const ProposalRequest& request_;
    geo::Point metric_;
    topology::BesideMeasure beside_;
    Proposal proposal_;
};

} // namespace

Result<Proposal> propose(const ContestedLand& land, const ProposalRequest& request,
                         Progress& progress) {
    return Proposing(land, request).run(progress);
}

Result<Proposal> propose(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                         const ProposalRequest& request, Progress& progress) {
    const auto land = contested_land(atlas, dispute, progress);
    if (!land)
        return land.refusal();
    return propose(land.value(), request, progress);
}

} // namespace antardesa::analysis
