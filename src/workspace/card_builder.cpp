#include "workspace/card_builder.h"

#include "workspace/facilitation.h"

namespace antardesa::workspace {

void add_section(CardView& card, const ViewContext& context, std::string_view title,
                 std::vector<CardRow> rows, std::size_t limit) {
    if (rows.empty())
        return;
    CardSection section;
    section.title = context.words.say("workspace.card." + std::string(title));
    section.count = context.words.number(static_cast<double>(rows.size()));
    if (rows.size() > limit) {
        section.more =
            context.words.count("workspace.card.more", static_cast<long long>(rows.size() - limit));
        rows.resize(limit);
    }
    section.rows = std::move(rows);
    card.sections.push_back(std::move(section));
}

void add_property(CardView& card, const ViewContext& context, std::string_view label,
                  std::string value) {
    if (!value.empty())
        card.properties.emplace_back(context.words.say("workspace.card." + std::string(label)),
                                     std::move(value));
}

CardRow village_row(const ViewContext& context, Id<model::Village> village, std::string detail) {
    const Subject subject{SubjectKind::village, village.value};
    const SubjectText text = describe(context.atlas(), subject, context.words);
    const auto icon = context.words.icon("village");
    return {subject,
            icon.code,
            icon.colour,
            text.title,
            detail.empty() ? text.detail : std::move(detail),
            {}};
}

namespace {

std::string year_span(const model::Agreement& agreement) {
    const auto year = [](const Date& date) {
        return std::to_string(static_cast<int>(date.year()));
    };
    if (agreement.starts && agreement.ends)
        return year(*agreement.starts) + "–" + year(*agreement.ends);
    if (agreement.starts)
        return year(*agreement.starts);
    return agreement.ends ? year(*agreement.ends) : std::string();
}

std::string party_name(const model::Atlas& atlas, const model::AgreementParty& party) {
    if (party.village)
        return village_name(atlas, party.village);
    if (const auto* third = atlas.find(party.third_party))
        return third->name;
    return party.outside_village;
}

/// Two parties: the other one by name. More: how many, and the years.
std::string agreement_detail(const ViewContext& context, const model::Agreement& agreement,
                             Id<model::Village> seen_from) {
    const auto parties = context.atlas().parties(agreement.id);
    if (seen_from && parties.size() == 2)
        for (const auto* party : parties)
            if (party->village != seen_from)
                return context.words.say("workspace.card.with",
                                         {party_name(context.atlas(), *party)});
    std::string detail =
        context.words.count("workspace.parties", static_cast<long long>(parties.size()));
    const std::string years = year_span(agreement);
    return years.empty() ? detail : detail + " · " + years;
}

} // namespace

CardRow agreement_row(const ViewContext& context, const model::Agreement& agreement,
                      Id<model::Village> seen_from) {
    const auto icon = context.words.field_icon(agreement.field);
    return {{SubjectKind::agreement, agreement.id.value},
            icon.code,
            icon.colour,
            agreement.title,
            agreement_detail(context, agreement, seen_from),
            context.words.stage_tag(agreement, true)};
}

CardRow dispute_row(const ViewContext& context, const model::BoundaryDispute& dispute,
                    Id<model::Village> seen_from) {
    const Words& words = context.words;
    const auto icon = words.icon("dispute", "red");
    const Id<model::Village> other = dispute.first == seen_from ? dispute.second : dispute.first;
    std::string title = seen_from ? words.say("workspace.card.boundary_with",
                                              {village_name(context.atlas(), other)})
                                  : pair_name(context.atlas(), dispute.first, dispute.second);
    std::string detail = words.name("facilitator", dispute.facilitator);
    if (const auto left = facilitation_days_left(dispute, words.today()))
        detail += (detail.empty() ? "" : " · ") +
                  (*left >= 0 ? words.count("workspace.days_left", *left)
                              : words.count("workspace.days_over", -*left));
    return {{SubjectKind::dispute, dispute.id.value},
            icon.code,
            icon.colour,
            std::move(title),
            std::move(detail),
            words.dispute_tag(dispute.state)};
}

CardRow asset_row(const ViewContext& context, const model::SharedAsset& asset,
                  Id<model::Village> seen_from) {
    const Words& words = context.words;
    const auto icon = words.icon("asset." + std::string(model::code_of(asset.kind)));
    std::string detail;
    for (const auto* share : context.atlas().shares(asset.id))
        if (seen_from && share->village == seen_from && share->percent)
            detail = words.say("workspace.card.share", {words.number(*share->percent)}) + " · ";
    if (!seen_from)
        detail = words.name("asset_kind", asset.kind) + " · ";
    detail += words.name("asset_condition", asset.condition);
    return {{SubjectKind::asset, asset.id.value},
            icon.code,
            icon.colour,
            asset.name,
            std::move(detail),
            {}};
}

namespace {

CardView card_of_selection(const ViewContext& context) {
    const Subject subject = context.selection.front();
    const model::Atlas& atlas = context.atlas();
    if (subject.kind == SubjectKind::village)
        if (const auto* row = atlas.find(Id<model::Village>{subject.id}))
            return village_card(context, *row);
    if (subject.kind == SubjectKind::district)
        if (const auto* row = atlas.find(Id<model::District>{subject.id}))
            return district_card(context, *row);
    if (subject.kind == SubjectKind::district_link)
        return district_link_card(context, subject);
    if (subject.kind == SubjectKind::agreement)
        if (const auto* row = atlas.find(Id<model::Agreement>{subject.id}))
            return agreement_card(context, *row);
    if (subject.kind == SubjectKind::dispute)
        if (const auto* row = atlas.find(Id<model::BoundaryDispute>{subject.id}))
            return dispute_card(context, *row);
    if (subject.kind == SubjectKind::asset)
        if (const auto* row = atlas.find(Id<model::SharedAsset>{subject.id}))
            return asset_card(context, *row);
    if (subject.kind == SubjectKind::segment)
        if (const auto* row = atlas.find(Id<model::BoundarySegment>{subject.id}))
            return segment_card(context, *row);
    if (subject.kind == SubjectKind::turning_point)
        if (const auto* row = atlas.find(Id<model::TurningPoint>{subject.id}))
            return point_card(context, *row);
    if (subject.kind == SubjectKind::finding)
        if (const auto* row = atlas.find(Id<model::BoundaryFinding>{subject.id}))
            return finding_card(context, *row);
    if (subject.kind == SubjectKind::exception)
        if (const auto* row = atlas.find(Id<model::BoundaryException>{subject.id}))
            return exception_card(context, *row);
    if (subject.kind == SubjectKind::special_area)
        if (const auto* row = atlas.find(Id<model::SpecialArea>{subject.id}))
            return special_area_card(context, *row);
    const SubjectText text = describe(atlas, subject, context.words);
    if (text.title.empty())
        return {};
    CardView card;
    card.subject = subject;
    card.title = text.title;
    card.subtitle = text.detail;
    return card;
}

} // namespace

CardView make_card(const ViewContext& context) {
    if (!context.shown || context.selection.empty())
        return {};
    CardView card = card_of_selection(context);
    add_review(card, context);
    return card;
}

} // namespace antardesa::workspace
