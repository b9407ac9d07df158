#include "paper_text.h"
#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class ReportCommand : public Shell {
  protected:
    std::string sample() {
        const Answer answer = run({"--quiet", "demo", in_folder("contoh")});
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder("contoh/kabupaten-contoh.gpkg");
    }
    std::string written(const std::string& name, std::vector<std::string> arguments) {
        std::vector<std::string> command{"--quiet", "report"};
        command.insert(command.end(), arguments.begin(), arguments.end());
        command.insert(command.end(), {"-o", in_folder(name)});
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 0) << answer.error;
        return in_folder(name);
    }
    json::Value list_of(const std::string& path, const char* kind) {
        return run({"list", path, kind, "--json"}).json();
    }
    /// Two villages with a numbered segment between them: segment 1.
    std::string two_points() {
        const std::string path = project();
        EXPECT_EQ(run({"points", path, "--segment", "1", "--number"}).code, 0);
        return path;
    }
};

TEST_F(ReportCommand, TheCoordinateAnnexStatesDatumZoneAndEveryPoint) {
    const std::string path = two_points();
    for (const std::string& text :
         {docx_text(written("k.docx", {path, "--kind", "coordinates", "--segment", "1"})),
          pdf_text(written("k.pdf", {path, "--kind", "coordinates", "--segment", "1"}))}) {
        for (const char* word :
             {"NO", "TITIK KARTOMETRIK", "LINTANG", "BUJUR", "X (M)", "Y (M)", "SRGI 2013",
              "UTM zona 49S", "DESA SUKAMAJU DENGAN DESA SIDOMULYO", "TK.99.01.01.2001-2002-000",
              "08°00'00,00\" LS", "08°06'00,00\" LS", "109°06'00,00\" BT", "Kepala Desa Sukamaju"})
            EXPECT_THAT(text, HasSubstr(word));
    }
}

TEST_F(ReportCommand, EveryPageNamesTheHeadOfTheHistory) {
    const std::string path = two_points();
    const json::Value newest = run({"history", path, "--json"}).json()["edits"].array()[0];
    std::string head = newest["link"].string().substr(0, 16);
    ASSERT_EQ(head.size(), 16U);
    for (const int place : {12, 8, 4})
        head.insert(static_cast<std::size_t>(place), " ");
    const std::string revision = "Revisi " + std::to_string(newest["revision"].integer());
    EXPECT_THAT(pdf_text(written("k.pdf", {path, "--kind", "coordinates", "--segment", "1"})),
                AllOf(HasSubstr(revision), HasSubstr("riwayat " + head)));
    ASSERT_EQ(
        run({"--quiet", "export", path, "--extent", "segment=1", "-o", in_folder("peta.pdf")}).code,
        0);
    EXPECT_THAT(pdf_text(in_folder("peta.pdf")), HasSubstr(head));
    ASSERT_EQ(run({"--quiet", "export", path, "-o", in_folder("semua.pdf")}).code, 0);
    EXPECT_THAT(pdf_text(in_folder("semua.pdf")), HasSubstr(head))
        << "of a sheet without a code too";
}

TEST_F(ReportCommand, MinutesOfWhatIsNotRecordedAreADraftWithPlacesToWrite) {
    const std::string path = two_points();
    const std::string text =
        docx_text(written("ba.docx", {path, "--kind", "berita-acara", "--segment", "1"}));
    for (const char* word : {"BERITA ACARA BATAS DESA", "PENETAPAN DAN PENEGASAN BATAS DESA",
                             "Nomor Desa Sukamaju", "Nomor Desa Sidomulyo", "Menyetujui",
                             "Kepala Desa Sidomulyo", "ke arah utara sepanjang 11.", "bulan ……"})
        EXPECT_THAT(text, HasSubstr(word));
    const std::string pdf =
        pdf_text(written("ba.pdf", {path, "--kind", "berita-acara", "--segment", "1"}));
    EXPECT_THAT(pdf, HasSubstr("DRAF"));
}

TEST_F(ReportCommand, RecordedMinutesSayTheirDayInWordsAndAreNoDraft) {
    const std::string path = sample();
    const auto minutes = [&](const std::string& name) {
        return pdf_text(written(name, {path, "--kind", "berita-acara", "--dispute", "9"}));
    };
    EXPECT_THAT(minutes("konsep.pdf"), HasSubstr("DRAF")) << "no point describes the line";
    std::int64_t segment = 0;
    const json::Value disputes = list_of(path, "disputes");
    for (const json::Value& dispute : disputes["items"].array())
        if (dispute["number"].string() == "009/SB/2025")
            segment = dispute["segment"].integer();
    EXPECT_EQ(run({"points", path, "--segment", std::to_string(segment), "--number"}).code, 0);
    EXPECT_THAT(minutes("tanpa-tempat.pdf"), HasSubstr("DRAF"));
    EXPECT_EQ(run({"dispute", "record", path, "9", "--kind", "meeting", "--set",
                   "tanggal=2025-11-19", "--set", "tempat=Kantor kecamatan"})
                  .code,
              0);
    const std::string pdf = minutes("ba.pdf");
    EXPECT_THAT(pdf, AllOf(HasSubstr("Rabu, tanggal sembilan belas, bulan November, tahun dua"),
                           HasSubstr("(19-11-2025)"), HasSubstr("139/BA/2025"),
                           HasSubstr("BERITA ACARA KESEPAKATAN"), Not(HasSubstr("DRAF"))));
}

TEST_F(ReportCommand, ACaseBringsItsClaimsAndARevokedRuleGivesWayToItsSuccessor) {
    const std::string path = sample();
    const std::string minutes =
        docx_text(written("ba.docx", {path, "--kind", "berita-acara", "--dispute", "4"}));
    for (const char* word : {"FASILITASI PERSELISIHAN", "004/SB/2026", "Garis menurut Desa",
                             "Camat ", "Peraturan Menteri Dalam Negeri Nomor 45 Tahun 2016",
                             "bertempat di Kantor kecamatan", "Pertemuan tanggal"})
        EXPECT_THAT(minutes, HasSubstr(word));
    const std::string report =
        docx_text(written("lpj.docx", {path, "--kind", "accountability", "--body", "1"}));
    EXPECT_THAT(report, HasSubstr("Peraturan Pemerintah Nomor 16 Tahun 2026"));
    EXPECT_THAT(report, Not(HasSubstr("Peraturan Pemerintah Nomor 43 Tahun 2014")));
    EXPECT_THAT(report, HasSubstr("Belum tercatat"));
    const std::string printed =
        pdf_text(written("lpj.pdf", {path, "--kind", "accountability", "--body", "1"}));
    EXPECT_EQ(printed.find("DRAF") == std::string::npos,
              report.find("Semua butir laporan ini tercatat") != std::string::npos)
        << "a draft says what it lacks";
    EXPECT_THAT(report, HasSubstr("Jumlah")) << "of the money";
    EXPECT_THAT(report, HasSubstr("daftar hadir musyawarah tanggal"))
        << "that nobody was recorded does not say that nobody came";
    for (const char* word :
         {"Kegiatan menurut fungsi badan", "penanganan masalah", "Pembentukan BKAD",
          "laporan pertanggungjawaban", "Evaluasi menurut sembilan prinsip", "APB Desa"})
        EXPECT_THAT(report, HasSubstr(word));
}

TEST_F(ReportCommand, RegisterAndEvaluationHoldEveryCase) {
    const std::string path = sample();
    const std::string list = pdf_text(written("register.pdf", {path, "--kind", "register"}));
    const std::string evaluation =
        docx_text(written("evaluasi.docx", {path, "--kind", "evaluation"}));
    const json::Value disputes = list_of(path, "disputes");
    for (const json::Value& dispute : disputes["items"].array()) {
        EXPECT_THAT(list, HasSubstr(dispute["number"].string()));
        EXPECT_THAT(evaluation, HasSubstr(dispute["number"].string()));
    }
    EXPECT_THAT(evaluation, HasSubstr("Kecamatan "));
    EXPECT_THAT(bytes(written("register.xlsx", {path, "--kind", "register"})), StartsWith("PK"));
}

TEST_F(ReportCommand, AnAgreementHasItsSheetOfTheNinePrinciples) {
    const std::string path = sample();
    const auto sheet = [&](const std::string& agreement) {
        return docx_text(
            written("asas.docx", {path, "--kind", "evaluation", "--agreement", agreement}));
    };
    const std::string marked = sheet("1");
    for (const char* word : {"LEMBAR EVALUASI KERJA SAMA DESA", "Rekognisi", "Kebersamaan",
                             "Kegotongroyongan", "Partisipatif", "Demokratis", "Kesetaraan",
                             "Pemberdayaan", "Berkelanjutan", "Akuntabilitas", "Rata-rata"})
        EXPECT_THAT(marked, HasSubstr(word));
    EXPECT_THAT(marked, Not(HasSubstr("Evaluasi sebelumnya")));
    write("evaluasi.csv", "kerja_sama_id,tanggal,penilai,rekognisi\n#1,2026-02-10,Dinas PMD,3\n"
                          "#1,2026-11-01,Camat,4\n");
    ASSERT_EQ(run({"register", "import", in_folder("evaluasi.csv"), path}).code, 0);
    EXPECT_THAT(sheet("1"), AllOf(HasSubstr("Evaluasi sebelumnya"), HasSubstr("10-02-2026"),
                                  HasSubstr("Dinas PMD"), HasSubstr("Camat")));
    EXPECT_EQ(
        run({"report", path, "--kind", "evaluation", "--body", "1", "-o", in_folder("x.docx")})
            .code,
        1);
}

TEST_F(ReportCommand, TheRegisterTellsExtentDeadlineAndTheEndingDocument) {
    const std::string path = sample();
    const std::string list = docx_text(written("register.docx", {path, "--kind", "register"}));
    for (const char* word : {"BERBATASAN DENGAN DESA", "PANJANG GARIS (M)", "LUAS (HA)",
                             "BATAS WAKTU", "NOMOR DOKUMEN", "139/BA/2025", "19-11-2025"})
        EXPECT_THAT(list, HasSubstr(word));
}

TEST_F(ReportCommand, TheEvaluationCountsACaseUnderEachOfItsKecamatanAndOnceInAll) {
    const std::string path = sample();
    const std::string text = docx_text(written("evaluasi.docx", {path, "--kind", "evaluation"}));
    std::size_t told = 0; // case 6 lies between Kaliharjo and Tirtomulyo
    for (std::size_t at = text.find("006/SB/2026"); at != std::string::npos;
         at = text.find("006/SB/2026", at + 1))
        ++told;
    EXPECT_EQ(told, 2U);
    EXPECT_THAT(text, HasSubstr("dihitung pada setiap kecamatannya"));
    const auto sum = text.substr(text.find("Jumlah"), 40);
    EXPECT_THAT(sum, HasSubstr("14")) << "each case once";
}

TEST_F(ReportCommand, TheAnnexOfACaseNamesTheHeadsWhoSign) {
    const std::string path = sample();
    const std::string annex =
        docx_text(written("lampiran.docx", {path, "--kind", "coordinates", "--dispute", "9"}));
    EXPECT_THAT(annex, AllOf(HasSubstr("Nurhayati"), HasSubstr("Bambang Wijaya")));
}

/// Two villages in two kabupaten, and a case on the line between them.
TEST_F(ReportCommand, OfTwoKabupatenNoMinutesAreMadeNotEvenBeforeTheHandover) {
    const auto village = [](const std::string& code, const std::string& regency,
                            const std::string& from, const std::string& to) {
        return R"({"type":"Feature","properties":{"KDEPUM":")" + code + R"(","NAMOBJ":"Desa )" +
               code + R"(","WADMKC":"Kecamatan )" + regency + R"(","WADMKK":")" + regency +
               R"(","WADMPR":"Provinsi Contoh"},"geometry":{"type":"Polygon","coordinates":[[[)" +
               from + ",-7],[" + to + ",-7],[" + to + ",-6.98],[" + from + ",-6.98],[" + from +
               ",-7]]]}}";
    };
    write("dua.geojson", R"({"type":"FeatureCollection","features":[)" +
                             village("33.01.01.2001", "Alfa", "109", "109.02") + "," +
                             village("33.02.01.2001", "Beta", "109.02", "109.04") + "]}");
    const std::string path = in_folder("dua.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("dua.geojson"), path}).code, 0);
    ASSERT_EQ(run({"dispute", "report", path, "--segment", "1", "--subject", "Dua peta"}).code, 0);
    const auto refused = [&](std::vector<std::string> command) {
        const std::string before = listing();
        const Answer answer = run(command);
        EXPECT_EQ(answer.code, 1);
        EXPECT_THAT(answer.error, HasSubstr("penegasan batas daerah"));
        EXPECT_EQ(listing(), before) << "nothing is written";
    };
    const std::string output = in_folder("ba.pdf");
    const auto all_are_refused = [&] {
        for (const char* about : {"--dispute", "--segment"})
            refused({"report", path, "--kind", "berita-acara", about, "1", "-o", output});
    };
    all_are_refused();
    const Answer sheet =
        run({"export", path, "--sheet", "batas", "--extent", "dispute=1", "-o", output});
    EXPECT_EQ(sheet.code, 1);
    EXPECT_THAT(sheet.error, HasSubstr("Permendagri 141/2017"));
    ASSERT_EQ(run({"--quiet", "export", path, "--extent", "dispute=1", "-o", output}).code, 0);
    EXPECT_THAT(pdf_text(output), HasSubstr("PETA KERJA"));
    EXPECT_THAT(pdf_text(output), HasSubstr("Kabupaten Beta dan Kabupaten Alfa"))
        << "the project's own, then the other";
    ASSERT_EQ(
        run({"--quiet", "export", path, "--sheet", "batas", "--series", "dispute", "-o", output})
            .code,
        0)
        << "one of many has its working sheet";
    EXPECT_THAT(pdf_text(output), HasSubstr("PETA KERJA"));
    const Answer papers = run({"dispute", "papers", path, "1", "-o", in_folder("berkas")});
    EXPECT_EQ(papers.code, 0) << papers.error;
    EXPECT_EQ(papers.out, in_folder("berkas/lampiran-koordinat.pdf") + "\n" +
                              in_folder("berkas/peta-kerja.pdf") + "\n")
        << "what goes along when it is handed over";
    EXPECT_THAT(pdf_text(in_folder("berkas/lampiran-koordinat.pdf")),
                AllOf(HasSubstr("Kabupaten Alfa dan Kabupaten Beta"), HasSubstr("batas daerah"),
                      HasSubstr("Alfa dan Beta")));
    ASSERT_EQ(run({"dispute", "advance", path, "1", "--to", "dilimpahkan_batas_daerah"}).code, 0);
    all_are_refused();
}

TEST_F(ReportCommand, TheSameDataGivesTheSameBytes) {
    const std::string path = two_points();
    for (const char* ending : {".docx", ".xlsx"}) {
        const std::vector<std::string> what{path, "--kind", "coordinates", "--segment", "1"};
        EXPECT_EQ(bytes(written(std::string("a") + ending, what)),
                  bytes(written(std::string("b") + ending, what)));
    }
}

TEST_F(ReportCommand, WhatCannotBeMadeIsRefusedAndNothingIsWritten) {
    const std::string path = project();
    const std::string before = listing();
    const auto refused = [&](std::vector<std::string> arguments, int code, const char* why) {
        arguments.insert(arguments.begin(), {"--lang", "en", "report", path});
        const Answer answer = run(arguments);
        EXPECT_EQ(answer.code, code) << answer.error;
        EXPECT_THAT(answer.error, HasSubstr(why));
        EXPECT_EQ(listing(), before);
    };
    const std::string output = in_folder("x.docx");
    refused({"--kind", "berita-acara", "-o", output}, 1, "--segment ID");
    refused({"--kind", "berita-acara", "--segment", "77", "-o", output}, 1, "no segment 77");
    refused({"--kind", "coordinates", "--dispute", "9", "-o", output}, 1, "no dispute 9");
    refused({"--kind", "accountability", "-o", output}, 1, "--body ID");
    refused({"--kind", "register", "--segment", "1", "-o", output}, 1, "leave out");
    refused({"--kind", "berita-acara", "--segment", "1", "-o", in_folder("x.xlsx")}, 1, "tables");
    refused({"--kind", "coordinates", "--segment", "1", "-o", in_folder("x.txt")}, 2, "x.txt");
    refused({"--kind", "coordinates", "-o", in_folder("x.xlsx")}, 1, "no turning points");
}

} // namespace
} // namespace antardesa::cli
