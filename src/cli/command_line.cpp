#include "cli/command_line.h"

#include "base/text.h"
#include "cli/commands.h"
#include "cli/interruption.h"
#include "cli/segment_commands.h"
#include "cli/verify_command.h"
#include "workspace/about.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace antardesa::cli {

CLI::App* CommandTable::add_family(const std::string& name) {
    CLI::App* command = app_.add_subcommand(name, help(name));
    command->group(session_.text("cli.help.label.Subcommands"));
    command->fallthrough();
    command->require_subcommand(1);
    return command;
}

CLI::App* CommandTable::add_to(CLI::App& family, const std::string& name, Run run) {
    const std::string key = &family == &app_ ? name : family.get_name() + "." + name;
    CLI::App* command = family.add_subcommand(name, help(key));
    command->group(session_.text("cli.help.label.Subcommands"));
    command->fallthrough();
    command->final_callback([this, run = std::move(run)] { chosen_ = run; });
    return command;
}

CLI::App* CommandTable::add(const std::string& name, Run run) {
    return add_to(app_, name, std::move(run));
}

CLI::Validator one_of(const Session& session, std::vector<std::string> words) {
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return {[&session, words = std::move(words), list](std::string& value) {
                const std::string lower = lower_case(value);
                if (std::find(words.begin(), words.end(), lower) == words.end())
                    return session.sentence({"cli.usage.not_one_of", {value, list}});
                value = lower;
                return std::string();
            },
            "{" + list + "}"};
}

CLI::Validator between(const Session& session, double least, double most) {
    const auto shown = [](double number) { return std::to_string(std::llround(number)); };
    return {
        [&session, least, most, shown](std::string& value) {
            const auto number = parse_number(value);
            if (number && *number >= least && *number <= most)
                return std::string();
            return session.sentence({"cli.usage.not_between", {value, shown(least), shown(most)}});
        },
        "[" + shown(least) + " – " + shown(most) + "]"};
}

namespace {

const std::string version = std::string("antardesa ") + workspace::program_version;

/// Help is written while the commands are declared, so the language must be known before.
i18n::Language language_asked_for(const std::vector<std::string>& arguments) {
    std::string wanted;
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        if (arguments[k] == "--lang" && k + 1 < arguments.size())
            wanted = arguments[k + 1];
        else if (arguments[k].starts_with("--lang="))
            wanted = arguments[k].substr(7);
    }
    return wanted == "en" ? i18n::Language::english : i18n::Language::indonesian;
}

std::string without(std::string text, std::string_view end) {
    if (text.ends_with(end))
        text.resize(text.size() - end.size());
    return text;
}

/// The parser lists what is left over from the end.
std::string as_typed(const std::string& extras) {
    auto words = split(extras, ' ');
    std::reverse(words.begin(), words.end());
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

/// What the parser found wrong, as a sentence of ours.
Message usage_message(const CLI::ParseError& error) {
    const std::string what = error.what();
    const auto after_colon = [&what] {
        const std::size_t at = what.find(": ");
        return at == std::string::npos ? what : what.substr(at + 2);
    };
    if (dynamic_cast<const CLI::RequiredError*>(&error))
        return {"cli.usage.missing", {without(what, " is required")}};
    if (dynamic_cast<const CLI::ExtrasError*>(&error))
        return {"cli.usage.extra", {as_typed(after_colon())}};
    if (dynamic_cast<const CLI::ConversionError*>(&error))
        return {"cli.usage.value", {after_colon()}};
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return {"cli.usage.needs_value", {what.substr(0, what.find(':'))}};
    return {"cli.usage.other", {what}};
}

/// The parser's own words in the chosen language. Before anything is added: options and commands
/// take these over as they are made.
void speak(CLI::App& app, const Session& session) {
    const auto formatter = app.get_formatter();
    for (const char* word : {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals", "REQUIRED", "TEXT",
                             "INT", "FLOAT", "Options", "Subcommands"})
        formatter->label(word, session.text(std::string("cli.help.label.") + word));
    app.option_defaults()->group(session.text("cli.help.label.Options"));
    app.set_help_flag("-h,--help", session.text("cli.help.flag"));
}

/// The parser looks its words up only where no list of values follows them, and a command's help
/// flag stands under a heading of the parser's own.
void speak_of_values(CLI::App& app, const Session& session) {
    for (CLI::App* command : app.get_subcommands({})) {
        speak_of_values(*command, session);
        command->get_help_ptr()->group(session.text("cli.help.label.Options"));
        for (CLI::Option* option : command->get_options())
            for (const std::string word : {"TEXT", "INT", "FLOAT"})
                if (option->get_type_name().starts_with(word))
                    option->type_name(session.text("cli.help.label." + word));
    }
}

/// A name that stands in every line of the history and on papers.
CLI::Validator at_most(const Session& session, std::ptrdiff_t letters) {
    return {[&session, letters](std::string& value) {
                const auto count = std::count_if(value.begin(), value.end(), [](char c) {
                    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
                });
                return count <= letters
                           ? std::string()
                           : session.sentence({"cli.usage.too_long",
                                               {std::to_string(count), std::to_string(letters)}});
            },
            ""};
}

void add_globals(CLI::App& app, Session& session, std::string& language) {
    Globals& globals = session.globals();
    app.add_option("--lang", language, session.text("cli.help.lang"))
        ->check(one_of(session, {"id", "en"}))
        ->type_name("id|en");
    app.add_flag("--quiet,-q", globals.quiet, session.text("cli.help.quiet"));
    app.add_option("--author", globals.author, session.text("cli.help.author"))
        ->check(at_most(session, 200))
        ->type_name("NAME");
    app.set_version_flag("--version", version, session.text("cli.help.version"));
}

/// A word that names no command and no file is a mistyped command.
void require_file(const std::string& file) {
    std::error_code ignored;
    if (file.find_first_of("./") == std::string::npos && !std::filesystem::exists(file, ignored))
        throw Usage({"cli.usage.unknown_command", {file}});
}

int open_window(Session& session, const std::string& file) {
    std::optional<std::filesystem::path> path;
    if (!file.empty()) {
        require_file(file);
        path = file;
    }
    const Globals& globals = session.globals();
    return session.hooks().window(
        path, session.environment(),
        globals.language_given ? std::optional(globals.language) : std::nullopt, session.stop());
}

int parse_and_run(const std::vector<std::string>& arguments, Session& session, Streams streams) {
    CLI::App app(session.text("cli.help"), "antardesa");
    std::string language;
    std::string file;
    speak(app, session);
    add_globals(app, session, language);
    app.add_option("FILE", file, session.text("cli.help.file"));
    app.require_subcommand(0, 1);
    CommandTable table(app, session);
    add_project_commands(table);
    add_segments_command(table);
    add_points_command(table);
    add_data_commands(table);
    add_import_command(table);
    add_register_command(table);
    add_check_command(table);
    add_allow_command(table);
    add_repair_command(table);
    add_line_commands(table);
    add_propose_command(table);
    add_dispute_commands(table);
    add_map_commands(table);
    add_history_commands(table);
    add_keep_commands(table);
    add_compliance_command(table);
    add_cooperation_commands(table);
    add_report_command(table);
    add_verify_command(table);
    add_village_command(table);
    add_about_command(table);
    speak_of_values(app, session);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        app.parse(std::move(reversed));
    } catch (const CLI::Success& asked) { // --help, --version
        return app.exit(asked, streams.out, streams.out);
    } catch (const CLI::ParseError& error) {
        return session.fail(usage_message(error), 2);
    }
    session.globals().language_given = !language.empty();
    if (!table.chosen())
        return open_window(session, file);
    if (!file.empty()) // a word too many falls through to the window's FILE
        throw Usage({"cli.usage.extra", {file}});
    return table.chosen()(session);
}

} // namespace

namespace {

/// A result that did not reach its reader is no success, unless it was the lesser part: 1 says that
/// nothing was written, and would make a script do the edit twice.
int delivered(int code, const Session& session, Streams streams) {
    streams.out.flush();
    if (code == 0 && !streams.out)
        return session.asked_to_write() ? session.fail({"cli.output_lost_after_writing", {}}, 0)
                                        : session.fail({"cli.output_lost", {}});
    return code;
}

} // namespace

int run_command_line(const std::vector<std::string>& arguments, const Installation& installation,
                     const Hooks& hooks, Streams streams) {
    const Interruption interruption;
    Session session(installation, hooks, streams, interruption.token());
    session.globals().language = language_asked_for(arguments);
    try {
        return delivered(parse_and_run(arguments, session, streams), session, streams);
    } catch (const Usage& usage) {
        return session.fail(usage.message(), 2);
    } catch (const Error& error) {
        return session.fail(error.message());
    } catch (const Cancelled&) {
        return session.fail({"cli.cancelled", {}},
                            interruption.signal() == 0 ? 1 : 128 + interruption.signal());
    } catch (const std::bad_alloc&) {
        return session.fail({"base.out_of_memory", {}});
    } catch (const std::exception& unexpected) {
        return session.fail({"base.unexpected", {unexpected.what()}});
    }
}

} // namespace antardesa::cli
