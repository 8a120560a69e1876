// Cuts the connection at the n-th call by which libpq sends something, counted over a whole command.
//
// CALLS_CUT is n, 0 for none. CALLS_WHEN is `before`: the call finds the connection cut; or `after`: the
// server has all that the call sends, and the answer is lost. The calls are counted in the file CALLS_FILE.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

typedef struct pg_conn PGconn;
typedef unsigned int Oid;
extern int PQsocket(const PGconn *);
extern int PQflush(PGconn *);

static int calls;
// One call of libpq may make another: only the outermost is counted.
static __thread int depth;

static int begins(const PGconn *connection, const char *when) {
    const char *cut = getenv("CALLS_CUT"), *chosen = getenv("CALLS_WHEN");
    return cut && calls == atoi(cut) && chosen && strcmp(chosen, when) == 0 && PQsocket(connection) >= 0;
}

static void enter(PGconn *connection) {
    if (depth++ > 0) return;
    calls++;
    FILE *file = getenv("CALLS_FILE") ? fopen(getenv("CALLS_FILE"), "w") : NULL;
    if (file) { fprintf(file, "%d\n", calls); fclose(file); }
    if (begins(connection, "before")) shutdown(PQsocket(connection), SHUT_RDWR);
}

static int leave(PGconn *connection, int result) {
    if (--depth > 0 || !begins(connection, "after")) return result;
    while (PQflush(connection) == 1) {
        struct pollfd ready = {PQsocket(connection), POLLOUT, 0};
        poll(&ready, 1, 100);
    }
    shutdown(PQsocket(connection), SHUT_RDWR);
    return result;
}

#define WRAP(name, parameters, arguments) \
    int name parameters { \
        static int (*real) parameters; \
        if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name); \
        enter(c); \
        return leave(c, real arguments); \
    }

WRAP(PQsendQuery, (PGconn *c, const char *q), (c, q))
WRAP(PQsendQueryParams, (PGconn *c, const char *q, int n, const Oid *t, const char *const *v,
    const int *l, const int *f, int r), (c, q, n, t, v, l, f, r))
WRAP(PQsendPrepare, (PGconn *c, const char *s, const char *q, int n, const Oid *t), (c, s, q, n, t))
WRAP(PQsendQueryPrepared, (PGconn *c, const char *s, int n, const char *const *v, const int *l,
    const int *f, int r), (c, s, n, v, l, f, r))
WRAP(PQputCopyData, (PGconn *c, const char *b, int n), (c, b, n))
WRAP(PQputCopyEnd, (PGconn *c, const char *e), (c, e))
