#pragma once

#include "check/rules/rule.h"

#include <QCoreApplication>

namespace kakehashi::check {

// Rules on links in the page; standards.md 1.4 rules 6, 7, 17 and 18. Whether their targets are
// there is render's (in the body) and site/linktargets.cpp's (anywhere) to say.

void linkName(const PageView &page, Report &report);
void linkText(const PageView &page, Report &report);
void linkSameName(const PageView &page, Report &report);
void linkAdjacent(const PageView &page, Report &report);
void linkFileNote(const PageView &page, Report &report);
void linkNewWindow(const PageView &page, Report &report);
void linkExternal(const PageView &page, Report &report);
void linkAttachment(const PageView &page, Report &report);
void linkScheme(const PageView &page, Report &report);
void linkInsecure(const PageView &page, Report &report);
void linkAnchor(const PageView &page, Report &report);

/// True for links to documents and other files of the site.
bool isFileLink(const Element &link);

/// The links of <main> that lead somewhere.
std::vector<Element> linksIn(const PageView &page);

struct LinkRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LinkRules)
};

} // namespace kakehashi::check
