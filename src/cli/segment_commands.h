#pragma once

#include "cli/commands.h"
#include "model/atlas.h"

/// Segments and their points in the shell.
namespace antardesa::cli {

void add_segments_command(CommandTable& table); ///< segments
void add_points_command(CommandTable& table);   ///< points

/// The points of one segment in order, and the same as lines.
json::Array points_json(const model::Atlas& atlas, Id<model::BoundarySegment> segment);
void print_points(const Session& session, const json::Array& items);

/// Items as lines, the same columns for every kind (project_commands.cpp); a kota's codes in its
/// own words (`workspace::code_words`).
void print_lines(const Session& session, const json::Array& list, bool in_city);

} // namespace antardesa::cli
