#include "io/detail/json_scan.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace antardesa::io::detail {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t most_names = 2001;
constexpr std::size_t exact_digits = 18; // of a whole number in 64 bits

/// Which object a level is, as far as its meaning matters.
enum class Role { other, top, features, feature, geometry, geometries, properties, coordinates };

/// One level that is open.
struct Level {
    Role role = Role::other;
    bool array = false;
    unsigned seen = 0; ///< bits of the keys that may stand once
    int numbers = 0;   ///< of an array in coordinates: plain numbers so far
    int arrays = 0;    ///< and arrays
    int others = 0;    ///< and anything else
    bool has_type = false;
};

/// A scanner by hand: recursion is what is being guarded against.
class Scanner {
  public:
    Scanner(std::string_view text, const NumberSink& no_number)
        : text_(text), no_number_(no_number) {}

    JsonScan run() {
        if (text_.starts_with("\xef\xbb\xbf"))
            text_.remove_prefix(3);
        const bool wide = text_.starts_with("\xff\xfe") || text_.starts_with("\xfe\xff") ||
                          text_.substr(0, 4).find('\0') != std::string_view::npos;
        if (wide)
            fail(JsonFault::not_utf8);
        else if (value(Role::top))
            finish();
        scan_.property_names = names_.size();
        return scan_;
    }

  private:
    bool fail(JsonFault fault) {
        if (scan_.fault == JsonFault::none) {
            scan_.fault = fault;
            scan_.line =
                1 +
                std::count(text_.begin(),
                           text_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, text_.size())),
                           '\n');
        }
        return false;
    }
    bool ended() const { return at_ >= text_.size(); }
    bool unexpected() { return fail(ended() ? JsonFault::truncated : JsonFault::syntax); }

    void skip_space() {
        while (!ended() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' ||
                            text_[at_] == '\t'))
            ++at_;
    }

    // Reads one value at the top and everything in it, without recursion.
    bool value(Role role) {
        if (!begin_value(role))
            return false;
        while (!levels_.empty())
            if (!next_in_level())
                return false;
        skip_space();
        return ended() || fail(JsonFault::syntax);
    }

    bool begin_value(Role role) {
        skip_space();
        if (ended())
            return fail(JsonFault::truncated);
        const char c = text_[at_];
        if (c == '{' || c == '[') {
            ++at_;
            if (levels_.size() >= deepest)
                return fail(JsonFault::too_deep);
            levels_.push_back({role, c == '[', 0, 0, 0, 0, false});
            first_ = true;
            return true;
        }
        if (c != '"')
            return literal();
        const bool of_feature = !levels_.empty() && levels_.back().role == Role::properties;
        if (!string())
            return false;
        if (of_feature)
            scan_.longest_text = std::max(scan_.longest_text, last_.size());
        return true;
    }

    bool next_in_level() {
        skip_space();
        if (ended())
            return fail(JsonFault::truncated);
        const Level level = levels_.back();
        if (text_[at_] == (level.array ? ']' : '}')) {
            ++at_;
            close_level();
            return true;
        }
        if (!first_) {
            if (text_[at_] != ',')
                return fail(JsonFault::syntax);
            ++at_;
        }
        first_ = false;
        return level.array ? element() : member();
    }

    void close_level() {
        const Level closed = levels_.back();
        levels_.pop_back();
        first_ = false;
        if (closed.role != Role::coordinates || !closed.array)
            return;
        const bool position = closed.numbers > 0;
        const bool inner = !levels_.empty() && levels_.back().role == Role::coordinates;
        if (closed.others > 0 || (position && (closed.arrays > 0 || closed.numbers < 2)) ||
            (position && closed.numbers > 4) || (!position && closed.arrays == 0 && inner))
            ++scan_.bad_positions;
    }

    bool element() {
        Level& level = levels_.back();
        skip_space();
        if (ended())
            return fail(JsonFault::truncated);
        const char c = text_[at_];
        if (level.role == Role::coordinates) {
            level.arrays += c == '[';
            const bool number = c == '-' || (c >= '0' && c <= '9') || c == 'N' || c == 'I';
            level.numbers += number;
            level.others += !number && c != '[';
        }
        if (level.role == Role::features) {
            ++scan_.features;
            scan_.bad_features += c != '{';
        }
        return begin_value(role_of_element(level.role));
    }

    static Role role_of_element(Role role) {
        if (role == Role::features)
            return Role::feature;
        if (role == Role::geometries)
            return Role::geometry;
        return role == Role::coordinates ? Role::coordinates : Role::other;
    }

    bool member() {
        skip_space();
        if (ended() || text_[at_] != '"')
            return unexpected();
        if (!string())
            return false;
        const std::string key(last_.substr(0, std::min<std::size_t>(last_.size(), 200)));
        skip_space();
        if (ended() || text_[at_] != ':')
            return unexpected();
        ++at_;
        note_key(key);
        const Role outer = levels_.back().role;
        const Role inner = role_of_member(outer, key);
        skip_space();
        const bool is_type = key == "type" && outer == Role::top && !ended() && text_[at_] == '"';
        if (!begin_value(inner))
            return false;
        if (is_type)
            scan_.type = std::string(last_.substr(0, 40));
        return true;
    }

    void note_key(const std::string& key) {
        static constexpr std::array<std::string_view, 4> once{"type", "geometry", "properties",
                                                              "coordinates"};
        Level& level = levels_.back();
        if (level.role == Role::properties) {
            if (names_.size() < most_names)
                names_.insert(key);
            return;
        }
        if (level.role == Role::top &&
            (key == "arcs" || key == "objects" || key == "spatialReference" || key == "rings"))
            scan_.has_arcs = true;
        if (level.role == Role::other || level.role == Role::coordinates)
            return;
        const auto* const found = std::find(once.begin(), once.end(), key);
        if (found == once.end())
            return;
        const unsigned bit = 1u << (found - once.begin());
        scan_.repeated_keys += (level.seen & bit) != 0;
        level.seen |= bit;
    }

    static Role role_of_member(Role outer, const std::string& key) {
        const bool object = outer == Role::top || outer == Role::feature || outer == Role::geometry;
        if (!object)
            return Role::other;
        if (key == "features" && outer == Role::top)
            return Role::features;
        if (key == "geometry")
            return Role::geometry;
        if (key == "geometries")
            return Role::geometries;
        if (key == "properties")
            return Role::properties;
        return key == "coordinates" ? Role::coordinates : Role::other;
    }

    bool string() {
        const std::size_t start = ++at_;
        bool plain = true;
        bool broken = false;
        while (!ended() && text_[at_] != '"') {
            const auto c = static_cast<unsigned char>(text_[at_]);
            if (c == '\\') {
                if (!escape(broken))
                    return false;
                continue;
            }
            plain = plain && c < 0x80;
            broken = broken || c < 0x20;
            ++at_;
        }
        if (ended())
            return fail(JsonFault::truncated);
        last_ = text_.substr(start, at_ - start);
        ++at_;
        scan_.broken_texts += broken || (!plain && !is_utf8(last_));
        return true;
    }

    // A high surrogate must be followed by a low one (RFC 8259 §8.2).
    bool escape(bool& broken) {
        const auto code_at = [&](std::size_t at) -> unsigned {
            unsigned code = 0;
            for (std::size_t i = at; i < at + 4; ++i) {
                const char c = i < text_.size() ? text_[i] : '?';
                const int digit = c >= '0' && c <= '9'   ? c - '0'
                                  : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                         : -1;
                if (digit < 0)
                    return 0xffffff;
                code = code * 16 + static_cast<unsigned>(digit);
            }
            return code;
        };
        if (at_ + 1 >= text_.size())
            return fail(JsonFault::truncated);
        if (text_[at_ + 1] != 'u') {
            const bool known =
                std::string_view("\"\\/bfnrt").find(text_[at_ + 1]) != std::string_view::npos;
            at_ += 2;
            return known || fail(JsonFault::syntax);
        }
        const unsigned code = code_at(at_ + 2);
        at_ += 6;
        if (code == 0xffffff)
            return unexpected();
        const bool high = code >= 0xd800 && code < 0xdc00;
        const bool low = code >= 0xdc00 && code < 0xe000;
        if (high && text_.substr(std::min(at_, text_.size()), 2) == "\\u") {
            const unsigned second = code_at(at_ + 2);
            if (second >= 0xdc00 && second < 0xe000) {
                at_ += 6;
                return true;
            }
        }
        broken = broken || high || low || code == 0;
        return true;
    }

    bool literal() {
        const std::size_t start = at_;
        while (!ended() &&
               std::string_view(",]} \n\r\t").find(text_[at_]) == std::string_view::npos)
            ++at_;
        const std::string_view word = text_.substr(start, at_ - start);
        if (word == "true" || word == "false" || word == "null")
            return true;
        if (word == "NaN" || word == "Infinity" || word == "-Infinity") {
            note_no_number(word);
            return true;
        }
        if (is_number(word)) {
            number(word);
            return true;
        }
        const bool cut = ended() && (word.empty() || std::string_view("true").starts_with(word) ||
                                     std::string_view("false").starts_with(word) ||
                                     std::string_view("null").starts_with(word) ||
                                     is_number(std::string(word) + "0"));
        return fail(cut ? JsonFault::truncated : JsonFault::syntax);
    }

    // As RFC 8259 §6 writes numbers; zeros too many in front and a point at either end are read
    // alike by all. Anything else, such as "1-2", readers cut where they please.
    static bool is_number(std::string_view word) {
        std::size_t at = 0;
        const auto digits = [&] {
            const std::size_t first = at;
            while (at < word.size() && word[at] >= '0' && word[at] <= '9')
                ++at;
            return at - first;
        };
        const auto take = [&](std::string_view any) {
            const bool here = at < word.size() && any.find(word[at]) != std::string_view::npos;
            at += here;
            return here;
        };
        take("-");
        std::size_t mantissa = digits();
        if (take("."))
            mantissa += digits();
        if (mantissa == 0)
            return false;
        if (take("eE")) {
            take("+-");
            if (digits() == 0)
                return false;
        }
        return at == word.size();
    }

    void number(std::string_view word) {
        constexpr std::size_t longest_finite = 300; // digits without an exponent
        const bool exponent = word.find_first_of("eE") != std::string_view::npos;
        const bool whole = !exponent && word.find('.') == std::string_view::npos;
        const std::size_t digits = word.size() - (word.front() == '-');
        scan_.long_numbers += whole && digits > exact_digits;
        if ((exponent && word.size() > 4) || word.size() > longest_finite) {
            const auto parsed = parse_number(word);
            if (!parsed || !std::isfinite(*parsed))
                note_no_number(word);
        }
    }

    void note_no_number(std::string_view word) {
        ++scan_.no_numbers;
        if (no_number_)
            no_number_(word);
    }

    void finish() {
        static constexpr std::array<std::string_view, 9> known{
            "FeatureCollection", "Feature", "Point",        "MultiPoint",        "LineString",
            "MultiLineString",   "Polygon", "MultiPolygon", "GeometryCollection"};
        if (std::find(known.begin(), known.end(), scan_.type) == known.end())
            fail(JsonFault::not_geojson);
    }

    std::string_view text_;
    const NumberSink& no_number_;
    std::size_t at_ = 0;
    bool first_ = false; ///< nothing has been read in the last level yet
    std::vector<Level> levels_;
    std::string_view last_; ///< the string read last, without its quotes
    std::set<std::string> names_;
    JsonScan scan_;
};

} // namespace

JsonScan scan_json(std::string_view text, const NumberSink& no_number) {
    return Scanner(text, no_number).run();
}

} // namespace antardesa::io::detail
