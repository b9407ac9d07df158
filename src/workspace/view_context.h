#pragma once

#include "analysis/summary.h"
#include "workspace/shown.h"
#include "workspace/words.h"

#include <array>

namespace antardesa::workspace {

/// How one list is sorted.
struct ListOrder {
    int column = 0;
    bool descending = false;
};
inline constexpr int list_kind_count = 12;

/// Everything views are made from: a snapshot and what a person chose. View functions are pure
/// in it. References are valid during the call only.
struct ViewContext {
    const Shown& shown;
    const Words& words;
    const analysis::Filter& filter;
    const std::vector<Subject>& selection;
    const i18n::Catalogue& indonesian; ///< for what goes into the project
    FindingChoice findings = FindingChoice::open;
    Job job = Job::cooperation;
    bool by_district = false;

    const model::Atlas& atlas() const { return *shown.atlas; }
};

/// Whether the one filter lets a row of each kind through: agreements by `analysis::matches`,
/// everything else by the kecamatan of its villages.
bool passes(const ViewContext& context, const model::Village& village);
bool passes(const ViewContext& context, const model::Agreement& agreement);
bool passes(const ViewContext& context, const model::BoundaryDispute& dispute);
bool passes(const ViewContext& context, const model::SharedAsset& asset);
bool passes(const ViewContext& context, const model::BoundarySegment& segment);
bool passes(const ViewContext& context, const model::TurningPoint& point);
bool passes(const ViewContext& context, const model::BoundaryFinding& finding);
bool passes(const ViewContext& context, const model::BoundaryException& exception);

/// Nothing for a point that the snapshot does not have.
const PointFigures* figures_of(const ViewContext& context, Id<model::TurningPoint> point);

ListView make_list(const ViewContext& context, ListKind kind, ListOrder order,
                   const std::string& search);
/// The card of the first selected subject; empty when nothing is selected.
CardView make_card(const ViewContext& context);
LayersView make_layers(const ViewContext& context, const cartography::MapOptions& options,
                       const text::Typesetter& typesetter);
FilterView make_filter(const ViewContext& context);
/// What the filter asks for beyond fields, stages, years and kecamatan.
std::vector<FilterView::Chip> filter_chips(const ViewContext& context);
/// Whether the segment's villages share no line any more.
bool is_without_line(const ViewContext& context, Id<model::BoundarySegment> segment);
/// Shares of the five groups, most advanced first, those that there are.
std::vector<StateShare> state_shares(const analysis::BoundaryLengths& lengths, const Words& words);
std::vector<BoundaryStatesView> boundary_states(const ViewContext& context);
/// "73 % dari 412 km definitif" under the filter's kecamatan, with what is disputed.
std::string boundary_sentence(const ViewContext& context);
/// "24 kerja sama mengikat 61 desa; 240 desa belum bekerja sama."
std::string live_sentence(const ViewContext& context);
/// What is missing for the next stage or the next report; empty when nothing is known to be.
std::string missing_text(const ViewContext& context, const model::Agreement& agreement);

} // namespace antardesa::workspace
