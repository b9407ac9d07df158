#include "render_cairo/detail/png_stream.h"

#include "render_cairo/detail/handles.h"

#include <png.h>

#include <cmath>
#include <csetjmp>

namespace antardesa::render_cairo::detail {

struct PngStream::State {
    State(PrivateFile& target, const PngFormat& wanted) : file(target), format(wanted) {}
    ~State() { png_destroy_write_struct(&png, &info); }

    PrivateFile& file;
    PngFormat format;
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::string reason;
    std::exception_ptr failure;
    std::vector<std::uint8_t> row;
};

namespace {

/// libpng reports by long jumps. Each call of it stands in a function of plain values between
/// setjmp and return, so that no destructor is ever jumped over.
template<class Call>
bool without_jump(png_structp png, const Call& call) {
    if (setjmp(png_jmpbuf(png)))
        return false;
    call();
    return true;
}

void keep_reason(png_structp png, png_const_charp text) {
    static_cast<std::string*>(png_get_error_ptr(png))->assign(text);
    png_longjmp(png, 1);
}
void ignore_warning(png_structp, png_const_charp) {
}

bool written(PrivateFile& file, const png_byte* bytes, std::size_t length,
             std::exception_ptr& failure) {
    try {
        file.write(std::as_bytes(std::span(bytes, length)));
        return true;
    } catch (...) {
        failure = std::current_exception();
        return false;
    }
}

} // namespace

PngStream::PngStream(PrivateFile& file, const PngFormat& format)
    : state_(std::make_unique<State>(file, format)) {
    State& s = *state_;
    s.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &s.reason, keep_reason, ignore_warning);
    s.info = s.png ? png_create_info_struct(s.png) : nullptr;
    if (!s.info)
        throw Failure("out of memory");
    png_set_write_fn(
        s.png, &s,
        [](png_structp png, png_bytep bytes, std::size_t length) {
            auto& state = *static_cast<State*>(png_get_io_ptr(png));
            if (!written(state.file, bytes, length, state.failure))
                png_error(png, "write");
        },
        [](png_structp) {});
    const bool sound = without_jump(s.png, [&] {
        png_set_user_limits(s.png, 0x7FFFFFFF, 0x7FFFFFFF);
        png_set_IHDR(s.png, s.info, static_cast<png_uint_32>(format.width),
                     static_cast<png_uint_32>(format.height), 8,
                     format.alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        if (format.dpi > 0) {
            const auto per_metre = static_cast<png_uint_32>(std::lround(format.dpi / 0.0254));
            png_set_pHYs(s.png, s.info, per_metre, per_metre, PNG_RESOLUTION_METER);
        }
        // Maps are flat colour: one cheap filter and a middling effort lose little and save much.
        png_set_filter(s.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
        png_set_compression_level(s.png, 4);
        png_write_info(s.png, s.info);
    });
    if (!sound)
        finish_badly();
    s.row.resize(std::size_t(format.width) * (format.alpha ? 4 : 3));
}

PngStream::~PngStream() = default;

void PngStream::finish_badly() {
    if (state_->failure)
        std::rethrow_exception(state_->failure);
    throw Failure(state_->reason);
}

void PngStream::write_row(std::span<const std::uint8_t> rgba) {
    State& s = *state_;
    const std::uint8_t* from = rgba.data();
    if (!s.format.alpha) {
        std::uint8_t* to = s.row.data();
        for (int x = 0; x < s.format.width; ++x, from += 4, to += 3)
            to[0] = from[0], to[1] = from[1], to[2] = from[2];
        from = s.row.data();
    }
    if (!without_jump(s.png, [&] { png_write_row(s.png, from); }))
        finish_badly();
}

void PngStream::finish() {
    if (!without_jump(state_->png, [&] { png_write_end(state_->png, state_->info); }))
        finish_badly();
}

} // namespace antardesa::render_cairo::detail
