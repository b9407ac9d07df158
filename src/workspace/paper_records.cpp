#include "workspace/paper_records.h"

#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using documents::Align;
using documents::Cell;
using documents::Heading;
using documents::Paragraph;
using documents::Table;
using model::Agreement;

class Records {
  public:
    Records(documents::Document& document, const PaperFacts& facts,
            const model::CooperationBody* body, std::span<const Agreement* const> agreements,
            std::vector<std::string>& missing)
        : document_(document), facts_(facts), atlas_(facts.atlas), body_(body),
          agreements_(agreements), missing_(missing) {}

    void write() {
        meetings();
        if (body_)
            activities();
        money();
        reports();
        problems();
        evaluations();
    }

  private:
    bool is_ours(Id<Agreement> id) const {
        return id && std::any_of(agreements_.begin(), agreements_.end(),
                                 [id](const Agreement* one) { return one->id == id; });
    }
    bool is_ours(Id<model::CooperationBody> id) const { return body_ && id == body_->id; }
    std::string title(Id<Agreement> id) const {
        const Agreement* one = atlas_.find(id);
        return one ? (one->number.empty() ? one->title : one->number) : std::string();
    }
    std::string name(const char* list, std::string_view code) const {
        return code.empty()
                   ? std::string()
                   : facts_.indonesian.text("code." + std::string(list) + "." + std::string(code));
    }
    Cell day(const std::optional<Date>& date) const {
        return date ? Cell(facts_.indonesian.short_date(*date), *date) : Cell();
    }
    Cell rupiah(double value) const { return Cell(facts_.indonesian.rupiah(value), value); }

    /// The section with its table, or that nothing is recorded.
    void add(const char* heading, Table table, const char* what) {
        document_.blocks.emplace_back(Heading{heading, 1});
        if (table.rows.empty()) {
            document_.blocks.emplace_back(Paragraph{"Belum ada yang tercatat."});
            missing_.emplace_back(what);
        } else {
            document_.blocks.emplace_back(std::move(table));
        }
    }

    void meetings() {
        Table table;
        table.name = "Musyawarah";
        table.columns = {{"TANGGAL", 24, Align::centre},   {"JENIS", 38}, {"AGENDA", 62},
                         {"DESA HADIR", 20, Align::right}, {"HASIL", 24}, {"KEPUTUSAN", 80}};
        std::string unattended;
        for (const model::Meeting& row : atlas_.table<model::Meeting>()) {
            if (!is_ours(row.agreement) && !is_ours(row.body))
                continue;
            // Of a meeting whose attendance nobody recorded it is not known that nobody came.
            const std::size_t count = row.attended.size();
            if (count == 0 && row.others_attended.empty())
                unattended +=
                    (unattended.empty() ? "" : ", ") +
                    (row.date ? facts_.indonesian.short_date(*row.date) : "tanpa tanggal");
            table.rows.push_back(
                {day(row.date), name("meeting_kind", model::code_of(row.kind)), row.agenda,
                 count == 0 ? Cell("—") : Cell(std::to_string(count), static_cast<double>(count)),
                 name("meeting_outcome", model::code_of(row.outcome)), row.decision});
        }
        add("Musyawarah", std::move(table), "musyawarah");
        if (!unattended.empty())
            missing_.emplace_back("daftar hadir musyawarah tanggal " + unattended);
    }

    /// Each function stands there, with what is recorded of it or that nothing is.
    void activities() {
        Table table;
        table.name = "Kegiatan";
        table.columns = {{"FUNGSI", 55},
                         {"KEGIATAN", 85},
                         {"TAHUN", 16, Align::centre},
                         {"TANGGAL", 24, Align::centre},
                         {"KEADAAN", 28}};
        bool any = false;
        for (const auto& [function, code] : model::Codes<model::BodyFunction>::list) {
            bool found = false;
            for (const model::BodyActivity& row : atlas_.table<model::BodyActivity>()) {
                if (!is_ours(row.body) || row.function != function)
                    continue;
                found = any = true;
                table.rows.push_back(
                    {name("body_function", code), row.description,
                     row.year ? Cell(std::to_string(*row.year), *row.year) : Cell(), day(row.date),
                     name("activity_state", model::code_of(row.state))});
            }
            if (!found)
                table.rows.push_back(
                    {name("body_function", code), "belum tercatat", Cell(), Cell(), ""});
        }
        if (!any)
            table.rows.clear();
        add("Kegiatan menurut fungsi badan", std::move(table), "kegiatan badan menurut fungsinya");
    }

    void money() {
        Table table;
        table.name = "Dana";
        table.columns = {
            {"KERJA SAMA", 40}, {"TAHUN", 16, Align::centre},  {"SUMBER", 45},
            {"DARI", 60},       {"RENCANA", 36, Align::right}, {"REALISASI", 36, Align::right}};
        double planned = 0;
        double realised = 0;
        for (const model::Funding& row : atlas_.table<model::Funding>()) {
            if (!is_ours(row.agreement))
                continue;
            planned += row.planned_rupiah.value_or(0);
            realised += row.realised_rupiah.value_or(0);
            const model::ThirdParty* third = atlas_.find(row.third_party);
            table.rows.push_back({title(row.agreement),
                                  row.year ? Cell(std::to_string(*row.year), *row.year) : Cell(),
                                  name("funding_source", model::code_of(row.source)),
                                  row.village ? village_title(atlas_, row.village)
                                  : third     ? third->name
                                              : std::string(),
                                  row.planned_rupiah ? rupiah(*row.planned_rupiah) : Cell(),
                                  row.realised_rupiah ? rupiah(*row.realised_rupiah) : Cell()});
        }
        if (table.rows.size() > 1)
            table.rows.push_back({"Jumlah", {}, {}, {}, rupiah(planned), rupiah(realised)});
        add("Dana", std::move(table), "penerimaan dan pengeluaran");
    }

    void reports() {
        Table table;
        table.name = "Laporan";
        table.columns = {{"JENIS", 45},
                         {"PERIODE", 24},
                         {"JATUH TEMPO", 26, Align::centre},
                         {"DISERAHKAN", 26, Align::centre},
                         {"PENERIMA", 45},
                         {"TEMBUSAN", 60}};
        for (const model::Report& row : atlas_.table<model::Report>())
            if (is_ours(row.agreement) || is_ours(row.body))
                table.rows.push_back({name("report_kind", model::code_of(row.kind)), row.period,
                                      day(row.due), day(row.handed_in), row.receiver, row.copies});
        add("Laporan", std::move(table), "laporan yang diserahkan");
    }

    /// None is no gap: there may have been none.
    void problems() {
        Table table;
        table.name = "Masalah";
        table.columns = {{"TANGGAL", 24, Align::centre},
                         {"KERJA SAMA", 40},
                         {"URAIAN", 80},
                         {"PENYELESAIAN", 80},
                         {"SELESAI", 24, Align::centre}};
        for (const model::Problem& row : atlas_.table<model::Problem>())
            if (is_ours(row.agreement))
                table.rows.push_back({day(row.date), title(row.agreement), row.description,
                                      row.settlement, day(row.settled)});
        if (table.rows.empty())
            return;
        document_.blocks.emplace_back(Heading{"Masalah dan penanganannya", 1});
        document_.blocks.emplace_back(std::move(table));
    }

    void evaluations() {
        Table table;
        table.name = "Evaluasi";
        table.columns = {{"KERJA SAMA", 26}, {"TANGGAL", 23, Align::centre}, {"PENILAI", 22}};
        for (const auto& [principle, share] : {std::pair("Rekognisi", 22),
                                               {"Bersama", 18},
                                               {"Gotong royong", 18},
                                               {"Partisipatif", 25},
                                               {"Demokratis", 25},
                                               {"Setara", 17},
                                               {"Berdaya", 18},
                                               {"Berlanjut", 20},
                                               {"Akuntabel", 23}})
            table.columns.push_back({principle, double(share), Align::centre});
        for (const model::Evaluation& row : atlas_.table<model::Evaluation>()) {
            if (!is_ours(row.agreement))
                continue;
            std::vector<Cell> cells{title(row.agreement), day(row.date), row.evaluator};
            for (const std::optional<int>& score :
                 {row.recognition, row.togetherness, row.mutual_help, row.participation,
                  row.democracy, row.equality, row.empowerment, row.sustainability,
                  row.accountability})
                cells.push_back(score ? Cell(std::to_string(*score), *score) : Cell());
            table.rows.push_back(std::move(cells));
        }
        add("Evaluasi menurut sembilan prinsip (1 sampai 4)", std::move(table),
            "evaluasi menurut sembilan prinsip");
    }

    documents::Document& document_;
    const PaperFacts& facts_;
    const model::Atlas& atlas_;
    const model::CooperationBody* body_;
    std::span<const Agreement* const> agreements_;
    std::vector<std::string>& missing_;
};

} // namespace

void add_records(documents::Document& document, const PaperFacts& facts,
                 const model::CooperationBody* body,
                 std::span<const model::Agreement* const> agreements,
                 std::vector<std::string>& missing) {
    Records(document, facts, body, agreements, missing).write();
}

} // namespace antardesa::workspace
