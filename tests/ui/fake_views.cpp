#include "fake_views.h"

#include "ui/icons.h"

namespace antardesa::ui {

namespace {

using namespace workspace;

void fill_left(FakeViews& f) {
    for (int i = 0; i < 9; ++i)
        f.layers.rows.push_back({static_cast<cartography::MapLayer>(i),
                                 "Lapisan " + std::to_string(i),
                                 "811",
                                 true,
                                 {}});
    f.filter.counts.by_stage_group = {7, 15, 2, 9};
    f.filter.counts.first_year = 2021;
    f.filter.counts.last_year = 2029;
    f.filter.active = true;
    f.filter.districts = {{{1}, "Kaliharjo Hilir"}, {{2}, "Girimakmur"}};
}

ListRow list_row(int id) {
    ListRow row;
    row.subject = {SubjectKind::agreement, id};
    row.cells.resize(5);
    row.cells[0].text = "12/PB/" + std::to_string(2000 + id);
    row.cells[1].text = "Air bersih " + std::to_string(id);
    row.cells[2].text = "4";
    row.cells[3].tag = {"Berjalan", Tone::green};
    row.cells[4].text = "31-12-2027";
    return row;
}

void fill_list(FakeViews& f) {
    f.list.tabs = {{ListKind::agreements, "Kerja sama", "33"}, {ListKind::villages, "Desa", "301"}};
    f.list.columns = {{"Nomor", 1, 90, false},
                      {"Judul", 2, 120, false},
                      {"Anggota", 0.4F, 40, true},
                      {"Tahap", 1, 80, false},
                      {"Berakhir", 1, 80, false}};
    for (int i = 1; i <= 30; ++i)
        f.list.rows.push_back(list_row(i));
    f.list.rows[1].selected = true;
}

void fill_card(FakeViews& f) {
    f.card.subject = {SubjectKind::village, 7};
    f.card.title = "Sumberrejo Hulu";
    f.card.subtitle = "99.01.10.2003 · Kec. Kaliharjo Hilir";
    f.card.facts = {{"692,4", "ha hitungan"}, {"698,0", "ha menurut SK"}};
    f.card.states = {{model::SegmentGroup::definitive, "Definitif 37 %", 0.37},
                     {model::SegmentGroup::disputed, "Sengketa 63 %", 0.63}};
    CardRow row{{SubjectKind::agreement, 3}, icon::gavel, {}, "Pasar desa", "2 desa", {}};
    row.tag = {"Habis 42 hari", Tone::amber};
    f.card.sections = {{"Ikatan", "4", {row}, "3 lagi"}};
}

std::string long_text(int words) {
    std::string text;
    for (int i = 0; i < words; ++i)
        text += "Sumberrejo-Kidul ";
    return text;
}

} // namespace

FrameViews FakeViews::views(const i18n::Catalogue& language) const {
    return {.language = language,
            .top_bar = top_bar,
            .layers = layers,
            .filter = filter,
            .list = list,
            .card = card,
            .map = map,
            .status = status,
            .history = history,
            .notices = notices,
            .import = import,
            .sheet = sheet,
            .keep = keep,
            .repair = repair,
            .proposal = proposal,
            .picture = picture,
            .view = view,
            .theme = theme,
            .scale_percent = scale_percent,
            .rules_name = rules_name,
            .lost_rules_name = lost_rules_name,
            .job = job,
            .has_project = !map.empty && !foreign,
            .shows_foreign_file = foreign,
            .can_edit = can_edit,
            .line = &line,
            .form_answer = &form_answer,
            .about =
                [] {
                    return AboutView{"AntarDesa 0.1.0",
                                     {{"Penggambar", "llvmpipe"}},
                                     {{"GDAL", "3.6.2", "MIT"}}};
                },
            .record =
                [this](RecordKey key) {
                    asked_record = key;
                    return record;
                },
            .records = [this] { return records; },
            .charts = [this] { return charts; },
            .degrees = [](geo::Point metres) { return std::optional(metres * 1e-5); },
            .palette = [this](const std::string&) { return entries; },
            .folder = [this](const std::filesystem::path&, bool) -> const FolderView& {
                return folder;
            },
            .target =
                [this](const std::filesystem::path& path) {
                    return std::optional(Target{path, existing.count(path) > 0, false});
                },
            .recent_files = [] { return std::vector<std::filesystem::path>{"/data/lama.gpkg"}; }};
}

FakeViews empty_views() {
    FakeViews f;
    f.top_bar.title = "AntarDesa";
    f.list.empty_text = "Belum ada kerja sama.";
    return f;
}

FakeViews typical_views() {
    FakeViews f;
    f.top_bar = {"Kabupaten Contoh", "kabupaten-contoh.gpkg", true, false, "", "", "37 langkah"};
    fill_left(f);
    fill_list(f);
    fill_card(f);
    f.map.empty = false;
    f.map.live_sentence = "24 kerja sama mengikat 61 desa.";
    f.map.metres_per_pixel = 20;
    f.map.legend_texts = {"Berjalan", "Rancangan"};
    f.map.legend.resize(2);
    f.status = {"07°34'42,18\" LS", "298 712 mT", "1 : 75.000", 75000, "UTM 49S", "3 dipilih", {}};
    f.status.jobs = {{"Memeriksa… 212 dari 301 desa", 0.7}};
    f.history.rows = {{2, "Ubah keadaan segmen", "Sri · 23 November 2026", false}};
    return f;
}

FakeViews overfull_views() {
    FakeViews f = typical_views();
    f.top_bar.title = f.top_bar.subtitle = long_text(20);
    for (auto& layer : f.layers.rows)
        layer.name = long_text(4);
    for (int i = 0; i < 200; ++i)
        f.filter.districts.push_back({{i + 10}, long_text(5)});
    for (auto& row : f.list.rows)
        row.cells[1].text = long_text(12);
    f.card.title = f.card.subtitle = long_text(10);
    f.card.facts.push_back({"12.345.678,9", long_text(6)});
    f.card.properties = {{long_text(4), long_text(30)}};
    for (int i = 0; i < 20; ++i)
        f.card.sections.push_back(
            {long_text(5), "40", {40, f.card.sections[0].rows[0]}, "36 lagi"});
    f.card.sections[1].rows[0].title = f.card.sections[1].rows[0].detail = long_text(9);
    f.map.live_sentence = long_text(20);
    f.map.legend_texts.assign(40, long_text(6));
    f.map.legend.resize(40);
    f.status.selection = long_text(2);
    f.status.jobs.assign(3, {long_text(20), -1});
    f.notices = {{1, Severity::error, long_text(30), "rincian", true, 5}};
    f.keep.trouble = KeepTrouble::changed;
    f.keep.banner = f.keep.summary = f.keep.read_only_reason = f.keep.backup_place = long_text(20);
    f.keep.project = f.keep.recoverable = "/data/kabupaten.gpkg";
    f.keep.checked = f.keep.can_accept = true;
    f.keep.findings.assign(300, {Severity::error, long_text(6), long_text(30)});
    return f;
}

} // namespace antardesa::ui
