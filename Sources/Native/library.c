#define _GNU_SOURCE
#include "native_library.h"

#include <dlfcn.h>
#include <stdio.h>

const char *native_load(
    const char *soname, const char *package, const char *const names[], void *functions[], size_t count) {
    char *error = NULL;
    void *library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) {
        const char *reason = dlerror();
        if (asprintf(&error, "cannot load %s (%s): install the package %s", soname, reason, package) < 0)
            return "out of memory";
        return error;
    }
    for (size_t i = 0; i < count; i++) {
        functions[i] = dlsym(library, names[i]);
        if (functions[i] != NULL) continue;
        if (asprintf(&error, "%s has no %s: install a newer version of the package %s", soname, names[i], package) < 0)
            return "out of memory";
        return error;
    }
    return NULL;
}
