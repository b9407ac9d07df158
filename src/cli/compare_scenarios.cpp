#include "cli/compare_scenarios.h"
#include "analysis/exchanged_land.h"
#include "analysis/proposal.h"
#include "base/text.h"
#include "cli/rows_json.h"
#include "model/case_verbs.h"
#include "workspace/verbs.h"

#include <cmath>

namespace antardesa::cli {

namespace {

/// A line that was kept, as it would be today.
struct Compared {
    const model::Proposal* kept = nullptr;
    std::optional<Message> trouble; ///< it is no line through the land any more
    analysis::Proposal proposal;
    analysis::ExchangedLand exchanged;
};

Compared compared(const model::Atlas& atlas, const analysis::ContestedLand& land,
                  const model::Proposal& kept, Progress& progress) {
    Compared row;
    row.kept = &kept;
    analysis::ProposalRequest request;
    request.method = analysis::ProposalMethod::drawn;
    request.line = kept.line;
    auto made = analysis::propose(land, request, progress);
    if (!made) {
        row.trouble = made.refusal().message;
        return row;
    }
    row.proposal = std::move(made).value();
    if (auto exchanged = analysis::exchanged_land(atlas, land, row.proposal.line, progress))
        row.exchanged = *std::move(exchanged);
    return row;
}

std::string signed_area(const i18n::Catalogue& words, double square_metres) {
    return (square_metres < 0 ? "−" : "+") + words.hectares(std::abs(square_metres), 2);
}

void print_row(const Session& session, const model::Atlas& atlas, const Compared& row) {
    const i18n::Catalogue& words = session.catalogue();
    if (row.trouble) {
        session.print(session.sentence(
            {"cli.compare.trouble",
             {shown_on_one_line(row.kept->name), session.sentence(*row.trouble)}}));
        return;
    }
    session.print(session.sentence(
        {"cli.compare.scenario",
         {shown_on_one_line(row.kept->name), shown_on_one_line(row.kept->method),
          words.distance(row.proposal.length_m), shown_on_one_line(row.kept->author)}}));
    for (std::size_t side = 0; side < 2; ++side) {
        const analysis::ProposalRow& ledger = row.proposal.ledger[side];
        session.print(
            session.sentence({"cli.compare.side",
                              {shown_on_one_line(atlas.find(ledger.village)->name),
                               words.hectares(ledger.after_m2), signed_area(words, ledger.delta_m2),
                               std::to_string(row.exchanged.gained[side].size()),
                               words.hectares(row.exchanged.gained_m2[side], 2),
                               std::to_string(row.exchanged.gained[1 - side].size()),
                               words.hectares(row.exchanged.gained_m2[1 - side], 2)}}));
    }
    session.print(session.sentence({"cli.compare.contents",
                                    {std::to_string(row.exchanged.contents.assets.size()),
                                     std::to_string(row.exchanged.contents.agreements.size())}}));
}

json::Value json_row(const Session& session, const model::Atlas& atlas, const Compared& row) {
    json::Value entry;
    entry.set("name", row.kept->name)
        .set("method", row.kept->method)
        .set("share", row.kept->share)
        .set("asked_by", row.kept->author);
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
                            .set("lost_pieces", row.exchanged.gained[1 - side].size()));
    }
    return entry.set("length_m", row.proposal.length_m)
        .set("sides", std::move(sides))
        .set("assets", row.exchanged.contents.assets.size())
        .set("agreements", row.exchanged.contents.agreements.size());
}

} // namespace

int compare_scenarios(Session& session, const std::string& project, std::int64_t dispute,
                      bool as_json) {
    std::shared_ptr<const model::Atlas> atlas;
    std::vector<Compared> rows;
    session.with_progress({"cli.propose.progress", {}}, [&](Progress& progress) {
        atlas = workspace::load_project(project, progress).atlas;
        const auto land = value_or_fail(analysis::contested_land(*atlas, {dispute}, progress));
        for (const model::Proposal* kept :
             model::proposals_of(*atlas, Id<model::BoundaryDispute>{dispute}))
            rows.push_back(compared(*atlas, land, *kept, progress));
    });
    if (!as_json) {
        if (rows.empty())
            session.remark({"cli.compare.none", {std::to_string(dispute)}});
        for (const Compared& row : rows)
            print_row(session, *atlas, row);
        return 0;
    }
    json::Array list;
    for (const Compared& row : rows)
        list.push_back(json_row(session, *atlas, row));
    json::Value document;
    session.print(document.set("dispute", dispute).set("scenarios", std::move(list)));
    return 0;
}

} // namespace antardesa::cli
