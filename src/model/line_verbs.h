#pragma once

#include "model/edit.h"
#include "topology/arc_edit.h"

namespace antardesa::model {

/// Moves a boundary line for all villages on it. Refused: what `topology::check_arc_edit` finds
/// ("model.line.…", naming the villages); a line that a Perbup fixed ("model.line.final"), which a
/// document must reopen first (`set_segment_state`; Permendagri 45/2016 art. 9(3)); an unknown
/// document.
struct EditLine {
    topology::ArcEdit edit;
    bool traced = false;   ///< a `ReshapeArc` that follows a river or a road: for the name
    Id<Document> document; ///< what the new line rests on; may be none
    /// Settled lines that it moves go back to pelacakan: their paper describes another line.
    bool falls_back = false;
    std::optional<Date> today = {}; ///< none: a document's date is not judged
    /// This one may be final (but no other that moves with it): it goes back to where it was
    /// agreed, or a new Perbup moves it.
    Id<BoundarySegment> restored = {};
};
struct EditedLine {
    /// The new outlines of villages and special areas. Lengths and lines of segments are to be
    /// added (`analysis::segments_after`), since the model measures nothing.
    Edit edit;
    topology::ArcEditCheck check;
    topology::ArcEditOutcome outcome;
};
Result<EditedLine> edit_line(const Atlas& atlas, const EditLine& request);

/// The stored segment whose line the arc is a part of; null for coast and special areas.
const BoundarySegment* segment_of(const Atlas& atlas, const topology::Arc& arc);
/// Of the segments that the pieces move, the first that is final (perbup) and is not the one that
/// is restored; null for none.
const BoundarySegment* final_segment(const Atlas& atlas, std::span<const topology::ArcPiece> pieces,
                                     Id<BoundarySegment> restored = {});
/// Of the segments that the pieces move, those that are settled and not final (sepakat, verifikasi
/// teknis), each once.
std::vector<const BoundarySegment*> settled_segments(const Atlas& atlas,
                                                     std::span<const topology::ArcPiece> pieces);
/// A settled segment as it is to be stored with its new line: on the new document that carries its
/// state (with a berita acara a verified line is an agreed one again), or back in pelacakan without
/// paper. Refused: neither said ("model.line.settled"), a document that does not carry the state.
Result<BoundarySegment> settled_anew(const Atlas& atlas, BoundarySegment segment,
                                     const EditLine& request);
/// Whether moving the vertex would move a final segment.
bool is_final(const Atlas& atlas, topology::ArcVertex vertex);

/// Why an edit is not possible: a sentence that names the villages.
Refusal refusal_of(const Atlas& atlas, const topology::ArcEdit& edit,
                   const topology::ArcEditCheck& check);
Refusal final_refusal(const Atlas& atlas, const BoundarySegment& segment);
/// Why a line does not move along which another outline runs: a copy of a village
/// ("model.line.copied"), or one that overlaps it.
Refusal claimed_again_refusal(const Atlas& atlas, const topology::Arc& line,
                              const topology::Arc& other);

/// Name of a claimant of the atlas's coverage; empty for `topology::nobody`.
std::string claimant_name(const Atlas& atlas, topology::Claimant claimant);

} // namespace antardesa::model
