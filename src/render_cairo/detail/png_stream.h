#pragma once

#include "render_cairo/detail/private_file.h"

#include <cstdint>
#include <exception>
#include <memory>
#include <span>

namespace antardesa::render_cairo::detail {

struct PngFormat {
    int width = 0;
    int height = 0;
    bool alpha = false; ///< RGBA, else RGB
    double dpi = 0;     ///< written as pHYs; 0: not said
};

/// A PNG file written row by row. Throws `Failure`.
class PngStream {
  public:
    PngStream(PrivateFile& file, const PngFormat& format);
    ~PngStream();
    PngStream(const PngStream&) = delete;
    PngStream& operator=(const PngStream&) = delete;

    /// One row from the top: RGBA always; alpha is left out where the format has none.
    void write_row(std::span<const std::uint8_t> rgba);
    void finish();

  private:
    [[noreturn]] void finish_badly();

    struct State;
    std::unique_ptr<State> state_;
};

} // namespace antardesa::render_cairo::detail
