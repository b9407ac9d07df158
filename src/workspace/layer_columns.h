#pragma once

#include "io/vector_writer.h"
#include "model/rows.h"

#include <functional>

namespace antardesa::workspace {

/// Builds a layer from rows of one kind: a column is a name and how to read it from a row.
template<class Row>
class LayerColumns {
  public:
    using Read = std::function<io::AttributeValue(const Row&)>;

    LayerColumns& text(const char* name, std::function<std::string(const Row&)> read) {
        return add(name, io::FieldType::text, [read = std::move(read)](const Row& row) {
            return io::AttributeValue(read(row));
        });
    }
    LayerColumns& date(const char* name, std::optional<Date> Row::*member) {
        return add(name, io::FieldType::text, [member](const Row& row) {
            const auto& day = row.*member;
            return day ? io::AttributeValue(iso_text(*day)) : io::AttributeValue();
        });
    }
    LayerColumns& real(const char* name, std::function<std::optional<double>(const Row&)> read) {
        return add(name, io::FieldType::real, [read = std::move(read)](const Row& row) {
            const auto value = read(row);
            return value ? io::AttributeValue(*value) : io::AttributeValue();
        });
    }
    /// A reference to another row; null for none.
    template<class Other>
    LayerColumns& id(const char* name, Id<Other> Row::*member) {
        return add(name, io::FieldType::integer, [member](const Row& row) {
            const auto id = row.*member;
            return id ? io::AttributeValue(std::int64_t{id.value}) : io::AttributeValue();
        });
    }
    /// Null for none.
    LayerColumns& number(const char* name,
                         std::function<std::optional<std::int64_t>(const Row&)> read) {
        return add(name, io::FieldType::integer, [read = std::move(read)](const Row& row) {
            const auto value = read(row);
            return value ? io::AttributeValue(*value) : io::AttributeValue();
        });
    }
    LayerColumns& integer(const char* name, std::function<std::int64_t(const Row&)> read) {
        return add(name, io::FieldType::integer, [read = std::move(read)](const Row& row) {
            return io::AttributeValue(read(row));
        });
    }
    LayerColumns& geometry(std::function<geo::Geometry(const Row&)> read) {
        geometry_ = std::move(read);
        return *this;
    }

    template<class Rows>
    io::VectorFile build(std::string_view layer, const Rows& rows) const {
        io::VectorFile file;
        file.layer = layer;
        file.fields = fields_;
        for (const Row& row : rows) {
            io::VectorFile::Row out;
            if (geometry_)
                out.geometry = geometry_(row);
            for (const Read& read : reads_)
                out.values.push_back(read(row));
            file.rows.push_back(std::move(out));
        }
        return file;
    }

  private:
    LayerColumns& add(const char* name, io::FieldType type, Read read) {
        fields_.push_back({name, type});
        reads_.push_back(std::move(read));
        return *this;
    }
    std::vector<io::VectorFile::Field> fields_;
    std::vector<Read> reads_;
    std::function<geo::Geometry(const Row&)> geometry_;
};

} // namespace antardesa::workspace
