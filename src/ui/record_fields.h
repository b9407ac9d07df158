#pragma once

#include "ui/register_state.h"
#include "ui/scope.h"

namespace antardesa::ui {

/// The fields of a register's form from the cursor down: two narrow ones in a row, those with a
/// long list over the whole width. Under each stands why its value cannot be stored, told when the
/// keyboard has left it, and what the law asks for. Returns the place that shall be shown on the
/// map, which is offered where there is one.
std::optional<PlaceWish> draw_record_fields(Scope& scope, RecordFormState& state, bool has_map);

/// Whether the field says what was shown on the map.
bool is_drawn(const workspace::RecordField& field, const RecordFormState& state, std::size_t index,
              const i18n::Catalogue& language);
/// `refused_value` (record_look.h) of a field; nothing of what was shown on the map.
std::optional<Message> refusal_of(const Scope& scope, const RecordFormState& state,
                                  std::size_t index);

} // namespace antardesa::ui
