#pragma once

#include "io/boundary_import.h"

#include <optional>
#include <string>
#include <string_view>

/// The forms in which region codes and names of regions are written in real files.
namespace antardesa::io::detail {

/// "99.01.10" (groups = 3), "99.01" (2), "99.01.10.2003" (4) from the same with or without
/// dots; "" when the text is not that.
std::string grouped_code(std::string_view text, int groups);

/// Kemendagri's village code: with dots, or ten digits whose seventh is 1, 2 or 3.
bool looks_kemendagri(const std::string& text);
/// Whether the column that is mapped as the code mostly holds such codes.
bool mostly_codes(const FeatureTable& table, const FieldMapping& mapping);
/// Ten digits, perhaps after "id" as HDX writes them.
bool looks_bps(const std::string& text);
/// The ten digits; "" for anything else.
std::string bps_digits(std::string_view text);

/// True for texts that only hold a place for a code: "-", "0", "NULL", "91.15.--.----", a negative
/// number. Anything else says something, be it no code: "ABC-1", "33-01-01-2001".
bool is_placeholder(std::string_view text);

/// "1", "Desa", "KELURAHAN", "2.0" …; nothing for 0, 999 and other texts.
std::optional<ImportedKind> kind_of_text(std::string_view text);

/// "2012-10-25", "25/10/2012", "20121025", each perhaps with a time behind it; nothing for other
/// texts and for days that do not exist.
std::optional<Date> day_of_text(std::string_view text);

/// Without "Kabupaten", "Kab."; "Kota …" keeps its word.
std::string regency_name(std::string_view text);
/// Without "Kecamatan", "Kec.".
std::string district_name(std::string_view text);

/// For comparing names: lower case, single spaces, no punctuation.
std::string comparable(std::string_view name);

} // namespace antardesa::io::detail
