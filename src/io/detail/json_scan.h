#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace antardesa::io::detail {

enum class JsonFault {
    none,
    not_utf8,  ///< UTF-16 or a binary file
    truncated, ///< ends inside a value
    syntax,
    too_deep,
    not_geojson, ///< JSON, but neither a FeatureCollection, a Feature nor a geometry
};

/// What a stranger's JSON text is, looked at before any library builds a tree of it: one pass,
/// nothing kept, at most 64 levels deep. A pure function of the bytes (RFC 8259, RFC 7946).
struct JsonScan {
    JsonFault fault = JsonFault::none;
    std::int64_t line = 1; ///< of the fault
    std::string type;      ///< the top level's "type": "FeatureCollection", "Topology", …
    bool has_arcs = false; ///< members that only TopoJSON or Esri JSON have at the top
    std::int64_t features = 0;
    std::int64_t bad_features = 0;  ///< entries of "features" that are no objects
    std::int64_t repeated_keys = 0; ///< type, geometry, properties or coordinates twice
    std::int64_t no_numbers = 0;    ///< NaN, Infinity, or more or less than a double holds
    std::int64_t long_numbers = 0;  ///< whole numbers beyond 64 bits
    std::int64_t broken_texts = 0;  ///< lone surrogates, \\u0000, bytes that are not UTF-8
    std::int64_t bad_positions = 0; ///< coordinates that are no pairs of numbers
    std::size_t longest_text = 0;   ///< of an attribute
    std::size_t property_names = 0; ///< different ones, counted up to 2,001
};
/// Is shown each of `no_numbers` as it is written: a part of the text.
using NumberSink = std::function<void(std::string_view)>;
JsonScan scan_json(std::string_view text, const NumberSink& no_number = {});

} // namespace antardesa::io::detail
