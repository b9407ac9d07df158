#pragma once

#include "ui/frame.h"
#include "ui/register_state.h"
#include "ui/scope.h"

#include <optional>
#include <string>

namespace antardesa::ui {

struct VillageSearchField {
    const char* id;
    std::string hint;
    std::size_t most = 4; ///< as many villages are offered
};
/// A field and below it the villages that its words find, by name or code. Returns the one that is
/// clicked, or taken by Enter, now; the arrows choose which.
std::optional<VillageSearch::Found> draw_village_search(Scope& scope, const FrameViews& views,
                                                        VillageSearch& search,
                                                        const VillageSearchField& field);

} // namespace antardesa::ui
