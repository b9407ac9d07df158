#pragma once

#include "cartography/scene.h"
#include "model/atlas.h"

#include <fstream>
#include <sstream>

namespace antardesa::cartography::sample {

/// A made-up kabupaten on a chessboard: `columns` × `rows` villages of `step` degrees with wavy
/// lines, one kecamatan for every three columns. Village (column, row) has id row · columns +
/// column + 1. More is put into `tables` before `atlas()`.
class AtlasMaker {
  public:
    explicit AtlasMaker(int columns = 6, int rows = 4, double step = 0.03, int parts = 40)
        : columns_(columns), rows_(rows), step_(step), parts_(parts) {
        for (int d = 0; d * 3 < columns; ++d)
            put(model::District{{d + 1},
                                "99.01.0" + std::to_string(d + 1),
                                "Kaliharjo " + std::to_string(d + 1),
                                "Contoh"});
        for (int row = 0; row < rows; ++row)
            for (int column = 0; column < columns; ++column)
                put(village(column, row));
    }

    template<class Row>
    void put(Row row) {
        std::get<model::Table<Row>>(tables_).put(std::move(row));
    }
    template<class Row>
    Row take(std::int64_t id) const {
        return *std::get<model::Table<Row>>(tables_).find({id});
    }

    /// An agreement between villages, running unless told otherwise.
    model::Agreement agree(std::vector<std::int64_t> villages,
                           model::Field field = model::Field::economy,
                           model::Stage stage = model::Stage::execution) {
        model::Agreement agreement;
        agreement.id = std::get<model::Table<model::Agreement>>(tables_).next_id();
        agreement.title = "Kerja sama " + std::to_string(agreement.id.value);
        agreement.field = field;
        agreement.stage = stage;
        put(agreement);
        for (const std::int64_t village : villages) {
            model::AgreementParty party = new_party(agreement.id);
            party.village = {village};
            put(party);
        }
        return agreement;
    }
    model::AgreementParty new_party(Id<model::Agreement> agreement) const {
        model::AgreementParty party;
        party.id = std::get<model::Table<model::AgreementParty>>(tables_).next_id();
        party.agreement = agreement;
        return party;
    }
    void segment(std::int64_t first, std::int64_t second, model::SegmentState state) {
        model::BoundarySegment row;
        row.id = std::get<model::Table<model::BoundarySegment>>(tables_).next_id();
        row.first = {first};
        row.second = {second};
        row.state = state;
        put(row);
    }

    geo::Point corner(int column, int row) const {
        return {109.20 + step_ * column, -7.60 + step_ * row};
    }
    geo::Point middle(int column, int row) const {
        return corner(column, row) + geo::Point{step_ / 2, step_ / 2};
    }

    std::shared_ptr<const model::Atlas> atlas() const {
        Progress progress;
        return model::Atlas::build({"Contoh", "Provinsi Contoh", "data uji"}, tables_, 7, progress);
    }
    std::shared_ptr<const MapGeometry> geometry() const {
        Progress progress;
        return MapGeometry::build(atlas(), nullptr, progress);
    }

  private:
    model::Village village(int column, int row) const {
        static constexpr const char* names[] = {"Sumberrejo Hulu",  "Giriagung",  "Cibabaru Hilir",
                                                "Purwomurni Utara", "Batutengah", "Mekarraya"};
        model::Village v;
        v.id = {row * columns_ + column + 1};
        v.code =
            "99.01.0" + std::to_string(column / 3 + 1) + ".20" + std::to_string(10 + v.id.value);
        v.name = names[v.id.value % 6];
        v.kind = model::VillageKind::village;
        v.district = {column / 3 + 1};
        geo::Ring ring;
        append(ring, corner(column, row), corner(column + 1, row));
        append(ring, corner(column + 1, row), corner(column + 1, row + 1));
        append(ring, corner(column + 1, row + 1), corner(column, row + 1));
        append(ring, corner(column, row + 1), corner(column, row));
        ring.push_back(ring.front());
        v.geometry = std::make_shared<const geo::MultiPolygon>(geo::MultiPolygon{{ring, {}}});
        return v;
    }
    /// The line between two corners with wiggles that depend on the place alone, so that
    /// both neighbours have the same vertices.
    void append(geo::Ring& ring, geo::Point a, geo::Point b) const {
        const int parts = parts_;
        const bool forward = a.x < b.x || (a.x == b.x && a.y < b.y);
        const geo::Point from = forward ? a : b;
        const geo::Point to = forward ? b : a;
        for (int k = 0; k < parts; ++k) {
            const int i = forward ? k : parts - k;
            const double wave = (i % 2) * 0.01 * step_ * (i > 0 && i < parts);
            const geo::Point aside{-(to.y - from.y) / step_, (to.x - from.x) / step_};
            const double share = static_cast<double>(i) / parts;
            ring.push_back(i == 0       ? from
                           : i == parts ? to
                                        : from + (to - from) * share + aside * wave);
        }
    }

    int columns_;
    int rows_;
    double step_;
    int parts_; ///< vertices on a side of a village
    model::TableSet tables_;
};

inline style::StyleSheet styles() {
    std::ifstream file(ANTARDESA_SOURCE_DIR "/data/styles/antardesa.json");
    std::ostringstream text;
    text << file.rdbuf();
    return style::parse_style_sheet(text.str());
}

/// The whole atlas on a surface of that size.
inline View whole_view(const MapGeometry& geometry, double width = 300, double height = 200) {
    View view;
    view.width = {width};
    view.height = {height};
    view.centre = geometry.box().centre();
    view.scale = {1050 *
                  std::max(geometry.box().width() / width, geometry.box().height() / height)};
    return view;
}

inline const Group* group(const Scene& scene, std::string_view name) {
    for (const Group& g : scene.drawing.groups)
        if (g.name == name)
            return &g;
    return nullptr;
}
template<class Kind>
std::vector<Kind> marks(const Scene& scene, std::string_view name) {
    std::vector<Kind> result;
    if (const Group* g = group(scene, name))
        for (const Mark& mark : g->marks)
            if (const auto* found = std::get_if<Kind>(&mark))
                result.push_back(*found);
    return result;
}
inline bool has_legend(const Scene& scene, LegendKey key) {
    return std::any_of(scene.legend.begin(), scene.legend.end(),
                       [&](const LegendEntry& entry) { return entry.key == key; });
}

} // namespace antardesa::cartography::sample
