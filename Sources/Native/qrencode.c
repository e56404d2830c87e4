#include "Native.h"

#include <pthread.h>

static struct native_qrencode functions;
static const char *failure;

static void load(void) {
    static const char *const names[] = {NATIVE_QRENCODE_FUNCTIONS(NATIVE_NAME)};
    failure =
        native_load("libqrencode.so.4", "libqrencode4", names, (void **)&functions, sizeof names / sizeof *names);
}

const struct native_qrencode *native_qrencode(const char **error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    *error = failure;
    return failure == NULL ? &functions : NULL;
}
