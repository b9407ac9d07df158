#include "io/detail/exif_scan.h"

#include "io/detail/bytes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antardesa::io::detail {

namespace {

constexpr std::uint16_t exif_pointer = 0x8769;
constexpr std::uint16_t gps_pointer = 0x8825;
constexpr std::uint16_t original_time = 0x9003;
constexpr std::uint16_t change_time = 0x0132;
constexpr std::uint16_t latitude_reference = 1;
constexpr std::uint16_t latitude = 2;
constexpr std::uint16_t longitude_reference = 3;
constexpr std::uint16_t longitude = 4;

constexpr std::uint16_t type_text = 2;
constexpr std::uint16_t type_long = 4;
constexpr std::uint16_t type_rational = 5;

/// A TIFF block: every number is looked for within the bytes.
class Tiff {
  public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes) {
        little_ = bytes.starts_with("II");
        sound_ = (little_ || bytes.starts_with("MM")) && number16(2) == 42;
    }
    bool sound() const { return sound_; }
    std::size_t first_directory() const { return number32(4).value_or(0); }

    /// Where a tag's entry stands in a directory.
    std::optional<std::size_t> entry(std::size_t directory, std::uint16_t tag) const {
        const auto count = number16(directory);
        for (std::size_t i = 0; count && i < *count; ++i)
            if (const std::size_t at = directory + 2 + 12 * i; number16(at) == tag)
                return at;
        return std::nullopt;
    }
    std::optional<std::size_t> pointer(std::size_t directory, std::uint16_t tag) const {
        const auto at = entry(directory, tag);
        if (!at || number16(*at + 2) != type_long)
            return std::nullopt;
        const auto to = number32(*at + 8);
        return to ? std::optional<std::size_t>(*to) : std::nullopt;
    }
    std::string text(std::size_t directory, std::uint16_t tag) const {
        const auto at = entry(directory, tag);
        const auto count = at ? number32(*at + 4) : std::nullopt;
        if (!count || number16(*at + 2) != type_text || *count > 64)
            return {};
        const std::size_t from = *count <= 4 ? *at + 8 : number32(*at + 8).value_or(0);
        if (from > bytes_.size() || *count > bytes_.size() - from)
            return {};
        const std::string_view whole = bytes_.substr(from, *count);
        return std::string(whole.substr(0, whole.find('\0')));
    }
    /// Degrees, minutes, seconds.
    std::optional<double> degrees(std::size_t directory, std::uint16_t tag) const {
        const auto at = entry(directory, tag);
        if (!at || number16(*at + 2) != type_rational || number32(*at + 4) != 3U)
            return std::nullopt;
        const auto from = number32(*at + 8);
        double value = 0;
        double part = 1;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto over = from ? number32(*from + 8 * i) : std::nullopt;
            const auto under = from ? number32(*from + 8 * i + 4) : std::nullopt;
            if (!over || !under || (*under == 0 && *over != 0))
                return std::nullopt;
            value += *under == 0 ? 0 : static_cast<double>(*over) / *under / part;
            part *= 60;
        }
        return value;
    }

  private:
    std::optional<std::uint16_t> number16(std::size_t at) const {
        if (at > bytes_.size() || bytes_.size() - at < 2)
            return std::nullopt;
        return little_ ? little_endian_16(bytes_, at) : big_endian_16(bytes_, at);
    }
    std::optional<std::uint32_t> number32(std::size_t at) const {
        if (at > bytes_.size() || bytes_.size() - at < 4)
            return std::nullopt;
        return little_ ? little_endian_32(bytes_, at) : big_endian_32(bytes_, at);
    }

    std::string_view bytes_;
    bool little_ = false;
    bool sound_ = false;
};

/// The segment that begins "Exif", without its name.
std::string_view exif_of(std::string_view jpeg) {
    constexpr std::string_view name("Exif\0\0", 6);
    std::size_t at = 2;
    while (jpeg.size() >= at + 4 && static_cast<unsigned char>(jpeg[at]) == 0xFF) {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        const std::size_t length = big_endian_16(jpeg, at + 2);
        if (marker == 0xDA || length < 2 || jpeg.size() < at + 2 + length)
            break; // the picture itself begins
        const std::string_view content = jpeg.substr(at + 4, length - 2);
        if (marker == 0xE1 && content.starts_with(name))
            return content.substr(name.size());
        at += 2 + length;
    }
    return {};
}

/// "2026:03:14 10:22:05" as dates are written here.
std::string with_dashes(std::string text) {
    constexpr std::string_view form = "dddd:dd:dd dd:dd:dd";
    const auto fits = [](char sign, char wanted) {
        return wanted == 'd' ? sign >= '0' && sign <= '9' : sign == wanted;
    };
    if (text.size() != form.size() || !std::equal(text.begin(), text.end(), form.begin(), fits))
        return {};
    text[4] = text[7] = '-';
    return text;
}

std::optional<geo::Point> position_of(const Tiff& tiff, std::size_t directory) {
    const auto north = tiff.degrees(directory, latitude);
    const auto east = tiff.degrees(directory, longitude);
    if (!north || !east || *north > 90 || *east > 180)
        return std::nullopt;
    const geo::Point place{*east * (tiff.text(directory, longitude_reference) == "W" ? -1 : 1),
                           *north * (tiff.text(directory, latitude_reference) == "S" ? -1 : 1)};
    // What a camera writes that has found no satellite yet.
    return place == geo::Point{0, 0} ? std::nullopt : std::optional(place);
}

} // namespace

bool is_jpeg(std::string_view bytes) {
    return bytes.starts_with("\xFF\xD8\xFF");
}

ExifFacts scan_exif(std::string_view bytes) {
    ExifFacts facts;
    const Tiff tiff(is_jpeg(bytes) ? exif_of(bytes) : std::string_view());
    if (!tiff.sound())
        return facts;
    const std::size_t first = tiff.first_directory();
    if (const auto gps = tiff.pointer(first, gps_pointer))
        facts.position = position_of(tiff, *gps);
    if (const auto more = tiff.pointer(first, exif_pointer))
        facts.taken = with_dashes(tiff.text(*more, original_time));
    if (facts.taken.empty())
        facts.taken = with_dashes(tiff.text(first, change_time));
    return facts;
}

} // namespace antardesa::io::detail
