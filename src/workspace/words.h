#pragma once

#include "i18n/catalogue.h"
#include "model/atlas.h"
#include "workspace/views.h"

namespace antardesa::workspace {

/// Rows and codes in the words of one language. A cheap view over the catalogue.
class Words {
  public:
    Words(const i18n::Catalogue& language, const style::StyleSheet& styles, Date today,
          bool dark = false, bool in_city = false)
        : language_(language), styles_(styles), today_(today), dark_(dark), in_city_(in_city) {}

    const i18n::Catalogue& language() const { return language_; }
    /// Whether the rows are a kota's (`model::is_city`).
    bool in_city() const { return in_city_; }
    Date today() const { return today_; }

    /// The sentence of a key.
    std::string say(std::string_view key, std::vector<std::string> arguments = {}) const;
    /// The same by number: {0} is the count as text, arguments follow.
    std::string count(std::string_view key, long long count,
                      std::vector<std::string> arguments = {}) const;
    /// What a stored value is called (`code_words`); empty for an empty code.
    template<class Enum>
    std::string name(std::string_view list, Enum value) const {
        return code_name(list, model::code_of(value));
    }
    std::string code_name(std::string_view list, std::string_view code) const;

    std::string number(double value, int decimals = 0) const;
    /// "—" for nothing.
    std::string date(const std::optional<Date>& date) const;
    std::string or_dash(std::string text) const;
    /// "23-11-2026 14.02" in the machine's time zone; a text that is no moment as it is.
    std::string moment(std::string_view iso_utc) const;
    /// "14.02" today, "23-11-2026" on another day.
    std::string short_moment(std::string_view iso_utc) const;

    Tag stage_tag(const model::Agreement& agreement, bool with_days) const;
    Tag segment_tag(model::SegmentState state) const;
    Tag dispute_tag(model::DisputeState state) const;
    Tag condition_tag(model::AssetCondition condition) const;
    Tag severity_tag(Severity severity) const;

    /// The inks of the window's theme.
    const style::Inks& inks() const { return dark_ ? styles_.screen_dark : styles_.screen_light; }
    struct Icon {
        char32_t code = 0;
        style::Colour colour;
    };
    Icon field_icon(model::Field field) const;
    /// Icon and colour by their names in the style sheet.
    Icon icon(std::string_view name, std::string_view colour = "muted") const;

  private:
    const i18n::Catalogue& language_;
    const style::StyleSheet& styles_;
    Date today_;
    bool dark_;
    bool in_city_;
};

/// What lists, cards and the palette say about rows. An unknown id gives empty texts.
std::string village_name(const model::Atlas& atlas, Id<model::Village> village);
/// "Kabupaten Contoh", "Kota Contoh"; a project without a name says so.
std::string regency_title(const model::Atlas& atlas, const Words& words);
/// "Batas Batutengah – Bumikencana".
std::string pair_name(const model::Atlas& atlas, Id<model::Village> first,
                      Id<model::Village> second);
/// Who takes part in a finding or an exception, as they are called now: "Batutengah – Danau".
std::string participants_name(const model::Atlas& atlas, const model::BoundaryFinding& finding);
std::string participants_name(const model::Atlas& atlas, const model::BoundaryException& exception);
/// "Perbup 12/2025 · Batas desa …"; empty without a document.
std::string document_text(const model::Atlas& atlas, Id<model::Document> id);
/// What a kind of document is called; as it is stored where it is none of the known ones.
std::string document_kind_name(std::string_view kind, const i18n::Catalogue& language);
struct SubjectText {
    std::string title;
    std::string detail;
};
SubjectText describe(const model::Atlas& atlas, Subject subject, const Words& words);

struct LineSnap;
/// "Jalan desa", "simpul": what the hand was drawn to.
std::string snap_text(const LineSnap& snap, const Words& words);

} // namespace antardesa::workspace
