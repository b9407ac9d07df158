#include "cartography/detail/composition.h"
#include "cartography/detail/label_block.h"
#include "cartography/detail/point_labels.h"

#include "model/point_verbs.h"

#include <map>

namespace antardesa::cartography {
namespace {

/// Millimetres of a village below which points would hide the lines that they stand on.
constexpr double roomy_village = 22;

/// Titik kartometrik as green dots, pillars as red triangles (ui.md §5); of several segments'
/// points on one node one is drawn.
class PointPass {
  public:
    PointPass(Composition& composition, Group& group)
        : c_(composition), group_(group), all_(c_.village_width >= roomy_village) {}

    void run() {
        for (const model::TurningPoint& point : c_.atlas.table<model::TurningPoint>())
            if (all_ || is_selected(point))
                collect(point);
        c_.progress.check();
        for (const auto& [place, point] : places_)
            put(*point.row, point.at);
    }

  private:
    struct Place {
        const model::TurningPoint* row = nullptr;
        geo::Point at; ///< map metres
    };

    bool is_selected(const model::TurningPoint& point) const {
        return c_.is_selected(SubjectKind::turning_point, point.id.value) ||
               c_.is_selected(SubjectKind::segment, point.segment.value);
    }

    void collect(const model::TurningPoint& point) {
        const geo::Point at = c_.geometry.to_map(std::span(&point.position, 1)).front();
        if (!c_.extent.contains(at))
            return;
        const auto decimetres = [](double metres) { return std::llround(metres * 10); };
        const auto key = std::tuple(decimetres(at.x), decimetres(at.y), point.kind);
        const auto [found, fresh] = places_.try_emplace(key, Place{&point, at});
        if (!fresh && is_selected(point))
            found->second.row = &point;
    }

    void put(const model::TurningPoint& point, geo::Point at) {
        const bool dot = model::is_cartometric(point);
        PointMark mark;
        mark.position = at;
        mark.shape = dot ? Shape::circle : Shape::triangle;
        mark.size = {c_.inks.number(dot ? "point.size" : "point.pillar.size", dot ? 2.2 : 3)};
        mark.fill = c_.inks.colour(dot ? "point.cartometric" : "point.pillar");
        const bool selected = c_.is_selected(SubjectKind::turning_point, point.id.value);
        mark.stroke = c_.inks.colour(selected ? "selection" : "panel");
        mark.stroke_width = {c_.inks.number("point.stroke", 0.3) * (selected ? 2 : 1)};
        mark.subject = {SubjectKind::turning_point, point.id.value};
        const double size = mark.size.value;
        group_.marks.emplace_back(std::move(mark));
        c_.drawn.insert(dot ? LegendKey::cartometric_point : LegendKey::pillar);
        c_.point_labels.push_back({at, size, point_number(point), point.id.value});
    }

    Composition& c_;
    Group& group_;
    bool all_;
    std::map<std::tuple<long long, long long, std::string>, Place> places_;
};

} // namespace

std::string point_number(const model::TurningPoint& point) {
    if (model::is_cartometric(point))
        return point.number;
    // "PBU 19.10.2008-2010-880": what tells it from its neighbours stands last.
    const std::size_t dash = point.number.find_last_of("- ");
    const std::string last =
        dash == std::string::npos ? point.number : point.number.substr(dash + 1);
    return last.empty() ? point.kind : point.kind + " " + last;
}

void draw_turning_points(Composition& composition, Group& group) {
    if (composition.shows(MapLayer::turning_points))
        PointPass(composition, group).run();
}

void place_point_labels(Composition& composition, LabelSpace& space, Group& group) {
    const style::LabelInk& ink = composition.inks.label("point");
    for (const PointLabel& label : composition.point_labels) {
        const geo::Point at = composition.to_millimetres(label.position);
        space.take(geo::Box{at, at}.grown(label.size / 2));
    }
    for (const PointLabel& label : composition.point_labels) {
        const LabelBlock block = one_line(composition, label.text, ink);
        const geo::Point at = composition.to_millimetres(label.position);
        const double x = label.size / 2 + 0.4 + block.width / 2;
        const double y = label.size / 2 + 0.3 + block.height / 2;
        for (const geo::Point off :
             {geo::Point{x, 0}, {-x, 0}, {0, y}, {0, -y}, {x, y}, {x, -y}, {-x, y}, {-x, -y}}) {
            const geo::Box box = block.box_at(at + off);
            if (!space.is_free(box.grown(0.15)))
                continue;
            TextMark look;
            look.position = label.position;
            look.colour = ink.colour;
            look.halo = ink.halo;
            look.halo_width = ink.halo_width;
            look.subject = {SubjectKind::turning_point, label.id};
            put_block(group, block, look, off);
            space.take(box);
            composition.scene.labels.push_back({look.subject, box});
            break;
        }
    }
}

} // namespace antardesa::cartography
