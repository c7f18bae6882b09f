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
    /// One after the other. With `takeFocus` the next keys go into the answer.
    void ask(const content::MediaAsset &asset, bool takeFocus);

Q_SIGNALS:
    /// With alternative text, or `decorative` set.
    void answered(const kakehashi::content::MediaAsset &asset);
    void finished(); ///< nothing is asked any more, and the focus was here

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void putOff();
    void answer(bool decorative);
    void askNext(bool takeFocus);

    QList<content::MediaAsset> m_waiting;
    QLabel *m_question;
    QLineEdit *m_alt;
};

} // namespace kakehashi::ui
