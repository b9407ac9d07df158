#pragma once

#include "shell.h"

namespace antardesa::cli {

/// Two villages with a straight line due north between them, and a dispute about it with a claim
/// of each, 220 m apart; or of the first alone.
class Disputed : public Shell {
  protected:
    std::string disputed_project(bool both = true, const std::string& regency = "Contoh") {
        const auto feature = [&](const char* number, const std::string& ring) {
            return std::string(R"({"type":"Feature","properties":{"KDEPUM":"99.01.01.200)") +
                   number + R"(","NAMOBJ":"Asri )" + number +
                   R"(","WADMKC":"Tanjungasri","WADMKK":")" + regency +
                   R"(","WADMPR":"Provinsi Contoh"},)" +
                   R"("geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
        };
        std::filesystem::create_directory(in_folder("sumber"));
        write("sumber/batas.geojson",
              R"({"type":"FeatureCollection","features":[)" +
                  feature("1", "[109,-7],[109.01,-7],[109.01,-6.99],[109,-6.99],[109,-7]") + "," +
                  feature("2",
                          "[109.02,-6.99],[109.01,-6.99],[109.01,-7],[109.02,-7],[109.02,-6.99]") +
                  "]}");
        write("sumber/sengketa_batas.csv",
              "id,nomor,kode_desa_1,kode_desa_2,keadaan,fasilitator,dilaporkan,mulai_fasilitasi,"
              "pokok,dokumen_id\n"
              "1,001/SB/2026,99.01.01.2001,99.01.01.2002,dilaporkan,,2026-11-02,,Dua peta,\n");
        const std::string first = "1,99.01.01.2001,Peta 1987,,\"LINESTRING (109.01 -7, "
                                  "109.011 -6.995, 109.01 -6.99)\"\n";
        const std::string second = "1,99.01.01.2002,Peta 2015,,\"LINESTRING (109.01 -7, "
                                   "109.009 -6.995, 109.01 -6.99)\"\n";
        write("sumber/klaim_batas.csv", "sengketa_id,kode_desa,dasar,dokumen_id,garis\n" + first +
                                            (both ? second : std::string()));
        const std::string path = in_folder("proyek.gpkg");
        const Answer answer = run({"--quiet", "import", in_folder("sumber"), path});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return path;
    }
    Answer propose(const std::string& path, std::vector<std::string> more) {
        std::vector<std::string> command{"propose", path, "--dispute", "1"};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
};

} // namespace antardesa::cli
