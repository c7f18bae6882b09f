#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kakehashi::ui {

/// Asks for the name and the folder of a new site.
class NewSiteDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewSiteDialog(QWidget *parent = nullptr);
    QString name() const;
    QString folder() const;

private:
    void proposeFolder();
    void judge();
    void browse();

    QLineEdit *m_name;
    QLineEdit *m_folder;
    QLabel *m_problem;
    QPushButton *m_make;
    QString m_proposed;
};

} // namespace kakehashi::ui
