#include "cartography/sheet.h"

#include "base/text.h"
#include "cartography/detail/sheet_plan.h"
#include "cartography/sheet_set.h"
#include "model/village_law.h"

#include <algorithm>
#include <array>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;

/// What the map must show; never empty.
Box wanted_extent(const MapGeometry& geometry, const SheetRequest& request) {
    const Box extent = request.extent.empty() ? geometry.box() : request.extent;
    if (extent.empty())
        return Box{{0, 0}, {0, 0}}.grown(5000);
    if (!request.set.empty()) // a tile, cut to the frame already
        return extent;
    // Lines on the edge of the extent are not cut in half by the frame.
    return extent.grown(std::max(100.0, 0.015 * std::max(extent.width(), extent.height())));
}

MapScale fitting_scale(const Box& extent, const Box& frame, bool boundary) {
    const double least =
        1000 * std::max(extent.width() / frame.width(), extent.height() / frame.height());
    for (const double scale : boundary_scales)
        if (boundary && least <= scale)
            return MapScale{scale};
    return round_scale_at_least(least);
}

View view_of(const Box& extent, MapScale scale, const Box& frame) {
    View view;
    view.centre = extent.centre();
    view.scale = scale;
    view.width = {frame.width()};
    view.height = {frame.height()};
    return view;
}

MapOptions paper_options(const SheetRequest& request) {
    MapOptions options = request.options;
    options.medium = Medium::print;
    options.number_agreements = true;
    options.focus = request.focus;
    options.selection.clear();
    // A boundary sheet is about a line: what the villages do together is not on it, and after an
    // agreement neither is what they once claimed.
    if (has_boundary_margin(request))
        options.hidden.insert({MapLayer::agreements, MapLayer::third_parties, MapLayer::assets});
    if (kind_of(request) == SheetKind::boundary && request.focus.kind == SubjectKind::dispute)
        options.focus = {};
    return options;
}

/// The map's groups stand at the frame instead of the page's corner.
void place_map(Drawing& page, Drawing&& map, const SheetFacts& facts, const SheetPlan& plan) {
    Group ground{"ground", {}, std::nullopt, {}};
    Furniture(ground, facts.typesetter).fill(plan.frame, map.background);
    page.groups.push_back(std::move(ground));
    bool grid_drawn = false;
    for (Group& group : map.groups) {
        // Fills below the grid, lines and symbols above it.
        if (!grid_drawn && group.name != "fills" && group.name != "hatches") {
            page.groups.push_back(grid_group(facts, plan));
            grid_drawn = true;
        }
        group.placement.origin = group.placement.origin + plan.frame.min;
        group.clip = group.clip
                         ? Box{group.clip->min + plan.frame.min, group.clip->max + plan.frame.min}
                         : plan.frame;
        page.groups.push_back(std::move(group));
    }
    if (!grid_drawn)
        page.groups.push_back(grid_group(facts, plan));
}

constexpr std::array<std::string_view, sheet_kind_count> kind_codes{"rapat", "kerja", "batas"};

} // namespace

std::string_view sheet_kind_code(SheetKind kind) {
    return kind_codes.at(static_cast<std::size_t>(kind));
}

std::optional<SheetKind> sheet_kind_from_code(std::string_view code) {
    const auto found = std::find(kind_codes.begin(), kind_codes.end(), code);
    if (found == kind_codes.end())
        return std::nullopt;
    return static_cast<SheetKind>(found - kind_codes.begin());
}

SheetKind kind_of(const SheetRequest& request) {
    if (request.kind)
        return *request.kind;
    if (request.focus.kind != SubjectKind::segment && request.focus.kind != SubjectKind::dispute)
        return SheetKind::meeting;
    return request.scale && !is_boundary_scale(*request.scale) ? SheetKind::working
                                                               : SheetKind::boundary;
}

bool has_boundary_margin(const SheetRequest& request) {
    return kind_of(request) != SheetKind::meeting;
}

std::string regency_title(const SheetFacts& facts, const std::string& name, bool city) {
    if (name.empty() || !model::regency_word(name).empty())
        return name;
    return facts.language.text(Message{city ? "sheet.city" : "sheet.regency", {name}});
}

std::string province_title(const SheetFacts& facts, const std::string& name) {
    return lower_case(name).starts_with("provinsi ")
               ? name
               : facts.language.text(Message{"sheet.province", {name}});
}

std::string SheetFacts::regency() const {
    return regency_title(*this, atlas().identity().regency, model::is_city(atlas()));
}

SegmentCount count_segments(const MapGeometry& geometry, const Box& world) {
    SegmentCount count;
    const auto& villages = geometry.atlas().villages();
    // Its line lies along both; of a village that is not there nothing is known.
    const auto may_be = [&](Id<model::Village> village) {
        const std::size_t index = villages.index_of(village);
        if (index >= villages.size())
            return true;
        const Box& box = geometry.claimant_box(static_cast<topology::Claimant>(index));
        return box.empty() || world.intersects(box);
    };
    const auto on_sheet = [&](const model::BoundarySegment& segment) {
        return segment.geometry && may_be(segment.first) && may_be(segment.second) &&
               std::any_of(segment.geometry->begin(), segment.geometry->end(),
                           [&](const geo::Line& line) {
                               Box box;
                               for (const Point p : geometry.to_map(line))
                                   box.extend(p);
                               return world.intersects(box);
                           });
    };
    for (const model::BoundarySegment& segment : geometry.atlas().segments())
        if (on_sheet(segment)) {
            ++count.all;
            count.open += model::group_of(segment.state) != model::SegmentGroup::definitive ? 1 : 0;
        }
    return count;
}

/// Of what a boundary sheet claims: its own segments, whatever else its frame shows.
SegmentCount count_segments(const model::Atlas& atlas, const SheetSubject& subject) {
    SegmentCount count;
    for (const model::BoundarySegment* segment : subject.segments) {
        const bool open = model::group_of(segment->state) != model::SegmentGroup::definitive;
        const bool regional = model::is_outside_village_law(atlas, *segment);
        ++count.all;
        count.open += open && !regional ? 1 : 0;
        count.regional_open += open && regional ? 1 : 0;
    }
    return count;
}

/// Null: the theme is not what the sheet is about.
const char* theme_title(Theme theme) {
    switch (theme) {
    case Theme::agreement_count:
        return "sheet.title_count";
    case Theme::partners:
        return "sheet.title_partners";
    case Theme::value:
        return "sheet.title_value";
    case Theme::brokerage:
        return "sheet.title_brokerage";
    case Theme::isolated:
        return "sheet.title_isolated";
    case Theme::district:
    case Theme::plain:
        break;
    }
    return nullptr;
}

/// Perban BIG 15/2019 annex F: PETA KERJA, PETA PENETAPAN BATAS DESA, PETA BATAS DESA.
const char* boundary_title(const SheetFacts& facts) {
    if (kind_of(facts.request) != SheetKind::boundary)
        return "sheet.title_working";
    const auto& segments = facts.subject.segments;
    const bool delimited =
        !segments.empty() && std::all_of(segments.begin(), segments.end(), [](const auto* one) {
            return one->workflow == model::BoundaryWorkflow::delimitation;
        });
    return delimited ? "sheet.title_delimitation" : "sheet.title_boundary";
}

std::string default_title(const SheetFacts& facts) {
    const SheetRequest& request = facts.request;
    const SubjectKind about = request.focus.kind;
    if (has_boundary_margin(request))
        return in_capitals(facts.language.text(boundary_title(facts)));
    if (const char* key = theme_title(request.options.theme))
        return facts.language.text(key);
    if (about == SubjectKind::segment || about == SubjectKind::dispute)
        return facts.language.text("sheet.title_working");
    return facts.language.text(request.options.hidden.contains(MapLayer::agreements)
                                   ? "sheet.title_boundaries"
                                   : "sheet.title_cooperation");
}

std::string default_subtitle(const SheetFacts& facts) {
    const Subject focus = facts.request.focus;
    const model::Atlas& atlas = facts.atlas();
    if (focus.kind == SubjectKind::district)
        if (const auto* district = atlas.find(Id<model::District>{focus.id}))
            return facts.language.text(
                Message{"sheet.district", {model::name_without_kind(district->name)}});
    if (focus.kind == SubjectKind::village)
        if (const auto* village = atlas.find(Id<model::Village>{focus.id}))
            return facts.language.text(
                Message{model::is_kelurahan(*village) ? "sheet.urban_village" : "sheet.village",
                        {model::name_without_kind(village->name)}});
    return facts.regency();
}

Sheet compose_sheet(const MapGeometry& geometry, const SheetRequest& request,
                    const style::StyleSheet& styles, const text::Typesetter& typesetter,
                    const i18n::Catalogue& language, Progress& progress) {
    return compose_sheet(geometry, request, nullptr, styles, typesetter, language, progress);
}

Sheet compose_sheet(const MapGeometry& geometry, const SheetRequest& request,
                    const SheetCheck* check, const style::StyleSheet& styles,
                    const text::Typesetter& typesetter, const i18n::Catalogue& language,
                    Progress& progress) {
    return compose_pages(geometry, request, check, styles, typesetter, language, progress).sheet;
}

SheetPages compose_pages(const MapGeometry& geometry, const SheetRequest& request,
                         const SheetCheck* check, const style::StyleSheet& styles,
                         const text::Typesetter& typesetter, const i18n::Catalogue& language,
                         Progress& progress) {
    const bool boundary = has_boundary_margin(request);
    const SheetPlan plan = plan_sheet(request.paper, request.landscape, boundary);
    const Box extent = wanted_extent(geometry, request);
    const MapScale scale =
        request.scale ? *request.scale : fitting_scale(extent, plan.frame, boundary);
    const View view = view_of(extent, scale, plan.frame);
    const SheetSubject subject =
        boundary ? subject_of(geometry.atlas(), request.focus) : SheetSubject{};
    SheetPages pages;
    Sheet& sheet = pages.sheet;
    SheetFacts facts{
        geometry,
        request,
        styles,
        typesetter,
        language,
        compose_scene(geometry, view, paper_options(request), styles, typesetter, progress),
        scale,
        view.extent(),
        grid_step(scale),
        request.title,
        request.subtitle,
        subject.has_boundaries() ? count_segments(geometry.atlas(), subject)
                                 : count_segments(geometry, view.extent()),
        check,
        subject,
        &sheet.points_left_out};
    if (facts.title.empty())
        facts.title = default_title(facts);
    if (facts.subtitle.empty())
        facts.subtitle = default_subtitle(facts);

    sheet.drawing.width = plan.width;
    sheet.drawing.height = plan.height;
    place_map(sheet.drawing, std::move(facts.scene.drawing), facts, plan);
    if (facts.is_draft())
        sheet.drawing.groups.push_back(draft_group(facts, plan));
    Group group{"furniture", {}, std::nullopt, {}};
    Furniture furniture(group, typesetter);
    std::vector<Block> moved = draw_furniture(furniture, facts, plan);
    sheet.drawing.groups.push_back(std::move(group));
    if (!moved.empty())
        pages.further = further_page(facts, plan, std::move(moved));
    progress.check();

    sheet.frame = {plan.frame, facts.world};
    sheet.scale = scale;
    sheet.zone = geometry.zone();
    sheet.title = facts.title;
    sheet.legend = std::move(facts.scene.legend);
    sheet.villages_in_view = facts.scene.villages_in_view;
    sheet.villages_labelled = facts.scene.villages_labelled;
    return pages;
}

} // namespace antardesa::cartography
