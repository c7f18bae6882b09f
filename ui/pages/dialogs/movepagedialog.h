#pragma once

#include "content/page/pagerepository.h"

#include <QDialog>

namespace kakehashi::ui {

class PathField;

/// Asks for a page's new path and says what becomes of the old one.
class MovePageDialog final : public QDialog
{
    Q_OBJECT

public:
    MovePageDialog(content::PageRepository &pages, const content::Page &page,
                   QWidget *parent = nullptr);
    QString path() const;

private:
    PathField *m_path;
};

} // namespace kakehashi::ui
