#include "cli/commands.h"
#include "cli/kept_report.h"
#include "io/reader.h"
#include "workspace/layer_table.h"
#include "workspace/sound_project.h"

namespace antardesa::cli {

namespace {

std::string crs_label(const std::optional<crs::Crs>& crs) {
    if (!crs)
        return {};
    return crs->epsg() ? "EPSG:" + std::to_string(crs->epsg()) : crs->name();
}

json::Value crs_json(const std::optional<crs::Crs>& crs) {
    return crs ? json::Value(crs_label(crs)) : json::Value();
}

// ---- inspect

json::Value layer_json(const io::LayerSummary& layer) {
    json::Array fields;
    json::Array types;
    for (const io::LayerField& field : layer.fields) {
        fields.push_back(field.name);
        types.push_back(io::field_type_name(field.type));
    }
    json::Value entry;
    return entry.set("name", layer.name)
        .set("features", layer.features)
        .set("geometry", layer.geometry)
        .set("crs", crs_json(layer.crs))
        .set("fields", std::move(fields))
        .set("field_types", std::move(types));
}

json::Value texts_json(const std::vector<std::string>& texts) {
    json::Array list;
    for (const std::string& text : texts)
        list.push_back(text);
    return list;
}

json::Value summary_json(const io::FileSummary& file, const std::vector<Finding>& findings,
                         const Session& session) {
    json::Array layers;
    for (const io::LayerSummary& layer : file.layers)
        layers.push_back(layer_json(layer));
    json::Value document;
    document.set("kind", io::file_kind_name(file.kind)).set("layers", std::move(layers));
    if (file.kind == io::FileKind::table)
        document.set("columns", texts_json(file.columns)).set("rows", file.rows);
    if (file.kind == io::FileKind::archive)
        document.set("entries", texts_json(file.entries));
    if (file.raster) {
        json::Value raster;
        document.set("raster", raster.set("width", file.raster->width)
                                   .set("height", file.raster->height)
                                   .set("bands", file.raster->bands)
                                   .set("pixel_type", file.raster->pixel_type)
                                   .set("crs", crs_json(file.raster->crs)));
    }
    return document.set("findings", json_of(findings, session));
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

void print_summary(const io::FileSummary& file, const std::vector<Finding>& findings,
                   const Session& session) {
    session.print(session.text(std::string("cli.inspect.") + io::file_kind_name(file.kind)));
    for (const io::LayerSummary& layer : file.layers) {
        const std::string crs = crs_label(layer.crs);
        session.print("  " + session.sentence({"cli.inspect.layer",
                                               {layer.name, std::to_string(layer.features),
                                                layer.geometry, crs.empty() ? "–" : crs}}));
    }
    if (file.kind == io::FileKind::table)
        session.print("  " + session.sentence({"cli.inspect.rows",
                                               {std::to_string(file.rows), joined(file.columns)}}));
    print_findings(findings, session);
}

struct InspectOptions {
    std::string file;
    std::string report;
    bool json = false;
};

/// The one line for a file in which there is nothing to see.
Message why_nothing(const std::string& path, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::error)
            return finding.message;
    return {"cli.inspect.nothing_inside", {path}};
}

int inspect(Session& session, const InspectOptions& options) {
    const std::string& path = options.file;
    require_report_place(options.report, path);
    io::FileSummary file;
    session.with_progress({"cli.progress.reading", {}},
                          [&](Progress& progress) { file = io::Reader().inspect(path, progress); });
    std::vector<Finding> findings = file.findings;
    for (const io::LayerSummary& layer : file.layers)
        findings.insert(findings.end(), layer.findings.begin(), layer.findings.end());
    keep_report(session, options.report, workspace::looked_at(path, findings, SystemClock()));
    if (options.json)
        session.print(summary_json(file, findings, session));
    else
        print_summary(file, findings, session);
    const bool empty = file.kind == io::FileKind::vector && file.layers.empty();
    return file.kind == io::FileKind::unknown || empty ? session.fail(why_nothing(path, findings))
                                                       : 0;
}

// ---- convert

struct ConvertOptions {
    std::string project;
    std::string layer;
    std::string output;
    std::string fcode;
};

int convert(Session& session, const ConvertOptions& options) {
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        const auto loaded = workspace::load_project(options.project, progress);
        // Before anything is written: what comes after may not be cancelled any more.
        const auto damage = workspace::damage_of(options.project, progress);
        const int features = value_or_fail(workspace::convert_layer(
            *loaded.atlas, options.layer, options.output, options.fcode, progress));
        session.remark({"cli.convert.done", {options.output, std::to_string(features)}});
        if (const auto message = workspace::told(options.project, damage))
            session.remark(*message);
    });
    return 0;
}

} // namespace

void add_data_commands(CommandTable& table) {
    const auto looked = std::make_shared<InspectOptions>();
    CLI::App* command =
        table.add("inspect", [looked](Session& session) { return inspect(session, *looked); });
    command->add_option("FILE", looked->file, table.help("inspect.file"))->required();
    command->add_option("--report", looked->report, table.help("report_file"))->type_name("FILE");
    command->add_flag("--json", looked->json, table.help("json"));
    const auto options = std::make_shared<ConvertOptions>();
    command =
        table.add("convert", [options](Session& session) { return convert(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--layer", options->layer, table.help("convert.layer"))->required();
    command->add_option("-o,--output", options->output, table.help("convert.output"))->required();
    command->add_option("--fcode", options->fcode, table.help("convert.fcode"))->type_name("FCODE");
}

} // namespace antardesa::cli
