#pragma once

#include "model/atlas.h"

namespace antardesa::model {

/// How far an agreement reaches, by where its villages lie: within one kecamatan, across the
/// kecamatan of one kabupaten, or beyond it, where the rules on cooperation between regions apply
/// (Permendagri 96/2017). `unknown`: no village, or one whose kecamatan is not known.
enum class Reach { unknown, one_district, across_districts, beyond_regency };

template<>
struct Codes<Reach> {
    static constexpr std::array<Code<Reach>, 4> list{{{Reach::unknown, ""},
                                                      {Reach::one_district, "satu_kecamatan"},
                                                      {Reach::across_districts, "lintas_kecamatan"},
                                                      {Reach::beyond_regency, "luar_kabupaten"}}};
};

Reach reach_of(const Atlas& atlas, Id<Agreement> agreement);

/// Its villages that lie in another kabupaten than the first of the project's that it binds: by
/// code, else by the kabupaten of their kecamatan. A village that the project does not have and
/// that has no code is one of them.
std::vector<const AgreementParty*> beyond_regency(const Atlas& atlas, Id<Agreement> agreement);

} // namespace antardesa::model
