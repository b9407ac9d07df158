#pragma once

#include "workspace/view_context.h"

#include <span>

namespace antardesa::workspace {

/// Rows that a card shows before "n lagi".
inline constexpr std::size_t card_rows_shown = 3;

CardView village_card(const ViewContext& context, const model::Village& village);
CardView agreement_card(const ViewContext& context, const model::Agreement& agreement);
CardView dispute_card(const ViewContext& context, const model::BoundaryDispute& dispute);
CardView asset_card(const ViewContext& context, const model::SharedAsset& asset);
CardView finding_card(const ViewContext& context, const model::BoundaryFinding& finding);
CardView exception_card(const ViewContext& context, const model::BoundaryException& exception);
CardView special_area_card(const ViewContext& context, const model::SpecialArea& area);
/// What an exception's card says besides, when it is an area by itself: claimants and what their
/// claims rest on, cases, findings.
void add_standing_area(CardView& card, const ViewContext& context,
                       const model::BoundaryException& area);
CardView segment_card(const ViewContext& context, const model::BoundarySegment& segment);
/// Its bodies speak for its villages: what they agreed, met for, did and reported, under the
/// filter.
CardView district_card(const ViewContext& context, const model::District& district);
/// The agreements between two kecamatan, under the filter; empty when one of them is gone.
CardView district_link_card(const ViewContext& context, Subject link);

CardView point_card(const ViewContext& context, const model::TurningPoint& point);

/// Rows that several cards share.
CardRow village_row(const ViewContext& context, Id<model::Village> village, std::string detail);
CardRow agreement_row(const ViewContext& context, const model::Agreement& agreement,
                      Id<model::Village> seen_from);
CardRow dispute_row(const ViewContext& context, const model::BoundaryDispute& dispute,
                    Id<model::Village> seen_from);
CardRow asset_row(const ViewContext& context, const model::SharedAsset& asset,
                  Id<model::Village> seen_from);
CardRow body_row(const ViewContext& context, const model::CooperationBody& body);
CardRow meeting_row(const ViewContext& context, const model::Meeting& meeting);
CardRow report_row(const ViewContext& context, const model::Report& report);
/// The points of a segment in order.
std::vector<CardRow> point_card_rows(const ViewContext& context,
                                     Id<model::BoundarySegment> segment);
/// Documents to rest a change on: those that name one of the villages first, then the newest; those
/// without a date last.
std::vector<std::pair<Id<model::Document>, std::string>>
document_choices(const model::Atlas& atlas, std::span<const Id<model::Village>> villages);
/// As `CardView::decrees`.
std::vector<std::pair<Id<model::Document>, std::string>>
decree_choices(const model::Atlas& atlas, const model::BoundarySegment& segment);
/// How much of its text is recorded, its money, what it amends; then what was done about it:
/// boundaries concerned, deliberations, reports, problems.
void add_contents(CardView& card, const ViewContext& context, const model::Agreement& agreement);
void add_proceedings(CardView& card, const ViewContext& context, const model::Agreement& agreement);
/// What each village of the case brings into it: its two, then others of its further segments.
std::vector<CaseParty> case_parties(const ViewContext& context,
                                    const model::BoundaryDispute& dispute);
/// The meetings of a case, who signs its berita acara.
void add_casework(CardView& card, const ViewContext& context, Id<model::BoundaryDispute> dispute);
/// Adds the section unless it is empty; `rows` beyond the limit become "n lagi".
void add_section(CardView& card, const ViewContext& context, std::string_view title,
                 std::vector<CardRow> rows, std::size_t limit = card_rows_shown);
/// "5 desa mitra dalam kelompok 23 desa, penghubung 12 %"; empty without ties or review.
std::string network_text(const ViewContext& context, Id<model::Village> village);
/// What the review of the cooperation says about the card's subject: the most important three.
void add_review(CardView& card, const ViewContext& context);
/// Adds the property unless its value is empty; the label is "workspace.card.<label>".
void add_property(CardView& card, const ViewContext& context, std::string_view label,
                  std::string value);

} // namespace antardesa::workspace
