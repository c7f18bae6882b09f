#pragma once

#include <functional>

class QWidget;

namespace kakehashi::ui {

class AccessKeeper;
class Session;

// The key that signs what a site published, handed from one computer to the next as a file.

/// Asks for the file and puts its key into the keychain; `done` is called when it is there.
/// Failures are shown in the message bar.
void importKeyFile(Session &session, AccessKeeper &access, QWidget *parent,
                   std::function<void()> done = {});

/// Writes the key of this computer into a file that only this person can read.
void exportKeyFile(Session &session, AccessKeeper &access, QWidget *parent);

} // namespace kakehashi::ui
