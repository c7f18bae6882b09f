#include "commands.h"

#include <CLI/CLI.hpp>

namespace kakehashi::cli {

void addImportCommands(CLI::App &, Context &) {}

} // namespace kakehashi::cli
