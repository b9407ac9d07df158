#include "workspace/palette.h"

#include "base/text.h"
#include "workspace/attachment.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

struct Command {
    const char* name;
    Action action;
    bool offered = true;
    PaletteOpens opens = PaletteOpens::nothing;
};

std::vector<Command> step_commands(const ViewContext& context, const Offered& offered) {
    return {{"zoom_all", ZoomTo{}, !context.shown.empty()},
            {"undo", Undo{}, offered.undo},
            {"redo", Redo{}, offered.redo},
            {"repair", PreviewRepair{}, offered.edit, PaletteOpens::repair}};
}

/// Of the segment that is selected, or the point.
std::vector<Command> segment_commands(const ViewContext& context, const Offered& offered) {
    const Subject subject = context.selection.empty() ? Subject{} : context.selection.front();
    const bool segment = offered.edit && subject.kind == SubjectKind::segment;
    const bool point = offered.edit && subject.kind == SubjectKind::turning_point;
    return {{"segment_state", {}, segment, PaletteOpens::state},
            {"number_points", NumberPoints{{subject.id}}, segment},
            {"add_point", {}, segment, PaletteOpens::point},
            {"change_point", {}, point, PaletteOpens::point},
            {"delete_point", DeletePoint{{subject.id}}, point},
            {"list_segments", SetList{ListKind::segments}, !context.shown.empty()},
            {"list_points", SetList{ListKind::points}, !context.shown.empty()},
            {"list_claims", SetList{ListKind::claims}, !context.shown.empty()},
            {"import_lines", {}, offered.edit, PaletteOpens::import_file},
            {"export_layer", {}, !context.shown.empty(), PaletteOpens::export_layer},
            {"verify_code", {}, offered.project, PaletteOpens::code}};
}

/// The list and the map with the segments of one group alone.
std::vector<Command> group_commands(const ViewContext& context) {
    std::vector<Command> commands;
    const bool any = context.shown && !context.atlas().segments().empty();
    constexpr std::array names{"only_untraced", "only_indicative", "only_agreed", "only_definitive",
                               "only_disputed"};
    for (std::size_t group = 0; group < names.size(); ++group) {
        analysis::Filter filter = context.filter;
        filter.segment_groups.reset();
        filter.segment_groups.set(group);
        commands.push_back({names[group], SetFilter{std::move(filter)}, any});
    }
    return commands;
}

std::vector<Command> keeping_commands(const Offered& offered) {
    return {{"keeping", {}, offered.project || offered.recover, PaletteOpens::keeping},
            {"look_after", LookAfterProject{}, offered.project},
            {"accept_changes", AcceptChanges{}, offered.accept, PaletteOpens::acceptance},
            {"save_copy", SaveCopy{}, offered.project, PaletteOpens::copy},
            {"recover", RecoverProject{}, offered.recover, PaletteOpens::recovery}};
}

analysis::Filter of_all_years(analysis::Filter filter) {
    filter.first_year.reset();
    filter.last_year.reset();
    return filter;
}

bool has_form(const ViewContext& context, const Offered& offered) {
    if (!offered.edit || context.selection.empty())
        return false;
    const SubjectKind kind = context.selection.front().kind;
    return kind == SubjectKind::agreement || kind == SubjectKind::asset ||
           kind == SubjectKind::dispute || kind == SubjectKind::village;
}

std::vector<Command> commands(const ViewContext& context, const Offered& offered) {
    using cartography::MapLayer;
    using cartography::Theme;
    const bool map = !context.shown.empty();
    return {{"open_sample", OpenSample{}},
            {"job_cooperation", SetJob{Job::cooperation}},
            {"job_boundaries", SetJob{Job::boundaries}},
            {"check_boundaries", CheckBoundaries{}, offered.project && map},
            {"job_assets", SetJob{Job::assets}},
            {"change_selected", {}, has_form(context, offered), PaletteOpens::selected},
            {"registers", {}, offered.project && map, PaletteOpens::registers},
            {"list_compliance", SetList{ListKind::compliance}, map},
            {"list_suggestions", SetList{ListKind::suggestions}, map},
            {"list_documents", SetList{ListKind::documents}, map},
            {"by_district", ShowByDistrict{true}, map && !context.by_district},
            {"by_village", ShowByDistrict{false}, map && context.by_district},
            {"chart_matrix", {}, map, PaletteOpens::matrix},
            {"chart_timeline", {}, map, PaletteOpens::timeline},
            {"chart_partners", {}, map, PaletteOpens::partners},
            {"next_year", StepYears{1}, map},
            {"previous_year", StepYears{-1}, map},
            {"all_years", SetFilter{of_all_years(context.filter)},
             map && (context.filter.first_year || context.filter.last_year)},
            {"job_sheet", SetJob{Job::sheet}, map},
            {"clear_filter", SetFilter{}, map && !context.filter.passes_everything()},
            {"theme_district", SetMapTheme{Theme::district}, map},
            {"theme_count", SetMapTheme{Theme::agreement_count}, map},
            {"theme_partners", SetMapTheme{Theme::partners}, map},
            {"theme_value", SetMapTheme{Theme::value}, map},
            {"theme_brokerage", SetMapTheme{Theme::brokerage}, map},
            {"theme_isolated", SetMapTheme{Theme::isolated}, map},
            {"theme_plain", SetMapTheme{Theme::plain}, map},
            {"layer_agreements", ToggleLayer{MapLayer::agreements}, map},
            {"layer_disputes", ToggleLayer{MapLayer::disputes}, map},
            {"layer_assets", ToggleLayer{MapLayer::assets}, map},
            {"layer_points", ToggleLayer{MapLayer::turning_points}, map},
            {"layer_labels", ToggleLayer{MapLayer::labels}, map},
            {"ui_light", SetUiTheme{UiTheme::light}},
            {"ui_dark", SetUiTheme{UiTheme::dark}},
            {"ui_contrast", SetUiTheme{UiTheme::high_contrast}},
            {"indonesian", SetLanguage{i18n::Language::indonesian}},
            {"english", SetLanguage{i18n::Language::english}},
            {"close", CloseProject{}, offered.close}};
}

constexpr int no_match = 100;

/// 0 the text itself, 1 its beginning, 2 the beginning of a word in it, 3 anywhere.
int rank(std::string_view text, std::string_view wanted) {
    const std::string lower = lower_case(text);
    const auto at = lower.find(wanted);
    if (at == std::string::npos)
        return no_match;
    if (lower.size() == wanted.size())
        return 0;
    if (at == 0)
        return 1;
    return lower.find(" " + std::string(wanted)) != std::string::npos ? 2 : 3;
}

class Search {
  public:
    Search(const ViewContext& context, std::string wanted)
        : context_(context), wanted_(std::move(wanted)) {}

    /// `weight` orders kinds among equal ranks.
    void offer(std::initializer_list<std::string_view> texts, Subject subject, int weight) {
        int best = no_match;
        for (const auto text : texts)
            best = std::min(best, rank(text, wanted_));
        if (best < no_match)
            found_.push_back({best * 10 + weight, subject, {}, {}, {}});
    }
    /// A row that has no place on the map: it opens its form.
    void offer(const std::string& name, RecordKey record, const char* kind, int weight) {
        if (const int best = rank(name, wanted_); best < no_match)
            found_.push_back({best * 10 + weight, {}, {}, record, name, kind});
    }
    /// A document that says the words somewhere, in its files too; after all that is called so.
    void offer(const model::Document& document, int weight) {
        const std::string title = document_text(context_.atlas(), document.id);
        const bool says = says_words(context_.atlas(), document, wanted_);
        if (says)
            found_.push_back({std::min(rank(title, wanted_), 3) * 10 + weight,
                              {},
                              {},
                              RecordKey{Register::document, document.id.value},
                              title,
                              "document"});
    }
    void offer(const Command& command, int weight) {
        const int best =
            rank(context_.words.say("workspace.command." + std::string(command.name)), wanted_);
        if (best < no_match)
            found_.push_back({best * 10 + weight, {}, command, {}, {}});
    }
    std::vector<PaletteEntry> best() {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.score < b.score; });
        std::vector<PaletteEntry> entries;
        for (std::size_t i = 0; i < std::min(found_.size(), palette_entries); ++i)
            entries.push_back(entry(found_[i]));
        return entries;
    }

  private:
    struct Found {
        int score = 0;
        Subject subject;
        std::optional<Command> command;
        std::optional<RecordKey> record;
        std::string name;      ///< of that row
        const char* kind = ""; ///< "workspace.palette.…" says what it is
    };
    PaletteEntry entry(const Found& found) const {
        if (found.command)
            return {context_.words.say("workspace.command." + std::string(found.command->name)),
                    context_.words.say("workspace.palette.command"), found.command->action,
                    found.command->opens};
        if (found.record)
            return {found.name,
                    context_.words.say("workspace.palette." + std::string(found.kind)),
                    {},
                    PaletteOpens::record,
                    *found.record};
        const SubjectText text = describe(context_.atlas(), found.subject, context_.words);
        return {text.title, text.detail, Select{found.subject, false, true}};
    }
    const ViewContext& context_;
    std::string wanted_;
    std::vector<Found> found_;
};

void offer_rows(Search& search, const model::Atlas& atlas) {
    for (const auto& village : atlas.villages())
        search.offer({village.name, village.code}, {SubjectKind::village, village.id.value}, 0);
    for (const auto& agreement : atlas.agreements())
        search.offer({agreement.title, agreement.number},
                     {SubjectKind::agreement, agreement.id.value}, 1);
    for (const auto& dispute : atlas.disputes())
        search.offer({pair_name(atlas, dispute.first, dispute.second), dispute.number},
                     {SubjectKind::dispute, dispute.id.value}, 2);
    for (const auto& segment : atlas.segments())
        search.offer({pair_name(atlas, segment.first, segment.second)},
                     {SubjectKind::segment, segment.id.value}, 5);
    for (const auto& asset : atlas.assets())
        search.offer({asset.name}, {SubjectKind::asset, asset.id.value}, 3);
    for (const auto& district : atlas.districts())
        search.offer({district.name, district.code}, {SubjectKind::district, district.id.value}, 1);
    for (const auto& document : atlas.table<model::Document>())
        search.offer(document, 6);
    for (const auto& body : atlas.table<model::CooperationBody>())
        search.offer(body.name, RecordKey{Register::body, body.id.value}, "body", 1);
    for (const auto& enterprise : atlas.table<model::JointEnterprise>())
        search.offer(enterprise.name, RecordKey{Register::enterprise, enterprise.id.value},
                     "enterprise", 1);
    for (const auto& party : atlas.table<model::ThirdParty>())
        search.offer(party.name, RecordKey{Register::third_party, party.id.value}, "third_party",
                     3);
}

} // namespace

std::vector<PaletteEntry> find_in_palette(const ViewContext& context, const Offered& offered,
                                          const std::string& words) {
    const std::string wanted = lower_case(trimmed(words));
    Search search(context, wanted);
    if (!wanted.empty() && context.shown)
        offer_rows(search, context.atlas());
    for (const auto& group :
         {step_commands(context, offered), segment_commands(context, offered),
          keeping_commands(offered), commands(context, offered), group_commands(context)})
        for (const Command& command : group)
            if (command.offered)
                search.offer(command, 4);
    return search.best();
}

} // namespace antardesa::workspace
