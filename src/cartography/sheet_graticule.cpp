#include "cartography/detail/sheet_plan.h"

#include "crs/coordinate_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;

constexpr double second = 1.0 / 3600;
constexpr double metres_in_second = 30.9; ///< of latitude

/// One side of the frame: degrees along it and where they fall. Meridians lean against the grid,
/// so each side has places of its own.
class Side {
  public:
    Side(const MapGeometry& geometry, Point from, Point to, bool longitude)
        : geometry_(geometry), from_(from), to_(to), longitude_(longitude) {}

    double degrees_at(double share) const {
        const Point p = geometry_.to_degrees(from_ + (to_ - from_) * share);
        return longitude_ ? p.x : p.y;
    }
    /// How far along the side this value lies, 0 … 1; found by regula falsi, for the values run
    /// nearly evenly.
    double share_of(double degrees) const {
        double low = 0;
        double high = 1;
        double at_low = degrees_at(low) - degrees;
        double at_high = degrees_at(high) - degrees;
        double share = 0;
        for (int i = 0; i < 4 && at_high != at_low; ++i) {
            share = low - at_low * (high - low) / (at_high - at_low);
            const double off = degrees_at(share) - degrees;
            (off < 0 ? low : high) = share;
            (off < 0 ? at_low : at_high) = off;
        }
        return share;
    }

  private:
    const MapGeometry& geometry_;
    Point from_;
    Point to_;
    bool longitude_;
};

class Graticule {
  public:
    Graticule(Furniture& f, const SheetFacts& facts, const SheetPlan& plan)
        : f_(f), facts_(facts), plan_(plan), step_(graticule_step(facts.scale)),
          font_(plan.type.font(plan.type.small)) {}

    void draw() {
        const Box& w = facts_.world;
        const Box& p = plan_.frame;
        const double band = plan_.rim.max.y - plan_.outer.max.y;
        const double drop = plan_.type.small * 0.36;
        horizontal({facts_.geometry, {w.min.x, w.max.y}, w.max, true}, p.max.y, plan_.outer.max.y,
                   plan_.outer.max.y + band / 2 - drop);
        horizontal({facts_.geometry, w.min, {w.max.x, w.min.y}, true}, p.min.y, plan_.outer.min.y,
                   plan_.rim.min.y + band / 2 - drop);
        vertical({facts_.geometry, w.min, {w.min.x, w.max.y}, false}, p.min.x, plan_.outer.min.x,
                 plan_.rim.min.x + band / 2 + drop);
        vertical({facts_.geometry, {w.max.x, w.min.y}, w.max, false}, p.max.x, plan_.outer.max.x,
                 plan_.outer.max.x + band / 2 + drop);
    }

  private:
    /// Whole steps between both ends, degrees.
    std::vector<double> values(const Side& side) const {
        std::vector<double> found;
        const double from = side.degrees_at(0) / second / step_;
        const double to = side.degrees_at(1) / second / step_;
        for (double number = std::ceil(from - 1e-9); number <= to + 1e-9; ++number)
            found.push_back(number * step_ * second);
        return found;
    }

    /// Middle of a label on its side; nothing when it would leave its place to stay there.
    static std::optional<double> place_of(double at, double wide, double from, double to) {
        const double place =
            std::clamp(at, from + wide / 2, std::max(from + wide / 2, to - wide / 2));
        return std::fabs(place - at) > wide / 2 ? std::nullopt : std::optional(place);
    }

    void horizontal(const Side& side, double frame, double outer, double baseline) {
        const Box& p = plan_.frame;
        const double out = frame > p.centre().y ? 1 : -1;
        for (const double degrees : values(side)) {
            const double x = p.min.x + side.share_of(degrees) * p.width();
            ticks({x, frame}, {x, outer}, {0, out});
            const auto run = f_.typesetter().shape(crs::longitude_text(degrees, 0), font_);
            if (const auto at = place_of(x, run.width, p.min.x, p.max.x))
                f_.write({*at, baseline}, run, Furniture::ink, Align::centre);
        }
    }

    void vertical(const Side& side, double frame, double outer, double baseline) {
        const Box& p = plan_.frame;
        const double out = frame > p.centre().x ? 1 : -1;
        for (const double degrees : values(side)) {
            const double y = p.min.y + side.share_of(degrees) * p.height();
            ticks({frame, y}, {outer, y}, {out, 0});
            const auto run = f_.typesetter().shape(crs::latitude_text(degrees, 0), font_);
            if (const auto at = place_of(y, run.width, p.min.y, p.max.y))
                f_.write_upwards({baseline, *at}, run);
        }
    }

    /// Into the map from its frame, and out of the thin line towards the label.
    void ticks(Point frame, Point outer, Point out) {
        const double size = plan_.type.small;
        f_.line(frame, frame - out * size, 0.25);
        f_.line(outer, outer + out * (size * 0.3), 0.25);
    }

    Furniture& f_;
    const SheetFacts& facts_;
    const SheetPlan& plan_;
    int step_;
    text::FontStyle font_;
};

} // namespace

int graticule_step(MapScale scale) {
    constexpr std::array<int, 15> steps{1,   2,   5,   10,   15,   30,   60,    120,
                                        300, 600, 900, 1800, 3600, 7200, 18'000};
    int finest = 0;
    for (const int step : steps) {
        const double paper = step * metres_in_second / scale.metres_per_millimetre();
        if (paper >= 80 && paper <= 120)
            return step;
        if (finest == 0 && paper >= 45)
            finest = step;
    }
    return finest > 0 ? finest : steps.back();
}

void draw_graticule(Furniture& furniture, const SheetFacts& facts, const SheetPlan& plan) {
    Graticule(furniture, facts, plan).draw();
}

} // namespace antardesa::cartography
