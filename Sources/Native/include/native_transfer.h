/// libcurl's variadic functions, which Swift cannot call, one for each kind of argument.
#pragma once
#include "native_curl.h"
#include <stdbool.h>

static inline CURLcode native_curl_set_long(
    const struct native_curl *curl, CURL *handle, CURLoption option, long value) {
    return curl->curl_easy_setopt(handle, option, value);
}

static inline CURLcode native_curl_set_pointer(
    const struct native_curl *curl, CURL *handle, CURLoption option, const void *value) {
    return curl->curl_easy_setopt(handle, option, value);
}

static inline CURLcode native_curl_set_string(
    const struct native_curl *curl, CURL *handle, CURLoption option, const char *value) {
    return curl->curl_easy_setopt(handle, option, value);
}

/// For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
static inline CURLcode native_curl_set_receiver(
    const struct native_curl *curl, CURL *handle, CURLoption option, curl_write_callback receiver) {
    return curl->curl_easy_setopt(handle, option, receiver);
}

/// For CURLOPT_PREREQFUNCTION.
static inline CURLcode native_curl_set_gate(const struct native_curl *curl, CURL *handle, curl_prereq_callback gate) {
    return curl->curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, gate);
}

/// The bytes are copied.
static inline CURLcode native_curl_set_blob(
    const struct native_curl *curl, CURL *handle, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {.data = (void *)bytes, .len = count, .flags = CURL_BLOB_COPY};
    return curl->curl_easy_setopt(handle, option, &blob);
}

/// The ways of logging in to a proxy; libcurl's own constants are macros that Swift cannot read.
static const long native_curl_proxy_auth = CURLAUTH_BASIC | CURLAUTH_NEGOTIATE | CURLAUTH_NTLM;

/// SPNEGO (RFC 4559) and nothing else.
static const long native_curl_negotiate = CURLAUTH_NEGOTIATE;

/// Whether libcurl was built with Kerberos.
static inline bool native_curl_has_gssapi(const struct native_curl *curl) {
    return (curl->curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_GSSAPI) != 0;
}

/// The certificates that libcurl was built to trust, as a path to a PEM file; may be NULL.
static inline const char *native_curl_trusted_bundle(const struct native_curl *curl) {
    return curl->curl_version_info(CURLVERSION_NOW)->cainfo;
}

/// The same as a folder of certificates; may be NULL.
static inline const char *native_curl_trusted_directory(const struct native_curl *curl) {
    return curl->curl_version_info(CURLVERSION_NOW)->capath;
}

/// 0 where libcurl does not know.
static inline long native_curl_get_long(const struct native_curl *curl, CURL *handle, CURLINFO info) {
    long value = 0;
    curl->curl_easy_getinfo(handle, info, &value);
    return value;
}
