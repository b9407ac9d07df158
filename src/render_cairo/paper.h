#pragma once

#include "base/date.h"
#include "base/job.h"
#include "cartography/mark.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace antardesa::render_cairo {

struct PaperMetadata {
    std::string title;
    std::string author;
    std::chrono::system_clock::time_point created; ///< fixed by the caller: same input, same bytes
};

/// One page per drawing, vector, fonts embedded as subsets, text searchable, one outline entry
/// per page named by `page_titles`. Written to a private file beside `path`, synced, renamed:
/// whole or not at all. Throws `Error` of `antardesa::cannot_write` when the disk refuses,
/// "render_cairo.cannot_write" with path and reason when the libraries do, or `Cancelled`.
void write_pdf(const std::filesystem::path& path, std::span<const cartography::Drawing> pages,
               std::span<const std::string> page_titles, const PaperMetadata& metadata,
               Progress& progress);

struct PaperPage {
    cartography::Drawing drawing;
    std::string title; ///< of its outline entry
};
/// The page of a number, from 0: asked for once each, in order, when its turn comes.
using PageSource = std::function<PaperPage(std::size_t)>;
/// The same for a series of any length: one page at a time stands in memory. What `page_at` throws
/// ends it.
void write_pdf(const std::filesystem::path& path, std::size_t pages, const PageSource& page_at,
               const PaperMetadata& metadata, Progress& progress);

/// Groups become named layers (id, inkscape:label). Glyphs are outlines, each text named by its
/// aria-label; pictures are left out.
void write_svg(const std::filesystem::path& path, const cartography::Drawing& page,
               const PaperMetadata& metadata, Progress& progress);

/// Antialiased RGB at `dpi`, drawn in bands so that memory stays bounded (A0 at 600 dpi works
/// under 2 GiB), with pHYs set.
void write_png(const std::filesystem::path& path, const cartography::Drawing& page, double dpi,
               Progress& progress);

/// Finished pixels as a PNG file, whole or not at all; for the window's own frame.
void save_png(const std::filesystem::path& path, const cartography::Image& image);

/// The same as bytes, for a file of another kind to hold. Throws `Error`
/// "render_cairo.cannot_write" with the libraries' reason.
std::string png_bytes(const cartography::Image& image);

/// The drawing as RGBA pixels, straight alpha, rows from the top; for previews and tests.
cartography::Image render_image(const cartography::Drawing& page, double dpi, Progress& progress);

} // namespace antardesa::render_cairo
