#include "workspace/record_notes.h"

#include "base/text.h"
#include "model/village_law.h"
#include "workspace/compliance_text.h"

#include <algorithm>
#include <array>

namespace antardesa::workspace {

namespace {

using analysis::ComplianceFinding;

struct Answer {
    Register kind;
    std::string_view check;
    std::string_view column;
};
constexpr std::array answers{
    Answer{Register::agreement, "V06.instrumen", "dokumen_id"},
    Answer{Register::agreement, "V06.prakarsa", "prakarsa"},
    Answer{Register::agreement, "V07.jangka_waktu", "berakhir"},
    Answer{Register::agreement, "V07.urutan_tanggal", "berakhir"},
    Answer{Register::agreement, "V07.isi", "isi_"},
    Answer{Register::agreement, "V10.laporan", "laporan_terakhir"},
    Answer{Register::agreement, "V11.alasan", "alasan_berakhir"},
    Answer{Register::agreement, "V11.lewat", "berakhir"},
    Answer{Register::agreement_party, "V01.kelurahan", "kode_desa"},
    Answer{Register::agreement_party, "V02.luar_kabupaten", "desa_luar"},
    Answer{Register::agreement_party, "V03.musdes", "tanggal_musdes"},
    Answer{Register::agreement_party, "V03.tanggal", "tanggal_musdes"},
    Answer{Register::agreement_party, "V03.bpd", "persetujuan_bpd"},
    Answer{Register::agreement_party, "V05.rencana", "rpjm_desa"},
    Answer{Register::agreement_party, "V06.perorangan", "pihak_ketiga_id"},
    Answer{Register::agreement_party, "V08.nomor", "nomor"},
    Answer{Register::agreement_party, "V08.tanda_tangan", "penandatangan"},
    Answer{Register::agreement_party, "V08.masa_jabatan", "jabatan_sampai"},
    Answer{Register::body, "V09.pembentukan", "dokumen_id"},
    Answer{Register::asset_share, "V15.porsi", "persen"}};

std::string_view column_of(Register kind, const ComplianceFinding& finding) {
    const std::string check = finding.rule + "." + finding.part;
    const auto at = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) {
        return one.kind == kind && one.check == check;
    });
    return at == answers.end() ? std::string_view() : at->column;
}

template<class Row>
bool is_about(const ComplianceFinding& finding, std::int64_t id) {
    const auto* subject = std::get_if<Id<Row>>(&finding.subject);
    return subject && subject->value == id;
}

std::string name_of(const model::Atlas& atlas, const model::AgreementParty& party) {
    if (const model::Village* village = atlas.find(party.village))
        return model::name_without_kind(village->name);
    const model::ThirdParty* third = atlas.find(party.third_party);
    return third ? third->name : model::name_without_kind(party.outside_village);
}

/// Whether the finding about an agreement names this party of it.
bool names_party(const model::Atlas& atlas, const ComplianceFinding& finding, std::int64_t id) {
    const auto* party = atlas.find(Id<model::AgreementParty>{id});
    const auto* names =
        finding.words.size() > 1 ? std::get_if<std::string>(&finding.words[1]) : nullptr;
    if (!party || !names)
        return false;
    return (", " + *names + ", ").find(", " + name_of(atlas, *party) + ", ") != std::string::npos;
}

bool concerns(const model::Atlas& atlas, const ComplianceFinding& finding, RecordKey key) {
    switch (key.kind) {
    case Register::agreement:
        return is_about<model::Agreement>(finding, key.id);
    case Register::agreement_party:
        return is_about<model::Agreement>(finding, key.owner) &&
               !column_of(key.kind, finding).empty() && names_party(atlas, finding, key.id);
    case Register::body:
        return is_about<model::CooperationBody>(finding, key.id);
    case Register::asset:
        return is_about<model::SharedAsset>(finding, key.id);
    case Register::asset_share:
        return is_about<model::SharedAsset>(finding, key.owner) &&
               !column_of(key.kind, finding).empty();
    case Register::dispute:
        return is_about<model::BoundaryDispute>(finding, key.id);
    default:
        return false;
    }
}

/// The field of the column; of "isi_" the first that is empty. Null: none.
RecordField* field_of(RecordForm& form, std::string_view column) {
    const auto at =
        std::find_if(form.fields.begin(), form.fields.end(), [&](const RecordField& field) {
            return column.ends_with('_') ? field.column.starts_with(column) && field.value.empty()
                                         : field.column == column;
        });
    return column.empty() || at == form.fields.end() ? nullptr : &*at;
}

} // namespace

void add_record_notes(RecordForm& form, const model::Atlas& atlas,
                      const std::vector<ComplianceFinding>& findings, Date today,
                      const i18n::Catalogue& language) {
    if (form.key.id == 0)
        return;
    const bool in_city = model::is_city(atlas);
    for (const ComplianceFinding& finding : findings) {
        if (!concerns(atlas, finding, form.key))
            continue;
        RecordField* field = field_of(form, column_of(form.key.kind, finding));
        (field ? field->notes : form.notes)
            .push_back(
                {finding.severity,
                 finding.rule + " · " + compliance_detail(finding, language, in_city),
                 language.text(Message{"workspace.card.basis_is",
                                       {basis_text(atlas, finding.laws, today, language)}})});
    }
}

} // namespace antardesa::workspace
