#pragma once

#include "workspace/workspace.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the forms of the register remember between frames.
namespace antardesa::ui {

/// A village as forms name it.
struct NamedVillage {
    Id<model::Village> id;
    std::string name;
};
/// Villages by words of their name or code.
struct VillageSearch {
    struct Found {
        NamedVillage village;
        std::string detail; ///< "99.01.10.2004 · Kec. …"
    };
    std::string words;
    std::string searched; ///< the words `found` answers
    std::vector<Found> found;
    std::size_t marked = 0; ///< of them; Enter takes it
    bool focus = false;
};
struct AgreementForm {
    std::string title;
    int field = 0;
    std::vector<NamedVillage> villages;
    Id<model::Agreement> amends = {}; ///< that it prolongs
    std::string amended;              ///< its title
    VillageSearch search;
    bool focus = false;
};
struct VillageForm {
    Id<model::Village> village;
    std::string old_name;
    std::string old_code;
    std::string name;
    std::string code;
    std::string official_area;
    std::string formed; ///< day, as typed
    int kind = 0;       ///< 0: as it is, else by the list of the form
    bool focus = false;
};
struct EndForm {
    Id<model::Agreement> agreement;
    std::string title;
    int reason = 0;
};
enum class PlaceShape { point, line, area };
/// Of a form: which of its fields is shown on the map, and as what.
struct PlaceWish {
    std::size_t field = 0;
    PlaceShape shape = PlaceShape::point;
};
/// While it is shown.
struct Placement {
    PlaceWish wish;
    std::vector<geo::Point> map;     ///< metres, as clicked
    std::vector<geo::Point> degrees; ///< the same places
    std::string project;             ///< its title and file: of another one the form is none
};
/// What was typed in a form that is left for a row that belongs to it.
struct KeptEntries {
    workspace::RecordKey key;
    std::vector<std::string> typed;
    std::vector<std::string> words;
    std::string drawn;
};
struct RecordFormState {
    std::optional<workspace::RecordForm> form;
    std::vector<std::string> typed;    ///< by field: as typed; of a choice its stored value
    std::vector<std::string> words;    ///< by field: what is looked for in a long list
    std::optional<std::size_t> focus;  ///< the field that takes the keyboard now
    std::optional<std::size_t> active; ///< the field in which one types
    std::string drawn;                 ///< well-known text of what was shown on the map
    std::vector<KeptEntries> kept;     ///< of the forms above this one, the outermost first
    bool fresh = false;                ///< just opened: it begins at its top
    bool tried = false;                ///< to save: what is missing is said as well
    bool from_list = false;            ///< one goes back to the registers
    std::vector<workspace::RecordList> lists;
    int list = 0; ///< which of them is on display
    std::string search;
    std::filesystem::path attach; ///< chosen for the document in the form; empty: nothing
    bool attaching = false;       ///< the form comes again when it is done
};
struct ChartsForm {
    workspace::ChartsView view; ///< made when the dialog opens and the filter changes
    analysis::Filter made_for;
    int shown = 0;         ///< matrix, timeline, partners
    bool at_least = false; ///< partners: whoever else takes part
    int page = 0;          ///< of the sets of partners
};
/// What is decided about an office's list before it is read again.
struct OfficeForm {
    workspace::OfficeChoices choices;
    std::uint64_t number = 0; ///< of the report that it is about
    bool changed = false;     ///< against what the plan was made with
    bool applied = false;     ///< the next plan is made with it
    std::string searching;    ///< the name for which a village is looked for; empty: none
    VillageSearch search;
    std::map<std::string, std::string> picked; ///< name as written → the village found for it
};

} // namespace antardesa::ui
