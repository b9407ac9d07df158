#pragma once

#include "io/feature_table.h"

namespace antardesa::io::detail {

enum class Encoding { unknown, utf8, windows_1252, other };

struct DeclaredEncoding {
    Encoding encoding = Encoding::unknown;
    std::string name; ///< for `other`: a name that GDAL's recoder knows
};

/// From a .cpg file's text ("UTF-8", "1252", "ANSI 1252", "ISO-8859-1", …); unknown if empty.
DeclaredEncoding encoding_by_name(std::string_view text);
/// Whether anything can be made of it; a text "BOGUS" or "UTF-7" declares nothing.
bool is_known_encoding(const DeclaredEncoding& encoding);
/// From byte 29 of a .dbf (language driver id).
DeclaredEncoding encoding_by_language_driver(unsigned char id);

/// Windows-1252 as UTF-8; its five unused bytes become U+FFFD.
std::string from_windows_1252(std::string_view bytes);

/// The text with U+FFFD for what is not UTF-8 and for NUL, which many sinks take for its end.
std::string repaired_utf8(std::string_view bytes);

/// Names on one line for a message, at most five and then "…".
std::string joined_names(const std::vector<std::string>& names);

/// Makes every text column of the table UTF-8 and adds findings: "encoding_guessed" when bytes
/// were no UTF-8 and nothing (or UTF-8) was declared, "encoding_mislabelled" when all texts are
/// UTF-8 with letters beyond ASCII although something else was declared, "encoding_not_stated",
/// "encoding_doubled", "odd_characters" (controls, marks that turn or hide letters).
void decode_texts(FeatureTable& table, const DeclaredEncoding& declared);

} // namespace antardesa::io::detail
