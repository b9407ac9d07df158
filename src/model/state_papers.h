#pragma once

#include "base/result.h"
#include "model/atlas.h"

#include <span>
#include <string_view>

/// Which paper carries which legal state of a segment (domain.md §3.1, §3.2, §3.4). A state that no
/// line of the table names needs none: whatever is known may be cited for it.
namespace antardesa::model {

struct StatePaper {
    SegmentState state = SegmentState::untraced;
    std::span<const std::string_view> kinds; ///< `Document::kind`; the first is the usual one
    std::string_view basis;                  ///< regulation and article, for messages
};
/// The states that rest on a paper: sepakat on a signed berita acara, verifikasi teknis on BIG's
/// Hasil Verifikasi Teknis, perbup on the Peraturan Bupati.
std::span<const StatePaper> state_papers();
/// Null when the state needs none.
const StatePaper* paper_of(SegmentState state);

/// The kinds that a document is of when a person enters one: "perbup", "berita_acara", …, "lain".
std::span<const std::string_view> document_kinds();
/// A kind as it is stored, or one of a state's papers under another name; nothing when it is not
/// known. "Berita Acara" is `berita_acara`.
std::optional<std::string> known_document_kind(std::string_view text);

/// Whether the paper may take back what a Perbup says: another Perbup, or a court's ruling. Null
/// does not.
bool undoes_regulation(const Document* paper);

/// Whether an exception with this reason rests on a dated document. Claimed and undefined areas are
/// features of their own until they are settled, and need none.
bool rests_on_document(ExceptionReason reason);

/// What a paper lacks to carry a state.
enum class PaperFault {
    none,
    missing,    ///< no paper at all
    wrong_kind, ///< one that says something else
    no_number,
    no_date,
    no_title,
    future ///< dated after today
};
/// "missing", "wrong_kind", …: the form used in keys and JSON.
const char* paper_fault_name(PaperFault fault);
/// Every fault of `document` (null: none) as the paper of a state; of states without rule only what
/// every paper must have, when there is one. `today`: none when the date is not to be judged.
std::vector<PaperFault> paper_faults(SegmentState state, const Document* document,
                                     std::optional<Date> today = {});

/// Why a document (null: none) does not carry a state of the segment, in words that name the
/// regulation and what to do; nothing when it does.
std::optional<Refusal> paper_refusal(const Atlas& atlas, const BoundarySegment& segment,
                                     SegmentState state, const Document* document,
                                     std::optional<Date> today = {});

} // namespace antardesa::model
