#pragma once

#include "check/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace kakehashi::ui {

/// What the check found in one field, below it, each with a button that mends it where that is
/// sure. Takes no room while there is nothing.
class FieldNote final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent);
    /// `texts`: how each finding reads here.
    void show(const check::Findings &findings, const QStringList &texts);

Q_SIGNALS:
    void mendRequested(const kakehashi::check::Finding &finding);

private:
    void addLine(const check::Finding &finding, const QString &text);

    check::Findings m_findings;
    QStringList m_texts;
    QVBoxLayout *m_lines;
};

/// The findings of one field: those of `part` itself and of what is in it ("fields/a/0/b").
check::Findings findingsIn(const check::Findings &findings, const QString &part);

} // namespace kakehashi::ui
