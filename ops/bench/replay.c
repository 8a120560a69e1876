/* Reads the whole log by one binary COPY and touches every byte of every field: what a reader of
 * the same rows cannot be faster than. It decodes nothing.
 *
 *     replay ADDRESS WORKSPACE
 *
 * It says `ready`, waits for a line, and prints a line of JSON, as cases-bench does.
 */
#include <arpa/inet.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COLUMNS = 13, HEADER = 19 };

static void fail(const char *what) {
    fprintf(stderr, "replay: %s\n", what);
    exit(70);
}

static long long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

/* Adds up the bytes of a row's fields; the number of fields, -1 at the end of the copy. */
static int touch(const char *row, const char *end, unsigned long *sum) {
    uint16_t fields;
    memcpy(&fields, row, sizeof fields);
    fields = ntohs(fields);
    row += sizeof fields;
    if (fields == 0xffff) return -1;
    for (int i = 0; i < fields; i++) {
        uint32_t length;
        memcpy(&length, row, sizeof length);
        length = ntohl(length);
        row += sizeof length;
        if (length == 0xffffffff) continue;
        if (length > (size_t)(end - row)) fail("a field is longer than its row");
        for (const char *stop = row + length; row < stop; row++) *sum += (unsigned char)*row;
    }
    return fields;
}

/* Reads the rows of a copy; how many there were. */
static long read_rows(PGconn *connection, unsigned long *sum) {
    char *message;
    int length;
    long rows = 0;
    /* The first message begins with the header of the format. */
    for (int skip = HEADER; (length = PQgetCopyData(connection, &message, 0)) > 0; skip = 0) {
        if (length > skip) {
            int fields = touch(message + skip, message + length, sum);
            if (fields >= 0 && fields != COLUMNS) fail("another number of columns");
            if (fields == COLUMNS) rows++;
        }
        PQfreemem(message);
    }
    if (length == -2) fail(PQerrorMessage(connection));
    return rows;
}

int main(int count, char **arguments) {
    if (count != 3) fail("usage: replay ADDRESS WORKSPACE");
    PGconn *connection = PQconnectdb(arguments[1]);
    if (PQstatus(connection) != CONNECTION_OK) fail(PQerrorMessage(connection));
    char query[512];
    snprintf(query, sizeof query,
        "COPY (SELECT position, version, recorded_at, language, id, stream, type, recorded_by, "
        "key, digest, leaf, salt, body FROM \"%s\".event ORDER BY position) TO STDOUT (FORMAT binary)",
        arguments[2]);
    puts("ready");
    fflush(stdout);
    if (getchar() == EOF) fail("nobody let it go");

    long long begun = now();
    PGresult *result = PQexec(connection, query);
    if (PQresultStatus(result) != PGRES_COPY_OUT) fail(PQerrorMessage(connection));
    unsigned long sum = 0;
    long rows = read_rows(connection, &sum);
    long long took = now() - begun;

    if (sum == 0) fail("nothing but zeros");
    printf("[{\"count\":%ld,\"nanoseconds\":%lld,\"latencies\":[]}]\n", rows, took);
    PQclear(result);
    PQfinish(connection);
    return 0;
}
