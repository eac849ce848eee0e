// Serves the Runtime API to several executables in turn and measures the time.
//
//   driver cycle SIZE CYCLES ROUNDS EXECUTABLE...
//       microseconds from one /next to the next: median, 10 and 90 of 100, processor time; and the
//       peak memory in kilobytes. One line per executable; their rounds alternate.
//   driver start TIMES EXECUTABLE...
//       microseconds from spawn to the first /next: median, 10 and 90 of 100
//   driver grow CYCLES EXECUTABLE
//       invocations so far, kilobytes resident, threads; one line per quarter
//
// SIZE is the event's length in bytes, or @FILE; the echo of a generated event is checked. Above 2,048
// bytes events go out in chunks, as AWS sends them; a negative SIZE frames them by length.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CHUNK = 32768 };

static const char FIELDS[] =
    "HTTP/1.1 200 OK\r\n"
    "Content-Type: application/json\r\n"
    "Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-2dfe598c3fcd\r\n"
    "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
    "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-west-1:123456789012:function:echo\r\n"
    "Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1\r\n"
    "Date: Sat, 21 Nov 2026 03:00:00 GMT\r\n";
static const char ACCEPTED[] =
    "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
    "Date: Sat, 21 Nov 2026 03:00:00 GMT\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

struct function {
    const char *path;
    pid_t pid;
    int listener, connection;
    char endpoint[64];
    char buffer[1 << 16];
    size_t filled;
};

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void listen_for(struct function *function) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t length = sizeof address;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    function->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(function->listener, (void *)&address, length) || listen(function->listener, 8))
        fail("listen");
    getsockname(function->listener, (void *)&address, &length);
    snprintf(
        function->endpoint, sizeof function->endpoint, "AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d",
        ntohs(address.sin_port));
}

static void spawn(struct function *function) {
    char *arguments[] = {(char *)function->path, NULL};
    char *environment[] = {function->endpoint, "AWS_LAMBDA_LOG_LEVEL=FATAL", NULL};
    if (posix_spawn(&function->pid, function->path, NULL, NULL, arguments, environment))
        fail(function->path);
    function->connection = accept4(function->listener, NULL, NULL, SOCK_CLOEXEC);
    int yes = 1;
    setsockopt(function->connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    function->filled = 0;
}

static void end(struct function *function) {
    close(function->connection);
    kill(function->pid, SIGKILL);
    waitpid(function->pid, NULL, 0);
}

// Reads one request, header and body. Returns the length of the body, which is not kept.
static size_t take_request(struct function *function, int is_post) {
    char *end_of_head;
    for (;;) {
        function->buffer[function->filled] = 0;
        end_of_head = strstr(function->buffer, "\r\n\r\n");
        if (end_of_head) break;
        ssize_t got = read(
            function->connection, function->buffer + function->filled,
            sizeof function->buffer - 1 - function->filled);
        if (got <= 0) fail("the function hung up");
        function->filled += got;
    }
    if (strncmp(function->buffer, is_post ? "POST " : "GET ", is_post ? 5 : 4)) {
        fprintf(stderr, "unexpected request: %.80s\n", function->buffer);
        exit(1);
    }
    end_of_head[2] = 0;
    char *field = strcasestr(function->buffer, "\r\ncontent-length:");
    size_t length = field ? strtoull(field + 17, NULL, 10) : 0;
    if (strcasestr(function->buffer, "\r\nexpect:"))
        write(function->connection, "HTTP/1.1 100 Continue\r\n\r\n", 25);
    size_t left = length, kept = function->filled - (end_of_head + 4 - function->buffer);
    if (kept > left) {
        memmove(function->buffer, end_of_head + 4 + left, kept - left);
        function->filled = kept - left;
        return length;
    }
    left -= kept;
    function->filled = 0;
    static char sink[1 << 20];
    while (left) {
        ssize_t got = read(function->connection, sink, left < sizeof sink ? left : sizeof sink);
        if (got <= 0) fail("the function hung up");
        left -= got;
    }
    return length;
}

static void send_all(struct function *function, const char *bytes, size_t count) {
    while (count) {
        ssize_t sent = write(function->connection, bytes, count);
        if (sent <= 0) fail("write");
        bytes += sent;
        count -= sent;
    }
}

// An answer to /next as sent, created once.
struct event {
    char *wire;
    size_t count, length;
    int is_echoed;
};

static struct event make_event(const char *size) {
    long wanted = atol(size);
    int by_length = wanted < 0 || wanted <= 2048, is_file = *size == '@';
    char *content = NULL;
    size_t length = labs(wanted);
    if (is_file) {
        FILE *file = fopen(size + 1, "r");
        content = malloc(8 << 20);
        if (!file || !content) fail(size);
        length = fread(content, 1, 8 << 20, file);
        by_length = length <= 2048;
        fclose(file);
    }
    char *wire = malloc(length + length / CHUNK * 16 + 4096), *end = wire;
    end += sprintf(end, "%s", FIELDS);
    if (by_length) end += sprintf(end, "Content-Length: %zu\r\n\r\n", length);
    else end += sprintf(end, "Transfer-Encoding: chunked\r\n\r\n");
    for (size_t at = 0; at < length;) {
        size_t part = by_length || length - at < CHUNK ? length - at : CHUNK;
        if (!by_length) end += sprintf(end, "%zx\r\n", part);
        if (is_file) memcpy(end, content + at, part);
        else memset(end, 'x', part);
        end += part;
        at += part;
        if (!by_length) end += sprintf(end, "\r\n");
    }
    if (!by_length) end += sprintf(end, "0\r\n\r\n");
    free(content);
    return (struct event){wire, end - wire, length, !is_file};
}

// One invocation, from a /next that was read to the following one.
static double cycle(struct function *function, const struct event *event) {
    double start = now();
    send_all(function, event->wire, event->count);
    if (take_request(function, 1) != event->length && event->is_echoed) {
        fprintf(stderr, "%s did not echo\n", function->path);
        exit(1);
    }
    send_all(function, ACCEPTED, sizeof ACCEPTED - 1);
    take_request(function, 0);
    return now() - start;
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double quantile(double *values, int count, double part) {
    qsort(values, count, sizeof *values, by_value);
    return values[(int)(part * (count - 1))];
}

// The processor time a process has used, in microseconds.
static double processor(pid_t pid) {
    char path[64];
    double nanoseconds = 0;
    snprintf(path, sizeof path, "/proc/%d/schedstat", pid);
    FILE *file = fopen(path, "r");
    if (!file || fscanf(file, "%lf", &nanoseconds) != 1) fail(path);
    fclose(file);
    return nanoseconds / 1e3;
}

static long resident(pid_t pid, const char *name) {
    char path[64], line[256];
    long value = -1;
    snprintf(path, sizeof path, "/proc/%d/status", pid);
    FILE *status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status))
        if (!strncmp(line, name, strlen(name))) value = atol(line + strlen(name) + 1);
    if (status) fclose(status);
    return value;
}

int main(int count, char **arguments) {
    signal(SIGPIPE, SIG_IGN);
    if (count > 5 && !strcmp(arguments[1], "cycle")) {
        int cycles = atoi(arguments[3]), rounds = atoi(arguments[4]), functions = count - 5;
        struct event event = make_event(arguments[2]);
        struct function *all = calloc(functions, sizeof *all);
        double *times = malloc(sizeof *times * functions * rounds * cycles);
        double *used = calloc(functions, sizeof *used);
        for (int f = 0; f < functions; f++) {
            all[f].path = arguments[5 + f];
            listen_for(&all[f]);
            spawn(&all[f]);
            take_request(&all[f], 0);
            for (int i = 0; i < 20; i++) cycle(&all[f], &event);
            used[f] = -processor(all[f].pid);
        }
        for (int round = 0; round < rounds; round++)
            for (int turn = 0; turn < functions; turn++) {
                int f = (turn + round) % functions;
                for (int i = 0; i < cycles; i++)
                    times[(f * rounds + round) * cycles + i] =
                        cycle(&all[f], &event);
            }
        for (int f = 0; f < functions; f++) {
            double *mine = times + (size_t)f * rounds * cycles;
            printf(
                "%.2f %.2f %.2f %.2f %ld\n", quantile(mine, rounds * cycles, 0.5),
                quantile(mine, rounds * cycles, 0.1), quantile(mine, rounds * cycles, 0.9),
                (used[f] + processor(all[f].pid)) / (rounds * cycles),
                resident(all[f].pid, "VmHWM:"));
            end(&all[f]);
        }
    } else if (count > 3 && !strcmp(arguments[1], "start")) {
        int times = atoi(arguments[2]);
        double *taken = malloc(sizeof *taken * times);
        for (int f = 3; f < count; f++) {
            struct function function = {.path = arguments[f]};
            listen_for(&function);
            for (int i = 0; i < times; i++) {
                double start = now();
                spawn(&function);
                take_request(&function, 0);
                taken[i] = now() - start;
                end(&function);
            }
            printf(
                "%.0f %.0f %.0f\n", quantile(taken, times, 0.5), quantile(taken, times, 0.1),
                quantile(taken, times, 0.9));
            close(function.listener);
        }
    } else if (count == 4 && !strcmp(arguments[1], "grow")) {
        int cycles = atoi(arguments[2]);
        struct function function = {.path = arguments[3]};
        struct event event = make_event("6000"), long_event = make_event("300000");
        listen_for(&function);
        spawn(&function);
        take_request(&function, 0);
        for (int i = 0; i <= cycles; i++) {
            if (i == cycles / 100 || (i && i % (cycles / 4) == 0))
                printf("%d %ld %ld\n", i, resident(function.pid, "VmRSS:"),
                       resident(function.pid, "Threads:"));
            cycle(&function, i % 100 ? &event : &long_event);
        }
        end(&function);
    } else {
        fputs("see the head of driver.c for what it takes\n", stderr);
        return 64;
    }
}
