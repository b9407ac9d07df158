#pragma once

#include "model/rows.h"

#include <optional>
#include <string_view>

namespace antardesa::workspace {

enum class PaperKind { coordinates, minutes, evaluation, dispute_register, accountability };
/// "coordinates", "berita-acara", "evaluation", "register", "accountability".
std::optional<PaperKind> paper_kind_from(std::string_view code);
std::string_view paper_kind_code(PaperKind kind);

/// What it is about; one of them, or none where the kind is about all.
struct PaperRequest {
    PaperKind kind = PaperKind::coordinates;
    Id<model::BoundarySegment> segment;
    Id<model::BoundaryDispute> dispute;
    Id<model::Agreement> agreement;
    Id<model::CooperationBody> body;
};

} // namespace antardesa::workspace
