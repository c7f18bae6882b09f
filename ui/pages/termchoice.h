#pragma once

#include "ui/pages/pagesearch.h"

#include <QComboBox>

#include <optional>

namespace kakehashi::ui {

class Session;

/// What a list of pages is narrowed to: one 分類 or タグ. Not there while no page has any.
class TermChoice final : public QComboBox
{
    Q_OBJECT

public:
    /// An empty `kind` offers the terms of every page.
    TermChoice(Session &session, const QString &kind, QWidget *parent);

Q_SIGNALS:
    void chosen(const std::optional<QSet<Ulid>> &pages); ///< also when other pages have it now

private:
    void read();
    void showTerms(const QList<TermPages> &terms);
    void tell();

    Session &m_session;
    QString m_kind;
    QList<TermPages> m_terms;
    std::optional<QSet<Ulid>> m_told;
    int m_reading = 0; ///< counts: an answer to a former question is no longer wanted
};

} // namespace kakehashi::ui
