#include "render_cairo/paper.h"

#include "render_cairo/detail/mark_painter.h"
#include "render_cairo/detail/private_file.h"

#include <cairo-pdf.h>

namespace antardesa::render_cairo {
namespace {

using cartography::Drawing;
using detail::check;
using detail::PrivateFile;

constexpr double points_per_millimetre = 72.0 / 25.4;

/// cairo's calls are C: what goes wrong while writing is kept here and thrown again outside.
/// Most of the work is done inside cairo when a page ends; asking here lets it be stopped there.
struct Sink {
    PrivateFile& file;
    const Progress& progress;
    std::exception_ptr failure;
};

cairo_status_t write_bytes(void* closure, const unsigned char* data, unsigned int length) {
    auto& sink = *static_cast<Sink*>(closure);
    try {
        sink.progress.check();
        sink.file.write(std::as_bytes(std::span(data, length)));
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {
        sink.failure = std::current_exception();
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

void describe(cairo_surface_t* surface, const PaperMetadata& metadata) {
    // Whole seconds: cairo's reader of dates knows no fractions.
    const auto seconds = std::chrono::floor<std::chrono::seconds>(metadata.created);
    const std::string moment = iso_text(seconds).substr(0, 19) + "Z";
    const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
        if (!text.empty())
            cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, metadata.title);
    set(CAIRO_PDF_METADATA_AUTHOR, metadata.author);
    set(CAIRO_PDF_METADATA_CREATOR, "AntarDesa");
    set(CAIRO_PDF_METADATA_CREATE_DATE, moment);
    set(CAIRO_PDF_METADATA_MOD_DATE, moment);
}

void add_to_outline(cairo_surface_t* surface, const std::string& title, std::size_t page) {
    const std::string target = "page=" + std::to_string(page);
    cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, title.c_str(), target.c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void draw_page(cairo_surface_t* surface, const Drawing& page, detail::FontShelf& fonts,
               Progress& progress) {
    const double height = page.height.value * points_per_millimetre;
    cairo_pdf_surface_set_size(surface, page.width.value * points_per_millimetre, height);
    const detail::Context context = detail::owned(cairo_create(surface));
    const geo::Box whole{{0, 0}, {page.width.value, page.height.value}};
    detail::paint({context.get(), points_per_millimetre, height, {}, whole}, page, fonts, progress);
    cairo_show_page(context.get());
    check(cairo_status(context.get()));
}

/// A PDF while its pages are drawn, one after the other.
class PaperFile {
  public:
    PaperFile(PrivateFile& file, const PaperMetadata& metadata, Progress& progress)
        : sink_{file, progress, nullptr}, progress_(progress),
          surface_(
              detail::owned(cairo_pdf_surface_create_for_stream(write_bytes, &sink_, 10, 10))) {
        describe(surface_.get(), metadata);
    }
    void add(const Drawing& page, const std::string& title) {
        ++pages_;
        guarded([&] {
            cairo_pdf_surface_set_page_label(surface_.get(), std::to_string(pages_).c_str());
            draw_page(surface_.get(), page, fonts_, progress_);
            if (!title.empty())
                add_to_outline(surface_.get(), title, pages_);
        });
    }
    void finish() {
        guarded([&] {
            if (pages_ == 0)
                throw detail::Failure("no page to write");
            cairo_surface_finish(surface_.get());
            check(cairo_surface_status(surface_.get()));
        });
    }

  private:
    template<class Work>
    void guarded(const Work& work) {
        try {
            work();
        } catch (const detail::Failure&) {
            // What stopped the writing says more than cairo's "error while writing".
            if (sink_.failure)
                std::rethrow_exception(sink_.failure);
            throw;
        }
    }

    Sink sink_;
    Progress& progress_;
    detail::Surface surface_;
    detail::FontShelf fonts_;
    std::size_t pages_ = 0;
};

} // namespace

void write_pdf(const std::filesystem::path& path, std::span<const Drawing> pages,
               std::span<const std::string> page_titles, const PaperMetadata& metadata,
               Progress& progress) {
    std::int64_t marks = 0;
    for (const Drawing& page : pages)
        marks += detail::mark_count(page);
    progress.start(marks);
    detail::write_whole(path, [&](PrivateFile& file) {
        PaperFile paper(file, metadata, progress);
        for (std::size_t i = 0; i < pages.size(); ++i)
            paper.add(pages[i], i < page_titles.size() ? page_titles[i] : std::string());
        paper.finish();
    });
}

void write_pdf(const std::filesystem::path& path, std::size_t pages, const PageSource& page_at,
               const PaperMetadata& metadata, Progress& progress) {
    detail::write_whole(path, [&](PrivateFile& file) {
        PaperFile paper(file, metadata, progress);
        std::int64_t marks = 0;
        for (std::size_t i = 0; i < pages; ++i) {
            progress.check();
            const PaperPage page = page_at(i);
            const std::int64_t before = marks;
            marks += detail::mark_count(page.drawing);
            // The pages to come are taken to be as full as those that were.
            progress.start(marks * static_cast<std::int64_t>(pages) /
                           static_cast<std::int64_t>(i + 1));
            progress.advance(before);
            paper.add(page.drawing, page.title);
        }
        paper.finish();
    });
}

} // namespace antardesa::render_cairo
