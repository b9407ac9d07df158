#pragma once

#include "model/finding_verbs.h"

namespace antardesa::workspace {

/// A finding that may stay, as a person records it in the window or the shell: with a document of
/// the project or a new one, and since when.
struct AllowRequest {
    model::AllowStrip stay;                      ///< without a date: since today
    std::optional<model::Document> entered = {}; ///< instead of `stay.document`; its id is ignored
};
/// One edit that holds the exception and the new document. Refused as `model::allow_strip`
/// refuses, a new document without number and title, and a date that is still to come.
Result<model::Edit> allow_finding(const model::Atlas& atlas, const AllowRequest& request,
                                  Date today);

} // namespace antardesa::workspace
