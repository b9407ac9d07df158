#pragma once

#include "model/atlas.h"

#include <string>
#include <string_view>
#include <vector>

/// Which village an office's list means. Names are written with or without "Desa", in old spelling,
/// joined, with roman numerals; many villages have the same name (domain.md §5.1).
namespace antardesa::workspace {

/// Small letters, without "Desa", "Ds.", "Kel.", "Kelurahan", … in front, roman numerals as digits,
/// the spelling of before 1972 as today's (oe, tj, dj), words separated by one blank.
std::string plain_name(std::string_view written);

/// 1 for equal texts, 0 for those that have nothing in common: one less the optimal string
/// alignment distance (Boytsov 2011, §2.1) over the longer length. In bytes.
double similarity(std::string_view first, std::string_view second);

enum class MatchBand {
    sure,   ///< taken without asking
    look,   ///< a person decides; never accepted unseen
    unknown ///< no village is close; the candidates are only the nearest
};
struct VillageMatch {
    MatchBand band = MatchBand::unknown;
    Id<model::Village> village; ///< when sure
    /// What comes closest, best first, five at most; with their scores from 0 to 1.
    std::vector<std::pair<Id<model::Village>, double>> candidates;
};

/// The villages of a project by their names and what else they were called.
class VillageNames {
  public:
    /// `atlas` must outlive it.
    explicit VillageNames(const model::Atlas& atlas);

    /// `written`: a name, also with its kecamatan ("Sidomulyo (Kec. Wanasari)"), or a Kemendagri
    /// code. `district`: else the name of the kecamatan beside it, or nothing: it raises the score
    /// of villages there and lowers that of others. Words of direction (utara, kidul, hulu, …) and
    /// numbers must be the same on both sides. Sure: a code, a confirmed other name of one village,
    /// or a score of at least 0.95 that no other village comes near (0.05).
    VillageMatch match(std::string_view written, std::string_view district) const;

  private:
    std::vector<std::pair<Id<model::Village>, double>>
    nearest(const std::string& joined_name) const;
    struct Known {
        Id<model::Village> village;
        std::string joined; ///< plain, without blanks
        std::vector<std::string> telling;
        std::string district; ///< plain
    };
    const model::Atlas& atlas_;
    std::vector<Known> known_;
    std::vector<std::pair<std::string, Id<model::Village>>> aliases_; ///< sorted
};

} // namespace antardesa::workspace
