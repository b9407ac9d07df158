#include "workspace/previous_name.h"

#include "base/text.h"

namespace antardesa::workspace {

namespace {

constexpr std::string_view until = " s.d. ";

} // namespace

std::vector<std::string> previous_names(const model::Village& village,
                                        const i18n::Catalogue& language) {
    std::vector<std::string> names;
    for (const std::string& entry : split(village.previous_codes, ';')) {
        const std::string stored = trimmed(entry);
        if (stored.empty())
            continue;
        const std::size_t at = stored.rfind(until);
        const auto date =
            at == std::string::npos ? std::nullopt : parse_date(stored.substr(at + until.size()));
        names.push_back(
            date ? language.text(Message{"workspace.card.until",
                                         {stored.substr(0, at), language.short_date(*date)}})
                 : stored);
    }
    return names;
}

const model::Village* once_coded(const model::Atlas& atlas, std::string_view code) {
    const model::Village* found = nullptr;
    for (const model::Village& village : atlas.villages())
        for (const std::string& entry : split(village.previous_codes, ';')) {
            const std::string stored = trimmed(entry);
            if (code.empty() || stored.substr(0, stored.rfind(until)) != code)
                continue;
            if (found != nullptr && found != &village)
                return nullptr;
            found = &village;
        }
    return found;
}

} // namespace antardesa::workspace
