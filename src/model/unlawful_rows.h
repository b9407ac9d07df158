#pragma once

#include "base/finding.h"
#include "model/atlas.h"

namespace antardesa::model {

/// Cases that stand in a state which no lawful steps lead to (Permendagri 45/2016 art. 18–19):
/// `unlawful_step` keeps this program from it, and rows of another program go round it. Code
/// "unlawful_case", subject the case's number, else its id; warnings: agreed without its berita
/// acara, ended without its Perbup, facilitated by whom the villages' places rule out, handed over
/// though both lie in one kabupaten, a village that is unknown or stands on both sides, on a line
/// of other villages, ended without a facilitation that began, settled while one of its lines is
/// not (any more), going on while a further segment of it is no more than indicative.
std::vector<Finding> unlawful_rows(const TableSet& tables);

} // namespace antardesa::model
