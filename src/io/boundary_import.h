#pragma once

#include "base/date.h"
#include "base/job.h"
#include "io/reading_count.h"
#include "io/village_schema.h"

#include <memory>

namespace antardesa::io {

/// A kecamatan of the file, identified by its code or, without one, by name and kabupaten.
struct ImportedDistrict {
    std::string code; ///< "99.01.10"; may be empty
    std::string name;
    std::string regency; ///< without the word "Kabupaten"; "Kota …" keeps its word
};

/// Stored codes, as in the project file.
enum class ImportedKind { unknown, village, urban_village, customary_village };
/// "tidak_diketahui", "desa", "kelurahan", "desa_adat".
std::string_view code_of(ImportedKind kind);

inline constexpr std::size_t no_district = static_cast<std::size_t>(-1);

struct ImportedVillage {
    std::string code;     ///< Kemendagri with dots, or as written when it is none; may be empty
    std::string bps_code; ///< may be empty
    std::string name;
    std::size_t district = no_district; ///< index into `districts`
    ImportedKind kind = ImportedKind::unknown;
    std::optional<double> official_area_ha;
    std::optional<Date> formed;                        ///< the day of its law or decree
    std::shared_ptr<const geo::MultiPolygon> geometry; ///< EPSG:4326; never null
    std::vector<std::int64_t> source_fids;             ///< one or more
};

/// Kind is a stored code: "tidak_terdefinisi", "serpihan_tetangga", "danau", "hutan", "laut",
/// "lain_lain".
struct ImportedSpecialArea {
    std::string kind;
    std::string name;
    std::shared_ptr<const geo::MultiPolygon> geometry;
    std::vector<std::int64_t> source_fids;
};

/// What a boundary file says, as plain values in EPSG:4326. Every feature that was read stands
/// in exactly one place: among a village's source fids, among a special area's, or in
/// `skipped_fids` with a finding; every vertex of the first two stands in their geometry.
struct BoundaryImport {
    std::vector<ImportedDistrict> districts;
    std::vector<ImportedVillage> villages;
    std::vector<ImportedSpecialArea> special_areas;
    std::vector<std::int64_t> skipped_fids; ///< no outline: reported, not stored
    std::vector<Finding> findings;          ///< those of the table first
    std::int64_t features_read = 0;
    ReadingCount count; ///< of every feature of the file
    std::size_t vertices_read = 0;
    std::size_t vertices_skipped = 0; ///< of the features in `skipped_fids`
    std::string regency;              ///< kabupaten with the largest area, without "Kabupaten"
    std::string regency_code;         ///< "99.01"; may be empty
    std::string province;

    std::int64_t skipped() const { return static_cast<std::int64_t>(skipped_fids.size()); }
};

/// Interprets a table as village boundaries (domain.md §5.1–5.2): undefined areas become
/// special areas; the same village in several features (same code; or no code and the same
/// name, kecamatan and kabupaten) becomes one with several parts; equal codes under different
/// names stay two villages; slivers of a neighbouring kabupaten become special areas.
/// Each of these says so in a finding.
/// Takes the geometry out of the table. Throws `Error` "io.crs_needed" when the table has no
/// system, "io.no_name_field" when no column names the villages, `Cancelled`.
BoundaryImport interpret_villages(FeatureTable&& table, const FieldMapping& mapping,
                                  Progress& progress);

/// "99.01.10.2003" from "9901102003" or "99.01.10.2003 "; nothing when it has neither form.
std::optional<std::string> normalised_code(std::string_view text);
/// Kind by the first digit of the fourth group: 1 kelurahan, 2 desa, 3 desa adat.
ImportedKind kind_of_code(std::string_view normalised);

} // namespace antardesa::io
