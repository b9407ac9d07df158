#include "workspace/about.h"

#include "crs/libraries.h"
#include "digest/libraries.h"
#include "documents/libraries.h"
#include "i18n/libraries.h"
#include "io/libraries.h"
#include "render_cairo/libraries.h"
#include "sandbox/libraries.h"
#include "sqlite/libraries.h"
#include "text/libraries.h"
#include "topology/libraries.h"
#include "json/libraries.h"

namespace antardesa::workspace {

std::vector<Library> libraries() {
    std::vector<Library> all;
    for (const auto& some :
         {io::libraries(), crs::libraries(), topology::libraries(), sqlite::libraries(),
          digest::libraries(), sandbox::libraries(), render_cairo::libraries(), text::libraries(),
          documents::libraries(), json::libraries(), i18n::libraries()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

AboutView make_about(const AboutRequest& request, const i18n::Catalogue& language) {
    AboutView view;
    view.program = std::string("AntarDesa ") + program_version;
    const auto add = [&](const char* name, std::string value) {
        if (!value.empty())
            view.facts.emplace_back(language.text(std::string("workspace.about.") + name),
                                    std::move(value));
    };
    add("renderer", request.machine.renderer);
    add("graphics", request.machine.graphics);
    add("data", request.data_folder.string());
    add("config", request.config_folder.string());
    if (!request.machine.renderer.empty())
        add("frames", request.slow_frames == 0
                          ? language.text("workspace.about.no_slow_frames")
                          : language.plural("workspace.about.slow_frames", request.slow_frames,
                                            {language.number(request.worst_frame_ms)}));
    view.libraries = libraries();
    view.libraries.insert(view.libraries.end(), request.machine.libraries.begin(),
                          request.machine.libraries.end());
    return view;
}

} // namespace antardesa::workspace
