#include "io/feature_table.h"

#include "base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace antardesa::io {

namespace {

// Codes kept as reals in a .dbf come back as 6101072008.000001: fifteen digits are all that a
// double carries, so a number that is whole to fifteen digits is whole.
std::string real_text(double value) {
    std::array<char, 400> text{};
    const double whole = std::round(value);
    if (std::abs(value) < 1e15 && std::abs(value - whole) <= std::abs(value) * 1e-15) {
        std::snprintf(text.data(), text.size(), "%.0f", whole);
        return text.data();
    }
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

} // namespace

const char* field_type_name(FieldType type) {
    switch (type) {
    case FieldType::integer:
        return "integer";
    case FieldType::real:
        return "real";
    case FieldType::text:
        break;
    }
    return "text";
}

bool Column::all_empty() const {
    for (std::size_t row = 0; row < size(); ++row)
        if (!is_null(row) && (type_ != FieldType::text || !trimmed(text_view(row)).empty()))
            return false;
    return true;
}

std::string_view Column::text_view(std::size_t row) const {
    if (type_ != FieldType::text || is_null(row))
        return {};
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(bytes_).substr(begin, ends_[row] - begin);
}

std::string Column::text(std::size_t row) const {
    if (is_null(row))
        return {};
    switch (type_) {
    case FieldType::integer:
        return std::to_string(integers_[row]);
    case FieldType::real:
        return std::isfinite(reals_[row]) ? real_text(reals_[row]) : std::string();
    case FieldType::text:
        break;
    }
    return std::string(text_view(row));
}

std::optional<double> Column::number(std::size_t row) const {
    if (is_null(row))
        return std::nullopt;
    std::optional<double> value;
    if (type_ == FieldType::integer)
        value = static_cast<double>(integers_[row]);
    else if (type_ == FieldType::real)
        value = reals_[row];
    else
        value = parse_number(trimmed(text_view(row)));
    return value && std::isfinite(*value) ? value : std::nullopt;
}

AttributeValue Column::value(std::size_t row) const {
    if (is_null(row))
        return {};
    if (type_ == FieldType::integer)
        return integers_[row];
    if (type_ == FieldType::real)
        return reals_[row];
    return std::string(text_view(row));
}

void Column::append_null() {
    nulls_.push_back(true);
    if (type_ == FieldType::integer)
        integers_.push_back(0);
    else if (type_ == FieldType::real)
        reals_.push_back(0);
    else
        ends_.push_back(bytes_.size());
}

void Column::append(std::int64_t value) {
    nulls_.push_back(false);
    integers_.push_back(value);
}

void Column::append(double value) {
    nulls_.push_back(false);
    reals_.push_back(value);
}

void Column::append(std::string_view value) {
    nulls_.push_back(false);
    bytes_.append(value);
    ends_.push_back(bytes_.size());
}

std::optional<std::size_t> FeatureTable::column_index(std::string_view name) const {
    const std::string wanted = lower_case(name);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (lower_case(columns[i].name()) == wanted)
            return i;
    return std::nullopt;
}

std::size_t vertex_count(const FeatureTable& table) {
    std::size_t count = 0;
    for (const Feature& feature : table.features)
        count += geo::vertex_count(feature.geometry);
    return count;
}

geo::Box bounds(const FeatureTable& table) {
    geo::Box box;
    for (const Feature& feature : table.features)
        box.extend(geo::bounds(feature.geometry));
    return box;
}

} // namespace antardesa::io
