/// libqrencode, loaded on first use: only who signs in with a telephone needs it.
#pragma once
#include "native_library.h"
#include <qrencode.h>

#define NATIVE_QRENCODE_FUNCTIONS(F) \
    F(QRcode_encodeString)           \
    F(QRcode_free)

/// The functions used, each with the type of the library's own prototype.
struct native_qrencode { NATIVE_QRENCODE_FUNCTIONS(NATIVE_MEMBER) };

/// The functions, loaded by the first call; NULL, and the reason in `error`, when that fails.
const struct native_qrencode *native_qrencode(const char **error);
