#include "cli/known_village.h"

#include "base/text.h"
#include "cli/rows_json.h"
#include "workspace/previous_name.h"

namespace antardesa::cli {

const model::Village& village_named(const model::Atlas& atlas, const std::string& label) {
    if (const model::Village* village = atlas.village_by_code(label))
        return *village;
    for (const model::Village& village : atlas.villages())
        if (village_label(atlas, village.id) == label)
            return village;
    if (const model::Village* heir = workspace::once_coded(atlas, label))
        throw Error({"cli.former_village_code",
                     {label, shown_on_one_line(heir->name),
                      shown_on_one_line(village_label(atlas, heir->id))}});
    throw Error({"cli.unknown_village_code", {label}});
}

} // namespace antardesa::cli
