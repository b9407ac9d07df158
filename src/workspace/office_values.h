#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The values of an office's list as people write them, as a register has them.
namespace antardesa::workspace {

/// "Ekonomi", "Bidang ekonomi" → "ekonomi"; nothing for what the closed list of the field does not
/// have. `list`: "bidang", "jenis" (of an agreement), "tahap", "jenis_aset", "kondisi",
/// "pemanfaatan", "unsur", "kelamin", "keadaan" (of a BUM Desa Bersama), "asal" (of capital).
std::optional<std::string> office_code(std::string_view list, const std::string& written);

/// "12 November 2025", "23-11-2026" or a workbook's count of days → "2025-11-12".
std::optional<std::string> office_day(const std::string& written);
/// "Rp 450.000.000,-" → "450000000".
std::optional<std::string> office_sum(std::string written);
/// "60 %", "60,5" → "60.5"; nothing beyond 0 to 100.
std::optional<std::string> office_percent(std::string written);
/// A year alone, or that of a day.
std::optional<std::string> office_year(const std::string& written);
/// "2 Januari 2023 s.d. 1 Januari 2028", "2023–2028": both days; a year begins in January and ends
/// in December.
struct OfficeTerm {
    std::string from;
    std::string to;
};
std::optional<OfficeTerm> office_term(const std::string& written);

/// "Mekarsari, Sukamaju dan Sukasari" → three names.
std::vector<std::string> office_parts(std::string text);
/// "Mekarsari (60 %)", "Sukamaju: Rp 40.000.000" → the name, and the figure as it stands there;
/// empty where there is none.
struct NameWithFigure {
    std::string name;
    std::string figure;
};
NameWithFigure name_with_figure(const std::string& part);
/// As `office_parts`, but that a comma between digits parts nothing.
std::vector<std::string> office_figures(const std::string& text);

} // namespace antardesa::workspace
