#include "topology/led_line.h"

#include <algorithm>
#include <map>

namespace antardesa::topology {

namespace {

/// Joins lines at the places where just two end.
class Joiner {
  public:
    explicit Joiner(const geo::MultiLine& lines) : lines_(lines), used_(lines.size(), false) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            used_[i] = lines[i].size() < 2;
            if (!used_[i])
                for (const geo::Point end : {lines[i].front(), lines[i].back()})
                    ends_[{end.x, end.y}].push_back(i);
        }
    }

    geo::MultiLine run() {
        geo::MultiLine result;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (used_[i])
                continue;
            used_[i] = true;
            geo::Line line = lines_[i];
            extend(line);
            std::reverse(line.begin(), line.end());
            extend(line);
            std::reverse(line.begin(), line.end());
            result.push_back(std::move(line));
        }
        return result;
    }

  private:
    void extend(geo::Line& line) {
        for (;;) {
            const geo::Point end = line.back();
            const auto& here = ends_[{end.x, end.y}];
            if (here.size() != 2)
                return;
            const std::size_t next = used_[here[0]] ? here[1] : here[0];
            if (used_[next])
                return;
            used_[next] = true;
            geo::Line more = lines_[next];
            if (more.front() != end)
                std::reverse(more.begin(), more.end());
            line.insert(line.end(), more.begin() + 1, more.end());
        }
    }

    const geo::MultiLine& lines_;
    std::vector<bool> used_;
    std::map<std::pair<double, double>, std::vector<std::size_t>> ends_;
};

} // namespace

geo::MultiLine joined(const geo::MultiLine& lines) {
    return Joiner(lines).run();
}

} // namespace antardesa::topology
