#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace antardesa::json {

class Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;
/// Members in the order they were added; few enough that look-up is a walk.
using Object = std::vector<Member>;

/// A JSON value. Copyable, comparable, no library type in sight.
class Value {
  public:
    Value() = default; ///< null
    Value(bool b) : content_(b) {}
    Value(double n) : content_(n) {}
    Value(std::int64_t n) : content_(n) {}
    Value(int n) : content_(std::int64_t{n}) {}
    Value(std::size_t n) : content_(static_cast<std::int64_t>(n)) {}
    Value(std::string s) : content_(std::move(s)) {}
    Value(std::string_view s) : content_(std::string(s)) {}
    Value(const char* s) : content_(std::string(s)) {}
    Value(Array a) : content_(std::move(a)) {}
    Value(Object o) : content_(std::move(o)) {}

    bool is_null() const { return content_.index() == 0; }
    bool is_object() const { return std::holds_alternative<Object>(content_); }
    bool is_array() const { return std::holds_alternative<Array>(content_); }

    /// Each returns the fallback when the value is of another kind.
    bool boolean(bool fallback = false) const;
    double number(double fallback = 0) const;
    std::int64_t integer(std::int64_t fallback = 0) const;
    std::string string(std::string_view fallback = {}) const;
    const Array& array() const;   ///< empty when not an array
    const Object& object() const; ///< empty when not an object

    /// Member by name; a null value if absent.
    const Value& operator[](std::string_view name) const;
    bool has(std::string_view name) const;
    /// Adds or replaces a member; a null value becomes an object first. Returns *this.
    Value& set(std::string name, Value value);
    /// Adds an element; a null value becomes an array first.
    Value& push(Value value);

    /// Calls `visitor` with monostate (null), bool, int64, double, string, Array or Object.
    template<class Visitor>
    decltype(auto) visit(Visitor&& visitor) const {
        return std::visit(std::forward<Visitor>(visitor), content_);
    }

    friend bool operator==(const Value&, const Value&) = default;

  private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> content_;
};

/// Throws `Error` "json.malformed" with line and what was expected.
Value parse(std::string_view text);
/// `indent` spaces per level; negative: one line. Doubles in shortest round-trip form; text
/// that is not UTF-8 is written with U+FFFD.
std::string print(const Value& value, int indent = 2);

} // namespace antardesa::json
