#define _GNU_SOURCE
#include "native_gssapi.h"
#include "native_library.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FUNCTIONS(F)          \
    F(gss_acquire_cred_from)  \
    F(gss_accept_sec_context) \
    F(gss_display_name)       \
    F(gss_display_status)     \
    F(gss_release_buffer)     \
    F(gss_release_name)       \
    F(gss_release_cred)       \
    F(gss_delete_sec_context)

static struct { FUNCTIONS(NATIVE_MEMBER) } gss;
static const char *failure;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static void load(void) {
    static const char *const names[] = {FUNCTIONS(NATIVE_NAME)};
    failure = native_load(
        "libgssapi_krb5.so.2", "libgssapi-krb5-2", names, (void **)&gss, sizeof names / sizeof *names);
}

/// The library's words for a status, the mechanism's where that has some.
static char *message(OM_uint32 major, OM_uint32 minor) {
    OM_uint32 ignored, more = 0;
    gss_buffer_desc text = GSS_C_EMPTY_BUFFER;
    OM_uint32 code = minor != 0 ? minor : major;
    int type = minor != 0 ? GSS_C_MECH_CODE : GSS_C_GSS_CODE;
    if (GSS_ERROR(gss.gss_display_status(&ignored, code, type, GSS_C_NO_OID, &more, &text)))
        return strdup("GSSAPI has no words for what failed");
    char *copy = strndup(text.value, text.length);
    gss.gss_release_buffer(&ignored, &text);
    return copy;
}

static void accept(const char *keytab, gss_buffer_t token, struct native_gssapi_acceptance *acceptance) {
    OM_uint32 major, minor, ignored;
    gss_cred_id_t credential = GSS_C_NO_CREDENTIAL;
    gss_ctx_id_t context = GSS_C_NO_CONTEXT;
    gss_name_t client = GSS_C_NO_NAME;
    gss_buffer_desc answer = GSS_C_EMPTY_BUFFER, name = GSS_C_EMPTY_BUFFER;
    gss_key_value_element_desc element = {"keytab", keytab};
    gss_key_value_set_desc store = {1, &element};

    major = gss.gss_acquire_cred_from(
        &minor, GSS_C_NO_NAME, GSS_C_INDEFINITE, GSS_C_NO_OID_SET, GSS_C_ACCEPT, &store, &credential, NULL, NULL);
    if (!GSS_ERROR(major))
        major = gss.gss_accept_sec_context(
            &minor, &context, credential, token, GSS_C_NO_CHANNEL_BINDINGS, &client, NULL, &answer, NULL, NULL, NULL);
    if (major == GSS_S_COMPLETE) major = gss.gss_display_name(&minor, client, &name, NULL);
    if (major == GSS_S_COMPLETE) {
        acceptance->principal = strndup(name.value, name.length);
        acceptance->answer = malloc(answer.length + 1);
        if (acceptance->answer != NULL && answer.length > 0) {
            memcpy(acceptance->answer, answer.value, answer.length);
            acceptance->answer_length = answer.length;
        }
    } else if (major == GSS_S_CONTINUE_NEEDED) {
        acceptance->error = strdup("the client wants to go on, and connections are not remembered");
    } else {
        acceptance->error = message(major, minor);
    }
    gss.gss_release_buffer(&ignored, &name);
    gss.gss_release_buffer(&ignored, &answer);
    gss.gss_release_name(&ignored, &client);
    gss.gss_delete_sec_context(&ignored, &context, GSS_C_NO_BUFFER);
    gss.gss_release_cred(&ignored, &credential);
}

struct native_gssapi_acceptance native_gssapi_accept(const char *keytab, const void *token, size_t length) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct native_gssapi_acceptance acceptance = {0};
    gss_buffer_desc buffer = {length, (void *)token};
    pthread_once(&once, load);
    if (failure != NULL) {
        acceptance.error = strdup(failure);
        return acceptance;
    }
    pthread_mutex_lock(&one_at_a_time);
    accept(keytab, &buffer, &acceptance);
    pthread_mutex_unlock(&one_at_a_time);
    return acceptance;
}

void native_gssapi_acceptance_free(struct native_gssapi_acceptance *acceptance) {
    free(acceptance->principal);
    free(acceptance->answer);
    free(acceptance->error);
}
