#include "workspace/office_rows.h"
#include "workspace/office_values.h"

#include "base/text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace antardesa::workspace {

namespace {

/// BKAD and their members; a body is begun once, with what the project knows of it.
class BodyRows {
  public:
    explicit BodyRows(OfficeRows& list)
        : list_(list), bodies_(list.made(Register::body)),
          members_(list.made(Register::body_member)) {}

    /// Of this list.
    std::size_t bodies() const { return entered_.size(); }
    std::string& cell(std::string_view column) { return bodies_.cell(body_, column); }

    /// The body of that name is the one that is read on.
    void enter(const io::Table::Row& row, const std::string& name) {
        if (const auto there = bodies_.row_called("nama", name)) {
            body_ = *there;
            entered_.insert(body_);
            return;
        }
        const std::string id = list_.fresh_id(Register::body);
        if (const auto* known = named(list_.atlas().table<model::CooperationBody>(), name)) {
            list_.begin_known(Register::body, row.line, known->id);
            list_.begin_known_children(Register::body_member, row.line, known->id,
                                       &model::BodyMember::body, "bkad_id", id);
        } else {
            bodies_.begin(row.line);
            bodies_.cell("nama") = name;
        }
        body_ = bodies_.size() - 1;
        entered_.insert(body_);
        bodies_.cell("id") = id;
    }

    /// The person's row of the body, with what is known of it; a new one where there is none.
    std::size_t member(const io::Table::Row& row, const std::string& person) {
        const std::string& id = cell("id");
        for (std::size_t i = 0; i < members_.size(); ++i)
            if (members_.cell(i, "bkad_id") == id &&
                lower_case(members_.cell(i, "nama")) == lower_case(person))
                return i;
        members_.begin(row.line);
        members_.cell("bkad_id") = id;
        members_.cell("nama") = person;
        return members_.size() - 1;
    }
    std::string& member_cell(std::size_t member, std::string_view column) {
        return members_.cell(member, column);
    }

  private:
    OfficeRows& list_;
    MadeRegister& bodies_;
    MadeRegister& members_;
    std::size_t body_ = 0;
    std::set<std::size_t> entered_;
};

std::optional<std::string> district(const model::Atlas& atlas, const std::string& written) {
    std::string name = lower_case(written);
    for (const std::string_view kind : {"kecamatan ", "kec. ", "kec "})
        if (name.starts_with(kind))
            name = trimmed(name.substr(kind.size()));
    for (const model::District& known : atlas.districts())
        if (lower_case(known.name) == name || (!known.code.empty() && known.code == name))
            return reference_text(known);
    return std::nullopt;
}

/// Officers of a BUM Desa Bersama stand in its own row, without a term.
class EnterpriseOfficers {
  public:
    explicit EnterpriseOfficers(OfficeRows& list)
        : list_(list), enterprises_(list.made(Register::enterprise)) {}

    /// Whether the body is a BUM Desa Bersama, of the project or by how it is called.
    bool is_one(const std::string& name) const {
        if (named(list_.atlas().table<model::CooperationBody>(), name))
            return false;
        const std::string text = lower_case(name);
        return named(list_.atlas().table<model::JointEnterprise>(), name) ||
               text.starts_with("bum desa") || text.starts_with("bumdes");
    }
    void add(const io::Table::Row& row, const std::string& name, const std::string& person) {
        const std::size_t at = list_.enter_enterprise(row, name);
        const std::string office = lower_case(list_.value(row, "jabatan"));
        const char* column = office.find("pengawas") != std::string::npos    ? "pengawas"
                             : office.find("penasihat") != std::string::npos ? "penasihat"
                             : office.find("direktur") != std::string::npos ||
                                     office.find("pelaksana") != std::string::npos ||
                                     office == "ketua"
                                 ? "direktur"
                                 : nullptr;
        if (!column) {
            list_.say(Severity::warning, "office_value_left", row, {"jabatan", person});
            return;
        }
        std::string& cell = enterprises_.cell(at, column);
        const bool fresh = written_.insert({at, column}).second;
        cell = fresh ? person : cell + ", " + person;
        for (const char* field : {"masa_jabatan", "jabatan_mulai", "jabatan_sampai"})
            if (const std::string term = list_.value(row, field); !term.empty())
                list_.say(Severity::warning, "office_value_left", row, {field, term});
    }

  private:
    OfficeRows& list_;
    MadeRegister& enterprises_;
    std::set<std::pair<std::size_t, std::string>> written_;
};

void read_body(OfficeRows& list, BodyRows& bodies, const io::Table::Row& row) {
    list.take(row, "tanggal", bodies.cell("tanggal"), office_day);
    list.take(row, "kecamatan", bodies.cell("kode_kecamatan"),
              [&](const std::string& written) { return district(list.atlas(), written); });
    if (const std::string number = list.value(row, "nomor"); !number.empty())
        bodies.cell("dokumen_id") =
            list.founding_document(row, number, "Pembentukan " + bodies.cell("nama"));
    for (const char* office : {"ketua", "sekretaris", "bendahara"})
        if (const std::string person = list.value(row, office); !person.empty())
            bodies.member_cell(bodies.member(row, person), "jabatan") = office;
}

void read_term(OfficeRows& list, BodyRows& bodies, const io::Table::Row& row, std::size_t member) {
    list.take(row, "jabatan_mulai", bodies.member_cell(member, "jabatan_mulai"), office_day);
    list.take(row, "jabatan_sampai", bodies.member_cell(member, "jabatan_sampai"), office_day);
    const std::string written = list.value(row, "masa_jabatan");
    if (written.empty())
        return;
    if (const auto term = office_term(written)) {
        bodies.member_cell(member, "jabatan_mulai") = term->from;
        bodies.member_cell(member, "jabatan_sampai") = term->to;
    } else {
        list.say(Severity::warning, "office_value_left", row, {"masa_jabatan", written});
    }
}

void read_member(OfficeRows& list, BodyRows& bodies, const io::Table::Row& row,
                 const std::string& person) {
    const std::size_t member = bodies.member(row, person);
    if (const std::string office = list.value(row, "jabatan"); !office.empty())
        bodies.member_cell(member, "jabatan") = office;
    const auto code = [](const char* name) {
        return [name](const std::string& written) { return office_code(name, written); };
    };
    list.take(row, "unsur", bodies.member_cell(member, "unsur"), code("unsur"));
    list.take(row, "kelamin", bodies.member_cell(member, "kelamin"), code("kelamin"));
    read_term(list, bodies, row, member);
    const std::string written = list.value(row, "desa");
    if (written.empty())
        return;
    if (const auto village = list.village(row, written, list.value(row, "kecamatan"), false))
        bodies.member_cell(member, "kode_desa") = *village;
}

} // namespace

std::size_t read_office_bodies(OfficeRows& list) {
    BodyRows bodies(list);
    for (const io::Table::Row& row : list.rows()) {
        const std::string name = list.value(row, "nama");
        if (list.is_no_entry(row))
            continue;
        if (!name.empty())
            bodies.enter(row, name);
        if (bodies.bodies() > 0)
            read_body(list, bodies, row);
        else
            list.say(Severity::warning, "office_row_left", row, {"nama"});
    }
    return bodies.bodies();
}

std::size_t read_office_members(OfficeRows& list) {
    BodyRows bodies(list);
    EnterpriseOfficers officers(list);
    std::string body;
    std::size_t people = 0;
    for (const io::Table::Row& row : list.rows()) {
        if (list.is_no_entry(row))
            continue;
        if (const std::string name = list.value(row, "badan"); !name.empty())
            body = name;
        const std::string person = list.value(row, "nama");
        if (body.empty() || person.empty()) {
            list.say(Severity::warning, "office_row_left", row, {body.empty() ? "badan" : "nama"});
            continue;
        }
        ++people;
        if (officers.is_one(body)) {
            officers.add(row, body, person);
            continue;
        }
        bodies.enter(row, body);
        read_member(list, bodies, row, person);
    }
    return people;
}

} // namespace antardesa::workspace
