#pragma once

#include "base/message.h"
#include "workspace/about.h"

#include <vector>

namespace antardesa::workspace {

/// What protects the process that reads strangers' files on this machine, a line each, for the
/// About box and `antardesa about`. Starts one such process: not for the frame thread. Throws
/// `Error` when it cannot be started.
std::vector<Message> reader_protection();

/// Adds these lines to what the About box says.
void add_protection(AboutView& about, const std::vector<Message>& lines,
                    const i18n::Catalogue& language);

} // namespace antardesa::workspace
