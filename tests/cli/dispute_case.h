#pragma once

#include "disputed.h"

#include <gmock/gmock.h>

namespace antardesa::cli {

/// The disputed project, with the commands of the family `dispute`.
class DisputeCase : public Disputed {
  protected:
    Answer dispute(const std::string& deed, const std::string& path,
                   std::vector<std::string> more) {
        std::vector<std::string> command{"dispute", deed, path, "1"};
        command.insert(command.end(), more.begin(), more.end());
        return run(command);
    }
    Answer with_paper(const std::string& deed, const std::string& path,
                      std::vector<std::string> more, const std::string& number,
                      const std::string& date) {
        const auto document = paper(number, date);
        more.insert(more.end(), document.begin(), document.end());
        return dispute(deed, path, more);
    }
    /// Which the minutes name, of a case whose minutes are of that day.
    int meets(const std::string& path, const std::string& day, const std::string& outcome = "") {
        std::vector<std::string> more{"--kind",         "meeting", "--set",
                                      "tanggal=" + day, "--set",   "tempat=Kantor kecamatan"};
        if (!outcome.empty())
            more.insert(more.end(), {"--set", "hasil=" + outcome});
        return dispute("record", path, more).code;
    }
    /// Enters a signature under the minutes of the case.
    int signs(const std::string& path, const std::vector<std::string>& who) {
        std::vector<std::string> more{"--kind", "signatory", "--set", "tanggal=2026-11-20"};
        for (const std::string& value : who)
            more.insert(more.end(), {"--set", value});
        return dispute("record", path, more).code;
    }
    void everyone_signs(const std::string& path) {
        EXPECT_EQ(signs(path, {"nama=Siti", "peran=kepala_desa", "kode_desa=99.01.01.2001",
                               "nomor_berita_acara=1/BA-A"}),
                  0);
        EXPECT_EQ(signs(path, {"nama=Budi", "peran=kepala_desa", "kode_desa=99.01.01.2002",
                               "nomor_berita_acara=2/BA-B"}),
                  0);
        EXPECT_EQ(signs(path, {"nama=Rahmat", "peran=fasilitator"}), 0);
    }
    std::string state(const std::string& path) {
        return dispute("show", path, {"--json"}).json()["state"].string();
    }
    std::string segment_state(const std::string& path) {
        return run({"segments", path, "--json"}).json()["segments"].array()[0]["state"].string();
    }
};

} // namespace antardesa::cli
