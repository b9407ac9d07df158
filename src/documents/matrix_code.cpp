#include "documents/matrix_code.h"

#include "base/result.h"

#include <memory>

#include <qrencode.h>

namespace antardesa::documents {

MatrixCode matrix_code(const std::string& text) {
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_Q, QR_MODE_8, 1));
    if (!code)
        throw Error({"documents.code_not_made", {text}});
    MatrixCode matrix;
    matrix.size = code->width;
    const auto modules =
        static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < modules; ++i)
        matrix.dark.push_back((code->data[i] & 1) != 0);
    return matrix;
}

} // namespace antardesa::documents
