#pragma once

#include <string>
#include <vector>

namespace antardesa::documents {

/// A square of dark and light modules without its quiet zone.
struct MatrixCode {
    int size = 0;           ///< modules in a row
    std::vector<bool> dark; ///< rows from the top
    bool at(int column, int row) const {
        return dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                    static_cast<std::size_t>(column)];
    }
};
/// Light modules that must stand around it (ISO/IEC 18004 §6.3.8).
inline constexpr int quiet_modules = 4;

/// The smallest QR code with a quarter of it replaceable (level Q) that holds `text`. Throws
/// `Error` "documents.code_not_made" for a text that is too long.
MatrixCode matrix_code(const std::string& text);

} // namespace antardesa::documents
