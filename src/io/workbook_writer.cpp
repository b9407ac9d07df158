#include "io/workbook_writer.h"

#include "base/result.h"
#include "base/text.h"
#include "base/whole_file.h"
#include "io/csv_writer.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#include <xlsxwriter.h>

namespace antardesa::io {

namespace {

bool fits_fifteen_digits(double value) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.15G", value);
    return parse_number(buffer) == value;
}

/// A folder of its own, gone with its files when the workbook is made.
class Scratch {
  public:
    Scratch() : folder_(make_private_folder()) {}
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path operator/(const char* name) const { return folder_ / name; }
    std::string folder() const { return folder_.string(); }

  private:
    std::filesystem::path folder_;
};

class WorkbookWriter {
  public:
    explicit WorkbookWriter(Date created) : path_((scratch_ / "buku.xlsx").string()) {
        std::string folder = scratch_.folder();
        lxw_workbook_options options{};
        options.tmpdir = folder.data();
        book_ = workbook_new_opt(path_.c_str(), &options);
        if (!book_)
            throw Error({"io.workbook_not_made", {"workbook_new"}});
        lxw_doc_properties properties{};
        properties.created = std::chrono::system_clock::to_time_t(std::chrono::sys_days(created));
        workbook_set_properties(book_, &properties);
        make_formats();
    }
    ~WorkbookWriter() {
        if (book_)
            lxw_workbook_free(book_);
    }
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    void add(const WrittenSheet& sheet) {
        lxw_worksheet* target = workbook_add_worksheet(book_, sheet.name.c_str());
        if (!target)
            throw Error({"io.workbook_not_made", {sheet.name}});
        const auto last = static_cast<lxw_col_t>(sheet.columns.size() - 1);
        for (lxw_col_t column = 0; column <= last; ++column) {
            const SheetColumn& what = sheet.columns[column];
            worksheet_set_column(target, column, column, what.width, format_of(what.style));
            worksheet_write_string(target, 0, column, what.title.c_str(), heading_);
        }
        worksheet_freeze_panes(target, 1, 0);
        worksheet_autofilter(target, 0, 0, static_cast<lxw_row_t>(sheet.rows.size()), last);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.columns.size(); ++column)
                write(target, sheet, row, column);
    }

    std::string finish() {
        const lxw_error error = workbook_close(std::exchange(book_, nullptr));
        if (error != LXW_NO_ERROR)
            throw Error({"io.workbook_not_made", {lxw_strerror(error)}});
        std::ifstream file(path_, std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        return bytes.str();
    }

  private:
    void make_formats() {
        heading_ = workbook_add_format(book_);
        format_set_bold(heading_);
        format_set_text_wrap(heading_);
        format_set_bg_color(heading_, 0xE9EEF0);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        number_ = workbook_add_format(book_);
        format_set_num_format(number_, "#,##0.##########");
        rupiah_ = workbook_add_format(book_);
        format_set_num_format(rupiah_, "#,##0");
        date_ = workbook_add_format(book_);
        format_set_num_format(date_, "dd-mm-yyyy");
        text_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
    }

    lxw_format* format_of(SheetStyle style) const {
        switch (style) {
        case SheetStyle::number:
            return number_;
        case SheetStyle::rupiah:
            return rupiah_;
        case SheetStyle::date:
            return date_;
        case SheetStyle::text:
            break;
        }
        return text_;
    }

    void write(lxw_worksheet* target, const WrittenSheet& sheet, std::size_t row,
               std::size_t column) {
        const SheetValue& value = sheet.rows[row][column];
        const auto at = static_cast<lxw_row_t>(row + 1);
        const auto beside = static_cast<lxw_col_t>(column);
        lxw_format* format = format_of(sheet.columns[column].style);
        if (const auto* number = std::get_if<double>(&value);
            number && fits_fifteen_digits(*number))
            worksheet_write_number(target, at, beside, *number, format);
        else if (number)
            worksheet_write_string(target, at, beside, exact_text(*number).c_str(), text_);
        else if (const auto* day = std::get_if<Date>(&value))
            write_date(target, at, beside, *day);
        else if (const auto* text = std::get_if<std::string>(&value); text && !text->empty()) {
            const lxw_error error =
                worksheet_write_string(target, at, beside, text->c_str(), format);
            if (error != LXW_NO_ERROR)
                throw Error({"io.cell_too_long", {sheet.name, std::to_string(row + 2)}});
        }
    }

    void write_date(lxw_worksheet* target, lxw_row_t row, lxw_col_t column, Date day) const {
        lxw_datetime moment{};
        moment.year = static_cast<int>(day.year());
        moment.month = static_cast<int>(static_cast<unsigned>(day.month()));
        moment.day = static_cast<int>(static_cast<unsigned>(day.day()));
        worksheet_write_datetime(target, row, column, &moment, date_);
    }

    Scratch scratch_;
    std::string path_;
    lxw_workbook* book_ = nullptr;
    lxw_format* heading_ = nullptr;
    lxw_format* number_ = nullptr;
    lxw_format* rupiah_ = nullptr;
    lxw_format* date_ = nullptr;
    lxw_format* text_ = nullptr;
};

} // namespace

std::string workbook_bytes(const std::vector<WrittenSheet>& sheets, Date created) {
    WorkbookWriter writer(created);
    for (const WrittenSheet& sheet : sheets)
        writer.add(sheet);
    return writer.finish();
}

} // namespace antardesa::io
