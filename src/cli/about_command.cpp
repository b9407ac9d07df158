#include "base/text.h"
#include "cli/commands.h"
#include "workspace/about.h"
#include "workspace/protection.h"

#include <CLI/Version.hpp>

namespace antardesa::cli {

namespace {

workspace::AboutView about_of(const Session& session) {
    workspace::MachineFacts machine{{}, {}, session.hooks().libraries};
    machine.libraries.push_back({"CLI11", CLI11_VERSION, "BSD-3-Clause"});
    workspace::AboutRequest request;
    request.machine = std::move(machine);
    request.data_folder = session.installation().data_folder;
    request.config_folder = session.installation().config_folder;
    workspace::AboutView view = workspace::make_about(request, session.catalogue());
    std::vector<Message> protection;
    try {
        protection = workspace::reader_protection();
    } catch (const Error& error) { // said in its place; the rest is still worth reading
        protection = {error.message()};
    }
    workspace::add_protection(view, protection, session.catalogue());
    return view;
}

json::Value about_json(const workspace::AboutView& view) {
    json::Array libraries;
    for (const Library& library : view.libraries) {
        json::Value entry;
        libraries.push_back(entry.set("name", library.name)
                                .set("version", library.version)
                                .set("licence", library.licence));
    }
    json::Array facts;
    for (const auto& [label, value] : view.facts) {
        json::Value entry;
        facts.push_back(entry.set("label", label).set("value", value));
    }
    json::Value document;
    return document.set("program", view.program)
        .set("facts", std::move(facts))
        .set("libraries", std::move(libraries));
}

int about(Session& session, bool json) {
    const workspace::AboutView view = about_of(session);
    if (json) {
        session.print(about_json(view));
        return 0;
    }
    session.print(view.program);
    for (const auto& [label, value] : view.facts)
        session.print("  " + (label.empty() ? "  " : label + ": ") + shown_on_one_line(value));
    for (const Library& library : view.libraries)
        session.print(
            "  " + session.sentence({"cli.about.linked",
                                     {library.name, library.version.empty() ? "–" : library.version,
                                      library.licence}}));
    return 0;
}

} // namespace

void add_about_command(CommandTable& table) {
    const auto json = std::make_shared<bool>(false);
    table.add("about", [json](Session& session) { return about(session, *json); })
        ->add_flag("--json", *json, table.help("json"));
}

} // namespace antardesa::cli
