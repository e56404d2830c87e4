#include "native_tls.h"
#include "native_library.h"

#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <string.h>

#define NATIVE_TLS_FUNCTIONS(F) F(SSL_CTX_get_cert_store)
#define NATIVE_X509_FUNCTIONS(F)      \
    F(X509_STORE_set_verify_cb)       \
    F(X509_STORE_set_ex_data)         \
    F(X509_STORE_get_ex_data)         \
    F(X509_STORE_CTX_get0_store)      \
    F(X509_STORE_CTX_get_current_cert) \
    F(X509_get_issuer_name)           \
    F(X509_NAME_oneline)

struct native_tls { NATIVE_TLS_FUNCTIONS(NATIVE_MEMBER) };
struct native_x509 { NATIVE_X509_FUNCTIONS(NATIVE_MEMBER) };

static struct native_tls tls;
static struct native_x509 x509;

/// Index 0 of a store's extra data is the application's own.
static const int application_data = 0;

static int note_rejection(int is_trusted, X509_STORE_CTX *context) {
    if (is_trusted) return is_trusted;
    X509_STORE *store = x509.X509_STORE_CTX_get0_store(context);
    struct native_tls_rejection *rejection = x509.X509_STORE_get_ex_data(store, application_data);
    X509 *certificate = x509.X509_STORE_CTX_get_current_cert(context);
    if (rejection != NULL && certificate != NULL && rejection->issuer[0] == '\0')
        x509.X509_NAME_oneline(x509.X509_get_issuer_name(certificate), rejection->issuer, sizeof rejection->issuer);
    return is_trusted;
}

static CURLcode prepare(CURL *handle, void *ssl_context, void *rejection) {
    (void)handle;
    X509_STORE *store = tls.SSL_CTX_get_cert_store(ssl_context);
    if (store != NULL && x509.X509_STORE_set_ex_data(store, application_data, rejection))
        x509.X509_STORE_set_verify_cb(store, note_rejection);
    return CURLE_OK;
}

void native_tls_watch(const struct native_curl *curl, CURL *handle, struct native_tls_rejection *rejection) {
    static const char *const tls_names[] = {NATIVE_TLS_FUNCTIONS(NATIVE_NAME)};
    static const char *const x509_names[] = {NATIVE_X509_FUNCTIONS(NATIVE_NAME)};
    rejection->issuer[0] = '\0';
    curl_version_info_data *version = curl->curl_version_info(CURLVERSION_NOW);
    // The context that libcurl hands over is OpenSSL's only where libcurl is built on that very library.
    if (version->ssl_version == NULL || strncmp(version->ssl_version, "OpenSSL/3", 9) != 0) return;
    if (native_load("libssl.so.3", "libssl3", tls_names, (void **)&tls, sizeof tls_names / sizeof *tls_names)) return;
    if (native_load("libcrypto.so.3", "libssl3", x509_names, (void **)&x509, sizeof x509_names / sizeof *x509_names))
        return;
    curl->curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, prepare);
    curl->curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, rejection);
}
