#pragma once

#include "base/finding.h"
#include "cli/command_line.h"
#include "json/value.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace antardesa::cli {

/// What stands before the command.
struct Globals {
    i18n::Language language = i18n::Language::indonesian;
    bool language_given = false; ///< by --lang; else the window speaks as it was left
    bool quiet = false;
    std::string author; ///< empty: the account's name
};

/// A usage error: exit code 2.
class Usage : public std::runtime_error {
  public:
    explicit Usage(Message message)
        : std::runtime_error(debug_text(message)), message_(std::move(message)) {}
    const Message& message() const { return message_; }

  private:
    Message message_;
};

/// One run of the program: where its files are, what was asked for globally, where it speaks.
/// Results go to `out`, remarks to `out` unless quiet, refusals and progress to `error`.
class Session {
  public:
    /// `stop`: when the person asks for the work to end.
    Session(const Installation& installation, const Hooks& hooks, Streams streams,
            std::stop_token stop = {});

    Globals& globals() { return globals_; }
    const Globals& globals() const { return globals_; }
    const Hooks& hooks() const { return hooks_; }
    const Installation& installation() const { return installation_; }

    /// In the chosen language; key and arguments when the catalogue cannot be read. Safe for a
    /// terminal: one line, no control characters.
    std::string sentence(const Message& message) const;
    std::string text(const std::string& key) const { return sentence({key, {}}); }
    /// For numbers, dates and plurals. Throws `Error` when it cannot be read.
    const i18n::Catalogue& catalogue() const;

    /// A line of the result.
    void print(const std::string& line) const;
    void print(const json::Value& document) const;
    /// A remark that --quiet leaves out.
    void remark(const Message& message) const;
    /// The one line that says what went wrong. Returns `code`.
    int fail(const Message& message, int code = 1) const;

    /// Styles, fonts, clock and author: what drawing needs.
    workspace::Environment environment() const;
    /// Clock and author only: enough to write. Whoever asks for it is about to change a project.
    workspace::Environment writing_environment() const;
    bool asked_to_write() const { return asked_to_write_; }

    const std::stop_token& stop() const { return stop_; }

    /// Runs long work, showing how far it is when there is a terminal. It ends with `Cancelled`
    /// when the person asks for that.
    void with_progress(const Message& title, const std::function<void(Progress&)>& work) const;

  private:
    std::string author() const;

    Installation installation_;
    const Hooks& hooks_;
    Streams streams_;
    std::stop_token stop_;
    Globals globals_;
    mutable bool asked_to_write_ = false;
    mutable std::unique_ptr<i18n::Catalogue> catalogue_;
};

/// "Kabupaten Contoh", "Kota Contoh"; of a name that says so itself, the name.
std::string regency_title(const model::Atlas& atlas, const Session& session);
/// The form of findings under --json: severity, code, subject, message and, where known, lon
/// and lat.
json::Value json_of(const std::vector<Finding>& findings, const Session& session);
/// Findings as lines, by kind: its heading and number, the first few, how many more there are.
void print_findings(const std::vector<Finding>& findings, const Session& session,
                    std::size_t most_of_a_kind = 3);
/// "desa.shp: 297 dari 300 desa masuk", a line a file.
void print_files(const std::vector<workspace::FileOutcome>& files, const Session& session);
/// Unwraps, or throws `Error` with the refusal's sentence.
template<class Value>
Value value_or_fail(Result<Value> result) {
    if (!result)
        throw Error(result.refusal().message);
    return std::move(result).value();
}

} // namespace antardesa::cli
