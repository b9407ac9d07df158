/* Preloaded into a program: counts its allocations and lets the n-th fail, or all from the n-th on.
   Told by the environment, read once at the start:

     FAULT_AT     which allocation, from 1; 0 or absent: only count
     FAULT_KIND   once | on
     FAULT_COUNT  a file that gets the number of allocations when the program ends

   Counting begins once the constructors of the libraries are done: what fails before `main` fails
   in the loader, which no program can answer. Children do not inherit it. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* glibc's own, which need no look-up (a look-up would allocate). */
extern void* __libc_malloc(size_t size);
extern void* __libc_calloc(size_t count, size_t size);
extern void* __libc_realloc(void* memory, size_t size);
extern void* __libc_memalign(size_t alignment, size_t size);

static char count_file[PATH_MAX];
static long at;
static int goes_on;
static atomic_long calls;
static atomic_int counting;

__attribute__((constructor)) static void begin(void) {
    const char* number = getenv("FAULT_AT");
    const char* kind = getenv("FAULT_KIND");
    const char* file = getenv("FAULT_COUNT");
    at = number ? atol(number) : 0;
    goes_on = kind && strcmp(kind, "on") == 0;
    snprintf(count_file, sizeof count_file, "%s", file ? file : "");
    unsetenv("LD_PRELOAD");
    atomic_store(&counting, 1);
}

__attribute__((destructor)) static void end(void) {
    atomic_store(&counting, 0);
    if (!count_file[0])
        return;
    char text[32];
    const int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
    const int file = open(count_file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
        if (write(file, text, (size_t)length) != length)
            _exit(99);
        close(file);
    }
}

static int fails(void) {
    if (!atomic_load_explicit(&counting, memory_order_relaxed))
        return 0;
    const long call = atomic_fetch_add(&calls, 1) + 1;
    if (at <= 0 || call < at || (!goes_on && call > at))
        return 0;
    errno = ENOMEM;
    return 1;
}

void* malloc(size_t size) {
    return fails() ? NULL : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
    return fails() ? NULL : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) {
    return fails() ? NULL : __libc_realloc(memory, size);
}
void* memalign(size_t alignment, size_t size) {
    return fails() ? NULL : __libc_memalign(alignment, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
    return memalign(alignment, size);
}
int posix_memalign(void** memory, size_t alignment, size_t size) {
    if (fails())
        return ENOMEM;
    void* made = __libc_memalign(alignment, size);
    if (!made)
        return ENOMEM;
    *memory = made;
    return 0;
}
