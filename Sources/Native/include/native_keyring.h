/// The kernel's key management, for which the C library has no functions: keyrings(7), add_key(2), keyctl(2).
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Puts a key of type "user" into the user's keyring, in the place of one with the same description.
///
/// Only who has the keyring can see or use it. Returns its number, or -1 and `errno`.
int32_t native_keyring_put(const char *description, const void *content, size_t length);

/// The number of the key with that description in the user's keyring; -1 and `errno`, `ENOKEY` where there is none.
int32_t native_keyring_find(const char *description);

/// Reads a key's content, and returns how long it is, which may be more than fits; -1 and `errno`.
long native_keyring_read(int32_t key, void *content, size_t size);

/// Takes a key out of the user's keyring; -1 and `errno` when that fails.
long native_keyring_remove(int32_t key);
