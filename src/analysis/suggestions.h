#pragma once

#include "base/job.h"
#include "model/atlas.h"

#include <span>
#include <string_view>
#include <vector>

/// Where cooperation may be missing: plain rules over what is recorded, each naming the facts that
/// it rests on. A suggestion is a question to the villages, not a judgement.
namespace antardesa::analysis {

enum class SuggestionRule {
    shared_asset,    ///< neighbours hold an asset together, and no agreement in force binds them
    disputed_asset,  ///< an open dispute between two villages lies across an asset
    expiring_in_use, ///< an agreement ends soon, and something still rests on it
    isolated,        ///< a village in no agreement in force with another one
    same_field       ///< neighbours each cooperate in a field, and not with each other
};
/// "aset_bersama", "aset_dalam_sengketa", "akan_berakhir", "terisolasi", "bidang_sama".
std::string_view code_of(SuggestionRule rule);

enum class FactKind {
    neighbours,       ///< village borders on `other`
    holds,            ///< village has a share in the asset
    not_bound,        ///< no agreement in force binds the villages of the suggestion together
    alone,            ///< village is party to no agreement in force with another village
    cooperates,       ///< village is party to the agreement
    no_neighbour,     ///< village borders on no other
    ends,             ///< the agreement ends in `days` days
    rests_on,         ///< the asset rests on the agreement
    reported,         ///< the agreement's last report is `days` days old
    disputed,         ///< the dispute is open
    in_contested_area ///< the asset lies in the dispute's contested area
};
/// One recorded fact; the ids that its kind names are set.
struct Fact {
    FactKind kind = FactKind::neighbours;
    Id<model::Village> village = {};
    Id<model::Village> other = {};
    Id<model::Agreement> agreement = {};
    Id<model::SharedAsset> asset = {};
    Id<model::BoundaryDispute> dispute = {};
    int days = 0;
};

struct Suggestion {
    SuggestionRule rule = SuggestionRule::shared_asset;
    std::vector<Id<model::Village>> villages; ///< ascending: whom an agreement would bind
    std::vector<Fact> facts;
    model::Field field = model::Field::other; ///< of the draft
    Id<model::Agreement> prolongs;            ///< the one that ends, of `expiring_in_use`
};

/// How far ahead an end counts as soon, and how old a report may be to show use.
struct SuggestionLimits {
    int ends_within_days = 180;
    int reported_within_days = 365;
};
/// By rule in the order above, then by villages. Kelurahan are never suggested: they cannot be a
/// party (UU 6/2014 art. 91). Throws `Cancelled`.
std::vector<Suggestion> suggest(const model::Atlas& atlas, Date today,
                                const SuggestionLimits& limits, Progress& progress);

/// Whether some part of the asset lies in the land that the case contests: a point in it, a stretch
/// of a line through it, some of an area.
bool lies_in(const model::SharedAsset& asset, const model::BoundaryDispute& dispute);

/// Those that concern the village.
std::vector<Suggestion> of_village(std::vector<Suggestion> suggestions, Id<model::Village> village);

} // namespace antardesa::analysis
