#include "base/text.h"
#include "cli/commands.h"
#include "cli/document_options.h"
#include "cli/rows_json.h"
#include "cli/typed_place.h"
#include "workspace/edit_text.h"
#include "workspace/line_document.h"
#include "workspace/line_edit.h"
#include "workspace/line_restore.h"
#include "workspace/line_source.h"
#include "workspace/moved_land.h"

namespace antardesa::cli {

namespace {

/// What both commands have.
struct LineOptions {
    std::string project;
    std::int64_t segment = 0;
    DocumentOptions document;
    bool falls_back = false;
    bool dry_run = false;
    bool json = false;
};

struct MoveOptions : LineOptions {
    int vertex = 0;
    std::string to;
    bool insert = false;
    bool remove = false;
};

struct ReshapeOptions : LineOptions {
    std::string line;
    std::string along;
    bool agreed = false;
    int from = 0;
    int to = 0;
};

std::string label_of(const model::Atlas& atlas, topology::Claimant claimant) {
    if (claimant < atlas.villages().size())
        return village_label(atlas, atlas.villages()[claimant].id);
    const auto& areas = atlas.table<model::SpecialArea>();
    const std::size_t area = claimant - atlas.villages().size();
    return area < areas.size() ? "area#" + std::to_string(areas[area].id.value) : "outside";
}

json::Array ledger_json(const model::Atlas& atlas, const workspace::LinePlan& plan) {
    json::Array rows;
    for (const workspace::LinePlan::Row& row : plan.ledger) {
        const bool outside = row.claimant == topology::nobody;
        json::Value entry;
        rows.push_back(entry.set("village", label_of(atlas, row.claimant))
                           .set("before_m2", outside ? json::Value() : json::Value(row.before_m2))
                           .set("after_m2",
                                outside ? json::Value() : json::Value(row.before_m2 + row.delta_m2))
                           .set("delta_m2", row.delta_m2));
    }
    return rows;
}

json::Array fates_json(const model::Atlas& atlas, const workspace::LinePlan& plan) {
    json::Array rows;
    for (const analysis::PointFate& fate : plan.points) {
        const model::TurningPoint& point = *atlas.find(fate.point);
        json::Value entry;
        rows.push_back(entry.set("id", fate.point.value)
                           .set("segment", fate.segment.value)
                           .set("code", analysis::point_code(atlas, point))
                           .set("carried", fate.carried)
                           .set(fate.carried ? "moved_m" : "off_line_m", fate.metres));
    }
    return rows;
}

json::Array settled_json(const workspace::LinePlan& plan) {
    json::Array ids;
    for (const Id<model::BoundarySegment> id : plan.settled)
        ids.push_back(json::Value(id.value));
    return ids;
}

/// What happens to each point of the line that does not stay where it was on it.
void print_fates(const Session& session, const model::Atlas& atlas,
                 const workspace::LinePlan& plan) {
    for (const analysis::PointFate& fate : plan.points)
        session.print(session.sentence(
            {fate.carried ? "cli.line.point_carried" : "cli.line.point_left",
             {shown_on_one_line(analysis::point_code(atlas, *atlas.find(fate.point))),
              session.catalogue().number(fate.metres, 2)}}));
}

json::Array joins_json(const std::vector<workspace::DrawnJoin>& joins) {
    json::Array rows;
    for (const workspace::DrawnJoin& join : joins) {
        json::Value entry;
        rows.push_back(entry.set("end", join.at_start ? "start" : "end")
                           .set("vertex", join.vertex)
                           .set("node", join.node)
                           .set("distance_m", join.metres));
    }
    return rows;
}

json::Array lands_json(const model::Atlas& atlas, const std::vector<workspace::MovedLand>& lands) {
    json::Array rows;
    for (const workspace::MovedLand& land : lands) {
        json::Value entry;
        rows.push_back(entry.set("from", label_of(atlas, land.from))
                           .set("to", label_of(atlas, land.to))
                           .set("area_m2", land.area_m2)
                           .set("lon", land.place.x)
                           .set("lat", land.place.y));
    }
    return rows;
}

void print_lands(const Session& session, const model::Atlas& atlas,
                 const std::vector<workspace::MovedLand>& lands) {
    const i18n::Catalogue& words = session.catalogue();
    for (const workspace::MovedLand& land : lands)
        session.print(session.sentence(
            {"cli.line.moves",
             {label_of(atlas, land.from), label_of(atlas, land.to), words.number(land.area_m2, 2),
              words.number(land.place.y, 6), words.number(land.place.x, 6)}}));
}

void print_change(const Session& session, const LineOptions& options,
                  const workspace::LineChange& change,
                  const std::vector<workspace::DrawnJoin>& joins = {}) {
    const workspace::LinePlan& plan = change.plan;
    Progress progress;
    const auto lands = workspace::moved_lands(*change.before, plan.edit, progress);
    double sum = 0;
    for (const workspace::LinePlan::Row& row : plan.ledger)
        sum += row.delta_m2;
    if (options.json) {
        json::Array segments;
        for (const model::RowWrite& write : plan.edit.writes)
            if (const auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write))
                segments.push_back(json_of(*change.before, put->row));
        json::Value document;
        session.print(document.set("project", options.project)
                          .set("dry_run", options.dry_run)
                          .set("edit", plan.edit.name.key)
                          .set("moves_node", plan.check.moves_node)
                          .set("one_sided", plan.check.one_sided)
                          .set("ledger", ledger_json(*change.before, plan))
                          .set("sum_m2", sum)
                          .set("segments", std::move(segments))
                          .set("points", fates_json(*change.before, plan))
                          .set("joins", joins_json(joins))
                          .set("lands", lands_json(*change.before, lands))
                          .set("settled", settled_json(plan))
                          .set("answered", !plan.unanswered.has_value()));
        return;
    }
    const i18n::Catalogue& words = session.catalogue();
    for (const workspace::LinePlan::Row& row : plan.ledger)
        session.print(label_of(*change.before, row.claimant) + "\t" +
                      session.sentence({"cli.repair.delta", {words.number(row.delta_m2, 2)}}));
    print_lands(session, *change.before, lands);
    print_fates(session, *change.before, plan);
    for (const workspace::DrawnJoin& join : joins)
        session.remark(workspace::join_message(join, words.number(join.metres, 2)));
    if (plan.unanswered)
        session.remark(plan.unanswered->message);
    if (plan.check.one_sided)
        session.remark({"cli.line.one_sided", {}});
    session.remark({options.dry_run ? "cli.line.would" : "cli.line.done",
                    {workspace::edit_text(plan.edit.name, session.catalogue())}});
}

workspace::LineChange changed(Session& session, const LineOptions& options,
                              const workspace::LineWish& wish) {
    const auto entered = options.document.entered();
    const workspace::Environment& environment = session.writing_environment();
    workspace::LineChange change;
    session.with_progress({"cli.line.progress", {}}, [&](Progress& progress) {
        const workspace::LinePlanner with_document = [&](const model::Atlas& atlas) {
            return workspace::plan_with_document(atlas, wish, *entered, environment.clock->today(),
                                                 progress);
        };
        change = entered ? workspace::change_line(options.project, with_document, options.dry_run,
                                                  environment, progress)
                         : workspace::change_line(options.project, wish, options.dry_run,
                                                  environment, progress);
    });
    return change;
}

int move(Session& session, const MoveOptions& options) {
    using Deed = workspace::VertexRequest::Deed;
    if (options.insert && options.remove)
        throw Usage({"cli.usage.insert_or_delete", {}});
    if (options.to.empty() != options.remove)
        throw Usage({options.remove ? "cli.usage.delete_without_to" : "cli.usage.needs_to", {}});
    const auto wish = [&](const model::Atlas& atlas) {
        workspace::VertexRequest request{
            {options.segment},         options.vertex,    Deed::move, {},
            options.document.chosen(), options.falls_back};
        if (options.remove)
            request.deed = Deed::remove;
        else if (options.insert)
            request.deed = Deed::insert_after;
        if (!options.remove)
            request.to = typed_place(options.to, atlas);
        return workspace::line_edit(atlas, request);
    };
    print_change(session, options, changed(session, options, wish));
    return 0;
}

/// A settled line that moved goes back to where it was agreed.
int put_back(Session& session, const ReshapeOptions& options) {
    workspace::LineChange change;
    session.with_progress({"cli.line.progress", {}}, [&](Progress& progress) {
        const workspace::LinePlanner planner = [&](const model::Atlas& atlas) {
            return workspace::restore_line(atlas, Id<model::BoundarySegment>{options.segment},
                                           progress);
        };
        change = workspace::change_line(options.project, planner, options.dry_run,
                                        session.writing_environment(), progress);
    });
    print_change(session, options, change);
    return 0;
}

int reshape(Session& session, const ReshapeOptions& options) {
    if (!options.line.empty() + !options.along.empty() + options.agreed != 1)
        throw Usage({"cli.usage.line_or_along", {}});
    if (options.agreed && (options.from != 0 || options.to != 0 ||
                           (options.document.chosen() || options.document.entered())))
        throw Usage({"cli.usage.agreed_is_whole", {}});
    if (options.agreed)
        return put_back(session, options);
    workspace::StretchRequest request{
        {options.segment},         options.from,      options.to, {}, !options.along.empty(),
        options.document.chosen(), options.falls_back};
    if (!options.line.empty())
        session.with_progress({"cli.progress.reading", {}}, [&](Progress& progress) {
            request.line = workspace::read_lines(options.line, progress);
        });
    std::vector<workspace::DrawnJoin> joins;
    const auto wish = [&](const model::Atlas& atlas) {
        if (request.along)
            request.line = workspace::reference_lines(atlas, options.along == "jalan"
                                                                 ? model::ReferenceKind::road
                                                                 : model::ReferenceKind::river);
        if (const auto line = analysis::line_of(atlas, request.segment))
            joins = workspace::joins_of(atlas, *line, request);
        return workspace::line_edit(atlas, request);
    };
    print_change(session, options, changed(session, options, wish), joins);
    return 0;
}

void add_common(CLI::App& command, CommandTable& table, LineOptions& options) {
    command.add_option("PROJECT", options.project, table.help("project"))->required();
    command.add_option("--segment", options.segment, table.help("line.segment"))
        ->required()
        ->type_name("ID");
    add_document_options(command, options.document, table);
    command.add_flag("--fall-back", options.falls_back, table.help("line.fall_back"));
    command.add_flag("--dry-run", options.dry_run, table.help("line.dry_run"));
    command.add_flag("--json", options.json, table.help("json"));
}

} // namespace

void add_line_commands(CommandTable& table) {
    const auto moved = std::make_shared<MoveOptions>();
    CLI::App* command =
        table.add("move", [moved](Session& session) { return move(session, *moved); });
    add_common(*command, table, *moved);
    command->add_option("--vertex", moved->vertex, table.help("move.vertex"))
        ->required()
        ->type_name("N");
    command->add_option("--to", moved->to, table.help("move.to"))->type_name("COORDINATES");
    command->add_flag("--insert", moved->insert, table.help("move.insert"));
    command->add_flag("--delete", moved->remove, table.help("move.delete"));
    const auto drawn = std::make_shared<ReshapeOptions>();
    command = table.add("reshape", [drawn](Session& session) { return reshape(session, *drawn); });
    add_common(*command, table, *drawn);
    command->add_option("--line", drawn->line, table.help("reshape.line"))->type_name("FILE");
    command->add_option("--along", drawn->along, table.help("reshape.along"))
        ->transform(one_of(table.session(), {"sungai", "jalan"}));
    command->add_flag("--agreed", drawn->agreed, table.help("reshape.agreed"));
    command->add_option("--from", drawn->from, table.help("reshape.from"))->type_name("N");
    command->add_option("--to", drawn->to, table.help("reshape.to"))->type_name("N");
}

} // namespace antardesa::cli
