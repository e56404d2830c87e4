#include "Native.h"

#include <pthread.h>

static struct native_crypto functions;
static const char *failure;

static void load(void) {
    static const char *const names[] = {NATIVE_CRYPTO_FUNCTIONS(NATIVE_NAME)};
    failure = native_load("libcrypto.so.3", "libssl3", names, (void **)&functions, sizeof names / sizeof *names);
}

const struct native_crypto *native_crypto(const char **error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    *error = failure;
    return failure == NULL ? &functions : NULL;
}
