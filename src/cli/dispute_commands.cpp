#include "analysis/contested_land.h"
#include "base/text.h"
#include "cli/dispute_parts.h"
#include "cli/document_options.h"
#include "cli/rows_json.h"
#include "crs/coordinate_text.h"
#include "crs/ellipsoid.h"
#include "model/case_verbs.h"
#include "model/verbs.h"
#include "model/village_law.h"
#include "workspace/accept_proposal.h"
#include "workspace/claims.h"
#include "workspace/code_words.h"
#include "workspace/facilitation.h"
#include "workspace/line_source.h"
#include "workspace/photo_evidence.h"
#include "workspace/project_edit.h"
#include "workspace/proposal_review.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

std::string state_text(const Session& session, const model::Atlas& atlas,
                       model::DisputeState state) {
    return workspace::code_words(session.catalogue(), "dispute_state", model::code_of(state),
                                 model::is_city(atlas));
}

/// What it is about, who facilitates and until when; what is not recorded is left out.
void print_facts(const Session& session, const model::Atlas& atlas,
                 const model::BoundaryDispute& dispute) {
    const i18n::Catalogue& language = session.catalogue();
    const auto print = [&](const char* key, const std::string& value) {
        if (!value.empty())
            session.print(session.sentence({key, {value}}));
    };
    print("cli.dispute.subject", shown_on_one_line(dispute.subject));
    if (dispute.facilitator != model::Facilitator::none)
        print("cli.dispute.facilitator",
              workspace::code_words(language, "facilitator", model::code_of(dispute.facilitator),
                                    model::is_city(atlas)));
    if (dispute.facilitation_start)
        print("cli.dispute.start", language.date(*dispute.facilitation_start));
    if (const auto due = workspace::facilitation_due(dispute))
        print("cli.dispute.due", language.date(*due));
    if (dispute.contested)
        print("cli.dispute.contested",
              language.hectares(crs::ellipsoidal_area(*dispute.contested), 2));
}

} // namespace

std::shared_ptr<const model::Atlas> write_case(Session& session, const std::string& project,
                                               const workspace::EditVerb& verb) {
    std::shared_ptr<const model::Atlas> atlas;
    session.with_progress({"cli.progress.writing", {}}, [&](Progress& progress) {
        atlas = workspace::edit_project(project, verb, session.writing_environment(), progress);
    });
    return atlas;
}

Refusal unknown_case(std::int64_t dispute) {
    return {{"model.unknown_dispute", {std::to_string(dispute)}}};
}

void print_case(const Session& session, const model::Atlas& atlas,
                const model::BoundaryDispute& dispute) {
    session.print(session.sentence(
        {"cli.dispute.case",
         {dispute.number.empty() ? "#" + std::to_string(dispute.id.value)
                                 : shown_on_one_line(dispute.number),
          village_label(atlas, dispute.first), village_label(atlas, dispute.second),
          state_text(session, atlas, dispute.state)}}));
    print_facts(session, atlas, dispute);
    std::string next;
    for (const model::DisputeState state : model::next_states(atlas.tables(), dispute))
        next += (next.empty() ? "" : ", ") + state_text(session, atlas, state) + " (" +
                std::string(model::code_of(state)) + ")";
    session.print(session.sentence({"cli.dispute.next", {next.empty() ? "–" : next}}));
    if (const model::LocalStep* step = model::due_step(atlas.tables(), dispute))
        session.print(session.sentence(
            {"cli.dispute.local_step",
             {shown_on_one_line(step->name), shown_on_one_line(model::basis_in_brackets(*step))}}));
    const auto segments = atlas.segments_of(dispute);
    for (const model::BoundarySegment* segment : segments)
        session.print(session.sentence(
            {"cli.dispute.segment",
             {std::to_string(segment->id.value), village_label(atlas, segment->first),
              village_label(atlas, segment->second),
              workspace::code_words(session.catalogue(), "segment_state",
                                    model::code_of(segment->state), model::is_city(atlas)),
              session.catalogue().distance(segment->length_m)}}));
    for (const model::Claim* claim : atlas.claims(dispute.id)) {
        const std::string line = workspace::claimed_pair(atlas, *claim);
        session.print(
            session.sentence({line.empty() ? "cli.dispute.claim" : "cli.dispute.claim_on",
                              {village_label(atlas, claim->village),
                               shown_on_one_line(claim->basis), shown_on_one_line(line)}}));
    }
    for (const model::Proposal* proposal : model::proposals_of(atlas, dispute.id))
        session.print(session.sentence(
            {"cli.dispute.scenario",
             {shown_on_one_line(proposal->name), shown_on_one_line(proposal->method),
              shown_on_one_line(proposal->author)}}));
    for (const CaseRecord& record : case_records(session, atlas, dispute.id))
        session.print(session.sentence(
            {"cli.dispute.record",
             {record.word, std::to_string(record.row), shown_on_one_line(record.title)}}));
}

void add_subject(CLI::App& command, DisputeOptions& options, const CommandTable& table) {
    command.add_option("PROJECT", options.project, table.help("project"))->required();
    command.add_option("ID", options.dispute, table.help("propose.dispute"))->required();
}

namespace {

struct ClaimOptions : DisputeOptions {
    std::string village;
    std::string line;
    std::string basis;
    std::string author;
    std::int64_t document = 0;
    std::int64_t remove = 0; ///< a claim instead of a new one
};
struct PhotoOptions : DisputeOptions {
    std::string village;
    std::string photo;
};
struct StepOptions : DisputeOptions {
    std::string state;
    std::string start;
    DocumentOptions document;
};
json::Value proposal_json(const model::Proposal& proposal) {
    json::Value entry;
    return entry.set("id", proposal.id.value)
        .set("name", proposal.name)
        .set("method", proposal.method)
        .set("share", proposal.share)
        .set("asked_by", proposal.author)
        .set("date", proposal.date ? json::Value(iso_text(*proposal.date)) : json::Value());
}

json::Value claim_json(const model::Atlas& atlas, const model::Claim& claim) {
    const model::BoundarySegment* segment = analysis::claimed_segment(atlas, claim);
    json::Value entry;
    return entry.set("id", claim.id.value)
        .set("village", village_label(atlas, claim.village))
        .set("segment", segment ? json::Value(segment->id.value) : json::Value())
        .set("basis", claim.basis)
        .set("author", claim.author)
        .set("drawn", claim.line && !claim.line->empty());
}

int show_case(Session& session, const DisputeOptions& options) {
    std::shared_ptr<const model::Atlas> atlas;
    session.with_progress({"cli.progress.opening", {}}, [&](Progress& progress) {
        atlas = workspace::load_project(options.project, progress).atlas;
    });
    const model::BoundaryDispute* dispute =
        atlas->find(Id<model::BoundaryDispute>{options.dispute});
    if (!dispute)
        throw Error(unknown_case(options.dispute).message);
    if (!options.json) {
        print_case(session, *atlas, *dispute);
        return 0;
    }
    json::Array next;
    for (const model::DisputeState state : model::next_states(atlas->tables(), *dispute))
        next.push_back(json::Value(std::string(model::code_of(state))));
    json::Array claims;
    for (const model::Claim* claim : atlas->claims(dispute->id))
        claims.push_back(claim_json(*atlas, *claim));
    json::Array scenarios;
    for (const model::Proposal* proposal : model::proposals_of(*atlas, dispute->id))
        scenarios.push_back(proposal_json(*proposal));
    json::Array records;
    for (const CaseRecord& record : case_records(session, *atlas, dispute->id)) {
        json::Value entry;
        records.push_back(
            entry.set("kind", record.kind).set("id", record.row).set("title", record.title));
    }
    json::Value document = json_of(*atlas, *dispute);
    session.print(document.set("next", std::move(next))
                      .set("claims", std::move(claims))
                      .set("scenarios", std::move(scenarios))
                      .set("records", std::move(records)));
    return 0;
}

/// What the village's claims rest on and who drew them, without a new line.
void change_claims(Session& session, const ClaimOptions& options) {
    write_case(session, options.project, [&](const model::Atlas& atlas) -> Result<model::Edit> {
        if (!atlas.find(Id<model::BoundaryDispute>{options.dispute}))
            return unknown_case(options.dispute);
        const model::Village* village = atlas.village_by_code(options.village);
        if (!village)
            return Refusal{{"cli.dispute.no_village", {options.village}}};
        std::vector<workspace::ChangeClaim> changes;
        for (const model::Claim* claim : atlas.claims({options.dispute})) {
            if (claim->village != village->id)
                continue;
            workspace::ChangeClaim& change = changes.emplace_back();
            change.claim = claim->id;
            change.document = {options.document};
            if (!options.basis.empty())
                change.basis = options.basis;
            if (!options.author.empty())
                change.author = options.author;
        }
        if (changes.empty())
            return Refusal{{"cli.dispute.no_claim", {options.village}}};
        return workspace::change_claims(atlas, changes);
    });
    session.remark({"cli.dispute.claim_changed", {options.village}});
}

int claim_line(Session& session, const ClaimOptions& options) {
    const bool removes = options.remove != 0;
    const bool changes = !options.basis.empty() || !options.author.empty() || options.document != 0;
    if (removes ? !options.line.empty() || !options.village.empty() || changes
                : options.village.empty() || (options.line.empty() && !changes))
        throw Usage({"cli.usage.claim", {}});
    if (!removes && options.line.empty()) {
        change_claims(session, options);
        return 0;
    }
    if (removes) {
        write_case(session, options.project, [&](const model::Atlas& atlas) {
            return workspace::drop_claim(atlas, {options.remove});
        });
        session.remark({"cli.dispute.unclaimed", {std::to_string(options.remove)}});
        return 0;
    }
    model::Claim claim;
    claim.dispute = {options.dispute};
    claim.basis = options.basis;
    claim.author = options.author;
    claim.document = {options.document};
    session.with_progress({"cli.progress.reading", {}}, [&](Progress& progress) {
        const geo::Box within = workspace::load_project(options.project, progress).atlas->box();
        claim.line = std::make_shared<const geo::MultiLine>(
            workspace::read_claim(options.line, within, progress));
    });
    write_case(session, options.project, [&](const model::Atlas& atlas) -> Result<model::Edit> {
        const model::Village* village = atlas.village_by_code(options.village);
        if (!village)
            return Refusal{{"cli.dispute.no_village", {options.village}}};
        claim.village = village->id;
        return workspace::add_claim(atlas, claim);
    });
    session.remark({"cli.dispute.claimed", {options.village}});
    return 0;
}

int add_photo(Session& session, const PhotoOptions& options) {
    workspace::PhotoEvidence request;
    request.dispute = {options.dispute};
    request.photo = options.photo;
    request.today = session.writing_environment().clock->today();
    session.with_progress({"cli.progress.reading", {}}, [&](Progress& progress) {
        request.facts = workspace::photo_facts(request.photo, progress);
    });
    write_case(session, options.project, [&](const model::Atlas& atlas) -> Result<model::Edit> {
        const model::Village* village = atlas.village_by_code(options.village);
        if (!village)
            return Refusal{{"cli.dispute.no_village", {options.village}}};
        request.village = village->id;
        return workspace::photo_evidence(atlas, request);
    });
    if (request.facts.position)
        session.remark({"cli.dispute.photo_placed", {crs::dms_text(*request.facts.position, 2)}});
    else
        session.remark({"workspace.photo.no_position", {request.photo.filename().string()}});
    return 0;
}

int advance(Session& session, const StepOptions& options) {
    const auto state = model::from_code<model::DisputeState>(lower_case(options.state));
    if (!state) {
        std::string codes;
        for (const auto& entry : model::Codes<model::DisputeState>::list)
            codes += (codes.empty() ? "" : ", ") + std::string(entry.code);
        throw Usage({"cli.usage.dispute_state", {options.state, codes}});
    }
    std::optional<Date> start;
    if (!options.start.empty() && !(start = parse_date(options.start)))
        throw Usage({"cli.usage.date", {options.start}});
    const bool enacts = *state == model::DisputeState::enacted;
    workspace::CitedDocument cited{options.document.chosen(),
                                   options.document.entered(enacts ? "perbup" : "berita_acara")};
    const Date today = session.writing_environment().clock->today();
    const auto atlas = write_case(session, options.project, [&](const model::Atlas& before) {
        if (enacts && cited.entered && options.document.kind.empty() && model::is_city(before))
            cited.entered->kind = "perwali";
        return workspace::advance_case(before, {options.dispute}, *state, cited, start, today);
    });
    const auto& dispute = *atlas->find(Id<model::BoundaryDispute>{options.dispute});
    print_case(session, *atlas, dispute);
    const bool facilitated = *state == model::DisputeState::district_facilitation ||
                             *state == model::DisputeState::regency_facilitation;
    if (facilitated && !dispute.facilitation_start)
        session.remark({"cli.dispute.no_start", {}});
    return 0;
}

void add_show(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<DisputeOptions>();
    CLI::App* command = table.add_to(
        family, "show", [options](Session& session) { return show_case(session, *options); });
    add_subject(*command, *options, table);
    command->add_flag("--json", options->json, table.help("json"));
}

void add_claim_command(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<ClaimOptions>();
    CLI::App* command = table.add_to(
        family, "claim", [options](Session& session) { return claim_line(session, *options); });
    add_subject(*command, *options, table);
    command->add_option("--village", options->village, table.help("dispute.village"))
        ->type_name("CODE");
    command->add_option("--line", options->line, table.help("dispute.line"))->type_name("FILE");
    command->add_option("--remove", options->remove, table.help("dispute.remove"))->type_name("ID");
    command->add_option("--basis", options->basis, table.help("dispute.basis"));
    command->add_option("--claimant", options->author, table.help("dispute.claimant"));
    command->add_option("--document", options->document, table.help("document"))->type_name("ID");
}

void add_photo_command(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<PhotoOptions>();
    CLI::App* command = table.add_to(
        family, "photo", [options](Session& session) { return add_photo(session, *options); });
    add_subject(*command, *options, table);
    command->add_option("--village", options->village, table.help("dispute.village"))
        ->required()
        ->type_name("CODE");
    command->add_option("--file", options->photo, table.help("dispute.photo_file"))
        ->required()
        ->type_name("FILE");
}

void add_advance(CommandTable& table, CLI::App& family) {
    const auto options = std::make_shared<StepOptions>();
    CLI::App* command = table.add_to(
        family, "advance", [options](Session& session) { return advance(session, *options); });
    add_subject(*command, *options, table);
    command->add_option("--to", options->state, table.help("dispute.state"))
        ->required()
        ->type_name("STATE");
    command->add_option("--start", options->start, table.help("dispute.start"))
        ->type_name("YYYY-MM-DD");
    add_document_options(*command, options->document, table);
}

} // namespace

void add_dispute_commands(CommandTable& table) {
    CLI::App* family = table.add_family("dispute");
    add_show(table, *family);
    add_report(table, *family);
    add_claim_command(table, *family);
    add_photo_command(table, *family);
    add_advance(table, *family);
    add_accept(table, *family);
    add_case_record(table, *family);
    add_case_papers(table, *family);
}

} // namespace antardesa::cli
