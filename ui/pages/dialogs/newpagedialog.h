#pragma once

#include "content/kind.h"
#include "content/page/pagerepository.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace kakehashi::ui {

class PathField;

/// Asks for kind, title and path of a new page; proposes the path from the two others.
class NewPageDialog final : public QDialog
{
    Q_OBJECT

public:
    NewPageDialog(content::PageRepository &pages, const QList<content::Kind> &kinds,
                  const QDate &today, QWidget *parent = nullptr);

    void setKind(const QString &name);
    content::NewPage page() const;

private:
    const content::Kind &kind() const;
    void proposePath();
    QString freePath(const QString &wanted) const;
    void judge();

    content::PageRepository &m_pages;
    QList<content::Kind> m_kinds;
    QDate m_today;
    QComboBox *m_kind;
    QLineEdit *m_title;
    PathField *m_path;
    QPushButton *m_make;
    bool m_pathChosen = false;
};

} // namespace kakehashi::ui
