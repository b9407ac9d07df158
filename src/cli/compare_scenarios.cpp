#include "cli/compare_scenarios.h"
#include "base/text.h"
#include "cli/rows_json.h"
#include "model/village_law.h"
#include "workspace/compared_scenarios.h"
#include "workspace/scenario_view.h"
#include "workspace/verbs.h"

#include <algorithm>

namespace antardesa::cli {

namespace {

using Compared = workspace::ComparedScenario;

/// Of the row's kept line: name, method and the like.
const model::Proposal& kept_of(const model::Atlas& atlas, const Compared& row) {
    return *atlas.find(row.id);
}

using Kind = model::ReferenceKind;
double metres(const model::Atlas& atlas, const Compared& row, Kind kind) {
    return workspace::length_m(atlas, row.exchanged.contents, kind);
}

void print_row(const Session& session, const model::Atlas& atlas, const Compared& row) {
    const i18n::Catalogue& words = session.catalogue();
    const model::Proposal& kept = kept_of(atlas, row);
    if (row.trouble) {
        session.print(
            session.sentence({"cli.compare.trouble",
                              {shown_on_one_line(kept.name), session.sentence(*row.trouble)}}));
        return;
    }
    session.print(session.sentence(
        {"cli.compare.scenario",
         {shown_on_one_line(kept.name), shown_on_one_line(kept.method),
          words.distance(row.proposal.length_m), shown_on_one_line(kept.author)}}));
    for (std::size_t side = 0; side < 2; ++side) {
        const analysis::ProposalRow& ledger = row.proposal.ledger[side];
        session.print(session.sentence(
            {"cli.compare.side",
             {shown_on_one_line(model::name_without_kind(atlas.find(ledger.village)->name)),
              words.hectares(ledger.after_m2, 2),
              workspace::signed_hectares(words, ledger.delta_m2),
              std::to_string(row.exchanged.gained[side].size()),
              words.hectares(row.exchanged.gained_m2[side], 2),
              std::to_string(row.exchanged.gained[1 - side].size()),
              words.hectares(row.exchanged.gained_m2[1 - side], 2)}}));
    }
    const auto& slivers = row.exchanged.slivers;
    if (slivers[0] + slivers[1] > 0)
        session.print(session.sentence(
            {"cli.compare.slivers",
             {std::to_string(slivers[0] + slivers[1]), words.hectares(analysis::sliver_m2, 2),
              words.hectares(row.exchanged.slivers_m2[0] + row.exchanged.slivers_m2[1], 2)}}));
    session.print(session.sentence({"cli.compare.contents",
                                    {std::to_string(row.exchanged.contents.assets.size()),
                                     std::to_string(row.exchanged.contents.agreements.size()),
                                     words.distance(metres(atlas, row, Kind::road)),
                                     words.distance(metres(atlas, row, Kind::river))}}));
}

json::Value json_row(const Session& session, const model::Atlas& atlas, const Compared& row) {
    const model::Proposal& kept = kept_of(atlas, row);
    json::Value entry;
    entry.set("name", kept.name)
        .set("method", kept.method)
        .set("share", kept.share)
        .set("asked_by", kept.author);
    if (row.trouble)
        return entry.set("trouble", session.sentence(*row.trouble));
    json::Array sides;
    for (std::size_t side = 0; side < 2; ++side) {
        const analysis::ProposalRow& ledger = row.proposal.ledger[side];
        json::Value one;
        sides.push_back(one.set("village", village_label(atlas, ledger.village))
                            .set("after_m2", ledger.after_m2)
                            .set("delta_m2", ledger.delta_m2)
                            .set("gained_m2", row.exchanged.gained_m2[side])
                            .set("gained_pieces", row.exchanged.gained[side].size())
                            .set("lost_m2", row.exchanged.gained_m2[1 - side])
                            .set("lost_pieces", row.exchanged.gained[1 - side].size())
                            .set("gained_slivers", row.exchanged.slivers[side])
                            .set("lost_slivers", row.exchanged.slivers[1 - side]));
    }
    return entry.set("length_m", row.proposal.length_m)
        .set("sides", std::move(sides))
        .set("assets", row.exchanged.contents.assets.size())
        .set("agreements", row.exchanged.contents.agreements.size())
        .set("roads_m", metres(atlas, row, Kind::road))
        .set("rivers_m", metres(atlas, row, Kind::river));
}

} // namespace

namespace {

/// The scenarios of one segment of the case.
struct OfSegment {
    Id<model::BoundarySegment> segment;
    std::vector<Compared> rows;
};

/// Of the one that was named, else of each segment of the case; one that has no claims yet has
/// nothing to compare.
std::vector<OfSegment> compared(const model::Atlas& atlas, std::int64_t dispute,
                                std::int64_t segment, Progress& progress) {
    std::vector<Id<model::BoundarySegment>> wanted{{segment}};
    const model::BoundaryDispute* row = atlas.find(Id<model::BoundaryDispute>{dispute});
    const bool several = segment == 0 && row && atlas.segments_of(*row).size() > 1;
    if (several) {
        wanted.clear();
        for (const model::BoundarySegment* one : atlas.segments_of(*row))
            wanted.push_back(one->id);
    }
    std::vector<OfSegment> all;
    std::optional<Refusal> refusal;
    for (const Id<model::BoundarySegment> id : wanted) {
        auto land = analysis::contested_land(atlas, {dispute}, progress, id);
        if (land)
            all.push_back({land.value().segment,
                           workspace::compared_scenarios(atlas, land.value(), progress)});
        else if (!refusal)
            refusal = land.refusal();
    }
    if (all.empty() && refusal)
        throw Error(refusal->message);
    return all;
}

void print_scenarios(const Session& session, const model::Atlas& atlas,
                     const std::vector<OfSegment>& all) {
    for (const OfSegment& of : all) {
        const model::BoundarySegment* segment = atlas.find(of.segment);
        if (all.size() > 1 && segment)
            session.print(session.sentence(
                {"cli.compare.segment",
                 {std::to_string(of.segment.value), village_label(atlas, segment->first),
                  village_label(atlas, segment->second)}}));
        for (const Compared& row : of.rows)
            print_row(session, atlas, row);
    }
}

} // namespace

int compare_scenarios(Session& session, const std::string& project, std::int64_t dispute,
                      std::int64_t segment, bool as_json) {
    std::shared_ptr<const model::Atlas> atlas;
    std::vector<OfSegment> all;
    session.with_progress({"cli.propose.progress", {}}, [&](Progress& progress) {
        atlas = workspace::load_project(project, progress).atlas;
        all = compared(*atlas, dispute, segment, progress);
    });
    if (!as_json) {
        if (std::all_of(all.begin(), all.end(), [](const auto& of) { return of.rows.empty(); }))
            session.remark({"cli.compare.none", {std::to_string(dispute)}});
        else
            print_scenarios(session, *atlas, all);
        return 0;
    }
    json::Array list;
    for (const OfSegment& of : all)
        for (const Compared& row : of.rows)
            list.push_back(json_row(session, *atlas, row).set("segment", of.segment.value));
    json::Value document;
    session.print(document.set("dispute", dispute).set("scenarios", std::move(list)));
    return 0;
}

} // namespace antardesa::cli
