#include "dispute_case.h"
#include "paper_text.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class Dispute : public DisputeCase {};

TEST_F(Dispute, IsWorkedFromOverlappingClaimsToThePerbup) {
    const std::string path = disputed_project();
    EXPECT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(propose(path, {"--method", "equal-area", "--share", "60:40", "--save", "B"}).code, 0);
    const json::Value kept =
        propose(path, {"--method", "equal-area", "--share", "60:40", "--json"}).json();
    const double gain = kept["ledger"].array()[0]["delta_m2"].number();
    ASSERT_GT(gain, 1000);
    const auto area = [&](std::size_t village) {
        return run({"list", path, "villages", "--json"})
            .json()["items"]
            .array()[village]["area_m2"]
            .number();
    };
    const double first = area(0);
    const double second = area(1);
    const Answer agreed =
        with_paper("accept", path, {"--scenario", "B", "--place", "Kantor Kecamatan"}, "9/BA/2026",
                   "2026-11-20");
    ASSERT_EQ(agreed.code, 0) << agreed.error;
    EXPECT_EQ(state(path), "sepakat");
    EXPECT_EQ(segment_state(path), "sepakat");
    EXPECT_THAT(agreed.out, HasSubstr("0 tetap"));
    const json::Value annex = run({"points", path, "--segment", "1", "--json"}).json();
    const json::Array& points = annex["points"].array();
    ASSERT_GE(points.size(), 3U) << "both ends and the bend";
    EXPECT_EQ(points[0]["number"].string(), "000");
    EXPECT_EQ(points[1]["number"].string(), "001");
    EXPECT_EQ(points[points.size() - 1]["number"].string(), "000");
    EXPECT_NEAR(area(0) - first, gain, 1);
    EXPECT_NEAR(area(1) - second, -gain, 1) << "both neighbours move together";
    const json::Value checked = run({"check", path, "--json"}).json();
    EXPECT_EQ(checked["overlaps"].array().size(), 0U);
    EXPECT_EQ(checked["gaps"].array().size(), 0U);
    const json::Value newest = run({"history", path, "--json"}).json()["edits"].array()[0];
    EXPECT_THAT(newest["document"].string(), HasSubstr("9/BA/2026"));
    EXPECT_EQ(run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o",
                   in_folder("ba.docx")})
                  .code,
              0);
    const Answer enacted =
        with_paper("advance", path, {"--to", "selesai_perbup"}, "12/2026", "2026-11-25");
    ASSERT_EQ(enacted.code, 0) << enacted.error;
    EXPECT_EQ(state(path), "selesai_perbup");
    EXPECT_EQ(segment_state(path), "perbup") << "the line is definitive by the same paper";
    EXPECT_THAT(run({"compliance", path, "--json"}).out, HasSubstr("V12"))
        << "a Perbup heals no missing signature";
    everyone_signs(path);
    EXPECT_EQ(run({"compliance", path, "--json"}).out.find("V12"), std::string::npos);
    for (int step = 0; step < 4; ++step)
        ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(segment_state(path), "sepakat");
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(run({"points", path, "--segment", "1", "--json"}).json()["points"].array().size(),
              0U);
    EXPECT_EQ(state(path), "fasilitasi_camat");
    EXPECT_NEAR(area(0), first, 1e-6) << "the boundary is where it was";
}

TEST_F(Dispute, MinutesArePrintedAgainAsTheyWereAfterThePerbup) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2024-03-04"}).code,
              0);
    ASSERT_EQ(
        dispute("record", path,
                {"--kind", "evidence", "--set", "kode_desa=99.01.01.2001", "--set", "jenis=peta",
                 "--set", "judul=Peta blok", "--set", "penerbit=KPP Contoh", "--set", "tahun=2004"})
            .code,
        0);
    const std::string name = "Drs. H. Abdurrahman Wahid Suryaningrat Kusumaatmadja, M.Si.";
    ASSERT_EQ(dispute("record", path,
                      {"--kind", "signatory", "--set", "peran=kepala_desa", "--set",
                       "kode_desa=99.01.01.2001", "--set", "nama=" + name, "--set",
                       "nomor_berita_acara=1/BA-A"})
                  .code,
              0);
    EXPECT_EQ(signs(path, {"nama=Budi", "peran=kepala_desa", "kode_desa=99.01.01.2002",
                           "nomor_berita_acara=2/BA-B"}),
              0);
    EXPECT_EQ(signs(path, {"nama=Rahmat", "peran=fasilitator"}), 0);
    EXPECT_EQ(meets(path, "2024-03-18"), 0);
    const std::string number = "140/0001/KESEPAKATAN-BATAS-DESA/SUMBERAGUNG-TANJUNGASRI/2024";
    ASSERT_EQ(with_paper("accept", path, {"--scenario", "A"}, number, "2024-03-18").code, 0);
    const auto minutes = [&] {
        const std::string file = in_folder("ba.docx");
        std::filesystem::remove(file);
        EXPECT_EQ(
            run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", file}).code, 0);
        return docx_text(file);
    };
    const std::string signed_then = minutes();
    EXPECT_THAT(signed_then, HasSubstr("Peta blok"));
    EXPECT_THAT(signed_then, HasSubstr("KPP Contoh"));
    EXPECT_THAT(signed_then, HasSubstr("Peraturan Pemerintah Nomor 43 Tahun 2014"));
    EXPECT_THAT(signed_then, Not(HasSubstr("Nomor 16 Tahun 2026"))) << "not in force in 2024";
    EXPECT_THAT(signed_then, Not(HasSubstr("dicabut")));
    EXPECT_THAT(signed_then, Not(HasSubstr("DRAF")));
    ASSERT_EQ(with_paper("advance", path, {"--to", "selesai_perbup"}, "21/2024", "2024-10-14").code,
              0);
    const std::string printed_again = minutes();
    EXPECT_THAT(printed_again, HasSubstr(number));
    EXPECT_THAT(printed_again, Not(HasSubstr("21/2024"))) << "of after the meeting";
    EXPECT_THAT(printed_again, Not(HasSubstr("DRAF")));
    EXPECT_THAT(printed_again, HasSubstr("BERITA ACARA KESEPAKATAN"));
    const auto state_in = [](const std::string& text) {
        const std::size_t at = text.find("Keadaan perkara");
        return at == std::string::npos ? "" : text.substr(at, text.find('.', at) - at);
    };
    EXPECT_THAT(state_in(signed_then), HasSubstr("001/SB/2026"));
    EXPECT_EQ(state_in(printed_again), state_in(signed_then)) << "the state of that day";
    EXPECT_THAT(printed_again, HasSubstr("bertempat di Kantor kecamatan"));
    const std::string page = in_folder("ba.pdf");
    ASSERT_EQ(run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", page}).code,
              0);
    const std::string text = pdf_text(page);
    EXPECT_THAT(text, HasSubstr("Kusumaatmadja, M.Si.")) << "no part of a name is missing";
    EXPECT_THAT(text, HasSubstr("TANJUNGASRI/2024"));
}

TEST_F(Dispute, MinutesKeepTheLawThatTheyCitedWhateverBecomesOfTheList) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2024-03-04"}).code,
              0);
    ASSERT_EQ(with_paper("accept", path, {"--scenario", "A"}, "07/BA/2024", "2024-03-18").code, 0);
    const auto minutes = [&] {
        const std::string file = in_folder("ba.docx");
        std::filesystem::remove(file);
        EXPECT_EQ(
            run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", file}).code, 0);
        return docx_text(file);
    };
    ASSERT_THAT(minutes(), HasSubstr("Nomor 45 Tahun 2016"));
    const std::string law = in_folder("dasar_hukum.csv");
    write("dasar_hukum.csv",
          "id,jenis,nomor,tahun,judul,berlaku_sejak,dicabut_sejak,dicabut_oleh\n"
          "1,Permendagri,45,2016,Judul yang lain,2016-06-27,2024-01-01,Permendagri 9/2024\n");
    ASSERT_EQ(run({"register", "import", law, path}).code, 0);
    const std::string again = minutes();
    EXPECT_THAT(again, HasSubstr("Nomor 45 Tahun 2016"));
    EXPECT_THAT(again, Not(HasSubstr("dicabut")));
    EXPECT_THAT(again, Not(HasSubstr("Judul yang lain")));
    const std::string kept = in_folder("dokumen.csv");
    ASSERT_EQ(run({"register", "export", path, "--name", "dokumen", "-o", kept}).code, 0);
    EXPECT_THAT(bytes(kept), HasSubstr("Nomor 45 Tahun 2016"));
}

TEST_F(Dispute, MinutesThatNobodyIsRecordedToSignAreADraftAndSayWhy) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA/2026", "2026-11-20").code, 0);
    const auto printed = [&](const std::string& name) {
        const std::string file = in_folder(name);
        std::filesystem::remove(file);
        EXPECT_EQ(
            run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", file}).code, 0);
        return name.ends_with("docx") ? docx_text(file) : pdf_text(file);
    };
    for (const char* name : {"ba.docx", "ba.pdf"})
        EXPECT_THAT(printed(name), HasSubstr("DRAF"));
    const std::string why = "penanda tangan belum tercatat, yaitu Kepala Desa Asri 1, Kepala Desa "
                            "Asri 2, dan Camat Tanjungasri";
    EXPECT_THAT(printed("ba.docx"), HasSubstr(why));
    EXPECT_THAT(printed("ba.docx"),
                HasSubstr("nomor berita acara menurut Desa Asri 1 dan Desa Asri 2 belum tercatat"));
    everyone_signs(path);
    EXPECT_THAT(printed("ba.docx"),
                AllOf(HasSubstr("DRAF: tempat pertemuan"), Not(HasSubstr("nomor berita acara"))));
    EXPECT_EQ(meets(path, "2026-11-20"), 0);
    for (const char* name : {"ba.docx", "ba.pdf"})
        EXPECT_THAT(printed(name), Not(HasSubstr("DRAF")));
    EXPECT_THAT(printed("ba.docx"), Not(HasSubstr("belum tercatat")));
}

TEST_F(Dispute, MinutesOfAFacilitationWithoutAgreementAreFinalWithoutALine) {
    const std::string path = disputed_project();
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    EXPECT_EQ(meets(path, "2026-11-12"), 0);
    EXPECT_EQ(meets(path, "2026-11-20", "tidak_sepakat"), 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "tidak_sepakat"}).code, 0);
    const auto minutes = [&] {
        const std::string file = in_folder("ba.docx");
        std::filesystem::remove(file);
        EXPECT_EQ(
            run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", file}).code, 0);
        return docx_text(file);
    };
    EXPECT_THAT(minutes(), HasSubstr("DRAF")) << "nobody signed it";
    everyone_signs(path);
    const std::string text = minutes();
    EXPECT_THAT(text, AllOf(HasSubstr("KETIDAKSEPAKATAN"), Not(HasSubstr("DRAF")),
                            Not(HasSubstr("LAMPIRAN")), Not(HasSubstr("titik kartometrik"))));
    EXPECT_THAT(text, HasSubstr("(20-11-2026)")) << "the day on which they signed";
    EXPECT_THAT(text, HasSubstr("Pertemuan tanggal 12 November 2026"));
    EXPECT_THAT(text, HasSubstr("tidak mencapai kesepakatan tentang garis batas Desa Asri 1"));
    // The Bupati decides later: the minutes say nothing of that.
    ASSERT_EQ(dispute("advance", path, {"--to", "keputusan_bupati"}).code, 0);
    ASSERT_EQ(with_paper("advance", path, {"--to", "selesai_perbup"}, "12/2026", "2026-11-24").code,
              0);
    EXPECT_THAT(minutes(), AllOf(HasSubstr("KETIDAKSEPAKATAN"), HasSubstr("(20-11-2026)"),
                                 Not(HasSubstr("12/2026")), Not(HasSubstr("selesai dengan"))));
}

TEST_F(Dispute, AStepWithoutAStartIsTakenAndSaysSo) {
    const std::string path = disputed_project();
    const Answer step = dispute("advance", path, {"--to", "fasilitasi_camat"});
    EXPECT_EQ(step.code, 0) << step.error;
    EXPECT_THAT(step.out + step.error, HasSubstr("--start"));
    const Answer again = dispute("advance", path, {"--to", "selesai_perbup"});
    EXPECT_THAT(again.error, HasSubstr("fasilitasi Camat"));
    EXPECT_THAT(again.error, Not(HasSubstr("fasilitasi_camat"))) << "words, no stored codes";
}

TEST_F(Dispute, TakesNoStepThatTheLawDoesNotKnow) {
    const std::string path = disputed_project();
    const std::string before = bytes(path);
    const Answer skipped =
        with_paper("advance", path, {"--to", "selesai_perbup"}, "12/2026", "2026-11-25");
    EXPECT_EQ(skipped.code, 1);
    EXPECT_THAT(skipped.error, HasSubstr("fasilitasi Camat")) << "what is possible is said";
    EXPECT_EQ(dispute("advance", path, {"--to", "fasilitasi_bupati"}).code, 1);
    EXPECT_EQ(dispute("advance", path, {"--to", "selesai"}).code, 2);
    EXPECT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "kemarin"}).code, 2);
    EXPECT_EQ(bytes(path), before);
}

TEST_F(Dispute, WhatWasNotAgreedTheBupatiEndsWithALine) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "equal-area", "--share", "60:40", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(dispute("advance", path, {"--to", "tidak_sepakat"}).code, 0);
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "A"}, "12/2026", "2026-11-24").code, 1)
        << "nobody has decided yet";
    ASSERT_EQ(dispute("advance", path, {"--to", "keputusan_bupati"}).code, 0);
    const auto by = [&](const char* kind) {
        return dispute("accept", path,
                       {"--scenario", "A", "--document-kind", kind, "--document-number", "12/2026",
                        "--document-date", "2026-11-24", "--document-title", "Batas Desa"});
    };
    EXPECT_EQ(by("berita_acara").code, 1) << "the villages did not agree";
    const Answer enacted = by("perbup");
    ASSERT_EQ(enacted.code, 0) << enacted.error;
    EXPECT_EQ(state(path), "selesai_perbup");
    EXPECT_EQ(segment_state(path), "perbup");
    EXPECT_GE(run({"points", path, "--segment", "1", "--json"}).json()["points"].array().size(),
              3U);
    const std::string minutes = in_folder("ba.pdf");
    ASSERT_EQ(run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", minutes}).code,
              0);
    EXPECT_THAT(run({"history", path}).out, HasSubstr("ditetapkan Perbup menurut usulan"));
    ASSERT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(state(path), "keputusan_bupati");
}

TEST_F(Dispute, IsReopenedOnlyByAPaperThatCan) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA", "2026-11-09").code, 1)
        << "older than the facilitation";
    ASSERT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA", "2026-11-20").code, 0);
    const auto reopened = [&](const char* kind, const char* date) {
        return dispute("advance", path,
                       {"--to", "fasilitasi_camat", "--start", "2026-11-24", "--document-kind",
                        kind, "--document-number", "5", "--document-date", date, "--document-title",
                        "Pembukaan"});
    };
    EXPECT_EQ(reopened("sk", "2026-11-19").code, 1) << "older than the agreement";
    ASSERT_EQ(with_paper("advance", path, {"--to", "selesai_perbup"}, "12/2026", "2026-11-23").code,
              0);
    EXPECT_THAT(reopened("peta", "2026-11-24").error, HasSubstr("putusan pengadilan"));
    EXPECT_EQ(reopened("putusan", "2026-11-24").code, 0);
    EXPECT_EQ(state(path), "fasilitasi_camat");
}

TEST_F(Dispute, IsAgreedOnlyDuringFacilitationAndWithMinutes) {
    const std::string path = disputed_project();
    ASSERT_EQ(propose(path, {"--method", "midline", "--save", "A"}).code, 0);
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA/2026", "2026-11-20").code, 1);
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat"}).code, 0);
    EXPECT_EQ(dispute("accept", path, {"--scenario", "A"}).code, 1);
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "Z"}, "9/BA/2026", "2026-11-20").code, 1);
    EXPECT_EQ(state(path), "fasilitasi_camat");
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "A"}, "9/BA/2026", "2026-11-20").code, 0);
    EXPECT_EQ(with_paper("accept", path, {"--scenario", "A"}, "10/BA/2026", "2026-11-21").code, 1)
        << "what is agreed is not agreed again without being reopened";
    EXPECT_EQ(run({"list", path, "documents", "--json"}).out.find("10/BA/2026"), std::string::npos);
    EXPECT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat"}).code, 1)
        << "reopening needs a document";
    EXPECT_EQ(
        with_paper("advance", path, {"--to", "fasilitasi_camat"}, "3/SK/2026", "2026-11-25").code,
        0);
}

TEST_F(Dispute, AStateThatNoStepLeadsToIsSaidWhenTheProjectIsOpened) {
    const std::string path = disputed_project();
    EXPECT_THAT(run({"integrity", path}).out, testing::Not(HasSubstr("001/SB/2026")));
    const std::string command =
        "python3 -c \"import sqlite3; d = sqlite3.connect('" + path +
        "'); [d.create_function(f, 1, lambda g: 0) for f in "
        "('ST_IsEmpty', 'ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY')]; "
        "d.execute('UPDATE sengketa_batas SET status = \\'selesai_perbup\\''); d.commit()\"";
    ASSERT_EQ(std::system(command.c_str()), 0);
    ASSERT_EQ(run({"integrity", path, "--accept"}).code, 0) << "a person declares the rows right";
    const json::Value checked = run({"integrity", path, "--json"}).json();
    ASSERT_EQ(checked["findings"].array().size(), 1U);
    EXPECT_EQ(checked["findings"].array()[0]["code"].string(), "unlawful_case");
    EXPECT_THAT(run({"compliance", path, "--json"}).out, HasSubstr("V12"));
    EXPECT_THAT(run({"info", path, "--json"}).out, HasSubstr("unlawful_case"));
    EXPECT_THAT(run({"info", path}).out + run({"info", path}).error, HasSubstr("001/SB/2026"));
}

TEST_F(Dispute, IsReportedOnASegment) {
    const std::string path = disputed_project();
    const Answer answer =
        run({"dispute", "report", path, "--segment", "1", "--subject", "Letak sungai"});
    ASSERT_EQ(answer.code, 0) << answer.error;
    EXPECT_THAT(answer.out, HasSubstr("2"));
    EXPECT_EQ(segment_state(path), "sengketa");
    EXPECT_EQ(run({"dispute", "report", path, "--segment", "9", "--subject", "x"}).code, 1);
    EXPECT_EQ(run({"dispute", "show", path, "7"}).code, 1);
    const Answer shown = run({"dispute", "show", path, "2"});
    EXPECT_THAT(shown.out, HasSubstr("fasilitasi_camat"));
}

TEST_F(Dispute, AnOverlapOfTheCheckBecomesACase) {
    write("tumpang.geojson",
          R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"KDEPUM":)"
          R"("99.01.01.2001","NAMOBJ":"Asri 1","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":)"
          R"("Provinsi Contoh"},"geometry":{"type":"Polygon","coordinates":[[[109,-7],[109.01,-7],)"
          R"([109.01,-6.998],[109.012,-6.995],[109.01,-6.992],[109.01,-6.99],[109,-6.99],)"
          R"([109,-7]]]}},{"type":"Feature","properties":{"KDEPUM":"99.01.01.2002","NAMOBJ":)"
          R"("Asri 2","WADMKC":"Tanjungasri","WADMKK":"Contoh","WADMPR":"Provinsi Contoh"},)"
          R"("geometry":{"type":"Polygon","coordinates":[[[109.01,-7],[109.02,-7],[109.02,-6.99],)"
          R"([109.01,-6.99],[109.01,-6.992],[109.009,-6.995],[109.01,-6.998],[109.01,-7]]]}}]})");
    const std::string path = in_folder("tumpang.gpkg");
    ASSERT_EQ(run({"--quiet", "import", in_folder("tumpang.geojson"), path}).code, 0);
    EXPECT_EQ(run({"dispute", "report", path, "--finding", "1", "--segment", "1"}).code, 2);
    ASSERT_EQ(run({"check", path, "--save"}).code, 0);
    const auto held_by = [&](const std::string& code) {
        return run({"dispute", "report", path, "--finding", "1", "--holder", code});
    };
    EXPECT_THAT(held_by("99.01.01.2009").error, HasSubstr("99.01.01.2009"));
    EXPECT_THAT(held_by("99.01.01.2001").error, HasSubstr("diklaim tiga desa"));
    const Answer made = run({"dispute", "report", path, "--finding", "1"});
    ASSERT_EQ(made.code, 0) << made.error;
    EXPECT_THAT(made.out, HasSubstr("hanya sementara")) << "as the window says";
    EXPECT_EQ(dispute("show", path, {"--json"}).json()["claims"].array().size(), 2U);
    const json::Value half = propose(path, {"--method", "midline", "--json"}).json();
    EXPECT_GT(half["contested"]["area_m2"].number(), 1e5);
    EXPECT_EQ(run({"undo", path}).code, 0);
    EXPECT_EQ(dispute("show", path, {}).code, 1) << "one step takes it back";
    ASSERT_EQ(run({"redo", path}).code, 0);
    // The same case to its end.
    ASSERT_EQ(dispute("advance", path, {"--to", "fasilitasi_camat", "--start", "2026-11-10"}).code,
              0);
    ASSERT_EQ(propose(path, {"--method", "equal-area", "--share", "60:40", "--save", "A"}).code, 0);
    const Answer agreed =
        with_paper("accept", path, {"--scenario", "A"}, "9/BA/2026", "2026-11-20");
    ASSERT_EQ(agreed.code, 0) << agreed.error;
    const json::Value checked = run({"check", path, "--json"}).json();
    EXPECT_EQ(checked["overlaps"].array().size(), 0U);
    EXPECT_EQ(checked["gaps"].array().size(), 0U);
    ASSERT_EQ(with_paper("advance", path, {"--to", "selesai_perbup"}, "12/2026", "2026-11-25").code,
              0);
    EXPECT_EQ(segment_state(path), "perbup");
    EXPECT_EQ(
        run({"report", path, "--kind", "berita-acara", "--dispute", "1", "-o", in_folder("ba.pdf")})
            .code,
        0);
}

} // namespace
} // namespace antardesa::cli
