#pragma once

#include "model/rows.h"

#include <string>
#include <utility>
#include <vector>

/// What the forms of turning points remember. Part of `UiState`.
namespace antardesa::ui {

using DecreeChoices = std::vector<std::pair<Id<model::Document>, std::string>>;
struct PointForm {
    Id<model::BoundarySegment> segment;
    Id<model::TurningPoint> point; ///< none: a new one
    std::string place;
    std::string stands; ///< where it is now
    std::string coordinates;
    std::string kind = "TK";
    std::string number;
    std::string accuracy;
    bool had_accuracy = false;
    std::string method;
    std::string remark;
    int marker = 0;        ///< model::PointMarker
    DecreeChoices decrees; ///< of a final line
    int decree = 0;
    bool snap = false;
    bool focus = false;
};
/// The points of a final line are numbered, or one goes.
struct DecreeForm {
    Id<model::BoundarySegment> numbered = {};
    bool snap = false;
    Id<model::TurningPoint> erased = {};
    std::string place = {};
    DecreeChoices decrees = {};
    int chosen = 0;
};

} // namespace antardesa::ui
