// libcurl for Swift: its variadic functions, given one fixed type each.
#ifndef BREAKGLASS_CCURL_SHIM_H
#define BREAKGLASS_CCURL_SHIM_H

#include <curl/curl.h>

static inline CURLcode breakglass_setopt_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode breakglass_setopt_pointer(CURL *easy, CURLoption option, const void *value) {
    return curl_easy_setopt(easy, option, value);
}

#endif
