#pragma once

#include "model/atlas.h"
#include "workspace/standing_areas.h"
#include "json/value.h"

#include <string>

/// Rows of a snapshot as JSON: English field names, stored codes as values, ISO dates, a village
/// by its Kemendagri code or, without one, by "#" and its id.
namespace antardesa::cli {

std::string village_label(const model::Atlas& atlas, Id<model::Village> village);

json::Value json_of(const model::Atlas& atlas, const model::Village& village);
json::Value json_of(const model::Atlas& atlas, const model::District& district);
json::Value json_of(const model::Atlas& atlas, const workspace::StandingArea& area);
json::Value json_of(const model::Atlas& atlas, const model::Agreement& agreement, Date today);
json::Value json_of(const model::Atlas& atlas, const model::BoundaryDispute& dispute);
json::Value json_of(const model::Atlas& atlas, const model::SharedAsset& asset);
json::Value json_of(const model::Atlas& atlas, const model::BoundarySegment& segment);
json::Value json_of(const model::Atlas& atlas, const model::BoundaryFinding& finding);
json::Value json_of(const model::Atlas& atlas, const model::BoundaryException& exception);
json::Value json_of(const model::Document& document);
json::Value json_of(const model::Atlas& atlas, const model::Attachment& attachment);

template<class Row>
json::Array ids_json(const std::vector<Id<Row>>& ids) {
    json::Array list;
    for (const Id<Row> id : ids)
        list.emplace_back(id.value);
    return list;
}

} // namespace antardesa::cli
