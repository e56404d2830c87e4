/// How a system library is loaded on first use, and a table of its functions filled.
#pragma once
#include <stddef.h>

/// One member of a table of functions, of the very type that the library's own header declares.
#define NATIVE_MEMBER(function) __typeof__(&function) function;

/// One entry of the list of names that goes with such a table.
#define NATIVE_NAME(function) #function,

/// Loads the library `soname` and fills `functions` with the addresses of `names`, in their order.
///
/// Returns NULL, or what is missing and which Debian package brings it: a text that lives as long as the process.
const char *native_load(
    const char *soname, const char *package, const char *const names[], void *functions[], size_t count);
