#include "workspace/accept_proposal.h"

#include "analysis/line_edit.h"
#include "model/case_verbs.h"
#include "model/facilitation.h"
#include "model/point_verbs.h"
#include "model/state_papers.h"
#include "workspace/cited_law.h"
#include "workspace/entered_document.h"
#include "workspace/line_edit.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// The Kepala Desa who sign, with the numbers that their villages gave the paper.
void put_numbers(const model::Atlas& atlas, const AcceptedLine& accepted, model::Edit& edit) {
    const model::BoundaryDispute& dispute = *atlas.find(accepted.dispute);
    Id<model::Signatory> free = atlas.table<model::Signatory>().next_id();
    for (const auto& [village, number] : accepted.numbers) {
        if (number.empty())
            continue;
        model::Signatory head;
        for (const model::Signatory* one : atlas.signatories(accepted.dispute))
            if (one->role == model::SignatoryRole::village_head && one->village == village &&
                !model::is_before_facilitation(dispute, one->signed_on))
                head = *one;
        if (!head.id)
            head.id = {free.value++};
        head.dispute = accepted.dispute;
        head.role = model::SignatoryRole::village_head;
        head.village = village;
        head.paper_number = number;
        edit.writes.push_back(model::Put<model::Signatory>{std::move(head)});
    }
}

/// The atlas with the document in it, the document's id, and the row to write: a new one, or one
/// that keeps what it cites from now on.
struct Resting {
    const model::Atlas* atlas = nullptr;
    Id<model::Document> document;
    std::optional<EnteredDocument> entered;
    std::optional<model::Document> written;
};

/// The row of the same paper, where it is there already: the segments of a case are agreed one by
/// one on one berita acara.
const model::Document* same_paper(const model::Atlas& atlas, const model::Document& entered) {
    for (const model::Document& one : atlas.table<model::Document>())
        if (!entered.number.empty() && one.number == entered.number && one.kind == entered.kind &&
            entered.date && one.date == entered.date)
            return &one;
    return nullptr;
}

Result<Resting> resting_on(const model::Atlas& atlas, const CitedDocument& named, Date today) {
    CitedDocument cited = named;
    if (const auto* there = named.entered ? same_paper(atlas, *named.entered) : nullptr)
        cited = {there->id, std::nullopt};
    Resting resting{&atlas, cited.known, std::nullopt, std::nullopt};
    if (!cited.entered) {
        const model::Document* known = atlas.find(cited.known);
        if (known && known->citations.empty())
            if (auto row = with_citations(atlas, *known, today); !row.citations.empty())
                resting.written = std::move(row);
        return resting;
    }
    auto entered = with_document(atlas, with_citations(atlas, *cited.entered, today));
    if (!entered)
        return entered.refusal();
    resting.entered = std::move(entered).value();
    resting.atlas = resting.entered->atlas.get();
    resting.document = resting.entered->row.id;
    resting.written = resting.entered->row;
    return resting;
}

void enter_document(const Resting& resting, model::Edit& edit) {
    edit.document = resting.document;
    if (resting.written)
        edit.writes.insert(edit.writes.begin(), model::Put<model::Document>{*resting.written});
}

/// The segment of the plan's writes, else as it is stored.
model::BoundarySegment segment_after(const model::Edit& edit,
                                     const model::BoundarySegment& stored) {
    for (const model::RowWrite& write : edit.writes)
        if (const auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write);
            put && put->row.id == stored.id)
            return put->row;
    return stored;
}

void replace_segment(model::Edit& edit, model::BoundarySegment segment) {
    std::erase_if(edit.writes, [&](const model::RowWrite& write) {
        const auto* put = std::get_if<model::Put<model::BoundarySegment>>(&write);
        return put && put->row.id == segment.id;
    });
    edit.writes.push_back(model::Put<model::BoundarySegment>{std::move(segment)});
}

model::Meeting meeting_of(const model::Atlas& atlas, const AcceptedLine& accepted,
                          const model::BoundarySegment& segment, const model::Document* minutes) {
    model::Meeting meeting;
    meeting.id = atlas.table<model::Meeting>().next_id();
    meeting.kind = model::MeetingKind::dispute;
    meeting.dispute = accepted.dispute;
    meeting.date = minutes && minutes->date ? minutes->date : accepted.today;
    meeting.place = accepted.place;
    meeting.attended = {std::min(segment.first, segment.second),
                        std::max(segment.first, segment.second)};
    meeting.others_attended = accepted.attended;
    meeting.outcome = model::MeetingOutcome::agreed;
    if (minutes)
        meeting.document = minutes->id;
    return meeting;
}

/// Numbers of the first and last vertex of the part of the boundary that runs between the line's
/// ends; a segment may have several parts.
std::optional<std::pair<std::size_t, std::size_t>> part_of(const analysis::SegmentLine& now,
                                                           const geo::Line& line) {
    constexpr double same = 1e-9;
    const auto meets = [&](std::size_t vertex, geo::Point end) {
        return geo::distance(now.vertices[vertex].position, end) < same;
    };
    for (std::size_t first = 0, last = 0; first < now.vertices.size(); first = last + 1) {
        last = first;
        while (last + 1 < now.vertices.size() &&
               now.vertices[last + 1].line == now.vertices[first].line)
            ++last;
        if ((meets(first, line.front()) && meets(last, line.back())) ||
            (meets(first, line.back()) && meets(last, line.front())))
            return std::pair{first, last};
    }
    return std::nullopt;
}

/// The boundary on the line; nothing when it runs there already. `enacts`: by a Perbup, which may
/// move also what an earlier one fixed.
Result<model::Edit> moved(const model::Atlas& atlas, const model::BoundarySegment& segment,
                          const geo::Line& line, Date today, bool enacts) {
    const auto now = analysis::line_of(atlas, segment.id);
    if (!now)
        return Refusal{{"model.unknown_segment", {std::to_string(segment.id.value)}}};
    const auto part = part_of(*now, line);
    if (!part)
        return Refusal{{"workspace.proposal.outdated", {}}};
    StretchRequest stretch;
    stretch.segment = segment.id;
    stretch.from = static_cast<int>(part->first + 1);
    stretch.to = static_cast<int>(part->second + 1);
    stretch.line = {line};
    const auto first = now->vertices.begin() + static_cast<std::ptrdiff_t>(part->first);
    const auto past = now->vertices.begin() + static_cast<std::ptrdiff_t>(part->second + 1);
    if (geo::distance(line.front(), first->position) >
        geo::distance(line.front(), std::prev(past)->position))
        std::reverse(stretch.line.front().begin(), stretch.line.front().end());
    const bool same =
        std::equal(stretch.line.front().begin(), stretch.line.front().end(), first, past,
                   [](geo::Point p, const topology::BoundaryVertex& v) { return p == v.position; });
    if (same)
        return model::Edit{};
    // What it rested on does not matter: it rests on the new document.
    stretch.falls_back = true;
    auto wished = line_edit(atlas, *now, stretch);
    if (!wished)
        return wished.refusal();
    model::EditLine request = std::move(wished).value();
    request.today = today;
    if (enacts)
        request.restored = segment.id;
    auto plan = plan_line(atlas, request);
    if (!plan)
        return plan.refusal();
    if (plan.value().unanswered)
        return *plan.value().unanswered;
    return std::move(plan).value().edit;
}

std::vector<model::TurningPoint> points_of(const model::Atlas& atlas,
                                           Id<model::BoundarySegment> segment) {
    std::vector<model::TurningPoint> points;
    for (const model::TurningPoint* point : atlas.points_of(segment))
        points.push_back(*point);
    return points;
}

bool is_of(const model::Atlas& atlas, const model::RowWrite& write,
           Id<model::BoundarySegment> segment) {
    if (const auto* put = std::get_if<model::Put<model::TurningPoint>>(&write))
        return put->row.segment == segment;
    const auto* erase = std::get_if<model::Erase<model::TurningPoint>>(&write);
    const model::TurningPoint* old = erase ? atlas.find(erase->id) : nullptr;
    return old && old->segment == segment;
}

/// Instead of what merely followed the line.
std::optional<Refusal> set_points(const model::Atlas& atlas, const model::BoundarySegment& agreed,
                                  const analysis::AgreedPoints& points, model::Edit& edit) {
    std::erase_if(edit.writes,
                  [&](const model::RowWrite& write) { return is_of(atlas, write, agreed.id); });
    auto replaced = model::replace_points(atlas, {{}, agreed.id, points.points, agreed.document});
    if (!replaced)
        return replaced.refusal();
    for (const model::RowWrite& write : replaced.value().writes)
        edit.writes.push_back(write);
    return std::nullopt;
}

/// The lines with the one between the same ends replaced by this one.
geo::MultiLine with_part(geo::MultiLine lines, const geo::Line& part) {
    constexpr double same = 1e-9;
    const auto ends_meet = [&](const geo::Line& line) {
        if (line.size() < 2)
            return false;
        const bool along = geo::distance(line.front(), part.front()) < same &&
                           geo::distance(line.back(), part.back()) < same;
        return along || (geo::distance(line.front(), part.back()) < same &&
                         geo::distance(line.back(), part.front()) < same);
    };
    const auto found = std::find_if(lines.begin(), lines.end(), ends_meet);
    if (found != lines.end())
        *found = part;
    return lines;
}

/// The one that is asked for; none: the case's first.
const model::BoundarySegment* segment_of(const model::Atlas& atlas,
                                         const model::BoundaryDispute& dispute,
                                         Id<model::BoundarySegment> wanted) {
    const auto segments = atlas.segments_of(dispute);
    const auto found =
        std::find_if(segments.begin(), segments.end(), [&](const model::BoundarySegment* segment) {
            return !wanted || segment->id == wanted;
        });
    return found == segments.end() ? nullptr : *found;
}

/// Whether no other segment of the case is left to agree on.
bool ends_with(const model::Atlas& atlas, const model::BoundaryDispute& dispute,
               Id<model::BoundarySegment> settled) {
    const auto segments = atlas.segments_of(dispute);
    return std::all_of(segments.begin(), segments.end(), [&](const auto* segment) {
        return segment->id == settled || segment->state == model::SegmentState::agreed ||
               segment->state == model::SegmentState::technical_verification ||
               segment->state == model::SegmentState::enacted;
    });
}

} // namespace

std::optional<Message> trouble_with(const model::Atlas& atlas, Id<model::BoundarySegment> segment,
                                    const geo::Line& line) {
    const model::BoundarySegment* row = atlas.find(segment);
    if (!row)
        return std::nullopt;
    // As by a Perbup, which may move what is final: only the course of the line is asked about.
    const auto edit = moved(atlas, *row, line, {}, true);
    const bool course = !edit && edit.refusal().message.key.starts_with("model.line.") &&
                        edit.refusal().message.key != "model.line.final" &&
                        edit.refusal().message.key != "model.line.settled";
    return course ? std::optional(edit.refusal().message) : std::nullopt;
}

analysis::AgreedPoints points_if_agreed(const model::Atlas& atlas,
                                        Id<model::BoundaryDispute> dispute, const geo::Line& line,
                                        Id<model::BoundarySegment> of) {
    const model::BoundaryDispute* row = atlas.find(dispute);
    const model::BoundarySegment* segment = row ? segment_of(atlas, *row, of) : nullptr;
    if (!segment || !segment->geometry || line.size() < 2)
        return {};
    model::BoundarySegment agreed = *segment;
    agreed.geometry = std::make_shared<const geo::MultiLine>(with_part(*segment->geometry, line));
    return analysis::agreed_points(atlas.coverage().nodes, agreed, points_of(atlas, segment->id));
}

std::vector<Message> point_messages(const analysis::AgreedPoints& points) {
    std::vector<Message> messages;
    if (points.kept + points.replaced + points.added > 0)
        messages.push_back({"workspace.agreed.points",
                            {std::to_string(points.kept), std::to_string(points.replaced),
                             std::to_string(points.added)}});
    if (!points.pillars_off.empty())
        messages.push_back(
            {"workspace.agreed.pillars", {std::to_string(points.pillars_off.size())}});
    return messages;
}

namespace {

/// Why the case cannot end so from where it is.
std::optional<Refusal> not_open(const model::Atlas& atlas, const model::BoundaryDispute& dispute,
                                model::DisputeState ended) {
    if (auto refusal = model::waits_for_step(atlas.tables(), dispute))
        return refusal;
    const auto next = model::next_states(atlas.tables(), dispute);
    if (std::find(next.begin(), next.end(), ended) != next.end())
        return std::nullopt;
    return Refusal{{"model.case.not_open",
                    {village_name(atlas, dispute.first), village_name(atlas, dispute.second),
                     std::string(model::code_of(dispute.state))}}};
}

/// Also of a segment that does not end its case yet.
std::optional<Refusal> before_facilitation(const model::Atlas& atlas,
                                           const model::BoundaryDispute& dispute,
                                           const model::Document* minutes) {
    if (!minutes || !model::is_before_facilitation(dispute, minutes->date))
        return std::nullopt;
    return Refusal{{"model.case.date",
                    {village_name(atlas, dispute.first), village_name(atlas, dispute.second),
                     iso_text(*minutes->date)}}};
}

} // namespace

Result<Agreement> accept_proposal(const model::Atlas& stored, const AcceptedLine& accepted) {
    const auto rests = resting_on(stored, accepted.document, accepted.today);
    if (!rests)
        return rests.refusal();
    const Resting& resting = rests.value();
    const model::Atlas& atlas = *resting.atlas;
    const model::BoundaryDispute* dispute = atlas.find(accepted.dispute);
    if (!dispute)
        return Refusal{{"model.unknown_dispute", {std::to_string(accepted.dispute.value)}}};
    const model::BoundarySegment* segment = segment_of(atlas, *dispute, accepted.segment);
    if (!segment || accepted.line.size() < 2)
        return Refusal{
            {"model.case.no_line",
             {village_name(atlas, dispute->first), village_name(atlas, dispute->second)}}};
    // What was not agreed the Bupati decides (Permendagri 45/2016 art. 19): his Perbup has a line.
    const bool enacts = dispute->state == model::DisputeState::regent_decision;
    const auto ended = enacts ? model::DisputeState::enacted : model::DisputeState::agreed;
    const auto settled_as = enacts ? model::SegmentState::enacted : model::SegmentState::agreed;
    if (auto refusal = not_open(atlas, *dispute, ended))
        return *std::move(refusal);
    const model::Document* minutes = atlas.find(resting.document);
    if (auto refusal = before_facilitation(atlas, *dispute, minutes); refusal && !enacts)
        return *std::move(refusal);
    if (auto refusal = model::paper_refusal(atlas, *segment, settled_as, minutes, accepted.today))
        return *std::move(refusal);
    auto line = moved(atlas, *segment, accepted.line, accepted.today, enacts);
    if (!line)
        return line.refusal();
    model::Edit edit = std::move(line).value();
    model::BoundarySegment agreed = segment_after(edit, *segment);
    agreed.state = settled_as;
    agreed.document = resting.document;
    auto points =
        analysis::agreed_points(atlas.coverage().nodes, agreed, points_of(atlas, segment->id));
    if (auto refusal = set_points(atlas, agreed, points, edit))
        return *std::move(refusal);
    const Id<model::BoundarySegment> settled = agreed.id;
    replace_segment(edit, std::move(agreed));
    if (ends_with(atlas, *dispute, settled)) {
        model::BoundaryDispute closed = *dispute;
        closed.state = ended;
        closed.outcome = resting.document;
        edit.writes.push_back(model::Put<model::BoundaryDispute>{std::move(closed)});
    }
    if (!enacts && (!accepted.place.empty() || !accepted.attended.empty()))
        edit.writes.push_back(
            model::Put<model::Meeting>{meeting_of(atlas, accepted, *segment, minutes)});
    if (!enacts)
        put_numbers(atlas, accepted, edit);
    edit.name = {enacts ? "edit.enact_proposal" : "edit.accept_proposal",
                 {village_name(atlas, segment->first), village_name(atlas, segment->second)}};
    enter_document(resting, edit);
    if (auto refusal = model::unlawful_step(atlas.tables(), edit))
        return *std::move(refusal);
    return Agreement{std::move(edit), std::move(points)};
}

Result<model::Edit> advance_case(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                 model::DisputeState state, const CitedDocument& document,
                                 std::optional<Date> on, Date today) {
    const auto resting = resting_on(atlas, document, today);
    if (!resting)
        return resting.refusal();
    auto advanced = model::advance_dispute(*resting.value().atlas,
                                           {dispute, state, resting.value().document, on, today});
    if (!advanced)
        return advanced.refusal();
    model::Edit edit = std::move(advanced).value();
    enter_document(resting.value(), edit);
    return edit;
}

} // namespace antardesa::workspace
