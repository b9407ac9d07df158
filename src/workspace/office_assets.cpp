#include "workspace/office_rows.h"
#include "workspace/office_values.h"
#include "workspace/register_export.h"

#include "base/text.h"
#include "crs/coordinate_list.h"
#include "io/csv_writer.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

/// Who holds an asset beside villages, by how the name begins; nothing for a village.
std::optional<std::string> other_holder(const std::string& written) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> beginnings{
        {{"bkad", "bkad"},
         {"badan kerja sama", "bkad"},
         {"bum desa", "bumdesma"},
         {"bumdes", "bumdesma"},
         {"pemerintah kabupaten", "kabupaten"},
         {"pemkab", "kabupaten"},
         {"kabupaten", "kabupaten"},
         {"pt ", "pihak_ketiga"},
         {"cv ", "pihak_ketiga"}}};
    const std::string text = lower_case(written);
    for (const auto& [beginning, holder] : beginnings)
        if (text.starts_with(beginning))
            return std::string(holder);
    return std::nullopt;
}

class AssetReader {
  public:
    explicit AssetReader(OfficeRows& list)
        : list_(list), assets_(list.made(Register::asset)),
          shares_(list.made(Register::asset_share)), agreements_(list.made(Register::agreement)) {
        // A spreadsheet's 60 % is 0.6.
        double most = 0;
        for (const io::Table::Row& row : list_.rows())
            if (const auto share = office_percent(list_.value(row, "persen")))
                most = std::max(most, parse_number(*share).value_or(0));
        of_one_ = most > 0 && most <= 1;
    }

    std::size_t run() {
        for (const io::Table::Row& row : list_.rows())
            if (!list_.is_no_entry(row))
                read(row);
        return assets_.begun();
    }

  private:
    void read(const io::Table::Row& row) {
        const std::string name = list_.value(row, "nama");
        const std::string code = list_.value(row, "kode_barang");
        const bool goes_on = assets_.begun() > 0 &&
                             ((name.empty() && code.empty()) || (name == name_ && code == code_));
        if (!goes_on)
            begin(row, name, code);
        read_place(row);
        read_shares(row);
    }

    void begin(const io::Table::Row& row, const std::string& name, const std::string& code) {
        name_ = name;
        code_ = code;
        const std::string id = list_.fresh_id(Register::asset);
        if (const model::SharedAsset* known = known_asset(name, code)) {
            list_.begin_known(Register::asset, row.line, known->id);
            list_.begin_known_children(Register::asset_share, row.line, known->id,
                                       &model::AssetShare::asset, "aset_id", id);
        } else {
            assets_.begin(row.line);
            // A list without a column of kinds says it in the name.
            assets_.cell("jenis") = office_code("jenis_aset", name).value_or("lain_lain");
            assets_.cell("nama") = name.empty() ? code : name;
            assets_.cell("kode_barang") = code;
        }
        assets_.cell("id") = id;
        read_values(row);
    }

    /// By name and code; a list without codes means the only one of that name.
    const model::SharedAsset* known_asset(const std::string& name, const std::string& code) const {
        const model::SharedAsset* found = nullptr;
        for (const model::SharedAsset& asset : list_.atlas().assets()) {
            if (asset.name != name || (!code.empty() && asset.code != code))
                continue;
            if (found)
                return nullptr;
            found = &asset;
        }
        return found;
    }

    void read_values(const io::Table::Row& row) {
        const auto code = [](const char* list) {
            return [list](const std::string& written) { return office_code(list, written); };
        };
        list_.take(row, "jenis", assets_.cell("jenis"), code("jenis_aset"));
        list_.take(row, "kondisi", assets_.cell("kondisi"), code("kondisi"));
        list_.take(row, "pemanfaatan", assets_.cell("pemanfaatan"), code("pemanfaatan"));
        list_.take(row, "tahun", assets_.cell("tahun"), office_year);
        list_.take(row, "nilai", assets_.cell("nilai"), office_sum);
        list_.take_text(row, "dasar", assets_.cell("dasar"));
        list_.take(row, "kerja_sama", assets_.cell("kerja_sama_id"),
                   [this](const std::string& written) { return agreement_called(written); });
    }

    /// By number or title: of the project, else one that comes along.
    std::optional<std::string> agreement_called(const std::string& written) {
        for (const model::Agreement& known : list_.atlas().agreements())
            if (known.number == written || known.title == written)
                return "#" + std::to_string(known.id.value);
        for (const char* column : {"nomor", "judul"})
            if (const auto at = agreements_.row_called(column, written))
                return agreements_.cell(*at, "id");
        return std::nullopt;
    }

    /// As WKT in degrees.
    void read_place(const io::Table::Row& row) {
        std::string written = list_.value(row, "koordinat");
        const std::string east = list_.value(row, "bujur");
        const std::string north = list_.value(row, "lintang");
        if (written.empty() && !east.empty() && !north.empty())
            written = north + " " + east;
        if (written.empty())
            return;
        const crs::CoordinateReading read = crs::read_coordinates(written, list_.atlas().box());
        if (!read.position) {
            list_.say(Severity::warning, "office_value_left", row, {"koordinat", written});
            return;
        }
        assets_.cell("geometri") = "POINT (" + io::exact_text(read.position->x) + " " +
                                   io::exact_text(read.position->y) + ")";
        // The rest of the long outline that it had.
        for (int part = 2; assets_.has(continued("geometri", part)); ++part)
            assets_.cell(continued("geometri", part)).clear();
        if (!read.why.key.empty())
            list_.say(Severity::warning, "office_place_outside", row, {written});
    }

    void read_shares(const io::Table::Row& row) {
        const std::vector<std::string> owners = office_parts(list_.value(row, "desa"));
        const std::string district = list_.value(row, "kecamatan");
        const std::string written = list_.value(row, "persen");
        std::vector<std::string> figures = office_figures(written);
        if (figures.size() != owners.size() && !figures.empty()) {
            list_.say(Severity::warning, "office_value_left", row, {"persen", written});
            figures.clear();
        }
        for (std::size_t i = 0; i < owners.size(); ++i) {
            const NameWithFigure owner = name_with_figure(owners[i]);
            const std::string figure =
                owner.figure.empty() && !figures.empty() ? figures[i] : owner.figure;
            add_share(row, owner.name, district, figure);
        }
    }

    void add_share(const io::Table::Row& row, const std::string& owner, const std::string& district,
                   const std::string& figure) {
        const std::string id = assets_.cell("id");
        const auto holder = other_holder(owner);
        const char* column = holder ? "nama_pemegang" : "kode_desa";
        const auto who = holder ? std::optional(owner) : list_.village(row, owner, district, false);
        if (!who)
            return;
        auto at = shares_.row_with({{"aset_id", id}, {column, *who}});
        if (!at) {
            shares_.begin(row.line);
            shares_.cell("aset_id") = id;
            shares_.cell("pemegang") = holder.value_or("desa");
            shares_.cell(column) = *who;
            at = shares_.size() - 1;
        }
        if (figure.empty())
            return;
        if (const auto share = percent(figure))
            shares_.cell(*at, "persen") = *share;
        else
            list_.say(Severity::warning, "office_value_left", row, {"persen", figure});
    }

    std::optional<std::string> percent(const std::string& figure) const {
        const auto share = office_percent(figure);
        if (!share || !of_one_ || figure.find('%') != std::string::npos)
            return share;
        return io::exact_text(parse_number(*share).value_or(0) * 100);
    }

    OfficeRows& list_;
    MadeRegister& assets_;
    MadeRegister& shares_;
    MadeRegister& agreements_;
    std::string name_;
    std::string code_;
    bool of_one_ = false;
};

} // namespace

std::size_t read_office_assets(OfficeRows& list) {
    return AssetReader(list).run();
}

} // namespace antardesa::workspace
