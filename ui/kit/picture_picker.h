#pragma once

#include <QDialog>

namespace till {

/// A picture for a product: one of the program's own, one from a file, or none.
class PicturePicker : public QDialog {
    Q_OBJECT

public:
    enum class Choice { Nothing, Icon, File, None };
    explicit PicturePicker(const QString& product, QWidget* parent = nullptr);

    Choice choice() const { return m_choice; }
    QString icon() const { return m_icon; }

    static QStringList icons(); ///< the pictures there are to choose from

private:
    void take(Choice choice, const QString& icon = {});
    Choice m_choice = Choice::Nothing;
    QString m_icon;
};

} // namespace till
