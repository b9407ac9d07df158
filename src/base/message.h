#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace antardesa {

/// A sentence for a person, not yet in a language: the key of a catalogue entry
/// (data/languages) and its arguments, already formatted as they shall appear.
/// Keys are lower-case, room first: "io.missing_crs". `i18n` turns it into a sentence.
struct Message {
    std::string key;
    std::vector<std::string> arguments;

    friend bool operator==(const Message&, const Message&) = default;
};

/// Replaces {0}, {1}, … in `pattern` by `arguments`. A placeholder without an argument stays
/// as it is; "{{" stands for one brace. Arguments are inserted literally.
std::string fill_placeholders(std::string_view pattern, const std::vector<std::string>& arguments);

/// "key(argument, argument)": for logs and tests, not for people.
std::string debug_text(const Message& message);

} // namespace antardesa
