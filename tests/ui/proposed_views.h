#pragma once

#include "fake_views.h"

namespace antardesa::ui {

/// A case with a line on the table and two kept ones.
inline FakeViews ready_views() {
    using workspace::ProposalView;
    FakeViews views = typical_views();
    ProposalView& view = views.proposal;
    view.stage = ProposalView::Stage::ready;
    view.dispute = {4};
    view.title = "Batutengah – Sukamaju";
    view.case_text = "Perkara SB-03 · Fasilitasi camat";
    view.clock = "Sisa 71 hari dari 6 bulan";
    view.names = {"Batutengah", "Sukamaju"};
    view.contested = "Bidang sengketa 92,72 ha dalam 2 bagian";
    view.summary = "Panjang garis 3,2 km.";
    view.sentence = "Garis ini memberi Batutengah 6,94 ha lebih banyak.";
    view.sides = {
        {"Batutengah", "99.01.01.2001", "38,67 ha", "45,61 ha", "+6,94 ha", "699,33 ha", 0.49, {}},
        {"Sukamaju", "99.01.01.2002", "54,05 ha", "47,11 ha", "−6,94 ha", "566,50 ha", 0.51, {}}};
    view.sum = "0,00 ha";
    view.contents = {{"Aset bersama", {"1", "0"}}};
    view.agreements = {"Air bersih Kali Contoh"};
    view.scenarios.resize(2);
    view.scenarios[0].id = {7};
    view.scenarios[0].name = "A";
    view.scenarios[0].method = "Garis tengah";
    view.scenarios[0].author = "Camat";
    view.scenarios[0].changes = {"+7,76 ha", "−7,76 ha"};
    view.scenarios[1].id = {8};
    view.scenarios[1].name = "B";
    view.scenarios[1].method = "Dibagi luas 50:50";
    view.scenarios[1].changes = {"+6,94 ha", "−6,94 ha"};
    view.scenarios[1].shown = true;
    view.can_keep = true;
    view.can_accept = true;
    return views;
}

} // namespace antardesa::ui
