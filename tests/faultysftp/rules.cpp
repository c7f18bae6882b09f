#include "rules.h"

#include <fstream>
#include <sstream>

Rules Rules::read(const char *fileName)
{
    Rules rules;
    std::ifstream file(fileName);
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string kind;
        words >> kind;
        Denial denial;
        std::string text;
        if (kind == "deny" && words >> denial.type >> denial.which >> denial.status) {
            rules.denials.push_back(denial);
        } else if (kind == "denypath" && words >> denial.type >> text >> denial.status) {
            denial.pathPart = text;
            rules.denials.push_back(denial);
        } else if (kind == "hide" && words >> text) {
            rules.hidden.push_back(text);
        } else if (kind == "kill") {
            words >> rules.killAt;
        } else if (kind == "killafter") {
            words >> rules.killAfterType >> rules.killAfterCount;
        } else if (kind == "reorder") {
            rules.reorder = true;
        } else if (kind == "fragment") {
            words >> rules.fragment;
        } else if (kind == "log") {
            words >> rules.logFile;
        }
    }
    return rules;
}

std::optional<uint32_t> Rules::denial(const std::string &type, const std::string &path)
{
    const uint32_t count = ++m_seen[type];
    for (const Denial &denial : denials) {
        const bool counted = denial.which == 0 || denial.which == count;
        const bool named = !denial.pathPart || path.find(*denial.pathPart) != std::string::npos;
        if (denial.type == type && counted && named)
            return denial.status;
    }
    return {};
}
