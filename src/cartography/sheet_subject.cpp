#include "cartography/sheet_subject.h"

#include "base/text.h"
#include "model/village_law.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using model::Village;

bool by_code(const Village* a, const Village* b) {
    return std::pair(a->code, a->id.value) < std::pair(b->code, b->id.value);
}

void add_village(std::vector<const Village*>& villages, const Village* village) {
    if (village && std::find(villages.begin(), villages.end(), village) == villages.end())
        villages.push_back(village);
}

bool is_elsewhere(const model::Atlas& atlas, const Village& village) {
    const model::District* district = atlas.find(village.district);
    const auto name = [](const std::string& regency) {
        return lower_case(regency.substr(model::regency_word(regency).size()));
    };
    const std::string& own = atlas.identity().regency;
    return district && !district->regency.empty() && !own.empty() &&
           name(district->regency) != name(own);
}

SheetSubject subject_of_village(const model::Atlas& atlas, const Village& village) {
    SheetSubject subject;
    subject.villages = {&village};
    subject.is_of_another_regency = is_elsewhere(atlas, village);
    for (const model::BoundarySegment* segment : atlas.segments_of(village.id)) {
        subject.segments.push_back(segment);
        if (model::is_outside_village_law(atlas, *segment)) {
            ++subject.regional;
            continue;
        }
        add_village(subject.neighbours,
                    atlas.find(segment->first == village.id ? segment->second : segment->first));
    }
    std::sort(subject.neighbours.begin(), subject.neighbours.end(), by_code);
    return subject;
}

SheetSubject subject_between(const Village* first, const Village* second) {
    SheetSubject subject;
    add_village(subject.villages, first);
    add_village(subject.villages, second);
    std::sort(subject.villages.begin(), subject.villages.end(), by_code);
    return subject;
}

void add_lines(std::vector<geo::Line>& lines, const MapGeometry& geometry,
               const model::SharedLines& added) {
    if (added)
        for (const geo::Line& line : *added)
            lines.push_back(geometry.to_map(line));
}

void add_rings(std::vector<geo::Line>& lines, const MapGeometry& geometry,
               const model::SharedPolygons& added) {
    if (!added)
        return;
    for (const geo::Polygon& polygon : *added) {
        lines.push_back(geometry.to_map(polygon.outer));
        for (const geo::Ring& hole : polygon.holes)
            lines.push_back(geometry.to_map(hole));
    }
}

} // namespace

std::string SheetSubject::name() const {
    std::string names;
    for (const Village* village : villages)
        names += (names.empty() ? "" : " – ") + village->name;
    return names;
}

SheetSubject subject_of(const model::Atlas& atlas, Subject focus) {
    if (focus.kind == SubjectKind::village) {
        const auto* village = atlas.find(Id<Village>{focus.id});
        return village ? subject_of_village(atlas, *village) : SheetSubject{};
    }
    if (focus.kind == SubjectKind::segment) {
        const auto* segment = atlas.find(Id<model::BoundarySegment>{focus.id});
        if (!segment)
            return {};
        SheetSubject subject = subject_between(atlas.find(segment->first), //
                                               atlas.find(segment->second));
        subject.segments = {segment};
        subject.is_outside_village_law = model::is_outside_village_law(atlas, *segment);
        return subject;
    }
    if (focus.kind != SubjectKind::dispute)
        return {};
    const auto* dispute = atlas.find(Id<model::BoundaryDispute>{focus.id});
    if (!dispute)
        return {};
    SheetSubject subject = subject_between(atlas.find(dispute->first), atlas.find(dispute->second));
    subject.segments = atlas.segments_of(*dispute);
    for (const model::BoundarySegment* segment : subject.segments)
        for (const Id<Village> id : {segment->first, segment->second})
            add_village(subject.villages, atlas.find(id));
    subject.dispute = dispute;
    subject.regional = static_cast<std::size_t>(
        std::count_if(subject.segments.begin(), subject.segments.end(), [&](const auto* segment) {
            return model::is_outside_village_law(atlas, *segment);
        }));
    subject.is_outside_village_law =
        subject.is_under_two_laws() || model::is_outside_village_law(atlas.tables(), *dispute);
    return subject;
}

bool is_settled(const model::BoundaryDispute& dispute) {
    return dispute.state == model::DisputeState::enacted ||
           dispute.state == model::DisputeState::agreed;
}

std::vector<geo::Line> lines_of(const MapGeometry& geometry, const SheetSubject& subject) {
    std::vector<geo::Line> lines;
    for (const model::BoundarySegment* segment : subject.segments)
        add_lines(lines, geometry, segment->geometry);
    if (!subject.dispute || is_settled(*subject.dispute))
        return lines;
    for (const model::Claim* claim : geometry.atlas().claims(subject.dispute->id))
        add_lines(lines, geometry, claim->line);
    add_rings(lines, geometry, subject.dispute->contested);
    return lines;
}

std::vector<geo::Line> rings_of(const MapGeometry& geometry, const SheetSubject& subject) {
    std::vector<geo::Line> rings;
    if (subject.is_village())
        add_rings(rings, geometry, subject.villages.front()->geometry);
    return rings;
}

} // namespace antardesa::cartography
