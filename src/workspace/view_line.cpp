#include "base/text.h"
#include "crs/coordinate_text.h"
#include "model/state_papers.h"
#include "workspace/card_builder.h"
#include "workspace/spoken_position.h"
#include "workspace/state.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::workspace {

namespace {

/// "+0,0124 ha", and square metres below a hundredth of a hectare.
std::string change_text(const Words& words, double square_metres) {
    const std::string sign = square_metres < 0 ? "−" : "+";
    const double size = std::abs(square_metres);
    if (size < 0.005)
        return words.number(0, 2) + " m²";
    if (size < 1000)
        return sign + words.number(size, 2) + " m²";
    return sign + words.number(size / 10000, 4) + " ha";
}

std::string side_name(const model::Atlas& atlas, const Words& words, topology::Claimant claimant) {
    return claimant == topology::nobody ? words.say("workspace.line.outside")
                                        : model::claimant_name(atlas, claimant);
}

/// Both sides of the segment when nothing moves, else all whose land changes.
std::vector<LineAreaRow> area_rows(const LineSession& session, const Words& words) {
    const model::Atlas& atlas = *session.shown().atlas;
    std::vector<analysis::AreaDelta> deltas = session.deltas();
    if (deltas.empty())
        if (const auto* segment = atlas.find(session.line()->segment))
            for (const Id<model::Village> id : {segment->first, segment->second})
                deltas.push_back(
                    {static_cast<topology::Claimant>(atlas.villages().index_of(id)), 0});
    std::vector<LineAreaRow> rows;
    for (const analysis::AreaDelta& delta : deltas) {
        std::string area = "—";
        if (delta.claimant < atlas.villages().size() && session.shown().figures)
            area = words.language().hectares(
                session.shown().figures->area_of(atlas, atlas.villages()[delta.claimant].id) +
                    delta.delta_m2,
                4);
        rows.push_back({side_name(atlas, words, delta.claimant), std::move(area),
                        change_text(words, delta.delta_m2)});
    }
    return rows;
}

std::string sum_text(const LineSession& session, const Words& words) {
    double sum = 0;
    for (const analysis::AreaDelta& delta : session.deltas())
        sum += delta.delta_m2;
    return words.say("workspace.line.sum", {words.number(std::abs(sum) < 0.005 ? 0 : sum, 2)});
}

/// The first few by name; a long line may have many.
std::vector<std::string> consequences_of(const LineSession& session, const Words& words) {
    constexpr std::size_t most = 3;
    std::vector<std::string> lines;
    for (const DrawnJoin& join : session.joins()) {
        const Message message = join_message(join, words.number(join.metres, 2));
        lines.push_back(words.say(message.key, message.arguments));
    }
    const std::size_t joined = lines.size();
    const auto& fates = session.fates();
    for (const analysis::PointFate& fate : fates) {
        const auto* point = session.shown().atlas->find(fate.point);
        if (!point || lines.size() == joined + most)
            continue;
        lines.push_back(
            words.say(fate.carried ? "workspace.line.point_carried" : "workspace.line.point_left",
                      {point->kind + " " + point->number, words.number(fate.metres, 2)}));
    }
    if (fates.size() > most)
        lines.push_back(words.say("workspace.line.points_more",
                                  {words.number(static_cast<double>(fates.size() - most))}));
    return lines;
}

/// "Sepakat menurut 3/2026": the lines whose paper a move would leave behind.
std::string settled_text(const LineSession& session, const Words& words) {
    const model::Atlas& atlas = *session.shown().atlas;
    std::string names;
    for (const model::BoundarySegment* segment : session.settled()) {
        const model::Document* document = atlas.find(segment->document);
        names += (names.empty() ? "" : "; ") +
                 words.say("workspace.line.settled_by",
                           {pair_name(atlas, segment->first, segment->second),
                            words.name("segment_state", segment->state),
                            document && !document->number.empty() ? document->number : "—"});
    }
    return names.empty() ? names : words.say("workspace.line.settled", {names});
}

/// Papers that may carry a settled line, newest first.
void add_settled(LineEditView& view, const LineSession& session, const Words& words) {
    view.settled = session.locked() ? std::string() : settled_text(session, words);
    if (view.settled.empty())
        return;
    const model::Atlas& atlas = *session.shown().atlas;
    const auto& documents = atlas.table<model::Document>();
    for (std::size_t i = documents.size(); i-- > 0;) {
        const model::Document& document = documents[i];
        if (model::paper_faults(model::SegmentState::agreed, &document).empty() ||
            model::paper_faults(model::SegmentState::technical_verification, &document).empty())
            view.settled_documents.emplace_back(document.id, document_text(atlas, document.id));
    }
    const auto& answer = session.answered();
    view.settled_choice = answer && answer->falls_back ? 1 : 0;
    for (std::size_t i = 0; answer && i < view.settled_documents.size(); ++i)
        if (view.settled_documents[i].first == answer->document)
            view.settled_choice = static_cast<int>(i) + 2;
}

std::string drawing_hint(const LineSession& session, bool can_finish, const Words& words) {
    const auto count = static_cast<long long>(session.drawn().size());
    if (session.all_pasted())
        return words.count("workspace.line.hint_pasted", count) + " " +
               words.say(can_finish ? "workspace.line.hint_whole" : "workspace.line.hint_discard");
    if (count < 2)
        return words.say("workspace.line.hint_draw");
    return words.say(can_finish ? "workspace.line.hint_draw_end" : "workspace.line.hint_draw_on");
}

std::string hint_of(const LineSession& session, bool can_finish, const Words& words) {
    if (session.locked())
        return words.say("workspace.line.hint_locked");
    if (session.tool() == LineTool::move)
        return words.say("workspace.line.hint_move");
    if (session.tool() == LineTool::draw)
        return drawing_hint(session, can_finish, words);
    const model::ReferenceLine* followed = session.followed().line;
    if (followed == nullptr)
        return words.say("workspace.line.hint_trace");
    const bool river = followed->kind == model::ReferenceKind::river;
    const LineSnap named{
        {}, river ? LineSnap::Target::river : LineSnap::Target::road, followed->name};
    return words.say("workspace.line.hint_follows", {snap_text(named, words)}) + " " +
           words.say(can_finish ? "workspace.line.hint_whole" : "workspace.line.hint_trace_ends");
}

} // namespace

std::string snap_text(const LineSnap& snap, const Words& words) {
    static constexpr std::array keys{"workspace.line.snap_vertex", "workspace.line.snap_node",
                                     "workspace.line.snap_edge",   "workspace.line.snap_river",
                                     "workspace.line.snap_road",   "workspace.line.snap_point",
                                     "workspace.line.snap_claim",  "workspace.line.snap_agreed"};
    const std::string text = words.say(keys[static_cast<std::size_t>(snap.target)], {snap.name});
    // Many a road is called "Jalan …", many a river "Sungai …" or "Kali …".
    const std::string name = lower_case(snap.name);
    constexpr std::array<std::string_view, 7> kinds{"sungai ", "kali ", "batang ", "krueng ",
                                                    "jalan ",  "jl. ",  "gang "};
    const bool says_it =
        (snap.target == LineSnap::Target::river || snap.target == LineSnap::Target::road) &&
        std::any_of(kinds.begin(), kinds.end(),
                    [&](std::string_view kind) { return name.starts_with(kind); });
    return says_it ? snap.name : text;
}

namespace {

/// Rows are put into words when they are looked at; they outlive the view's making.
std::function<LineVertexRow(std::size_t)> row_maker(const LineSession& session,
                                                    i18n::Language spoken) {
    return [line = session.line(), geometry = session.shown().geometry, hand = session.hand(),
            held = static_cast<std::size_t>(session.selected()), spoken](std::size_t index) {
        const topology::BoundaryVertex& vertex = line->vertices[index];
        // The figures of the vertex in the hand go along with it.
        const geo::Point place = hand && index + 1 == held ? *hand : vertex.position;
        const geo::Point metres = geometry->to_map(place);
        LineVertexRow row;
        row.node = vertex.node;
        row.locked = line->locked[index];
        row.cells = {std::to_string(index + 1),
                     spoken_position(crs::latitude_text(place.y, 3), spoken),
                     spoken_position(crs::longitude_text(place.x, 3), spoken),
                     spoken_position(crs::grouped_metres(metres.x, 2), spoken),
                     spoken_position(crs::grouped_metres(metres.y, 2), spoken),
                     crs::utm_zone_name(geometry->zone())};
        return row;
    };
}

void add_shapes(LineEditView& view, const LineSession& session) {
    const cartography::MapGeometry& geometry = *session.shown().geometry;
    for (const topology::ArcPiece& piece : session.check().pieces) {
        view.moving.push_back(geometry.to_map(piece.after));
        view.replaced.push_back(geometry.to_map(piece.before));
    }
    const auto& [followed, part] = session.followed();
    view.drawn = geometry.to_map(followed ? (*followed->geometry)[part] : session.drawn());
    if (const auto hand = session.hand())
        view.hand = geometry.to_map(*hand);
    if (session.snap())
        view.snapped = geometry.to_map(session.snap()->position);
}

} // namespace

LineEditView Workspace::State::make_line() const {
    LineEditView view;
    if (!line || shown.empty())
        return view;
    const Words spoken = words();
    view.active = true;
    view.segment = line->line()->segment;
    if (const auto* segment = shown.atlas->find(view.segment)) {
        view.title = pair_name(*shown.atlas, segment->first, segment->second);
        view.subtitle = spoken.count("workspace.line.vertices",
                                     static_cast<long long>(line->line()->vertices.size())) +
                        " · " + spoken.language().distance(segment->length_m);
    }
    view.tool = line->tool();
    if (!line->trouble().key.empty())
        view.trouble = text(line->trouble());
    view.locked = line->locked();
    if (!line->claimed_again().key.empty())
        view.claimed_again = text(line->claimed_again());
    if (const auto* finding = line->claimed_by())
        view.claimed_by = finding->id;
    view.busy = line->pending();
    view.grabbed = line->grabbed();
    view.can_finish = line->tool() != LineTool::move && !line->check().pieces.empty() &&
                      line->trouble().key.empty() && !view.busy;
    view.hint = hint_of(*line, view.can_finish, spoken);
    view.selected = line->selected();
    view.can_delete = view.selected != 0 && !view.busy && line->tool() == LineTool::move &&
                      !line->line()->locked[static_cast<std::size_t>(view.selected - 1)];
    view.handles = line_handles;
    add_shapes(view, *line);
    if (line->snap())
        view.snapped_to = snap_text(*line->snap(), spoken);
    view.areas = area_rows(*line, spoken);
    view.sum = sum_text(*line, spoken);
    view.consequences = consequences_of(*line, spoken);
    add_settled(view, *line, spoken);
    for (const char* column : {"number", "latitude", "longitude", "easting", "northing", "zone"})
        view.columns.push_back(spoken.say(std::string("workspace.line.column_") + column));
    view.row = row_maker(*line, language().language());
    return view;
}

} // namespace antardesa::workspace
