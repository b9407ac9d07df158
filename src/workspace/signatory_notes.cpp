#include "workspace/signatory_notes.h"

#include "model/casework.h"
#include "workspace/words.h"

#include <algorithm>

namespace antardesa::workspace {

namespace {

using model::SignatoryDoubt;

struct Told {
    const char* key;
    std::string_view column;
};

Told told_by(SignatoryDoubt doubt) {
    switch (doubt) {
    case SignatoryDoubt::no_village:
        return {"workspace.signatory.no_village", "kode_desa"};
    case SignatoryDoubt::other_village:
        return {"workspace.signatory.other_village", "kode_desa"};
    case SignatoryDoubt::employee_number:
        break;
    }
    return {"workspace.signatory.employee_number", "nip"};
}

Message sentence(const model::Atlas& atlas, const model::Signatory& row, SignatoryDoubt doubt) {
    return {told_by(doubt).key, {row.name, village_name(atlas, row.village), row.employee_number}};
}

} // namespace

std::vector<Message> signatory_warnings(const model::Atlas& atlas, const model::Signatory& row) {
    std::vector<Message> warnings;
    for (const SignatoryDoubt doubt : model::doubts_about(atlas.tables(), row))
        warnings.push_back(sentence(atlas, row, doubt));
    return warnings;
}

void add_signatory_notes(RecordForm& form, const model::Atlas& atlas,
                         const i18n::Catalogue& language) {
    const auto* row = form.key.kind == Register::signatory
                          ? atlas.find(Id<model::Signatory>{form.key.id})
                          : nullptr;
    if (!row)
        return;
    for (const SignatoryDoubt doubt : model::doubts_about(atlas.tables(), *row)) {
        const auto field =
            std::find_if(form.fields.begin(), form.fields.end(), [&](const RecordField& one) {
                return one.column == told_by(doubt).column;
            });
        (field == form.fields.end() ? form.notes : field->notes)
            .push_back({Severity::warning, language.text(sentence(atlas, *row, doubt)), {}});
    }
}

} // namespace antardesa::workspace
