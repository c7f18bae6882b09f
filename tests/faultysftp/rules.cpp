#include "rules.h"

#include <fstream>
#include <sstream>

namespace {

bool readDenial(const std::string &kind, std::istringstream &words, Rules &rules)
{
    Rules::Denial denial;
    std::string text;
    if (kind == "deny") {
        words >> denial.type >> denial.which >> denial.status;
    } else if (kind == "denypath" && words >> denial.type >> text >> denial.status) {
        denial.pathPart = text;
    } else if (kind == "denyto" && words >> denial.type >> text >> denial.status) {
        denial.toPart = text;
    } else {
        return false;
    }
    rules.denials.push_back(denial);
    return true;
}

void readEnd(const std::string &kind, std::istringstream &words, Rules &rules)
{
    if (kind == "kill" || kind == "killserver") {
        words >> rules.killAt;
        rules.killsServer = kind == "killserver";
    } else if (kind == "killafter") {
        words >> rules.killAfterType >> rules.killAfterCount;
    } else if (kind == "sigkill" || kind == "sigkilldeliver") {
        words >> rules.signalAt >> rules.signalFile;
        rules.delivers = kind == "sigkilldeliver";
    }
}

} // namespace

Rules Rules::read(const char *fileName)
{
    Rules rules;
    std::ifstream file(fileName);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind;
        std::string text;
        words >> kind;
        if (readDenial(kind, words, rules))
            continue;
        if (kind == "hide" && words >> text) {
            rules.hidden.push_back(text);
        } else if (kind == "instead" && words >> text) {
            words >> rules.instead[text];
        } else if (kind == "hold") {
            Hold hold;
            words >> hold.type >> hold.which >> hold.file;
            rules.holds.push_back(hold);
        } else if (kind == "reorder") {
            rules.reorder = true;
        } else if (kind == "fragment") {
            words >> rules.fragment;
        } else if (kind == "log") {
            words >> rules.logFile;
        } else if (kind == "ended") {
            words >> rules.endedFile;
        } else {
            readEnd(kind, words, rules);
        }
    }
    return rules;
}

std::optional<uint32_t> Rules::denial(const std::string &type, const std::string &path,
                                      const std::string &to)
{
    const uint32_t count = ++m_seen[type];
    const auto matches = [](const std::string &text, const std::optional<std::string> &part) {
        return !part || text.find(*part) != std::string::npos;
    };
    for (const Denial &denial : denials) {
        const bool counted = denial.which == 0 || denial.which == count;
        if (denial.type == type && counted && matches(path, denial.pathPart) &&
            matches(to, denial.toPart))
            return denial.status;
    }
    return {};
}

std::string Rules::holdFile(const std::string &type)
{
    std::string file;
    for (Hold &hold : holds) {
        if (hold.type == type && ++hold.seen == hold.which)
            file = hold.file;
    }
    return file;
}
