#include "ui/kit/file_chooser.h"

#include <QFileDialog>

namespace till {

namespace {

FileChooser& currentChooser()
{
    static FileChooser chooser;
    return chooser;
}

std::optional<QString> askWithDialog(QWidget* parent, const FileRequest& request)
{
    QFileDialog dialog{parent, request.title, request.startFolder, request.filter};
    switch (request.kind) {
    case FileRequest::Kind::Open: dialog.setFileMode(QFileDialog::ExistingFile); break;
    case FileRequest::Kind::Save:
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.selectFile(request.suggestedName);
        break;
    case FileRequest::Kind::Folder: dialog.setFileMode(QFileDialog::Directory); break;
    }
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return std::nullopt;
    return dialog.selectedFiles().constFirst();
}

} // namespace

std::optional<QString> chooseFile(QWidget* parent, const FileRequest& request)
{
    return currentChooser() ? currentChooser()(parent, request) : askWithDialog(parent, request);
}

FileChooser setFileChooser(FileChooser chooser)
{
    return std::exchange(currentChooser(), std::move(chooser));
}

} // namespace till
