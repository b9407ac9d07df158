#include "workspace/subject_box.h"

#include "cartography/district_link.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Corner by corner: good enough for finding something, a degree box hardly turns in UTM.
geo::Box to_map(const Shown& shown, const geo::Box& degrees) {
    geo::Box box;
    if (degrees.empty())
        return box;
    for (const double x : {degrees.min.x, degrees.max.x})
        for (const double y : {degrees.min.y, degrees.max.y})
            box.extend(shown.geometry->to_map({x, y}));
    return box;
}

geo::Box village_box(const Shown& shown, Id<model::Village> village) {
    const auto* row = shown.atlas->find(village);
    return row && row->geometry ? to_map(shown, geo::bounds(*row->geometry)) : geo::Box{};
}

geo::Box agreement_box(const Shown& shown, Id<model::Agreement> agreement) {
    geo::Box box;
    for (const auto* party : shown.atlas->parties(agreement)) {
        const std::size_t index = shown.atlas->villages().index_of(party->village);
        if (party->village && index < shown.atlas->villages().size())
            box.extend(shown.geometry->anchor(index));
        const auto* third = shown.atlas->find(party->third_party);
        if (third && third->position)
            box.extend(shown.geometry->to_map(*third->position));
    }
    // Room for the marks that stand on these points.
    return box.empty() ? box : box.grown(500);
}

geo::Box dispute_box(const Shown& shown, const model::BoundaryDispute& dispute) {
    if (dispute.contested && !dispute.contested->empty())
        return to_map(shown, geo::bounds(*dispute.contested));
    const auto* segment = shown.atlas->find(dispute.segment);
    if (segment && segment->geometry)
        return to_map(shown, geo::bounds(*segment->geometry));
    geo::Box box = village_box(shown, dispute.first);
    box.extend(village_box(shown, dispute.second));
    return box;
}

/// At least a hundred metres, so that a sliver is seen with where it lies.
geo::Box strip_box(const Shown& shown, const geo::Box& degrees) {
    const geo::Box box = to_map(shown, degrees);
    return box.empty() ? box : box.grown(std::max(50.0, 0.1 * std::max(box.width(), box.height())));
}

geo::Box district_box(const Shown& shown, std::int64_t district) {
    geo::Box degrees;
    for (const auto& village : shown.atlas->villages())
        if (village.district.value == district && village.geometry)
            degrees.extend(geo::bounds(*village.geometry));
    return to_map(shown, degrees);
}

geo::Box link_box(const Shown& shown, Subject link) {
    const auto [one, other] = cartography::linked_districts(link);
    geo::Box box = district_box(shown, one.value);
    box.extend(district_box(shown, other.value));
    return box;
}

} // namespace

geo::Box subject_box(const Shown& shown, Subject subject) {
    if (!shown)
        return {};
    const model::Atlas& atlas = *shown.atlas;
    switch (subject.kind) {
    case SubjectKind::village:
        return village_box(shown, {subject.id});
    case SubjectKind::district:
        return district_box(shown, subject.id);
    case SubjectKind::district_link:
        return link_box(shown, subject);
    case SubjectKind::agreement:
        return agreement_box(shown, {subject.id});
    case SubjectKind::dispute:
        if (const auto* dispute = atlas.find(Id<model::BoundaryDispute>{subject.id}))
            return dispute_box(shown, *dispute);
        return {};
    case SubjectKind::segment:
        if (const auto* segment = atlas.find(Id<model::BoundarySegment>{subject.id});
            segment && segment->geometry)
            return to_map(shown, geo::bounds(*segment->geometry));
        return {};
    case SubjectKind::asset:
        if (const auto* asset = atlas.find(Id<model::SharedAsset>{subject.id});
            asset && asset->geometry)
            return to_map(shown, geo::bounds(*asset->geometry)).grown(300);
        return {};
    case SubjectKind::special_area:
        if (const auto* area = atlas.find(Id<model::SpecialArea>{subject.id});
            area && area->geometry)
            return to_map(shown, geo::bounds(*area->geometry));
        return {};
    case SubjectKind::finding:
        if (const auto* finding = atlas.find(Id<model::BoundaryFinding>{subject.id}))
            return strip_box(shown, geo::bounds(*finding->geometry));
        return {};
    case SubjectKind::exception:
        if (const auto* exception = atlas.find(Id<model::BoundaryException>{subject.id}))
            return strip_box(shown, geo::bounds(*exception->geometry));
        return {};
    case SubjectKind::third_party:
        if (const auto* third = atlas.find(Id<model::ThirdParty>{subject.id});
            third && third->position) {
            geo::Box box;
            box.extend(shown.geometry->to_map(*third->position));
            return box.grown(500);
        }
        return {};
    case SubjectKind::turning_point:
        if (const auto* point = atlas.find(Id<model::TurningPoint>{subject.id})) {
            geo::Box box;
            box.extend(shown.geometry->to_map(point->position));
            return box.grown(250);
        }
        return {};
    default:
        break;
    }
    return {};
}

} // namespace antardesa::workspace
