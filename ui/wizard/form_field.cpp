#include "ui/wizard/form_field.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QVBoxLayout>

namespace till {

FormField::FormField(const QString& caption, QWidget* control, QWidget* parent)
    : QWidget{parent}
{
    auto* label = new PlainLabel{caption, 12, QFont::DemiBold, Ink::Secondary};
    label->setBuddy(control);
    control->setAccessibleName(caption);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label);
    column->addWidget(control);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    onTheme(this, [column] { column->setSpacing(tokens().px(4)); });
}

} // namespace till
