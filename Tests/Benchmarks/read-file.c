/* The least that a program can do to print a cached token: read a file, find the token, write it. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments) {
    static char text[1 << 16];
    const char *name = "\"secret\":\"";
    int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    if (file < 0 || read(file, text, sizeof text - 1) <= 0) return 1;
    char *token = strstr(text, name);
    if (!token) return 1;
    token += strlen(name);
    size_t length = strcspn(token, "\"");
    token[length] = '\n';
    return write(STDOUT_FILENO, token, length + 1) == (ssize_t)(length + 1) ? 0 : 1;
}
