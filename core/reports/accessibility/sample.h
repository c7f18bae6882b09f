#pragma once

#include "render/snapshot.h"

namespace kakehashi::reports {

/// How many pages are tested. WAIC's guideline for tests takes 40 as enough for a verdict and
/// recommends representative together with random pages for sites of more than 100 (method d).
struct SampleRule
{
    int pages = 40;
    int representative = 15; ///< at most; the rest is drawn
};

struct TestedPage
{
    Ulid id;
    QString path;
    QString title;
    bool isDrawn = false;
    QString reason; ///< 「トップページ」「表のあるページ」「無作為」
};

struct TestSample
{
    QList<TestedPage> pages; ///< representative ones first, then drawn ones, each by path
    int total = 0;           ///< pages to choose from
    QString seed;            ///< of the draw; empty when all pages are tested

    int drawn() const;
};

/// Chooses among the pages that are open. Drawn pages are those whose SHA-256 of "SEED\nPATH" is
/// least, so anybody can draw again by hand and nobody can favour a page. Pure.
TestSample chooseSample(const render::SiteSnapshot &snapshot, const QString &seed,
                        const SampleRule &rule = {});

} // namespace kakehashi::reports
