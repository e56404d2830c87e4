/// MIT's libkrb5, loaded on first use: only who signs in by Kerberos needs it.
///
/// libcurl's GSS-API is built on the same library, and so sees the caches that are in this process's memory.
#pragma once
#include "native_library.h"
#include <krb5.h>

#define NATIVE_KRB5_FUNCTIONS(F)                  \
    F(krb5_init_context)                          \
    F(krb5_free_context)                          \
    F(krb5_get_error_message)                     \
    F(krb5_free_error_message)                    \
    F(krb5_timeofday)                             \
    /* principals */                              \
    F(krb5_parse_name)                            \
    F(krb5_sname_to_principal)                    \
    F(krb5_is_config_principal)                   \
    F(krb5_unparse_name)                          \
    F(krb5_free_unparsed_name)                    \
    F(krb5_free_principal)                        \
    /* credential caches */                       \
    F(krb5_cc_default)                            \
    F(krb5_cc_resolve)                            \
    F(krb5_cccol_cursor_new)                      \
    F(krb5_cccol_cursor_next)                     \
    F(krb5_cccol_cursor_free)                     \
    F(krb5_cc_close)                              \
    F(krb5_cc_get_full_name)                      \
    F(krb5_free_string)                           \
    F(krb5_cc_get_principal)                      \
    F(krb5_cc_start_seq_get)                      \
    F(krb5_cc_next_cred)                          \
    F(krb5_cc_end_seq_get)                        \
    F(krb5_free_cred_contents)                    \
    F(krb5_free_creds)                            \
    /* keytabs */                                 \
    F(krb5_kt_resolve)                            \
    F(krb5_kt_close)                              \
    F(krb5_kt_start_seq_get)                      \
    F(krb5_kt_next_entry)                         \
    F(krb5_kt_end_seq_get)                        \
    F(krb5_free_keytab_entry_contents)            \
    /* tickets from a KDC */                      \
    F(krb5_get_init_creds_opt_alloc)              \
    F(krb5_get_init_creds_opt_free)               \
    F(krb5_get_init_creds_opt_set_forwardable)    \
    F(krb5_get_init_creds_opt_set_out_ccache)     \
    F(krb5_get_init_creds_keytab)                 \
    F(krb5_get_credentials)

/// The functions used, each with the type of the library's own prototype.
struct native_krb5 { NATIVE_KRB5_FUNCTIONS(NATIVE_MEMBER) };

/// The functions, loaded by the first call; NULL, and the reason in `error`, when that fails.
const struct native_krb5 *native_krb5(const char **error);
