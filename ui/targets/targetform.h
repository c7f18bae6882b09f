#pragma once

#include "publish/target.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace kakehashi::ui {

class SwitchingChoice;

/// The fields of one target. Shows only what its kind and way of logging in need.
class TargetForm final : public QWidget
{
    Q_OBJECT

public:
    explicit TargetForm(QWidget *parent = nullptr);

    void setTarget(const publish::Target &target);
    /// What was typed before over the target that is shown, kept while another one was.
    void retype(const publish::Target &typed, const QString &secret);
    publish::Target target() const;
    bool isEdited() const;       ///< something was typed or chosen that is not stored
    QString typedSecret() const; ///< empty: leave the keychain as it is
    void clearSecret();
    /// A sentence under the form; empty takes it away.
    void setProblem(const QString &text);
    void setKeyFile(const QString &file);

Q_SIGNALS:
    void edited();
    void newKeyRequested();

private:
    void makeFields();
    void makeServerFields();
    void makeLoginFields();
    void makePublicFields();
    void makeVisitorFields();
    QLineEdit *addLine(const QString &label, const QString &hint = {});
    QWidget *withBrowse(QLineEdit *line, bool folder);
    QWidget *makeColors();
    void showNeeded();
    void fill(const publish::Target &target);

    QFormLayout *m_form;
    publish::Target m_target;
    publish::Target m_shown; ///< m_target as the fields say it
    QLineEdit *m_name = nullptr;
    QButtonGroup *m_colors = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_path = nullptr;
    QLineEdit *m_folder = nullptr;
    QWidget *m_folderRow = nullptr;
    SwitchingChoice *m_switching = nullptr;
    QComboBox *m_auth = nullptr;
    QLineEdit *m_keyFile = nullptr;
    QWidget *m_keyRow = nullptr;
    QLineEdit *m_secret = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLineEdit *m_hostKey = nullptr;
    QLineEdit *m_url = nullptr;
    QCheckBox *m_noindex = nullptr;
    QLineEdit *m_visitorUser = nullptr;
    QLineEdit *m_visitorPassword = nullptr;
    QLineEdit *m_visitorFolder = nullptr;
    QLabel *m_problem;
};

} // namespace kakehashi::ui
