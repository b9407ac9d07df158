#pragma once

#include "model/proceedings.h"
#include "workspace/cited_document.h"

#include <array>
#include <filesystem>
#include <optional>
#include <vector>

/// What a person does with lines through a dispute's land. Part of `Action`.
namespace antardesa::workspace {

enum class ProposalWay {
    midline,
    equal_area,
    straight,
    by_points, ///< straight from one titik kartometrik or picked place to the next
    along_river,
    along_road,
    drawn,    ///< of a file
    scenario, ///< as it was kept
    by_hand   ///< as it was led on the map
};

/// A line through a dispute's land, shown before anybody agrees to it; nothing is changed.
struct PreviewProposal {
    Id<model::BoundaryDispute> dispute;
    ProposalWay way = ProposalWay::midline;
    double first_share = 0.5;                 ///< with `equal_area`, or `shifted`
    std::optional<double> direction_deg = {}; ///< with `equal_area`; none: from node to node
    std::filesystem::path line_file = {};     ///< with `drawn`
    Id<model::Proposal> scenario = {};        ///< with `scenario`
    model::SharedLines line = nullptr;        ///< with `by_hand`
    bool shifted = false; ///< moved aside until the first village has `first_share`
    /// With `by_points`: places to lead through, degrees; none: those picked before, else all
    /// points of the segment that lie in the land.
    std::vector<geo::Point> points = {};
    Id<model::BoundarySegment> segment = {}; ///< of the case; none: its first
};
struct DropProposal {};

/// The mouse went down on the line's handles, moved, was released: pixels in the map.
struct PressProposal {
    geo::Point pixels;
};
struct DragProposal {
    geo::Point pixels;
    bool free = false; ///< nothing draws it
};
struct ReleaseProposal {};
/// With `by_points`: a place more to lead through, or one less where it was picked already. Points
/// of the segment, rivers and roads draw it.
struct PickProposalPoint {
    geo::Point pixels;
    bool free = false; ///< nothing draws it
};
/// Two kept lines of the case on display beside each other, parted by a divider on the map; the
/// same twice, or none: no longer.
struct CompareProposals {
    Id<model::Proposal> left;
    Id<model::Proposal> right;
};
/// A new handle where the line passes.
struct AddProposalPoint {
    geo::Point pixels;
};
/// The piece of the line under the pointer, else the one after the selected handle, is agreed, or
/// open again.
struct LockProposalPiece {};
/// The last thing the hand did is taken back, or done again; when there is none, the project's last
/// step, if it was made at the table of this case.
struct StepBackProposal {};
struct StepForwardProposal {};

/// The line on display is kept as a scenario of the case.
struct KeepProposal {
    std::string name;   ///< empty: the next free letter
    std::string author; ///< who asked for it
};
struct EraseProposal {
    Id<model::Proposal> scenario;
};
/// The line on display becomes the boundary: the villages agreed to it.
struct AcceptProposal {
    CitedDocument document; ///< the signed berita acara
    std::string place;      ///< of the meeting
    std::string attended;   ///< besides the two villages
    std::uint64_t form = 0; ///< as of RecordSegmentState
    /// What each village numbered the berita acara with (domain.md §3.6); those not named stay.
    std::vector<std::pair<Id<model::Village>, std::string>> numbers = {};
};
/// All papers of a case at once (case_papers.h), into a folder that is not there yet.
struct WriteCasePapers {
    Id<model::BoundaryDispute> dispute;
    std::filesystem::path folder;
};

/// A case goes on to a next state.
struct AdvanceCase {
    Id<model::BoundaryDispute> dispute;
    model::DisputeState state = model::DisputeState::reported;
    CitedDocument document;
    std::optional<Date> on;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
/// What a village claims, as a file has it or as it was drawn on the map.
struct AddClaim {
    Id<model::BoundaryDispute> dispute;
    Id<model::Village> village;
    std::string basis;
    std::string author;
    Id<model::Document> document;
    std::filesystem::path line_file;
    std::uint64_t form = 0; ///< as of RecordSegmentState
    bool drawn = false;     ///< the line that is being drawn, instead of a file's
};
struct DropClaim {
    Id<model::Claim> claim;
};
/// A village's claim is drawn on the map, point by point; nothing is changed before `AddClaim`.
struct BeginClaimLine {
    Id<model::BoundaryDispute> dispute;
    Id<model::Village> village;
};
struct AddClaimPoint {
    geo::Point pixels;
    bool free = false; ///< nothing draws it
};
struct StepBackClaimLine {}; ///< without its last point
struct EndClaimLine {};      ///< it is forgotten
/// An overlap that the check found becomes a case: what each village's outline takes is its claim,
/// and a line half-way between them is the one in force until they agree. Of three villages one
/// holds it, and it becomes a case of that one with each of the others (overlap_case.h).
struct ClaimOverlap {
    Id<model::BoundaryFinding> finding;
    std::array<std::string, 2> basis; ///< of both villages, by id; unused for three
    std::string author;
    Id<model::Document> document;
    std::uint64_t form = 0;                 ///< as of RecordSegmentState
    std::optional<std::size_t> holder = {}; ///< of three, by id; none: the first that can hold it
};
/// A photo becomes evidence of a village, with the place and the day that it says itself.
struct AddPhotoEvidence {
    Id<model::BoundaryDispute> dispute;
    Id<model::Village> village;
    std::filesystem::path photo;
};
/// The meeting screen: the map is drawn for paper's eyes and notices wait.
struct SetMeeting {
    bool on = false;
};

} // namespace antardesa::workspace
