#pragma once

#include "io/detail/flat_bytes.h"
#include "io/inspect.h"
#include "io/table_reader.h"

namespace antardesa::io::detail {

/// The values that a reading process hands back. Encoders write what `io` made; decoders take
/// bytes from a process that a stranger's file may have taken over, so they check every count
/// against the bytes that are left, every enum, text, coordinate, ring and message key, and throw
/// `NotFlat`. Plain functions of bytes: the fuzzing harness calls them.
void encode(FlatWriter& out, const Message& message);
void encode(FlatWriter& out, const std::vector<Finding>& findings);
void encode(FlatWriter& out, const std::optional<crs::Crs>& crs);
void encode(FlatWriter& out, const geo::Geometry& geometry);
void encode(FlatWriter& out, const FeatureTable& table);
void encode(FlatWriter& out, const FileSummary& summary);
void encode(FlatWriter& out, const Table& table);

Message decode_message(FlatReader& in);
std::vector<Finding> decode_findings(FlatReader& in);
/// The text of a system goes through the same filter as a stranger's; nothing if it does not pass.
std::optional<crs::Crs> decode_crs(FlatReader& in);
geo::Geometry decode_geometry(FlatReader& in);
FeatureTable decode_feature_table(FlatReader& in);
FileSummary decode_file_summary(FlatReader& in);
Table decode_table(FlatReader& in);

} // namespace antardesa::io::detail
