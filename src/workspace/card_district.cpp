#include "analysis/district_cooperation.h"
#include "analysis/partners.h"
#include "cartography/district_link.h"
#include "workspace/card_builder.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using analysis::DistrictCooperation;
using analysis::DistrictStanding;

template<class Row, class Make>
std::vector<CardRow> rows_of(const ViewContext& context, const std::vector<Id<Row>>& ids,
                             Make make) {
    std::vector<CardRow> rows;
    for (const Id<Row> id : ids)
        if (const Row* row = context.atlas().find(id))
            rows.push_back(make(*row));
    return rows;
}

/// The other kecamatan that agreements lead to, most first; a click shows which these are.
std::vector<CardRow> link_rows(const ViewContext& context, const DistrictCooperation& whole,
                               Id<model::District> self) {
    std::vector<CardRow> rows;
    for (const analysis::DistrictLink& link : whole.links) {
        if (link.first != self && link.second != self)
            continue;
        const Subject other{SubjectKind::district,
                            (link.first == self ? link.second : link.first).value};
        const auto icon = context.words.icon("village");
        rows.push_back({cartography::district_link(link.first, link.second),
                        icon.code,
                        icon.colour,
                        describe(context.atlas(), other, context.words).title,
                        context.words.count("workspace.card.joint",
                                            static_cast<long long>(link.agreements.size())),
                        {}});
    }
    return rows;
}

/// Each of the four tasks with its records: how many are done, the latest by name.
std::vector<CardRow> task_rows(const ViewContext& context, const DistrictStanding& standing) {
    const Words& words = context.words;
    std::vector<CardRow> rows;
    for (const auto& [task, code] : model::Codes<model::BodyTask>::list) {
        long long all = 0;
        long long done = 0;
        std::string latest;
        for (const Id<model::BodyActivity> id : standing.activities) {
            const auto* activity = context.atlas().find(id);
            if (activity->task != task)
                continue;
            ++all;
            done += activity->state == model::ActivityState::done;
            latest = words.name("body_function", activity->function) + ": " + activity->description;
        }
        const auto icon = words.icon("document");
        rows.push_back({{},
                        icon.code,
                        icon.colour,
                        words.say("workspace.card.task." + std::string(code)),
                        all == 0 ? words.say("workspace.card.no_record") : latest,
                        {words.say("workspace.card.done_of",
                                   {words.number(double(done)), words.number(double(all))}),
                         all == 0      ? Tone::amber
                         : done == all ? Tone::green
                                       : Tone::neutral}});
    }
    return rows;
}

void add_facts(CardView& card, const ViewContext& context, const DistrictStanding& standing) {
    const Words& words = context.words;
    card.facts.push_back({words.number(double(standing.villages.size())),
                          words.say("workspace.card.villages_of_district")});
    card.facts.push_back({words.number(standing.bound), words.say("workspace.card.bound")});
    add_property(card, context, "inside", words.number(standing.inside));
    add_property(card, context, "crossing",
                 words.number(double(standing.agreements.size()) - standing.inside));
}

std::vector<CardRow> village_rows_of(const ViewContext& context, const DistrictStanding& standing) {
    std::vector<CardRow> rows;
    for (const Id<model::Village> village : standing.villages) {
        const auto agreements = context.atlas().agreements_of(village);
        const auto passing =
            std::count_if(agreements.begin(), agreements.end(), [&](const auto* row) {
                return analysis::makes_partners(*row) && passes(context, *row);
            });
        rows.push_back(
            village_row(context, village, context.words.count("workspace.card.joint", passing)));
    }
    return rows;
}

} // namespace

CardView district_card(const ViewContext& context, const model::District& district) {
    const Words& words = context.words;
    const DistrictCooperation whole =
        analysis::district_cooperation(context.atlas(), context.filter, words.today());
    const DistrictStanding& standing =
        whole.districts[context.atlas().districts().index_of(district.id)];
    CardView card;
    card.subject = {SubjectKind::district, district.id.value};
    const SubjectText text = describe(context.atlas(), card.subject, words);
    card.title = text.title;
    card.subtitle = text.detail;
    add_facts(card, context, standing);
    if (standing.bodies.empty())
        card.remarks.push_back(words.say("workspace.card.no_body"));
    for (const Id<model::CooperationBody> body : standing.bodies)
        card.bodies.emplace_back(body, context.atlas().find(body)->name);
    add_section(
        card, context, "district_bodies",
        rows_of(context, standing.bodies, [&](const auto& row) { return body_row(context, row); }));
    if (!standing.bodies.empty())
        add_section(card, context, "tasks", task_rows(context, standing), 4);
    add_section(card, context, "agreements",
                rows_of(context, standing.agreements,
                        [&](const auto& row) { return agreement_row(context, row, {}); }),
                6);
    add_section(card, context, "linked_districts", link_rows(context, whole, district.id), 6);
    add_section(card, context, "meetings",
                rows_of(context, standing.meetings,
                        [&](const auto& row) { return meeting_row(context, row); }));
    add_section(card, context, "reports", rows_of(context, standing.reports, [&](const auto& row) {
                    return report_row(context, row);
                }));
    add_section(card, context, "villages", village_rows_of(context, standing), 8);
    return card;
}

CardView district_link_card(const ViewContext& context, Subject link) {
    const SubjectText text = describe(context.atlas(), link, context.words);
    if (text.title.empty())
        return {};
    CardView card;
    card.subject = link;
    card.title = text.title;
    const auto [one, other] = cartography::linked_districts(link);
    std::vector<CardRow> agreements;
    for (const analysis::DistrictLink& known :
         analysis::district_links(context.atlas(), context.filter, context.words.today()))
        if (cartography::district_link(known.first, known.second) == link)
            agreements = rows_of(context, known.agreements,
                                 [&](const auto& row) { return agreement_row(context, row, {}); });
    card.subtitle =
        context.words.count("workspace.card.joint", static_cast<long long>(agreements.size()));
    constexpr std::size_t many = 30;
    add_section(card, context, "agreements", std::move(agreements), many);
    std::vector<CardRow> ends;
    for (const Id<model::District> district : {one, other}) {
        const Subject subject{SubjectKind::district, district.value};
        const auto icon = context.words.icon("village");
        ends.push_back({subject,
                        icon.code,
                        icon.colour,
                        describe(context.atlas(), subject, context.words).title,
                        {},
                        {}});
    }
    add_section(card, context, "both_districts", std::move(ends));
    return card;
}

} // namespace antardesa::workspace
