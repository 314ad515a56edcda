# A product may be called "<b>x</b>": data reaches the screen only through ui/kit, which shows it as it is.
# Messages and file choosers go through the seams of ui/kit, so that a test can answer them.
include(${CMAKE_CURRENT_LIST_DIR}/forbid.cmake)

file(GLOB_RECURSE files ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
list(FILTER files EXCLUDE REGEX "/ui/kit/")
forbid("a message outside ui/kit" "QMessageBox|QErrorMessage|QInputDialog::" ${files})
forbid("a file chooser outside ui/kit" "QFileDialog" ${files})
forbid("a label that would guess rich text; use the one of ui/kit" "new QLabel\\b|make_unique<QLabel>|\\bQLabel [a-z][A-Za-z_]*[;{(]" ${files})
forbid("rich text outside ui/kit" "setHtml *\\(|insertHtml *\\(|Qt::(RichText|AutoText|MarkdownText)|setMarkdown *\\(" ${files})

# A tooltip guesses rich text too, so it takes a fixed sentence: setToolTip(tr("...")) with nothing put in.
if(files)
  execute_process(COMMAND grep -HnE -e "setToolTip *\\(|QToolTip::showText|Qt::ToolTipRole" -- ${files}
    COMMAND grep -vE -e "setToolTip *\\((tr\\(\"[^\"]*\"\\)|\\{\\}|QString\\{\\})\\);"
    OUTPUT_VARIABLE tooltips)
  if(tooltips)
    report("a tooltip with data; use plainToolTip of ui/kit:\n${tooltips}")
  endif()
endif()
finish()
