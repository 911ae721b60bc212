#include "transfer.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The numbers of libcurl's interface, which never change: options of curl_easy_setopt, fields of
// curl_easy_getinfo, results.
enum {
  OPTION_PROTOCOLS = 181,
  OPTION_HTTP_AUTH = 107,
  OPTION_NO_SIGNAL = 99,
  OPTION_POST = 47,
  OPTION_TIMEOUT = 155,
  OPTION_CONNECT_TIMEOUT = 156,
  OPTION_KEEP_ALIVE = 213,
  OPTION_WRITE_DATA = 10001,
  OPTION_URL = 10002,
  OPTION_PROXY = 10004,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_BODY = 10015,
  OPTION_HEADERS = 10023,
  OPTION_CA_FILE = 10065,
  OPTION_USER = 10173,
  OPTION_PASSWORD = 10174,
  OPTION_WRITE_FUNCTION = 20011,
  OPTION_BODY_COUNT = 30120,
  INFO_STATUS = 0x200002,
  INFO_REQUEST_SIZE = 0x20000C,
  HTTP_AND_HTTPS = 1 | 2,
  AUTH_BASIC = 1,
  GLOBAL_ALL = 3
};

typedef struct {
  int kind;
  void *easy;
  union { void *whatever; int result; } data;
} curl_message;

static struct {
  int (*global_init)(long);
  void *(*easy_init)(void);
  int (*setopt)(void *, int, ...);
  int (*getinfo)(void *, int, ...);
  void (*easy_reset)(void *);
  void (*easy_cleanup)(void *);
  const char *(*strerror)(int);
  void *(*append)(void *, const char *);
  void (*free_list)(void *);
  void *(*multi_init)(void);
  int (*add)(void *, void *);
  int (*remove)(void *, void *);
  int (*perform)(void *, int *);
  int (*wait)(void *, void *, unsigned, int, int *);
  curl_message *(*read)(void *, int *);
  int (*multi_cleanup)(void *);
} curl;

static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"};
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  const struct { const char *name; void *place; } symbols[] = {
      {"curl_global_init", &curl.global_init}, {"curl_easy_init", &curl.easy_init},
      {"curl_easy_setopt", &curl.setopt},      {"curl_easy_getinfo", &curl.getinfo},
      {"curl_easy_reset", &curl.easy_reset},   {"curl_easy_cleanup", &curl.easy_cleanup},
      {"curl_easy_strerror", &curl.strerror},  {"curl_slist_append", &curl.append},
      {"curl_slist_free_all", &curl.free_list}, {"curl_multi_init", &curl.multi_init},
      {"curl_multi_add_handle", &curl.add},    {"curl_multi_remove_handle", &curl.remove},
      {"curl_multi_perform", &curl.perform},   {"curl_multi_info_read", &curl.read},
      {"curl_multi_cleanup", &curl.multi_cleanup}};
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *symbol = dlsym(library, symbols[i].name);
    if (!symbol) return;
    memcpy(symbols[i].place, &symbol, sizeof symbol);
  }
  // The second waits as well, but not while a name is being resolved.
  void *wait = dlsym(library, "curl_multi_poll");
  if (!wait) wait = dlsym(library, "curl_multi_wait");
  if (!wait) return;
  memcpy(&curl.wait, &wait, sizeof wait);
  is_loaded = curl.global_init(GLOBAL_ALL) == 0;
}

struct transfer_connection {
  void *easy, *multi, *headers;
};

transfer_connection *transfer_open(void) {
  pthread_once(&once, load);
  if (!is_loaded) return NULL;
  transfer_connection *connection = calloc(1, sizeof *connection);
  if (!connection) return NULL;
  connection->easy = curl.easy_init();
  connection->multi = curl.multi_init();
  // Without the first, a large body would wait a second for a leave that servers do not give.
  connection->headers = curl.append(NULL, "Expect:");
  connection->headers = curl.append(connection->headers, "Content-Type: text/plain");
  if (connection->easy && connection->multi && connection->headers) return connection;
  transfer_close(connection);
  return NULL;
}

void transfer_close(transfer_connection *connection) {
  if (!connection) return;
  if (connection->easy) curl.easy_cleanup(connection->easy);
  if (connection->multi) curl.multi_cleanup(connection->multi);
  if (connection->headers) curl.free_list(connection->headers);
  free(connection);
}

static size_t take(char *bytes, size_t size, size_t count, void *context) {
  const transfer_request *request = context;
  return request->sink(bytes, size * count, request->context);
}

static int outcome_of(int code) {
  switch (code) {
    case 0: return TRANSFER_DONE;
    case 5: case 6: case 7: return TRANSFER_NO_CONNECTION;
    case 28: return TRANSFER_TIMEOUT;
    case 35: case 51: case 53: case 54: case 58: case 59: case 60: case 66: case 77: case 80:
    case 82: case 83: case 90: case 91:
      return TRANSFER_NO_TRUST;
    default: return TRANSFER_BROKEN;
  }
}

static void set_up(void *easy, const transfer_connection *connection,
                   const transfer_request *request, char *error) {
  curl.easy_reset(easy);
  curl.setopt(easy, OPTION_URL, request->url);
  curl.setopt(easy, OPTION_PROTOCOLS, (long)HTTP_AND_HTTPS);
  curl.setopt(easy, OPTION_NO_SIGNAL, 1L);
  curl.setopt(easy, OPTION_KEEP_ALIVE, 1L);
  curl.setopt(easy, OPTION_CONNECT_TIMEOUT, request->connect_milliseconds);
  curl.setopt(easy, OPTION_TIMEOUT, request->total_milliseconds);
  curl.setopt(easy, OPTION_ERROR_BUFFER, error);
  curl.setopt(easy, OPTION_HEADERS, connection->headers);
  curl.setopt(easy, OPTION_POST, 1L);
  curl.setopt(easy, OPTION_BODY_COUNT, (int64_t)request->body_count);
  curl.setopt(easy, OPTION_BODY, request->body);
  curl.setopt(easy, OPTION_WRITE_FUNCTION, take);
  curl.setopt(easy, OPTION_WRITE_DATA, request);
  if (request->is_direct) curl.setopt(easy, OPTION_PROXY, "");
  if (request->ca_file) curl.setopt(easy, OPTION_CA_FILE, request->ca_file);
  if (!request->user) return;
  curl.setopt(easy, OPTION_HTTP_AUTH, (long)AUTH_BASIC);
  curl.setopt(easy, OPTION_USER, request->user);
  curl.setopt(easy, OPTION_PASSWORD, request->password ? request->password : "");
}

/// The result of the transfer, once it is over; -1 where the user gave up.
static int run(transfer_connection *connection, const transfer_request *request) {
  for (;;) {
    int running = 0;
    if (curl.perform(connection->multi, &running) != 0) return 2;
    if (!running) break;
    if (request->is_cancelled && request->is_cancelled(request->context)) return -1;
    curl.wait(connection->multi, NULL, 0, 50, NULL);
  }
  int left = 0;
  const curl_message *message = curl.read(connection->multi, &left);
  return message ? message->data.result : 2;
}

void transfer_perform(transfer_connection *connection, const transfer_request *request,
                      transfer_result *result) {
  memset(result, 0, sizeof *result);
  void *easy = connection->easy;
  set_up(easy, connection, request, result->error);
  int code = 2;
  long sent = 0;
  if (curl.add(connection->multi, easy) == 0) {
    code = run(connection, request);
    curl.getinfo(easy, INFO_STATUS, &result->status);
    curl.getinfo(easy, INFO_REQUEST_SIZE, &sent);
    curl.remove(connection->multi, easy);
  }
  // The buffer lies with the caller and must not be written to after this.
  curl.setopt(easy, OPTION_ERROR_BUFFER, NULL);
  result->outcome = code == -1 ? TRANSFER_CANCELLED : outcome_of(code);
  if (result->outcome == TRANSFER_TIMEOUT && sent == 0) result->outcome = TRANSFER_NO_CONNECTION;
  if (code > 0 && !result->error[0])
    snprintf(result->error, sizeof result->error, "%s", curl.strerror(code));
}
