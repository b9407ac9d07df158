#include "model/outline_verbs.h"

#include "geo/measure.h"

namespace antardesa::model {

namespace {

bool has_land(const SharedPolygons& outline) {
    return outline && geo::area(*outline) > 0;
}

} // namespace

Result<Edit> replace_outlines(const Atlas& atlas, const ReplaceOutlines& request) {
    if (request.document && !atlas.find(request.document))
        return Refusal{{"model.unknown_document", {std::to_string(request.document.value)}}};
    Edit edit{request.name, {}, request.document};
    for (const auto& [id, outline] : request.villages) {
        const Village* old = atlas.find(id);
        if (!old)
            return Refusal{{"model.unknown_village", {std::to_string(id.value)}}};
        if (!has_land(outline))
            return Refusal{{"model.village_would_vanish", {old->name}}};
        Village village = *old;
        village.geometry = outline;
        edit.writes.push_back(Put<Village>{std::move(village)});
    }
    for (const auto& [id, outline] : request.special_areas) {
        const SpecialArea* old = atlas.find(id);
        if (!old)
            return Refusal{{"model.unknown_village", {std::to_string(id.value)}}};
        if (!has_land(outline))
            return Refusal{{"model.village_would_vanish", {old->name}}};
        SpecialArea area = *old;
        area.geometry = outline;
        edit.writes.push_back(Put<SpecialArea>{std::move(area)});
    }
    return edit;
}

} // namespace antardesa::model
