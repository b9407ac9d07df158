#pragma once

#include "ui/ui_state.h"

/// What the file dialog does for each purpose.
namespace antardesa::ui {

/// "open", "save", …: the part of its texts' keys.
const char* purpose_key(FilePurpose purpose);
/// Whether the dialog lists what the program does not open by itself.
bool lists(FilePurpose purpose, const workspace::FileEntry& entry);
/// Else it reads.
bool saves(FilePurpose purpose);
/// A copy or what was recovered goes into a new file, never over one.
bool only_new(FilePurpose purpose);

/// The file meant by the field: a path, or a name in the shown folder, with an ending when saving.
std::filesystem::path target_of(const FileDialogState& files);
/// Of purposes whose file no form waits for.
workspace::Action action_of(const FileDialogState& files, const std::filesystem::path& target);
/// A line or a file for a form that waits for it; false for other purposes.
bool take_file(UiState& state, const std::filesystem::path& file);

} // namespace antardesa::ui
