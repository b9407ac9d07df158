#include "crs/ellipsoid.h"
#include "workspace/cited_law.h"
#include "workspace/facilitation.h"
#include "workspace/paper_words.h"

#include <algorithm>
#include <map>
#include <set>

namespace antardesa::workspace {

namespace {

using documents::Align;
using documents::Cell;
using model::BoundaryDispute;
using model::DisputeState;

std::string state_words(const PaperFacts& facts, DisputeState state) {
    return code_in_words(facts, "dispute_state", model::code_of(state));
}

std::string facilitator_words(const PaperFacts& facts, model::Facilitator facilitator) {
    const std::string code(model::code_of(facilitator));
    return code.empty() ? code : code_in_words(facts, "facilitator", code);
}

Cell day_cell(const PaperFacts& facts, const std::optional<Date>& day) {
    return day ? Cell(facts.indonesian.short_date(*day), *day) : Cell();
}

std::string name_of(const model::Atlas& atlas, Id<model::Village> id) {
    const model::Village* village = atlas.find(id);
    return village ? village->name : std::string();
}

/// The six months (Permendagri 45/2016 art. 18(4)) as offices count them.
Cell clock_cell(const BoundaryDispute& dispute, Date today) {
    const auto left = facilitation_days_left(dispute, today);
    if (!left)
        return {};
    const std::string days = std::to_string(std::abs(*left)) + " hari";
    return {*left < 0 ? "lewat " + days : "sisa " + days, double(*left)};
}

Cell due_cell(const PaperFacts& facts, const BoundaryDispute& dispute) {
    const auto left = facilitation_days_left(dispute, facts.today);
    if (!left)
        return {};
    const Date due(std::chrono::sys_days(facts.today) + std::chrono::days(*left));
    return day_cell(facts, due);
}

struct Tally {
    int reported = 0;
    int running = 0;
    int overdue = 0;
    int handed_over = 0;
    int not_agreed = 0;
    int settled = 0;
    int all() const { return reported + running + handed_over + not_agreed + settled; }
};

void count(Tally& tally, const BoundaryDispute& dispute, Date today) {
    switch (dispute.state) {
    case DisputeState::reported:
        ++tally.reported;
        return;
    case DisputeState::district_facilitation:
    case DisputeState::regency_facilitation:
        ++tally.running;
        if (const auto left = facilitation_days_left(dispute, today); left && *left < 0)
            ++tally.overdue;
        return;
    case DisputeState::handed_over:
        ++tally.handed_over;
        return;
    case DisputeState::not_agreed:
    case DisputeState::regent_decision:
        ++tally.not_agreed;
        return;
    case DisputeState::agreed:
    case DisputeState::enacted:
        ++tally.settled;
    }
}

Cell whole(int number) {
    return {std::to_string(number), double(number)};
}

/// On the other side: the village, and those of the case's further segments.
std::vector<Id<model::Village>> others_of(const model::Atlas& atlas, const BoundaryDispute& dispute,
                                          Id<model::Village> own, Id<model::Village> other) {
    std::vector<Id<model::Village>> others{other};
    for (const model::BoundarySegment* segment : atlas.segments_of(dispute))
        for (const Id<model::Village> side : {segment->first, segment->second})
            if (side != own && std::find(others.begin(), others.end(), side) == others.end())
                others.push_back(side);
    return others;
}

/// Each text of the villages once: "Kaliharjo, Tanjungasri".
template<class Text>
std::string texts_of(const std::vector<Id<model::Village>>& villages, const Text& text) {
    std::vector<std::string> texts;
    for (const Id<model::Village> village : villages) {
        const std::string one = text(village);
        if (!one.empty() && std::find(texts.begin(), texts.end(), one) == texts.end())
            texts.push_back(one);
    }
    std::string all;
    for (const std::string& one : texts)
        all += (all.empty() ? "" : ", ") + one;
    return all;
}

/// In which the case's villages lie, each once.
std::set<std::string> districts_of(const model::Atlas& atlas, const BoundaryDispute& dispute) {
    std::set<std::string> districts;
    const auto add = [&](Id<model::Village> village) {
        districts.insert(text_or_blank(district_name(atlas, village)));
    };
    add(dispute.first);
    add(dispute.second);
    for (const model::BoundarySegment* segment : atlas.segments_of(dispute)) {
        add(segment->first);
        add(segment->second);
    }
    return districts;
}

documents::Table tally_table(const std::map<std::string, Tally>& tallies, const Tally& all) {
    documents::Table table;
    table.name = "Ringkasan";
    table.columns = {{"KECAMATAN", 60},
                     {"PERKARA", 20, Align::right},
                     {"DILAPORKAN", 26, Align::right},
                     {"DIFASILITASI", 27, Align::right},
                     {"LEWAT 6 BULAN", 27, Align::right},
                     {"DILIMPAHKAN", 27, Align::right},
                     {"TIDAK SEPAKAT", 27, Align::right},
                     {"SELESAI", 20, Align::right}};
    const auto add = [&table](const std::string& name, const Tally& one) {
        table.rows.push_back({name, whole(one.all()), whole(one.reported), whole(one.running),
                              whole(one.overdue), whole(one.handed_over), whole(one.not_agreed),
                              whole(one.settled)});
    };
    for (const auto& [name, one] : tallies)
        add(name, one);
    add("Jumlah", all);
    return table;
}

documents::Table cases_table(const PaperFacts& facts, const std::string& district,
                             const std::vector<const BoundaryDispute*>& disputes) {
    documents::Table table;
    table.columns = {{"NO", 9, Align::centre},
                     {"NOMOR", 24},
                     {"DESA", 40},
                     {"BERBATASAN DENGAN", 58},
                     {"KEADAAN", 34},
                     {"FASILITATOR", 25},
                     {"MULAI", 22, Align::centre},
                     {"BATAS WAKTU", 24, Align::centre},
                     {"WAKTU", 29}};
    int number = 0;
    for (const BoundaryDispute* dispute : disputes) {
        auto [own, other] = std::pair(dispute->first, dispute->second);
        if (district_name(facts.atlas, own) != district &&
            district_name(facts.atlas, other) == district)
            std::swap(own, other);
        const std::string beyond =
            texts_of(others_of(facts.atlas, *dispute, own, other), [&](Id<model::Village> village) {
                const std::string in = district_name(facts.atlas, village);
                return name_of(facts.atlas, village) + (in.empty() ? "" : ", Kecamatan " + in);
            });
        table.rows.push_back({whole(++number), dispute->number, name_of(facts.atlas, own), beyond,
                              state_words(facts, dispute->state),
                              facilitator_words(facts, dispute->facilitator),
                              day_cell(facts, dispute->facilitation_start),
                              due_cell(facts, *dispute), clock_cell(*dispute, facts.today)});
    }
    return table;
}

void add_citation(documents::Document& document, const PaperFacts& facts) {
    if (const std::string rule =
            rule_in_words(facts.atlas, {"Permendagri", "45", 2016}, facts.today);
        !rule.empty())
        document.blocks.emplace_back(documents::Paragraph{
            "Fasilitasi paling lama enam bulan sejak dimulai (pasal 18 ayat (4) " + rule + ").",
            Align::left, false, true});
}

} // namespace

documents::Document evaluation_paper(const PaperFacts& facts) {
    documents::Document document = paper_frame(facts, "Evaluasi Perselisihan Batas Desa");
    document.landscape = true;
    document.blocks.emplace_back(
        documents::Heading{"EVALUASI PENYELESAIAN PERSELISIHAN BATAS DESA", 0});
    document.blocks.emplace_back(documents::Heading{upper_case(regency_title(facts.atlas)), 0});
    document.blocks.emplace_back(documents::Paragraph{
        "Keadaan data pada tanggal " + facts.indonesian.date(facts.today) + ".", Align::centre});
    std::map<std::string, Tally> tallies;
    std::map<std::string, std::vector<const BoundaryDispute*>> by_district;
    Tally all;
    bool shared = false;
    for (const BoundaryDispute& dispute : facts.atlas.disputes()) {
        count(all, dispute, facts.today);
        const auto districts = districts_of(facts.atlas, dispute);
        shared = shared || districts.size() > 1;
        for (const std::string& district : districts) {
            count(tallies[district], dispute, facts.today);
            by_district[district].push_back(&dispute);
        }
    }
    document.blocks.emplace_back(tally_table(tallies, all));
    if (shared)
        document.blocks.emplace_back(documents::Paragraph{
            "Perkara antara desa dari beberapa kecamatan dihitung pada setiap kecamatannya; "
            "jumlahnya menghitung setiap perkara satu kali.",
            Align::left, false, true});
    add_citation(document, facts);
    for (const auto& [district, disputes] : by_district) {
        documents::Table table = cases_table(facts, district, disputes);
        table.name = "Kec. " + district;
        document.blocks.emplace_back(documents::Heading{"Kecamatan " + district, 1});
        document.blocks.emplace_back(std::move(table));
    }
    return document;
}

namespace {

std::string kind_words(const PaperFacts& facts, const model::Document& document) {
    const std::string key = "code.document_kind." + document.kind;
    return facts.indonesian.has(key) ? facts.indonesian.text(key) : document.kind;
}

/// Of all lines of the case.
Cell length_cell(const PaperFacts& facts, const BoundaryDispute& dispute) {
    double metres = 0;
    for (const model::BoundarySegment* segment : facts.atlas.segments_of(dispute))
        metres += segment->length_m;
    return metres > 0 ? Cell(facts.indonesian.number(metres), metres) : Cell();
}

/// Of the land between the claims, hectares.
Cell area_cell(const PaperFacts& facts, const BoundaryDispute& dispute) {
    if (!dispute.contested || dispute.contested->empty())
        return {};
    const double hectares = crs::ellipsoidal_area(*dispute.contested) / 10'000;
    return {facts.indonesian.number(hectares, 2), hectares};
}

/// As offices keep it: who borders on whom (domain.md §7).
documents::Table register_table(const PaperFacts& facts) {
    const model::Atlas& atlas = facts.atlas;
    documents::Table table;
    table.name = "Register sengketa";
    table.columns = {{"NO", 8, Align::centre},
                     {"DESA", 32},
                     {"KECAMATAN", 26},
                     {"BERBATASAN DENGAN DESA", 31},
                     {"KECAMATAN", 26},
                     {"STATUS", 29},
                     {"NOMOR", 22},
                     {"DILAPORKAN", 26, Align::centre},
                     {"FASILITATOR", 28},
                     {"POKOK PERSELISIHAN", 38}};
    int number = 0;
    for (const BoundaryDispute& dispute : atlas.disputes()) {
        const auto others = others_of(atlas, dispute, dispute.first, dispute.second);
        table.rows.push_back(
            {whole(++number), name_of(atlas, dispute.first), district_name(atlas, dispute.first),
             texts_of(others, [&](auto village) { return name_of(atlas, village); }),
             texts_of(others, [&](auto village) { return district_name(atlas, village); }),
             state_words(facts, dispute.state), dispute.number, day_cell(facts, dispute.reported),
             facilitator_words(facts, dispute.facilitator), dispute.subject});
    }
    return table;
}

/// How much it is about, until when, and what ended it; under the register's numbers.
documents::Table extent_table(const PaperFacts& facts) {
    documents::Table table;
    table.name = "Luas dan penyelesaian";
    table.columns = {{"NO", 8, Align::centre},
                     {"NOMOR", 26},
                     {"PANJANG GARIS (M)", 25, Align::right},
                     {"LUAS (HA)", 22, Align::right},
                     {"MULAI", 25, Align::centre},
                     {"BATAS WAKTU", 25, Align::centre},
                     {"WAKTU", 26},
                     {"DOKUMEN PENYELESAIAN", 40},
                     {"NOMOR DOKUMEN", 42},
                     {"TANGGAL", 25, Align::centre}};
    int number = 0;
    for (const BoundaryDispute& dispute : facts.atlas.disputes()) {
        const model::Document* ending = facts.atlas.find(dispute.outcome);
        table.rows.push_back(
            {whole(++number), dispute.number, length_cell(facts, dispute),
             area_cell(facts, dispute), day_cell(facts, dispute.facilitation_start),
             due_cell(facts, dispute), clock_cell(dispute, facts.today),
             ending ? kind_words(facts, *ending) : "", ending ? text_or_blank(ending->number) : "",
             ending ? day_cell(facts, ending->date) : Cell()});
    }
    return table;
}

} // namespace

documents::Document dispute_register_paper(const PaperFacts& facts) {
    const model::Atlas& atlas = facts.atlas;
    documents::Document document = paper_frame(facts, "Register Perselisihan Batas Desa");
    document.landscape = true;
    document.blocks.emplace_back(documents::Heading{"REGISTER PERSELISIHAN BATAS DESA", 0});
    document.blocks.emplace_back(documents::Heading{upper_case(regency_title(atlas)), 0});
    document.blocks.emplace_back(documents::Paragraph{
        "Keadaan data pada tanggal " + facts.indonesian.date(facts.today) + ".", Align::centre});
    document.blocks.emplace_back(register_table(facts));
    document.blocks.emplace_back(
        documents::Heading{"Luas, batas waktu, dan dokumen penyelesaian", 1});
    document.blocks.emplace_back(extent_table(facts));
    return document;
}

} // namespace antardesa::workspace
