#pragma once

#include "io/feature_table.h"

#include <functional>

namespace antardesa::io::detail {

/// Whether a column of that name holds codes of villages ("KODE", "CODE", "KDEPUM", …), as
/// against those of kecamatan and kabupaten, which repeat.
bool names_village_code(std::string_view column);

/// Codes that are empty, repeated, or equal but for case, blanks, leading zeros and letters that
/// look alike: a join by such a column goes wrong. Adds at most one finding of each kind.
void check_codes(const std::string& column, std::size_t rows,
                 const std::function<std::string(std::size_t)>& text, const std::string& subject,
                 std::vector<Finding>& findings);
/// The same for every column of codes in the table; one without any value says nothing.
void check_codes(FeatureTable& table);

/// The code as a careless eye reads it: "A 1", "а1", "Ａ1", "a1" are one.
std::string look_alike_form(std::string_view code);

} // namespace antardesa::io::detail
