#pragma once

#include "base/ulid.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace kakehashi::content {
class PageRepository;
}

namespace kakehashi::ui {

/// A line for a page's path that says at once what is wrong with it.
class PathField final : public QWidget
{
    Q_OBJECT

public:
    /// `page` is the one whose path it is: its own path is no clash.
    PathField(content::PageRepository &pages, const Ulid &page, QWidget *parent = nullptr);

    QString path() const; ///< with the slashes at both ends added
    void setPath(const QString &path);
    bool isGood() const { return m_isGood; }
    QString problem() const;

Q_SIGNALS:
    void edited(); ///< by the person
    void judged();

private:
    void judge();

    content::PageRepository &m_pages;
    Ulid m_page;
    QLineEdit *m_line;
    QLabel *m_problem;
    bool m_isGood = false;
};

} // namespace kakehashi::ui
