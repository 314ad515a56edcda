good(ui/sell/page.cpp "label->setText(tr(\"%n line(s)\", nullptr, count));")
good(ui/sell/head.cpp "label->setText(tr(\"%n piece(s) \"\n    \"are left\", nullptr, count));")
good(resources/i18n/tillroll_en.ts "<source>%n line(s)</source><numerusform>%n line</numerusform><source>%n piece(s) are left</source>")

bad(ui/sell/page.cpp "label->setText(tr(\"%n sale(s) wait\", nullptr, count));")
bad(ui/day/page.cpp "return tr(\"%n day(s) \"\n    \"ago\", nullptr, days);")
bad(resources/i18n/tillroll_en.ts "<translation type=\"unfinished\"></translation>")
bad(resources/i18n/tillroll_en.ts "<numerusform></numerusform>")
bad(ui/sell/second.cpp "other->setText(tr(\"%n line(s)\", nullptr, count));")
