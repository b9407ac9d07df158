#include "cartography/detail/composition.h"
namespace antardesa::cartography {
void draw_member_hatches(Composition&) {
}
void draw_references(Composition&) {
}
void draw_disputes(Composition&) {
}
void draw_selection(Composition&) {
}
void draw_links(Composition&) {
}
void draw_assets(Composition&) {
}
void make_legend(Composition&) {
}
std::vector<Hit> pick(const MapGeometry&, const Scene&, geo::Point, double) {
    return {};
}
} // namespace antardesa::cartography
