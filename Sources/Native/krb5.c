#include "Native.h"

#include <pthread.h>

static struct native_krb5 functions;
static const char *failure;

static void load(void) {
    static const char *const names[] = {NATIVE_KRB5_FUNCTIONS(NATIVE_NAME)};
    failure = native_load("libkrb5.so.3", "libkrb5-3", names, (void **)&functions, sizeof names / sizeof *names);
}

const struct native_krb5 *native_krb5(const char **error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    *error = failure;
    return failure == NULL ? &functions : NULL;
}
