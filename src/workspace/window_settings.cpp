#include "workspace/window_settings.h"

#include "base/whole_file.h"
#include "json/value.h"

#include <array>
#include <fstream>
#include <sstream>

namespace antardesa::workspace {

namespace {

constexpr const char* file_name = "setelan.json";
constexpr std::uintmax_t most_bytes = 64 * 1024;
constexpr std::array<const char*, 2> languages{"id", "en"};
constexpr std::array<const char*, 3> themes{"terang", "gelap", "kontras_tinggi"};

template<std::size_t N>
std::optional<int> number_of(const std::array<const char*, N>& names, const std::string& name) {
    for (std::size_t i = 0; i < N; ++i)
        if (name == names[i])
            return static_cast<int>(i);
    return std::nullopt;
}

ReadSettings in_trouble(std::string why) {
    return {{}, std::move(why)};
}

} // namespace

ReadSettings read_window_settings(const std::filesystem::path& folder) {
    std::error_code failure;
    const auto path = folder / file_name;
    if (folder.empty() || !std::filesystem::exists(path, failure))
        return {};
    const auto size = std::filesystem::file_size(path, failure);
    if (failure || size > most_bytes)
        return in_trouble("setelan.json cannot be read or is too large");
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    try {
        const json::Value value = json::parse(text.str());
        const auto language = number_of(languages, value["bahasa"].string());
        const auto theme = number_of(themes, value["tema"].string());
        const std::int64_t scale = value["skala"].integer();
        if (!language || !theme || scale < 100 || scale > 250)
            return in_trouble("setelan.json holds a value that this program does not know");
        return {{*language == 0 ? i18n::Language::indonesian : i18n::Language::english,
                 static_cast<UiTheme>(*theme), static_cast<int>(scale), value["aturan"].string()}};
    } catch (const Error&) {
        return in_trouble("setelan.json is damaged");
    }
}

void write_window_settings(const std::filesystem::path& folder, const WindowSettings& settings) {
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    json::Value value;
    value.set("bahasa", languages[settings.language == i18n::Language::indonesian ? 0 : 1])
        .set("tema", themes[static_cast<std::size_t>(settings.theme)])
        .set("skala", settings.scale_percent);
    if (!settings.rules_file.empty())
        value.set("aturan", settings.rules_file.string());
    write_whole_file(folder / file_name, json::print(value) + "\n");
}

} // namespace antardesa::workspace
