#pragma once

#include "model/proceedings.h"
#include "workspace/cited_document.h"

#include <filesystem>
#include <optional>

/// What a person does with lines through a dispute's land. Part of `Action`.
namespace antardesa::workspace {

enum class ProposalWay {
    midline,
    equal_area,
    straight,
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
    double first_share = 0.5;                 ///< with `equal_area`
    std::optional<double> direction_deg = {}; ///< with `equal_area`; none: from node to node
    std::filesystem::path line_file = {};     ///< with `drawn`
    Id<model::Proposal> scenario = {};        ///< with `scenario`
    model::SharedLines line = nullptr;        ///< with `by_hand`
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
/// A new handle where the line passes.
struct AddProposalPoint {
    geo::Point pixels;
};
/// What lies between the selected handle and the next one is agreed, or open again.
struct LockProposalPiece {};
/// The last thing the hand did is taken back.
struct StepBackProposal {};

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
};

/// A case goes on to a next state.
struct AdvanceCase {
    Id<model::BoundaryDispute> dispute;
    model::DisputeState state = model::DisputeState::reported;
    CitedDocument document;
    std::optional<Date> on;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
/// What a village claims, as a file has it.
struct AddClaim {
    Id<model::BoundaryDispute> dispute;
    Id<model::Village> village;
    std::string basis;
    std::string author;
    Id<model::Document> document;
    std::filesystem::path line_file;
    std::uint64_t form = 0; ///< as of RecordSegmentState
};
/// The meeting screen: the map is drawn for paper's eyes and notices wait.
struct SetMeeting {
    bool on = false;
};

} // namespace antardesa::workspace
