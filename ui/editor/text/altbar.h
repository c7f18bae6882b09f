#pragma once

#include "content/site/site.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace kakehashi::ui {

/// Asks what a new picture shows, for those who cannot see it, without stopping the typing.
class AltBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AltBar(QWidget *parent = nullptr);
    void ask(const content::MediaAsset &asset); ///< one after the other

Q_SIGNALS:
    /// With alternative text, or `decorative` set.
    void answered(const kakehashi::content::MediaAsset &asset);

private:
    void answer(bool decorative);
    void askNext();

    QList<content::MediaAsset> m_waiting;
    QLabel *m_question;
    QLineEdit *m_alt;
};

} // namespace kakehashi::ui
