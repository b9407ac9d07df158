#include "ui/libraries.h"

#include <imgui.h>

namespace antardesa::ui {

std::vector<Library> libraries() {
    return {{"Dear ImGui", ImGui::GetVersion(), "MIT"}};
}

} // namespace antardesa::ui
