#include "base/text.h"
#include "base/whole_file.h"
#include "io/geo_pdf.h"
#include "render_cairo/paper.h"
#include "workspace/export_extent.h"
#include "workspace/history_head.h"
#include "workspace/output_gate.h"
#include "workspace/paper_code.h"
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

void write_pdf(const fs::path& output, const std::vector<Sheet>& sheets,
               const std::vector<std::string>& titles, const render_cairo::PaperMetadata& metadata,
               Progress& progress) {
    std::vector<cartography::Drawing> pages;
    std::vector<io::GeoPage> places;
    for (const Sheet& sheet : sheets) {
        pages.push_back(sheet.drawing);
        places.push_back(georeference(sheet, static_cast<int>(pages.size())));
    }
    WholeFile draft(output);
    fill(draft, [&](const fs::path& path) {
        render_cairo::write_pdf(path, pages, titles, metadata, progress);
        io::georeference_pdf(path, places);
    });
    draft.put_in_place(true);
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
        : request_(request), head_(head), environment_(environment), format_(format),
          progress_(progress), language_(request.language, environment.languages_folder),
          words_(language_, *environment.styles, environment.clock->today()) {}

    Result<ExportReport> run(const std::shared_ptr<const model::Atlas>& atlas) {
        shown_.geometry = cartography::MapGeometry::build(atlas, nullptr, progress_);
        shown_.atlas = atlas;
        auto extents = wanted_extents();
        if (!extents)
            return extents.refusal();
        if (extents.value().empty())
            return Refusal{{"workspace.export.nothing_shown", {}}};
        for (std::size_t i = 0; i < sheets_written(extents.value()); ++i)
            if (auto why = why_not_written(
                    {numbered(request_.output, i + 1, sheets_written(extents.value()))}))
                return *why;
        progress_.start(static_cast<std::int64_t>(extents.value().size()));
        const auto report = compose(extents.value());
        if (report && format_ == Format::pdf)
            write_pdf(request_.output, sheets_, titles_, metadata(), progress_);
        if (report)
            for (const auto& draft : drafts_)
                draft->put_in_place(true);
        return report;
    }

  private:
    /// Files: a PDF holds every page.
    std::size_t sheets_written(const std::vector<SheetExtent>& extents) const {
        return format_ == Format::pdf ? 1 : extents.size();
    }

    Result<std::vector<SheetExtent>> wanted_extents() const {
        if (!request_.series.empty())
            return resolve_series(shown_, request_.series, words_);
        auto one = resolve_extent(shown_, request_.extent, words_);
        if (!one)
            return one.refusal();
        SheetExtent extent = std::move(one).value();
        if (request_.extent.empty())
            extent = {request_.sheet.extent, request_.sheet.focus, request_.sheet.subtitle};
        return std::vector<SheetExtent>{std::move(extent)};
    }

    cartography::SheetRequest sheet_request(const SheetExtent& extent, std::size_t page,
                                            std::size_t pages) const {
        cartography::SheetRequest sheet = request_.sheet;
        sheet.extent = extent.box;
        sheet.focus = extent.focus;
        sheet.subtitle = extent.subtitle;
        sheet.options.medium = cartography::Medium::print;
        sheet.options.number_agreements = true;
        sheet.options.outside_words = language_.text("cartography.outside");
        sheet.options.today = environment_.clock->today();
        sheet.page = static_cast<int>(page);
        sheet.pages = static_cast<int>(pages);
        return sheet;
    }

    /// PDF pages are collected; the other formats are written one by one, so that a long series
    /// of pictures never stands in memory.
    Result<ExportReport> compose(const std::vector<SheetExtent>& extents) {
        ExportReport report;
        for (std::size_t i = 0; i < extents.size(); ++i) {
            progress_.check();
            auto check = sheet_check(*shown_.atlas, extents[i].focus, environment_.clock->today());
            if (!check && !head_.empty())
                check.emplace();
            if (check)
                check->history = head_;
            Sheet sheet = cartography::compose_sheet(
                *shown_.geometry, sheet_request(extents[i], i + 1, extents.size()),
                check ? &*check : nullptr, *environment_.styles, *environment_.typesetter,
                language_, progress_);
            if (i == 0) {
                if (sheet.villages_in_view == 0)
                    return Refusal{{"workspace.export.nothing_shown", {}}};
                report.scale = sheet.scale;
                report.villages_in_view = sheet.villages_in_view;
                report.villages_labelled = sheet.villages_labelled;
            }
            ++report.pages;
            take(std::move(sheet), extents[i], i + 1, extents.size());
            progress_.advance();
        }
        return report;
    }

    void take(Sheet sheet, const SheetExtent& extent, std::size_t page, std::size_t pages) {
        if (format_ == Format::pdf) {
            titles_.push_back(extent.subtitle.empty() ? sheet.title : extent.subtitle);
            sheets_.push_back(std::move(sheet));
            return;
        }
        drafts_.push_back(std::make_unique<WholeFile>(numbered(request_.output, page, pages)));
        fill(*drafts_.back(), [&](const fs::path& path) {
            if (format_ == Format::svg)
                render_cairo::write_svg(path, sheet.drawing, metadata(), progress_);
            else
                render_cairo::write_png(path, sheet.drawing, request_.dpi, progress_);
        });
    }

    render_cairo::PaperMetadata metadata() const {
        const auto& identity = shown_.atlas->identity();
        return {request_.sheet.title.empty() ? identity.regency : request_.sheet.title,
                environment_.author,
                // The day is all a sheet says of its time: the same input gives the same bytes.
                std::chrono::sys_days(environment_.clock->today())};
    }

    const ExportRequest& request_;
    const std::string& head_;
    const Environment& environment_;
    Format format_;
    Progress& progress_;
    i18n::Catalogue language_;
    Words words_;
    Shown shown_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> titles_;
    std::vector<std::unique_ptr<WholeFile>> drafts_; ///< of a picture series: all appear or none
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
