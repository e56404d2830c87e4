/// libcurl, loaded on first use: a run that needs no network does not pay for its thirty shared libraries.
#pragma once
#include "native_library.h"
#include <curl/curl.h>

#define NATIVE_CURL_FUNCTIONS(F) \
    F(curl_easy_init)            \
    F(curl_easy_cleanup)         \
    F(curl_easy_reset)           \
    F(curl_easy_perform)         \
    F(curl_easy_setopt)          \
    F(curl_easy_getinfo)         \
    F(curl_slist_append)         \
    F(curl_slist_free_all)       \
    F(curl_version_info)

/// The functions used, each with the type of the library's own prototype.
struct native_curl { NATIVE_CURL_FUNCTIONS(NATIVE_MEMBER) };

/// The functions, loaded by the first call; NULL, and the reason in `error`, when that fails.
const struct native_curl *native_curl(const char **error);
