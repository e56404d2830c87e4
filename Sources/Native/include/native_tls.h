/// Who issued a certificate that was not trusted: libcurl does not tell, and people need to know.
#pragma once
#include "native_curl.h"

struct native_tls_rejection {
    /// The issuer's name in OpenSSL's one-line form; empty while nothing was rejected.
    char issuer[256];
};

/// Has `rejection` filled in when the handle's next connection meets an untrusted certificate.
///
/// Verification itself is left as it is. Nothing happens where libcurl is built on another TLS library.
void native_tls_watch(const struct native_curl *curl, CURL *handle, struct native_tls_rejection *rejection);
