#include "workspace/scenario_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace antardesa::workspace {

namespace {

using Side = std::size_t;

/// "Garis tengah"; of a line that another program kept its own word.
std::string method_text(const Words& words, const std::string& method) {
    for (const char* known : {"midline", "equal-area", "straight", "points", "follow", "drawn"})
        if (method == known)
            return words.say("workspace.proposal.method." +
                             std::string(method == "equal-area" ? "equal_area" : known));
    return method;
}

std::string scenario_method(const Words& words, const model::Proposal& kept) {
    std::string text = method_text(words, kept.method);
    return kept.share.empty() ? text : text + " " + kept.share;
}

std::string count_text(const Words& words, std::size_t count) {
    return words.number(static_cast<double>(count));
}

/// What one kept line would do, for its card and for the table that compares.
class ScenarioText {
  public:
    ScenarioText(const model::Atlas& atlas, const Words& words, const ReviewedProposal& review)
        : atlas_(atlas), words_(words), review_(review), sketch_(*review.land) {}

    ScenarioView view(const model::Proposal& kept, const ComparedScenario& compared) const {
        ScenarioView card;
        card.id = kept.id;
        card.name = kept.name;
        card.method = scenario_method(words_, kept);
        card.author = kept.author;
        if (kept.line && !kept.line->empty())
            card.sketch = sketch_(kept.line->front());
        if (is_over()) {
            // The land is divided by now: what the line would have given is history.
            card.trouble = words_.say(is_in_force(kept) ? "workspace.proposal.scenario_agreed"
                                                        : "workspace.proposal.scenario_over");
            return card;
        }
        if (compared.trouble) {
            card.trouble = words_.say(compared.trouble->key, compared.trouble->arguments);
            return card;
        }
        for (std::size_t place = 0; place < 2; ++place)
            add_side(card, compared, place);
        const auto& contents = compared.exchanged.contents;
        card.assets = count_text(words_, contents.assets.size());
        card.agreements = count_text(words_, contents.agreements.size());
        card.roads = length_text(contents, model::ReferenceKind::road);
        card.rivers = length_text(contents, model::ReferenceKind::river);
        card.length = words_.language().distance(compared.proposal.length_m);
        return card;
    }

  private:
    bool is_over() const {
        const model::BoundaryDispute* dispute = atlas_.find(review_.land->dispute);
        return dispute && (dispute->state == model::DisputeState::agreed ||
                           dispute->state == model::DisputeState::enacted);
    }

    bool is_in_force(const model::Proposal& kept) const {
        if (!kept.line || kept.line->empty())
            return false;
        const geo::Line& line = kept.line->front();
        const geo::Line& now = review_.land->in_force;
        return line == now || std::equal(line.begin(), line.end(), now.rbegin(), now.rend());
    }

    void add_side(ScenarioView& card, const ComparedScenario& compared, std::size_t place) const {
        const Side side = review_.numbers[0] == 0 ? place : 1 - place;
        const i18n::Catalogue& language = words_.language();
        const analysis::ProposalRow& row = compared.proposal.ledger[side];
        card.changes[place] = signed_hectares(language, row.delta_m2);
        card.after[place] = language.hectares(row.after_m2, 2);
        const analysis::ExchangedLand& exchanged = compared.exchanged;
        const auto pieces = [&](Side of) {
            const std::string count = count_text(words_, exchanged.gained[of].size());
            return language.hectares(exchanged.gained_m2[of], 2) + " (" +
                   (exchanged.slivers[of] == 0
                        ? count
                        : words_.say("workspace.proposal.and_slivers",
                                     {count, count_text(words_, exchanged.slivers[of])})) +
                   ")";
        };
        card.pieces[place] = "+" + pieces(side) + " −" + pieces(1 - side);
    }

    std::string length_text(const analysis::LandContents& contents,
                            model::ReferenceKind kind) const {
        return words_.language().distance(length_m(atlas_, contents, kind));
    }

    const model::Atlas& atlas_;
    const Words& words_;
    const ReviewedProposal& review_;
    LandSketch sketch_;
};

SwipeView::Rings rings_of(const Shown& shown, const geo::MultiPolygon& polygons) {
    SwipeView::Rings rings;
    for (const geo::Polygon& polygon : polygons) {
        rings.push_back(shown.geometry->to_map(polygon.outer));
        for (const geo::Ring& hole : polygon.holes)
            rings.push_back(shown.geometry->to_map(hole));
    }
    return rings;
}

} // namespace

std::string signed_hectares(const i18n::Catalogue& language, double square_metres) {
    const char* sign = std::abs(square_metres) < shown_m2 ? "" : square_metres < 0 ? "−" : "+";
    return sign + language.hectares(std::abs(square_metres), 2);
}

LandSketch::LandSketch(const analysis::ContestedLand& land) {
    const geo::Box box = geo::bounds(land.land());
    middle_ = (box.min + box.max) * 0.5;
    metric_ = {std::cos(middle_.y * std::numbers::pi / 180), 1};
    const double width = (box.max.x - box.min.x) * metric_.x;
    const double height = box.max.y - box.min.y;
    size_ = std::max({width, height, 1e-9});
}

std::vector<geo::Point> LandSketch::operator()(const std::vector<geo::Point>& line) const {
    constexpr std::size_t most = 80;
    std::vector<geo::Point> sketch;
    const std::size_t step = line.size() / most + 1;
    for (std::size_t i = 0; i < line.size(); i += step)
        sketch.push_back(place(line[i]));
    if (!line.empty())
        sketch.push_back(place(line.back()));
    return sketch;
}

geo::Point LandSketch::place(geo::Point p) const {
    return {0.5 + (p.x - middle_.x) * metric_.x / size_, 0.5 + (p.y - middle_.y) / size_};
}

std::vector<ScenarioView> scenario_views(const model::Atlas& atlas, const Words& words,
                                         const ProposalTable& table) {
    const ReviewedProposal& review = *table.review();
    const ScenarioText text(atlas, words, review);
    std::vector<ScenarioView> views;
    for (const ComparedScenario& compared : *review.scenarios) {
        const model::Proposal* kept = atlas.find(compared.id);
        if (!kept)
            continue;
        views.push_back(text.view(*kept, compared));
        views.back().shown =
            table.asked().way == ProposalWay::scenario && table.asked().scenario == kept->id;
    }
    return views;
}

std::optional<SwipeView> swipe_view(const Shown& shown, const Words& words,
                                    const ProposalTable& table, const CompareProposals& wanted) {
    if (!table.review())
        return std::nullopt;
    const ReviewedProposal& review = *table.review();
    SwipeView view;
    view.scenarios = {wanted.left, wanted.right};
    for (std::size_t at = 0; at < 2; ++at) {
        const auto& all = *review.scenarios;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& compared) {
            return compared.id == view.scenarios[at];
        });
        const model::Proposal* kept = shown.atlas->find(view.scenarios[at]);
        if (found == all.end() || !kept || found->trouble)
            return std::nullopt;
        view.titles[at] = kept->name + " · " + scenario_method(words, *kept);
        view.lines[at] = shown.geometry->to_map(found->proposal.line);
        for (std::size_t place = 0; place < 2; ++place)
            view.parts[at][place] =
                rings_of(shown, found->proposal.parts[review.numbers[0] == 0 ? place : 1 - place]);
    }
    return view;
}

} // namespace antardesa::workspace
