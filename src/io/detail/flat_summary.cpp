#include "io/detail/flat_values.h"

namespace antardesa::io::detail {

namespace {

constexpr std::size_t text_size = 8;
constexpr std::size_t field_size = 8 + 1;
constexpr std::size_t layer_size = 8 + 8 + 8 + 1 + 8 + 1 + 8;

void put_box(FlatWriter& out, const geo::Box& box) {
    out.number(static_cast<std::uint8_t>(!box.empty()));
    if (box.empty())
        return;
    for (const double side : {box.min.x, box.min.y, box.max.x, box.max.y})
        out.number(side);
}

geo::Box take_box(FlatReader& in) {
    geo::Box box;
    if (!in.flag())
        return box;
    for (double* side : {&box.min.x, &box.min.y, &box.max.x, &box.max.y})
        *side = in.finite();
    if (box.empty())
        throw NotFlat();
    return box;
}

void put_texts(FlatWriter& out, const std::vector<std::string>& texts) {
    out.count(texts.size());
    for (const std::string& text : texts)
        out.text(text);
}

std::vector<std::string> take_texts(FlatReader& in) {
    std::vector<std::string> texts(in.count(text_size));
    for (std::string& text : texts)
        text = in.text();
    return texts;
}

void put_layer(FlatWriter& out, const LayerSummary& layer) {
    out.text(layer.name);
    out.number(layer.features);
    out.text(layer.geometry);
    encode(out, layer.crs);
    out.count(layer.fields.size());
    for (const LayerField& field : layer.fields) {
        out.text(field.name);
        out.number(static_cast<std::uint8_t>(field.type));
    }
    put_box(out, layer.box);
    encode(out, layer.findings);
}

LayerSummary take_layer(FlatReader& in) {
    LayerSummary layer;
    layer.name = in.text();
    layer.features = in.number<std::int64_t>();
    layer.geometry = in.text();
    layer.crs = decode_crs(in);
    layer.fields.resize(in.count(field_size));
    for (LayerField& field : layer.fields) {
        field.name = in.text();
        field.type = static_cast<FieldType>(in.below(3));
    }
    layer.box = take_box(in);
    layer.findings = decode_findings(in);
    return layer;
}

void put_raster(FlatWriter& out, const RasterSummary& raster) {
    for (const int number : {raster.width, raster.height, raster.bands})
        out.number(static_cast<std::int32_t>(number));
    out.text(raster.pixel_type);
    encode(out, raster.crs);
    put_box(out, raster.box);
}

RasterSummary take_raster(FlatReader& in) {
    RasterSummary raster;
    for (int* number : {&raster.width, &raster.height, &raster.bands}) {
        *number = in.number<std::int32_t>();
        if (*number < 0)
            throw NotFlat();
    }
    raster.pixel_type = in.text();
    raster.crs = decode_crs(in);
    raster.box = take_box(in);
    return raster;
}

} // namespace

void encode(FlatWriter& out, const FileSummary& summary) {
    out.number(static_cast<std::uint8_t>(summary.kind));
    out.count(summary.layers.size());
    for (const LayerSummary& layer : summary.layers)
        put_layer(out, layer);
    out.number(static_cast<std::uint8_t>(summary.raster.has_value()));
    if (summary.raster)
        put_raster(out, *summary.raster);
    put_texts(out, summary.columns);
    out.number(summary.rows);
    put_texts(out, summary.entries);
    encode(out, summary.findings);
}

FileSummary decode_file_summary(FlatReader& in) {
    FileSummary summary;
    summary.kind = static_cast<FileKind>(in.below(5));
    const std::size_t layers = in.count(layer_size);
    for (std::size_t i = 0; i < layers; ++i)
        summary.layers.push_back(take_layer(in));
    if (in.flag())
        summary.raster = take_raster(in);
    summary.columns = take_texts(in);
    summary.rows = in.number<std::int64_t>();
    summary.entries = take_texts(in);
    summary.findings = decode_findings(in);
    return summary;
}

} // namespace antardesa::io::detail
