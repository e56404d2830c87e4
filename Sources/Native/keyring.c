#define _GNU_SOURCE
#include "native_keyring.h"

#include <linux/keyctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// All rights for who has the key, and for others of the same user to know that it is there: <linux/key.h>, keyctl(2).
enum { permissions = 0x3f000000 | 0x00010000 };

/// A process whose session was not started with the user's keyring in it, as under cron or systemd, does not have the
/// keys in there; they count as its own once its process keyring holds the user's.
static void take_user_keyring(void) {
    syscall(SYS_keyctl, KEYCTL_LINK, KEY_SPEC_USER_KEYRING, KEY_SPEC_PROCESS_KEYRING);
}

int32_t native_keyring_put(const char *description, const void *content, size_t length) {
    take_user_keyring();
    long key = syscall(SYS_add_key, "user", description, content, length, KEY_SPEC_USER_KEYRING);
    if (key < 0) return -1;
    if (syscall(SYS_keyctl, KEYCTL_SETPERM, key, permissions) < 0) {
        native_keyring_remove((int32_t)key);
        return -1;
    }
    return (int32_t)key;
}

int32_t native_keyring_find(const char *description) {
    take_user_keyring();
    return (int32_t)syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, "user", description, 0);
}

long native_keyring_read(int32_t key, void *content, size_t size) {
    return syscall(SYS_keyctl, KEYCTL_READ, key, content, size);
}

long native_keyring_remove(int32_t key) { return syscall(SYS_keyctl, KEYCTL_UNLINK, key, KEY_SPEC_USER_KEYRING); }
