// zlib for Swift: its initialisers are macros, which Swift cannot call.
#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

// Reads gzip and zlib streams alike, by their own headers.
static inline int zlib_begin_any(z_stream *stream) { return inflateInit2(stream, 15 + 32); }

// Reads the bare streams inside of zip archives.
static inline int zlib_begin_bare(z_stream *stream) { return inflateInit2(stream, -15); }

#endif
