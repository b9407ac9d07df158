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
        auto first = compose(extents.value(), 0);
        if (first.villages_in_view == 0)
            return Refusal{{"workspace.export.nothing_shown", {}}};
        const ExportReport report{static_cast<int>(extents.value().size()), first.scale,
                                  first.villages_in_view, first.villages_labelled};
        if (format_ == Format::pdf)
            write_pdf(extents.value(), std::move(first));
        else
            write_pictures(extents.value(), std::move(first));
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

    Sheet compose(const std::vector<SheetExtent>& extents, std::size_t at) {
        auto check = sheet_check(*shown_.atlas, extents[at].focus, environment_.clock->today());
        if (!check && !head_.empty())
            check.emplace();
        if (check)
            check->history = head_;
        return cartography::compose_sheet(*shown_.geometry,
                                          sheet_request(extents[at], at + 1, extents.size()),
                                          check ? &*check : nullptr, *environment_.styles,
                                          *environment_.typesetter, language_, progress_);
    }

    // Of a long series one sheet at a time stands in memory.

    void write_pdf(const std::vector<SheetExtent>& extents, Sheet first) {
        std::vector<io::GeoPage> places;
        const auto page_at = [&](std::size_t at) {
            Sheet sheet = at == 0 ? std::move(first) : compose(extents, at);
            places.push_back(georeference(sheet, static_cast<int>(at + 1)));
            return render_cairo::PaperPage{std::move(sheet.drawing), extents[at].subtitle.empty()
                                                                         ? sheet.title
                                                                         : extents[at].subtitle};
        };
        WholeFile draft(request_.output);
        fill(draft, [&](const fs::path& path) {
            render_cairo::write_pdf(path, extents.size(), page_at, metadata(), progress_);
            io::georeference_pdf(path, places, progress_);
        });
        draft.put_in_place(true);
    }

    /// All appear or none.
    void write_pictures(const std::vector<SheetExtent>& extents, Sheet first) {
        std::vector<std::unique_ptr<WholeFile>> drafts;
        progress_.start(static_cast<std::int64_t>(extents.size()));
        for (std::size_t at = 0; at < extents.size(); ++at) {
            progress_.check();
            const Sheet sheet = at == 0 ? std::move(first) : compose(extents, at);
            drafts.push_back(
                std::make_unique<WholeFile>(numbered(request_.output, at + 1, extents.size())));
            fill(*drafts.back(), [&](const fs::path& path) {
                if (format_ == Format::svg)
                    render_cairo::write_svg(path, sheet.drawing, metadata(), progress_);
                else
                    render_cairo::write_png(path, sheet.drawing, request_.dpi, progress_);
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
    const std::string& head_;
    const Environment& environment_;
    Format format_;
    Progress& progress_;
    i18n::Catalogue language_;
    Words words_;
    Shown shown_;
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
