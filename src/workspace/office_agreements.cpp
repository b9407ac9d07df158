#include "workspace/office_rows.h"
#include "workspace/office_values.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

/// Reads the rows one after the other.
class AgreementReader {
  public:
    explicit AgreementReader(OfficeRows& list)
        : list_(list), agreements_(list.made(Register::agreement)),
          parties_(list.made(Register::agreement_party)),
          thirds_(list.made(Register::third_party)) {}

    std::size_t run() {
        for (const io::Table::Row& row : list_.rows())
            if (!list_.is_no_entry(row))
                read(row);
        end();
        if (from_days_ > 0)
            list_.say(Severity::information, "office_stage", *first_from_days_,
                      {std::to_string(from_days_)});
        return agreements_.begun();
    }

  private:
    void read(const io::Table::Row& row) {
        const std::string number = list_.value(row, "nomor");
        const std::string title = list_.value(row, "judul");
        const bool goes_on = agreements_.begun() > 0 && ((number.empty() && title.empty()) ||
                                                         (number == number_ && title == title_));
        if (!goes_on) {
            end();
            begin(row, number, title);
        }
        read_villages(row);
        for (const std::string& third : office_parts(list_.value(row, "pihak_ketiga")))
            add_third(row, third);
    }

    void begin(const io::Table::Row& row, const std::string& number, const std::string& title) {
        number_ = number;
        title_ = title;
        remark_ = list_.value(row, "keterangan");
        // A list without titles is one of numbers.
        const std::string called = title.empty() ? number : title;
        const std::string id = list_.fresh_id(Register::agreement);
        const bool known = begin_with_known(row.line, number, called, id);
        if (!known) {
            agreements_.begin(row.line);
            agreements_.cell("cabang") = "antar_desa";
        }
        agreements_.cell("id") = id;
        agreements_.cell("nomor") = number;
        agreements_.cell("judul") = called;
        for (const char* field : {"bidang", "jenis", "tahap"})
            take(row, field,
                 [field](const std::string& written) { return office_code(field, written); });
        for (const char* field : {"tanggal", "mulai", "berakhir"})
            take(row, field, office_day);
        take_term(row);
        take(row, "nilai", office_sum);
        if (!known)
            put_stage(row);
    }

    /// Both days in one column.
    void take_term(const io::Table::Row& row) {
        const std::string written = list_.value(row, "masa_berlaku");
        if (written.empty())
            return;
        if (const auto term = office_term(written)) {
            agreements_.cell("mulai") = term->from;
            agreements_.cell("berakhir") = term->to;
            return;
        }
        list_.say(Severity::warning, "office_value", row, {"masa_berlaku", written});
        note("masa_berlaku", written);
    }

    /// A list that says no stage: what has a number and has begun is no draft. What is over is told
    /// by its end.
    void put_stage(const io::Table::Row& row) {
        if (number_.empty() || agreements_.cell("mulai").empty() ||
            !list_.value(row, "tahap").empty())
            return;
        agreements_.cell("tahap") = "pelaksanaan";
        if (++from_days_ == 1)
            first_from_days_ = &row;
    }

    /// What the project knows of the agreement already, and of its parties, stays where the list
    /// says nothing else.
    bool begin_with_known(std::int64_t line, const std::string& number, const std::string& title,
                          const std::string& id) {
        const auto& known = list_.atlas().agreements();
        const auto at = std::find_if(known.begin(), known.end(), [&](const auto& agreement) {
            return agreement.number == number && agreement.title == title;
        });
        if (at == known.end())
            return false;
        list_.begin_known(Register::agreement, line, at->id);
        if (remark_.empty())
            remark_ = at->remark;
        list_.begin_known_children(Register::agreement_party, line, at->id,
                                   &model::AgreementParty::agreement, "kerja_sama_id", id);
        return true;
    }

    template<class AsStored>
    void take(const io::Table::Row& row, const char* field, AsStored as_stored) {
        const std::string unread = list_.take(row, field, agreements_.cell(field), as_stored, true);
        if (!unread.empty())
            note(field, unread);
    }

    /// What has no place of its own is not lost.
    void note(const std::string& label, const std::string& written) {
        if (!remark_.empty())
            remark_ += "; ";
        remark_.append(label).append(": ").append(written);
    }

    void read_villages(const io::Table::Row& row) {
        const std::string district = list_.value(row, "kecamatan");
        for (const std::string& written : office_parts(list_.value(row, "desa"))) {
            if (const auto village = list_.village(row, written, district, true)) {
                add_party("kode_desa", *village, row.line);
                continue;
            }
            std::string told = written;
            if (!district.empty())
                told.append(" (").append(district).append(")");
            note("desa", told);
        }
    }

    void add_third(const io::Table::Row& row, const std::string& name) {
        agreements_.cell("cabang") = "pihak_ketiga";
        for (const model::ThirdParty& known : list_.atlas().table<model::ThirdParty>())
            if (known.name == name)
                return add_party("pihak_ketiga_id", "#" + std::to_string(known.id.value), row.line);
        auto at = thirds_.row_with({{"nama", name}});
        if (!at) {
            const std::string id = list_.fresh_id(Register::third_party);
            thirds_.begin(row.line);
            thirds_.cell("id") = id;
            thirds_.cell("nama") = name;
            at = thirds_.size() - 1;
        }
        add_party("pihak_ketiga_id", thirds_.cell(*at, "id"), row.line);
    }

    /// A party that a second row names again, or that the project has, is one.
    void add_party(const char* column, const std::string& who, std::int64_t line) {
        const std::string& id = agreements_.cell("id");
        if (parties_.row_with({{"kerja_sama_id", id}, {column, who}}))
            return;
        parties_.begin(line);
        parties_.cell("kerja_sama_id") = id;
        parties_.cell(column) = who;
    }

    void end() {
        if (agreements_.begun() > 0)
            agreements_.cell("keterangan") = remark_;
    }

    OfficeRows& list_;
    MadeRegister& agreements_;
    MadeRegister& parties_;
    MadeRegister& thirds_;
    std::string number_;
    std::string title_;
    std::string remark_;
    std::size_t from_days_ = 0; ///< whose stage is told by number and days
    const io::Table::Row* first_from_days_ = nullptr;
};

} // namespace

std::size_t read_office_agreements(OfficeRows& list) {
    return AgreementReader(list).run();
}

} // namespace antardesa::workspace
