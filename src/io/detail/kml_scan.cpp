#include "io/detail/kml_scan.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace antardesa::io::detail {

namespace {

bool is_position(std::string_view token) {
    const std::vector<std::string> numbers = split(token, ',');
    if (numbers.size() < 2 || numbers.size() > 3)
        return false;
    return std::all_of(numbers.begin(), numbers.end(), [](const std::string& text) {
        const auto number = parse_number(text.starts_with('+') ? text.substr(1) : text);
        return number && std::isfinite(*number);
    });
}

} // namespace

bool is_coordinate_list(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::size_t positions = 0;
    for (std::size_t at = text.find_first_not_of(space); at != std::string_view::npos;
         at = text.find_first_not_of(space, at)) {
        const std::size_t end = std::min(text.find_first_of(space, at), text.size());
        if (!is_position(text.substr(at, end - at)))
            return false;
        ++positions;
        at = end;
    }
    return positions > 0;
}

namespace {

/// Fills a scan from the events of one walk.
class KmlWalk {
  public:
    KmlWalk(std::string_view bytes, KmlScan& scan) : bytes_(bytes), scan_(scan) {}

    void tag(std::size_t begin, std::size_t length) { tag_ = {begin, begin + length}; }

    void open(const std::string& name) {
        if (depth_++ == 0)
            open_root(name);
        const bool holder = name == "Document" || name == "Folder";
        const bool feature = holder || name == "Placemark";
        scan_.is_kml = scan_.is_kml || name == "kml" || feature;
        scan_.top_features += depth_ == 2 && root_is_kml_ && feature;
        scan_.placemarks += name == "Placemark";
        scan_.folders += holder;
        scan_.links += name == "NetworkLink";
        if (name.ends_with("Overlay")) {
            ++scan_.overlays;
            if (overlay_depth_ == 0) {
                overlay_depth_ = depth_;
                overlay_begin_ = tag_.begin;
            }
        }
        collecting_ = name == "coordinates" || name == "href";
        collected_.clear();
    }

    void text(std::string_view text) {
        if (collecting_)
            collected_ += text;
    }

    void close(const std::string& name) {
        if (name == "href")
            scan_.addresses += !trimmed(collected_).empty();
        if (name == "coordinates" && !is_coordinate_list(collected_)) {
            if (scan_.bad_coordinates++ == 0)
                scan_.first_bad = scan_.placemarks;
        }
        collecting_ = false;
        if (overlay_depth_ == depth_) {
            scan_.overlay_bytes.push_back({overlay_begin_, tag_.end});
            overlay_depth_ = 0;
        }
        if (--depth_ == 0)
            scan_.root.end = tag_.begin;
    }

  private:
    void open_root(const std::string& name) {
        root_is_kml_ = name == "kml";
        scan_.root.begin = tag_.end;
        const std::string_view tag = bytes_.substr(tag_.begin, tag_.end - tag_.begin);
        if (const std::size_t at = tag.find(name); at != std::string_view::npos && at > 0)
            scan_.root_prefix = std::string(tag.substr(1, at - 1));
    }

    std::string_view bytes_;
    KmlScan& scan_;
    ByteRange tag_;
    int depth_ = 0;
    bool root_is_kml_ = false;
    int overlay_depth_ = 0; ///< of the overlay that is open
    std::size_t overlay_begin_ = 0;
    bool collecting_ = false;
    std::string collected_;
};

} // namespace

KmlScan scan_kml(std::string_view bytes) {
    KmlScan scan;
    KmlWalk walk(bytes, scan);
    XmlEvents events;
    events.tag = [&](std::size_t begin, std::size_t length) { walk.tag(begin, length); };
    events.open = [&](const std::string& name, const auto&) { walk.open(name); };
    events.text = [&](std::string_view text) { walk.text(text); };
    events.close = [&](const std::string& name) { walk.close(name); };
    scan.xml = walk_xml(bytes, events);
    return scan;
}

std::optional<std::string> one_document(std::string_view bytes, const KmlScan& scan) {
    const bool wide = bytes.substr(0, 4).find('\0') != std::string_view::npos ||
                      bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    const bool wrap = scan.top_features > 1 && scan.root.begin < scan.root.end;
    if (wide || (!wrap && scan.overlay_bytes.empty()))
        return std::nullopt;
    std::string text(bytes);
    for (const ByteRange& range : scan.overlay_bytes)
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(range.begin),
                  text.begin() + static_cast<std::ptrdiff_t>(range.end), ' ');
    if (wrap) {
        text.insert(scan.root.end, "</" + scan.root_prefix + "Document>");
        text.insert(scan.root.begin, "<" + scan.root_prefix + "Document>");
    }
    return text;
}

} // namespace antardesa::io::detail
