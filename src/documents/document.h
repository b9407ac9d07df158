#pragma once

#include "base/date.h"
#include "documents/matrix_code.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// A paper as a value. All texts are UTF-8, shown as they are: what would act on its neighbours or
/// cannot be seen becomes visible (`shown_on_one_line`), so that nothing typed breaks a page.
namespace antardesa::documents {

enum class Align { left, centre, right };

struct Heading {
    std::string text;
    int level = 1; ///< 0: a line of the title, centred; 1: of a section
};
struct Paragraph {
    std::string text;
    Align align = Align::left;
    bool strong = false;
    bool small = false;
};
struct NumberedList {
    std::vector<std::string> items; ///< "1." …; every list begins anew
};
/// "Desa : Sukamaju": labels that line up, without rules around them.
struct Facts {
    std::vector<std::pair<std::string, std::string>> rows;
};

/// What a cell shows, and its value for a spreadsheet.
struct Cell {
    std::string text;
    std::variant<std::monostate, double, Date> value;

    Cell() = default;
    Cell(std::string shown) : text(std::move(shown)) {}
    Cell(const char* shown) : text(shown) {}
    Cell(std::string shown, double number) : text(std::move(shown)), value(number) {}
    Cell(std::string shown, Date day) : text(std::move(shown)), value(day) {}
};
struct Column {
    std::string title;
    double share = 1; ///< of the width, in parts of the sum
    Align align = Align::left;
};
/// The head stands again on every page; a row is not split unless no page holds it.
struct Table {
    std::string name; ///< of its sheet in a workbook, 1 to 31 characters
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; ///< as many cells as columns
};

/// A place to sign: what somebody signs as, and the name beneath; an empty name is a dotted line.
struct Signature {
    std::string role;
    std::string name = {};
    std::string note = {}; ///< below the name: "NIP. ……"
    /// Nobody signs there; it keeps the others in their places.
    bool is_space() const { return role.empty() && name.empty() && note.empty(); }
};
struct Signatures {
    std::vector<std::vector<Signature>> rows; ///< beside each other, 1 to 3
};
struct PageBreak {};

/// What ties a printed paper to the data: a short code, the same as a QR, what to do with it.
struct SheetCode {
    std::string text; ///< "7K3M-…"
    std::string advice;
    MatrixCode matrix;
    std::string png; ///< the same matrix as a picture, for a word processor's file
};

using Block =
    std::variant<Heading, Paragraph, NumberedList, Facts, Table, Signatures, PageBreak, SheetCode>;

struct Document {
    std::string title; ///< for the file's properties
    std::string author;
    Date created{}; ///< all that the file says of its time
    bool landscape = false;
    std::string header; ///< at the top of every page
    std::string mark;   ///< at the top of every page, set off: "DRAF"; may be empty
    std::string footer; ///< at the foot, before the page's number
    /// "Halaman {0} dari {1}"
    std::string page_words;
    std::vector<Block> blocks;
};

/// Millimetres of an A4 page and what of it is written on.
struct PageForm {
    double width = 210;
    double height = 297;
    double left = 25;
    double right = 20;
    double top = 25;
    double bottom = 22;
    double text_width() const { return width - left - right; }
};
inline PageForm page_form(const Document& document) {
    return document.landscape ? PageForm{297, 210, 20, 20, 25, 22} : PageForm{};
}

} // namespace antardesa::documents
