#include "workspace/code_words.h"

namespace antardesa::workspace {

std::string code_key(const i18n::Catalogue& language, std::string key, bool in_city) {
    const auto dot = key.rfind('.');
    if (!in_city || dot == std::string::npos)
        return key;
    std::string of_city = key;
    of_city.insert(dot, "_city");
    return language.has(of_city) ? of_city : key;
}

std::string code_words(const i18n::Catalogue& language, std::string_view list,
                       std::string_view code, bool in_city) {
    return language.text(
        code_key(language, "code." + std::string(list) + "." + std::string(code), in_city));
}

} // namespace antardesa::workspace
