#pragma once

#include <string_view>

namespace antardesa::crs {

enum class TextVerdict {
    harmless,
    empty,
    refused, ///< names files, addresses or programs, is too long, too deep or no text at all
};

/// Whether a stranger's description of a reference system (WKT) may be handed to PROJ. Refused:
/// grid files, extensions, PROJ strings, `init`, addresses, paths, more than 64 KiB, more than
/// 32 brackets deep, bytes that are not UTF-8. A pure function of the bytes.
TextVerdict judge_text(std::string_view text);

} // namespace antardesa::crs
