// A stand-in for AWS that answers every call after a fixed time, for Benchmarks/collector/run.
//
//     server LATENCY_MS REGIONS RULES
//
// Prints its port, answers until its standard input ends, and prints the number of calls and the
// largest number of waiting calls. One thread with epoll, so that it is not the bottleneck.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MOST_FDS = 4096, ROOM = 16384, MOST_WAITING = 65536 };

struct connection {
    char data[ROOM];
    size_t used;
};
struct reply {
    long long due;
    int fd;
    char *text;
    size_t length;
};

static struct connection *connections[MOST_FDS];
static struct reply waiting[MOST_WAITING]; // a ring: the latency is the same for all
static size_t first, count, most, calls;
static long long latency;
static char *regions, *rules;

static const char *const names[] = {
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-south-1", "ap-northeast-1",
    "ap-northeast-2", "ap-northeast-3", "ap-southeast-1", "ap-southeast-2", "ca-central-1",
    "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3", "eu-north-1", "sa-east-1"};

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(2);
}

static void make_lists(int region_count, int rule_count) {
    FILE *out;
    size_t length;
    out = open_memstream(&regions, &length);
    fprintf(out, "{\"Regions\":[");
    for (int i = 0; i < region_count; i++)
        fprintf(out, "%s{\"RegionName\":\"%s\",\"RegionOptStatus\":\"ENABLED\"}", i ? "," : "",
                names[i]);
    fprintf(out, "]}");
    fclose(out);
    out = open_memstream(&rules, &length);
    fprintf(out, "{\"Rules\":[");
    for (int i = 0; i < rule_count; i++)
        fprintf(out,
                "%s{\"Name\":\"breakglass-rule-%d\",\"Arn\":\"arn:aws:events:eu-west-1:1:rule/x\","
                "\"State\":\"ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS\",\"EventPattern\":"
                "\"{\\\"source\\\":[\\\"aws.sts\\\"],\\\"detail\\\":{\\\"eventName\\\":[\\\"%d\\\"]}}\"}",
                i ? "," : "", i, i);
    fprintf(out, "]}");
    fclose(out);
}

// The account whose audit role is assumed becomes the access key's id, so that later calls name it.
static const char *account_of(const char *request, const char *before) {
    static char account[13];
    const char *found = strstr(request, before);
    memcpy(account, found ? found + strlen(before) : "000000000000", 12);
    return account;
}

static const char *body(const char *request, int *status, char *room) {
    static const char targets[] =
        "{\"Targets\":[{\"Id\":\"1\",\"Arn\":\"arn:aws:events:eu-west-1:123456789012:event-bus/"
        "breakglass-hub\",\"RoleArn\":\"arn:aws:iam::%s:role/breakglass-forwarder\",\"DeadLetter"
        "Config\":{\"Arn\":\"arn:aws:sqs:eu-west-1:%s:breakglass-rules-dlq\"}}]}";
    *status = 200;
    if (strstr(request, "AWSEvents.ListTargetsByRule")) {
        char account[13];
        strcpy(account, account_of(request, "Credential=ASIA"));
        sprintf(room, targets, account, account);
        return room;
    }
    if (strstr(request, "AWSEvents.ListRules")) return rules;
    if (strstr(request, "AWSEvents.TestEventPattern")) return "{\"Result\":true}";
    if (strstr(request, "POST /listRegions ")) return regions;
    if (strstr(request, "POST /getAlternateContact "))
        return "{\"AlternateContact\":{\"EmailAddress\":\"security@example.com\"}}";
    if (strstr(request, "Action=AssumeRole&")) {
        sprintf(room,
                "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA%s"
                "</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>%0*d"
                "</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"
                "<AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/a/b</Arn><AssumedRoleId>A:b"
                "</AssumedRoleId></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>",
                account_of(request, "%3Aiam%3A%3A"), 400, 7);
        return room;
    }
    if (strstr(request, "Action=GetCallerIdentity")) {
        sprintf(room, "<R><GetCallerIdentityResult><Account>%s</Account><Arn>arn:aws:sts::x</Arn>"
                "</GetCallerIdentityResult></R>",
                account_of(request, "Credential=ASIA"));
        return room;
    }
    *status = 400;
    if (strstr(request, "x-www-form-urlencoded"))
        return "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>";
    return "{\"__type\":\"AccessDeniedException\"}";
}

static void answer(int fd, const char *request) {
    char room[2048];
    int status;
    const char *text = body(request, &status, room);
    if (count == MOST_WAITING) fail("too many calls wait");
    struct reply *reply = &waiting[(first + count++) % MOST_WAITING];
    reply->due = now() + latency;
    reply->fd = fd;
    reply->length = (size_t)asprintf(
        &reply->text, "HTTP/1.1 %d X\r\nx-amzn-RequestId: 1f2e\r\nContent-Type: text/plain\r\n"
        "Date: Sat, 21 Nov 2026 12:00:00 GMT\r\nContent-Length: %zu\r\n\r\n%s",
        status, strlen(text), text);
    calls++;
    if (count > most) most = count;
}

static void receive(int fd) {
    struct connection *connection = connections[fd];
    ssize_t got = read(fd, connection->data + connection->used, ROOM - 1 - connection->used);
    if (got <= 0) {
        close(fd);
        return;
    }
    connection->used += (size_t)got;
    connection->data[connection->used] = 0;
    char *end = strstr(connection->data, "\r\n\r\n");
    if (!end) return;
    char *field = strcasestr(connection->data, "\r\ncontent-length:");
    size_t length = field && field < end ? strtoul(field + 17, NULL, 10) : 0;
    if (connection->used < (size_t)(end + 4 - connection->data) + length) return;
    answer(fd, connection->data);
    connection->used = 0;
}

int main(int argc, char **argv) {
    if (argc != 4) return 64;
    latency = atoll(argv[1]) * 1000000LL;
    make_lists(atoi(argv[2]), atoi(argv[3]));
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), poller = epoll_create1(0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(listener, (void *)&address, size) || listen(listener, 1024) ||
        getsockname(listener, (void *)&address, &size))
        fail("listen");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    int watched[] = {listener, 0};
    for (int i = 0; i < 2; i++)
        epoll_ctl(poller, EPOLL_CTL_ADD, watched[i],
                  &(struct epoll_event){.events = EPOLLIN, .data.fd = watched[i]});
    for (;;) {
        while (count && waiting[first].due <= now()) {
            struct reply *reply = &waiting[first];
            // The answers are short and the socket's buffer is empty: one write takes all.
            if (write(reply->fd, reply->text, reply->length) < 0 && errno != EPIPE) perror("write");
            free(reply->text);
            first = (first + 1) % MOST_WAITING;
            count--;
        }
        long long left = count ? waiting[first].due - now() : 1000000000LL;
        struct timespec wait = {left > 0 ? left / 1000000000 : 0, left > 0 ? left % 1000000000 : 0};
        struct epoll_event events[256];
        int ready = epoll_pwait2(poller, events, 256, &wait, NULL);
        for (int i = 0; i < ready; i++) {
            int fd = events[i].data.fd;
            if (fd == 0) {
                printf("%zu %zu\n", calls, most);
                return 0;
            }
            if (fd != listener) {
                receive(fd);
                continue;
            }
            int one = 1, taken = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
            if (taken < 0) continue;
            if (taken >= MOST_FDS) fail("too many connections");
            setsockopt(taken, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            if (!connections[taken]) connections[taken] = malloc(sizeof(struct connection));
            connections[taken]->used = 0;
            epoll_ctl(poller, EPOLL_CTL_ADD, taken,
                      &(struct epoll_event){.events = EPOLLIN, .data.fd = taken});
        }
    }
}
