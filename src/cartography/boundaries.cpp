#include "cartography/detail/composition.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"

#include <unordered_set>

namespace antardesa::cartography {
namespace {

using model::SegmentGroup;

/// What an arc is drawn as; in drawing order.
enum class Stroke {
    shore,
    untraced,
    village,
    indicative,
    agreed,
    definitive,
    disputed,
    district,
    district_agreed,
    district_definitive,
    regency,
    regency_agreed,
    regency_definitive
};
constexpr int stroke_count = 13;

const char* ink_of(Stroke stroke) {
    switch (stroke) {
    case Stroke::shore:
        return "boundary.coast";
    case Stroke::untraced:
        return "segment.untraced";
    case Stroke::village:
        return "boundary.village";
    case Stroke::indicative:
        return "segment.indicative";
    case Stroke::agreed:
        return "segment.agreed";
    case Stroke::definitive:
        return "segment.definitive";
    case Stroke::disputed:
        return "segment.disputed";
    case Stroke::district:
    case Stroke::district_agreed:
    case Stroke::district_definitive:
        return "boundary.district";
    default:
        return "boundary.regency";
    }
}

std::optional<LegendKey> legend_of(Stroke stroke) {
    switch (stroke) {
    case Stroke::shore:
        return std::nullopt;
    case Stroke::untraced:
    case Stroke::village:
        return LegendKey::village_boundary;
    case Stroke::indicative:
        return LegendKey::indicative_boundary;
    case Stroke::agreed:
        return LegendKey::agreed_boundary;
    case Stroke::definitive:
        return LegendKey::definitive_boundary;
    case Stroke::disputed:
        return LegendKey::disputed_boundary;
    case Stroke::district:
    case Stroke::district_agreed:
    case Stroke::district_definitive:
        return LegendKey::district_boundary;
    default:
        return LegendKey::regency_boundary;
    }
}

bool is_district(Stroke stroke) {
    return stroke >= Stroke::district && stroke <= Stroke::district_definitive;
}
bool is_regency(Stroke stroke) {
    return stroke >= Stroke::regency;
}

/// Each arc once, in the ink of the highest level it carries.
class BoundaryPass {
  public:
    explicit BoundaryPass(Composition& composition)
        : c_(composition), states_(c_.facts.has_states && c_.options.segment_states),
          solid_below_(c_.inks.number("boundary.solid_below", 8)) {
        for (const model::BoundaryDispute& dispute : c_.atlas.disputes())
            if (!c_.atlas.claims(dispute.id).empty())
                with_claims_.insert(dispute.segment.value);
    }

    void run() {
        collect();
        Group& group = c_.start_group("boundaries");
        put_band(group, is_regency, "band.regency");
        put_band(group, is_district, "band.district");
        for (int i = 0; i < stroke_count; ++i)
            put(group, static_cast<Stroke>(i));
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
            lines_[static_cast<std::size_t>(stroke_of(fact))].push_back(c_.coverage->points(arc));
            if (fact.kind == BoundaryClass::village) {
                length += std::max(arc.box.width(), arc.box.height());
                ++count;
            }
        });
        village_length_ = count == 0 ? 100 : length / static_cast<double>(count) / c_.metre;
        c_.progress.check();
    }

    Stroke stroke_of(const ArcFact& fact) const {
        switch (fact.kind) {
        case BoundaryClass::shore:
            return Stroke::shore;
        case BoundaryClass::regency:
            return with_state(fact, Stroke::regency);
        case BoundaryClass::district:
            return with_state(fact, Stroke::district);
        case BoundaryClass::village:
            break;
        }
        if (!states_ || !fact.segment ||
            !c_.options.filter.segment_groups.test(static_cast<std::size_t>(fact.group)))
            return Stroke::village;
        switch (fact.group) {
        case SegmentGroup::untraced:
            return Stroke::untraced;
        case SegmentGroup::indicative:
            return Stroke::indicative;
        case SegmentGroup::agreed:
            return Stroke::agreed;
        case SegmentGroup::definitive:
            return Stroke::definitive;
        case SegmentGroup::disputed:
            break;
        }
        // Where claims are drawn side by side, a third red line would only confuse.
        return with_claims_.contains(fact.segment.value) ? Stroke::village : Stroke::disputed;
    }

    /// The level's pattern in the colour of a settled state; the order of Stroke counts on it.
    Stroke with_state(const ArcFact& fact, Stroke level) const {
        if (!states_ || c_.on_paper() ||
            !c_.options.filter.segment_groups.test(static_cast<std::size_t>(fact.group)))
            return level;
        const int plain = static_cast<int>(level);
        if (fact.group == SegmentGroup::agreed)
            return static_cast<Stroke>(plain + 1);
        if (fact.group == SegmentGroup::definitive)
            return static_cast<Stroke>(plain + 2);
        return level;
    }

    void put_band(Group& group, bool (*belongs)(Stroke), const char* name) {
        Strokes band(c_, c_.inks.line(name));
        for (int i = 0; i < stroke_count; ++i)
            if (belongs(static_cast<Stroke>(i)))
                for (const auto line : lines_[static_cast<std::size_t>(i)])
                    band.add_solid(line);
        // Below this size bands of neighbouring lines would run into a grey wash.
        if (village_length_ > 3)
            band.put_stroke(group);
    }

    void put(Group& group, Stroke stroke) {
        const Lines& lines = lines_[static_cast<std::size_t>(stroke)];
        if (lines.empty())
            return;
        style::LineInk ink = c_.inks.line(ink_of(stroke));
        if (stroke == Stroke::district_agreed || stroke == Stroke::regency_agreed)
            ink.colour = c_.inks.colour("state.agreed");
        if (stroke == Stroke::district_definitive || stroke == Stroke::regency_definitive)
            ink.colour = c_.inks.colour("state.definitive");
        if (!is_district(stroke) && !is_regency(stroke))
            ink = thinned(ink);
        Strokes strokes(c_, ink);
        for (const auto line : lines)
            strokes.add(line, crowded() ? 1e9 : solid_below_);
        strokes.put_stroke(group);
        if (const auto key = legend_of(stroke))
            c_.drawn.insert(*key);
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
    std::array<Lines, stroke_count> lines_;
};

} // namespace

void draw_boundaries(Composition& composition) {
    BoundaryPass(composition).run();
}

} // namespace antardesa::cartography
