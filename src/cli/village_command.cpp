#include "base/text.h"
#include "cli/commands.h"
#include "cli/known_village.h"
#include "cli/rows_json.h"
#include "crs/ellipsoid.h"
#include "model/verbs.h"
#include "workspace/previous_name.h"
#include "workspace/project_edit.h"
#include "workspace/typed_date.h"

namespace antardesa::cli {

namespace {

struct VillageOptions {
    std::string project;
    std::string code;
    std::string name;
    std::string new_code;
    std::string kind;
    std::string formed;
    std::optional<double> official_area;
    bool json = false;
};

model::ChangeVillage change_from(const VillageOptions& options) {
    model::ChangeVillage change;
    if (!options.name.empty())
        change.name = options.name;
    if (!options.new_code.empty())
        change.code = options.new_code;
    if (!options.kind.empty())
        change.kind = model::from_code<model::VillageKind>(options.kind);
    change.official_area_ha = options.official_area;
    if (!options.formed.empty()) {
        change.formed = workspace::typed_date(options.formed);
        if (!change.formed)
            throw Usage({"cli.usage.date", {options.formed}});
    }
    return change;
}

bool changes_anything(const model::ChangeVillage& change) {
    return change.name || change.code || change.kind || change.official_area_ha || change.formed;
}

/// A line a fact, its name first.
void print_facts(const Session& session, const model::Atlas& atlas, const model::Village& row) {
    const i18n::Catalogue& words = session.catalogue();
    const auto say = [&](const char* name, const std::string& fact) {
        session.print(session.text(std::string("cli.village.") + name) + "\t" + fact);
    };
    session.print(shown_on_one_line(village_label(atlas, row.id)) + "\t" +
                  shown_on_one_line(row.name) + "\t" +
                  session.text("code.village_kind." + std::string(code_of(row.kind))));
    if (const model::District* district = atlas.find(row.district))
        say("district", shown_on_one_line(district->name));
    say("formed", row.formed ? words.short_date(*row.formed) : "–");
    say("area", words.hectares(crs::ellipsoidal_area(*row.geometry), 2));
    say("official_area",
        row.official_area_ha ? words.hectares(*row.official_area_ha * 1e4, 2) : "–");
    for (const std::string& earlier : workspace::previous_names(row, words))
        say("formerly", shown_on_one_line(earlier));
}

int village(Session& session, const VillageOptions& options) {
    const model::ChangeVillage wanted = change_from(options);
    std::shared_ptr<const model::Atlas> atlas;
    Id<model::Village> id;
    if (changes_anything(wanted)) {
        session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
            atlas = workspace::edit_project(
                options.project,
                [&](const model::Atlas& before) {
                    model::ChangeVillage change = wanted;
                    change.village = id = village_named(before, options.code).id;
                    return model::change_village(before, change);
                },
                session.writing_environment(), progress);
        });
    } else {
        session.with_progress({"cli.progress.opening", {}}, [&](Progress& progress) {
            atlas = workspace::load_project(options.project, progress).atlas;
        });
        id = village_named(*atlas, options.code).id;
    }
    const model::Village& row = *atlas->find(id);
    if (options.json) {
        session.print(json_of(*atlas, row));
        return 0;
    }
    print_facts(session, *atlas, row);
    return 0;
}

} // namespace

void add_village_command(CommandTable& table) {
    const auto options = std::make_shared<VillageOptions>();
    CLI::App* command =
        table.add("village", [options](Session& session) { return village(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command->add_option("VILLAGE", options->code, table.help("village.village"))->required();
    command->add_option("--name", options->name, table.help("village.name"));
    command->add_option("--code", options->new_code, table.help("village.code"));
    command->add_option("--kind", options->kind, table.help("village.kind"))
        ->transform(one_of(table.session(), {"desa", "kelurahan", "desa_adat"}));
    command->add_option("--official-area", options->official_area, table.help("village.area"))
        ->check(between(table.session(), 0, 1e7))
        ->type_name("HA");
    command->add_option("--formed", options->formed, table.help("village.formed"))
        ->type_name("DATE");
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
