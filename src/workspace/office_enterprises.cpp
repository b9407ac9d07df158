#include "workspace/office_rows.h"
#include "workspace/office_values.h"

#include <set>

namespace antardesa::workspace {

namespace {

/// BUM Desa Bersama with the capital of their villages.
class EnterpriseReader {
  public:
    explicit EnterpriseReader(OfficeRows& list)
        : list_(list), enterprises_(list.made(Register::enterprise)),
          capital_(list.made(Register::enterprise_capital)) {}

    std::size_t run() {
        for (const io::Table::Row& row : list_.rows())
            if (!list_.is_no_entry(row))
                read(row);
        return entered_.size();
    }

  private:
    void read(const io::Table::Row& row) {
        const std::string name = list_.value(row, "nama");
        if (!name.empty()) {
            at_ = list_.enter_enterprise(row, name);
            entered_.insert(at_);
        } else if (entered_.empty()) {
            list_.say(Severity::warning, "office_row_left", row, {"nama"});
            return;
        }
        read_values(row);
        read_capital(row);
    }

    std::string& cell(std::string_view column) { return enterprises_.cell(at_, column); }

    void read_values(const io::Table::Row& row) {
        list_.take(row, "keadaan", cell("keadaan"),
                   [](const std::string& written) { return office_code("keadaan", written); });
        list_.take(row, "tanggal_sertifikat", cell("tanggal_sertifikat"), office_day);
        for (const char* field :
             {"nomor_sertifikat", "bidang_usaha", "direktur", "penasihat", "pengawas", "alamat"})
            list_.take_text(row, field, cell(field));
        // A number of its certificate is what makes it a legal person (PP 11/2021 art. 8).
        if (cell("keadaan").empty() && !cell("nomor_sertifikat").empty())
            cell("keadaan") = "berbadan_hukum";
        if (const std::string number = list_.value(row, "nomor"); !number.empty())
            cell("dokumen_id") = list_.founding_document(row, number, "Pendirian " + cell("nama"));
    }

    void read_capital(const io::Table::Row& row) {
        const std::vector<std::string> villages = office_parts(list_.value(row, "desa"));
        const std::string district = list_.value(row, "kecamatan");
        const std::string written = list_.value(row, "modal");
        std::vector<std::string> sums =
            villages.size() > 1 ? office_parts(written) : std::vector{written};
        // One sum for several villages is not theirs to be divided by us.
        if (sums.size() != villages.size()) {
            if (!written.empty())
                list_.say(Severity::warning, "office_value_left", row, {"modal", written});
            sums.clear();
        }
        for (std::size_t i = 0; i < villages.size(); ++i) {
            const NameWithFigure part = name_with_figure(villages[i]);
            add(row, part.name, district,
                part.figure.empty() && !sums.empty() ? sums[i] : part.figure);
        }
    }

    void add(const io::Table::Row& row, const std::string& name, const std::string& district,
             const std::string& sum) {
        const auto village = list_.village(row, name, district, false);
        if (!village)
            return;
        const std::string id = cell("id");
        auto at = capital_.row_with({{"bum_desa_bersama_id", id}, {"kode_desa", *village}});
        if (!at) {
            capital_.begin(row.line);
            capital_.cell("bum_desa_bersama_id") = id;
            capital_.cell("kode_desa") = *village;
            at = capital_.size() - 1;
        }
        list_.take(row, "asal", capital_.cell(*at, "asal"),
                   [](const std::string& written) { return office_code("asal", written); });
        list_.take(row, "tanggal_modal", capital_.cell(*at, "tanggal"), office_day);
        if (sum.empty())
            return;
        if (const auto amount = office_sum(sum))
            capital_.cell(*at, "nilai") = *amount;
        else
            list_.say(Severity::warning, "office_value_left", row, {"modal", sum});
    }

    OfficeRows& list_;
    MadeRegister& enterprises_;
    MadeRegister& capital_;
    std::size_t at_ = 0;
    std::set<std::size_t> entered_;
};

} // namespace

std::size_t read_office_enterprises(OfficeRows& list) {
    return EnterpriseReader(list).run();
}

} // namespace antardesa::workspace
