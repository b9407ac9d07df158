#pragma once

#include "style/ink.h"
#include "workspace/action.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The card at the right, ready to draw, with what can be done from it. As in views.h.
namespace antardesa::workspace {

enum class Tone { neutral, accent, green, blue, amber, red }; ///< colour role of a tag

struct Tag {
    std::string text; ///< empty: no tag
    Tone tone = Tone::neutral;
};

struct StateShare {
    model::SegmentGroup group;
    std::string text; ///< "Definitif 37 %"
    double share = 0;
};
struct CardRow {
    Subject subject; ///< a click selects it
    char32_t icon = 0;
    style::Colour icon_colour;
    std::string title;
    std::string detail;
    Tag tag;
    std::optional<RecordKey> record = {}; ///< without a subject: a click opens its form
};
struct CardSection {
    std::string title;
    std::string count;
    std::vector<CardRow> rows;
    std::string more; ///< "1 lagi"; empty when all are shown
};
/// What can be done about a finding of the boundary check or an exception. The buttons stand in the
/// card's foot; what a repair would do belongs here too.
struct FindingDeeds {
    bool can_repair = false; ///< PreviewRepair
    bool near_miss = false;  ///< only by bringing lines together
    bool can_allow = false;  ///< AllowFinding
    bool several = false;    ///< three or more take part: no line divides it
    bool confirms = false;   ///< which says that a moved line is right
    bool allowed = false;    ///< an exception: WithdrawExceptionOf
    /// Of an overlap between two or three villages, their names: ClaimOverlap.
    std::vector<std::string> claimants;
    std::vector<std::pair<model::ExceptionReason, std::string>> reasons; ///< that fit it
    std::vector<std::pair<Id<model::Document>, std::string>> documents;  ///< to name with it
    std::optional<Date> today; ///< since when, unless another date is said
};
/// What the form of a segment's state begins with.
struct SegmentDeeds {
    model::SegmentState state = model::SegmentState::untraced;
    bool pillars = false;
    bool strays = false; ///< titik kartometrik of it lie off the line
    model::LineCharacter character = model::LineCharacter::none;
    model::BoundaryWorkflow workflow = model::BoundaryWorkflow::none;
    Id<model::Document> document; ///< that the state rests on; none: none yet
    std::vector<std::pair<Id<model::Document>, std::string>> documents; ///< newest first
};
/// What one village brings into a case.
struct CaseParty {
    struct Item {
        Id<model::Claim> claim;       ///< else it is evidence, or what holds without a row
        Id<model::Evidence> evidence; ///< else it is a claim, or what holds without a row
        std::string title;            ///< "Peta desa 1987"
        std::string detail;           ///< line of several, author, document; issuer, year, scale
        bool placed = false;          ///< of evidence: it has a position
    };
    Id<model::Village> village;
    std::string name;
    std::vector<Item> claims;
    std::vector<Item> evidence;
};
/// What can be done with a case.
struct CaseDeeds {
    model::DisputeState state = model::DisputeState::reported;
    std::vector<model::DisputeState> next; ///< the lawful ones
    std::vector<std::pair<Id<model::Village>, std::string>> villages;
    std::vector<std::pair<Id<model::Document>, std::string>> documents;
    std::vector<CaseParty> parties; ///< side by side, in the order of the case
    std::optional<Date> today = {}; ///< facilitation begins, unless another date is said
};
/// What a review says about the card's subject.
struct CardNote {
    Tag tag;                        ///< how grave it is; a suggestion has none
    std::string text;               ///< "V03 · belum tercatat Musyawarah Desa Mekarsari …"
    std::string basis;              ///< "Dasar: UU 6/2014 ps. 92"; empty of a suggestion
    std::vector<std::string> facts; ///< that a suggestion rests on
};
/// The right-hand card: about a village, an agreement, a dispute, an asset, a segment or its point.
struct CardView {
    Subject subject; ///< none: nothing selected
    std::string title;
    std::string subtitle; ///< "99.01.10.2003 · Kec. Kaliharjo Hilir"
    struct Fact {
        std::string value;
        std::string label;
    };
    std::vector<Fact> facts;  ///< "692,4 ha" "hitungan"; shown side by side
    std::string states_title; ///< "5 segmen · 13,9 km"
    std::vector<StateShare> states;
    std::vector<std::pair<std::string, std::string>> properties; ///< label, value
    std::vector<CardSection> sections;
    /// What can be done from here; empty for kinds that cannot be edited yet.
    std::optional<SegmentDeeds> segment;
    std::optional<model::TurningPoint> point;
    /// Of a final line and its points: the decrees by which these may change; empty: it is not.
    std::vector<std::pair<Id<model::Document>, std::string>> decrees;
    std::optional<model::Stage> stage;
    std::optional<FindingDeeds> finding;
    std::optional<CaseDeeds> dispute;
    std::vector<std::string> remarks; ///< sentences: what it means, what to do
    std::vector<CardNote> notes;      ///< the gravest first
    std::string more_notes;           ///< "4 lagi dalam daftar Kepatuhan …"; empty: these are all
    /// Of a kecamatan: its bodies, to report on.
    std::vector<std::pair<Id<model::CooperationBody>, std::string>> bodies = {};
};

} // namespace antardesa::workspace
