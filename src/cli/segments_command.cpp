#include "analysis/roll_up.h"
#include "base/text.h"
#include "cli/document_options.h"
#include "cli/line_vertices.h"
#include "cli/rows_json.h"
#include "cli/segment_commands.h"
#include "model/state_papers.h"
#include "model/verbs.h"
#include "model/village_law.h"
#include "workspace/code_words.h"
#include "workspace/edit_text.h"
#include "workspace/project_edit.h"
#include "workspace/segment_state.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

struct SegmentOptions {
    std::string project;
    bool by_district = false;
    std::optional<std::int64_t> vertices_of;
    bool json = false;
    std::string set; ///< ID=STATE
    DocumentOptions document;
    std::string pillars;
    std::string character;
    std::string workflow; ///< ID=CHARACTER
};

// ---- roll-up

json::Value lengths_json(const analysis::BoundaryLengths& lengths) {
    json::Value by_group;
    json::Value counts;
    for (const auto& entry : model::Codes<model::SegmentGroup>::list) {
        const auto at = static_cast<std::size_t>(entry.value);
        by_group.set(std::string(entry.code), lengths.by_group[at]);
        counts.set(std::string(entry.code), lengths.count_by_group[at]);
    }
    json::Value row;
    return row.set("segments", lengths.segments)
        .set("length_m", lengths.total())
        .set("definitive_share", lengths.share(model::SegmentGroup::definitive))
        .set("length_by_group_m", std::move(by_group))
        .set("segments_by_group", std::move(counts));
}

/// `has_line` is false for rows that are kept although their villages touch no more.
json::Array segments_json(const model::Atlas& atlas, const analysis::BoundaryRollUp& roll_up) {
    const auto& without = roll_up.without_line;
    json::Array rows;
    for (const model::BoundarySegment& segment : atlas.segments()) {
        json::Value row = json_of(atlas, segment);
        rows.push_back(
            row.set("has_line", !std::binary_search(without.begin(), without.end(), segment.id)));
    }
    return rows;
}

/// The kabupaten first, then its kecamatan.
json::Array roll_up_json(const model::Atlas& atlas, const analysis::BoundaryRollUp& roll_up) {
    json::Array rows;
    json::Value regency = lengths_json(roll_up.regency);
    rows.push_back(regency.set("scope", "regency")
                       .set("code", json::Value())
                       .set("name", atlas.identity().regency));
    for (const analysis::DistrictBoundaries& part : roll_up.districts) {
        const model::District& district = *atlas.find(part.district);
        json::Value row = lengths_json(part.lengths);
        rows.push_back(
            row.set("scope", "district")
                .set("code", district.code.empty() ? json::Value() : json::Value(district.code))
                .set("name", district.name));
    }
    return rows;
}

void print_lengths(const std::string& name, const analysis::BoundaryLengths& lengths,
                   const Session& session) {
    const i18n::Catalogue& words = session.catalogue();
    std::string line =
        shown_on_one_line(name) + "\t" +
        session.sentence({"cli.segments.definitive",
                          {words.percent(lengths.share(model::SegmentGroup::definitive)),
                           words.distance(lengths.total()), words.number(lengths.segments)}});
    for (const auto& entry : model::Codes<model::SegmentGroup>::list) {
        const double length = lengths.by_group[static_cast<std::size_t>(entry.value)];
        if (length > 0)
            line += "\t" + session.text("code.segment_group." + std::string(entry.code)) + " " +
                    words.distance(length);
    }
    session.print(line);
}

void print_roll_up(const model::Atlas& atlas, const analysis::BoundaryRollUp& roll_up,
                   const Session& session) {
    print_lengths(regency_title(atlas, session), roll_up.regency, session);
    for (const analysis::DistrictBoundaries& part : roll_up.districts)
        print_lengths(
            session.sentence({"cli.segments.district",
                              {model::name_without_kind(atlas.find(part.district)->name)}}),
            part.lengths, session);
    const i18n::Catalogue& words = session.catalogue();
    if (roll_up.between_districts > 0)
        session.remark({"cli.segments.between",
                        {words.number(roll_up.between_districts),
                         words.distance(roll_up.between_districts_m)}});
    if (!roll_up.without_line.empty())
        session.remark({"cli.segments.without_line",
                        {words.number(static_cast<double>(roll_up.without_line.size()))}});
}

// ---- setting a state

workspace::RecordState request_from(const SegmentOptions& options) {
    const std::size_t at = options.set.find('=');
    const auto id = parse_integer(options.set.substr(0, at));
    const auto state =
        at == std::string::npos
            ? std::nullopt
            : model::from_code<model::SegmentState>(lower_case(options.set.substr(at + 1)));
    if (!id || !state) {
        std::string codes;
        for (const auto& entry : model::Codes<model::SegmentState>::list)
            codes += (codes.empty() ? "" : ", ") + std::string(entry.code);
        throw Usage({"cli.usage.segment_state", {options.set, codes}});
    }
    workspace::RecordState request;
    request.segment = {*id};
    request.state = *state;
    request.document = options.document.chosen();
    const model::StatePaper* usual = model::paper_of(*state);
    request.entered =
        options.document.entered(usual ? std::string(usual->kinds.front()) : "berita_acara");
    if (!options.pillars.empty())
        request.pillars = options.pillars == "yes";
    return request;
}

std::shared_ptr<const model::Atlas> set_state(Session& session, const SegmentOptions& options) {
    workspace::RecordState request = request_from(options);
    request.today = session.writing_environment().clock->today();
    std::shared_ptr<const model::Atlas> atlas;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        atlas = workspace::edit_project(
            options.project,
            [&](const model::Atlas& before) { return workspace::record_state(before, request); },
            session.writing_environment(), progress);
    });
    if (!options.json) {
        const model::BoundarySegment& segment = *atlas->find(request.segment);
        session.remark(
            {"cli.segments.set",
             {options.set.substr(0, options.set.find('=')), village_label(*atlas, segment.first),
              village_label(*atlas, segment.second),
              workspace::code_words(session.catalogue(), "segment_state", code_of(segment.state),
                                    model::is_city(*atlas))}});
    }
    return atlas;
}

/// "12=alam" to a segment and a value of a closed list.
template<typename Fact>
std::pair<std::int64_t, Fact> fact_from(const std::string& text, const char* usage) {
    const std::size_t at = text.find('=');
    const auto id = parse_integer(text.substr(0, at));
    const auto fact = at == std::string::npos
                          ? std::nullopt
                          : model::from_code<Fact>(lower_case(text.substr(at + 1)));
    if (!id || !fact)
        throw Usage({usage, {text}});
    return {*id, *fact};
}

std::shared_ptr<const model::Atlas>
edited(Session& session, const SegmentOptions& options,
       const std::function<Result<model::Edit>(const model::Atlas&)>& verb) {
    std::shared_ptr<const model::Atlas> atlas;
    Message done;
    const auto named = [&](const model::Atlas& before) {
        auto edit = verb(before);
        if (edit)
            done = edit.value().name;
        return edit;
    };
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        atlas = workspace::edit_project(options.project, named, session.writing_environment(),
                                        progress);
    });
    if (!options.json)
        session.remark({"cli.line.done",
                        {workspace::edit_text(done, session.catalogue(), model::is_city(*atlas))}});
    return atlas;
}

std::shared_ptr<const model::Atlas> set_character(Session& session, const SegmentOptions& options) {
    const auto fact =
        fact_from<model::LineCharacter>(options.character, "cli.usage.segment_character");
    return edited(session, options, [&](const model::Atlas& before) {
        return model::set_segment_character(before, {{fact.first}, fact.second});
    });
}

std::shared_ptr<const model::Atlas> set_workflow(Session& session, const SegmentOptions& options) {
    const auto fact =
        fact_from<model::BoundaryWorkflow>(options.workflow, "cli.usage.segment_workflow");
    return edited(session, options, [&](const model::Atlas& before) {
        return model::set_segment_workflow(before, {{fact.first}, fact.second});
    });
}

int segments(Session& session, const SegmentOptions& options) {
    std::shared_ptr<const model::Atlas> atlas;
    const bool facts[]{!options.set.empty(), !options.character.empty(), !options.workflow.empty()};
    if (std::count(std::begin(facts), std::end(facts), true) > 1)
        throw Usage({"cli.usage.one_change", {}});
    if (!options.pillars.empty() && options.set.empty())
        throw Usage({"cli.usage.pillars_with_set", {}});
    if (!options.character.empty() || !options.workflow.empty()) {
        atlas = options.workflow.empty() ? set_character(session, options)
                                         : set_workflow(session, options);
        if (!options.json && !options.by_district)
            return 0;
    } else if (!options.set.empty()) {
        atlas = set_state(session, options);
        if (!options.json && !options.by_district)
            return 0;
    } else {
        session.with_progress({"cli.progress.opening", {}}, [&](Progress& progress) {
            atlas = workspace::load_project(options.project, progress).atlas;
        });
    }
    if (options.vertices_of) {
        print_vertices(session, *atlas, {*options.vertices_of}, options.json);
        return 0;
    }
    const analysis::BoundaryRollUp roll_up = analysis::roll_up(*atlas);
    json::Array rows = segments_json(*atlas, roll_up);
    if (options.json) {
        json::Value document;
        document.set("segments", std::move(rows));
        if (options.by_district)
            document.set("rollup", roll_up_json(*atlas, roll_up))
                .set("between_districts_m", roll_up.between_districts_m)
                .set("between_districts", roll_up.between_districts);
        session.print(document);
    } else if (options.by_district) {
        print_roll_up(*atlas, roll_up, session);
    } else {
        print_lines(session, rows, model::is_city(*atlas));
    }
    return 0;
}

} // namespace

void add_segments_command(CommandTable& table) {
    const auto options = std::make_shared<SegmentOptions>();
    CLI::App* command =
        table.add("segments", [options](Session& session) { return segments(session, *options); });
    command->add_option("PROJECT", options->project, table.help("project"))->required();
    command
        ->add_option(
            "--by",
            [options](const CLI::results_t&) {
                options->by_district = true;
                return true;
            },
            table.help("segments.by"))
        ->transform(one_of(table.session(), {"district"}));
    command->add_option("--vertices", options->vertices_of, table.help("segments.vertices"))
        ->type_name("ID");
    command->add_option("--set", options->set, table.help("segments.set"))->type_name("ID=STATE");
    add_document_options(*command, options->document, table);
    command->add_option("--character", options->character, table.help("segments.character"))
        ->type_name("ID=alam|buatan|lainnya");
    command->add_option("--workflow", options->workflow, table.help("segments.workflow"))
        ->type_name("ID=penetapan|penegasan");
    command->add_option("--pillars", options->pillars, table.help("segments.pillars"))
        ->transform(one_of(table.session(), {"yes", "no"}));
    command->add_flag("--json", options->json, table.help("json"));
}

} // namespace antardesa::cli
