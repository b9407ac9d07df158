/* Preloaded into a program: counts the calls with which it changes files under given folders and
   lets the n-th of them go wrong. Told by the environment, read once at the start:

     FAULT_UNDER  folders, separated by ':'; other files are left alone
     FAULT_AT     which call, from 1; 0 or absent: only count
     FAULT_KIND   once | full | dead | short | kill | delay
     FAULT_ERRNO  what a failing call answers (default 28, ENOSPC)
     FAULT_COUNT  a file that gets the number of calls when the program ends

   "full" fails from then on whatever needs space (not the removal or renaming of files), "dead"
   every call; "short" writes half of the bytes and then is "full". Children do not inherit it:
   what is counted is one process. What libc's stdio writes by itself is seen at fwrite, fflush
   and fclose. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { NONE, ONCE, FULL, DEAD, SHORT, KILL, DELAY };
/* what a call does to the disk */
enum need { WRITES, NEEDS_SPACE, MOVES };

static char under[PATH_MAX * 2];
static char count_file[PATH_MAX];
static enum kind kind = NONE;
static int fault_errno = ENOSPC;
static long at;
static long calls;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void copy_text(char* to, size_t size, const char* from) {
    snprintf(to, size, "%s", from ? from : "");
}

__attribute__((constructor)) static void begin(void) {
    static const char* names[] = {"none", "once", "full", "dead", "short", "kill", "delay"};
    const char* wanted = getenv("FAULT_KIND");
    for (int i = 0; wanted && i < 7; ++i)
        if (strcmp(wanted, names[i]) == 0)
            kind = (enum kind)i;
    at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
    if (getenv("FAULT_ERRNO"))
        fault_errno = atoi(getenv("FAULT_ERRNO"));
    copy_text(under, sizeof under, getenv("FAULT_UNDER"));
    copy_text(count_file, sizeof count_file, getenv("FAULT_COUNT"));
    unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void end(void) {
    if (!count_file[0])
        return;
    char text[32];
    const int length = snprintf(text, sizeof text, "%ld\n", calls);
    const char* path = count_file;
    under[0] = 0; /* its own file is not counted */
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0) {
        if (write(file, text, (size_t)length) != length)
            _exit(99);
        close(file);
    }
}

static int is_under(const char* path) {
    for (const char* from = under; *from;) {
        const size_t length = strcspn(from, ":");
        if (length && strncmp(path, from, length) == 0 &&
            (path[length] == '/' || path[length] == 0))
            return 1;
        from += length + (from[length] == ':');
    }
    return 0;
}

static int path_counts(int folder, const char* path) {
    char whole[PATH_MAX * 2];
    if (!under[0] || !path)
        return 0;
    if (path[0] == '/')
        return is_under(path);
    if (folder == AT_FDCWD) {
        if (!getcwd(whole, PATH_MAX))
            return 0;
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        const ssize_t length = readlink(link, whole, PATH_MAX);
        if (length < 0)
            return 0;
        whole[length] = 0;
    }
    strncat(whole, "/", sizeof whole - strlen(whole) - 1);
    strncat(whole, path, sizeof whole - strlen(whole) - 1);
    return is_under(whole);
}

static int file_counts(int file) {
    char link[64];
    char path[PATH_MAX];
    if (!under[0])
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_under(path);
}

enum answer { GO_ON, FAIL, HALF };

static enum answer strike(enum need need) {
    pthread_mutex_lock(&lock);
    const long now = ++calls;
    pthread_mutex_unlock(&lock);
    if (!at || now < at)
        return GO_ON;
    errno = fault_errno;
    switch (kind) {
    case ONCE:
        return now == at ? FAIL : GO_ON;
    case FULL:
        return need == MOVES ? GO_ON : FAIL;
    case DEAD:
        return FAIL;
    case SHORT:
        if (now == at && need == WRITES)
            return HALF;
        return need == MOVES ? GO_ON : FAIL;
    case KILL:
        if (now == at)
            kill(getpid(), SIGKILL);
        return GO_ON;
    case DELAY:
        usleep(20000);
        return GO_ON;
    case NONE:
        break;
    }
    return GO_ON;
}

#define REAL(name) __extension__((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* --- by descriptor */

ssize_t write(int file, const void* bytes, size_t size) {
    const enum answer a = file_counts(file) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(write)(file, bytes, a == HALF ? size / 2 : size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t to) {
    const enum answer a = file_counts(file) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(pwrite)(file, bytes, a == HALF ? size / 2 : size, to);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t to) {
    const enum answer a = file_counts(file) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(pwrite64)(file, bytes, a == HALF ? size / 2 : size, to);
}
ssize_t writev(int file, const struct iovec* parts, int count) {
    const enum answer a = file_counts(file) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(writev)(file, parts, a == HALF && count > 1 ? count / 2 : count);
}
ssize_t sendfile(int to, int from, off_t* start, size_t size) {
    const enum answer a = file_counts(to) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(sendfile)(to, from, start, a == HALF ? size / 2 : size);
}
ssize_t sendfile64(int to, int from, off64_t* start, size_t size) {
    const enum answer a = file_counts(to) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1 : REAL(sendfile64)(to, from, start, a == HALF ? size / 2 : size);
}
ssize_t copy_file_range(int from, off64_t* start, int to, off64_t* at_, size_t size,
                        unsigned flags) {
    const enum answer a = file_counts(to) ? strike(WRITES) : GO_ON;
    return a == FAIL ? -1
                     : REAL(copy_file_range)(from, start, to, at_, a == HALF ? size / 2 : size,
                                             flags);
}
int fsync(int file) {
    return file_counts(file) && strike(NEEDS_SPACE) ? -1 : REAL(fsync)(file);
}
int fdatasync(int file) {
    return file_counts(file) && strike(NEEDS_SPACE) ? -1 : REAL(fdatasync)(file);
}
int ftruncate(int file, off_t size) {
    return file_counts(file) && strike(NEEDS_SPACE) ? -1 : REAL(ftruncate)(file, size);
}
int ftruncate64(int file, off64_t size) {
    return file_counts(file) && strike(NEEDS_SPACE) ? -1 : REAL(ftruncate64)(file, size);
}
int fallocate(int file, int mode, off_t from, off_t size) {
    return file_counts(file) && strike(NEEDS_SPACE) ? -1 : REAL(fallocate)(file, mode, from, size);
}
int posix_fallocate(int file, off_t from, off_t size) {
    return file_counts(file) && strike(NEEDS_SPACE) ? errno : REAL(posix_fallocate)(file, from, size);
}

/* --- by name */

int unlink(const char* path) {
    return path_counts(AT_FDCWD, path) && strike(MOVES) ? -1 : REAL(unlink)(path);
}
int unlinkat(int folder, const char* path, int flags) {
    return path_counts(folder, path) && strike(MOVES) ? -1 : REAL(unlinkat)(folder, path, flags);
}
int remove(const char* path) {
    return path_counts(AT_FDCWD, path) && strike(MOVES) ? -1 : REAL(remove)(path);
}
int rename(const char* from, const char* to) {
    return path_counts(AT_FDCWD, to) && strike(MOVES) ? -1 : REAL(rename)(from, to);
}
int renameat(int a, const char* from, int b, const char* to) {
    return path_counts(b, to) && strike(MOVES) ? -1 : REAL(renameat)(a, from, b, to);
}
int renameat2(int a, const char* from, int b, const char* to, unsigned flags) {
    return path_counts(b, to) && strike(MOVES) ? -1 : REAL(renameat2)(a, from, b, to, flags);
}
int link(const char* from, const char* to) {
    return path_counts(AT_FDCWD, to) && strike(NEEDS_SPACE) ? -1 : REAL(link)(from, to);
}
int linkat(int a, const char* from, int b, const char* to, int flags) {
    return path_counts(b, to) && strike(NEEDS_SPACE) ? -1 : REAL(linkat)(a, from, b, to, flags);
}
int mkdir(const char* path, mode_t mode) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(mkdir)(path, mode);
}

#define CREATES(flags) (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE)
#define MODE_OF(flags, mode) \
    mode_t mode = 0; \
    if (CREATES(flags)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char* path, int flags, ...) {
    MODE_OF(flags, mode)
    return CREATES(flags) && path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE)
               ? -1
               : REAL(open)(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    MODE_OF(flags, mode)
    return CREATES(flags) && path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE)
               ? -1
               : REAL(open64)(path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    MODE_OF(flags, mode)
    return CREATES(flags) && path_counts(folder, path) && strike(NEEDS_SPACE)
               ? -1
               : REAL(openat)(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
    MODE_OF(flags, mode)
    return CREATES(flags) && path_counts(folder, path) && strike(NEEDS_SPACE)
               ? -1
               : REAL(openat64)(folder, path, flags, mode);
}
int creat(const char* path, mode_t mode) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(creat)(path, mode);
}
int mkstemp(char* path) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(mkstemp)(path);
}
int mkostemp(char* path, int flags) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(mkostemp)(path, flags);
}
int mkostemp64(char* path, int flags) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(mkostemp64)(path, flags);
}
int mkstemp64(char* path) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? -1 : REAL(mkstemp64)(path);
}
char* mkdtemp(char* path) {
    return path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? NULL : REAL(mkdtemp)(path);
}

/* --- stdio */

FILE* fopen(const char* path, const char* mode) {
    const int writes = mode[0] != 'r' || strchr(mode, '+');
    return writes && path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? NULL : REAL(fopen)(path, mode);
}
FILE* fopen64(const char* path, const char* mode) {
    const int writes = mode[0] != 'r' || strchr(mode, '+');
    return writes && path_counts(AT_FDCWD, path) && strike(NEEDS_SPACE) ? NULL : REAL(fopen64)(path, mode);
}
size_t fwrite(const void* bytes, size_t size, size_t count, FILE* file) {
    const enum answer a = file_counts(fileno(file)) ? strike(WRITES) : GO_ON;
    return a == FAIL ? 0 : REAL(fwrite)(bytes, size, a == HALF ? count / 2 : count, file);
}
static int written_stdio(FILE* file) {
    const int number = fileno(file);
    return number >= 0 && (fcntl(number, F_GETFL) & O_ACCMODE) != O_RDONLY && file_counts(number);
}
int fflush(FILE* file) {
    return file && written_stdio(file) && strike(WRITES) ? EOF : REAL(fflush)(file);
}
int fclose(FILE* file) {
    if (file && written_stdio(file) && strike(WRITES)) {
        const int why = errno;
        REAL(fclose)(file);
        errno = why;
        return EOF;
    }
    return REAL(fclose)(file);
}
