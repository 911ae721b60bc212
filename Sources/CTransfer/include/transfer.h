#pragma once
#include <stddef.h>

// HTTP through libcurl, which is looked for when the first request is made: a program that makes
// none loads nothing, and building needs no headers of it.

/// Takes bytes of the reply; returns how many it took, fewer to give up.
typedef size_t (*transfer_sink)(const char *bytes, size_t count, void *context);

/// Asked about twenty times a second; not 0 gives up.
typedef int (*transfer_question)(void *context);

typedef struct {
  const char *url;
  /// Name and password for basic authentication; NULL for none.
  const char *user, *password;
  const char *body;
  size_t body_count;
  /// A file of certificates to trust instead of those of the system; NULL for the latter.
  const char *ca_file;
  long connect_milliseconds;
  /// 0 for no limit.
  long total_milliseconds;
  /// Not 0 to ignore the proxies of the environment.
  int is_direct;
  transfer_sink sink;
  transfer_question is_cancelled;
  void *context;
} transfer_request;

/// What became of a request, where no HTTP status tells.
enum {
  TRANSFER_DONE,
  TRANSFER_NO_LIBRARY,
  TRANSFER_CANCELLED,
  /// No connection came about, so that nothing was sent.
  TRANSFER_NO_CONNECTION,
  TRANSFER_NO_TRUST,
  TRANSFER_TIMEOUT,
  /// The connection broke, or what came is no HTTP.
  TRANSFER_BROKEN
};

typedef struct {
  int outcome;
  long status;
  char error[256];
} transfer_result;

typedef struct transfer_connection transfer_connection;

/// A connection that is kept open between requests; NULL where libcurl is not to be had.
transfer_connection *transfer_open(void);

/// Sends a request by POST and waits for the whole reply.
void transfer_perform(transfer_connection *connection, const transfer_request *request,
                      transfer_result *result);

void transfer_close(transfer_connection *connection);
