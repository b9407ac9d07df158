#include "workspace/spoken_position.h"

#include <array>

namespace antardesa::workspace {

std::string spoken_position(std::string text, i18n::Language language) {
    if (language == i18n::Language::indonesian)
        return text;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> letters{{{" LS", " S"},
                                                                                    {" LU", " N"},
                                                                                    {" BT", " E"},
                                                                                    {" BB", " W"},
                                                                                    {" mT", " mE"},
                                                                                    {" mU", " mN"},
                                                                                    {",", "."}}};
    for (const auto& [written, said] : letters)
        for (std::size_t at = text.find(written); at != std::string::npos;
             at = text.find(written, at + said.size()))
            text.replace(at, written.size(), said);
    return text;
}

} // namespace antardesa::workspace
