#pragma once

#include "analysis/agreed_points.h"
#include "model/edit.h"
#include "model/proceedings.h"
#include "workspace/cited_document.h"
#include "workspace/verbs.h"

namespace antardesa::workspace {

/// Two villages agreed to a line through the land they disagreed about.
struct AcceptedLine {
    Id<model::BoundaryDispute> dispute;
    geo::Line line;            ///< from node to node, EPSG:4326 (`analysis::Proposal::line`)
    CitedDocument document;    ///< the signed berita acara
    std::string place = {};    ///< of the meeting where it was agreed; with what follows empty: no
                               ///< meeting is recorded
    std::string attended = {}; ///< besides the two villages
    Date today;
    Id<model::BoundarySegment> segment = {}; ///< of the case; none: its first
    /// The number that a village gave the berita acara: kept with its Kepala Desa as signatory.
    std::vector<std::pair<Id<model::Village>, std::string>> numbers = {};
};

/// What accepting a line writes, and what becomes of the segment's points by it.
struct Agreement {
    model::Edit edit;
    analysis::AgreedPoints points;
};
/// One step, `edit.accept_proposal`: the shared boundary takes the line's course for both villages,
/// the segment is `sepakat` and the case too, both on the document, and the meeting is recorded. A
/// case with segments that are not settled yet goes on.
/// The segment's points become those of the agreed line (`analysis::agreed_points`); pillars are
/// never moved. It makes nothing definitive: that is for a Perbup (Permendagri 45/2016 art. 9(3)).
/// In a case that waits for the Bupati's decision the paper is his Perbup (art. 19): the segment is
/// `perbup` and the case `selesai_perbup`, `edit.enact_proposal`, and no meeting is recorded.
/// Refused: as `plan_line`, `model::unlawful_step` and `model::paper_refusal` do; a case without a
/// line, or one that is not in facilitation.
Result<Agreement> accept_proposal(const model::Atlas& atlas, const AcceptedLine& accepted);

/// Why the line cannot become the segment's, whatever papers there are, as that it touches the
/// boundary of a third village; nothing where it can.
std::optional<Message> trouble_with(const model::Atlas& atlas, Id<model::BoundarySegment> segment,
                                    const geo::Line& line);

/// What would become of the points of the case's segment (`of`, or its first) if this line were
/// agreed; none for a case without segment.
analysis::AgreedPoints points_if_agreed(const model::Atlas& atlas,
                                        Id<model::BoundaryDispute> dispute, const geo::Line& line,
                                        Id<model::BoundarySegment> of = {});
/// "3 tetap · 2 diganti · 7 baru di ujung dan belokan", and the pillars that the line leaves; empty
/// when there are none at all.
std::vector<Message> point_messages(const analysis::AgreedPoints& points);

/// The case goes to a next state on a document that may be new, and its segment with it;
/// `model::advance_dispute`.
Result<model::Edit> advance_case(const model::Atlas& atlas, Id<model::BoundaryDispute> dispute,
                                 model::DisputeState state, const CitedDocument& document,
                                 std::optional<Date> on, Date today);

} // namespace antardesa::workspace
