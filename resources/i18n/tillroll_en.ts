<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>till::CartHeader</name>
    <message numerus="yes">
        <source>%n code(s) wait</source>
        <translation>
            <numerusform>%n code waits</numerusform>
            <numerusform>%n codes wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::CartRows</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::CartView</name>
    <message numerus="yes">
        <source>%n earlier line(s)</source>
        <translation>
            <numerusform>%n earlier line</numerusform>
            <numerusform>%n earlier lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n later line(s)</source>
        <translation>
            <numerusform>%n later line</numerusform>
            <numerusform>%n later lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::FirstStart</name>
    <message numerus="yes">
        <source>%n product(s) will be added.</source>
        <translation>
            <numerusform>%n product will be added.</numerusform>
            <numerusform>%n products will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken.</source>
        <translation>
            <numerusform>%n row cannot be taken.</numerusform>
            <numerusform>%n rows cannot be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n product(s)</source>
        <translation>
            <numerusform>Import %n product</numerusform>
            <numerusform>Import %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::HeldPage</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n line</numerusform>
            <numerusform>%1, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ImportPage</name>
    <message numerus="yes">
        <source>The stock of %n known product(s) stays as it is.</source>
        <translation>
            <numerusform>The stock of %n known product stays as it is.</numerusform>
            <numerusform>The stock of %n known products stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay out, the others are imported</source>
        <translation>
            <numerusform>%n row stays out, the others are imported</numerusform>
            <numerusform>%n rows stay out, the others are imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ItemEntry</name>
    <message numerus="yes">
        <source>%n product(s) match</source>
        <translation>
            <numerusform>%n product matches</numerusform>
            <numerusform>%n products match</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::OtherTenders</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::PrinterWords</name>
    <message numerus="yes">
        <source>%1 - %n receipt(s) waiting</source>
        <translation>
            <numerusform>%1 - %n receipt waiting</numerusform>
            <numerusform>%1 - %n receipts waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 - %n print(s) to check</source>
        <translation>
            <numerusform>%1 - %n print to check</numerusform>
            <numerusform>%1 - %n prints to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ProductEditor</name>
    <message numerus="yes">
        <source>%n unsaved: %1</source>
        <translation>
            <numerusform>%n unsaved: %1</numerusform>
            <numerusform>%n unsaved: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ProductPicker</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ProductRowsModel</name>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ProductsListPage</name>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ReceiptsModel</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n line</numerusform>
            <numerusform>%1, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ReceiptsPage</name>
    <message numerus="yes">
        <source>%n receipt(s), %1</source>
        <translation>
            <numerusform>%n receipt, %1</numerusform>
            <numerusform>%n receipts, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n receipt(s), %1</source>
        <translation>
            <numerusform>the newest %n receipt, %1</numerusform>
            <numerusform>the newest %n receipts, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ReturnsSection</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::SalesCard</name>
    <message numerus="yes">
        <source>Sales with tax %1, %n receipt(s)</source>
        <translation>
            <numerusform>Sales with tax %1, %n receipt</numerusform>
            <numerusform>Sales with tax %1, %n receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ScanTrial</name>
    <message numerus="yes">
        <source>%n character(s) and more</source>
        <translation>
            <numerusform>%n character and more</numerusform>
            <numerusform>%n characters and more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::ShopStatus</name>
    <message numerus="yes">
        <source>Backup %n h ago</source>
        <translation>
            <numerusform>Backup %n h ago</numerusform>
            <numerusform>Backup %n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backup %n day(s) ago</source>
        <translation>
            <numerusform>Backup %n day ago</numerusform>
            <numerusform>Backup %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The shop file has %n fault(s): make a backup, then run tillctl verify</source>
        <translation>
            <numerusform>The shop file has %n fault: make a backup, then run tillctl verify</numerusform>
            <numerusform>The shop file has %n faults: make a backup, then run tillctl verify</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>till::UnknownCodes</name>
    <message numerus="yes">
        <source>%n code(s) nobody knows wait. Add them, or press the same key once more to go on without them.</source>
        <translation>
            <numerusform>%n code nobody knows waits. Add it, or press the same key once more to go on without it.</numerusform>
            <numerusform>%n codes nobody knows wait. Add them, or press the same key once more to go on without them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) nobody knows were left out.</source>
        <translation>
            <numerusform>%n code nobody knows was left out.</numerusform>
            <numerusform>%n codes nobody knows were left out.</numerusform>
        </translation>
    </message>
</context>
</TS>
