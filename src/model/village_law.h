#pragma once

#include "model/atlas.h"

#include <string_view>

/// Whose law a boundary is under, and who heads the government that decides it (domain.md §3.5,
/// §5.1).
namespace antardesa::model {

/// On the case's lines, each once: its own two first.
std::vector<Id<Village>> villages_of(const TableSet& tables, const BoundaryDispute& dispute);

/// Handed over, or bound to be by where the villages lie: between two kabupaten the rules on
/// district boundaries hold (batas daerah, Permendagri 141/2017), and nothing is decided here.
bool is_outside_village_law(const TableSet& tables, const BoundaryDispute& dispute);
bool is_outside_village_law(const Atlas& atlas, const BoundarySegment& segment);
/// Whether some of the case's lines are between two kabupaten and some are not, as only a file
/// brings them together: no paper settles both, and each line stays under its own law.
bool is_under_two_laws(const Atlas& atlas, const BoundaryDispute& dispute);

/// A name without the word that some files put before it, "Sukamaju" of "Desa Sukamaju" or
/// "KELURAHAN Sukamaju", "Contoh" of "Kecamatan Contoh": whoever puts that word before a name puts
/// it before this.
std::string name_without_kind(std::string_view name);
/// Whether it is a kelurahan, headed by a Lurah; of one whose kind nobody knows its name says it.
bool is_kelurahan(const Village& village);

/// What "Kabupaten Contoh" or "KOTA CONTOH" says before the name, with the space after it; empty of
/// "Contoh".
std::string_view regency_word(std::string_view name);
/// Whether a kabupaten/kota is a kota, headed by a Wali Kota: by the word before its name, else by
/// the second pair of a Kemendagri code in it, 71 and above.
bool is_city(std::string_view name, std::string_view code);
/// The project's own, by its name and the codes of its kecamatan and villages.
bool is_city(const Atlas& atlas);
/// The kabupaten/kota that the kecamatan lies in.
bool is_city(const Atlas& atlas, const District& district);

} // namespace antardesa::model
