#include "workspace/protection.h"

#include "io/reader.h"

namespace antardesa::workspace {

std::vector<Message> reader_protection() {
    return io::Reader().protection();
}

void add_protection(AboutView& about, const std::vector<Message>& lines,
                    const i18n::Catalogue& language) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        about.facts.emplace_back(i == 0 ? language.text("workspace.about.protection")
                                        : std::string(),
                                 language.text(lines[i]));
}

} // namespace antardesa::workspace
