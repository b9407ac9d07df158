#include "base/text.h"
#include "cli/commands.h"
#include "cli/filter_options.h"
#include "workspace/history_head.h"
#include "workspace/output_gate.h"
#include "workspace/sound_project.h"

namespace antardesa::cli {

namespace {

struct ExportOptions {
    std::string project;
    std::string output;
    std::string sheet; ///< empty: as the extent has it
    std::string theme = "kecamatan";
    std::string paper = "a3";
    std::string orientation = "landscape";
    std::string scale;
    std::string extent;
    std::string series;
    std::string title;
    double dpi = 300;
    FilterOptions filter;
    bool by_district = false;
};

/// "25000" or "1:25000".
std::optional<MapScale> scale_from(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto denominator = parse_number(text.starts_with("1:") ? text.substr(2) : text);
    if (!denominator || *denominator < 100 || *denominator > 1e8)
        throw Usage({"cli.usage.scale", {text}});
    return MapScale{*denominator};
}

workspace::ExportRequest request_from(const ExportOptions& options, const Session& session) {
    workspace::ExportRequest request;
    request.output = options.output;
    request.dpi = options.dpi;
    request.extent = options.extent;
    request.series = options.series;
    request.language = session.globals().language;
    request.sheet.paper = cartography::paper_from_code(options.paper).value();
    request.sheet.landscape = options.orientation == "landscape";
    request.sheet.scale = scale_from(options.scale);
    request.sheet.title = options.title;
    if (!options.sheet.empty())
        request.sheet.kind = cartography::sheet_kind_from_code(options.sheet);
    request.sheet.options.theme = cartography::theme_from_code(options.theme).value();
    request.sheet.options.medium = cartography::Medium::print;
    request.sheet.options.number_agreements = true;
    request.sheet.options.by_district = options.by_district;
    request.sheet.options.today = SystemClock().today();
    return request;
}

/// What the words alone already show to be wrong, before a project is read.
void require_sensible(const ExportOptions& options) {
    const std::string ending =
        lower_case(std::filesystem::path(options.output).extension().string());
    if (ending != ".pdf" && ending != ".svg" && ending != ".png")
        throw Usage({"cli.usage.ending", {options.output}});
    if (options.extent.empty() || options.extent == "kabupaten")
        return;
    const std::size_t sign = options.extent.find('=');
    const std::string kind = options.extent.substr(0, sign);
    for (const char* known : {"kecamatan", "village", "segment", "agreement", "dispute"})
        if (kind == known && sign != std::string::npos && sign + 1 < options.extent.size())
            return;
    throw Usage({"cli.usage.extent", {options.extent}});
}

std::vector<std::string> sheet_codes() {
    std::vector<std::string> codes;
    for (int kind = 0; kind < cartography::sheet_kind_count; ++kind)
        codes.emplace_back(cartography::sheet_kind_code(static_cast<cartography::SheetKind>(kind)));
    return codes;
}

int export_sheets(Session& session, const ExportOptions& options) {
    require_sensible(options);
    workspace::ExportRequest request = request_from(options, session);
    workspace::ExportReport report;
    session.with_progress({"cli.progress.drawing", {}}, [&](Progress& progress) {
        const auto loaded = workspace::load_project(options.project, progress);
        request.sheet.options.filter = filter_from(options.filter, *loaded.atlas);
        if (const auto why = workspace::why_no_paper(options.project, progress))
            throw Error(why->message);
        report = value_or_fail(workspace::export_map(loaded.atlas, request,
                                                     workspace::history_head(options.project),
                                                     session.environment(), progress));
    });
    session.remark({"cli.export.done",
                    {options.output, std::to_string(report.pages),
                     session.catalogue().number(report.scale.denominator)}});
    if (report.annex_pages > 0)
        session.remark({"cli.export.annex", {std::to_string(report.annex_pages)}});
    if (report.substitute_type)
        session.remark({"workspace.export.substitute_type", {}});
    return 0;
}

std::vector<std::string> theme_codes() {
    std::vector<std::string> codes;
    for (int theme = 0; theme < cartography::theme_count; ++theme)
        codes.emplace_back(cartography::theme_code(static_cast<cartography::Theme>(theme)));
    return codes;
}

void add_export(CommandTable& table) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* command = table.add(
        "export", [options](Session& session) { return export_sheets(session, *options); });
    const auto option = [&](const char* flags, std::string& value, const char* name) {
        return command->add_option(flags, value, table.help(std::string("export.") + name));
    };
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    option("-o,--output", options->output, "output")->required();
    option("--sheet", options->sheet, "sheet")->transform(one_of(table.session(), sheet_codes()));
    option("--theme", options->theme, "theme")->transform(one_of(table.session(), theme_codes()));
    option("--paper", options->paper, "paper")
        ->transform(one_of(table.session(), {"a4", "a3", "a2", "a1", "a0"}));
    option("--orientation", options->orientation, "orientation")
        ->transform(one_of(table.session(), {"landscape", "portrait"}));
    option("--scale", options->scale, "scale")->type_name("N");
    option("--extent", options->extent, "extent");
    option("--series", options->series, "series")
        ->transform(
            one_of(table.session(), {"kecamatan", "village", "agreement", "segment", "dispute"}));
    option("--title", options->title, "title");
    add_filter_options(table, *command, options->filter);
    command->add_flag("--by-district", options->by_district, table.help("export.by_district"));
    command->add_option("--dpi", options->dpi, table.help("export.dpi"))
        ->check(between(table.session(), 36, 1200));
}

// ---- screenshot

struct ScreenshotOptions {
    ScreenshotRequest request;
    std::string project;
    std::string output;
    std::string size = "1366x768";
    bool json = false;
};

void read_size(const std::string& text, ScreenshotRequest& request) {
    const auto parts = split(text, 'x');
    const auto width = parts.size() == 2 ? parse_integer(parts[0]) : std::nullopt;
    const auto height = parts.size() == 2 ? parse_integer(parts[1]) : std::nullopt;
    const auto sensible = [](const auto& n) { return n && *n >= 200 && *n <= 8000; };
    if (!sensible(width) || !sensible(height))
        throw Usage({"cli.usage.size", {text}});
    request.width = static_cast<int>(*width);
    request.height = static_cast<int>(*height);
}

json::Value times_json(const FrameTimes& times) {
    json::Value document;
    return document.set("frames", times.frames)
        .set("median_ms", times.median_ms)
        .set("p99_ms", times.p99_ms)
        .set("max_ms", times.max_ms)
        .set("floor_ms", times.floor_ms)
        .set("first_frame_ms", times.first_frame_ms)
        .set("sharp_ms", times.sharp_ms);
}

int screenshot(Session& session, ScreenshotOptions options) {
    if (options.output.empty() && options.request.frames == 0)
        throw Usage({"cli.usage.missing", {"-o"}});
    if (!options.output.empty()) {
        if (lower_case(std::filesystem::path(options.output).extension().string()) != ".png")
            throw Usage({"cli.usage.picture_ending", {options.output}});
        workspace::require_place({options.output, {options.project}});
    }
    options.request.project = options.project;
    options.request.output = options.output;
    options.request.language = session.globals().language;
    options.request.stop = session.stop();
    read_size(options.size, options.request);
    const auto times = session.hooks().screenshot(options.request, session.environment());
    if (options.json)
        session.print(times_json(times.value_or(FrameTimes{})));
    else if (times)
        session.print(session.sentence(
            {"cli.screenshot.times",
             {std::to_string(times->frames), session.catalogue().number(times->median_ms, 1),
              session.catalogue().number(times->p99_ms, 1)}}));
    else
        session.remark({"cli.screenshot.done", {options.output}});
    return 0;
}

void add_screenshot(CommandTable& table) {
    const auto options = std::make_shared<ScreenshotOptions>();
    CLI::App* command = table.add(
        "screenshot", [options](Session& session) { return screenshot(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("-o,--output", options->output, table.help("screenshot.output"));
    command->add_option("--size", options->size, table.help("screenshot.size"))->type_name("WxH");
    command->add_option("--panel", options->request.panel, table.help("screenshot.panel"))
        ->transform(one_of(table.session(),
                           {"batas",    "temuan",    "aset",      "lembar",    "riwayat",
                            "berkas",   "impor",     "setelan",   "tentang",   "pintasan",
                            "cari",     "keamanan",  "garis",     "perbaikan", "perbaikan-temuan",
                            "titik",    "kepatuhan", "saran",     "ekspor",    "grafik",
                            "usulan",   "rapat",     "kecamatan", "dokumen",   "matriks",
                            "linimasa", "mitra"}));
    command->add_option("--frames", options->request.frames, table.help("screenshot.frames"))
        ->check(between(table.session(), 0, 100000));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace

void add_map_commands(CommandTable& table) {
    add_export(table);
    add_screenshot(table);
}

} // namespace antardesa::cli
