// For comparison: a simple echo function over the distribution's libcurl.
// One easy handle, kept alive. The event is collected in a growing buffer and sent with POSTFIELDS.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct buffer {
    char *bytes;
    size_t count, capacity;
};

static size_t collect(char *bytes, size_t size, size_t count, void *context) {
    struct buffer *buffer = context;
    size_t length = size * count;
    if (buffer->count + length > buffer->capacity) {
        size_t capacity = 2 * (buffer->count + length);
        char *larger = realloc(buffer->bytes, capacity);
        if (!larger) return 0;
        buffer->bytes = larger;
        buffer->capacity = capacity;
    }
    memcpy(buffer->bytes + buffer->count, bytes, length);
    buffer->count += length;
    return length;
}

static size_t discard(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes, (void)context;
    return size * count;
}

static size_t read_header(char *bytes, size_t size, size_t count, void *context) {
    static const char name[] = "Lambda-Runtime-Aws-Request-Id:";
    size_t length = size * count;
    char *id = context;
    if (length > sizeof name && strncasecmp(bytes, name, sizeof name - 1) == 0) {
        char line[256];
        snprintf(line, sizeof line, "%.*s", (int)length, bytes);
        sscanf(line + sizeof name - 1, " %127s", id);
    }
    return length;
}

int main(void) {
    const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
    if (!api) {
        fputs("AWS_LAMBDA_RUNTIME_API is not set\n", stderr);
        return 1;
    }
    char next[256], response[512], id[128];
    snprintf(next, sizeof next, "http://%s/2018-06-01/runtime/invocation/next", api);
    struct buffer event = {0};
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL *easy = curl_easy_init();
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    headers = curl_slist_append(headers, "Expect:");
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, id);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &event);
    for (;;) {
        event.count = 0;
        id[0] = 0;
        curl_easy_setopt(easy, CURLOPT_URL, next);
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, NULL);
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, read_header);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
        if (curl_easy_perform(easy) != CURLE_OK) return 1;
        snprintf(
            response, sizeof response, "http://%s/2018-06-01/runtime/invocation/%s/response", api,
            id);
        curl_easy_setopt(easy, CURLOPT_URL, response);
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, event.count ? event.bytes : "");
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)event.count);
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, NULL);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
        if (curl_easy_perform(easy) != CURLE_OK) return 1;
    }
}
