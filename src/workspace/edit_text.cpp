#include "workspace/edit_text.h"

#include "workspace/code_words.h"

#include <array>

namespace antardesa::workspace {

namespace {

/// Which argument of which edit is a stored code, and of which list.
struct CodedArgument {
    const char* edit;
    std::size_t argument;
    const char* list;
};
constexpr std::array<CodedArgument, 6> coded{{{"edit.set_segment_state", 2, "segment_state"},
                                              {"edit.advance_dispute", 2, "dispute_state"},
                                              {"edit.set_segment_character", 2, "line_character"},
                                              {"edit.set_segment_workflow", 2, "boundary_workflow"},
                                              {"edit.set_agreement_stage", 1, "stage"},
                                              {"edit.allow_strip", 1, "exception_reason"}}};

} // namespace

std::string edit_text(const Message& name, const i18n::Catalogue& language, bool in_city) {
    Message spoken = name;
    for (const CodedArgument& code : coded)
        if (name.key == code.edit && code.argument < name.arguments.size())
            if (const std::string key =
                    code_key(language,
                             std::string("code.") + code.list + "." + name.arguments[code.argument],
                             in_city);
                language.has(key))
                spoken.arguments[code.argument] = language.text(key);
    return language.text(spoken);
}

} // namespace antardesa::workspace
