#pragma once

#include "workspace/words.h"

namespace antardesa::workspace {

/// What an edit is called in the history: its message with stored codes put into words.
std::string edit_text(const Message& name, const Words& words);

} // namespace antardesa::workspace
