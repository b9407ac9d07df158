#include "io/detail/village_rows.h"

#include "base/text.h"
#include "io/detail/village_codes.h"

namespace antardesa::io::detail {

namespace {

class RowReader {
  public:
    RowReader(const FeatureTable& table, const FieldMapping& mapping)
        : table_(table), mapping_(mapping) {}

    VillageRow read(std::size_t index) const {
        VillageRow row;
        row.index = index;
        row.fid = table_.features[index].fid;
        row.name = text(VillageField::village, index);
        row.district = district_name(text(VillageField::district, index));
        row.regency = regency_name(text(VillageField::regency, index));
        row.province = text(VillageField::province, index);
        row.remark = text(VillageField::remark, index);
        read_codes(row, index);
        if (const Column* area = column(VillageField::official_area))
            if (const auto value = area->number(index); value && *value > 0)
                row.official_area = value;
        if (const std::string day = text(VillageField::formed, index); !is_placeholder(day)) {
            row.formed = day_of_text(day);
            row.odd_day = row.formed ? std::string() : day;
        }
        row.kind = kind_of_code(row.code);
        if (row.kind == ImportedKind::unknown)
            row.kind = kind_of_text(text(VillageField::kind, index)).value_or(row.kind);
        return row;
    }

  private:
    const Column* column(VillageField field) const {
        if (!mapping_.has(field))
            return nullptr;
        const auto index = table_.column_index(mapping_.column(field));
        return index ? &table_.columns[*index] : nullptr;
    }

    std::string text(VillageField field, std::size_t index) const {
        const Column* found = column(field);
        return found ? trimmed(found->text(index)) : std::string();
    }

    void read_codes(VillageRow& row, std::size_t index) const {
        const std::string code = text(VillageField::code, index);
        if (is_placeholder(code))
            row.placeholder = code;
        else
            row.code = normalised_code(code).value_or(code);
        const std::string bps = text(VillageField::bps_code, index);
        row.bps_code = bps_digits(bps);
        if (row.bps_code.empty() && !is_placeholder(bps))
            row.bps_code = bps;
        row.district_code = grouped_code(text(VillageField::district_code, index), 3);
        row.regency_code = grouped_code(text(VillageField::regency_code, index), 2);
        if (row.code.size() == 13 && normalised_code(row.code)) {
            row.district_code = row.code.substr(0, 8);
            row.regency_code = row.code.substr(0, 5);
        }
        if (row.regency_code.empty() && !row.district_code.empty())
            row.regency_code = row.district_code.substr(0, 5);
    }

    const FeatureTable& table_;
    const FieldMapping& mapping_;
};

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

} // namespace

std::vector<VillageRow> village_rows(const FeatureTable& table, const FieldMapping& mapping) {
    const RowReader reader(table, mapping);
    std::vector<VillageRow> rows;
    rows.reserve(table.features.size());
    for (std::size_t i = 0; i < table.features.size(); ++i)
        rows.push_back(reader.read(i));
    return rows;
}

std::string special_kind(const VillageRow& row) {
    const std::string name = comparable(row.name);
    if (name.find("tidak terdefinisi") != std::string::npos ||
        name.find("belum terdefinisi") != std::string::npos || name == "undefined")
        return "tidak_terdefinisi";
    if (!row.code.empty() || row.kind != ImportedKind::unknown)
        return {};
    if (name == "indonesia")
        return "lain_lain";
    // Villages may be called "Danau …" or "Hutan …": only the remark says what a thing is.
    const std::string remark = comparable(row.remark);
    if (starts_with(remark, "danau") || starts_with(remark, "waduk"))
        return "danau";
    if (starts_with(remark, "hutan") || starts_with(remark, "kawasan hutan"))
        return "hutan";
    if (remark == "laut" || remark == "perairan laut")
        return "laut";
    return {};
}

std::string identity(const VillageRow& row) {
    const std::string name = comparable(row.name);
    if (!row.code.empty())
        return "c" + row.code + "\n" + name;
    if (!row.bps_code.empty())
        return "b" + row.bps_code + "\n" + name;
    if (name.empty() || row.district.empty())
        return "f" + std::to_string(row.index);
    return "n" + name + "\n" + comparable(row.district) + "\n" + comparable(row.regency);
}

} // namespace antardesa::io::detail
