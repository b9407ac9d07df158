#pragma once

#include "model/atlas.h"

#include <optional>
#include <string>
#include <string_view>

/// The code that ties a printed sheet to the line it shows. Sixteen signs in four groups,
/// "7K3M-…": three tell the day of printing, twelve come from the canonical form, the last checks
/// the others, so that one wrong sign or two exchanged ones are noticed before anything is
/// searched. The signs are 23 digits and capitals of which no two look alike in print or writing.
namespace antardesa::workspace {

/// Number of days since 2020-01-01, as far as a code can tell: about 33 years.
std::optional<int> code_day(Date day);

/// What is hashed: every line in whole millimetres (UTM of its own zone), read in the direction
/// that comes first in order, lines in order; the case's number, or nothing; the day. So it does
/// not depend on how a line was digitised, on ids, or on how it came to be as it is.
std::string canonical_form(const geo::MultiLine& lines, std::string_view case_number, int day);

/// Empty for a day that no code can tell.
std::string sheet_code(const geo::MultiLine& lines, std::string_view case_number, Date day);
/// The code of a segment's line outside any case; empty without a line.
std::string sheet_code(const model::BoundarySegment& segment, Date day);
/// The code of the lines of all segments of a case; empty when none has a line.
std::string sheet_code(const model::Atlas& atlas, const model::BoundaryDispute& dispute, Date day);
/// The code of all lines of a village; empty when it has none.
std::string sheet_code(const model::Atlas& atlas, Id<model::Village> village, Date day);

/// What stands in a QR code: "ANTARDESA:" and the code.
inline constexpr std::string_view code_scheme = "ANTARDESA:";

/// A code as typed or scanned: small letters, spaces and missing hyphens do not matter, signs that
/// look like one of the alphabet are not guessed. Nothing when it cannot be a code of ours.
struct ReadCode {
    std::string code; ///< in four groups
    Date day{};
};
std::optional<ReadCode> read_code(std::string_view typed);

} // namespace antardesa::workspace
