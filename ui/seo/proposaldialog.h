#pragma once

#include <QDialog>
#include <QString>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace kakehashi::ui {

/// What a person decides before 「SEO提案書」 is written: who signs, which files, where.
class ProposalDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ProposalDialog(QWidget *parent);

    QString author() const;
    bool wantsHtml() const;
    bool wantsXlsx() const;

private:
    void refresh();

    QLineEdit *m_author;
    QCheckBox *m_html;
    QCheckBox *m_xlsx;
    QPushButton *m_save;
};

} // namespace kakehashi::ui
