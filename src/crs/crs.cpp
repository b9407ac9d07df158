#include "crs/crs.h"

#include "base/result.h"
#include "base/text.h"
#include "crs/crs_text.h"
#include "crs/detail/proj.h"

#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <mutex>

namespace antardesa::crs {

namespace detail {

namespace {

// PROJ asks here for every file by short name. Grids and init files are answered "not found";
// for its database PROJ falls back to its own search path when the answer is null as well.
const char* find_no_file(PJ_CONTEXT*, const char*, void*) {
    return nullptr;
}

void stay_silent(void*, int, const char*) {
}

// Searched for once: a process that has locked itself down cannot search any more, while PROJ
// keeps the database itself open for all contexts that name the same path.
const std::string& database_path() {
    static const std::string path = [] {
        const Context context(proj_context_create());
        const char* found = context ? proj_context_get_database_path(context.get()) : nullptr;
        return std::string(found ? found : "");
    }();
    return path;
}

Context first_context() {
    Context context(proj_context_create());
    if (!context)
        throw Error({"crs.proj_unusable", {}}, "proj_context_create");
    proj_log_func(context.get(), nullptr, stay_silent);
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    proj_context_set_url_endpoint(context.get(), "");
    proj_context_set_file_finder(context.get(), find_no_file, nullptr);
    if (!database_path().empty())
        proj_context_set_database_path(context.get(), database_path().c_str(), nullptr, nullptr);
    // PROJ reads its settings with the first object of a context; the others take them over.
    const Object any(proj_create(context.get(), "+proj=noop"));
    return context;
}

} // namespace

// Copies of one: a context of its own reads settings from the disk, and contexts are made while a
// frame is drawn.
Context make_context() {
    static std::mutex copying;
    static const Context first = first_context();
    const std::lock_guard lock(copying);
    Context context(proj_context_clone(first.get()));
    if (!context)
        throw Error({"crs.proj_unusable", {}}, "proj_context_clone");
    return context;
}

} // namespace detail

namespace {

using detail::Object;

constexpr int sure_enough = 90; // PROJ: 90 = same definition and name but not the same code

// Web Mercator in GDAL's own WKT 1 carries an EXTENSION; it is known by its last code and
// replaced by PROJ's definition, so that the text itself is never obeyed.
bool ends_as_web_mercator(std::string_view wkt) {
    constexpr std::string_view code = "AUTHORITY[\"EPSG\",\"3857\"]]";
    return wkt.size() > code.size() && wkt.substr(wkt.size() - code.size()) == code;
}

Object horizontal_part(PJ_CONTEXT* context, Object crs) {
    // Compound, bound and three-dimensional systems nest at most a few levels deep.
    for (int depth = 0; crs && depth < 4; ++depth) {
        const PJ_TYPE type = proj_get_type(crs.get());
        if (type == PJ_TYPE_COMPOUND_CRS)
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
        else if (type == PJ_TYPE_BOUND_CRS)
            crs.reset(proj_get_source_crs(context, crs.get()));
        else if (type == PJ_TYPE_GEOGRAPHIC_3D_CRS)
            crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
        else
            break;
    }
    if (!crs)
        return nullptr;
    const PJ_TYPE type = proj_get_type(crs.get());
    const bool horizontal = type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_PROJECTED_CRS;
    return horizontal ? std::move(crs) : nullptr;
}

int code_of(const PJ* object) {
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    if (!authority || !code || std::strcmp(authority, "EPSG") != 0)
        return 0;
    return static_cast<int>(parse_integer(code).value_or(0));
}

int identified_code(PJ_CONTEXT* context, const PJ* object) {
    int* confidence = nullptr;
    const detail::ObjectList found(proj_identify(context, object, "EPSG", nullptr, &confidence));
    const std::unique_ptr<int, void (*)(int*)> owner(confidence, proj_int_list_destroy);
    if (!found || proj_list_get_count(found.get()) == 0 || confidence[0] < sure_enough)
        return 0;
    const Object best(proj_list_get(context, found.get(), 0));
    return best ? code_of(best.get()) : 0;
}

} // namespace

struct Crs::Maker {
    static std::optional<Crs> make(PJ_CONTEXT* context, Object object, bool trust_code) {
        object = horizontal_part(context, std::move(object));
        if (!object)
            return std::nullopt;
        Crs crs;
        crs.geographic_ = proj_get_type(object.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
        crs.epsg_ = trust_code ? code_of(object.get()) : identified_code(context, object.get());
        if (!trust_code && crs.epsg_ != 0)
            return Crs::from_epsg(crs.epsg_);
        const char* name = proj_get_name(object.get());
        crs.name_ = name ? name : "";
        const std::array<const char*, 2> options{"MULTILINE=NO", nullptr};
        const char* wkt = proj_as_wkt(context, object.get(), PJ_WKT1_GDAL, options.data());
        if (!wkt)
            return std::nullopt;
        crs.wkt_ = wkt;
        return crs;
    }
};

// Each code is looked up once: the database is a file, and frames ask as well.
std::optional<Crs> Crs::from_epsg(int code) {
    static std::mutex looking;
    static std::map<int, std::optional<Crs>> known;
    const std::lock_guard lock(looking);
    const auto found = known.find(code);
    if (found != known.end())
        return found->second;
    const detail::Context context = detail::make_context();
    Object object(proj_create_from_database(context.get(), "EPSG", std::to_string(code).c_str(),
                                            PJ_CATEGORY_CRS, 0, nullptr));
    auto system = Maker::make(context.get(), std::move(object), true);
    constexpr std::size_t enough = 512; // a file may name thousands
    if (known.size() < enough)
        known.emplace(code, system);
    return system;
}

std::optional<Crs> Crs::from_wkt(std::string_view wkt) {
    const std::string text = trimmed(wkt);
    const TextVerdict verdict = judge_text(text);
    if (verdict == TextVerdict::empty)
        return std::nullopt;
    if (verdict == TextVerdict::refused)
        return ends_as_web_mercator(text) ? from_epsg(3857) : std::nullopt;
    const detail::Context context = detail::make_context();
    Object object(proj_create_from_wkt(context.get(), text.c_str(), nullptr, nullptr, nullptr));
    return Maker::make(context.get(), std::move(object), false);
}

const Crs& wgs84() {
    static const Crs system = Crs::from_epsg(4326).value();
    return system;
}

UtmZone utm_zone(geo::Point position) {
    const double turned = std::remainder(position.x, 360.0);
    const int number = static_cast<int>(std::floor((turned + 180.0) / 6.0)) + 1;
    return {std::clamp(number, 1, 60), position.y < 0};
}

std::string utm_zone_name(UtmZone zone) {
    return std::to_string(zone.number) + (zone.south ? "S" : "N");
}

Crs utm(UtmZone zone) {
    return Crs::from_epsg((zone.south ? 32700 : 32600) + zone.number).value();
}

std::optional<Crs> srgi2013_utm(UtmZone zone) {
    const int first = zone.south ? 47 : 46;
    const int last = zone.south ? 54 : 52;
    if (zone.number < first || zone.number > last)
        return std::nullopt;
    return Crs::from_epsg((zone.south ? 9440 : 9430) + zone.number);
}

} // namespace antardesa::crs
