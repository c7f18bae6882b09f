#pragma once

#include "render/templates/template.h"
#include "render/theme.h"
#include "render/theme/words.h"

#include <map>

namespace kakehashi::render {

struct Theme::Compiled
{
    QString name;
    QString accent;
    QHash<QString, QString> cssVariables; ///< role of a palette → "--name"
    QList<Asset> assets;
    QHash<QString, QByteArray> rootFiles; ///< root/**: published as they are, "favicon.ico"
    std::map<QString, std::shared_ptr<const Template>> templates; ///< by name: "page"
    std::map<QString, std::shared_ptr<const Template>> partials;  ///< usable alone: "card"
    Words words;
    Data assetUrls; ///< assets.style_css → "/assets/style.1a2b3c4d.css"

    /// The template of this name, or "page".
    const Template &named(const QString &wanted) const;
    const Template *partial(const QString &wanted) const; ///< nullptr when there is none
};

} // namespace kakehashi::render
