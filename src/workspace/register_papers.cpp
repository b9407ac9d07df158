#include "base/text.h"
#include "workspace/register_row.h"

#include <algorithm>

namespace antardesa::workspace {

void lay_document(RegisterRow& row) {
    model::Document paper;
    paper.kind = row.text("jenis");
    paper.number = row.text("nomor");
    const auto written = row.date("tanggal");
    paper.date = row.unless_to_come(written, "tanggal");
    paper.title = row.text("judul");
    paper.issuer = row.text("penerbit");
    paper.scale = row.text("skala");
    paper.file = row.text("berkas");
    paper.citations = row.text("kutipan");
    paper.id = row.already<model::Document>([&](const model::Document& other) {
        return other.kind == paper.kind && other.title == paper.title &&
               (row.any_will_do("nomor") || other.number == paper.number) &&
               (row.any_will_do("tanggal") || other.date == paper.date || other.date == written) &&
               (row.any_will_do("penerbit") || other.issuer == paper.issuer);
    });
    row.keep_unsaid(paper, "nomor", &model::Document::number, "tanggal", &model::Document::date,
                    "penerbit", &model::Document::issuer);
    row.keep_unsaid(paper, "skala", &model::Document::scale, "berkas", &model::Document::file,
                    "kutipan", &model::Document::citations);
    row.lay(std::move(paper));
}

void lay_legal_basis(RegisterRow& row) {
    model::LegalBasis law;
    law.kind = row.text("jenis");
    law.number = row.text("nomor");
    law.year = static_cast<int>(parse_integer(row.text("tahun")).value_or(0));
    law.title = row.text("judul");
    law.in_force_since = row.date("berlaku_sejak");
    law.revoked_since = row.date("dicabut_sejak");
    law.revoked_by = row.text("dicabut_oleh");
    law.id = row.already<model::LegalBasis>([&](const model::LegalBasis& other) {
        return other.kind == law.kind && other.number == law.number &&
               (row.any_will_do("tahun") || other.year == law.year);
    });
    row.keep_unsaid(law, "tahun", &model::LegalBasis::year);
    row.keep_unsaid(law, "judul", &model::LegalBasis::title, "berlaku_sejak",
                    &model::LegalBasis::in_force_since, "dicabut_sejak",
                    &model::LegalBasis::revoked_since, "dicabut_oleh",
                    &model::LegalBasis::revoked_by);
    row.lay(std::move(law));
}

void lay_segment(RegisterRow& row) {
    const auto [first, second] =
        std::minmax({row.village("kode_desa_1"), row.village("kode_desa_2")});
    if (row.usable() && !first)
        row.refuse("workspace.register.missing_value", "register_missing_value", "kode_desa_1");
    if (!row.usable())
        return;
    const Id<model::BoundarySegment> id = row.first<model::BoundarySegment>(
        [first = first, second = second](const model::BoundarySegment& segment) {
            return segment.first == first && segment.second == second;
        });
    if (!id || row.is_fresh(id.value)) {
        if (id)
            row.refuse("workspace.register.twice", "register_twice", "kode_desa_2");
        else
            row.refuse("workspace.register.no_segment", "register_no_segment", "kode_desa_2");
        return;
    }
    model::BoundarySegment segment = *row.context().draft.table<model::BoundarySegment>().find(id);
    segment.state = row.code("keadaan", segment.state);
    segment.pillars = row.yes("pilar");
    segment.document = row.reference<model::Document>("dokumen_id", Register::document);
    row.keep_unsaid(segment, "pilar", &model::BoundarySegment::pillars);
    row.keep(segment, &model::BoundarySegment::document, "dokumen_id");
    row.lay(std::move(segment));
}

} // namespace antardesa::workspace
