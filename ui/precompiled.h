// Headers that nearly every file of the desktop reads.
#pragma once
#include <QAction>
#include <QBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QWidget>
#include <functional>
#include <memory>
#include <tl/expected.hpp>
