#include "base/text.h"
#include "base/whole_file.h"
#include "io/geo_pdf.h"
#include "render_cairo/paper.h"
#include "workspace/export_extent.h"
#include "workspace/export_pages.h"
#include "workspace/history_head.h"
#include "workspace/output_gate.h"
#include "workspace/verbs.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

namespace fs = std::filesystem;
using cartography::Sheet;

constexpr double points_per_millimetre = 72 / 25.4;

enum class Format { pdf, svg, png };

std::optional<Format> format_of(const fs::path& path) {
    const std::string ending = lower_case(path.extension().string());
    if (ending == ".pdf")
        return Format::pdf;
    if (ending == ".svg")
        return Format::svg;
    if (ending == ".png")
        return Format::png;
    return std::nullopt;
}

io::GeoPage georeference(const Sheet& sheet, int page) {
    const cartography::MapFrame& frame = sheet.frame;
    const double metres = frame.world.width() / frame.page.width();
    io::GeoPage geo{page, crs::utm(sheet.zone), {}, 0, 0, {}};
    geo.ground_of_origin = {frame.world.min.x - frame.page.min.x * metres,
                            frame.world.min.y +
                                (sheet.drawing.height.value - frame.page.min.y) * metres};
    geo.ground_per_point_x = metres / points_per_millimetre;
    geo.ground_per_point_y = -metres / points_per_millimetre;
    const geo::Box& world = frame.world;
    geo.neatline = {
        world.min, {world.max.x, world.min.y}, world.max, {world.min.x, world.max.y}, world.min};
    return geo;
}

/// Lets `write` fill the draft; what goes wrong is said of the file that was asked for.
template<class Write>
void fill(const WholeFile& draft, const Write& write) {
    try {
        write(draft.path());
    } catch (const Error& error) {
        throw Error(draft.about_target(error.message()), error.what());
    }
}

/// "peta.png" alone, "peta-01.png", "peta-02.png" in a series.
fs::path numbered(const fs::path& output, std::size_t page, std::size_t pages) {
    if (pages == 1)
        return output;
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(pages).size());
    std::string number = std::to_string(page);
    number.insert(0, digits - std::min(digits, number.size()), '0');
    return output.parent_path() /
           (output.stem().string() + "-" + number + output.extension().string());
}

class Exporter {
  public:
    Exporter(const ExportRequest& request, const std::string& head, const Environment& environment,
             Format format, Progress& progress)
        : request_(request), environment_(environment), format_(format), progress_(progress),
          writer_(shown_, request, head, environment, progress) {}

    Result<ExportReport> run(const std::shared_ptr<const model::Atlas>& atlas) {
        shown_.geometry = cartography::MapGeometry::build(atlas, nullptr, progress_);
        shown_.atlas = atlas;
        auto extents = wanted_extents();
        if (!extents)
            return extents.refusal();
        if (extents.value().empty())
            return Refusal{{"workspace.export.nothing_shown", {}}};
        auto planned = writer_.pages(extents.value());
        if (!planned)
            return planned.refusal();
        pages_ = std::move(planned).value();
        for (std::size_t i = 0; i < files(); ++i)
            if (auto why = why_not_written({numbered(request_.output, i + 1, files())}))
                return *why;
        Sheet first = writer_.compose(pages_.front().sheet);
        if (first.villages_in_view == 0)
            return Refusal{{"workspace.export.nothing_shown", {}}};
        const ExportReport report = report_of(first);
        if (format_ == Format::pdf)
            write_pdf(std::move(first));
        else
            write_pictures(std::move(first));
        return report;
    }

  private:
    /// A PDF holds every page.
    std::size_t files() const { return format_ == Format::pdf ? 1 : pages_.size(); }

    ExportReport report_of(const Sheet& first) const {
        const auto annexed = std::count_if(pages_.begin(), pages_.end(), [](const auto& page) {
            return page.annex && !page.goes_on_from;
        });
        const bool substitute =
            cartography::kind_of(pages_.front().sheet) != cartography::SheetKind::meeting &&
            !environment_.typesetter->has(text::Family::sheet);
        return {static_cast<int>(pages_.size()), first.scale,
                first.villages_in_view,          first.villages_labelled,
                static_cast<int>(annexed),       substitute};
    }

    Result<std::vector<SheetExtent>> wanted_extents() const {
        const i18n::Catalogue language(request_.language, environment_.languages_folder);
        const Words words(language, *environment_.styles, environment_.clock->today());
        if (!request_.series.empty())
            return resolve_series(shown_, request_.series, words);
        auto one = resolve_extent(shown_, request_.extent, words);
        if (!one)
            return one.refusal();
        SheetExtent extent = std::move(one).value();
        if (request_.extent.empty())
            extent = {request_.sheet.extent, request_.sheet.focus, request_.sheet.subtitle};
        return std::vector<SheetExtent>{std::move(extent)};
    }

    // Of a long series one sheet at a time stands in memory.

    /// `at` from 0; the first sheet is there already.
    cartography::Drawing drawing_at(std::size_t at, Sheet& first, std::vector<io::GeoPage>& places,
                                    std::string& title) {
        const ExportPage& page = pages_[at];
        title = page.title;
        if (page.annex)
            return *page.annex;
        Sheet sheet = at == 0 ? std::move(first) : writer_.compose(page.sheet);
        places.push_back(georeference(sheet, static_cast<int>(at + 1)));
        if (title.empty())
            title = sheet.title;
        return std::move(sheet.drawing);
    }

    void write_pdf(Sheet first) {
        std::vector<io::GeoPage> places;
        const auto page_at = [&](std::size_t at) {
            render_cairo::PaperPage page;
            page.drawing = drawing_at(at, first, places, page.title);
            return page;
        };
        WholeFile draft(request_.output);
        fill(draft, [&](const fs::path& path) {
            render_cairo::write_pdf(path, pages_.size(), page_at, metadata(), progress_);
            io::georeference_pdf(path, places, progress_);
        });
        draft.put_in_place(true);
    }

    /// All appear or none.
    void write_pictures(Sheet first) {
        std::vector<std::unique_ptr<WholeFile>> drafts;
        std::vector<io::GeoPage> places;
        std::string title;
        progress_.start(static_cast<std::int64_t>(pages_.size()));
        for (std::size_t at = 0; at < pages_.size(); ++at) {
            progress_.check();
            const cartography::Drawing drawing = drawing_at(at, first, places, title);
            drafts.push_back(
                std::make_unique<WholeFile>(numbered(request_.output, at + 1, pages_.size())));
            fill(*drafts.back(), [&](const fs::path& path) {
                if (format_ == Format::svg)
                    render_cairo::write_svg(path, drawing, metadata(), progress_);
                else
                    render_cairo::write_png(path, drawing, request_.dpi, progress_);
            });
            progress_.advance();
        }
        for (const auto& draft : drafts)
            draft->put_in_place(true);
    }

    render_cairo::PaperMetadata metadata() const {
        const auto& identity = shown_.atlas->identity();
        return {request_.sheet.title.empty() ? identity.regency : request_.sheet.title,
                environment_.author,
                // The day is all a sheet says of its time: the same input gives the same bytes.
                std::chrono::sys_days(environment_.clock->today())};
    }

    const ExportRequest& request_;
    const Environment& environment_;
    Format format_;
    Progress& progress_;
    Shown shown_;
    SheetWriter writer_;
    std::vector<ExportPage> pages_;
};

} // namespace

Result<ExportReport> export_map(const std::shared_ptr<const model::Atlas>& atlas,
                                const ExportRequest& request, const Environment& environment,
                                Progress& progress) {
    return export_map(atlas, request, {}, environment, progress);
}

Result<ExportReport> export_map(const std::shared_ptr<const model::Atlas>& atlas,
                                const ExportRequest& request, const std::string& history_head,
                                const Environment& environment, Progress& progress) {
    const auto format = format_of(request.output);
    if (!format)
        return Refusal{{"workspace.export.unknown_ending", {request.output.filename().string()}}};
    if (atlas->villages().empty())
        return Refusal{{"workspace.export.nothing_shown", {}}};
    if (!(request.dpi >= 20 && request.dpi <= 1200))
        return Refusal{{"workspace.export.dpi", {}}};
    return Exporter(request, history_head, environment, *format, progress).run(atlas);
}

} // namespace antardesa::workspace
