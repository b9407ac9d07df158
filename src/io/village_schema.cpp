#include "io/village_schema.h"

#include "base/text.h"
#include "io/detail/village_codes.h"

#include <algorithm>
#include <array>

namespace antardesa::io {

namespace {

struct FieldName {
    VillageField field;
    std::string_view name;
};
constexpr std::array<FieldName, 13> names{{{VillageField::code, "code"},
                                           {VillageField::village, "village"},
                                           {VillageField::district, "district"},
                                           {VillageField::district_code, "district_code"},
                                           {VillageField::regency, "regency"},
                                           {VillageField::regency_code, "regency_code"},
                                           {VillageField::province, "province"},
                                           {VillageField::province_code, "province_code"},
                                           {VillageField::kind, "kind"},
                                           {VillageField::bps_code, "bps_code"},
                                           {VillageField::remark, "remark"},
                                           {VillageField::official_area, "official_area"},
                                           {VillageField::formed, "formed"}}};

/// Known column names of a field, best first, lower case. A "#" stands for four digits of a
/// year ("desa_2008"). Shapefiles cut names to ten characters, hence "village_co".
struct Candidates {
    VillageField field;
    std::vector<std::string_view> columns;
};

const std::vector<Candidates>& candidates() {
    static const std::vector<Candidates> list{
        {VillageField::village,
         {"namobj", "wadmkd", "nmdesa", "nama_desa", "namadesa", "nm_desa", "nama_kel", "village",
          "village_name", "desa", "desa_kel", "kel_desa", "desakel", "desa_#", "kelurahan", "nama",
          "name"}},
        {VillageField::code,
         {"kdepum", "kode_desa", "kodedesa", "kd_desa", "kode_kemendagri", "kode_kemen",
          "kode_dagri", "kode_wilayah", "kode_wil", "kode", "kode_kel", "kode_#", "code"}},
        {VillageField::bps_code,
         {"kdebps", "iddesa", "id_desa", "kode_bps", "kodebps", "village_code", "village_co",
          "kode_desa", "kode", "code", "kode_#"}},
        {VillageField::district,
         {"wadmkc", "nmkec", "nama_kec", "namakec", "nm_kec", "kecamatan", "district", "kec",
          "kec_#", "distrik", "wiadkc"}},
        {VillageField::district_code,
         {"kdcpum", "kode_kec", "kode_kec_", "kodekec", "kd_kec", "district_code", "district_c"}},
        {VillageField::regency,
         {"wadmkk", "nmkab", "nama_kab", "namakab", "nm_kab", "kabupaten", "kab_kota", "kabkot",
          "regency", "kab", "kab_#", "wiadkk"}},
        {VillageField::regency_code,
         {"kdpkab", "kdbpum", "kode_kab", "kodekab", "regency_code", "regency_co"}},
        {VillageField::province,
         {"wadmpr", "nmprov", "nama_prov", "provinsi", "propinsi", "province", "prov", "prop_#",
          "prov_#", "wiadpr"}},
        {VillageField::province_code, {"kdppum", "kode_prov", "province_code", "province_c"}},
        {VillageField::kind, {"tipadm", "jenis", "tipe", "status_desa", "kind"}},
        {VillageField::remark, {"remark", "keterangan", "ket"}},
        {VillageField::official_area, {"luaswh", "luas_ha", "luasan_ha", "luas_resmi"}},
        {VillageField::formed,
         {"tanggal_pembentukan", "tgl_pembentukan", "tanggal_pe", "tgl_pemben", "tgl_bentuk",
          "tglbentuk", "tanggal_bentuk", "pembentukan", "tgl_berdiri", "formed"}}};
    return list;
}

bool matches(std::string_view column, std::string_view candidate) {
    if (candidate.back() != '#')
        return column == candidate;
    const std::string_view start = candidate.substr(0, candidate.size() - 1);
    return column.size() == start.size() + 4 && column.substr(0, start.size()) == start &&
           std::all_of(column.end() - 4, column.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Share of the non-empty values that satisfy the test; 0 for none.
template<class Test>
double share(const Column& column, Test test) {
    std::size_t values = 0;
    std::size_t good = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const std::string text = trimmed(column.text(row));
        if (text.empty())
            continue;
        ++values;
        good += test(text) ? 1 : 0;
    }
    return values == 0 ? 0.0 : static_cast<double>(good) / static_cast<double>(values);
}

// Whose name says which of the two ten-digit code systems it holds.
bool is_named_bps(std::string_view candidate) {
    return candidate == "kdebps" || candidate == "iddesa" || candidate == "id_desa" ||
           candidate == "kode_bps" || candidate == "kodebps";
}

constexpr double most = 0.6; // of the values: codes are often missing or placeholders

bool fits(VillageField field, std::string_view candidate, const Column& column) {
    using namespace detail;
    switch (field) {
    case VillageField::code:
        return share(column, looks_kemendagri) >= most;
    case VillageField::bps_code:
        return share(column, looks_bps) >= most &&
               (is_named_bps(candidate) || share(column, looks_kemendagri) < most);
    case VillageField::district_code:
        return share(column, [](const std::string& t) { return !grouped_code(t, 3).empty(); }) >=
               most;
    case VillageField::regency_code:
        return share(column, [](const std::string& t) { return !grouped_code(t, 2).empty(); }) >=
               most;
    case VillageField::kind:
        return share(column, [](const std::string& t) { return kind_of_text(t).has_value(); }) > 0;
    case VillageField::official_area: {
        for (std::size_t row = 0; row < column.size(); ++row)
            if (column.number(row).value_or(0) > 0)
                return true;
        return false;
    }
    case VillageField::formed:
        return share(column, [](const std::string& t) { return day_of_text(t).has_value(); }) >=
               most;
    default:
        return column.type() == FieldType::text && !column.all_empty();
    }
}

bool is_taken(const FieldMapping& mapping, const Column& column) {
    return std::any_of(mapping.columns.begin(), mapping.columns.end(),
                       [&](const auto& entry) { return entry.second == column.name(); });
}

// A column that is called after the code holds what the office uses as one, right or not: left
// aside, all of it would be lost. The other system's ten digits are not the Kemendagri's.
bool holds_odd_codes(const Column& column) {
    using namespace detail;
    const auto says_something = [](const std::string& text) { return !is_placeholder(text); };
    return share(column, says_something) > 0 && share(column, looks_bps) < most;
}

void take_odd_codes(FieldMapping& mapping, const FeatureTable& table) {
    for (const Candidates& entry : candidates())
        for (const std::string_view candidate : entry.columns)
            for (const Column& column : table.columns)
                if (entry.field == VillageField::code && !mapping.has(VillageField::code) &&
                    matches(lower_case(trimmed(column.name())), candidate) &&
                    !is_taken(mapping, column) && holds_odd_codes(column))
                    mapping.columns[VillageField::code] = column.name();
}

std::string list_of_columns(const FeatureTable& table) {
    std::string list;
    for (const Column& column : table.columns)
        list += (list.empty() ? "" : ", ") + shown_on_one_line(column.name());
    return list;
}

} // namespace

std::string_view village_field_name(VillageField field) {
    for (const FieldName& entry : names)
        if (entry.field == field)
            return entry.name;
    return {};
}

std::optional<VillageField> village_field_from_name(std::string_view name) {
    for (const FieldName& entry : names)
        if (entry.name == name)
            return entry.field;
    return std::nullopt;
}

const std::vector<VillageField>& all_village_fields() {
    static const std::vector<VillageField> fields = [] {
        std::vector<VillageField> list;
        for (const FieldName& entry : names)
            list.push_back(entry.field);
        return list;
    }();
    return fields;
}

std::string_view FieldMapping::column(VillageField field) const {
    const auto found = columns.find(field);
    return found == columns.end() ? std::string_view() : std::string_view(found->second);
}

FieldMapping recognise(const FeatureTable& table) {
    std::vector<std::string> lower;
    for (const Column& column : table.columns)
        lower.push_back(lower_case(trimmed(column.name())));
    FieldMapping mapping;
    for (const Candidates& entry : candidates())
        for (const std::string_view candidate : entry.columns) {
            if (mapping.has(entry.field))
                break;
            for (std::size_t i = 0; i < lower.size(); ++i)
                if (matches(lower[i], candidate) &&
                    fits(entry.field, candidate, table.columns[i])) {
                    mapping.columns[entry.field] = table.columns[i].name();
                    break;
                }
        }
    take_odd_codes(mapping, table);
    return mapping;
}

bool detail::mostly_codes(const FeatureTable& table, const FieldMapping& mapping) {
    if (!mapping.has(VillageField::code))
        return false;
    const auto index = table.column_index(mapping.column(VillageField::code));
    return index && share(table.columns[*index], looks_kemendagri) >= most;
}

Result<FieldMapping> with_field(FieldMapping mapping, const FeatureTable& table,
                                std::string_view assignment) {
    const std::size_t sign = assignment.find('=');
    const std::string name = trimmed(assignment.substr(0, sign));
    const auto field = village_field_from_name(name);
    if (!field || sign == std::string_view::npos) {
        std::string known;
        for (const FieldName& entry : names)
            known += (known.empty() ? "" : ", ") + std::string(entry.name);
        return Refusal{{"io.unknown_field", {shown_on_one_line(name), known}}};
    }
    const std::string wanted = trimmed(assignment.substr(sign + 1));
    if (wanted.empty()) {
        mapping.columns.erase(*field);
        return mapping;
    }
    const auto index = table.column_index(wanted);
    if (!index)
        return Refusal{{"io.no_such_column", {shown_on_one_line(wanted), list_of_columns(table)}}};
    mapping.columns[*field] = table.columns[*index].name();
    return mapping;
}

} // namespace antardesa::io
