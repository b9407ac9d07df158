#pragma once

#include "base/message.h"

#include <optional>
#include <string>

namespace antardesa {

enum class Severity { information, warning, error };

/// "information", "warning", "error": the form used in JSON.
constexpr const char* severity_name(Severity severity) {
    switch (severity) {
    case Severity::information:
        return "information";
    case Severity::warning:
        return "warning";
    case Severity::error:
        break;
    }
    return "error";
}

/// Where on the earth a finding lies: degrees, EPSG:4326.
struct Place {
    double longitude = 0;
    double latitude = 0;
};

/// Something about somebody's data that a person should know. Reported, never thrown: the
/// data is merely bad, the program is well.
struct Finding {
    Severity severity = Severity::warning;
    std::string code;    ///< stable name for scripts: "duplicate_code"
    std::string subject; ///< what it is about: a village, a file, "row 14"; literal, may be empty
    std::optional<Place> place;
    Message message; ///< what, where, with which value, and what to do
};

} // namespace antardesa
