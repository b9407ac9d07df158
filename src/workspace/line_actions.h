#pragma once

#include "model/rows.h"

#include <string>

/// What a person does to a boundary line on the map ("Ubah garis"). Part of `Action`.
namespace antardesa::workspace {

enum class LineTool {
    move,  ///< drag, add and delete vertices
    draw,  ///< a new course, point by point
    trace, ///< a new course along a river or a road
};

struct BeginLineEdit {
    Id<model::BoundarySegment> segment;
};
struct EndLineEdit {};
struct SetLineTool {
    LineTool tool = LineTool::move;
};
/// The mouse went down, moved while down, was released: pixels in the map.
struct PressLine {
    geo::Point pixels;
};
struct DragLine {
    geo::Point pixels;
    bool free = false; ///< nothing draws it
};
struct DropLine {};
/// A click that was no drag: a vertex is selected, a point drawn, a river chosen.
struct ClickLine {
    geo::Point pixels;
    bool free = false; ///< a drawn point stays where it was put
};
/// A new vertex on the line at this place.
struct InsertLineVertex {
    geo::Point pixels;
};
/// A new vertex half-way from the selected one to the next of the line.
struct InsertLineVertexAfter {};
struct DeleteLineVertex {}; ///< the selected one
/// By its number along the line, from 1; 0: none.
struct SelectLineVertex {
    int number = 0;
    bool reveal = false;
};
struct StepLineVertex {
    int step = 1;
};
struct NudgeLineVertex {
    double east_m = 0;
    double north_m = 0;
};
/// A cell of the vertex table: one coordinate, or a whole position pasted into it.
enum class LineColumn { latitude, longitude, easting, northing };
struct TypeLineVertex {
    int number = 1;
    LineColumn column = LineColumn::latitude;
    std::string text;
};
/// Positions from another program: the selected vertex for one, the drawn line for several.
struct PasteLinePositions {
    std::string text;
};
/// What becomes of settled lines (sepakat, verifikasi teknis) that are moved from now on: they rest
/// on another document of the project, or go back to pelacakan.
struct AnswerForSettled {
    bool falls_back = false;
    Id<model::Document> document = {};
};
struct FinishLine {};   ///< Enter: the drawn or traced line takes the place of the old one
struct StepBackLine {}; ///< Esc: gives up the drag or the drawing, else leaves

} // namespace antardesa::workspace
