#include "model/reach.h"
#include "model/village_law.h"
#include "workspace/record_fields.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Who settles what arises between villages of an agreement (domain.md §1.5).
std::string_view facilitator_of(const model::Atlas& atlas, const model::Agreement& agreement) {
    using model::Facilitator;
    using model::Reach;
    if (agreement.branch != model::Branch::inter_village)
        return {};
    const Reach reach = model::reach_of(atlas, agreement.id);
    return reach == Reach::one_district       ? model::code_of(Facilitator::district_head)
           : reach == Reach::across_districts ? model::code_of(Facilitator::regent)
                                              : std::string_view();
}

using Defaults = std::vector<std::pair<std::string_view, std::string>>;

Defaults defaults_of(const model::Atlas& atlas, Register kind, const model::Agreement& agreement) {
    if (kind == Register::problem)
        return {{"fasilitator", std::string(facilitator_of(atlas, agreement))}};
    if (kind != Register::report)
        return {};
    // From whom to whom: Permendagri 96/2017.
    const std::string regent = model::is_city(atlas) ? "Wali Kota" : "Bupati";
    if (agreement.branch == model::Branch::third_party)
        return {{"pengirim", "Kepala Desa"},
                {"penerima", "BPD"},
                {"tembusan", regent + " melalui Camat"}};
    const auto* body = atlas.find(agreement.body);
    return {{"pengirim", body ? body->name : "BKAD"},
            {"penerima", "Kepala Desa"},
            {"tembusan", "BPD; " + regent + " melalui Camat"}};
}

} // namespace

void fill_defaults(const model::Atlas& atlas, const io::WrittenSheet& sheet, RecordKey key,
                   std::vector<std::string>& cells) {
    const auto* agreement = atlas.find(Id<model::Agreement>{key.owner});
    if (key.id != 0 || key.owner_kind != Register::agreement || !agreement)
        return;
    for (const auto& [column, value] : defaults_of(atlas, key.kind, *agreement))
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (sheet.columns[i].title == column)
                cells[i] = value;
}

} // namespace antardesa::workspace
