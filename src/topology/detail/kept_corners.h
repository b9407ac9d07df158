#pragma once

#include "topology/detail/repair_bench.h"

#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace antardesa::topology::detail {

/// What a repair changed on a bench, as far as the vertices of outlines depend on it.
struct ChangedLand {
    std::span<const geo::MultiPolygon* const> claimants;     ///< as they were
    std::set<Claimant> touched;                              ///< whose outlines are written anew
    std::set<std::pair<Claimant, Claimant>> pairs;           ///< of the mended strips; low first
    std::function<bool(std::uint32_t cycle)> is_given;       ///< it became somebody's
    std::function<std::vector<Claimant>(std::uint32_t)> own; ///< whose a cycle is afterwards
};

/// The vertices of new outlines: the arrangement's nodes where land changed hands, elsewhere what
/// was imported, bit for bit. A node that a line only got because another passes it by a hair, or
/// crosses it elsewhere, is none of its vertices.
class KeptCorners {
  public:
    KeptCorners(const RepairBench& bench, const ChangedLand& changed);

    /// An outline put together from faces, of one of those touched.
    geo::MultiPolygon kept(const geo::MultiPolygon& assembled, Claimant claimant) const;
    /// Of the others, who share a line on which lines meet now: their outlines with the corner
    /// there. Nothing else of them changes.
    std::vector<std::pair<Claimant, geo::MultiPolygon>> sharing() const;

  private:
    struct PointHash {
        std::size_t operator()(geo::Point p) const;
    };
    struct Imported {
        std::unordered_set<geo::Point, PointHash> points;
        std::unordered_set<geo::Point, PointHash> starts; ///< of rings
        std::unordered_map<Cell, geo::Point, CellHash> by_cell;
    };
    using Borders = std::map<std::uint32_t, std::vector<std::uint32_t>>; ///< of each node: halves

    void import(Claimant claimant);
    bool is_border(std::uint32_t edge) const;
    bool is_beside_given(std::uint32_t edge) const;
    void note_lines(std::uint32_t edge);
    Borders borders_at_changes() const;
    bool has_vertex(Claimant claimant, std::uint32_t node) const;
    bool bends(std::uint32_t one, std::uint32_t other) const;
    void look_at(std::uint32_t node, const std::vector<std::uint32_t>& halves);
    const geo::Point* vertex_at(Claimant claimant, std::uint32_t node) const;
    bool is_parted(Claimant one, Claimant other, std::uint32_t node) const;
    void note_common(std::uint32_t edge, std::set<std::uint32_t>& nodes) const;
    void need_common();
    void need(std::uint32_t node);
    void note_twins(std::uint32_t edge);
    bool has_vertex_near(Claimant claimant, std::uint32_t node) const;
    void bring_together();
    void close_ends(std::uint32_t edge);
    geo::Point place_of(std::uint32_t node) const;
    static void begin_as_imported(geo::Ring& ring, const Imported& imported);
    geo::Ring kept_ring(const geo::Ring& ring, const Imported& imported) const;
    bool put_in(geo::MultiPolygon& outline, geo::Point corner) const;

    const RepairBench& bench_;
    const ChangedLand& changed_;
    std::map<Claimant, Imported> imported_; ///< of those touched and their neighbours there
    std::unordered_set<geo::Point, PointHash> between_; ///< vertices between nodes of new lines
    std::unordered_map<geo::Point, geo::Point, PointHash> needed_; ///< of nodes, and where
    std::map<std::uint32_t, std::vector<std::uint32_t>> twins_;    ///< nodes at one place, rounded
    std::unordered_set<std::uint32_t> needed_nodes_;
    std::map<Claimant, std::vector<std::uint32_t>> shared_; ///< nodes that others get as corners
};

} // namespace antardesa::topology::detail
