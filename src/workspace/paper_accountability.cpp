#include "workspace/cited_law.h"
#include "workspace/paper_records.h"
#include "workspace/paper_words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using documents::Align;
using documents::Cell;
using documents::Heading;
using documents::Paragraph;
using model::Agreement;

/// What the report covers: a body with its agreements, or one agreement.
struct Matter {
    const model::CooperationBody* body = nullptr;
    std::vector<const Agreement*> agreements;
};

Matter matter_of(const model::Atlas& atlas, const PaperRequest& request) {
    Matter matter;
    if (request.agreement) {
        const Agreement* agreement = atlas.find(request.agreement);
        matter.body = atlas.find(agreement->body);
        matter.agreements.push_back(agreement);
        return matter;
    }
    matter.body = atlas.find(request.body);
    const auto carried_out = atlas.carried_out_by(request.body);
    matter.agreements.assign(carried_out.begin(), carried_out.end());
    return matter;
}

class Report {
  public:
    Report(const PaperFacts& facts, const Matter& matter)
        : facts_(facts), atlas_(facts.atlas), matter_(matter),
          document_(paper_frame(facts, "Laporan Pertanggungjawaban Kerja Sama Desa")) {}

    documents::Document write() {
        document_.landscape = true;
        add(Heading{"LAPORAN PERTANGGUNGJAWABAN KERJA SAMA DESA", 0});
        add(Heading{
            upper_case(matter_.body ? matter_.body->name : matter_.agreements.front()->title), 0});
        add(Paragraph{"Keadaan data pada tanggal " + facts_.indonesian.date(facts_.today) + ".",
                      Align::centre});
        body();
        agreements();
        assets();
        add_records(document_, facts_, matter_.body, matter_.agreements, missing_);
        if (chair().empty())
            miss("ketua badan yang menandatangani laporan");
        unrecorded();
        signatures();
        if (!missing_.empty())
            document_.mark = draft_mark;
        return std::move(document_);
    }

  private:
    template<class Block>
    void add(Block block) {
        document_.blocks.emplace_back(std::move(block));
    }
    std::string name(const char* list, std::string_view code) const {
        return code.empty()
                   ? std::string()
                   : facts_.indonesian.text("code." + std::string(list) + "." + std::string(code));
    }
    Cell day(const std::optional<Date>& date) const {
        return date ? Cell(facts_.indonesian.short_date(*date), *date) : Cell();
    }
    Cell rupiah(const std::optional<double>& value) const {
        return value ? Cell(facts_.indonesian.rupiah(*value), *value) : Cell();
    }
    void miss(std::string what) { missing_.push_back(std::move(what)); }

    void body() {
        if (!matter_.body) {
            miss("badan kerja sama yang melaksanakan");
            return;
        }
        const model::CooperationBody& body = *matter_.body;
        const model::District* district = atlas_.find(body.district);
        const std::string founding = document_in_words(facts_, body.founding);
        add(documents::Facts{{{"Badan Kerja Sama", body.name},
                              {"Kecamatan", text_or_blank(district ? district->name : "")},
                              {"Dibentuk", day_or_blank(facts_, body.founded)},
                              {"Dasar pembentukan", text_or_blank(founding)}}});
        if (founding.empty())
            miss("peraturan bersama kepala desa yang membentuk badan ini");
        members(body);
    }

    void members(const model::CooperationBody& body) {
        documents::Table table;
        table.name = "Anggota";
        table.columns = {{"NO", 10, Align::centre},
                         {"NAMA", 55},
                         {"JABATAN", 38},
                         {"UNSUR", 60},
                         {"DESA", 50},
                         {"L/P", 25}};
        int number = 0;
        for (const model::BodyMember* member : atlas_.members(body.id)) {
            const model::Village* village = atlas_.find(member->village);
            ++number;
            table.rows.push_back({Cell(std::to_string(number), number), member->person,
                                  member->office,
                                  name("body_element", model::code_of(member->element)),
                                  village ? village->name : std::string(),
                                  name("gender", model::code_of(member->gender))});
        }
        add(Heading{"Susunan badan", 1});
        if (table.rows.empty()) {
            add(Paragraph{"Belum ada anggota yang tercatat."});
            miss("susunan anggota");
        } else {
            add(std::move(table));
        }
    }

    std::string parties(const Agreement& agreement) const {
        std::string names;
        for (const model::AgreementParty* party : atlas_.parties(agreement.id)) {
            const model::Village* village = atlas_.find(party->village);
            const model::ThirdParty* third = atlas_.find(party->third_party);
            const std::string one = village ? village->name
                                    : third ? third->name
                                            : party->outside_village;
            names += (names.empty() ? "" : ", ") + one;
        }
        return names;
    }

    void agreements() {
        documents::Table table;
        table.name = "Kerja sama";
        table.columns = {{"NO", 9, Align::centre},
                         {"NOMOR", 28},
                         {"TENTANG", 50},
                         {"PIHAK", 55},
                         {"TAHAP", 25},
                         {"BERLAKU SAMPAI", 24, Align::centre},
                         {"NILAI", 34, Align::right},
                         {"LAPORAN TERAKHIR", 26, Align::centre}};
        int number = 0;
        for (const Agreement* one : matter_.agreements) {
            ++number;
            table.rows.push_back({Cell(std::to_string(number), number), one->number, one->title,
                                  parties(*one), name("stage", model::code_of(one->stage)),
                                  day(one->ends), rupiah(one->value_rupiah),
                                  day(model::last_report(atlas_, *one))});
            const std::string which = one->number.empty() ? one->title : one->number;
            if (one->number.empty())
                miss("nomor kerja sama \"" + one->title + "\"");
            if (!one->value_rupiah)
                miss("nilai kerja sama " + which);
            if (!model::last_report(atlas_, *one))
                miss("tanggal laporan terakhir kerja sama " + which);
            if (!one->document)
                miss("dokumen kerja sama " + which);
        }
        add(Heading{"Kerja sama yang dilaksanakan", 1});
        if (table.rows.empty())
            add(Paragraph{"Belum ada kerja sama yang tercatat pada badan ini."});
        else
            add(std::move(table));
    }

    std::string holders(const model::SharedAsset& asset) const {
        std::string text;
        for (const model::AssetShare* share : atlas_.shares(asset.id)) {
            const model::Village* village = atlas_.find(share->village);
            text +=
                (text.empty() ? "" : ", ") +
                (village                      ? village->name
                 : share->holder_name.empty() ? name("holder_kind", model::code_of(share->holder))
                                              : share->holder_name) +
                (share->percent ? " " + facts_.indonesian.percent(*share->percent / 100, 1)
                                : std::string());
        }
        return text;
    }

    void assets() {
        documents::Table table;
        table.name = "Aset";
        table.columns = {{"NO", 9, Align::centre}, {"NAMA ASET", 50}, {"JENIS", 30},
                         {"KODE BARANG", 32},      {"KONDISI", 27},   {"NILAI", 34, Align::right},
                         {"PEMEGANG HAK", 70}};
        int number = 0;
        for (const model::SharedAsset& asset : atlas_.assets()) {
            const bool ours = std::any_of(
                matter_.agreements.begin(), matter_.agreements.end(),
                [&](const Agreement* agreement) { return agreement->id == asset.agreement; });
            if (!ours)
                continue;
            ++number;
            table.rows.push_back({Cell(std::to_string(number), number), asset.name,
                                  name("asset_kind", model::code_of(asset.kind)), asset.code,
                                  name("asset_condition", model::code_of(asset.condition)),
                                  rupiah(asset.value_rupiah), holders(asset)});
            if (asset.code.empty())
                miss("kode barang aset " + asset.name);
            if (!asset.value_rupiah)
                miss("nilai aset " + asset.name);
        }
        add(Heading{"Aset yang dikelola", 1});
        if (table.rows.empty())
            add(Paragraph{"Belum ada aset yang tercatat pada kerja sama ini."});
        else
            add(std::move(table));
    }

    void unrecorded() {
        add(Heading{"Belum tercatat", 1});
        if (missing_.empty())
            add(Paragraph{"Semua butir laporan ini tercatat."});
        else
            add(documents::NumberedList{missing_});
        const auto rules = rules_in_words(facts_.atlas,
                                          {{"UU", "6", 2014},
                                           {"PP", "43", 2014},
                                           {"PP", "16", 2026},
                                           {"Permendagri", "96", 2017}},
                                          facts_.today);
        if (rules.empty())
            return;
        add(Heading{"Dasar hukum", 1});
        add(documents::NumberedList{rules});
    }

    std::string chair() const {
        if (matter_.body)
            for (const model::BodyMember* member : atlas_.members(matter_.body->id))
                if (member->office == "ketua" || member->office == "Ketua")
                    return member->person;
        return {};
    }

    void signatures() {
        add(Paragraph{"Disampaikan kepada para kepala desa; tembusan kepada Badan Permusyawaratan "
                      "Desa dan kepada " +
                          regent_title(atlas_) + " melalui Camat.",
                      Align::left, false, true});
        add(documents::Signatures{
            {{{""}, {(matter_.body ? "Ketua " + matter_.body->name : paper_blank), chair()}}}});
    }

    const PaperFacts& facts_;
    const model::Atlas& atlas_;
    const Matter& matter_;
    documents::Document document_;
    std::vector<std::string> missing_;
};

} // namespace

documents::Document accountability_paper(const PaperFacts& facts, const PaperRequest& request) {
    const Matter matter = matter_of(facts.atlas, request);
    return Report(facts, matter).write();
}

} // namespace antardesa::workspace
