// zlib for Swift: its initializing macro as functions. CloudTrail's log files are gzipped, and a zip's
// entries are deflated without a frame.
#ifndef BREAKGLASS_CZLIB_SHIM_H
#define BREAKGLASS_CZLIB_SHIM_H

// Input is only read: without this its pointer is not const.
#define ZLIB_CONST
#include <zlib.h>

// 15 bits of window, the largest; +16 is gzip and nothing else.
static inline int breakglass_inflate_init_gzip(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}

// Negative: nothing but the deflated bytes.
static inline int breakglass_inflate_init_raw(z_stream *stream) {
    return inflateInit2(stream, -15);
}

#endif
