#include "render/theme.h"

#include "base/file.h"
#include "render/html.h"
#include "render/theme/assets.h"
#include "render/theme/compiled.h"
#include "render/theme/csstokens.h"
#include "security/picture/picturefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr QLatin1String templatesFolder("templates/");
constexpr QLatin1String partialsFolder("templates/partials/");
constexpr QLatin1String templateEnd(".mustache");

/// Takes what lies below `folder` out of the tree, named relative to it.
QHash<QString, QByteArray> below(const QHash<QString, QByteArray> &tree, QLatin1String folder)
{
    QHash<QString, QByteArray> found;
    for (auto each = tree.begin(); each != tree.end(); ++each)
        if (each.key().startsWith(folder))
            found.insert(each.key().mid(folder.size()), each.value());
    return found;
}

/// A theme's photos say where they were taken as those of pages do.
void cleanPictures(QHash<QString, QByteArray> &tree)
{
    static const QHash<QString, QString> types{
        {QStringLiteral("jpg"), QStringLiteral("image/jpeg")},
        {QStringLiteral("jpeg"), QStringLiteral("image/jpeg")},
        {QStringLiteral("png"), QStringLiteral("image/png")},
        {QStringLiteral("gif"), QStringLiteral("image/gif")},
        {QStringLiteral("webp"), QStringLiteral("image/webp")}};
    for (auto each = tree.begin(); each != tree.end(); ++each)
        if (const QString type = types.value(QFileInfo(each.key()).suffix().toLower());
            !type.isEmpty())
            if (const auto picture = security::readPicture(each.value(), type); picture.complete)
                *each = picture.published(each.value());
}

Result<QJsonObject> readDescription(const QHash<QString, QByteArray> &tree)
{
    const QString file = QStringLiteral("theme.json");
    if (!tree.contains(file))
        return fail(ErrorCode::Invalid,
                    Text::tr("theme.json is missing: this folder is no theme. Choose a folder with "
                             "theme.json, templates and assets."));
    QJsonParseError error;
    const QByteArray bytes = tree.value(file);
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (!json.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("theme.json:%1: %2")
                                            .arg(bytes.left(error.offset).count('\n') + 1)
                                            .arg(error.errorString()));
    return json.object();
}

TemplateTexts templateTexts(const QHash<QString, QByteArray> &tree)
{
    TemplateTexts texts;
    for (auto each = tree.begin(); each != tree.end(); ++each)
        if (each.key().startsWith(templatesFolder) && each.key().endsWith(templateEnd))
            texts.insert(each.key(), each.value().toStdString());
    return texts;
}

Result<void> compileAll(const TemplateTexts &texts, Theme::Compiled &compiled)
{
    QStringList files = texts.keys();
    files.sort();
    // A mistake in a partial is told for the partial, not for the first page that uses it.
    std::stable_partition(files.begin(), files.end(),
                          [](const QString &file) { return file.startsWith(partialsFolder); });
    for (const QString &file : files) {
        auto made = Template::compile(texts, file);
        if (!made)
            return passOn(made);
        const bool partial = file.startsWith(partialsFolder);
        const qsizetype start = partial ? partialsFolder.size() : templatesFolder.size();
        const QString name = file.mid(start, file.size() - start - templateEnd.size());
        (partial ? compiled.partials : compiled.templates)[name] = *made;
    }
    return {};
}

/// Themes of before said with one word that the default theme's names are theirs.
QHash<QString, QString> variablesIn(const QJsonObject &description)
{
    static const QHash<QString, QString> standard{
        {QStringLiteral("accent"), QStringLiteral("--accent")},
        {QStringLiteral("accentStrong"), QStringLiteral("--accent-strong")},
        {QStringLiteral("accentSoft"), QStringLiteral("--accent-soft")},
        {QStringLiteral("accentLine"), QStringLiteral("--accent-line")},
        {QStringLiteral("onAccent"), QStringLiteral("--on-accent")},
        {QStringLiteral("link"), QStringLiteral("--link")},
        {QStringLiteral("hover"), QStringLiteral("--hover")},
        {QStringLiteral("footer"), QStringLiteral("--footer")},
        {QStringLiteral("footerLine"), QStringLiteral("--footer-line")},
        {QStringLiteral("background"), QStringLiteral("--bg")},
        {QStringLiteral("surface"), QStringLiteral("--surface")},
        {QStringLiteral("soft"), QStringLiteral("--soft")},
        {QStringLiteral("line"), QStringLiteral("--line")}};
    const QJsonObject json = description.value(QLatin1String("cssVariables")).toObject();
    if (json.contains(QLatin1String("accentColor")))
        return standard;
    static const QRegularExpression name(QStringLiteral("\\A--[a-z0-9-]+\\z"));
    QHash<QString, QString> variables;
    for (auto each = json.begin(); each != json.end(); ++each)
        if (name.match(each.value().toString()).hasMatch())
            variables.insert(each.key(), each.value().toString());
    return variables;
}

Data urlsOf(const QList<Theme::Asset> &assets)
{
    static const QRegularExpression notWord(QStringLiteral("[^A-Za-z0-9]"));
    Data urls;
    for (const Theme::Asset &asset : assets)
        urls[utf8(QString(asset.name).replace(notWord, QStringLiteral("_")))] =
            Data('/' + utf8(asset.publishedPath));
    return urls;
}

} // namespace

const Template &Theme::Compiled::named(const QString &wanted) const
{
    const auto found = templates.find(wanted);
    return found != templates.end() ? *found->second : *templates.at(QStringLiteral("page"));
}

const Template *Theme::Compiled::partial(const QString &wanted) const
{
    const auto found = partials.find(wanted);
    return found != partials.end() ? found->second.get() : nullptr;
}

Theme::Theme() : m_compiled(std::make_unique<Compiled>()) {}

Theme::~Theme() = default;

Result<std::shared_ptr<const Theme>> Theme::load(const QString &folder)
{
    if (!QFileInfo(folder).isDir())
        return fail(
            ErrorCode::NotFound,
            Text::tr("The theme folder %1 is not there. Restore it or choose another theme.")
                .arg(QDir::toNativeSeparators(folder)));
    auto tree = readTree(folder);
    if (!tree)
        return passOn(tree);
    cleanPictures(*tree);
    std::shared_ptr<Theme> theme(new Theme);
    Compiled &compiled = *theme->m_compiled;
    const auto description = readDescription(*tree);
    if (!description)
        return passOn(description);
    compiled.name = description->value(QLatin1String("name")).toString();
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    compiled.accent = description->value(QLatin1String("accentColor")).toString();
    if (!colour.match(compiled.accent).hasMatch())
        compiled.accent = QStringLiteral("#0017c1");
    compiled.cssVariables = variablesIn(*description);
    if (const QString file = QStringLiteral("words.json"); tree->contains(file)) {
        auto words = Words::read(tree->value(file));
        if (!words)
            return passOn(words);
        compiled.words = std::move(*words);
    }
    if (auto made = compileAll(templateTexts(*tree), compiled); !made)
        return passOn(made);
    if (!compiled.templates.contains(QStringLiteral("page")))
        return fail(
            ErrorCode::Invalid,
            Text::tr("templates/page.mustache is missing. Every theme needs it: pages whose "
                     "kind has no template of its own are made with it."));
    auto assets = nameAssets(below(*tree, QLatin1String("assets/")));
    if (!assets)
        return passOn(assets);
    compiled.assets = *assets;
    compiled.assetUrls = urlsOf(compiled.assets);
    compiled.rootFiles = below(*tree, QLatin1String("root/"));
    return std::shared_ptr<const Theme>(std::move(theme));
}

std::shared_ptr<const Theme> Theme::recoloured(const QString &accent) const
{
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    const Compiled &before = *m_compiled;
    if (!colour.match(accent).hasMatch() || before.cssVariables.isEmpty())
        return shared_from_this();
    std::shared_ptr<Theme> theme(new Theme);
    theme->m_compiled = std::make_unique<Compiled>(before);
    Compiled &compiled = *theme->m_compiled;
    compiled.accent = accent;
    const QByteArray rules = recolouring(paletteFrom(QColor(accent)), before.cssVariables);
    for (Asset &asset : compiled.assets) {
        if (asset.name != QLatin1String("style.css"))
            continue;
        asset.bytes += rules;
        asset.hash = Sha256::of(asset.bytes);
        asset.publishedPath = QStringLiteral("assets/") + hashedName(asset.name, asset.hash);
    }
    compiled.assetUrls = urlsOf(compiled.assets);
    return theme;
}

QString Theme::accent() const
{
    return m_compiled->accent;
}

QString Theme::name() const
{
    return m_compiled->name;
}

const QList<Theme::Asset> &Theme::assets() const
{
    return m_compiled->assets;
}

const Theme::Asset *Theme::asset(const QString &name) const
{
    for (const Asset &asset : m_compiled->assets)
        if (asset.name == name)
            return &asset;
    return nullptr;
}

const Theme::Compiled &Theme::compiled() const
{
    return *m_compiled;
}

} // namespace kakehashi::render
