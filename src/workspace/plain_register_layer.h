#pragma once

#include "io/vector_writer.h"
#include "model/atlas.h"

#include <array>
#include <optional>
#include <string_view>

namespace antardesa::workspace {

/// Registers without geometry that are a layer as their sheet has them.
inline constexpr std::array<std::string_view, 16> plain_register_layers{
    "bkad_anggota",   "bum_desa_modal",   "musyawarah",     "kerja_sama_dana",
    "laporan",        "masalah",          "evaluasi",       "bkad_kegiatan",
    "aset_perawatan", "kerja_sama_batas", "langkah_daerah", "sengketa_segmen",
    "penanda_tangan", "lampiran",         "nama_lain",      "arti_kolom"};

/// The register's sheet with the rows' ids; nothing for another name.
std::optional<io::VectorFile> plain_register_layer(const model::Atlas& atlas,
                                                   std::string_view name);

} // namespace antardesa::workspace
