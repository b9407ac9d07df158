#pragma once

#include "base/result.h"
#include "cartography/sheet.h"

#include <array>

/// How what a boundary sheet must show comes onto paper at a lawful scale.
namespace antardesa::cartography {

/// Of boundary maps (Perban BIG 15/2019 as in domain.md §6.1).
inline constexpr std::array<double, 3> boundary_scales{2'500, 5'000, 10'000};
bool is_boundary_scale(MapScale scale);
/// More would be a mistake about paper or scale.
inline constexpr std::size_t most_sheets = 60;

/// The sheets that a request comes to. A meeting's or working sheet is one, as it is asked for. A
/// boundary sheet is one at the largest lawful scale at which the paper holds its subject, else as
/// many at 1:10.000 as it takes, or as many as the scale asked for takes: side by side without
/// overlap, from the upper left, those without anything of the subject left out. Their `page` and
/// `pages` count within the set.
/// Refused: "sheet.refused.subject" for a boundary or working sheet about anything but a village, a
/// segment or a case; "sheet.refused.outside_village_law" for a boundary sheet of a line between
/// two kabupaten, which has a working sheet unless another is asked for; "sheet.refused.no_place";
/// "sheet.refused.scale…", which name the smallest
/// paper that would hold it all; "sheet.refused.too_many".
Result<std::vector<SheetRequest>> sheet_set(const MapGeometry& geometry,
                                            const SheetRequest& request);

} // namespace antardesa::cartography
