#include "workspace/paper_words.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

using documents::Align;
using documents::Cell;
using documents::Heading;
using documents::Paragraph;
using model::Evaluation;

struct Principle {
    const char* name;
    const char* asks; ///< what the evaluator looks at
    std::optional<int> Evaluation::*score;
};

/// The nine principles of cooperation of villages, in the order of the source text.
constexpr std::array<Principle, 9> principles{
    {{"Rekognisi", "Hak asal usul desa diakui.", &Evaluation::recognition},
     {"Kebersamaan", "Desa berperan serta dan bekerja sama dengan semangat bersama.",
      &Evaluation::togetherness},
     {"Kegotongroyongan", "Desa saling membantu dengan tenaga, barang, dan dana.",
      &Evaluation::mutual_help},
     {"Partisipatif", "Masyarakat dan lembaga desa turut serta sejak perencanaan.",
      &Evaluation::participation},
     {"Demokratis", "Keputusan diambil dalam musyawarah.", &Evaluation::democracy},
     {"Kesetaraan", "Setiap desa sama dalam kedudukan, hak, dan kewajiban.", &Evaluation::equality},
     {"Pemberdayaan", "Taraf hidup dan kesejahteraan masyarakat meningkat.",
      &Evaluation::empowerment},
     {"Berkelanjutan", "Program direncanakan dan dilaksanakan berkesinambungan.",
      &Evaluation::sustainability},
     {"Akuntabilitas", "Kegiatan dan uang dipertanggungjawabkan kepada masyarakat.",
      &Evaluation::accountability}}};

/// Of the principles that were marked.
struct Marks {
    int given = 0;
    int sum = 0;
    double mean() const { return given > 0 ? double(sum) / given : 0; }
};
Marks marks_of(const Evaluation* row) {
    Marks marks;
    for (const Principle& one : principles)
        if (const auto score = row ? row->*one.score : std::nullopt) {
            ++marks.given;
            marks.sum += *score;
        }
    return marks;
}

class EvaluationSheet {
  public:
    EvaluationSheet(const PaperFacts& facts, const model::Agreement& agreement)
        : facts_(facts), agreement_(agreement),
          document_(paper_frame(facts, "Lembar Evaluasi Kerja Sama Desa")) {
        for (const Evaluation& row : facts.atlas.table<Evaluation>())
            if (row.agreement == agreement.id)
                evaluations_.push_back(&row);
        std::stable_sort(
            evaluations_.begin(), evaluations_.end(),
            [](const Evaluation* a, const Evaluation* b) { return a->date < b->date; });
    }

    documents::Document write() {
        if (!is_complete())
            document_.mark = draft_mark;
        add(Heading{"LEMBAR EVALUASI KERJA SAMA DESA", 0});
        add(Heading{upper_case(agreement_.title), 0});
        subject();
        marks();
        earlier();
        signature();
        return std::move(document_);
    }

  private:
    template<class Block>
    void add(Block block) {
        document_.blocks.emplace_back(std::move(block));
    }
    const Evaluation* latest() const {
        return evaluations_.empty() ? nullptr : evaluations_.back();
    }
    bool is_complete() const {
        const Evaluation* row = latest();
        return row && row->date && !row->evaluator.empty() &&
               std::all_of(principles.begin(), principles.end(),
                           [&](const Principle& one) { return (row->*one.score).has_value(); });
    }

    void subject() {
        std::vector<std::string> parties;
        for (const model::AgreementParty* party : facts_.atlas.parties(agreement_.id))
            if (const auto* third = facts_.atlas.find(party->third_party))
                parties.push_back(third->name);
            else if (party->village)
                parties.push_back(village_title(facts_.atlas, party->village));
        const Evaluation* row = latest();
        add(documents::Facts{
            {{"Nomor", text_or_blank(agreement_.number)},
             {"Para pihak", parties.empty() ? std::string(paper_blank) : listed(parties)},
             {"Berlaku", day_or_blank(facts_, agreement_.starts) + " sampai dengan " +
                             day_or_blank(facts_, agreement_.ends)},
             {"Tanggal evaluasi", day_or_blank(facts_, row ? row->date : std::nullopt)},
             {"Penilai", text_or_blank(row ? row->evaluator : "")}}});
    }

    void marks() {
        documents::Table table;
        table.name = "Evaluasi";
        table.columns = {{"NO", 9, Align::centre},
                         {"ASAS", 32},
                         {"YANG DINILAI", 84},
                         {"NILAI", 16, Align::centre}};
        int number = 0;
        for (const Principle& one : principles) {
            ++number;
            const auto score = latest() ? latest()->*one.score : std::nullopt;
            table.rows.push_back({Cell(std::to_string(number), number), one.name, one.asks,
                                  score ? Cell(std::to_string(*score), *score) : Cell("……")});
        }
        add(Heading{"Penilaian menurut sembilan asas", 1});
        add(std::move(table));
        add(Paragraph{"Nilai 1 sampai 4; makin besar makin baik.", Align::left, false, true});
        if (const Marks marks = marks_of(latest()); marks.given > 0)
            add(Paragraph{"Rata-rata " + facts_.indonesian.number(marks.mean(), 2) + " dari " +
                          std::to_string(marks.given) + " asas yang dinilai."});
        add(Paragraph{"Catatan: " + text_or_blank(latest() ? latest()->note : "")});
    }

    void earlier() {
        if (evaluations_.size() < 2)
            return;
        documents::Table table;
        table.name = "Sebelumnya";
        table.columns = {
            {"TANGGAL", 28, Align::centre}, {"PENILAI", 70}, {"RATA-RATA", 28, Align::centre}};
        for (std::size_t i = 0; i + 1 < evaluations_.size(); ++i) {
            const Evaluation& row = *evaluations_[i];
            const Marks marks = marks_of(&row);
            table.rows.push_back(
                {row.date ? Cell(facts_.indonesian.short_date(*row.date), *row.date) : Cell(),
                 row.evaluator,
                 marks.given > 0 ? Cell(facts_.indonesian.number(marks.mean(), 2), marks.mean())
                                 : Cell()});
        }
        add(Heading{"Evaluasi sebelumnya", 1});
        add(std::move(table));
    }

    void signature() {
        add(documents::Signatures{{{{""}, {"Penilai", latest() ? latest()->evaluator : ""}}}});
    }

    const PaperFacts& facts_;
    const model::Agreement& agreement_;
    documents::Document document_;
    std::vector<const Evaluation*> evaluations_; ///< by date, without one first
};

} // namespace

documents::Document agreement_evaluation_paper(const PaperFacts& facts,
                                               const PaperRequest& request) {
    return EvaluationSheet(facts, *facts.atlas.find(request.agreement)).write();
}

} // namespace antardesa::workspace
