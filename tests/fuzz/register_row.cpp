// Registers: every row of the files is laid or has an error finding; nothing is silent. The first
// byte says which register it is.
#include "base/result.h"
#include "fuzz/harness.h"
#include "workspace/register_import.h"

using namespace antardesa;

namespace {

constexpr const char* names[] = {"dokumen",
                                 "dasar_hukum",
                                 "segmen_batas",
                                 "pihak_ketiga",
                                 "bkad",
                                 "bkad_anggota",
                                 "bum_desa_bersama",
                                 "bum_desa_modal",
                                 "kerja_sama",
                                 "kerja_sama_pihak",
                                 "sengketa_batas",
                                 "klaim_batas",
                                 "aset_bersama",
                                 "aset_bersama_hak",
                                 "usulan_batas",
                                 "kerja_sama_batas",
                                 "musyawarah",
                                 "kerja_sama_dana",
                                 "laporan",
                                 "masalah",
                                 "evaluasi",
                                 "bkad_kegiatan",
                                 "aset_perawatan",
                                 "langkah_daerah",
                                 "sengketa_segmen",
                                 "penanda_tangan",
                                 "bukti_sengketa",
                                 "lampiran",
                                 "nama_lain",
                                 "arti_kolom"};

workspace::ImportDraft small_draft() {
    workspace::ImportDraft draft(nullptr);
    for (int k = 1; k <= 2; ++k) {
        model::Village village;
        village.id = {k};
        village.code = "99.01.01.200" + std::to_string(k);
        village.name = "Desa " + std::to_string(k);
        draft.put(village);
    }
    return draft;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2)
        return 0;
    try {
        const std::string name = names[data[0] % std::size(names)];
        const io::Table table = io::parse_csv(fuzz::text_of(data + 1, size - 1), name + ".csv");
        workspace::ImportDraft draft = small_draft();
        static_cast<void>(workspace::lay_registers(draft, {table}));
    } catch (const Error&) {
    }
    return 0;
}
