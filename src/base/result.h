#pragma once

#include "base/message.h"

#include <cassert>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace antardesa {

/// A domain "no": the request was understood and may not be done. A value, not an exception.
struct Refusal {
    Message message;
};

/// Either what was asked for or the refusal.
template<class Value>
class Result {
  public:
    Result(Value value) : content_(std::move(value)) {}
    Result(Refusal refusal) : content_(std::move(refusal)) {}

    bool has_value() const { return std::holds_alternative<Value>(content_); }
    explicit operator bool() const { return has_value(); }

    /// Pre-condition of both: `has_value()`.
    const Value& value() const& {
        assert(has_value());
        return std::get<Value>(content_);
    }
    Value&& value() && {
        assert(has_value());
        return std::get<Value>(std::move(content_));
    }
    /// Pre-condition: not `has_value()`.
    const Refusal& refusal() const {
        assert(!has_value());
        return std::get<Refusal>(content_);
    }

  private:
    std::variant<Value, Refusal> content_;
};

/// A failing machine: disk full, file unreadable, library in trouble. Carries the sentence for
/// the person and, for the log, what the library said. Caught in four places only: a job,
/// `dispatch`, the frame loop, `main`.
class Error : public std::runtime_error {
  public:
    explicit Error(Message message, const std::string& detail = {})
        : std::runtime_error(debug_text(message) + (detail.empty() ? "" : ": " + detail)),
          message_(std::move(message)) {}

    const Message& message() const { return message_; }

  private:
    Message message_;
};

/// Thrown out of long work when its stop token was triggered. Not a failure.
class Cancelled : public std::runtime_error {
  public:
    Cancelled() : std::runtime_error("cancelled") {}
};

} // namespace antardesa
