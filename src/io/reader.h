#pragma once

#include "io/inspect.h"
#include "io/table_reader.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace antardesa::io {

/// What a reading process may use. A small file is answered within ten seconds, whatever it holds;
/// a large one is given more.
struct ReaderBudget {
    std::uint64_t memory = std::uint64_t{900} << 20; ///< bytes, and six times the input
    unsigned processor_seconds = 8;                  ///< and one for every 4 MiB beyond 32 MiB
    std::chrono::milliseconds patience{9000}; ///< by the clock, and 1 s for every 2 MiB beyond 4
};

/// Reads strangers' files in a process of its own, which first opens what belongs to the file,
/// then gives up everything else (sandbox/lock_down.h), and only then parses. What comes back is
/// flat, sealed and checked again. The one way in which the rest of the program reads foreign
/// files. Any thread; each call starts one process and waits for it.
///
/// All throw what `Inputs::gather` and the reader of the format throw, `Cancelled` within 100 ms,
/// and when the process does not do its work: `Error` "io.reader_died", "io.reader_too_slow",
/// "io.reader_out_of_memory", "io.reader_misbehaved"; the caller's process is never harmed.
/// "io.format_needs_landlock": formats that can name other files, where the kernel cannot keep
/// paths closed.
class Reader {
  public:
    explicit Reader(ReaderBudget budget = {}) : budget_(budget) {}
    /// For tests of what a bad process can do: another hidden argument for the child.
    Reader(ReaderBudget budget, std::string role) : budget_(budget), role_(std::move(role)) {}

    FeatureTable read_vector(const std::filesystem::path& path, const ReadOptions& options,
                             Progress& progress) const;
    /// A CSV is one table; a workbook (.xlsx) has one for each sheet with a cell in it, whose
    /// `source` is the file's path, a slash and the sheet's name.
    std::vector<Table> read_tables(const std::filesystem::path& path, Progress& progress) const;
    /// Throws only `Cancelled` and `Error` "io.not_found"; everything else is a finding of a file
    /// of kind unknown.
    FileSummary inspect(const std::filesystem::path& path, Progress& progress) const;
    /// What protects the reading process on this machine, a line each: for the About box.
    std::vector<Message> protection() const;

  private:
    ReaderBudget budget_;
    std::string role_;
};

} // namespace antardesa::io
