#include "ui/kit/key_hint.h"

#include "ui/kit/key_badge.h"
#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>

namespace till {

KeyHint::KeyHint(const QStringList& keys, const QString& words, QWidget* parent)
    : QWidget{parent}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens().px(6));
    for (const auto& key : keys) row->addWidget(new KeyBadge{key});
    row->addWidget(new PlainLabel{words, 13, QFont::Normal, Ink::Secondary});
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

} // namespace till
