#include "ui/kit/page_head.h"

#include "ui/kit/plain_label.h"
#include "ui/kit/theme.h"

#include <QHBoxLayout>

namespace till {

using namespace Qt::StringLiterals;

PageHead::PageHead(const QString& title, QWidget* parent)
    : QWidget{parent}
    , m_title{new PlainLabel{title, 20, QFont::Bold}}
    , m_sentence{new PlainLabel{{}, 14, QFont::Normal, Ink::Secondary}}
    , m_row{new QHBoxLayout{this}}
{
    m_title->setObjectName(u"pageTitle"_s);
    m_sentence->setObjectName(u"pageSentence"_s);
    m_sentence->setElided(true);
    // A product's name may be 200 characters: it gives way to the actions.
    m_title->setElided(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_title);
    m_row->addWidget(m_sentence, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    onTheme(this, [this] {
        m_row->setSpacing(tokens().px(12));
        setMinimumHeight(tokens().px(40));
    });
}

void PageHead::setTitle(const QString& title)
{
    m_title->setPlainText(title);
}

void PageHead::setSentence(const QString& sentence)
{
    m_sentence->setPlainText(sentence);
}

void PageHead::addAction(QWidget* button)
{
    m_row->addWidget(button);
}

} // namespace till
