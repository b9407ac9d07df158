#include "ui/document_field.h"

#include "ui/typed.h"

#include <array>

namespace antardesa::ui {

namespace {

constexpr std::array<const char*, 8> document_kinds{
    "perbup", "perwali", "berita_acara", "verifikasi_teknis", "sk", "peta", "putusan", "lain"};
constexpr float label_height = 20;
constexpr float field_height = 32;

void small_label(Scope& scope, Rect area, std::string_view text) {
    put_elided(scope, area, text, Role::small, scope.tokens.mut);
}

void draw_new_document(Scope& scope, DocumentChoice& choice, float inset) {
    const auto two = [&](float height) {
        return halves(scope, take(scope.px(height)).inset(inset, 0));
    };
    std::vector<std::string> kinds;
    for (const char* kind : document_kinds)
        kinds.push_back(scope.text(std::string("ui.document_kind.") + kind));
    const auto [kind_label, number_label] = two(label_height);
    small_label(scope, kind_label, scope.text("ui.segment.kind"));
    small_label(scope, number_label, scope.text("ui.segment.number"));
    const auto [kind_at, number_at] = two(field_height);
    const int kind = combo(scope, "jenis-dokumen", kind_at, kinds, choice.kind);
    if (kind >= 0)
        choice.kind = kind;
    text_field(scope, number_at, choice.number,
               {"nomor", scope.text("ui.segment.number_hint"), choice.focus_new});
    choice.focus_new = false;
    const auto [date_label, title_label] = two(label_height);
    small_label(scope, date_label, scope.text("ui.segment.date"));
    small_label(scope, title_label, scope.text("ui.segment.title"));
    const auto [date_at, title_at] = two(field_height);
    text_field(scope, date_at, choice.date, {"tanggal", scope.text("ui.segment.date_hint")});
    text_field(scope, title_at, choice.title, {"judul", scope.text("ui.segment.title_hint")});
}

} // namespace

std::pair<Rect, Rect> halves(const Scope& scope, Rect row) {
    const float half = std::floor((row.width() - scope.px(8)) / 2);
    return {row.left(half), row.right(half)};
}

void choose_kind(DocumentChoice& choice, std::string_view kind) {
    const std::string_view wanted = choice.in_city && kind == "perbup" ? "perwali" : kind;
    for (std::size_t i = 0; i < document_kinds.size(); ++i)
        if (document_kinds[i] == wanted)
            choice.kind = static_cast<int>(i);
}

bool is_new_document(const DocumentChoice& choice) {
    return choice.chosen == static_cast<int>(choice.known.size()) + 1;
}

std::string missing_of(const Scope& scope, const DocumentChoice& choice) {
    if (!is_new_document(choice))
        return {};
    if (choice.number.empty() && choice.title.empty())
        return scope.text("ui.segment.needs_number");
    if (!choice.date.empty() && !typed_date(choice.date))
        return scope.text("ui.segment.bad_date", {choice.date});
    return {};
}

workspace::CitedDocument cited(const DocumentChoice& choice) {
    if (choice.chosen == 0)
        return {};
    if (!is_new_document(choice))
        return {choice.known[static_cast<std::size_t>(choice.chosen - 1)].first};
    model::Document document;
    document.kind = document_kinds[static_cast<std::size_t>(choice.kind)];
    document.number = choice.number;
    document.title = choice.title;
    document.date = typed_date(choice.date);
    return {{}, std::move(document)};
}

void draw_document_field(Scope& scope, DocumentChoice& choice, const std::string& none,
                         float inset) {
    // A new one stands before the project's many.
    std::vector<std::string> documents{none, scope.text("ui.segment.new_document")};
    for (const auto& [id, name] : choice.known)
        documents.push_back(name);
    const int fresh = static_cast<int>(choice.known.size()) + 1;
    const int shown = choice.chosen == 0 ? 0 : choice.chosen == fresh ? 1 : choice.chosen + 1;
    const int pressed =
        combo(scope, "dokumen", take(scope.px(field_height)).inset(inset, 0), documents, shown);
    if (pressed >= 0) {
        choice.chosen = pressed == 0 ? 0 : pressed == 1 ? fresh : pressed - 1;
        choice.focus_new = is_new_document(choice);
    }
    if (is_new_document(choice))
        draw_new_document(scope, choice, inset);
}

} // namespace antardesa::ui
