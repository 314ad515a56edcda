#pragma once

#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QVBoxLayout;

namespace till {

class ComboField;
class KeyButton;
class PlainLabel;

/// A code nobody knows: name and price make it a product and sell it; or it is one more code of a product; or
/// its price alone sells it once.
class UnknownCodePage : public QWidget {
    Q_OBJECT

public:
    UnknownCodePage(Shop& shop, const Formats& formats, const QString& code, QWidget* parent = nullptr);
    void takeFocus();
    const QString& code() const { return m_code; }
    bool hasTyped() const; ///< something that would be lost
    void setAskedAbout() { m_askedAbout = true; }
    bool isAskedAbout() const { return m_askedAbout; }

Q_SIGNALS:
    void added(qint64 productId);
    void soldOnce();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillLists();
    QWidget* buildForm();
    QWidget* buildSellOnce();
    QWidget* buildAttach();
    void search(const QString& text);
    void attachTo(qint64 productId);
    void addAndSell();
    void sellOnce();
    void chooseDepartment();
    std::optional<UnitPrice> price();
    void refuse(const Error& error, QWidget* where);

    Shop& m_shop;
    Formats m_formats;
    QString m_code;
    QLineEdit* m_name;
    QLineEdit* m_price;
    ComboField* m_department;
    ComboField* m_tax;
    PlainLabel* m_problem;
    QLineEdit* m_search;
    QVBoxLayout* m_hits = nullptr;
    qint64 m_firstHit = 0;
    bool m_askedAbout = false;
};

} // namespace till
