#pragma once

#include "shot.h"
#include "support/small_days.h"
#include "ui/kit/format.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace till::test {

inline Formats euros()
{
    return {QLocale{QLocale::German, QLocale::Germany}, QStringLiteral("EUR"), 2};
}

/// A page of the two small days as it stands in a window of 1366x768, and what a person does with it.
template <typename Page>
struct PageOnScreen : SmallDays {
    PageOnScreen()
        : page{shop(), euros()}
    {
        layOut(page, {1278, 740});
    }
    QString label(const char* name) { return child<QLabel>(page, name).text(); }
    QString note()
    {
        for (auto* text : page.template findChildren<QLabel*>(QStringLiteral("noteText")))
            if (text->isVisible()) return text->text();
        return {};
    }
    QLineEdit& field(const char* name) { return child<QLineEdit>(page, name); }
    void press(const char* button)
    {
        QTest::mouseClick(&childNamed(page, QString::fromLatin1(button)), Qt::LeftButton);
    }
    void type(const char* name, const QString& text)
    {
        field(name).clear();
        QTest::keyClicks(&field(name), text);
    }

    Page page;
};

} // namespace till::test
