#include "ui/check/findingtext.h"

#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::FindingText)
};

bool isJapanese()
{
    return QLocale().language() == QLocale::Japanese;
}

const content::Field *fieldNamed(const QList<content::Field> &fields, const QString &name)
{
    const auto found =
        std::find_if(fields.cbegin(), fields.cend(),
                     [&name](const content::Field &field) { return field.name == name; });
    return found == fields.cend() ? nullptr : &*found;
}

/// "fields/programme/0/title"
QString fieldText(const content::Kind &kind, const QString &part)
{
    const QStringList steps = part.split(u'/');
    const content::Field *field = fieldNamed(kind.fields, steps.value(1));
    if (!field)
        return steps.value(1);
    if (steps.size() < 4)
        return labelOf(*field);
    const content::Field *column = fieldNamed(field->columns, steps.at(3));
    return Text::tr("%1, row %2, %3")
        .arg(labelOf(*field), QString::number(steps.at(2).toInt() + 1),
             column ? labelOf(*column) : steps.at(3));
}

QString line(const QString &style, const QString &text)
{
    return QStringLiteral("<p style=\"margin:0 0 6px 0;%1\">%2</p>")
        .arg(style, text.toHtmlEscaped());
}

} // namespace

const check::RuleBook::Ptr &ruleBook()
{
    static const check::RuleBook::Ptr book = [] {
        auto loaded = check::RuleBook::builtIn();
        if (loaded)
            return *loaded;
        qWarning("%s", qPrintable(loaded.error().text));
        return std::make_shared<const check::RuleBook>();
    }();
    return book;
}

QString ruleTitle(const QString &rule)
{
    const check::RuleInfo info = ruleBook()->info(rule);
    const QString title = isJapanese() ? info.titleJa : info.titleEn;
    return title.isEmpty() ? rule : title;
}

QString ruleWhy(const QString &rule)
{
    const check::RuleInfo info = ruleBook()->info(rule);
    return isJapanese() ? info.whyJa : info.whyEn;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Must:
        return Text::tr("Must");
    case Severity::Should:
        return Text::tr("Should");
    case Severity::Ask:
        return Text::tr("Look");
    }
    return {};
}

QString severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Must:
        return QStringLiteral("error");
    case Severity::Should:
        return QStringLiteral("warning");
    case Severity::Ask:
        return QStringLiteral("help");
    }
    return {};
}

QColor severityColor(Severity severity)
{
    switch (severity) {
    case Severity::Must:
        return style::tokens().danger;
    case Severity::Should:
        return style::tokens().warning;
    case Severity::Ask:
        return style::tokens().muted;
    }
    return {};
}

QString partText(const content::Kind &kind, const QString &part)
{
    if (part == QLatin1String("title"))
        return Text::tr("Title");
    if (part == QLatin1String("summary"))
        return Text::tr("Summary");
    if (part == QLatin1String("date"))
        return Text::tr("Date");
    if (part == QLatin1String("seo/title"))
        return Text::tr("Title for search engines");
    if (part == QLatin1String("seo/description"))
        return Text::tr("Description for search engines");
    if (part.startsWith(QLatin1String("fields/")))
        return fieldText(kind, part);
    return {};
}

QString placedText(const content::Kind &kind, const check::Finding &finding)
{
    const QString part = partText(kind, finding.part);
    if (!part.isEmpty())
        return Text::tr("%1: %2", "field, problem").arg(part, finding.issue.text);
    const int line = finding.issue.place.line;
    return line > 0 ? Text::tr("Line %1: %2").arg(line).arg(finding.issue.text)
                    : finding.issue.text;
}

QString findingHtml(const check::Finding &finding, bool withKeys)
{
    const QString why = ruleWhy(finding.issue.rule);
    const QString muted = QStringLiteral("color:") + style::tokens().muted.name();
    const QString colour =
        QStringLiteral("font-weight:600;color:") + severityColor(finding.issue.severity).name();
    QString html =
        line(colour, Text::tr("%1 · %2", "severity, rule")
                         .arg(severityText(finding.issue.severity), ruleTitle(finding.issue.rule)));
    html += line({}, finding.issue.text);
    if (!why.isEmpty())
        html += line({}, Text::tr("Why: %1").arg(why));
    if (finding.fix)
        html += line(QStringLiteral("font-weight:600"),
                     withKeys ? Text::tr("To mend it: %1 (Alt+Enter)").arg(finding.fix->label)
                              : Text::tr("To mend it: %1").arg(finding.fix->label));
    if (!finding.clause.isEmpty())
        html += line(muted, finding.clause);
    return html;
}

QString countText(const check::Findings &findings)
{
    QStringList counts;
    for (const Severity severity : {Severity::Must, Severity::Should, Severity::Ask}) {
        const auto count = std::count_if(findings.cbegin(), findings.cend(),
                                         [severity](const check::Finding &finding) {
                                             return finding.issue.severity == severity;
                                         });
        if (count > 0)
            counts << QStringLiteral("%1 %2").arg(severityText(severity),
                                                  QLocale().toString(count));
    }
    return counts.join(QStringLiteral("  ·  "));
}

} // namespace kakehashi::ui
