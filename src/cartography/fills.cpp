#include "cartography/detail/composition.h"
#include "cartography/detail/hatching.h"
#include "cartography/detail/regions.h"

#include "geo/shape.h"

namespace antardesa::cartography {
namespace {

using topology::Claimant;

constexpr double smallest_ring = 0.08; ///< millimetres; smaller islands are below a third pixel

/// One fill: what belongs to it, with which colour and hatch.
struct FillClass {
    Colour colour;
    std::optional<style::HatchInk> hatch;
    Subject subject;
};

/// Villages of the view sorted into fills by theme.
class FillPass {
  public:
    explicit FillPass(Composition& composition) : c_(composition) {}

    void run() {
        for (const Claimant claimant : c_.geometry.claimant_index().find(c_.extent)) {
            claimants_.push_back(claimant);
            fill_of_.push_back(is_village(claimant) ? fill_for(claimant) : special());
        }
        Group& group = c_.start_group("fills");
        const std::vector<Path> rings = outlines();
        for (std::size_t i = 0; i < fills_.size(); ++i) {
            if (rings[i].size() == 0)
                continue;
            group.marks.emplace_back(
                AreaMark{rings[i], fills_[i].colour, fills_[i].subject, FillRule::non_zero});
            if (fills_[i].hatch)
                group.marks.emplace_back(hatch_mark(c_, rings[i], *fills_[i].hatch, {}));
        }
    }

  private:
    bool is_village(Claimant claimant) const { return claimant < c_.atlas.villages().size(); }

    std::vector<Path> outlines() const {
        const auto class_of = [this](Claimant claimant) {
            const auto at = std::lower_bound(claimants_.begin(), claimants_.end(), claimant);
            return fill_of_[static_cast<std::size_t>(at - claimants_.begin())];
        };
        return region_rings({*c_.coverage, claimants_, class_of, static_cast<int>(fills_.size()),
                             c_.extent.grown(2 * c_.metre), smallest_ring * c_.metre});
    }

    int fill_for(Claimant village) {
        const bool pale = c_.is_faded(village);
        if (c_.options.theme == Theme::plain)
            return fill(-1000 - pale, [&] { return plain(pale); });
        if (c_.options.theme != Theme::district)
            return count_fill(village, pale);
        const std::size_t district = c_.facts.district_of[village];
        if (!c_.shows(MapLayer::district_fill) || district == no_district)
            return fill(-1000 - pale, [&] { return plain(pale); });
        return fill(static_cast<std::int64_t>(district) * 2 + pale,
                    [&] { return district_fill(district, pale); });
    }

    FillClass plain(bool pale) {
        const Colour colour = c_.inks.colour("plain");
        return {pale ? faded(c_, colour) : colour, {}, {}};
    }

    FillClass district_fill(std::size_t district, bool pale) {
        const std::size_t colour = c_.facts.district_colour[district];
        const auto& palette = c_.inks.palette("district");
        FillClass fill;
        fill.subject = {SubjectKind::district, c_.atlas.districts()[district].id.value};
        fill.colour = colour < palette.size() ? palette[colour] : c_.inks.colour("plain");
        if (pale)
            fill.colour = faded(c_, fill.colour);
        const auto& hatches = c_.inks.hatches("district");
        if (c_.options.hatch_fills && !pale && colour < hatches.size())
            fill.hatch = hatches[colour];
        c_.drawn.insert(LegendKey::district_fill);
        return fill;
    }

    int count_fill(Claimant village, bool pale) {
        const auto& palette = c_.inks.palette("count");
        const double figure = c_.theme_figures[village];
        c_.drawn.insert(theme_key(c_.options.theme));
        if (palette.empty() || figure < 0)
            return fill(-1000 - pale, [&] { return plain(pale); });
        const std::size_t index = theme_class(c_.options.theme, figure);
        const Colour colour = class_colour(c_.options.theme, index, palette);
        return fill(-2 * static_cast<std::int64_t>(index + 1) - pale, [&] {
            return FillClass{pale ? faded(c_, colour) : colour, {}, {}};
        });
    }

    int special() {
        return fill(-5000, [&] {
            const style::AreaInk& ink = c_.inks.area("special");
            c_.drawn.insert(LegendKey::special_area);
            return FillClass{ink.fill, ink.hatch, {}};
        });
    }

    template<class Make>
    int fill(std::int64_t key, Make make) {
        const auto [at, fresh] = known_.try_emplace(key, static_cast<int>(fills_.size()));
        if (fresh)
            fills_.push_back(make());
        return at->second;
    }

    Composition& c_;
    std::vector<Claimant> claimants_;
    std::vector<int> fill_of_;
    std::map<std::int64_t, int> known_;
    std::vector<FillClass> fills_;
};

} // namespace

Colour class_colour(Theme theme, std::size_t index, const std::vector<Colour>& palette) {
    // Of two classes the second is what one looks for.
    const bool strongest = index + 1 == theme_classes(theme).size();
    return strongest ? palette.back() : palette[std::min(index, palette.size() - 1)];
}

void draw_fills(Composition& composition) {
    FillPass(composition).run();
}

} // namespace antardesa::cartography
