// libcurl for Swift: its variadic functions, given one fixed type each.
#ifndef BREAKGLASS_CCURL_SHIM_H
#define BREAKGLASS_CCURL_SHIM_H

// The header's macros that check argument types are in the way of fixed types.
#ifndef CURL_DISABLE_TYPECHECK
#define CURL_DISABLE_TYPECHECK
#endif
#include <curl/curl.h>
#include <malloc.h>

// Macros in some releases and enumerators in others; Swift sees one type of each.
static const long breakglass_global_nothing = CURL_GLOBAL_NOTHING;
static const long breakglass_http_1_1 = CURL_HTTP_VERSION_1_1;
static const curl_socket_t breakglass_socket_timeout = CURL_SOCKET_TIMEOUT;
static const long breakglass_pipe_nothing = CURLPIPE_NOTHING;
static const long breakglass_tls_1_2 = CURL_SSLVERSION_TLSv1_2;

static inline CURLcode breakglass_setopt_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode breakglass_setopt_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode breakglass_setopt_pointer(CURL *easy, CURLoption option, const void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode breakglass_setopt_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode breakglass_setopt_write(
    CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline CURLcode breakglass_setopt_header(
    CURL *easy, curl_write_callback callback, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
    return code != CURLE_OK ? code : curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

static inline CURLcode breakglass_getinfo_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode breakglass_getinfo_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode breakglass_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

static inline CURLMcode breakglass_multi_setopt_socket(
    CURLM *multi, curl_socket_callback callback, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
    return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
}

static inline CURLMcode breakglass_multi_setopt_timer(
    CURLM *multi, curl_multi_timer_callback callback, void *context) {
    CURLMcode code = curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
    return code != CURLM_OK ? code : curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

// The result of a message is a member of an unnamed union.
static inline CURLcode breakglass_message_result(const CURLMsg *message) {
    return message->data.result;
}

// libcurl allocates its buffers for each transfer anew. glibc gives memory of that size back to the
// system at once and fetches it again page by page, which can double the time of an exchange.
static inline void breakglass_keep_freed_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

#endif
