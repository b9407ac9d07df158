#include "text/detail/font_files.h"

namespace antardesa::text {
namespace {

const char* weight_name(Weight weight) {
    switch (weight) {
    case Weight::regular:
        return "Regular";
    case Weight::medium:
        return "Medium";
    case Weight::semibold:
        return "SemiBold";
    case Weight::bold:
        break;
    }
    return "Bold";
}

bool is_heavy(Weight weight) {
    return weight == Weight::semibold || weight == Weight::bold;
}

} // namespace

std::vector<std::filesystem::path> default_font_folders() {
    return {"/usr/local/share/fonts",
            "/usr/share/fonts/opentype/inter",
            "/usr/share/fonts/truetype/dejavu",
            "/usr/share/fonts/truetype/liberation2",
            "/usr/share/fonts/truetype/liberation",
            "/usr/share/fonts/truetype/material-design-icons-iconfont"};
}

std::vector<std::string> font_file_names(Family family, Weight weight) {
    if (family == Family::icons)
        return {"MaterialIcons-Regular.ttf"};
    std::vector<std::string> names;
    if (family == Family::sheet)
        names.push_back(is_heavy(weight) ? "LiberationSans-Bold.ttf"
                                         : "LiberationSans-Regular.ttf");
    const std::string inter = std::string("Inter-") + weight_name(weight);
    names.push_back(inter + ".otf");
    names.push_back(inter + ".ttf");
    names.push_back(is_heavy(weight) ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");
    names.push_back("DejaVuSans.ttf");
    return names;
}

std::string find_font_file(const std::vector<std::filesystem::path>& folders,
                           const std::vector<std::string>& names) {
    for (const std::string& name : names)
        for (const auto& folder : folders) {
            std::error_code error;
            if (std::filesystem::is_regular_file(folder / name, error))
                return (folder / name).string();
        }
    return {};
}

} // namespace antardesa::text
