#pragma once

#include "base/text.h"
#include "workspace/office_columns.h"
#include "workspace/register_export.h"
#include "workspace/register_import.h"
#include "workspace/register_reference.h"

#include <algorithm>
#include <map>
#include <utility>

/// What the readers of the kinds of an office's lists have in common.
namespace antardesa::workspace {

/// Rows of one register while they are made.
class MadeRegister {
  public:
    MadeRegister(Register kind, const std::string& source, std::vector<std::string> columns);
    /// What lists before this one made of the same kind.
    explicit MadeRegister(io::Table made) : table_(std::move(made)), before_(table_.rows.size()) {}

    void begin(std::int64_t line);
    /// As the project has it.
    void begin(std::int64_t line, std::vector<std::string> cells);
    bool empty() const { return table_.rows.empty(); }
    std::size_t size() const { return table_.rows.size(); }
    /// Rows of this list.
    std::size_t begun() const { return table_.rows.size() - before_; }
    /// Of the last row, or of the one with that number. Pre-condition: there is such a column.
    std::string& cell(std::string_view column);
    std::string& cell(std::size_t row, std::string_view column);
    /// The number of the row that has these values.
    std::optional<std::size_t>
    row_with(std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
    /// The same of one column, whatever the case of its letters.
    std::optional<std::size_t> row_called(std::string_view column, const std::string& name) const;
    bool has(std::string_view column) const { return table_.column_index(column).has_value(); }
    const io::Table& table() const { return table_; }

  private:
    io::Table table_;
    std::size_t before_ = 0;
};

/// One list while it is read: values by field, villages by name, what becomes of it.
class OfficeRows {
  public:
    /// `made`: registers that other lists of the same import have become; rows are found there too.
    OfficeRows(const model::Atlas& atlas, const io::Table& table, const OfficeChoices& choices,
               OfficeKind kind, std::vector<io::Table> made = {});

    const model::Atlas& atlas() const { return atlas_; }
    const std::vector<io::Table::Row>& rows() const { return table_.rows; }
    bool has(std::string_view field) const;
    /// All columns that hold the field, joined by "; ".
    std::string value(const io::Table::Row& row, std::string_view field) const;
    /// Nothing in it but figures that count the columns, a sum of all rows, or what stands below
    /// the list (who signed it); the last two are told.
    bool is_no_entry(const io::Table::Row& row);

    MadeRegister& made(Register kind);
    /// An id of this list that no register has.
    std::string fresh_id(Register kind);
    /// As a register's row has it; rows of other registers as "#12".
    std::vector<std::string> stored_cells(Register kind, std::size_t index) const;
    /// Begins a row with what the project knows of it. Pre-condition: the project has the row.
    template<class Row>
    void begin_known(Register kind, std::int64_t line, Id<Row> id) {
        made(kind).begin(line, stored_cells(kind, atlas_.table<Row>().index_of(id)));
    }
    /// The rows of a child register that belong to the project's row, under its new id.
    template<class Child, class Parent>
    void begin_known_children(Register kind, std::int64_t line, Id<Parent> parent,
                              Id<Parent> Child::*of, std::string_view column,
                              const std::string& id) {
        const auto& children = atlas_.table<Child>();
        for (std::size_t i = 0; i < children.size(); ++i)
            if (children[i].*of == parent) {
                made(kind).begin(line, stored_cells(kind, i));
                made(kind).cell(column) = id;
            }
    }

    /// The row of the BUM Desa Bersama called so: begun with what the project knows of it, or with
    /// its name alone, unless it is there.
    std::size_t enter_enterprise(const io::Table::Row& row, const std::string& name);

    /// The village in a register's words, or nothing: the name then has its finding, unless it is
    /// left. `note`: what is left out is told as being kept in the remark.
    std::optional<std::string> village(const io::Table::Row& row, const std::string& written,
                                       const std::string& district, bool kept_in_remark);

    /// The field's value as a register has it, into the cell; one that cannot be read has a
    /// finding, and is returned.
    template<class AsStored>
    std::string take(const io::Table::Row& row, std::string_view field, std::string& cell,
                     AsStored as_stored, bool kept_in_remark = false) {
        const std::string written = value(row, field);
        if (written.empty())
            return {};
        if (const auto stored = as_stored(written)) {
            cell = *stored;
            return {};
        }
        say(Severity::warning, kept_in_remark ? "office_value" : "office_value_left", row,
            {std::string(field), written});
        return written;
    }
    void take_text(const io::Table::Row& row, std::string_view field, std::string& cell) const {
        if (const std::string written = value(row, field); !written.empty())
            cell = written;
    }
    /// The row of `dokumen` with that number: "#12" of the project's, else one that is made.
    std::string founding_document(const io::Table::Row& row, const std::string& number,
                                  const std::string& about);

    /// {0} the file, {1} the line, then the arguments.
    void say(Severity severity, const std::string& code, const io::Table::Row& row,
             std::vector<std::string> arguments);

    OfficeList finish(std::size_t entries);

  private:
    const OfficeName& known_name(const std::string& written, const std::string& district);
    Id<model::Village> village_of(const std::string& chosen) const;
    std::string candidates_of(const OfficeName& name) const;
    std::string file() const;
    Finding finding(Severity severity, const std::string& code,
                    std::vector<std::string> arguments) const;
    bool is_sum(const io::Table::Row& row) const;
    bool counts_columns(const io::Table::Row& row) const;
    std::size_t rows_of_list() const;
    void tell_columns();
    void remember();

    const model::Atlas& atlas_;
    const io::Table& table_;
    const OfficeChoices& choices_;
    const std::vector<io::WrittenSheet> sheets_;
    std::string prefix_; ///< so that ids of several sheets differ
    VillageNames names_;
    OfficeList list_;
    std::size_t list_rows_ = 0; ///< the rows from here on stand below the list
    std::map<Register, MadeRegister> made_;
};

/// The row of that name, whatever the case of its letters and the blanks around it.
template<class Row>
const Row* named(const model::Table<Row>& rows, const std::string& name) {
    const std::string wanted = lower_case(trimmed(name));
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return lower_case(trimmed(row.name)) == wanted;
    });
    return at == rows.end() ? nullptr : &*at;
}

/// Each reads the rows of its kind into registers and returns how many things they are.
std::size_t read_office_agreements(OfficeRows& list);
std::size_t read_office_assets(OfficeRows& list);
std::size_t read_office_bodies(OfficeRows& list);
std::size_t read_office_members(OfficeRows& list);
std::size_t read_office_enterprises(OfficeRows& list);

} // namespace antardesa::workspace
