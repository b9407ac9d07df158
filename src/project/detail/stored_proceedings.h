#pragma once

#include "model/proceedings.h"
#include "project/detail/column.h"

#include <array>

/// `Stored` (stored_rows.h) of the tables that schemas 5 and 6 brought.
namespace antardesa::project::detail {

template<class Row>
struct Stored;

template<>
struct Stored<model::Proposal> {
    using R = model::Proposal;
    static constexpr const char* table = "usulan_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id"), column<&R::dispute>("sengketa_id"), column<&R::name>("nama"),
         column<&R::method>("cara"), column<&R::line>("geom"), column<&R::author>("pengusul", 5),
         column<&R::date>("tanggal", 5), column<&R::share>("bagian", 5)});
};

template<>
struct Stored<model::BoundarySubject> {
    using R = model::BoundarySubject;
    static constexpr const char* table = "kerja_sama_batas";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::agreement>("kerja_sama_id", 5),
         column<&R::segment>("segmen_id", 5), column<&R::dispute>("sengketa_id", 5)});
};

template<>
struct Stored<model::Meeting> {
    using R = model::Meeting;
    static constexpr const char* table = "musyawarah";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::kind>("jenis", 5),
         column<&R::agreement>("kerja_sama_id", 5), column<&R::body>("bkad_id", 5),
         column<&R::dispute>("sengketa_id", 5), column<&R::village>("desa_id", 5),
         column<&R::date>("tanggal", 5), column<&R::place>("tempat", 5),
         column<&R::agenda>("agenda", 5), column<&R::attended>("desa_hadir", 5),
         column<&R::others_attended>("hadir_lain", 5), column<&R::outcome>("hasil", 5),
         column<&R::decision>("keputusan", 5), column<&R::document>("dokumen_id", 5),
         column<&R::step>("langkah_daerah_id", 6)});
};

template<>
struct Stored<model::Funding> {
    using R = model::Funding;
    static constexpr const char* table = "kerja_sama_dana";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::agreement>("kerja_sama_id", 5),
         column<&R::village>("desa_id", 5), column<&R::third_party>("pihak_ketiga_id", 5),
         column<&R::source>("sumber", 5), column<&R::year>("tahun", 5),
         column<&R::planned_rupiah>("rencana_rupiah", 5),
         column<&R::realised_rupiah>("realisasi_rupiah", 5)});
};

template<>
struct Stored<model::Report> {
    using R = model::Report;
    static constexpr const char* table = "laporan";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::agreement>("kerja_sama_id", 5),
         column<&R::body>("bkad_id", 5), column<&R::kind>("jenis", 5),
         column<&R::period>("periode", 5), column<&R::due>("jatuh_tempo", 5),
         column<&R::handed_in>("tanggal", 5), column<&R::sender>("pengirim", 5),
         column<&R::receiver>("penerima", 5), column<&R::copies>("tembusan", 5),
         column<&R::document>("dokumen_id", 5)});
};

template<>
struct Stored<model::Problem> {
    using R = model::Problem;
    static constexpr const char* table = "masalah";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::agreement>("kerja_sama_id", 5),
         column<&R::date>("tanggal", 5), column<&R::description>("uraian", 5),
         column<&R::facilitator>("fasilitator", 5), column<&R::settlement>("penyelesaian", 5),
         column<&R::settled>("tanggal_selesai", 5), column<&R::document>("dokumen_id", 5)});
};

template<>
struct Stored<model::Evaluation> {
    using R = model::Evaluation;
    static constexpr const char* table = "evaluasi";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::agreement>("kerja_sama_id", 5),
         column<&R::date>("tanggal", 5), column<&R::evaluator>("penilai", 5),
         column<&R::recognition>("rekognisi", 5), column<&R::togetherness>("kebersamaan", 5),
         column<&R::mutual_help>("kegotongroyongan", 5),
         column<&R::participation>("partisipatif", 5), column<&R::democracy>("demokratis", 5),
         column<&R::equality>("kesetaraan", 5), column<&R::empowerment>("pemberdayaan", 5),
         column<&R::sustainability>("berkelanjutan", 5),
         column<&R::accountability>("akuntabilitas", 5), column<&R::note>("catatan", 5)});
};

template<>
struct Stored<model::BodyActivity> {
    using R = model::BodyActivity;
    static constexpr const char* table = "bkad_kegiatan";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::body>("bkad_id", 5),
         column<&R::agreement>("kerja_sama_id", 5), column<&R::task>("tugas", 5),
         column<&R::function>("fungsi", 5), column<&R::year>("tahun", 5),
         column<&R::date>("tanggal", 5), column<&R::description>("uraian", 5),
         column<&R::state>("status", 5), column<&R::document>("dokumen_id", 5)});
};

template<>
struct Stored<model::AssetCare> {
    using R = model::AssetCare;
    static constexpr const char* table = "aset_perawatan";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 5), column<&R::asset>("aset_id", 5), column<&R::kind>("jenis", 5),
         column<&R::date>("tanggal", 5), column<&R::description>("uraian", 5),
         column<&R::cost_rupiah>("biaya_rupiah", 5), column<&R::document>("dokumen_id", 5)});
};

template<>
struct Stored<model::LocalStep> {
    using R = model::LocalStep;
    static constexpr const char* table = "langkah_daerah";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id", 6), column<&R::name>("nama", 6),
                                  column<&R::after>("sesudah", 6), column<&R::basis>("dasar", 6)});
};

template<>
struct Stored<model::CaseSegment> {
    using R = model::CaseSegment;
    static constexpr const char* table = "sengketa_segmen";
    static constexpr auto columns =
        std::to_array<Column<R>>({column<&R::id>("id", 6), column<&R::dispute>("sengketa_id", 6),
                                  column<&R::segment>("segmen_id", 6)});
};

template<>
struct Stored<model::Signatory> {
    using R = model::Signatory;
    static constexpr const char* table = "penanda_tangan";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 6), column<&R::dispute>("sengketa_id", 6),
         column<&R::role>("peran", 6), column<&R::village>("desa_id", 6),
         column<&R::name>("nama", 6), column<&R::office>("jabatan", 6),
         column<&R::employee_number>("nip", 6), column<&R::paper_number>("nomor_berita_acara", 6),
         column<&R::signed_on>("tanggal", 6)});
};

template<>
struct Stored<model::VillageAlias> {
    using R = model::VillageAlias;
    static constexpr const char* table = "nama_lain";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 6), column<&R::village>("desa_id", 6), column<&R::name>("nama", 6)});
};

template<>
struct Stored<model::ColumnMeaning> {
    using R = model::ColumnMeaning;
    static constexpr const char* table = "arti_kolom";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 6), column<&R::column>("kolom", 6), column<&R::field>("ruas", 6)});
};

template<>
struct Stored<model::Attachment> {
    using R = model::Attachment;
    static constexpr const char* table = "lampiran";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 6), column<&R::document>("dokumen_id", 6),
         column<&R::name>("nama", 6), column<&R::media_type>("jenis_media", 6),
         column<&R::words>("kata_kunci", 6), column<&R::link>("tautan", 6),
         column<&R::content>("isi", 6)});
};

template<>
struct Stored<model::Evidence> {
    using R = model::Evidence;
    static constexpr const char* table = "bukti_sengketa";
    static constexpr auto columns = std::to_array<Column<R>>(
        {column<&R::id>("id", 6), column<&R::dispute>("sengketa_id", 6),
         column<&R::village>("desa_id", 6), column<&R::kind>("jenis", 6),
         column<&R::title>("judul", 6), column<&R::issuer>("penerbit", 6),
         column<&R::year>("tahun", 6), column<&R::scale>("skala", 6),
         column<&R::note>("keterangan", 6), column<&R::document>("dokumen_id", 6),
         column<&R::position>("geom", 6)});
};

} // namespace antardesa::project::detail
