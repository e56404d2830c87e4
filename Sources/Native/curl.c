#include "Native.h"

#include <pthread.h>

static struct native_curl functions;
static const char *failure;

static void load(void) {
    static const char *const names[] = {NATIVE_CURL_FUNCTIONS(NATIVE_NAME)};
    failure = native_load("libcurl.so.4", "libcurl4", names, (void **)&functions, sizeof names / sizeof *names);
}

const struct native_curl *native_curl(const char **error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    *error = failure;
    return failure == NULL ? &functions : NULL;
}
