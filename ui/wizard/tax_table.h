#pragma once

#include "ui/wizard/wizard_values.h"

#include <QWidget>

class QGridLayout;
class QLineEdit;

namespace till {

/// The shop's tax rates, to be looked over and changed in place.
class TaxTableEdit : public QWidget {
    Q_OBJECT

public:
    explicit TaxTableEdit(QWidget* parent = nullptr);

    void setRows(const std::vector<TaxRateRow>& rows);
    std::vector<TaxRateRow> rows() const; ///< those whose rate can be read
    void addRow();                        ///< an empty one with the next letter
    QString missing() const;              ///< which row has no name or no readable rate

Q_SIGNALS:
    void edited();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString code;
        QString usedFor;
        QLineEdit* name;
        QLineEdit* rate;
    };
    void append(const QString& code, const QString& name, const QString& rate, const QString& usedFor);
    void clear();
    QGridLayout* m_grid;
    std::vector<Line> m_lines;
};

} // namespace till
