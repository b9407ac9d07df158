#include "documents/detail/page_layout.h"

#include <algorithm>
#include <numeric>

namespace antardesa::documents::detail {

namespace {

constexpr double inset = 1.3;  ///< between a rule and its text, sideways
constexpr double margin = 0.6; ///< and up and down

using Runs = std::vector<text::GlyphRun>;

class TableLayout {
  public:
    TableLayout(PageLayout& layout, const Table& table) : layout_(layout), table_(table) {
        const double sum =
            std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                            [](double all, const Column& one) { return all + one.share; });
        double x = layout.left();
        edges_.push_back(x);
        for (const Column& column : table.columns)
            edges_.push_back(x += layout.width() * column.share / sum);
        std::vector<Cell> titles;
        for (const Column& column : table.columns)
            titles.emplace_back(column.title);
        head_ = runs_of(titles, true);
    }

    void lay() {
        const Runs first =
            table_.rows.empty() ? Runs() : tallest(runs_of(table_.rows.front(), false));
        layout_.need(height_of(most_lines(head_)) +
                     height_of(std::min<std::size_t>(first.size(), 3)));
        put_head();
        for (const auto& row : table_.rows)
            put_row(runs_of(row, false));
        layout_.skip(3);
    }

  private:
    std::vector<Runs> runs_of(const std::vector<Cell>& cells, bool strong) const {
        const text::FontStyle font = layout_.font(table_size, strong);
        std::vector<Runs> runs;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            runs.push_back(layout_.wrapped(i < cells.size() ? cells[i].text : std::string(), font,
                                           edges_[i + 1] - edges_[i] - 2 * inset));
        return runs;
    }
    static Runs tallest(const std::vector<Runs>& cells) {
        return *std::max_element(cells.begin(), cells.end(),
                                 [](const Runs& a, const Runs& b) { return a.size() < b.size(); });
    }
    static std::size_t most_lines(const std::vector<Runs>& cells) {
        return std::max<std::size_t>(1, tallest(cells).size());
    }
    static double height_of(std::size_t lines) {
        return static_cast<double>(lines) * table_size * line_height + 2 * margin;
    }

    void put_head() {
        const double height = height_of(most_lines(head_));
        layout_.fill({{edges_.front(), layout_.y() - height}, {edges_.back(), layout_.y()}}, 0.09);
        put_lines(head_, 0, most_lines(head_), true);
    }

    /// A row that no page holds goes on over the next ones, line by line.
    void put_row(const std::vector<Runs>& cells) {
        const std::size_t lines = most_lines(cells);
        if (height_of(lines) > layout_.room())
            next_page();
        std::size_t from = 0;
        while (height_of(lines - from) > layout_.room()) {
            const double fits = (layout_.room() - 2 * margin) / (table_size * line_height);
            const std::size_t some = std::max<std::size_t>(1, static_cast<std::size_t>(fits));
            put_lines(cells, from, from + some, false);
            from += some;
            next_page();
        }
        put_lines(cells, from, lines, false);
    }
    void next_page() {
        layout_.turn_page();
        put_head();
    }

    void put_lines(const std::vector<Runs>& cells, std::size_t from, std::size_t to, bool head) {
        const double top = layout_.y();
        const double bottom = top - height_of(to - from);
        for (std::size_t i = 0; i < cells.size(); ++i)
            for (std::size_t line = from; line < std::min(to, cells[i].size()); ++line)
                layout_.put(
                    cells[i][line], edges_[i] + inset, edges_[i + 1] - edges_[i] - 2 * inset,
                    top - margin - static_cast<double>(line - from) * table_size * line_height,
                    head ? Align::centre : table_.columns[i].align);
        for (const double x : edges_)
            layout_.rule({x, top}, {x, bottom});
        for (const double y : {top, bottom})
            layout_.rule({edges_.front(), y}, {edges_.back(), y});
        layout_.skip(top - bottom);
    }

    PageLayout& layout_;
    const Table& table_;
    std::vector<double> edges_;
    std::vector<Runs> head_;
};

} // namespace

void lay_table(PageLayout& layout, const Table& table) {
    if (!table.columns.empty())
        TableLayout(layout, table).lay();
}

} // namespace antardesa::documents::detail
