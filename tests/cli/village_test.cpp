#include "shell.h"

#include <gmock/gmock.h>

namespace antardesa::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

using Villages = Shell;

TEST_F(Villages, EachFactIsSaidWithItsName) {
    const std::string path = project();
    ASSERT_EQ(
        run({"village", path, "99.01.01.2001", "--formed", "2-5-1981", "--official-area", "351.2"})
            .code,
        0);
    const Answer answer = run({"village", path, "99.01.01.2001"});
    EXPECT_THAT(answer.out, HasSubstr("Terbentuk\t02-05-1981\n"));
    EXPECT_THAT(answer.out, HasSubstr("Luas menurut SK\t351,20 ha\n"));
    EXPECT_THAT(answer.out, HasSubstr("Kecamatan\tTanjungasri\n"));
    EXPECT_THAT(answer.out, Not(HasSubstr("Dahulu")));
    EXPECT_THAT(run({"--lang", "en", "village", path, "99.01.01.2001"}).out,
                HasSubstr("Area by decree\t351.20 ha\n"));
}

TEST_F(Villages, AFormerCodeLeadsToWhoHasItsSuccessor) {
    const std::string path = project();
    std::string newer = bytes(three_villages());
    const std::size_t at = newer.find("99.01.01.2001");
    ASSERT_NE(at, std::string::npos);
    newer.replace(at, 13, "99.01.01.2011");
    write("baru.geojson", newer);
    ASSERT_EQ(run({"import", in_folder("baru.geojson"), path, "--json"}).code, 0);
    const Answer former = run({"village", path, "99.01.01.2001"});
    EXPECT_EQ(former.code, 1);
    EXPECT_THAT(former.error, HasSubstr("dahulu milik Sukamaju, kini 99.01.01.2011"));
    EXPECT_THAT(run({"village", path, "99.01.01.2011"}).out, HasSubstr("Dahulu\t99.01.01.2001"));
    EXPECT_THAT(run({"suggest", path, "--village", "99.01.01.2001"}).error,
                HasSubstr("99.01.01.2011"));
    EXPECT_THAT(run({"village", path, "99.01.01.2099"}).error,
                HasSubstr("Tidak ada satu desa dengan kode"));
}

} // namespace
} // namespace antardesa::cli
