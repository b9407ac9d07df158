#pragma once

#include <array>
#include <optional>
#include <string_view>

/// The closed lists of the law and of the source text, with the stored lower-case code of each
/// value. What a value is called on screen stands in the catalogues under "code.<list>.<code>".
namespace antardesa::model {

/// Kemendagri's fourth group begins 1 = kelurahan, 2 = desa, 3 = desa adat (Kepmendagri
/// 300.2.2-2138/2025). Only desa and desa adat can be party to an agreement (UU 6/2014).
enum class VillageKind { unknown, village, urban_village, customary_village };

/// Special areas keep what a boundary file holds besides villages.
enum class SpecialAreaKind { undefined, neighbour_sliver, lake, forest, sea, other };

/// UU 6/2014 art. 91.
enum class Branch { inter_village, third_party };

/// UU 6/2014 art. 92(1): usaha bersama; kemasyarakatan, pelayanan, pembangunan dan
/// pemberdayaan; keamanan dan ketertiban.
enum class CooperationKind { joint_business, community_service, security_and_order };

/// The ten fields (bidang) of the source text.
enum class Field {
    economy,
    education,
    health,
    social_culture,
    peace_and_order,
    natural_resources,
    labour,
    public_works,
    village_boundary,
    other
};
/// Permendagri 96/2017: the four fields of today.
enum class CurrentField { government, development, community_guidance, empowerment };

/// Permendagri 96/2017 art. 13(1), with the side states of domain.md §1.3.
enum class Stage {
    preparation,
    offer,
    drafting,
    signing,
    execution,
    reporting,
    refused,
    postponed,
    amended,
    ended
};
/// How stages are grouped in filters and on the map (ui.md §4).
enum class StageGroup { draft, running, expiring, ended };

/// PP 43/2014 art. 147.
enum class EndReason {
    none,
    agreed,
    goal_reached,
    force_majeure,
    breach,
    replaced,
    against_law,
    object_lost,
    public_interest,
    expired
};

enum class SegmentLevel { village, district, regency };
/// The state of one boundary segment (domain.md §3.2).
enum class SegmentState {
    untraced,
    documents,
    tracing,
    agreed,
    technical_verification,
    enacted,
    disputed
};
/// Five groups shown to people: belum dilacak, indikatif, disepakati, definitif, sengketa.
enum class SegmentGroup { untraced, indicative, agreed, definitive, disputed };
SegmentGroup group_of(SegmentState state);

/// Permendagri 45/2016 art. 18–19.
enum class DisputeState {
    reported,
    district_facilitation,
    regency_facilitation,
    handed_over,
    agreed,
    not_agreed,
    regent_decision,
    enacted
};
enum class Facilitator { none, district_head, regent, outside_village_law };

enum class AssetKind {
    land,
    spring,
    market,
    building,
    road,
    bridge,
    irrigation,
    waste_site,
    school,
    health_post,
    tourism,
    mosque,
    equipment,
    forest,
    other
};
enum class AssetCondition { good, light_damage, heavy_damage, unknown };
enum class HolderKind {
    village,
    cooperation_body,
    joint_enterprise,
    regency,
    third_party,
    unclear
};

/// PP 43/2014 art. 144: the five elements of a BKAD; `unknown`: the list of an office did not say.
enum class BodyElement {
    unknown,
    village_government,
    village_council,
    community_institution,
    other_institution,
    public_figure
};
enum class Gender { unknown, woman, man };
enum class ThirdPartyKind {
    private_company,
    mass_organisation,
    other_institution,
    legal_entity,
    individual
};
enum class EnterpriseState { planned, name_registered, legal_entity, inactive };
enum class ReferenceKind { river, road };

/// Stored text of a value and back; nothing for a text that is not in the list. The list of a
/// type is `Codes<T>::list`: every value with its code, in the order of the enum.
template<class Enum>
struct Code {
    Enum value;
    std::string_view code;
};
template<class Enum>
struct Codes; // specialised in codes.cpp's header part below

template<>
struct Codes<VillageKind> {
    static constexpr std::array<Code<VillageKind>, 4> list{
        {{VillageKind::unknown, "tidak_diketahui"},
         {VillageKind::village, "desa"},
         {VillageKind::urban_village, "kelurahan"},
         {VillageKind::customary_village, "desa_adat"}}};
};
template<>
struct Codes<SpecialAreaKind> {
    static constexpr std::array<Code<SpecialAreaKind>, 6> list{
        {{SpecialAreaKind::undefined, "tidak_terdefinisi"},
         {SpecialAreaKind::neighbour_sliver, "serpihan_tetangga"},
         {SpecialAreaKind::lake, "danau"},
         {SpecialAreaKind::forest, "hutan"},
         {SpecialAreaKind::sea, "laut"},
         {SpecialAreaKind::other, "lain_lain"}}};
};
template<>
struct Codes<Branch> {
    static constexpr std::array<Code<Branch>, 2> list{
        {{Branch::inter_village, "antar_desa"}, {Branch::third_party, "pihak_ketiga"}}};
};
template<>
struct Codes<CooperationKind> {
    static constexpr std::array<Code<CooperationKind>, 3> list{
        {{CooperationKind::joint_business, "usaha_bersama"},
         {CooperationKind::community_service, "kemasyarakatan_pelayanan_pembangunan_pemberdayaan"},
         {CooperationKind::security_and_order, "keamanan_ketertiban"}}};
};
template<>
struct Codes<Field> {
    static constexpr std::array<Code<Field>, 10> list{{{Field::economy, "ekonomi"},
                                                       {Field::education, "pendidikan"},
                                                       {Field::health, "kesehatan"},
                                                       {Field::social_culture, "sosial_budaya"},
                                                       {Field::peace_and_order, "tramtib"},
                                                       {Field::natural_resources, "sda_ttg"},
                                                       {Field::labour, "tenaga_kerja"},
                                                       {Field::public_works, "pekerjaan_umum"},
                                                       {Field::village_boundary, "batas_desa"},
                                                       {Field::other, "lain_lain"}}};
};
template<>
struct Codes<CurrentField> {
    static constexpr std::array<Code<CurrentField>, 4> list{
        {{CurrentField::government, "pemerintahan_desa"},
         {CurrentField::development, "pembangunan_desa"},
         {CurrentField::community_guidance, "pembinaan_kemasyarakatan"},
         {CurrentField::empowerment, "pemberdayaan_masyarakat"}}};
};
template<>
struct Codes<Stage> {
    static constexpr std::array<Code<Stage>, 10> list{{{Stage::preparation, "persiapan"},
                                                       {Stage::offer, "penawaran"},
                                                       {Stage::drafting, "penyusunan_rancangan"},
                                                       {Stage::signing, "penandatanganan"},
                                                       {Stage::execution, "pelaksanaan"},
                                                       {Stage::reporting, "pelaporan"},
                                                       {Stage::refused, "tidak_disepakati"},
                                                       {Stage::postponed, "ditunda"},
                                                       {Stage::amended, "diubah"},
                                                       {Stage::ended, "berakhir"}}};
};
template<>
struct Codes<StageGroup> {
    static constexpr std::array<Code<StageGroup>, 4> list{{{StageGroup::draft, "rancangan"},
                                                           {StageGroup::running, "berjalan"},
                                                           {StageGroup::expiring, "segera_habis"},
                                                           {StageGroup::ended, "berakhir"}}};
};
template<>
struct Codes<EndReason> {
    static constexpr std::array<Code<EndReason>, 10> list{
        {{EndReason::none, ""},
         {EndReason::agreed, "kesepakatan"},
         {EndReason::goal_reached, "tujuan_tercapai"},
         {EndReason::force_majeure, "keadaan_luar_biasa"},
         {EndReason::breach, "pelanggaran"},
         {EndReason::replaced, "perjanjian_baru"},
         {EndReason::against_law, "bertentangan_peraturan"},
         {EndReason::object_lost, "objek_hilang"},
         {EndReason::public_interest, "merugikan_kepentingan"},
         {EndReason::expired, "masa_berakhir"}}};
};
template<>
struct Codes<SegmentLevel> {
    static constexpr std::array<Code<SegmentLevel>, 3> list{{{SegmentLevel::village, "desa"},
                                                             {SegmentLevel::district, "kecamatan"},
                                                             {SegmentLevel::regency, "kabupaten"}}};
};
template<>
struct Codes<SegmentState> {
    static constexpr std::array<Code<SegmentState>, 7> list{
        {{SegmentState::untraced, "belum_ditelusuri"},
         {SegmentState::documents, "dokumen"},
         {SegmentState::tracing, "pelacakan"},
         {SegmentState::agreed, "sepakat"},
         {SegmentState::technical_verification, "verifikasi_teknis"},
         {SegmentState::enacted, "perbup"},
         {SegmentState::disputed, "sengketa"}}};
};
template<>
struct Codes<SegmentGroup> {
    static constexpr std::array<Code<SegmentGroup>, 5> list{
        {{SegmentGroup::untraced, "belum_dilacak"},
         {SegmentGroup::indicative, "indikatif"},
         {SegmentGroup::agreed, "disepakati"},
         {SegmentGroup::definitive, "definitif"},
         {SegmentGroup::disputed, "sengketa"}}};
};
template<>
struct Codes<DisputeState> {
    static constexpr std::array<Code<DisputeState>, 8> list{
        {{DisputeState::reported, "dilaporkan"},
         {DisputeState::district_facilitation, "fasilitasi_camat"},
         {DisputeState::regency_facilitation, "fasilitasi_bupati"},
         {DisputeState::handed_over, "dilimpahkan_batas_daerah"},
         {DisputeState::agreed, "sepakat"},
         {DisputeState::not_agreed, "tidak_sepakat"},
         {DisputeState::regent_decision, "keputusan_bupati"},
         {DisputeState::enacted, "selesai_perbup"}}};
};
template<>
struct Codes<Facilitator> {
    static constexpr std::array<Code<Facilitator>, 4> list{
        {{Facilitator::none, ""},
         {Facilitator::district_head, "camat"},
         {Facilitator::regent, "bupati"},
         {Facilitator::outside_village_law, "batas_daerah"}}};
};
template<>
struct Codes<AssetKind> {
    static constexpr std::array<Code<AssetKind>, 15> list{{{AssetKind::land, "tanah"},
                                                           {AssetKind::spring, "mata_air"},
                                                           {AssetKind::market, "pasar"},
                                                           {AssetKind::building, "bangunan"},
                                                           {AssetKind::road, "jalan"},
                                                           {AssetKind::bridge, "jembatan"},
                                                           {AssetKind::irrigation, "irigasi"},
                                                           {AssetKind::waste_site, "tpa"},
                                                           {AssetKind::school, "sekolah"},
                                                           {AssetKind::health_post, "puskesmas"},
                                                           {AssetKind::tourism, "wisata"},
                                                           {AssetKind::mosque, "masjid"},
                                                           {AssetKind::equipment, "peralatan"},
                                                           {AssetKind::forest, "hutan"},
                                                           {AssetKind::other, "lain_lain"}}};
};
template<>
struct Codes<AssetCondition> {
    static constexpr std::array<Code<AssetCondition>, 4> list{
        {{AssetCondition::good, "baik"},
         {AssetCondition::light_damage, "rusak_ringan"},
         {AssetCondition::heavy_damage, "rusak_berat"},
         {AssetCondition::unknown, "tidak_diketahui"}}};
};
template<>
struct Codes<HolderKind> {
    static constexpr std::array<Code<HolderKind>, 6> list{
        {{HolderKind::village, "desa"},
         {HolderKind::cooperation_body, "bkad"},
         {HolderKind::joint_enterprise, "bumdesma"},
         {HolderKind::regency, "kabupaten"},
         {HolderKind::third_party, "pihak_ketiga"},
         {HolderKind::unclear, "belum_jelas"}}};
};
template<>
struct Codes<BodyElement> {
    static constexpr std::array<Code<BodyElement>, 6> list{
        {{BodyElement::unknown, ""},
         {BodyElement::village_government, "pemerintah_desa"},
         {BodyElement::village_council, "bpd"},
         {BodyElement::community_institution, "lembaga_kemasyarakatan"},
         {BodyElement::other_institution, "lembaga_lainnya"},
         {BodyElement::public_figure, "tokoh_masyarakat"}}};
};
template<>
struct Codes<Gender> {
    static constexpr std::array<Code<Gender>, 3> list{
        {{Gender::unknown, ""}, {Gender::woman, "perempuan"}, {Gender::man, "laki_laki"}}};
};
template<>
struct Codes<ThirdPartyKind> {
    static constexpr std::array<Code<ThirdPartyKind>, 5> list{
        {{ThirdPartyKind::private_company, "swasta"},
         {ThirdPartyKind::mass_organisation, "organisasi_kemasyarakatan"},
         {ThirdPartyKind::other_institution, "lembaga_lainnya"},
         {ThirdPartyKind::legal_entity, "badan_hukum"},
         {ThirdPartyKind::individual, "perorangan"}}};
};
template<>
struct Codes<EnterpriseState> {
    static constexpr std::array<Code<EnterpriseState>, 4> list{
        {{EnterpriseState::planned, "rencana"},
         {EnterpriseState::name_registered, "terdaftar_nama"},
         {EnterpriseState::legal_entity, "berbadan_hukum"},
         {EnterpriseState::inactive, "nonaktif"}}};
};
template<>
struct Codes<ReferenceKind> {
    static constexpr std::array<Code<ReferenceKind>, 2> list{
        {{ReferenceKind::river, "sungai"}, {ReferenceKind::road, "jalan"}}};
};

template<class Enum>
constexpr std::string_view code_of(Enum value) {
    for (const auto& entry : Codes<Enum>::list)
        if (entry.value == value)
            return entry.code;
    return {};
}

template<class Enum>
constexpr std::optional<Enum> from_code(std::string_view code) {
    for (const auto& entry : Codes<Enum>::list)
        if (entry.code == code)
            return entry.value;
    return std::nullopt;
}

} // namespace antardesa::model
