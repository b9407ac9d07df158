#include "io/detail/disarm.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/geojson_crs.h"
#include "io/detail/json_scan.h"
#include "io/detail/kml_scan.h"
#include "io/detail/layer_limit.h"
#include "io/detail/text_encoding.h"

namespace antardesa::io::detail {

namespace {

void note(VectorSource& source, Severity severity, const char* code,
          std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), source.shown);
    source.findings.push_back({severity,
                               code,
                               source.shown,
                               std::nullopt,
                               {std::string("io.") + code, std::move(arguments)}});
}

void note_count(VectorSource& source, const char* code, std::int64_t count) {
    if (count > 0)
        note(source, Severity::warning, code, {std::to_string(count)});
}

void refuse_unreadable(const JsonScan& scan, const std::string& shown) {
    const std::string line = std::to_string(scan.line);
    switch (scan.fault) {
    case JsonFault::none:
        return;
    case JsonFault::not_utf8:
        throw Error({"io.json_not_utf8", {shown}});
    case JsonFault::truncated:
        throw Error({"io.json_truncated", {shown, line}});
    case JsonFault::syntax:
        throw Error({"io.json_damaged", {shown, line}});
    case JsonFault::too_deep:
        throw Error({"io.json_too_deep", {shown, line}});
    case JsonFault::not_geojson:
        throw Error({"io.not_geojson", {shown, shown_on_one_line(repaired_utf8(scan.type))}});
    }
}

/// GDAL takes the first digits of what no double holds ("1e99999" as 1): each becomes "NaN", which
/// it hands on and the coordinates' check finds. Nothing moves: the shortest of them has three
/// letters.
void blank_no_numbers(std::string_view bytes, std::string& text) {
    scan_json(bytes, [&](std::string_view word) {
        const auto at = static_cast<std::size_t>(word.data() - bytes.data());
        text.replace(at, word.size(), "NaN" + std::string(word.size() - 3, ' '));
    });
}

} // namespace

std::optional<std::string> disarm_geojson(std::string_view bytes, VectorSource& source) {
    constexpr std::size_t longest_text = 32767;
    constexpr std::size_t most_names = 2000;
    const JsonScan scan = scan_json(bytes);
    refuse_unreadable(scan, source.shown);
    if (scan.property_names > most_names)
        throw Error(
            {"io.too_many_columns",
             {source.shown, std::to_string(scan.property_names), std::to_string(most_names)}});
    note_count(source, "json_bad_features", scan.bad_features);
    note_count(source, "json_repeated_keys", scan.repeated_keys);
    note_count(source, "json_no_numbers", scan.no_numbers);
    note_count(source, "json_long_numbers", scan.long_numbers);
    note_count(source, "json_broken_texts", scan.broken_texts);
    note_count(source, "json_bad_positions", scan.bad_positions);
    if (scan.longest_text > longest_text)
        note(source, Severity::warning, "json_long_text", {std::to_string(scan.longest_text)});
    std::string text(bytes);
    if (scan.no_numbers > 0)
        blank_no_numbers(bytes, text);
    source.crs_refused = hide_unsafe_crs(text);
    if (source.crs_refused)
        note(source, Severity::warning, "crs_not_obeyed", {});
    return source.crs_refused || scan.no_numbers > 0 ? std::optional(std::move(text))
                                                     : std::nullopt;
}

std::optional<std::string> disarm_kml(std::string_view bytes, VectorSource& source) {
    const KmlScan scan = scan_kml(bytes);
    require_sound(scan.xml, source.shown);
    if (!scan.is_kml)
        throw Error({"io.unreadable", {source.shown, "KML"}});
    if (scan.folders > most_folders)
        throw Error({"io.too_many_folders",
                     {source.shown, std::to_string(scan.folders), std::to_string(most_folders)}});
    note_count(source, "kml_links_ignored", scan.links);
    note_count(source, "kml_overlays_ignored", scan.overlays);
    if (scan.links == 0 && scan.overlays == 0 && scan.addresses > 0)
        note(source, Severity::information, "kml_addresses_ignored",
             {std::to_string(scan.addresses)});
    if (scan.bad_coordinates > 0)
        note(source, Severity::warning, "kml_bad_coordinates",
             {std::to_string(scan.bad_coordinates), std::to_string(scan.first_bad)});
    source.features_held = scan.placemarks;
    return one_document(bytes, scan);
}

} // namespace antardesa::io::detail
