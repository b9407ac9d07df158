#include "cartography/detail/sheet_plan.h"

#include "geo/shape.h"

#include <algorithm>

namespace antardesa::cartography {
namespace {

using geo::Box;
using geo::Point;
using text::Weight;

constexpr Colour land{11, 107, 112, 90};
constexpr Colour lines{17, 60, 64, 255};
constexpr Colour this_sheet{244, 185, 66, 150};
constexpr double finest = 0.15; ///< millimetres of ink

/// The land that the set is about, small, under the sheets with their numbers.
class Index {
  public:
    Index(Furniture& f, const SheetFacts& facts, const SheetType& type, const Box& box)
        : f_(f), facts_(facts), type_(type), box_(box) {
        sheets_ = facts.request.set.empty() ? std::vector{facts.world} : facts.request.set;
        Box world;
        for (const Box& sheet : sheets_)
            world.extend(sheet);
        world = world.grown(0.06 * std::max(world.width(), world.height()));
        scale_ = std::min(box.width() / world.width(), box.height() / world.height());
        centre_ = world.centre();
    }

    void draw() {
        f_.fill(box_, {255, 255, 255, 255});
        const std::size_t current =
            facts_.request.set.empty() ? 0 : static_cast<std::size_t>(facts_.request.page - 1);
        f_.fill(on_page(sheets_[current]), this_sheet);
        for (const geo::Line& ring : rings_of(facts_.geometry, facts_.subject))
            if (const geo::Ring shown = geo::clipped_ring(small(ring), box_); shown.size() > 2)
                f_.polygon(shown, land);
        for (std::size_t i = 0; i < sheets_.size(); ++i)
            put_sheet(i, i == current);
        for (const geo::Line& line : lines_of(facts_.geometry, facts_.subject))
            for (const geo::Line& part : geo::clipped(small(line), box_))
                put_line(part);
        f_.frame(box_, 0.25);
    }

  private:
    Point on_page(Point metres) const { return box_.centre() + (metres - centre_) * scale_; }
    Box on_page(const Box& metres) const { return {on_page(metres.min), on_page(metres.max)}; }
    geo::Line small(const geo::Line& metres) const {
        geo::Line line = geo::simplified(metres, finest / scale_);
        for (Point& p : line)
            p = on_page(p);
        return line;
    }

    void put_line(const geo::Line& line) {
        LineMark mark;
        mark.lines.add(line);
        mark.colour = lines;
        mark.width = {0.3};
        f_.group().marks.emplace_back(std::move(mark));
    }

    /// Its number in the corner, where the frame has room for it; that of this sheet always.
    void put_sheet(std::size_t i, bool current) {
        const Box frame = on_page(sheets_[i]);
        f_.frame(frame, current ? 0.5 : 0.2);
        const auto number = f_.typesetter().shape(
            facts_.language.number(double(i + 1)),
            type_.font(type_.small, current ? Weight::bold : Weight::regular));
        if (!current && crowded())
            return;
        const double left = std::min(type_.small * 0.4, (frame.width() - number.width) / 2);
        const double down = std::min(type_.small, frame.height() / 2 + type_.small * 0.36);
        f_.write({frame.min.x + left, frame.max.y - down}, number);
    }
    /// Whether the frames are smaller than their numbers.
    bool crowded() const {
        return sheets_.front().width() * scale_ < type_.small * 1.6 ||
               sheets_.front().height() * scale_ < type_.small * 1.2;
    }

    Furniture& f_;
    const SheetFacts& facts_;
    const SheetType& type_;
    Box box_;
    std::vector<Box> sheets_;
    double scale_ = 1;
    Point centre_;
};

} // namespace

Block index_block(const SheetFacts& facts, const SheetType& type) {
    const std::string heading = facts.language.text("sheet.index");
    return {type.head + 20 * type.unit, type.head + 36 * type.unit, 0, false,
            [&facts, heading, type](Furniture& f, const Box& box) {
                f.write({box.min.x, box.max.y - type.heading * 1.45},
                        f.fitted(heading, type.font(type.heading, Weight::semibold), box.width()));
                Index(f, facts, type, {box.min, {box.max.x, box.max.y - type.head}}).draw();
            }};
}

} // namespace antardesa::cartography
