#include "cartography/detail/composition.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"

#include <map>
#include <unordered_set>

namespace antardesa::cartography {
namespace {

using model::SegmentGroup;

/// What an arc is drawn as: the level that it carries and, where known, its state. In drawing
/// order: the highest level last.
struct Stroke {
    BoundaryClass level = BoundaryClass::shore;
    std::optional<SegmentGroup> state;
    auto operator<=>(const Stroke&) const = default;
};

/// Each arc once, in the ink of the highest level it carries.
class BoundaryPass {
  public:
    explicit BoundaryPass(Composition& composition)
        : c_(composition), states_(c_.facts.has_states && c_.options.segment_states),
          solid_below_(c_.inks.number("boundary.solid_below", 8)) {
        for (const model::BoundaryDispute& dispute : c_.atlas.disputes())
            if (c_.shows(MapLayer::disputes) && !c_.atlas.claims(dispute.id).empty())
                with_claims_.insert(dispute.segment.value);
    }

    void run() {
        collect();
        Group& group = c_.start_group("boundaries");
        put_band(group, BoundaryClass::outer, "band.regency");
        put_band(group, BoundaryClass::regency, "band.regency");
        put_band(group, BoundaryClass::district, "band.district");
        for (const auto& [stroke, lines] : lines_)
            put(group, stroke, lines);
    }

  private:
    using Lines = std::vector<std::span<const geo::Point>>;

    void collect() {
        const bool villages = c_.shows(MapLayer::village_boundaries);
        const double invisible = 0.1 * c_.metre;
        double length = 0;
        std::size_t count = 0;
        c_.geometry.arc_index().visit(c_.extent, [&](std::uint32_t index) {
            const topology::Arc& arc = c_.coverage->arcs[index];
            const ArcFact& fact = c_.facts.arcs[index];
            if (!villages && fact.kind == BoundaryClass::village)
                return;
            if (std::max(arc.box.width(), arc.box.height()) - 2 < invisible)
                return;
            lines_[stroke_of(fact)].push_back(c_.coverage->points(arc));
            if (fact.kind == BoundaryClass::village) {
                length += std::max(arc.box.width(), arc.box.height());
                ++count;
            }
        });
        village_length_ = count == 0 ? 100 : length / static_cast<double>(count) / c_.metre;
        c_.progress.check();
    }

    Stroke stroke_of(const ArcFact& fact) const {
        // Where states are shown, a line of which none is recorded is not drawn like an enacted
        // one.
        if (fact.kind == BoundaryClass::outer && !states_)
            return {BoundaryClass::regency, std::nullopt};
        if (!states_ || !fact.segment || fact.kind == BoundaryClass::shore ||
            !c_.options.filter.segment_groups.test(static_cast<std::size_t>(fact.group)))
            return {fact.kind, std::nullopt};
        // Where claims are drawn side by side, a third red line would only confuse; what is in
        // force between them is no enacted line either.
        const bool between_claims =
            fact.group == SegmentGroup::disputed && with_claims_.contains(fact.segment.value);
        return {fact.kind, between_claims ? SegmentGroup::indicative : fact.group};
    }

    void put_band(Group& group, BoundaryClass level, const char* name) {
        Strokes band(c_, c_.inks.line(name));
        for (const auto& [stroke, lines] : lines_)
            if (stroke.level == level)
                for (const auto line : lines)
                    band.add_solid(line);
        // Below this size bands of neighbouring lines would run into a grey wash.
        if (village_length_ > 3)
            band.put_stroke(group);
    }

    void put(Group& group, const Stroke& stroke, const Lines& lines) {
        style::LineInk ink = c_.inks.line(boundary_ink(stroke.level, stroke.state));
        if (stroke.level == BoundaryClass::village || stroke.level == BoundaryClass::shore)
            ink = thinned(ink);
        Strokes strokes(c_, ink);
        for (const auto line : lines)
            strokes.add(line, crowded() ? 1e9 : solid_below_);
        strokes.put_stroke(group);
        if (stroke.level == BoundaryClass::shore)
            return;
        c_.drawn.insert(boundary_key(stroke.level, stroke.state));
        c_.drawn_boundaries.insert({stroke.level, stroke.state});
    }

    /// Village lines a few millimetres long carry no pattern any more, and at full strength
    /// they would blacken the map: they grow thin and pale.
    bool crowded() const { return village_length_ < 4; }
    style::LineInk thinned(style::LineInk ink) const {
        constexpr double comfortable = 7; // millimetres
        if (village_length_ >= comfortable)
            return ink;
        const double share = std::max(village_length_ / comfortable, 0.2);
        ink.width = ink.width * std::max(share, 0.5);
        ink.colour = ink.colour.with_alpha(ink.colour.alpha / 255.0 * std::max(share, 0.3));
        return ink;
    }

    Composition& c_;
    bool states_;
    double solid_below_;
    double village_length_ = 0; ///< mean, millimetres
    std::unordered_set<std::int64_t> with_claims_;
    std::map<Stroke, Lines> lines_;
};

const char* name_of(SegmentGroup state) {
    switch (state) {
    case SegmentGroup::untraced:
        return "untraced";
    case SegmentGroup::indicative:
        return "indicative";
    case SegmentGroup::agreed:
        return "agreed";
    case SegmentGroup::definitive:
        return "definitive";
    case SegmentGroup::disputed:
        break;
    }
    return "disputed";
}

} // namespace

std::string boundary_ink(BoundaryClass level, std::optional<SegmentGroup> state) {
    const std::string of_state = state ? std::string(".") + name_of(*state) : "";
    switch (level) {
    case BoundaryClass::shore:
        return "boundary.coast";
    case BoundaryClass::village:
        return state ? "segment" + of_state : "boundary.village";
    case BoundaryClass::district:
        return "boundary.district" + of_state;
    case BoundaryClass::outer:
        return "boundary.regency.unrecorded";
    case BoundaryClass::regency:
        break;
    }
    return "boundary.regency" + of_state;
}

LegendKey boundary_key(BoundaryClass level, std::optional<SegmentGroup> state) {
    if (level == BoundaryClass::regency || level == BoundaryClass::outer)
        return LegendKey::regency_boundary;
    if (level == BoundaryClass::district)
        return LegendKey::district_boundary;
    if (!state || *state == SegmentGroup::untraced)
        return LegendKey::village_boundary;
    switch (*state) {
    case SegmentGroup::agreed:
        return LegendKey::agreed_boundary;
    case SegmentGroup::definitive:
        return LegendKey::definitive_boundary;
    case SegmentGroup::disputed:
        return LegendKey::disputed_boundary;
    default:
        return LegendKey::indicative_boundary;
    }
}

std::string boundary_words(BoundaryClass level, std::optional<SegmentGroup> state) {
    if (level == BoundaryClass::outer)
        return ".unrecorded";
    const bool by_key = level == BoundaryClass::village && state != SegmentGroup::untraced;
    return state && !by_key ? std::string(".") + name_of(*state) : "";
}

void draw_boundaries(Composition& composition) {
    BoundaryPass(composition).run();
}

} // namespace antardesa::cartography
