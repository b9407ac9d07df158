#pragma once

#include "running.h"

#include <gtest/gtest.h>

namespace antardesa::workspace::testing {

inline constexpr Id<model::BoundaryDispute> the_case{1};

inline CitedDocument minutes() {
    model::Document document;
    document.kind = "berita_acara";
    document.number = "9/BA/2026";
    document.title = "Kesepakatan batas";
    document.date = Date{std::chrono::year{2026} / 9 / 20};
    return {{}, document};
}

/// Two villages with a straight line between them and a case with a claim of each.
class ProposedLine : public ::testing::Test {
  protected:
    ProposedLine() {
        fs::create_directory(folder_ / "sumber");
        write("desa.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99]") + "," +
                  feature("2", "[109.01,-7],[109.02,-7],[109.02,-6.99],[109.01,-6.99]") + "]}");
        write("sengketa_batas.csv",
              "id,nomor,kode_desa_1,kode_desa_2,keadaan,fasilitator,dilaporkan,mulai_fasilitasi,"
              "pokok,dokumen_id\n"
              "1,SB-1,99.01.01.2001,99.01.01.2002,fasilitasi_camat,camat,2026-09-02,2026-09-12,"
              "Dua peta,\n");
        write("klaim_batas.csv",
              "sengketa_id,kode_desa,dasar,dokumen_id,garis\n"
              "1,99.01.01.2001,Peta 1987,,\"LINESTRING (109.01 -7, 109.012 -6.995, 109.01 "
              "-6.99)\"\n"
              "1,99.01.01.2002,Peta 2015,,\"LINESTRING (109.01 -7, 109.009 -6.995, 109.01 "
              "-6.99)\"\n");
        Progress progress;
        carry_out(plan_of(folder_ / "sumber"), project_, test_environment(), progress);
        running_.act(OpenFile{project_});
    }
    void write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / "sumber" / name) << text;
    }
    static std::string feature(const std::string& number, const std::string& ring) {
        const std::string first = ring.substr(0, ring.find(']') + 1);
        return R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)" + number +
               R"(","NAMOBJ":"Asri )" + number +
               R"(","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)" +
               R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "," + first + "]]}}";
    }
    const ProposalView& view() const { return running_.workspace.proposal(); }
    /// Where a handle is on the map panel.
    geo::Point pixels(std::size_t handle) const {
        const auto& seen = running_.workspace.view();
        const double scale =
            running_.workspace.pixels_per_millimetre() / seen.scale.metres_per_millimetre();
        const geo::Point at = view().handles[handle].at;
        return {400 + (at.x - seen.centre.x) * scale, 300 - (at.y - seen.centre.y) * scale};
    }
    void lead(std::size_t handle, double east_pixels) {
        const geo::Point from = pixels(handle);
        running_.act(PressProposal{from});
        running_.act(DragProposal{from + geo::Point{east_pixels, 0}, true});
        running_.act(ReleaseProposal{});
    }

    TemporaryFolder folder_;
    fs::path project_ = folder_ / "proyek.gpkg";
    Running running_;
};

} // namespace antardesa::workspace::testing
