#pragma once

#include "base/finding.h"
#include "model/codes.h"
#include "topology/flaws.h"

/// The closed lists of the boundary check and of what is measured on the ground; like codes.h.
namespace antardesa::model {

/// What a check of the coverage finds.
enum class FlawKind {
    overlap,
    gap,
    invalid_ring,
    duplicate_shape,
    duplicate_code,
    outside_district, ///< land of a kecamatan that another one encloses
    near_miss,        ///< corners that almost meet
    tangled,          ///< crosses others or itself far too often to be compared with anything
    moved_line,       ///< a settled segment's line is another one than was agreed
    stray_points,     ///< turning points that do not lie on their segment's line any more
    incomplete_paper  ///< a segment's state rests on a paper that does not carry it
};
/// Why a finding may stay. A `mutual_claim` is an "area saling klaim", `undefined` an
/// "area tidak terdefinisi": features of their own until they are settled.
enum class ExceptionReason { lake, forest, sea, agreed_for_now, mutual_claim, undefined, other };
/// What a line follows: KUGI's KARKTR (domain.md §5.3). `none`: not said.
enum class LineCharacter { none, natural, artificial, other };
/// How the line comes to be (Permendagri 45/2016, domain.md §3.2): on a map (penetapan), which is
/// for villages formed after it, or confirmed on the ground (penegasan). `none`: not said.
enum class BoundaryWorkflow { none, delimitation, demarcation };
/// What marks a turning point on the ground.
enum class PointMarker { none, natural, artificial };

template<>
struct Codes<FlawKind> {
    static constexpr std::array<Code<FlawKind>, 11> list{
        {{FlawKind::overlap, "tumpang_tindih"},
         {FlawKind::gap, "celah"},
         {FlawKind::invalid_ring, "poligon_rusak"},
         {FlawKind::duplicate_shape, "poligon_ganda"},
         {FlawKind::duplicate_code, "kode_ganda"},
         {FlawKind::outside_district, "di_luar_kecamatan"},
         {FlawKind::near_miss, "nyaris_bertemu"},
         {FlawKind::tangled, "terlalu_kusut"},
         {FlawKind::moved_line, "garis_bergeser"},
         {FlawKind::stray_points, "titik_di_luar_garis"},
         {FlawKind::incomplete_paper, "dokumen_belum_lengkap"}}};
};
template<>
struct Codes<Severity> {
    static constexpr std::array<Code<Severity>, 3> list{{{Severity::information, "keterangan"},
                                                         {Severity::warning, "peringatan"},
                                                         {Severity::error, "kesalahan"}}};
};
template<>
struct Codes<topology::RingFault> {
    using Fault = topology::RingFault;
    static constexpr std::array<Code<Fault>, 10> list{
        {{Fault::too_few_points, "kurang_titik"},
         {Fault::unclosed, "tidak_tertutup"},
         {Fault::repeated_vertex, "titik_berulang"},
         {Fault::self_crossing, "memotong_diri"},
         {Fault::spike, "duri"},
         {Fault::self_touch, "menyentuh_diri"},
         {Fault::shared_line, "garis_bersama"},
         {Fault::hole_outside, "lubang_di_luar"},
         {Fault::nested, "bersarang"},
         {Fault::interior_in_pieces, "bagian_terpisah"}}};
};
template<>
struct Codes<ExceptionReason> {
    static constexpr std::array<Code<ExceptionReason>, 7> list{
        {{ExceptionReason::lake, "danau"},
         {ExceptionReason::forest, "hutan"},
         {ExceptionReason::sea, "laut"},
         {ExceptionReason::agreed_for_now, "disepakati_sementara"},
         {ExceptionReason::mutual_claim, "saling_klaim"},
         {ExceptionReason::undefined, "tidak_terdefinisi"},
         {ExceptionReason::other, "lain"}}};
};
template<>
struct Codes<LineCharacter> {
    static constexpr std::array<Code<LineCharacter>, 4> list{{{LineCharacter::none, ""},
                                                              {LineCharacter::natural, "alam"},
                                                              {LineCharacter::artificial, "buatan"},
                                                              {LineCharacter::other, "lainnya"}}};
};
template<>
struct Codes<BoundaryWorkflow> {
    static constexpr std::array<Code<BoundaryWorkflow>, 3> list{
        {{BoundaryWorkflow::none, ""},
         {BoundaryWorkflow::delimitation, "penetapan"},
         {BoundaryWorkflow::demarcation, "penegasan"}}};
};
template<>
struct Codes<PointMarker> {
    static constexpr std::array<Code<PointMarker>, 3> list{{{PointMarker::none, ""},
                                                            {PointMarker::natural, "alam"},
                                                            {PointMarker::artificial, "buatan"}}};
};

} // namespace antardesa::model
