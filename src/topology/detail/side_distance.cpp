#include "topology/detail/side_distance.h"

namespace antardesa::topology::detail {

namespace {

double square_to(const geo::Box& box, geo::Point p) {
    const double x = std::max({box.min.x - p.x, 0.0, p.x - box.max.x});
    const double y = std::max({box.min.y - p.y, 0.0, p.y - box.max.y});
    return x * x + y * y;
}

double square_to(geo::Point a, geo::Point b, geo::Point p) {
    const geo::Point along = b - a;
    const geo::Point to = p - a;
    const double square = geo::dot(along, along);
    const double t = square > 0 ? std::clamp(geo::dot(along, to) / square, 0.0, 1.0) : 0;
    const geo::Point off = to - along * t;
    return geo::dot(off, off);
}

} // namespace

SideDistance::SideDistance(geo::Line line) : line_(std::move(line)) {
    for (std::size_t i = 0; i + 1 < line_.size(); ++i) {
        if (i % run == 0)
            blocks_.emplace_back();
        blocks_.back().extend(line_[i]);
        blocks_.back().extend(line_[i + 1]);
    }
    for (std::size_t k = 0; k < blocks_.size(); ++k) {
        if (k % run == 0)
            regions_.emplace_back();
        regions_.back().extend(blocks_[k]);
    }
}

void SideDistance::look_at_run(std::size_t block, geo::Point p, double& least) const {
    const std::size_t end = std::min((block + 1) * run, line_.size() - 1);
    for (std::size_t i = block * run; i < end; ++i)
        if (const double square = square_to(line_[i], line_[i + 1], p); square < least) {
            least = square;
            nearest_ = block;
        }
}

double SideDistance::operator()(geo::Point p) const {
    double least = std::numeric_limits<double>::infinity();
    if (blocks_.empty())
        return least;
    const std::size_t begun = nearest_;
    look_at_run(begun, p, least);
    for (std::size_t region = 0; region < regions_.size(); ++region) {
        if (square_to(regions_[region], p) >= least)
            continue;
        const std::size_t end = std::min((region + 1) * run, blocks_.size());
        for (std::size_t block = region * run; block < end; ++block)
            if (block != begun && square_to(blocks_[block], p) < least)
                look_at_run(block, p, least);
    }
    return std::sqrt(least);
}

} // namespace antardesa::topology::detail
