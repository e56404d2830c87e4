/// Files that are in memory only: memfd_create(2), which the C library's module map leaves out.
#pragma once

/// A new one, closed on exec; -1 and `errno` when there is none.
int native_memory_file(void);
