#include <libpq-fe.h>

/* A request to cancel, prepared by the thread of the connection and sent by another: encrypted as the
   connection is where libpq can do that (17 and later), else in clear text. What goes over the wire in
   clear text is the number and the key of the session, with which statements can be cancelled. */
#ifdef LIBPQ_HAS_ASYNC_CANCEL

static inline PGcancelConn *cancel_request_make(PGconn *connection) {
    return PQcancelCreate(connection);
}

static inline int cancel_request_send(PGcancelConn *request) { return PQcancelBlocking(request); }

static inline void cancel_request_free(PGcancelConn *request) { PQcancelFinish(request); }

#else

static inline PGcancel *cancel_request_make(PGconn *connection) { return PQgetCancel(connection); }

static inline int cancel_request_send(PGcancel *request) {
    char reason[256];
    return PQcancel(request, reason, sizeof reason);
}

static inline void cancel_request_free(PGcancel *request) { PQfreeCancel(request); }

#endif
