#include "workspace/edit_text.h"

namespace antardesa::workspace {

std::string edit_text(const Message& name, const Words& words) {
    Message spoken = name;
    if (name.key == "edit.set_segment_state" && name.arguments.size() > 2)
        spoken.arguments[2] = words.code_name("segment_state", name.arguments[2]);
    if (name.key == "edit.set_agreement_stage" && name.arguments.size() > 1)
        spoken.arguments[1] = words.code_name("stage", name.arguments[1]);
    if (name.key == "edit.allow_strip" && name.arguments.size() > 1)
        spoken.arguments[1] = words.code_name("exception_reason", name.arguments[1]);
    return words.language().text(spoken);
}

} // namespace antardesa::workspace
