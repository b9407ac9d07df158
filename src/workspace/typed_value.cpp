#include "workspace/typed_value.h"

#include "base/text.h"
#include "crs/coordinate_text.h"
#include "io/csv_writer.h"
#include "workspace/spoken_position.h"
#include "workspace/typed_date.h"
#include "workspace/well_known_text.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using i18n::Language;

struct Signs {
    char decimal = ',';
    char thousands = '.';
};

Signs signs_of(Language language) {
    return language == Language::indonesian ? Signs{} : Signs{'.', ','};
}

/// One to three digits before the first sign, no lone nought, and three after each: neither 1.2.3
/// nor 0.125 nor 12500.125 is grouped.
bool is_grouped(const std::string& text, char sign) {
    const std::size_t digits = text.find_first_of("0123456789");
    const std::size_t first = text.find_first_of(".,");
    if (digits > first || first - digits > 3 || (text[digits] == '0'))
        return false;
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + 1))
        if (std::min(text.find_first_of(".,", at + 1), text.size()) - at != 4)
            return false;
    return true;
}

/// Whether the sign parts thousands here: it stands several times, or before the decimal sign, or
/// it does so in this language (450.000 in Indonesian, where 450,000 is a fraction).
bool parts_thousands(const std::string& text, char sign, Signs signs) {
    const char other = sign == '.' ? ',' : '.';
    const std::size_t foreign = text.rfind(other);
    if (std::count(text.begin(), text.end(), sign) > 1)
        return true;
    if (foreign != std::string::npos)
        return text.rfind(sign) < foreign;
    return sign == signs.thousands && is_grouped(text, sign);
}

/// "450.000.000", "12,5", "12.5", "1.250,50", "Rp450000000". Without `thousands` a lone sign always
/// begins the decimals: degrees, percent.
std::optional<double> typed_number(std::string text, Signs signs, bool thousands) {
    if (text.starts_with("Rp"))
        text = trimmed(text.substr(2));
    for (const char sign : {'.', ','}) {
        const bool alone = text.find_first_of(".,") == text.find_last_of(".,");
        if (text.find(sign) == std::string::npos || (alone && !thousands) ||
            !parts_thousands(text, sign, signs))
            continue;
        if (!is_grouped(text, sign))
            return std::nullopt;
        std::erase(text, sign);
    }
    std::replace(text.begin(), text.end(), ',', '.');
    return parse_number(text);
}

/// "450.000.000", "12,5".
std::string shown_number(std::string stored, Signs signs, bool thousands) {
    const std::string sign = stored.starts_with('-') ? "-" : "";
    stored.erase(0, sign.size());
    const std::size_t point = std::min(stored.find('.'), stored.size());
    if (stored.find_first_not_of("0123456789.") != std::string::npos)
        return sign + stored;
    if (point < stored.size())
        stored[point] = signs.decimal;
    for (std::size_t at = point; thousands && at > 3; at -= 3)
        stored.insert(at - 3, 1, signs.thousands);
    return sign + stored;
}

std::string shown_date(const std::string& stored, const i18n::Catalogue& language) {
    const auto day = typed_date(stored);
    return day ? language.short_date(*day) : stored;
}

const char* shape_key(const geo::Geometry& geometry) {
    if (std::holds_alternative<geo::LineSet>(geometry))
        return "workspace.record.shape_line";
    return std::holds_alternative<geo::PolygonSet>(geometry) ? "workspace.record.shape_area"
                                                             : "workspace.record.shape_points";
}

/// A ring comes back to its first point, which is counted once.
std::size_t points_of(const geo::Geometry& geometry) {
    std::size_t count = geo::vertex_count(geometry);
    if (const auto* areas = std::get_if<geo::PolygonSet>(&geometry))
        for (const geo::Polygon& polygon : areas->polygons)
            count -= 1 + polygon.holes.size();
    return count;
}

std::string shown_place(const std::string& stored, const i18n::Catalogue& language) {
    const auto geometry = from_well_known_text(stored);
    // A long outline goes on in further columns, which no form has.
    if (!geometry)
        return stored.empty() ? stored : language.text("workspace.record.shape_long");
    if (const auto* points = std::get_if<geo::PointSet>(&*geometry);
        points && points->points.size() == 1)
        return spoken_position(crs::dms_text(points->points.front()), language.language());
    return language.plural(shape_key(*geometry), static_cast<long long>(points_of(*geometry)));
}

Refusal unreadable(const char* what, std::string_view name, const std::string& typed) {
    return {{"workspace.record." + std::string(what), {std::string(name), typed}}};
}

} // namespace

std::string shown_value(FieldKind kind, const std::string& stored,
                        const i18n::Catalogue& language) {
    switch (kind) {
    case FieldKind::date:
        return shown_date(stored, language);
    case FieldKind::number:
    case FieldKind::money:
        return shown_number(stored, signs_of(language.language()), kind == FieldKind::money);
    case FieldKind::place:
        return shown_place(stored, language);
    default:
        return stored;
    }
}

Result<std::string> stored_value(FieldKind kind, std::string_view name, const std::string& typed,
                                 Language language) {
    const std::string text = trimmed(typed);
    if (text.empty())
        return text;
    if (kind == FieldKind::date) {
        const auto day = typed_date(text);
        if (!day)
            return unreadable("bad_date", name, text);
        return iso_text(*day);
    }
    if (kind == FieldKind::number || kind == FieldKind::money) {
        const auto number = typed_number(text, signs_of(language), kind == FieldKind::money);
        if (!number)
            return unreadable("bad_number", name, text);
        return io::exact_text(*number);
    }
    if (kind == FieldKind::place && !from_well_known_text(text)) {
        const auto place = crs::parse_coordinates(text);
        if (!place)
            return unreadable("bad_place", name, text);
        return to_well_known_text(geo::PointSet{{*place}});
    }
    return text;
}

} // namespace antardesa::workspace
