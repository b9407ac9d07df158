#pragma once

#include "workspace/line_actions.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace antardesa::workspace {

/// A vertex on the map, map metres.
struct LineHandle {
    geo::Point at;
    std::uint32_t line = 0; ///< number of the connected run
    bool node = false;      ///< several boundaries meet here
    bool locked = false;    ///< a final segment: it may not move
    std::string point = {}; ///< "TK 000", "PBU 7": the titik kartometrik or pilar that stands on it
};
/// "Batutengah" "692,4312 ha" "+0,0124 ha".
struct LineAreaRow {
    std::string name;
    std::string area;
    std::string change;
};
/// Number, latitude, longitude, easting, northing, zone.
struct LineVertexRow {
    std::vector<std::string> cells;
    bool node = false;
    bool locked = false;
};

/// A boundary being edited: what the map, the right panel and the vertex table show.
struct LineEditView {
    bool active = false;
    Id<model::BoundarySegment> segment;
    std::string title;    ///< "Batutengah – Bumikencana"
    std::string subtitle; ///< "34 titik · 5,2 km"
    LineTool tool = LineTool::move;
    std::string hint;    ///< what to do next
    std::string trouble; ///< why it cannot be so; empty: nothing
    bool locked = false; ///< the whole line is final
    /// "Garis ini juga garis …": another outline runs along it and would not follow; empty: none
    /// does.
    std::string claimed_again;
    Id<model::BoundaryFinding> claimed_by; ///< that tells of it; may be none
    bool busy = false;                     ///< a step is being written
    bool grabbed = false;
    bool can_finish = false; ///< `FinishLine` would do something
    bool can_delete = false;

    std::shared_ptr<const std::vector<LineHandle>> handles; ///< vertex n at [n - 1]
    int selected = 0;                                       ///< number; 0: none
    std::vector<std::vector<geo::Point>> moving;            ///< new pieces, map metres
    std::vector<std::vector<geo::Point>> replaced;          ///< what they take the place of
    std::vector<geo::Point> drawn;                          ///< points so far
    std::optional<geo::Point> hand; ///< where the selected vertex would come to lie
    std::optional<geo::Point> snapped;
    std::string snapped_to; ///< "Sungai Cikahuripan"

    std::vector<LineAreaRow> areas;
    std::string sum; ///< "Jumlah 0,00 m²"
    /// "TK 003 ikut bergeser 1,20 m": what becomes of the points on the line.
    std::vector<std::string> consequences;
    /// "Sepakat menurut BA 3/2026: …", when the line or one that meets it is settled; then what may
    /// be chosen, and what is: 0 nothing yet, 1 back to pelacakan, 2 … `settled_documents`.
    std::string settled;
    int settled_choice = 0;
    std::vector<std::pair<Id<model::Document>, std::string>> settled_documents;
    std::vector<std::string> columns;
    std::function<LineVertexRow(std::size_t)> row; ///< in words, when it is looked at
};

} // namespace antardesa::workspace
