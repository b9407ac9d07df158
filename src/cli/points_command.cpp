#include "analysis/close_points.h"
#include "analysis/turning_points.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/rows_json.h"
#include "cli/segment_commands.h"
#include "cli/typed_place.h"
#include "crs/coordinate_text.h"
#include "workspace/project_edit.h"
#include "workspace/segment_points.h"
#include "workspace/spoken_position.h"

#include <algorithm>
#include <cmath>

namespace antardesa::cli {

namespace {

struct PointOptions {
    std::string project;
    std::int64_t segment = 0;
    bool number = false;
    std::string add; ///< coordinates
    std::int64_t change = 0;
    std::string to; ///< coordinates
    std::int64_t erase = 0;
    bool snap = false;
    std::optional<std::string> kind;
    std::optional<std::string> code;
    std::optional<std::string> remark;
    std::optional<std::string> method;
    std::optional<std::string> marker;
    std::optional<double> accuracy;
    std::int64_t document = 0; ///< the Perbup that lists the points
    bool json = false;
};

workspace::PointRequest request_from(const PointOptions& options, const model::Atlas& atlas) {
    workspace::PointRequest request;
    request.segment = {options.segment};
    request.point = {options.change};
    if (!options.add.empty() || !options.to.empty())
        request.position = typed_place(options.add.empty() ? options.to : options.add, atlas);
    request.snap = options.snap;
    request.kind = options.kind;
    request.number = options.code;
    request.remark = options.remark;
    request.method = options.method;
    if (options.marker)
        request.marker = model::from_code<model::PointMarker>(*options.marker);
    request.clear_accuracy = options.accuracy == 0.0;
    if (!request.clear_accuracy)
        request.accuracy_m = options.accuracy;
    request.document = {options.document};
    return request;
}

/// The one change that was asked for; nothing when the points are only listed.
workspace::EditVerb verb_of(const PointOptions& options) {
    const int asked =
        options.number + !options.add.empty() + (options.change != 0) + (options.erase != 0);
    if (asked > 1)
        throw Usage({"cli.usage.one_change", {}});
    if (options.number)
        return [id = options.segment, snap = options.snap,
                document = options.document](const model::Atlas& atlas) {
            return workspace::number_points(atlas, {id}, snap, {document});
        };
    if (options.erase != 0)
        return [id = options.erase, document = options.document](const model::Atlas& atlas) {
            return workspace::delete_point(atlas, {id}, {document});
        };
    if (!options.add.empty() || options.change != 0)
        return [options](const model::Atlas& atlas) {
            return workspace::put_point(atlas, request_from(options, atlas));
        };
    return {};
}

std::shared_ptr<const model::Atlas> atlas_of(Session& session, const PointOptions& options) {
    const workspace::EditVerb verb = verb_of(options);
    std::shared_ptr<const model::Atlas> atlas;
    session.with_progress(
        {verb ? "cli.progress.writing" : "cli.progress.opening", {}}, [&](Progress& progress) {
            atlas = verb ? workspace::edit_project(options.project, verb,
                                                   session.writing_environment(), progress)
                         : workspace::load_project(options.project, progress).atlas;
        });
    return atlas;
}

int points(Session& session, const PointOptions& options) {
    const auto atlas = atlas_of(session, options);
    const model::BoundarySegment* segment =
        atlas->find(Id<model::BoundarySegment>{options.segment});
    if (!segment)
        return session.fail({"model.unknown_segment", {std::to_string(options.segment)}});
    const json::Array items = points_json(*atlas, segment->id);
    if (!options.json) {
        if (items.empty())
            session.remark({"cli.points.none", {std::to_string(options.segment)}});
        print_points(session, items);
        return 0;
    }
    json::Value document;
    session.print(document.set("segment", json_of(*atlas, *segment)).set("points", items));
    return 0;
}

} // namespace

json::Array points_json(const model::Atlas& atlas, Id<model::BoundarySegment> segment) {
    const auto strays = analysis::stray_points(atlas, segment);
    json::Array items;
    for (const model::TurningPoint* point : atlas.points_of(segment)) {
        const auto stray = std::find_if(strays.begin(), strays.end(), [&](const auto& other) {
            return other.point == point->id;
        });
        const auto twin = analysis::close_twin(atlas, *point);
        const bool off = stray != strays.end() && std::isfinite(stray->off_m);
        json::Value item;
        items.push_back(
            item.set("id", point->id.value)
                .set("segment", point->segment.value)
                .set("order", point->order)
                .set("number", point->number)
                .set("kind", point->kind)
                .set("code", analysis::point_code(atlas, *point))
                .set("lon", point->position.x)
                .set("lat", point->position.y)
                .set("dms", crs::dms_text(point->position, 3))
                .set("utm", crs::utm_text(point->position, crs::utm_zone(point->position)))
                .set("accuracy_m",
                     point->accuracy_m ? json::Value(*point->accuracy_m) : json::Value())
                .set("method", point->method)
                .set("marker", model::code_of(point->marker))
                .set("remark", point->remark)
                .set("on_line", stray == strays.end())
                .set("off_line_m", off ? json::Value(stray->off_m) : json::Value())
                .set("close_to", twin ? json::Value(twin->other->id.value) : json::Value())
                .set("close_m", twin ? json::Value(twin->metres) : json::Value()));
    }
    return items;
}

void print_points(const Session& session, const json::Array& items) {
    const i18n::Catalogue& words = session.catalogue();
    for (const json::Value& item : items) {
        std::string line =
            std::to_string(item["id"].integer()) + "\t" + shown_on_one_line(item["code"].string()) +
            "\t" +
            workspace::spoken_position(item["dms"].string() + "\t" + item["utm"].string(),
                                       words.language());
        if (!item["accuracy_m"].is_null())
            line += "\t± " + words.number(item["accuracy_m"].number(), 2) + " m";
        if (!item["on_line"].boolean())
            line += "\t" + session.sentence({"cli.points.off_line",
                                             {!item["off_line_m"].is_null()
                                                  ? words.number(item["off_line_m"].number(), 2)
                                                  : std::string("∞")}});
        if (!item["close_to"].is_null())
            line += "\t" + session.sentence({"cli.points.close",
                                             {words.number(item["close_m"].number() * 1000, 0),
                                              std::to_string(item["close_to"].integer())}});
        session.print(line);
    }
}

void add_points_command(CommandTable& table) {
    const auto options = std::make_shared<PointOptions>();
    CLI::App* command =
        table.add("points", [options](Session& session) { return points(session, *options); });
    const auto help = [&table](const char* key) {
        return table.help(std::string("points.") + key);
    };
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("--segment", options->segment, help("segment"))
        ->required()
        ->type_name("ID");
    command->add_flag("--number", options->number, help("number"));
    command->add_option("--add", options->add, help("add"))->type_name("COORDINATES");
    command->add_option("--change", options->change, help("change"))->type_name("ID");
    command->add_option("--to", options->to, help("to"))->type_name("COORDINATES");
    command->add_option("--delete", options->erase, help("delete"))->type_name("ID");
    command->add_flag("--snap", options->snap, help("snap"));
    command->add_option("--kind", options->kind, help("kind"))->type_name("TK|PBU|PABU|PBA|…");
    command->add_option("--code", options->code, help("code"));
    command->add_option("--remark", options->remark, help("remark"));
    command->add_option("--method", options->method, help("method"));
    command->add_option("--marker", options->marker, help("marker"))
        ->transform(one_of(table.session(), {"alam", "buatan"}));
    command->add_option("--accuracy", options->accuracy, help("accuracy"))
        ->check(between(table.session(), 0, 1e6))
        ->type_name("M");
    command->add_option("--document", options->document, help("document"))->type_name("ID");
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
