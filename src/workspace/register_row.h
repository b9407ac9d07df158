#pragma once

#include "base/text.h"
#include "io/csv_writer.h"
#include "workspace/register_export.h"
#include "workspace/register_import.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>

namespace antardesa::workspace {

/// What is known while the registers of one import are laid, one after the other.
struct RegisterContext {
    explicit RegisterContext(ImportDraft& into);

    ImportDraft& draft;
    std::vector<Finding> findings;
    /// By Kemendagri code; the zero id where several villages carry it.
    std::map<std::string, Id<model::Village>> villages;
    /// (register, id in its file) → id in the draft.
    std::map<std::pair<Register, std::string>, std::int64_t> laid;
    /// Of each parent, the old children that no row told again yet.
    struct OldChildren {
        std::deque<std::int64_t> ids;
        bool came_again = false;                                      ///< the parent did
        void (*erase)(ImportDraft& draft, std::int64_t id) = nullptr; ///< null: they stay
    };
    std::map<std::pair<Register, std::int64_t>, OldChildren> children;
    /// Registers whose children are sorted by parent already.
    std::set<Register> sorted;
    /// Parents of which a row was refused, 0 for one that is not known: it may have been any of
    /// their old children (of all), so none of them goes.
    std::set<std::pair<Register, std::int64_t>> doubtful;
    /// An agreement and what it amends, by the id in its file, which may come further down.
    struct Amendment {
        Id<model::Agreement> agreement;
        std::string written;
        Finding lost;   ///< to say when no such row comes
        Finding itself; ///< to say when it is the agreement's own
    };
    std::vector<Amendment> amendments;
    /// Registers that are among the files of this import. A row of another one is named as the
    /// project has it: "#12", or by its number or name where only one row is called so.
    std::set<Register> along;
    /// Columns that the rows of a register were asked for, in small letters.
    std::map<Register, std::set<std::string>> asked;
    /// Cases with a claim whose line is another one than before.
    std::set<Id<model::BoundaryDispute>> newly_claimed;
    std::optional<Date> today = {}; ///< none: no day is held to lie ahead
    /// A row by itself, from a form: the id that it stands for, 0 for a new one.
    std::optional<std::int64_t> only = {};
    /// What this import laid: a second row never replaces the first one of the same import.
    std::set<std::pair<Register, std::int64_t>> fresh;
};

/// One row of a register while it is read: cells as values, with a finding for each that cannot
/// be. A row is usable until `refuse` or a needed reference that leads nowhere.
class RegisterRow {
  public:
    RegisterRow(RegisterContext& context, Register kind, const io::Table& table,
                const io::Table::Row& row)
        : context_(context), kind_(kind), table_(table), row_(row) {}

    std::string text(std::string_view column) const {
        context_.asked[kind_].insert(lower_case(column));
        return io::without_formula_guard(table_.cell(row_, column));
    }
    /// With what goes on in "<column>_2", "<column>_3", …: a sheet's cell holds 32,767 characters.
    std::string long_text(std::string_view column) const;
    std::optional<Date> date(std::string_view column);
    /// Nothing, with a warning, for a day of the column that lies ahead: what was made, signed or
    /// held cannot.
    std::optional<Date> unless_to_come(const std::optional<Date>& day, std::string_view column);
    /// Nothing, with a warning, for what is no finite number.
    std::optional<double> number(std::string_view column);
    /// Nothing, with a warning, also for one outside the bounds.
    std::optional<double> number(std::string_view column, double least, double most);
    /// An amount: not negative, and less than the budget of a province.
    std::optional<double> rupiah(std::string_view column) { return number(column, 0, 1e14); }
    /// "ya", "1", "true", "y".
    bool yes(std::string_view column) const;
    template<class Enum>
    Enum code(std::string_view column, Enum otherwise) {
        const std::string value = lower_case_text(column);
        if (value.empty())
            return otherwise;
        if (const auto known = model::from_code<Enum>(value))
            return *known;
        warn("workspace.register.unknown_code", "register_unknown_code", column);
        return otherwise;
    }

    /// Zero for an empty cell. A code that no village, or more than one, carries makes the row
    /// unusable.
    Id<model::Village> village(std::string_view column);
    /// Several, separated by ";", ascending, each once.
    std::vector<Id<model::Village>> villages(std::string_view column);
    /// Of a kecamatan, by its code; zero with a warning when there is none.
    Id<model::District> district(std::string_view column);
    /// A row of another register by the id written there, or as `RegisterContext::along` says. Zero
    /// for an empty cell, and for an id that is not there, of which `lay` warns unless `keep` finds
    /// the row's own link.
    template<class Row>
    Id<Row> reference(std::string_view column, Register to) {
        return {find(column, to, false)};
    }
    /// The same where the row is nothing without it: else the row becomes unusable.
    /// The first one asked for is the row's parent.
    template<class Row>
    Id<Row> needed(std::string_view column, Register to) {
        const std::int64_t id = find(column, to, true);
        if (parent_ == 0)
            parent_ = id;
        return {id};
    }

    bool lacks(std::string_view column) const { return !table_.column_index(column); }
    /// Of a column that tells which row is meant: whether any will do, for the file lacks it.
    bool any_will_do(std::string_view column) const {
        if (lacks(column))
            unsaid_key_ = column;
        return lacks(column);
    }

    /// A file without a column says nothing of it: what the row had stays. Takes columns, each with
    /// the member that it fills. Pre-condition: the row has its id.
    template<class Row, class Value, class... Rest>
    void keep_unsaid(Row& row, std::string_view column, Value Row::*member, Rest... rest) const {
        if (lacks(column))
            if (const Row* before = context_.draft.template table<Row>().find(row.id))
                row.*member = before->*member;
        if constexpr (sizeof...(rest) > 0)
            keep_unsaid(row, rest...);
    }

    /// Whether an old row has the link that this one was written with. Of a register that did not
    /// come along the id alone tells which it is.
    template<class Target>
    bool same_link(Id<Target> read, Id<Target> old, std::string_view column) const {
        const std::string written = read ? std::string() : text(column);
        return any_will_do(column) ||
               (written.empty() ? read == old : std::to_string(old.value) == written);
    }

    /// Where the register that `column` refers to did not come along, a row that was there before
    /// keeps its link: what is exported and imported again, alone, changes nothing. One that the
    /// file writes otherwise is warned of, and kept. Nor does a file without the column say
    /// anything of it. Pre-condition: the row has its id.
    template<class Row, class Target>
    void keep(Row& row, Id<Target> Row::*link, std::string_view column) {
        keep_unsaid(row, column, link);
        const auto lost = std::find(lost_.begin(), lost_.end(), column);
        if (lost == lost_.end() || context_.only)
            return;
        const Row* before = context_.draft.template table<Row>().find(row.id);
        if (!before || !(before->*link))
            return;
        const bool equal = text(column) == std::to_string((before->*link).value);
        row.*link = before->*link;
        lost_.erase(lost);
        if (!equal)
            warn("workspace.register.kept_reference", "register_kept_reference", column);
    }

    void warn(std::string_view key, std::string_view code, std::string_view column);
    Finding finding(Severity severity, std::string_view key, std::string_view code,
                    std::string_view column) const;
    /// Leaves the row out, once, with an error finding.
    void refuse(std::string_view key, std::string_view code, std::string_view column);
    bool usable() const { return usable_; }

    RegisterContext& context() { return context_; }
    /// Stores the row and remembers its id for those that refer to it; a refused one nowhere.
    template<class Row>
    Id<Row> lay(Row row) {
        if (!usable_)
            return {};
        warn_of_lost();
        const Id<Row> id = context_.draft.put(std::move(row));
        context_.fresh.insert({kind_, id.value});
        if (const std::string written = text("id"); !written.empty())
            context_.laid[{kind_, written}] = id.value;
        return id;
    }
    bool is_fresh(std::int64_t id) const { return context_.fresh.count({kind_, id}) != 0; }
    /// The id of the first row of the draft that `same` holds for, or zero.
    template<class Row, class Same>
    Id<Row> first(Same same) const {
        for (const Row& row : context_.draft.template table<Row>())
            if (same(row))
                return row.id;
        return {};
    }
    /// The row of this register that was there before the import and stands for the same thing;
    /// zero when there is none, so that `lay` gives a new id. Refused where several may be meant
    /// because the file lacks a column; warned of where the same import laid such a row already.
    template<class Row, class Same>
    Id<Row> already(Same same) {
        if (context_.only)
            return {*context_.only};
        std::deque<std::int64_t> old;
        bool again = false;
        for (const Row& row : context_.draft.template table<Row>()) {
            if (!same(row))
                continue;
            if (is_fresh(row.id.value))
                again = true;
            else
                old.push_back(row.id.value);
        }
        return {the_one_of(old, again)};
    }
    /// As `told_again`, of what a parent is made of: those that no row tells again go.
    template<class Child, class Parent, class Same>
    Id<Child> part_of(Id<Parent> parent, Id<Parent> Child::*of, Same same) {
        if (!context_.only)
            old_children(parent, of).erase = [](ImportDraft& draft, std::int64_t id) {
                draft.erase(Id<Child>{id});
            };
        return told_again(parent, of, same);
    }
    /// The old child of the parent that the row tells again, which `same` holds for; zero: a
    /// further one. Those that no row tells again stay. Refuses and warns as `already`.
    template<class Child, class Parent, class Same>
    Id<Child> told_again(Id<Parent> parent, Id<Parent> Child::*of, Same same) {
        if (context_.only)
            return {*context_.only};
        const model::Table<Child>& table = context_.draft.template table<Child>();
        std::deque<std::int64_t>& ids = old_children(parent, of).ids;
        std::deque<std::int64_t> old;
        std::copy_if(ids.begin(), ids.end(), std::back_inserter(old),
                     [&](std::int64_t id) { return same(*table.find(Id<Child>{id})); });
        const bool again =
            old.empty() && std::any_of(table.begin(), table.end(), [&](const Child& child) {
                return child.*of == parent && same(child) && is_fresh(child.id.value);
            });
        const Id<Child> id{the_one_of(old, again)};
        std::erase(ids, id.value);
        return id;
    }

  private:
    template<class Child, class Parent>
    RegisterContext::OldChildren& old_children(Id<Parent> parent, Id<Parent> Child::*of) {
        if (context_.sorted.insert(kind_).second)
            for (const Child& child : context_.draft.template table<Child>())
                context_.children[{kind_, (child.*of).value}].ids.push_back(child.id.value);
        RegisterContext::OldChildren& old = context_.children[{kind_, parent.value}];
        old.came_again = true;
        return old;
    }
    /// The row that "#12 Sukamaju" names (`reference_text`); in a form the id alone will do.
    template<class Row>
    const Row* named_row(const std::string& text) const {
        const std::size_t space = text.find(' ');
        const auto id =
            text.starts_with('#') ? parse_integer(text.substr(1, space - 1)) : std::nullopt;
        const Row* row = id ? context_.draft.template table<Row>().find(Id<Row>{*id}) : nullptr;
        const bool by_id = space == std::string::npos && context_.only.has_value();
        return row && (by_id || (space != std::string::npos && text.substr(space + 1) == row->name))
                   ? row
                   : nullptr;
    }
    Id<model::Village> village_called(const std::string& code, std::string_view column);
    std::string lower_case_text(std::string_view column) const;
    void warn_of_lost();
    /// Of the old rows that fit the first, or zero.
    std::int64_t the_one_of(const std::deque<std::int64_t>& old, bool again);
    std::int64_t find(std::string_view column, Register to, bool needed);

    RegisterContext& context_;
    Register kind_;
    const io::Table& table_;
    const io::Table::Row& row_;
    bool usable_ = true;
    std::int64_t parent_ = 0;
    mutable std::string_view unsaid_key_; ///< a column that would tell which row is meant
    std::vector<std::string> lost_;       ///< columns whose id leads nowhere
};

/// Each lays one row of its register, or refuses it.
void lay_document(RegisterRow& row);
void lay_legal_basis(RegisterRow& row);
void lay_segment(RegisterRow& row);
void lay_third_party(RegisterRow& row);
void lay_body(RegisterRow& row);
void lay_body_member(RegisterRow& row);
void lay_enterprise(RegisterRow& row);
void lay_enterprise_capital(RegisterRow& row);
void lay_agreement(RegisterRow& row);
void lay_agreement_party(RegisterRow& row);
void lay_dispute(RegisterRow& row);
void lay_claim(RegisterRow& row);
void lay_asset(RegisterRow& row);
void lay_asset_share(RegisterRow& row);
void lay_proposal(RegisterRow& row);
void lay_boundary_subject(RegisterRow& row);
void lay_meeting(RegisterRow& row);
void lay_funding(RegisterRow& row);
void lay_report(RegisterRow& row);
void lay_problem(RegisterRow& row);
void lay_evaluation(RegisterRow& row);
void lay_body_activity(RegisterRow& row);
void lay_asset_care(RegisterRow& row);
void lay_local_step(RegisterRow& row);
void lay_case_segment(RegisterRow& row);
void lay_signatory(RegisterRow& row);
void lay_evidence(RegisterRow& row);
void lay_attachment(RegisterRow& row);
void lay_village_alias(RegisterRow& row);
void lay_column_meaning(RegisterRow& row);

/// The laying of one register.
void (*lay_of(Register kind))(RegisterRow& row);
std::string_view name_of(Register kind);

} // namespace antardesa::workspace
