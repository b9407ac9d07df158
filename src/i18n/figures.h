#pragma once

#include <string>

namespace antardesa::i18n {

/// How a language separates thousands and decimals, and whether a space stands before the
/// percent sign.
struct FigureForm {
    char thousands = '.';
    char decimal = ',';
    bool space_before_percent = true;
};

/// `value` with `decimals` places (0 … 9), rounded half away from zero as people do by hand (1,005
/// with two places gives 1,01 although the binary number lies just below). "−" for negative
/// numbers, never "−0"; "—" for what is not finite.
std::string figure_text(double value, int decimals, const FigureForm& form);

} // namespace antardesa::i18n
