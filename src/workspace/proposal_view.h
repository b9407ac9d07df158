#pragma once

#include "model/proceedings.h"
#include "style/ink.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace antardesa::workspace {

/// Something to take hold of on a proposed line; in map metres.
struct ProposalHandle {
    geo::Point at;
    bool fixed = false;        ///< an end, or between agreed pieces
    bool locked_after = false; ///< the piece to the next one is agreed
    std::string label =
        {}; ///< "a", "b", …: no number, which a titik has; none at the ends or on a titik
};

/// A line that was kept, beside the one on display.
struct ScenarioView {
    Id<model::Proposal> id;
    std::string name;                   ///< "A"
    std::string method;                 ///< "Garis tengah"
    std::string author;                 ///< "diminta Kades Sumber"; may be empty
    std::array<std::string, 2> changes; ///< "+6,94 ha"; empty with `trouble`
    std::string trouble;                ///< why it is no line through the land any more
    bool shown = false;                 ///< it is the one on display
    std::vector<geo::Point> sketch;     ///< in the unit square, y upwards
    // For the table that compares; empty with `trouble`.
    std::array<std::string, 2> after;  ///< "45,61 ha" of the contested land, as `changes`
    std::array<std::string, 2> pieces; ///< "+7,10 ha (2) −0,16 ha (1)": gained and lost
    std::string assets;                ///< "2": in the land that changes hands
    std::string agreements;
    std::string roads;  ///< "1,1 km"
    std::string rivers; ///< likewise
    std::string length; ///< "3,2 km"
};

/// Two kept lines, to be seen on either side of a divider; in map metres.
struct SwipeView {
    using Rings = std::vector<std::vector<geo::Point>>; ///< outer ones and holes
    std::array<Id<model::Proposal>, 2> scenarios;       ///< left, right
    std::array<std::string, 2> titles;                  ///< "A · Garis tengah"
    std::array<std::vector<geo::Point>, 2> lines;
    /// Of each scenario, what each village gets; villages in the order of `ProposalView::sides`.
    std::array<std::array<Rings, 2>, 2> parts;
};

/// What was laid before in a case, or a meeting about it.
struct CaseLine {
    std::string title;  ///< "Peta desa 1987"; "3 Maret 2026 · Kantor kecamatan"
    std::string detail; ///< "Sumber · tahun 1987 · BIG · 1:10.000"; may be empty
    std::optional<std::size_t> side = {}; ///< of `ProposalView::sides`; none: of both
    std::string people = {};              ///< "Hadir: Camat …": shown when names are asked for
};

/// A titik kartometrik, or a place picked on the map, that a line can be led through.
struct PickChoice {
    geo::Point at;     ///< map metres
    std::string label; ///< "TK 003"; empty: a place on the map
    bool picked = false;
};

/// What a proposed line means for both villages, ready to draw; the map shows it.
struct ProposalView {
    enum class Stage {
        none,    ///< nothing was asked for
        working, ///< the line is being drawn
        ready,
        refused ///< `summary` says why
    };
    /// One village. The first by code is blue on the map, the second orange.
    struct Side {
        std::string name;
        std::string code;
        std::string before;  ///< "22,80 ha" of the contested land
        std::string after;   ///< "45,61 ha"
        std::string change;  ///< "−5,24 ha"
        std::string village; ///< what its whole area becomes: "699,33 ha"
        double share = 0;    ///< of the contested land
        std::optional<style::Colour> colour;
    };
    /// Of one kind of thing, how much lies in each part: "Jalan (km)" "0,8" "1,1".
    struct Content {
        std::string name;
        std::array<std::string, 2> in;
    };
    Stage stage = Stage::none;
    Id<model::BoundaryDispute> dispute;
    std::string title;                          ///< "Batutengah – Bumikencana"
    std::string case_text;                      ///< "Kasus SB-03 · fasilitator Camat Kaliharjo"
    std::string clock;                          ///< "Sisa 71 hari dari 6 bulan"; empty: none runs
    bool late = false;                          ///< it ran out
    std::array<std::string, 2> names;           ///< in the order of the shares
    std::array<Id<model::Village>, 2> villages; ///< of `names`
    bool second_first = false;                  ///< `sides` begins with the second of `names`
    std::string contested;                      ///< "36,4 ha disengketakan dalam 2 bagian"
    std::string summary;     ///< length of the line and where it had to leave its way
    std::string sentence;    ///< "Garis ini memberi … lebih banyak …"
    std::vector<Side> sides; ///< by code; empty unless ready
    std::string sum;         ///< "0,00 ha": gains and losses together
    bool balanced = true;
    std::vector<Content> contents;
    std::vector<std::string> agreements; ///< that assets in the land belong to
    std::vector<ScenarioView> scenarios;
    std::vector<geo::Point> land_sketch; ///< outline of the greatest part, as the sketches
    /// The segments of the case, when there are several, and which of them this is about.
    std::vector<std::pair<Id<model::BoundarySegment>, std::string>> segments;
    int segment = 0;
    bool led = false;        ///< by hand
    bool can_keep = false;   ///< it is not kept yet
    bool can_accept = false; ///< an agreement may be recorded in this state of the case
    std::string no_accept;   ///< why not
    // On the map, in map metres.
    std::vector<geo::Point> line;
    std::array<std::vector<std::vector<geo::Point>>, 2> claims; ///< in the order of `sides`
    std::vector<std::vector<geo::Point>> in_force;
    std::vector<ProposalHandle> handles;
    bool picking = false;            ///< the line is led by points: PickProposalPoint
    std::vector<PickChoice> choices; ///< of such a line
    std::optional<SwipeView> swipe;  ///< then neither line nor handles are shown
    int selected = -1;               ///< of the handles
    bool grabbed = false;
    bool can_step_back = false;
    bool can_step_forward = false;
    bool undoes_step = false; ///< what goes back then is the project's last step
    bool redoes_step = false;
    // The case besides its line: what the claims rest on, in the order of `sides`, and what stands
    // behind the tabs of the meeting.
    std::array<std::string, 2> claim_sources; ///< "Peta desa 1987, skala 1:10.000"; may be empty
    std::vector<CaseLine> evidence;
    std::vector<CaseLine> meetings;
    std::vector<std::string> open_points; ///< what the law still asks for in this case
    std::string moved;                    ///< of the handle in the hand: "38 m ke timur"
    std::string snapped_to;               ///< "Jalan desa"; empty: nothing
    std::vector<std::pair<Id<model::Document>, std::string>> documents;
};

} // namespace antardesa::workspace
