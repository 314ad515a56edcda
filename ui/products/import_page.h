#pragma once

#include "services/import_service.h"
#include "services/shop.h"
#include "ui/kit/format.h"

#include <QWidget>

#include <map>

namespace till {

class KeyButton;
class ListTable;
class PageHead;
class PlainLabel;
class ProblemsModel;

/// A list of products from another program: first what would happen, then it happens, in one stroke.
class ImportPage : public QWidget {
    Q_OBJECT

public:
    ImportPage(Shop& shop, const Formats& formats, QWidget* parent = nullptr);

    /// Reads the file and changes nothing. Says why and gives back false when there is nothing to show.
    bool preview(const QString& file);

Q_SIGNALS:
    void left();
    void imported(qint64 importId, const QString& sentence);
    void refused(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Result<ProductImportReport> run(bool dryRun);
    void show(const ProductImportReport& report);
    void import();

    Shop& m_shop;
    Formats m_formats;
    QString m_file;
    PageHead* m_head;
    std::map<QString, PlainLabel*> m_figures;
    PlainLabel* m_columns;
    PlainLabel* m_problemHead;
    ProblemsModel* m_model;
    ListTable* m_table;
    KeyButton* m_import;
};

} // namespace till
