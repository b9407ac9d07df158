#include "io/geo_pdf.h"

#include "base/result.h"
#include "io/sample_files.h"

#include <gmock/gmock.h>

using namespace antardesa;
using namespace antardesa::io;
using namespace antardesa::io::testing;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

/// A plain PDF of A4 pages with a line on each.
std::string plain_pdf(int pages) {
    std::string pdf = "%PDF-1.5\n";
    std::vector<std::size_t> offsets;
    const auto object = [&](const std::string& body) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    std::string kids;
    for (int i = 0; i < pages; ++i)
        kids += std::to_string(3 + 2 * i) + " 0 R ";
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(pages) + " >>");
    for (int i = 0; i < pages; ++i) {
        object(
            "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Resources << >> /Contents " +
            std::to_string(4 + 2 * i) + " 0 R >>");
        object("<< /Length 25 >>\nstream\n0 0 m 100 100 l S        \nendstream");
    }
    const std::size_t table = pdf.size();
    pdf += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        const std::string digits = std::to_string(offset);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size " + std::to_string(offsets.size() + 1) +
           " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

GeoPage page(int number) {
    GeoPage result{number, crs::utm({49, true}), {430000, 9140000}, 17.6388889, -17.6388889, {}};
    result.neatline = {{430500, 9139500},
                       {440000, 9139500},
                       {440000, 9126000},
                       {430500, 9126000},
                       {430500, 9139500}};
    return result;
}

void georeference(const std::filesystem::path& path, const std::vector<GeoPage>& pages) {
    Progress progress;
    georeference_pdf(path, pages, progress);
}

int count(const std::string& text, const std::string& word) {
    int found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

} // namespace

TEST(GeoreferencePdf, PlacesEveryPage) {
    const TemporaryFolder folder;
    const auto path = folder.write("peta.pdf", plain_pdf(3));
    georeference(path, {page(1), page(2), page(3)});
    const std::string pdf = bytes_of(path);
    EXPECT_EQ(count(pdf, "/GPTS"), 3);
    EXPECT_GE(count(pdf, "/Measure"), 3);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"peta.pdf"});
}

TEST(GeoreferencePdf, GivesTheSameBytes) {
    const TemporaryFolder folder;
    const auto one = folder.write("a.pdf", plain_pdf(2));
    const auto two = folder.write("b.pdf", plain_pdf(2));
    georeference(one, {page(1), page(2)});
    georeference(two, {page(1), page(2)});
    EXPECT_EQ(bytes_of(one), bytes_of(two));
}

TEST(GeoreferencePdf, IsStoppedBetweenPages) {
    const TemporaryFolder folder;
    const std::string before = plain_pdf(2);
    const auto path = folder.write("a.pdf", before);
    std::stop_source stop;
    stop.request_stop();
    Progress progress(stop.get_token());
    EXPECT_THROW(georeference_pdf(path, {page(1), page(2)}, progress), Cancelled);
    EXPECT_EQ(bytes_of(path), before);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"a.pdf"});
}

TEST(GeoreferencePdf, KeepsWhatStoodThere) {
    const TemporaryFolder folder;
    const std::string before = plain_pdf(1);
    const auto path = folder.write("a.pdf", before);
    georeference(path, {});
    EXPECT_EQ(bytes_of(path), before);
    georeference(path, {page(1)});
    EXPECT_EQ(bytes_of(path).substr(0, before.size()), before);
}

TEST(GeoreferencePdf, LeavesTheFileAloneWhenItCannot) {
    const TemporaryFolder folder;
    const std::string before = plain_pdf(1);
    const auto path = folder.write("a.pdf", before);
    EXPECT_THROW(georeference(path, {page(1), page(7)}), Error);
    GeoPage degrees = page(1);
    degrees.crs = crs::wgs84();
    EXPECT_THROW(georeference(path, {degrees}), Error);
    EXPECT_EQ(bytes_of(path), before);
    const auto no_pdf = folder.write("b.pdf", "kosong");
    EXPECT_THROW(georeference(no_pdf, {page(1)}), Error);
    EXPECT_THROW(georeference(folder / "c.pdf", {page(1)}), Error);
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"a.pdf", "b.pdf"}));
}
