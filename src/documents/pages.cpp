#include "documents/pages.h"

#include "documents/detail/blank_line.h"
#include "documents/detail/keep_together.h"
#include "documents/detail/page_layout.h"

#include <algorithm>

namespace antardesa::documents {

namespace {

using detail::body_size;
using detail::line_height;
using detail::PageLayout;
using detail::small_size;
using detail::table_size;

constexpr double code_side = 26;

class Writer {
  public:
    Writer(PageLayout& layout, const std::vector<Block>& blocks)
        : layout_(layout), blocks_(blocks) {}

    void write_all() {
        for (at_ = 0; at_ < blocks_.size(); ++at_) {
            const auto* heading = std::get_if<Heading>(&blocks_[at_]);
            if (in_title_ && (!heading || heading->level != 0))
                layout_.skip(2.5);
            in_title_ = heading && heading->level == 0;
            if (detail::is_signed_group(blocks_, at_))
                need_group();
            std::visit(*this, blocks_[at_]);
        }
    }

    void operator()(const Heading& heading) {
        const bool title = heading.level == 0;
        const auto font = layout_.font(title ? detail::title_size : body_size, true);
        if (!title && !layout_.at_top())
            layout_.skip(2);
        layout_.need(4 * body_size * line_height); // a heading does not end a page
        layout_.flow(heading.text, font, title ? Align::centre : Align::left, 0);
        layout_.skip(title ? 0.4 : 1.2);
    }
    void operator()(const Paragraph& paragraph) {
        layout_.flow(paragraph.text,
                     layout_.font(paragraph.small ? small_size : body_size, paragraph.strong),
                     paragraph.align, 0);
        layout_.skip(paragraph.small ? 1 : 2);
    }
    void operator()(const NumberedList& list) {
        const auto font = layout_.font(body_size);
        int number = 0;
        for (const std::string& item : list.items) {
            layout_.need(std::min<double>(2, lines(item, layout_.width() - indent)) * body_size *
                         line_height);
            auto runs = layout_.wrapped(std::to_string(++number) + ".", font, indent);
            layout_.put(std::move(runs.front()), layout_.left(), indent, layout_.y(), Align::left);
            layout_.flow(item, font, Align::left, indent);
            layout_.skip(1.2);
        }
    }
    void operator()(const Facts& facts) {
        const auto font = layout_.font(body_size);
        const double label = label_width(facts, font);
        for (const auto& [name, value] : facts.rows) {
            const auto lines = layout_.wrapped(name, font, label - 4);
            const double height =
                body_size * line_height * double(std::max<std::size_t>(1, lines.size()));
            layout_.need(height);
            const double top = layout_.y();
            for (std::size_t i = 0; i < lines.size(); ++i)
                layout_.put(lines[i], layout_.left(), label - 4,
                            top - body_size * line_height * double(i), Align::left);
            put_one(":", font, label - 3, 3);
            if (!trimmed_is_empty(value))
                layout_.flow(value, font, Align::left, label);
            layout_.skip(std::max(0.0, layout_.y() - (top - height)));
        }
        layout_.skip(2);
    }
    void operator()(const Table& table) { detail::lay_table(layout_, table); }
    void operator()(const Signatures& signatures) {
        const bool with_code =
            at_ + 1 < blocks_.size() && std::holds_alternative<SheetCode>(blocks_[at_ + 1]);
        for (std::size_t i = 0; i < signatures.rows.size(); ++i) {
            if (with_code && i + 1 == signatures.rows.size())
                layout_.need(height_of(signatures.rows[i]) + code_height);
            sign(signatures.rows[i]);
        }
    }
    void operator()(const PageBreak&) { layout_.turn_page(); }
    void operator()(const SheetCode& code) {
        layout_.need(code_height);
        const double top = layout_.y();
        put_matrix(code.matrix,
                   {{layout_.left(), top - code_side}, {layout_.left() + code_side, top}});
        const double beside = code_side + 4;
        layout_.flow(code.text, layout_.font(body_size, true), Align::left, beside);
        layout_.flow(code.advice, layout_.font(small_size), Align::left, beside);
        layout_.skip(std::max(0.0, layout_.y() - (top - code_side)) + 2);
    }

  private:
    static constexpr double indent = 8;
    static constexpr double room_to_sign = 17;
    static constexpr double code_height = code_side + 2;
    static constexpr double heading_height = 2 * body_size * line_height;

    /// The heading from here and its first row; all that must not be parted where a page holds it.
    void need_group() {
        const auto& rows = std::get<Signatures>(blocks_[at_ + 1]).rows;
        const double kept = height_kept_from(at_);
        const double first = heading_height + (rows.empty() ? 0 : height_of(rows.front()));
        layout_.need(kept <= layout_.full_height() ? std::max(first, kept) : first);
    }
    /// Nothing where no other block is kept with this group.
    double height_kept_from(std::size_t heading) const {
        double height = 0;
        while (detail::is_signed_group(blocks_, heading)) {
            const auto& rows = std::get<Signatures>(blocks_[heading + 1]).rows;
            if (height == 0 && !detail::stays_with_next(blocks_, heading + 1))
                return 0;
            height += heading_height;
            for (const auto& row : rows)
                height += height_of(row);
            if (!detail::stays_with_next(blocks_, heading + 1))
                break;
            heading += 2;
        }
        const bool with_code =
            heading < blocks_.size() && std::holds_alternative<SheetCode>(blocks_[heading]);
        return height + (with_code ? code_height : 0);
    }

    static bool trimmed_is_empty(const std::string& text) {
        return text.find_first_not_of(' ') == std::string::npos;
    }
    double lines(const std::string& text, double width) const {
        return static_cast<double>(layout_.wrapped(text, layout_.font(body_size), width).size());
    }
    /// As wide as the longest label, up to half of the page.
    double label_width(const Facts& facts, const text::FontStyle& font) const {
        double label = 48;
        for (const auto& [name, value] : facts.rows)
            for (const text::GlyphRun& run : layout_.wrapped(name, font, layout_.width() / 2 - 4))
                label = std::max(label, run.width + 5);
        return label;
    }

    void put_one(const std::string& text, const text::FontStyle& font, double indented,
                 double width) {
        auto runs = layout_.wrapped(text, font, width);
        if (!runs.empty())
            layout_.put(std::move(runs.front()), layout_.left() + indented, width, layout_.y(),
                        Align::left);
    }

    double height_of_roles(const std::vector<Signature>& row) const {
        const double width = layout_.width() / static_cast<double>(row.size());
        std::size_t lines = 1;
        for (const Signature& one : row)
            lines = std::max(lines, role_runs(one, width).size());
        return table_size * line_height * static_cast<double>(lines);
    }
    double height_of(const std::vector<Signature>& row) const {
        const double width = layout_.width() / static_cast<double>(row.size());
        std::size_t lines = 2;
        for (const Signature& one : row)
            lines = std::max(lines, name_runs(one, width).size() + note_runs(one, width).size());
        return height_of_roles(row) + room_to_sign +
               static_cast<double>(lines) * table_size * line_height + 3;
    }
    void sign(const std::vector<Signature>& row) {
        const double width = layout_.width() / static_cast<double>(row.size());
        const double line = table_size * line_height;
        const double role = height_of_roles(row);
        const double height = height_of(row);
        layout_.need(height);
        const double top = layout_.y();
        double left = layout_.left();
        for (const Signature& one : row) {
            if (one.is_space()) {
                left += width;
                continue;
            }
            put_centred(role_runs(one, width), left, width, top);
            const double name = top - role - room_to_sign;
            auto names = name_runs(one, width);
            const double note = name - line * static_cast<double>(names.size());
            put_centred(std::move(names), left, width, name);
            put_centred(note_runs(one, width), left, width, note);
            left += width;
        }
        layout_.skip(height);
    }
    std::vector<text::GlyphRun> role_runs(const Signature& one, double width) const {
        return layout_.wrapped(one.role, layout_.font(table_size), width - 2);
    }
    /// All of a name: on a paper that is signed nothing of it may be missing.
    std::vector<text::GlyphRun> name_runs(const Signature& one, double width) const {
        const auto blank = [&](const std::string& text) {
            return layout_.wrapped(text, layout_.font(table_size), width - 2);
        };
        return one.name.empty()
                   ? blank(detail::blank_line(
                         [&](const std::string& text) { return blank(text).size() == 1; }))
                   : layout_.wrapped(one.name, layout_.font(table_size, true), width - 2);
    }
    std::vector<text::GlyphRun> note_runs(const Signature& one, double width) const {
        return layout_.wrapped(one.note, layout_.font(table_size), width - 2);
    }
    void put_centred(std::vector<text::GlyphRun> runs, double left, double width, double y) {
        for (text::GlyphRun& run : runs) {
            layout_.put(std::move(run), left, width, y, Align::centre);
            y -= table_size * line_height;
        }
    }

    void put_matrix(const MatrixCode& matrix, const geo::Box& box) {
        const double module = box.width() / (matrix.size + 2 * quiet_modules);
        for (int row = 0; row < matrix.size; ++row)
            for (int column = 0; column < matrix.size; ++column)
                if (matrix.at(column, row)) {
                    const double x = box.min.x + (column + quiet_modules) * module;
                    const double y = box.max.y - (row + quiet_modules) * module;
                    layout_.fill({{x, y - module}, {x + module, y}}, 1);
                }
    }

    PageLayout& layout_;
    const std::vector<Block>& blocks_;
    std::size_t at_ = 0; ///< of the block that is written
    bool in_title_ = false;
};

} // namespace

std::vector<Page> lay_out(const Document& document, const text::Typesetter& typesetter) {
    PageLayout layout(document, typesetter);
    Writer(layout, document.blocks).write_all();
    return layout.finish();
}

} // namespace antardesa::documents
