#define _GNU_SOURCE
#include "native_memory.h"

#include <sys/mman.h>

int native_memory_file(void) { return memfd_create("tokenctl", MFD_CLOEXEC); }
