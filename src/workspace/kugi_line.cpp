#include "workspace/kugi_line.h"

#include "base/text.h"
#include "model/state_papers.h"
#include "workspace/kugi_import.h"
#include "workspace/kugi_layers.h"

#include <array>
#include <map>

namespace antardesa::workspace {

namespace {

using model::Document;
using model::LineCharacter;
using model::SegmentState;

/// A field with a closed list.
struct Listed {
    const char* field;
    std::int64_t last; ///< from 1 to it, and 999
};
constexpr Listed status{"STSBTS", 3};
constexpr Listed character{"KARKTR", 2};
constexpr std::array<Listed, 5> lists{
    {status, {"KLBADM", 16}, {"TIPTBT", 10}, character, {"TIPLOK", 2}}};

class LineReader {
  public:
    LineReader(const io::FeatureTable& table, std::size_t row, const std::string& label,
               std::vector<Finding>& findings)
        : table_(table), row_(row), label_(label), remark_(cell("REMARK")), findings_(findings) {}

    KugiLine run() {
        KugiLine line;
        look_for_unknown_values();
        read_state(line);
        read_document(line);
        const std::string pillars = remark_value(remark_, "pilar");
        line.pillars = pillars == "ya";
        if (!pillars.empty() && pillars != "ya" && pillars != "tidak")
            unknown("REMARK pilar", pillars, "ya, tidak");
        line.character = read_character();
        const std::string workflow = remark_value(remark_, "alur");
        if (const auto known = model::from_code<model::BoundaryWorkflow>(workflow))
            line.workflow = *known;
        else
            unknown("REMARK alur", workflow, "penetapan, penegasan");
        if (const auto metres = parse_number(remark_value(remark_, "akurasi_m"));
            metres && *metres > 0)
            line.accuracy_m = *metres;
        line.method = remark_value(remark_, "metode");
        return line;
    }

  private:
    std::string cell(const char* column) const {
        const auto index = table_.column_index(column);
        return index ? trimmed(table_.columns[*index].text(row_)) : std::string();
    }

    /// A number of the list; nothing for an empty cell and for what no list has.
    std::optional<long long> listed(const Listed& list) const {
        const auto value = parse_integer(cell(list.field));
        const bool known = value && ((*value >= 1 && *value <= list.last) || *value == 999);
        return known ? value : std::nullopt;
    }

    std::optional<Place> place() const {
        const auto* set = std::get_if<geo::LineSet>(&table_.features[row_].geometry);
        if (!set || set->lines.empty() || set->lines.front().empty())
            return std::nullopt;
        const geo::Point at = set->lines.front()[set->lines.front().size() / 2];
        return Place{at.x, at.y};
    }

    void unknown(const char* field, const std::string& value, const std::string& allowed) {
        findings_.push_back(
            {Severity::warning,
             "kugi_unknown_value",
             label_,
             place(),
             {"workspace.finding.kugi_unknown_value", {label_, field, value, allowed}}});
    }

    void look_for_unknown_values() {
        for (const Listed& list : lists)
            if (const std::string value = cell(list.field); !value.empty() && !listed(list))
                unknown(list.field, value, "1–" + std::to_string(list.last) + ", 999");
    }

    /// The state that REMARK names, which says more than STSBTS; else STSBTS.
    void read_state(KugiLine& line) {
        const std::string own = remark_value(remark_, "keadaan");
        line.state = model::from_code<SegmentState>(own);
        if (line.state)
            return;
        if (!own.empty()) {
            std::string codes;
            for (const auto& entry : model::Codes<SegmentState>::list)
                codes += (codes.empty() ? "" : ", ") + std::string(entry.code);
            unknown("REMARK keadaan", own, codes);
        }
        const auto value = listed(status);
        if (value == 1)
            line.state = SegmentState::enacted;
        else if (value == 2)
            line.state = SegmentState::agreed;
        else if (value == 3)
            line.state = SegmentState::untraced;
        line.undetermined = value == 3;
    }

    void read_document(KugiLine& line) const {
        Document& document = line.document;
        document.number = remark_value(remark_, "dokumen");
        document.title = remark_value(remark_, "dokumen_judul");
        document.kind = remark_value(remark_, "dokumen_jenis");
        document.date = parse_date(remark_value(remark_, "dokumen_tanggal"));
        if (document.number.empty())
            document.number = cell("UUPP");
        if (document.number == document.title)
            document.number.clear(); // the title stood in the place of the number
        const model::StatePaper* usual =
            model::paper_of(line.state.value_or(SegmentState::untraced));
        if (document.kind.empty())
            document.kind = usual ? std::string(usual->kinds.front()) : "berita_acara";
    }

    /// KARKTR 999 is also what was not said.
    LineCharacter read_character() const {
        const auto value = listed(character);
        if (value == 1)
            return LineCharacter::natural;
        if (value == 2)
            return LineCharacter::artificial;
        return remark_value(remark_, "karakter") == "lainnya" ? LineCharacter::other
                                                              : LineCharacter::none;
    }

    const io::FeatureTable& table_;
    std::size_t row_;
    const std::string& label_;
    std::string remark_;
    std::vector<Finding>& findings_;
};

} // namespace

void look_at_fcodes(const io::FeatureTable& table, std::string_view geometry,
                    std::vector<Finding>& findings) {
    const auto column = table.column_index("FCODE");
    std::map<std::string, int> odd;
    for (std::size_t row = 0; column && row < table.features.size(); ++row) {
        const std::string code = trimmed(table.columns[*column].text(row));
        if (!code.empty() && !is_kugi_code(code, geometry))
            ++odd[code];
    }
    for (const auto& [code, count] : odd)
        findings.push_back(
            {Severity::information,
             "kugi_odd_fcode",
             shown_on_one_line(code),
             std::nullopt,
             {"workspace.finding.kugi_odd_fcode",
              {shown_on_one_line(code), std::to_string(count), std::string(geometry)}}});
}

KugiLine read_kugi_line(const io::FeatureTable& table, std::size_t row, const std::string& label,
                        std::vector<Finding>& findings) {
    return LineReader(table, row, label, findings).run();
}

} // namespace antardesa::workspace
