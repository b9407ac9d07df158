#include "cartography/detail/composition.h"
#include "cartography/detail/hatching.h"
#include "cartography/detail/strokes.h"

#include "geo/measure.h"

namespace antardesa::cartography {
namespace {

/// One case: contested area hatched, claims side by side, the gavel in the middle.
class DisputePass {
  public:
    DisputePass(Composition& composition, Group& group, const model::BoundaryDispute& dispute)
        : c_(composition), group_(group),
          dispute_(dispute), subject_{SubjectKind::dispute, dispute.id.value} {}

    void run() {
        shape_contested();
        shape_claims();
        if (!box_.intersects(c_.extent))
            return;
        if (contested_.size() > 0)
            draw_contested();
        draw_claims();
        put_symbol(
            c_, icon_symbol(c_, middle(),
                            {Shape::rounded_square, "dispute", "dispute", c_.inks.colour("panel"),
                             c_.inks.colour("red"), c_.inks.colour("red")},
                            subject_));
        c_.drawn.insert(LegendKey::contested_area);
    }

  private:
    void shape_contested() {
        if (!dispute_.contested)
            return;
        for (const geo::Polygon& polygon : *dispute_.contested) {
            add_ring(polygon.outer);
            for (const geo::Ring& hole : polygon.holes)
                add_ring(hole);
        }
    }
    void add_ring(const geo::Ring& degrees) {
        const geo::Line ring = c_.shown_line(degrees);
        box_.extend(geo::bounds(std::span<const geo::Point>(ring)));
        contested_.add(ring);
    }

    void shape_claims() {
        for (const model::Claim* claim : c_.atlas.claims(dispute_.id)) {
            if (!claim->line)
                continue;
            for (const geo::Line& line : *claim->line) {
                claims_.push_back({c_.shown_line(line), claim->id.value});
                box_.extend(geo::bounds(std::span<const geo::Point>(claims_.back().line)));
            }
        }
        if (!box_.empty())
            return;
        if (const auto* segment = c_.atlas.find(dispute_.segment); segment && segment->geometry)
            for (const geo::Line& line : *segment->geometry) {
                official_ = c_.shown_line(line);
                box_.extend(geo::bounds(std::span<const geo::Point>(official_)));
            }
        if (box_.empty())
            box_.extend(between_villages());
    }

    void draw_contested() {
        const style::AreaInk& ink = c_.inks.area("dispute.contested");
        group_.marks.emplace_back(AreaMark{contested_, ink.fill, subject_});
        if (ink.hatch)
            group_.marks.emplace_back(hatch_mark(c_, contested_, *ink.hatch, subject_));
    }

    void draw_claims() {
        const style::LineInk& ink = c_.inks.line("dispute.claim");
        if (claims_.empty()) {
            Strokes rim(c_, ink, subject_);
            for (std::size_t i = 0; i < contested_.size(); ++i)
                rim.add(contested_.part(i));
            rim.put_stroke(group_);
        }
        for (const ClaimLine& claim : claims_) {
            Strokes strokes(c_, ink, {SubjectKind::claim, claim.id});
            strokes.add(claim.line);
            strokes.put_stroke(group_);
        }
    }

    geo::Point middle() const {
        if (contested_.size() > 0) {
            geo::MultiPolygon polygons;
            for (std::size_t i = 0; i < contested_.size(); ++i) {
                const auto part = contested_.part(i);
                polygons.push_back({geo::Ring(part.begin(), part.end()), {}});
            }
            const double precision = std::max(box_.width(), box_.height()) / 50 + 0.01;
            if (const auto inside = geo::pole_of_inaccessibility(polygons, precision))
                return inside->position;
        }
        if (official_.size() >= 2)
            return geo::station_at(official_, geo::length(official_) / 2).position;
        return box_.centre();
    }

    geo::Point between_villages() const {
        geo::Point sum;
        for (const Id<model::Village> id : {dispute_.first, dispute_.second}) {
            const std::size_t index = c_.atlas.villages().index_of(id);
            if (index >= c_.atlas.villages().size())
                return {};
            sum = sum + c_.geometry.anchor(index) * 0.5;
        }
        return sum;
    }

    struct ClaimLine {
        geo::Line line;
        std::int64_t id;
    };
    Composition& c_;
    Group& group_;
    const model::BoundaryDispute& dispute_;
    Subject subject_;
    Path contested_;
    std::vector<ClaimLine> claims_;
    geo::Line official_;
    geo::Box box_;
};

/// What was agreed is contested no more; a sheet about the case shows what it was about.
bool is_shown(const Composition& composition, const model::BoundaryDispute& dispute) {
    const bool settled = dispute.state == model::DisputeState::enacted ||
                         dispute.state == model::DisputeState::agreed;
    return !settled || composition.options.focus == Subject{SubjectKind::dispute, dispute.id.value};
}

} // namespace

void draw_disputes(Composition& composition) {
    Group& group = composition.start_group("disputes");
    if (!composition.shows(MapLayer::disputes))
        return;
    for (const model::BoundaryDispute& dispute : composition.atlas.disputes())
        if (is_shown(composition, dispute))
            DisputePass(composition, group, dispute).run();
}

} // namespace antardesa::cartography
