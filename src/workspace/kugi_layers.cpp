#include "workspace/kugi_layers.h"

#include "analysis/turning_points.h"
#include "base/text.h"
#include "crs/crs.h"
#include "workspace/layer_columns.h"
#include "workspace/words.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

namespace antardesa::workspace {

namespace {

using namespace model;

/// A segment with its two sides: the side with the lower code first, as the points' codes have it.
struct Sides {
    const Village* first = nullptr;
    const Village* second = nullptr;
};

Sides sides_of(const Atlas& atlas, const BoundarySegment& segment) {
    Sides sides{atlas.find(segment.first), atlas.find(segment.second)};
    if (sides.first && sides.second && sides.second->code < sides.first->code)
        std::swap(sides.first, sides.second);
    return sides;
}

const District* district_of(const Atlas& atlas, const Village* village) {
    return village ? atlas.find(village->district) : nullptr;
}

bool is_city(const Village* village) { // KK 71–99 is a kota
    return village && village->code.size() > 4 && village->code[3] >= '7';
}

bool is_urban(const Village* village) {
    return village && village->kind == VillageKind::urban_village;
}

bool provinces_differ(const Sides& sides) {
    return sides.first && sides.second && sides.first->code.size() > 2 &&
           sides.second->code.size() > 2 &&
           sides.first->code.substr(0, 2) != sides.second->code.substr(0, 2);
}

std::int64_t boundary_type(const BoundarySegment& segment, const Sides& sides) {
    const auto of_two = [](bool first, bool second, std::int64_t base) {
        return base + (first && second ? 1 : !first && second ? 2 : first ? 3 : 0);
    };
    if (segment.level == SegmentLevel::regency)
        return provinces_differ(sides) ? 1 : of_two(is_city(sides.first), is_city(sides.second), 2);
    if (segment.level == SegmentLevel::district)
        return 6;
    return of_two(is_urban(sides.first), is_urban(sides.second), 7);
}

std::int64_t boundary_class(const BoundarySegment& segment, const Sides& sides) {
    if (segment.level == SegmentLevel::regency)
        return provinces_differ(sides) ? 7 : 8;
    return segment.level == SegmentLevel::district ? 9 : 10;
}

std::int64_t status_of(SegmentState state) {
    if (state == SegmentState::enacted)
        return 1;
    return state == SegmentState::agreed ? 2 : 3;
}

/// As entered; else by what marks the points of the segment, where all say the same.
std::int64_t character_of(const Atlas& atlas, const BoundarySegment& segment) {
    if (segment.character != LineCharacter::none)
        return segment.character == LineCharacter::natural      ? 1
               : segment.character == LineCharacter::artificial ? 2
                                                                : 999;
    const auto points = atlas.points_of(segment.id);
    const auto all = [&](PointMarker marker) {
        return !points.empty() && std::all_of(points.begin(), points.end(), [&](const auto* point) {
            return point->marker == marker;
        });
    };
    return all(PointMarker::natural) ? 1 : all(PointMarker::artificial) ? 2 : 999;
}

std::string metres_text(double value) {
    char metres[32];
    std::snprintf(metres, sizeof metres, "%.3f", value);
    return metres;
}

void add_part(std::string& remark, const char* name, std::string value) {
    std::replace(value.begin(), value.end(), ';', ',');
    if (!value.empty())
        remark += "; " + std::string(name) + "=" + value;
}

std::string remark_of(const Atlas& atlas, const BoundarySegment& segment) {
    std::string remark = "keadaan=" + std::string(code_of(segment.state));
    if (segment.pillars)
        remark += "; pilar=ya";
    if (segment.character == LineCharacter::other)
        remark += "; karakter=lainnya"; // 999 is also what was not said
    if (segment.workflow != BoundaryWorkflow::none)
        remark += "; alur=" + std::string(code_of(segment.workflow));
    if (segment.accuracy_m)
        remark += "; akurasi_m=" + metres_text(*segment.accuracy_m);
    add_part(remark, "metode", segment.method);
    if (const Document* document = atlas.find(segment.document)) {
        add_part(remark, "dokumen", document->number.empty() ? document->title : document->number);
        add_part(remark, "dokumen_jenis", document->kind);
        if (document->date)
            add_part(remark, "dokumen_tanggal", iso_text(*document->date));
        add_part(remark, "dokumen_judul", document->title);
    }
    return remark;
}

std::string legal_text(const Atlas& atlas, const BoundarySegment& segment) {
    return segment.state == SegmentState::enacted ? document_text(atlas, segment.document)
                                                  : std::string();
}

std::optional<std::int64_t> year_enacted(const Atlas& atlas, Id<BoundarySegment> id) {
    const BoundarySegment* segment = atlas.find(id);
    if (!segment || segment->state != SegmentState::enacted)
        return std::nullopt;
    const Document* document = atlas.find(segment->document);
    return document && document->date
               ? std::optional<std::int64_t>(static_cast<int>(document->date->year()))
               : std::nullopt;
}

std::string pair_text(const Sides& sides) {
    const auto name = [](const Village* village) { return village ? village->name : "?"; };
    return name(sides.first) + " - " + name(sides.second);
}

/// The edition that the boundaries were taken from is one of areas: "ADMINISTRASIDESA_AR_25K". Of
/// what was drawn from it the name says lines (LN) or points (PT), as the catalogue does.
std::string layer_source(const Atlas& atlas, const char* geometry) {
    std::string source = atlas.identity().source;
    const std::size_t areas = source.rfind("_AR");
    if (areas != std::string::npos && (areas + 3 == source.size() || source[areas + 3] == '_'))
        source.replace(areas + 1, 2, geometry);
    constexpr std::string_view villages = "ADMINISTRASIDESA_";
    if (const std::size_t at = source.find(villages); at != std::string::npos)
        source.replace(at, villages.size(), "ADMINISTRASI_");
    return source;
}

/// As BIG's own layers have them (domain.md §5.3): texts of 250 and 50 letters, short integers.
io::VectorFile with_widths(io::VectorFile file) {
    for (io::VectorFile::Field& field : file.fields) {
        if (field.type == io::FieldType::text)
            field.width = field.name == "NAMOBJ" || field.name == "REMARK" ? 250 : 50;
        else if (field.type == io::FieldType::integer && field.name != "id")
            field.width = 9;
    }
    return file;
}

/// Metres of the zone that a place lies in; a transformation is made once a zone.
class UtmMetres {
  public:
    geo::Point operator()(geo::Point degrees) {
        const crs::UtmZone zone = crs::utm_zone(degrees);
        const auto [at, fresh] = zones_.try_emplace(crs::utm_zone_name(zone), nullptr);
        if (fresh)
            at->second = std::make_unique<crs::Transformer>(crs::wgs84(), crs::utm(zone));
        return (*at->second)(degrees).value_or(geo::Point{});
    }

  private:
    std::map<std::string, std::unique_ptr<crs::Transformer>> zones_;
};

} // namespace

io::VectorFile kugi_boundary_lines(const Atlas& atlas) {
    using Row = BoundarySegment;
    const auto side = [&atlas](bool first, auto read) {
        return [&atlas, first, read](const Row& row) -> std::string {
            const Sides sides = sides_of(atlas, row);
            const Village* village = first ? sides.first : sides.second;
            return village ? read(*village) : std::string();
        };
    };
    const auto code = [](const Village& village) { return village.code; };
    const auto name = [](const Village& village) { return village.name; };
    const auto district = [&atlas](const Village& village) {
        const District* row = district_of(atlas, &village);
        return row ? row->name : std::string();
    };
    const auto regency = [&atlas](const Village& village) {
        const District* row = district_of(atlas, &village);
        return row ? row->regency : std::string();
    };
    const auto province = [&atlas](const Village&) { return atlas.identity().province; };
    const auto sided = [&atlas](auto read) {
        return [&atlas, read](const Row& row) -> std::int64_t {
            return read(row, sides_of(atlas, row));
        };
    };
    return with_widths(
        LayerColumns<Row>()
            .integer("id", [](const Row& row) { return row.id.value; })
            .text("NAMOBJ",
                  [&](const Row& row) { return "Batas " + pair_text(sides_of(atlas, row)); })
            .text("REMARK", [&](const Row& row) { return remark_of(atlas, row); })
            .text("FCODE", [](const Row&) { return std::string(); })
            .text("METADATA", [&](const Row&) { return layer_source(atlas, "LN"); })
            .text("SRS_ID", [](const Row&) { return std::string("4326"); })
            .text("UUPP", [&](const Row& row) { return legal_text(atlas, row); })
            .text("ADMIN1", side(true, code))
            .text("ADMIN2", side(false, code))
            .text("WAKLD1", side(true, name))
            .text("WAKLD2", side(false, name))
            .text("WADKC1", side(true, district))
            .text("WADKC2", side(false, district))
            .text("WAKBK1", side(true, regency))
            .text("WAKBK2", side(false, regency))
            .text("WAPRO1", side(true, province))
            .text("WAPRO2", side(false, province))
            .integer("KARKTR", [&](const Row& row) { return character_of(atlas, row); })
            .integer("STSBTS", [](const Row& row) { return status_of(row.state); })
            .integer("TIPTBT", sided(boundary_type))
            .integer("KLBADM", sided(boundary_class))
            .integer("TIPLOK", [](const Row&) { return std::int64_t{1}; })
            .real("PJGBTS", [](const Row& row) { return std::optional(row.length_m); })
            .geometry([](const Row& row) {
                return row.geometry ? geo::Geometry(geo::LineSet{*row.geometry}) : geo::Geometry();
            })
            .build("segmen_batas", atlas.segments()));
}

io::VectorFile kugi_boundary_points(const Atlas& atlas) {
    using Row = TurningPoint;
    const auto remark = [](const Row& row) {
        std::string text = "jenis=" + row.kind + "; nomor=" + row.number;
        if (row.marker != PointMarker::none)
            text += "; penanda=" + std::string(code_of(row.marker));
        return text;
    };
    const auto utm = std::make_shared<UtmMetres>();
    const auto villages = [&atlas](const Row& row) {
        const BoundarySegment* segment = atlas.find(row.segment);
        return segment ? pair_text(sides_of(atlas, *segment)) : std::string();
    };
    const auto unknown = [](const Row&) { return std::string(); };
    const auto no_number = [](const Row&) { return std::optional<std::int64_t>(); };
    const auto enacted_in = [&atlas](const Row& row) { return year_enacted(atlas, row.segment); };
    const auto first_district = [&atlas](const Row& row) -> const District* {
        const BoundarySegment* segment = atlas.find(row.segment);
        return segment ? district_of(atlas, sides_of(atlas, *segment).first) : nullptr;
    };
    return with_widths(
        LayerColumns<Row>()
            .integer("id", [](const Row& row) { return row.id.value; })
            .text("NAMOBJ", [&](const Row& row) { return analysis::point_code(atlas, row); })
            .text("FCODE", [](const Row&) { return std::string(); })
            .text("REMARK", remark)
            .text("METADATA", [&](const Row&) { return layer_source(atlas, "PT"); })
            .text("SRS_ID", [](const Row&) { return std::string("4326"); })
            .text("TPBA", [](const Row& row) { return row.kind; })
            .text("KLSPLR", unknown)
            .text("LPDAPROV", [&](const Row&) { return atlas.identity().province; })
            .text("LPDAKKOT",
                  [&](const Row& row) {
                      const District* district = first_district(row);
                      return district ? district->regency : std::string();
                  })
            .text("LPDAKEC",
                  [&](const Row& row) {
                      const District* district = first_district(row);
                      return district ? district->name : std::string();
                  })
            .text("LPAKDES", villages)
            .text("METUKR", [](const Row& row) { return row.method; })
            .text("STKDAT", unknown)
            .number("THNBUAT", no_number)
            .number("THNPGSHN", enacted_in)
            .text("MONUMN", unknown)
            .number("TIPHPT", no_number)
            .number("TIPADM", no_number)
            .real("AKURAV", [](const Row& row) { return row.accuracy_m; })
            .real("KOORDX", [utm](const Row& row) { return std::optional((*utm)(row.position).x); })
            .real("KOORDY", [utm](const Row& row) { return std::optional((*utm)(row.position).y); })
            .real("ELEVAS", [](const Row&) { return std::optional<double>(); })
            .text("LOKASI", [](const Row& row) { return row.remark; })
            .geometry([](const Row& row) { return geo::Geometry(geo::PointSet{{row.position}}); })
            .build("titik_batas", atlas.table<TurningPoint>()));
}

bool is_kugi_code(std::string_view code, std::string_view geometry) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return code.size() == 10 && upper(code[0]) && upper(code[1]) && code.substr(2, 2) == geometry &&
           std::all_of(code.begin() + 4, code.end(), digit);
}

std::string remark_value(std::string_view remark, std::string_view name) {
    for (const std::string& part : split(remark, ';')) {
        const std::size_t at = part.find('=');
        if (at != std::string::npos && lower_case(trimmed(part.substr(0, at))) == name)
            return trimmed(part.substr(at + 1));
    }
    return {};
}

} // namespace antardesa::workspace
