#include "workspace/photo_evidence.h"

#include "io/reader.h"
#include "workspace/attachment.h"
#include "workspace/entered_document.h"
#include "workspace/words.h"

namespace antardesa::workspace {

PhotoFacts photo_facts(const std::filesystem::path& photo, Progress& progress) {
    const io::FeatureTable table = io::Reader().read_vector(photo, {}, progress);
    PhotoFacts facts;
    for (const io::Feature& feature : table.features)
        if (const auto* set = std::get_if<geo::PointSet>(&feature.geometry))
            if (!set->points.empty())
                facts.position = set->points.front();
    const auto taken = table.column_index("taken");
    if (taken && !table.features.empty())
        facts.taken = parse_date(table.columns[*taken].text(0).substr(0, 10));
    return facts;
}

Result<model::Edit> photo_evidence(const model::Atlas& atlas, const PhotoEvidence& request) {
    if (!atlas.find(request.dispute))
        return Refusal{{"model.unknown_dispute", {std::to_string(request.dispute.value)}}};
    if (!atlas.find(request.village))
        return Refusal{{"model.unknown_village", {std::to_string(request.village.value)}}};
    const std::string name = request.photo.filename().string();
    model::Document paper;
    paper.kind = "foto";
    paper.title = request.photo.stem().string();
    paper.date = request.facts.taken ? request.facts.taken : request.today;
    auto entered = with_document(atlas, paper);
    if (!entered)
        return entered.refusal();
    const model::Document& document = entered.value().row;
    auto kept = attach_file(*entered.value().atlas, {document.id, request.photo, {}, false});
    if (!kept)
        return kept.refusal();
    model::Evidence evidence;
    evidence.id = atlas.table<model::Evidence>().next_id();
    evidence.dispute = request.dispute;
    evidence.village = request.village;
    evidence.kind = model::EvidenceKind::photo;
    evidence.title = document.title;
    if (request.facts.taken)
        evidence.year = static_cast<int>(request.facts.taken->year());
    evidence.document = document.id;
    evidence.position = request.facts.position;
    model::Edit edit = std::move(kept).value();
    edit.name = {"edit.photo_evidence", {name, village_name(atlas, request.village)}};
    edit.writes.insert(edit.writes.begin(), model::Put<model::Document>{document});
    edit.writes.push_back(model::Put<model::Evidence>{std::move(evidence)});
    return edit;
}

} // namespace antardesa::workspace
