#include "model/state_papers.h"

#include <algorithm>
#include <array>

namespace antardesa::model {

namespace {

constexpr std::array<std::string_view, 3> agreement_kinds{
    "berita_acara", "berita_acara_kesepakatan", "berita_acara_kesepakatan_batas"};
constexpr std::array<std::string_view, 4> verification_kinds{
    "verifikasi_teknis", "hasil_verifikasi_teknis", "skvt", "berita_acara_verifikasi_teknis"};
constexpr std::array<std::string_view, 4> decree_kinds{"perbup", "peraturan_bupati", "perwali",
                                                       "peraturan_wali_kota"};

constexpr std::array<StatePaper, 3> papers{
    {{SegmentState::agreed, agreement_kinds, "Permendagri 45/2016"},
     {SegmentState::technical_verification, verification_kinds, "Peraturan BIG 15/2019"},
     {SegmentState::enacted, decree_kinds, "Permendagri 45/2016 pasal 9 ayat (3)"}}};

constexpr std::array<std::string_view, 10> kinds{
    "perbup", "perwali", "berita_acara", "verifikasi_teknis",  "sk",
    "peta",   "putusan", "permakades",   "perjanjian_bersama", "lain"};

/// "Berita Acara" as an office types it is `berita_acara`.
std::string stored_kind(std::string_view kind) {
    std::string stored;
    for (const char letter : kind)
        stored += letter == ' ' || letter == '-'   ? '_'
                  : letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                                   : letter;
    return stored;
}

bool is_blank(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char letter) { return letter == ' '; });
}

} // namespace

std::span<const std::string_view> document_kinds() {
    return kinds;
}

bool undoes_regulation(const Document* paper) {
    return paper &&
           (paper->kind == "putusan" || std::find(decree_kinds.begin(), decree_kinds.end(),
                                                  stored_kind(paper->kind)) != decree_kinds.end());
}

bool rests_on_document(ExceptionReason reason) {
    return reason != ExceptionReason::mutual_claim && reason != ExceptionReason::undefined;
}

std::optional<std::string> known_document_kind(std::string_view text) {
    std::string kind = stored_kind(text);
    bool known = std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    for (const StatePaper& paper : papers)
        known =
            known || std::find(paper.kinds.begin(), paper.kinds.end(), kind) != paper.kinds.end();
    return known ? std::optional(std::move(kind)) : std::nullopt;
}

std::span<const StatePaper> state_papers() {
    return papers;
}

const StatePaper* paper_of(SegmentState state) {
    const auto* const at = std::find_if(
        papers.begin(), papers.end(), [state](const auto& paper) { return paper.state == state; });
    return at == papers.end() ? nullptr : at;
}

const char* paper_fault_name(PaperFault fault) {
    switch (fault) {
    case PaperFault::missing:
        return "missing";
    case PaperFault::wrong_kind:
        return "wrong_kind";
    case PaperFault::no_number:
        return "no_number";
    case PaperFault::no_date:
        return "no_date";
    case PaperFault::no_title:
        return "no_title";
    case PaperFault::future:
        return "future";
    case PaperFault::none:
        break;
    }
    return "none";
}

std::vector<PaperFault> paper_faults(SegmentState state, const Document* document,
                                     std::optional<Date> today) {
    const StatePaper* rule = paper_of(state);
    if (!document)
        return rule ? std::vector{PaperFault::missing} : std::vector<PaperFault>{};
    std::vector<PaperFault> faults;
    if (rule && std::find(rule->kinds.begin(), rule->kinds.end(), stored_kind(document->kind)) ==
                    rule->kinds.end())
        faults.push_back(PaperFault::wrong_kind);
    if (is_blank(document->number))
        faults.push_back(PaperFault::no_number);
    if (!document->date)
        faults.push_back(PaperFault::no_date);
    if (is_blank(document->title))
        faults.push_back(PaperFault::no_title);
    if (document->date && today && *today < *document->date)
        faults.push_back(PaperFault::future);
    return faults;
}

std::optional<Refusal> paper_refusal(const Atlas& atlas, const BoundarySegment& segment,
                                     SegmentState state, const Document* document,
                                     std::optional<Date> today) {
    const std::vector<PaperFault> faults = paper_faults(state, document, today);
    if (faults.empty())
        return std::nullopt;
    const PaperFault fault = faults.front();
    const StatePaper* rule = paper_of(state);
    const auto name = [&](Id<Village> id) {
        const Village* village = atlas.find(id);
        return village ? village->name : "#" + std::to_string(id.value);
    };
    std::string key = std::string("model.paper.") + paper_fault_name(fault);
    if (fault == PaperFault::missing || fault == PaperFault::wrong_kind)
        key += "." + std::string(code_of(state));
    std::string label;
    if (document)
        label = !is_blank(document->number)  ? document->number
                : !is_blank(document->title) ? document->title
                                             : "#" + std::to_string(document->id.value);
    return Refusal{{key,
                    {name(segment.first), name(segment.second), label,
                     rule ? std::string(rule->basis) : std::string(),
                     document && document->date ? iso_text(*document->date) : std::string()}}};
}

} // namespace antardesa::model
