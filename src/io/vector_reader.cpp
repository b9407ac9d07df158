#include "io/vector_reader.h"

#include "base/result.h"
#include "base/text.h"
#include "io/detail/code_checks.h"
#include "io/detail/finding_list.h"
#include "io/detail/outline_checks.h"
#include "io/detail/plausibility.h"
#include "io/detail/source.h"
#include "io/detail/stray_outlines.h"

#include <map>
#include <type_traits>

namespace antardesa::io {

namespace {

using namespace detail;

/// Exchanges what a person said is exchanged, and judges anew from finding number `before` on.
void swap_axes(FeatureTable& table, std::size_t before) {
    for (Feature& feature : table.features)
        geo::for_each_vertex(feature.geometry,
                             [](geo::Point& point) { std::swap(point.x, point.y); });
    for (Finding& finding : table.findings)
        if (finding.place)
            std::swap(finding.place->longitude, finding.place->latitude);
    table.findings.resize(before);
    FindingList(table.findings)
        .add(Severity::information, "axes_exchanged", table.layer, {table.layer});
    check_plausibility(table);
}

void settle_crs(LayerReading& reading, const ReadOptions& options) {
    FeatureTable& table = reading.table;
    const std::optional<crs::Crs>& assumed = options.assumed_crs;
    FindingList findings(table.findings);
    table.crs = reading.crs;
    if (!table.crs && reading.crs_named)
        findings.add(Severity::warning, "unknown_crs", table.layer, {table.layer});
    if (!table.crs && assumed) {
        table.crs = assumed;
        findings.add(Severity::information, "assumed_crs", table.layer,
                     {table.layer, table.crs->name()});
    }
    if (table.crs) {
        const std::size_t before = table.findings.size();
        check_plausibility(table);
        if (options.swap_axes && axes_are_swapped(table))
            swap_axes(table, before);
        if (!assumed || !contradicts_its_crs(table))
            return;
        table.findings.resize(before);
        findings.add(Severity::information, "crs_overruled", table.layer,
                     {table.layer, table.crs->name(), assumed->name()});
        table.crs = assumed;
        return check_plausibility(table);
    }
    const auto guess = plausible_crs(bounds(table));
    Finding missing{Severity::error, "missing_crs", table.layer, std::nullopt, {}};
    missing.message = guess ? Message{"io.missing_crs", {table.layer, guess->name()}}
                            : Message{"io.missing_crs_unguessed", {table.layer}};
    findings.add(std::move(missing));
}

void note_what_is_no_land(FeatureTable& table) {
    FindingList findings(table.findings);
    if (table.features.empty())
        return findings.add(Severity::warning, "no_features", table.layer, {table.layer});
    bool other = false;
    for (const Feature& feature : table.features) {
        if (std::holds_alternative<geo::PolygonSet>(feature.geometry))
            return;
        other = other || !std::holds_alternative<std::monostate>(feature.geometry);
    }
    findings.add(Severity::warning, other ? "no_areas" : "no_outlines", table.layer,
                 {table.layer, std::to_string(table.features.size())});
}

/// One layer from beginning to end: rows, texts, system, checks.
FeatureTable read_layer(const Source& source, std::size_t layer, const ReadOptions& options,
                        Progress& progress) {
    LayerReading reading;
    source.read(layer, reading, progress);
    const bool told = !options.encoding.empty() && reading.encoding.encoding != Encoding::utf8;
    decode_texts(reading.table, told ? encoding_by_name(options.encoding) : reading.encoding);
    settle_crs(reading, options);
    note_what_is_no_land(reading.table);
    check_outlines(reading.table, progress);
    if (reading.table.crs && !contradicts_its_crs(reading.table))
        check_strays(reading.table);
    return std::move(reading.table);
}

struct ChosenLayer {
    std::unique_ptr<Source> source;
    std::size_t layer = 0;
};

/// "b/ok" of "b/ok.shp": what tells sets of an archive apart whose layers have one name.
std::string set_name(const VectorSource& source) {
    return source.shown.substr(0, source.shown.rfind('.'));
}

bool is_called(const std::string& wanted, const VectorSource& source, const std::string& layer) {
    return wanted == layer || wanted == source.shown || wanted == set_name(source) ||
           wanted == set_name(source) + "/" + layer;
}

/// Layers of one name, in different sets, get the name that reaches each.
void tell_apart(std::vector<LayerSummary>& layers, const std::vector<std::string>& sets) {
    std::map<std::string, int> count;
    std::map<std::string, int> in_set;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        ++count[layers[i].name];
        ++in_set[sets[i]];
    }
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (count[layers[i].name] > 1)
            layers[i].name = in_set[sets[i]] == 1 ? sets[i] : sets[i] + "/" + layers[i].name;
}

/// A set of an archive that cannot be read is a finding while another set can; where none can,
/// the file as a whole is refused for the reason of the first.
class Refusals {
  public:
    Refusals(const LocatedSources& located, std::vector<Finding>& findings)
        : sets_(located.sources.size()), findings_(findings) {}

    /// What `read` gives; its default where it throws.
    template<class Read>
    std::invoke_result_t<Read> or_note(const VectorSource& source, const Read& read) {
        try {
            return read();
        } catch (const Error& error) {
            if (++count_ == sets_)
                throw Error(first_.value_or(error.message()));
            first_ = first_.value_or(error.message());
            FindingList findings(findings_);
            findings.add(error, source.shown);
            findings.add(Severity::information, "set_left_out", source.shown, {source.shown});
        }
        return {};
    }

  private:
    std::size_t sets_;
    std::size_t count_ = 0;
    std::optional<Message> first_;
    std::vector<Finding>& findings_;
};

// Later sources are opened only while nothing suits, so that a large archive costs one layer.
ChosenLayer choose_layer(const LocatedSources& located, const std::string& wanted,
                         const Session& session, const Progress& progress,
                         std::vector<Finding>& findings) {
    ChosenLayer first;
    Refusals refusals(located, findings);
    for (const VectorSource& candidate : located.sources) {
        const auto open = [&] { return open_source(candidate, session, progress); };
        std::unique_ptr<Source> source = !wanted.empty() && is_called(wanted, candidate, {})
                                             ? open()
                                             : refusals.or_note(candidate, open);
        if (!source)
            continue;
        const auto& layers = source->layers();
        for (std::size_t i = 0; i < layers.size(); ++i)
            if (wanted.empty() ? layers[i].geometry == "polygon"
                               : is_called(wanted, candidate, layers[i].name))
                return {std::move(source), i};
        if (wanted.empty() && !first.source && !layers.empty())
            first = {std::move(source), 0};
    }
    return first;
}

template<class Row>
void append(std::vector<Row>& target, const std::vector<Row>& more) {
    target.insert(target.end(), more.begin(), more.end());
}

/// Nobody asked for a layer, and one was chosen: the others of its data set are named.
void note_other_layers(const ChosenLayer& chosen, const std::string& shown,
                       std::vector<Finding>& findings) {
    std::vector<std::string> names;
    std::int64_t features = 0;
    bool areas = false;
    const auto& layers = chosen.source->layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (i == chosen.layer || layers[i].features <= 0)
            continue;
        names.push_back(layers[i].name);
        features += layers[i].features;
        areas = areas || layers[i].geometry == "polygon" || layers[i].geometry == "mixed";
    }
    if (!names.empty())
        FindingList(findings).add(areas ? Severity::warning : Severity::information, "other_layers",
                                  shown,
                                  {shown, layers[chosen.layer].name, std::to_string(names.size()),
                                   joined_names(names), std::to_string(features)});
}

} // namespace

std::vector<LayerSummary> inspect_vector(const Inputs& inputs, Progress& progress) {
    const Session session;
    const LocatedSources located = locate(inputs);
    std::vector<LayerSummary> summaries;
    std::vector<std::string> sets;
    std::vector<Finding> findings = located.findings;
    Refusals refusals(located, findings);
    for (const VectorSource& candidate : located.sources) {
        progress.check();
        const auto source =
            refusals.or_note(candidate, [&] { return open_source(candidate, session, progress); });
        if (!source)
            continue;
        summaries.insert(summaries.end(), source->layers().begin(), source->layers().end());
        sets.resize(summaries.size(), set_name(candidate));
        append(findings, source->findings());
    }
    tell_apart(summaries, sets);
    if (!summaries.empty())
        append(summaries.front().findings, findings);
    return summaries;
}

FeatureTable read_vector(const Inputs& inputs, const ReadOptions& options, Progress& progress) {
    const Session session;
    const LocatedSources located = locate(inputs);
    std::vector<Finding> findings = located.findings;
    const ChosenLayer chosen = choose_layer(located, options.layer, session, progress, findings);
    if (!chosen.source && !options.layer.empty())
        throw Error({"io.no_such_layer", {inputs.shown(), options.layer}});
    if (!chosen.source)
        throw Error({"io.empty_file", {inputs.shown()}});
    FeatureTable table = read_layer(*chosen.source, chosen.layer, options, progress);
    table.source = inputs.shown();
    append(findings, chosen.source->findings());
    if (options.layer.empty())
        note_other_layers(chosen, inputs.shown(), findings);
    table.findings.insert(table.findings.begin(), findings.begin(), findings.end());
    append(table.findings, findings_of(session, table.layer));
    return table;
}

namespace detail {

namespace {

void check_layers(const Source& source, std::vector<LayerSummary>& summaries, Progress& progress) {
    for (std::size_t i = 0; i < source.layers().size(); ++i) {
        progress.check();
        FeatureTable table = read_layer(source, i, {}, progress);
        check_codes(table);
        LayerSummary& summary = summaries.emplace_back(source.layers()[i]);
        summary.features = static_cast<std::int64_t>(table.features.size());
        summary.box = bounds(table);
        summary.findings = table.findings;
        for (std::size_t c = 0; c < table.columns.size() && c < summary.fields.size(); ++c)
            summary.fields[c].type = table.columns[c].type();
    }
}

} // namespace

std::vector<LayerSummary> checked_layers(const Inputs& inputs, Progress& progress,
                                         std::vector<Finding>& findings) {
    const Session session;
    const LocatedSources located = locate(inputs);
    append(findings, located.findings);
    Refusals refusals(located, findings);
    std::vector<LayerSummary> summaries;
    std::vector<std::string> sets;
    for (const VectorSource& candidate : located.sources) {
        const auto layers = refusals.or_note(candidate, [&] {
            const auto source = open_source(candidate, session, progress);
            std::vector<LayerSummary> checked;
            check_layers(*source, checked, progress);
            append(findings, source->findings());
            return checked;
        });
        append(summaries, layers);
        sets.resize(summaries.size(), set_name(candidate));
    }
    append(findings, findings_of(session, inputs.shown()));
    tell_apart(summaries, sets);
    return summaries;
}

} // namespace detail

} // namespace antardesa::io
