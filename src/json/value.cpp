#include "json/value.h"

#include "base/result.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace antardesa::json {
namespace {

using Foreign = nlohmann::ordered_json;
constexpr std::size_t deepest = 200;

/// Builds values from the library's events: duplicate keys and endless nesting are refused
/// here, which its own tree would hide or overflow on.
class Builder : public nlohmann::json_sax<Foreign> {
  public:
    explicit Builder(std::string_view text) : text_(text) {}
    Value take() { return std::move(root_); }

    bool null() override { return put(Value()); }
    bool boolean(bool b) override { return put(Value(b)); }
    bool number_integer(number_integer_t n) override { return put(Value(std::int64_t{n})); }
    bool number_unsigned(number_unsigned_t n) override {
        return n <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max())
                   ? put(Value(static_cast<std::int64_t>(n)))
                   : put(Value(static_cast<double>(n)));
    }
    bool number_float(number_float_t n, const string_t&) override { return put(Value(n)); }
    bool string(string_t& s) override { return put(Value(std::move(s))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Value(Object{})); }
    bool start_array(std::size_t) override { return open(Value(Array{})); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (open_.back().value.has(name))
            fail("duplicate key \"" + name + "\"", name);
        open_.back().key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& e) override {
        throw_at(position, e.what());
    }

  private:
    struct Open {
        Value value;
        std::string key;
    };

    bool put(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else if (open_.back().value.is_object()) {
            open_.back().value.set(std::move(open_.back().key), std::move(value));
        } else {
            open_.back().value.push(std::move(value));
        }
        return true;
    }
    bool open(Value value) {
        if (open_.size() >= deepest)
            fail("nested too deeply", {});
        open_.push_back({std::move(value), {}});
        return true;
    }
    bool close() {
        Value done = std::move(open_.back().value);
        open_.pop_back();
        return put(std::move(done));
    }
    [[noreturn]] void fail(const std::string& reason, std::string_view near) {
        // The library does not say where an event lies; the last mention is near enough.
        const std::size_t at = near.empty() ? text_.size() : text_.rfind(near);
        throw_at(std::min(at, text_.size()), reason);
    }
    [[noreturn]] void throw_at(std::size_t position, const std::string& reason) {
        const auto end =
            text_.begin() + static_cast<std::ptrdiff_t>(std::min(position, text_.size()));
        const auto line = 1 + std::count(text_.begin(), end, '\n');
        throw Error({"json.malformed", {std::to_string(line)}}, reason);
    }

    std::string_view text_;
    Value root_;
    std::vector<Open> open_;
};

Foreign to_foreign(const Value& value);

Foreign to_foreign(const Object& object) {
    Foreign result = Foreign::object();
    for (const Member& member : object)
        result[member.first] = to_foreign(member.second);
    return result;
}

Foreign to_foreign(const Array& array) {
    Foreign result = Foreign::array();
    for (const Value& element : array)
        result.push_back(to_foreign(element));
    return result;
}

Foreign to_foreign(const Value& value) {
    return value.visit([](const auto& content) -> Foreign {
        using Content = std::decay_t<decltype(content)>;
        if constexpr (std::is_same_v<Content, std::monostate>)
            return nullptr;
        else if constexpr (std::is_same_v<Content, Array> || std::is_same_v<Content, Object>)
            return to_foreign(content);
        else
            return content;
    });
}

template<class Content>
const Content& empty_content() {
    static const Content nothing;
    return nothing;
}

} // namespace

bool Value::boolean(bool fallback) const {
    const bool* b = std::get_if<bool>(&content_);
    return b ? *b : fallback;
}

double Value::number(double fallback) const {
    if (const auto* n = std::get_if<std::int64_t>(&content_))
        return static_cast<double>(*n);
    const double* n = std::get_if<double>(&content_);
    return n ? *n : fallback;
}

std::int64_t Value::integer(std::int64_t fallback) const {
    const auto* n = std::get_if<std::int64_t>(&content_);
    return n ? *n : fallback;
}

std::string Value::string(std::string_view fallback) const {
    const auto* s = std::get_if<std::string>(&content_);
    return s ? *s : std::string(fallback);
}

const Array& Value::array() const {
    const auto* a = std::get_if<Array>(&content_);
    return a ? *a : empty_content<Array>();
}

const Object& Value::object() const {
    const auto* o = std::get_if<Object>(&content_);
    return o ? *o : empty_content<Object>();
}

const Value& Value::operator[](std::string_view name) const {
    for (const Member& member : object())
        if (member.first == name)
            return member.second;
    return empty_content<Value>();
}

bool Value::has(std::string_view name) const {
    const Object& members = object();
    return std::any_of(members.begin(), members.end(),
                       [&](const Member& member) { return member.first == name; });
}

Value& Value::set(std::string name, Value value) {
    if (is_null())
        content_ = Object{};
    if (auto* members = std::get_if<Object>(&content_)) {
        for (Member& member : *members)
            if (member.first == name) {
                member.second = std::move(value);
                return *this;
            }
        members->emplace_back(std::move(name), std::move(value));
    }
    return *this;
}

Value& Value::push(Value value) {
    if (is_null())
        content_ = Array{};
    if (auto* elements = std::get_if<Array>(&content_))
        elements->push_back(std::move(value));
    return *this;
}

Value parse(std::string_view text) {
    Builder builder(text);
    Foreign::sax_parse(text.begin(), text.end(), &builder);
    return builder.take();
}

std::string print(const Value& value, int indent) {
    return to_foreign(value).dump(indent, ' ', false, Foreign::error_handler_t::replace);
}

} // namespace antardesa::json
