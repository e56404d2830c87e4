/// libgssapi_krb5 as a server uses it, loaded on first use.
#pragma once
#include <stddef.h>

/// What became of a client's token (RFC 4178, RFC 4559); all is NULL that is not there.
struct native_gssapi_acceptance {
    /// Who the client is, such as `alice@IDP.TEST`.
    char *principal;
    /// What to answer the client with, so that it knows the server.
    void *answer;
    size_t answer_length;
    /// Why the client is not accepted.
    char *error;
};

/// Accepts a client by its first token, with the server's keys in the file `keytab`; one call at a time.
struct native_gssapi_acceptance native_gssapi_accept(const char *keytab, const void *token, size_t length);

/// Frees what is in it.
void native_gssapi_acceptance_free(struct native_gssapi_acceptance *acceptance);
