#pragma once

#include "cli/session.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace antardesa::cli {

/// What the arguments come down to: run after parsing, returns the exit code.
using Run = std::function<int(Session&)>;

/// The parser while commands are added to it. Each `add_…` declares one family of commands;
/// their descriptions are the catalogue's "cli.help.<command>" and "cli.help.<command>.<option>".
class CommandTable {
  public:
    CommandTable(CLI::App& app, const Session& session) : app_(app), session_(session) {}

    /// A command whose `run` is chosen when it is on the command line.
    CLI::App* add(const std::string& name, Run run);
    /// A command that only gathers others: it and one of them stand on the command line.
    CLI::App* add_family(const std::string& name);
    CLI::App* add_to(CLI::App& family, const std::string& name, Run run);
    std::string help(const std::string& key) const { return session_.text("cli.help." + key); }
    const Session& session() const { return session_; }
    /// The command on the line; empty without one.
    const Run& chosen() const { return chosen_; }

  private:
    CLI::App& app_;
    const Session& session_;
    Run chosen_;
};

/// One of `words`, in any case; else a sentence in the chosen language. The session must outlive
/// it.
CLI::Validator one_of(const Session& session, std::vector<std::string> words);
/// A number in the closed range; else a sentence in the chosen language. Likewise.
CLI::Validator between(const Session& session, double least, double most);

void add_project_commands(CommandTable& table);     ///< demo, info, list, segments
void add_data_commands(CommandTable& table);        ///< inspect, convert
void add_import_command(CommandTable& table);       ///< import
void add_register_command(CommandTable& table);     ///< register import, register export
void add_village_command(CommandTable& table);      ///< village
void add_check_command(CommandTable& table);        ///< check
void add_allow_command(CommandTable& table);        ///< allow
void add_repair_command(CommandTable& table);       ///< repair
void add_line_commands(CommandTable& table);        ///< move, reshape
void add_propose_command(CommandTable& table);      ///< propose
void add_dispute_commands(CommandTable& table);     ///< dispute show, report, claim, …
void add_history_commands(CommandTable& table);     ///< history, undo, redo
void add_keep_commands(CommandTable& table);        ///< integrity, backup, migrate, recover
void add_map_commands(CommandTable& table);         ///< export, screenshot
void add_compliance_command(CommandTable& table);   ///< compliance
void add_cooperation_commands(CommandTable& table); ///< network, suggest
void add_report_command(CommandTable& table);       ///< report
void add_about_command(CommandTable& table);        ///< about

} // namespace antardesa::cli
