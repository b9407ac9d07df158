#include "base/text.h"
#include "cli/commands.h"
#include "cli/rows_json.h"
#include "cli/segment_commands.h"
#include "model/unlawful_rows.h"
#include "model/village_law.h"
#include "workspace/attachment.h"
#include "workspace/code_words.h"
#include "workspace/sound_project.h"

#include <algorithm>
#include <array>

namespace antardesa::cli {

namespace {

struct ProjectOptions {
    std::string project;
    std::string kind;
    std::string words; ///< that documents and attachments shall say
    bool json = false;
};

workspace::LoadedProject load(Session& session, const std::string& project) {
    workspace::LoadedProject loaded;
    session.with_progress({"cli.progress.opening", {}}, [&](Progress& progress) {
        loaded = workspace::load_project(project, progress);
    });
    return loaded;
}

int demo(Session& session, const std::string& folder) {
    std::filesystem::path path;
    session.with_progress({"cli.progress.demo", {}}, [&](Progress& progress) {
        path = workspace::build_sample(folder, session.writing_environment(), progress);
    });
    session.remark({"cli.demo.done", {path.string()}});
    return 0;
}

// ---- info

json::Value box_json(const geo::Box& box) {
    if (box.empty())
        return {};
    return json::Array{box.min.x, box.min.y, box.max.x, box.max.y};
}

/// Name in the JSON and how many.
std::vector<std::pair<std::string, std::size_t>> counts(const model::Atlas& atlas) {
    return {{"villages", atlas.villages().size()},     {"districts", atlas.districts().size()},
            {"agreements", atlas.agreements().size()}, {"disputes", atlas.disputes().size()},
            {"assets", atlas.assets().size()},         {"segments", atlas.segments().size()}};
}

int info(Session& session, const ProjectOptions& options) {
    workspace::LoadedProject loaded = load(session, options.project);
    session.with_progress({"cli.progress.checking", {}}, [&](Progress& progress) {
        for (Finding& finding : workspace::damage_of(options.project, progress))
            loaded.findings.push_back(std::move(finding));
    });
    for (Finding& finding : model::unlawful_rows(loaded.atlas->tables()))
        loaded.findings.push_back(std::move(finding));
    const model::Atlas& atlas = *loaded.atlas;
    if (options.json) {
        json::Value document;
        for (const auto& [name, count] : counts(atlas))
            document.set(name, count);
        document.set("crs", "EPSG:4326")
            .set("bbox", box_json(atlas.box()))
            .set("schema_version", loaded.schema_version)
            .set("revision", atlas.revision())
            .set("regency", atlas.identity().regency)
            .set("province", atlas.identity().province)
            .set("source", atlas.identity().source)
            .set("findings", json_of(loaded.findings, session));
        session.print(document);
        return 0;
    }
    session.print(regency_title(atlas, session));
    for (const auto& [name, count] : counts(atlas))
        session.print("  " + session.text("cli.count." + name) + ": " +
                      session.catalogue().number(static_cast<double>(count)));
    session.print("  " + session.sentence({"cli.info.revision",
                                           {std::to_string(atlas.revision()),
                                            std::to_string(loaded.schema_version)}}));
    print_findings(loaded.findings, session);
    return 0;
}

// ---- list

template<class Rows, class ToJson>
json::Array items(const Rows& rows, ToJson to_json) {
    json::Array list;
    for (const auto& row : rows)
        list.push_back(to_json(row));
    return list;
}

/// Documents that say the words; with `attachments`, the files that belong to them instead.
json::Array documents_of(const model::Atlas& atlas, const std::string& words, bool attachments) {
    json::Array list;
    for (const model::Document& row : atlas.table<model::Document>()) {
        if (!workspace::says_words(atlas, row, words))
            continue;
        if (!attachments)
            list.push_back(json_of(row));
        else
            for (const model::Attachment* one : atlas.attachments(row.id))
                list.push_back(json_of(atlas, *one));
    }
    return list;
}

json::Array items_of(const model::Atlas& atlas, const std::string& kind, const std::string& words,
                     Date today) {
    const auto plain = [&atlas](const auto& row) { return json_of(atlas, row); };
    if (kind == "villages")
        return items(atlas.villages(), plain);
    if (kind == "districts")
        return items(atlas.districts(), plain);
    if (kind == "agreements")
        return items(atlas.agreements(),
                     [&](const auto& row) { return json_of(atlas, row, today); });
    if (kind == "disputes")
        return items(atlas.disputes(), plain);
    if (kind == "assets")
        return items(atlas.assets(), plain);
    if (kind == "segments")
        return items(atlas.segments(), plain);
    if (kind == "findings")
        return items(atlas.table<model::BoundaryFinding>(), plain);
    if (kind == "exceptions")
        return items(atlas.table<model::BoundaryException>(), plain);
    if (kind == "areas")
        return items(workspace::standing_areas(atlas), plain);
    if (kind == "documents" || kind == "attachments")
        return documents_of(atlas, words, kind == "attachments");
    json::Array points;
    for (const model::BoundarySegment& segment : atlas.segments())
        for (json::Value& item : points_json(atlas, segment.id))
            points.push_back(std::move(item));
    return points;
}

/// Columns of the plain list: fields of the item, in this order where they exist.
constexpr std::array columns{"id",     "code",     "number", "kind",   "name",    "title",
                             "field",  "villages", "level",  "state",  "stage",   "severity",
                             "reason", "since",    "basis",  "remark", "area_m2", "length_m"};

/// The lists that a column's codes are of; the first that has the code names it. A dispute and a
/// segment both have states.
std::vector<std::string> lists_of(const std::string& column, const json::Value& item) {
    if (column == "level")
        return {"segment_level"};
    if (column == "state")
        return {item.has("group") ? "segment_state" : "dispute_state"};
    if (column == "stage" || column == "severity" || column == "field")
        return {column};
    if (column == "reason")
        return {"exception_reason"};
    if (column == "kind")
        return {"flaw_kind", "village_kind", "asset_kind", "document_kind", "cooperation_kind"};
    return {};
}

/// A stored code in words; texts that are none stay.
std::string in_words(const std::string& column, const std::string& text, const json::Value& item,
                     const Session& session, bool in_city) {
    for (const std::string& list : lists_of(column, item)) {
        const std::string key =
            workspace::code_key(session.catalogue(), "code." + list + "." + text, in_city);
        if (session.catalogue().has(key))
            return session.text(key);
    }
    return text;
}

std::string cell(const std::string& column, const json::Value& item, const Session& session,
                 bool in_city) {
    const json::Value& value = item[column];
    if (value.is_null())
        return "–";
    if (column == "area_m2")
        return session.sentence(
            {"cli.list.square_metres", {session.catalogue().number(value.number(), 2)}});
    if (column == "length_m")
        return session.catalogue().distance(value.number());
    if (value.is_array()) {
        std::string joined;
        for (const json::Value& part : value.array())
            joined += (joined.empty() ? "" : " ") + part.string();
        return joined;
    }
    const std::string text = value.string();
    return text.empty() ? json::print(value, -1) : in_words(column, text, item, session, in_city);
}

} // namespace

void print_lines(const Session& session, const json::Array& list, bool in_city) {
    for (const json::Value& item : list) {
        std::string line;
        for (const char* column : columns)
            if (item.has(column))
                line += (line.empty() ? "" : "\t") +
                        shown_on_one_line(cell(column, item, session, in_city));
        session.print(line);
    }
}

namespace {

/// Whether every word stands in what the list prints of the item, or in another of its texts.
bool says_words(const json::Value& item, const std::string& words, const Session& session,
                bool in_city) {
    std::string said;
    for (const auto& [name, value] : item.object())
        said += lower_case(value.string()) + "\n";
    for (const char* column : columns)
        if (item.has(column))
            said += lower_case(cell(column, item, session, in_city)) + "\n";
    const auto wanted = split(lower_case(trimmed(words)), ' ');
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
        return said.find(word) != std::string::npos;
    });
}

int list(Session& session, const ProjectOptions& options) {
    const workspace::LoadedProject loaded = load(session, options.project);
    const bool in_city = model::is_city(*loaded.atlas);
    json::Array found = items_of(*loaded.atlas, options.kind, options.words, SystemClock().today());
    // Documents say words in their files too.
    if (options.kind != "documents" && options.kind != "attachments")
        std::erase_if(found, [&](const json::Value& item) {
            return !says_words(item, options.words, session, in_city);
        });
    if (!options.json) {
        if (found.empty() && !options.words.empty())
            session.remark({"cli.list.none_says",
                            {session.text("cli.list.none." + options.kind), options.words}});
        else if (found.empty())
            session.remark({"cli.list.none", {session.text("cli.list.none." + options.kind)}});
        if (options.kind == "points")
            print_points(session, found);
        else
            print_lines(session, found, in_city);
        return 0;
    }
    json::Value document;
    session.print(document.set("kind", options.kind).set("items", std::move(found)));
    return 0;
}

CLI::App* add_reading(CommandTable& table, const std::string& name,
                      int (*run)(Session&, const ProjectOptions&),
                      const std::shared_ptr<ProjectOptions>& options) {
    CLI::App* command =
        table.add(name, [run, options](Session& session) { return run(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_flag("--json", options->json, table.help("json"));
    return command;
}

} // namespace

void add_project_commands(CommandTable& table) {
    const auto folder = std::make_shared<std::string>();
    table.add("demo", [folder](Session& session) { return demo(session, *folder); })
        ->add_option("DIR", *folder, table.help("demo.folder"))
        ->required();
    add_reading(table, "info", info, std::make_shared<ProjectOptions>());
    const auto options = std::make_shared<ProjectOptions>();
    CLI::App* command = add_reading(table, "list", list, options);
    command->add_option("--words", options->words, table.help("list.words"));
    command->add_option("KIND", options->kind, table.help("list.kind"))
        ->required()
        ->transform(one_of(table.session(), {"villages", "districts", "agreements", "disputes",
                                             "assets", "segments", "points", "findings",
                                             "exceptions", "areas", "documents", "attachments"}));
}

} // namespace antardesa::cli
