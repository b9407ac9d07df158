#pragma once

#include "workspace/papers.h"

/// Indonesian as papers of state write it (domain.md §3.6, §6.1).
namespace antardesa::workspace {

/// What nobody has recorded: a line to write on.
inline constexpr const char* paper_blank = "……………………………";

/// On every page of a paper that nothing recorded carries yet; map sheets say the same.
inline constexpr const char* draft_mark = "DRAF";

/// "dua ribu enam belas". Of 0 … 999 999.
std::string number_in_words(int number);
/// "Senin".
std::string weekday_in_words(Date day);
/// "November".
std::string month_in_words(Date day);
/// "Senin, tanggal dua puluh tiga, bulan November, tahun dua ribu dua puluh enam (23-11-2026)";
/// without a day the same with places to write on.
std::string date_in_words(const std::optional<Date>& day);

/// Of the eight winds the one in which `to` lies from `from`, degrees: "timur laut".
std::string direction_in_words(geo::Point from, geo::Point to);

/// "Desa Sukamaju", "Kelurahan Pasirsari"; a blank for none.
std::string village_title(const model::Atlas& atlas, Id<model::Village> village);
/// "Kepala Desa Sukamaju", "Lurah Pasirsari".
std::string village_head_title(const model::Atlas& atlas, Id<model::Village> village);
/// "Kecamatan Tanjungasri" or, of two, "Kecamatan Tanjungasri dan Kecamatan Girimakmur".
std::string district_title(const model::Atlas& atlas,
                           const std::vector<Id<model::Village>>& villages);
/// "a", "a dan b", "a, b, dan c".
std::string listed(const std::vector<std::string>& things);
/// "Tanjungasri", without the word kecamatan; empty for none.
std::string district_name(const model::Atlas& atlas, Id<model::Village> village);
/// "Kabupaten Contoh", "Kota Contoh"; a name that already says what it is stays.
std::string regency_title(const model::Atlas& atlas);
/// "Kabupaten Alfa dan Kabupaten Beta": each that the villages lie in, as their kecamatan say.
std::string regencies_title(const model::Atlas& atlas,
                            const std::vector<Id<model::Village>>& villages);
/// "Bupati", of a kota "Wali Kota".
std::string regent_title(const model::Atlas& atlas);
/// "Bupati Contoh", "Wali Kota Contoh".
std::string regent_in_words(const model::Atlas& atlas);
/// What a stored code of a list is called; in a kota as a kota calls it.
std::string code_in_words(const PaperFacts& facts, std::string_view list, std::string_view code);

/// In capitals, ASCII letters; what the titles of papers are written in.
std::string upper_case(std::string text);

std::string text_or_blank(const std::string& text);
std::string day_or_blank(const PaperFacts& facts, const std::optional<Date>& day);
/// "Berita Acara Nomor 12/BA/2025 tanggal 3 Maret 2025 tentang …, diterbitkan oleh …"; what is
/// missing is left to be written in. Empty for none.
std::string document_in_words(const PaperFacts& facts, Id<model::Document> document);

/// "peta \"Peta desa 1987\", diterbitkan oleh …, tahun 1987, skala 1:5.000 (dari Desa A)".
std::string evidence_in_words(const PaperFacts& facts, const model::Evidence& evidence);

/// Whether the segment's state is one that a paper carries, and that paper is recorded without
/// fault: what is printed of it is no draft.
bool rests_on_paper(const PaperFacts& facts, const model::BoundarySegment& segment);

/// A paper with its head, foot, title and day; `blocks` are still empty.
documents::Document paper_frame(const PaperFacts& facts, const std::string& title);

} // namespace antardesa::workspace
