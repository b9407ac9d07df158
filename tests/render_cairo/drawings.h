#pragma once

#include "cartography/mark.h"
#include "text/typesetter.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace antardesa::render_cairo::test {

inline const text::Typesetter& typesetter() {
    static const text::Typesetter shared;
    return shared;
}

/// A folder of its own that goes away again.
class Scratch {
  public:
    Scratch() {
        std::string name =
            (std::filesystem::temp_directory_path() / "antardesa-paper-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            throw std::runtime_error("no temporary folder");
        folder_ = name;
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(folder_, ignored);
    }
    std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
    const std::filesystem::path& path() const { return folder_; }
    int entries() const {
        return static_cast<int>(std::distance(std::filesystem::directory_iterator(folder_), {}));
    }

  private:
    std::filesystem::path folder_;
};

inline std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// What a shell command prints; empty when it fails.
inline std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        text.append(buffer.data(), got);
    return ::pclose(pipe) == 0 ? text : std::string();
}
inline bool installed(const std::string& program) {
    return !output_of("command -v " + program).empty();
}

inline cartography::Path line(std::initializer_list<geo::Point> points) {
    cartography::Path path;
    path.add(std::span(points.begin(), points.size()));
    return path;
}

inline cartography::TextMark text_mark(geo::Point at, const std::string& words, double size = 5) {
    text::FontStyle style;
    style.size = {size};
    cartography::TextMark mark;
    mark.position = at;
    mark.run = typesetter().shape(words, style);
    mark.colour = {0, 0, 0, 255};
    return mark;
}

/// 100 × 60 mm, one group in millimetres.
inline cartography::Drawing small_drawing() {
    using namespace cartography;
    Drawing drawing{{100}, {60}, {255, 255, 255, 255}, {}};
    Group group{"boundaries", {}, std::nullopt, {}};
    group.marks.push_back(
        AreaMark{line({{10, 10}, {40, 10}, {40, 40}, {10, 40}, {10, 10}}), {200, 0, 0, 255}, {}});
    group.marks.push_back(LineMark{line({{50, 30}, {90, 30}}), {0, 0, 200, 255}, {1}, false, {}});
    PointMark capsule{{70, 45}, Shape::capsule,       {6}, {11}, {0, 120, 0, 255}, {}, {},
                      {},       {255, 255, 255, 255}, {}};
    text::FontStyle style;
    style.size = {3.4};
    capsule.content.push_back(typesetter().shape("7", style));
    group.marks.push_back(capsule);
    TextMark name = text_mark({12, 50}, "Sumberrejo Hulu");
    name.halo = {255, 255, 255, 230};
    name.halo_width = {0.4};
    group.marks.push_back(name);
    drawing.groups.push_back(group);
    return drawing;
}

} // namespace antardesa::render_cairo::test
