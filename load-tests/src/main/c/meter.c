/*
 * The load client of the comparison: one thread, epoll, loopback only, bounded in connections, requests and time.
 *
 *   meter marks PORT CONNECTIONS SECONDS FORM SEATS_FILE   closed loop of POSTed marks, FORM marks a request
 *   meter get   PORT CONNECTIONS SECONDS PATHS_FILE        closed loop of GETs on keep-alive connections
 *   meter fan   PORT VIEWERS ROUNDS GAP_MS MARKER SUBSCRIBE_FILE PUBLISH_FILE [PUBLISH_PORT]
 *
 * SEATS_FILE: one line a seat, "discipline session csrf subject,subject,…". Fewer connections than seats: each goes round
 * among its own; more: they share a seat's session and divide its subjects. No slot is marked by two connections, so a mark
 * always replaces the one before it; the newest key of each slot is kept in SEATS_FILE.keys for the next run. What is answered
 * with 503 is sent again under its key and counted in "repeats".
 * PATHS_FILE: one path a line, taken at random. SUBSCRIBE_FILE and PUBLISH_FILE: raw requests; @@ROUND@@, @@KEY@@ and @@BASIS@@ in the latter become the
 * round's number modulo 5, a fresh UUID, and a JSON member that names the UUID of the round before (spaces in the first).
 *
 * Prints one line of name=value pairs. Latencies in microseconds.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CONNECTIONS = 20000, MOST_SECONDS = 120, MOST_ROUNDS = 200, MOST_SUBJECTS = 1000, INPUT = 65536, REQUEST = 16384, EVENTS = 1024 };

/* Seconds; what the program asks for. */
static const double RETRY_AFTER = 1;

static const char *const ASPECTS[4] = {"content", "language", "bearing", "overall"};

/* The slots that one connection marks with one seat's session. */
struct lane {
    const char *discipline, *session, *csrf;
    char **subjects;
    int subject_count, first, step, turn;
    char (*keys)[4][37]; /* newest key of each subject's aspects */
};

struct connection {
    int fd;
    char *in;            /* answer so far, INPUT bytes */
    int used;
    char request[REQUEST];
    int length, sent;
    double since;
    double again; /* when to repeat the request, 0 while an answer is awaited */
    /* marks */
    struct lane *lanes;
    int lane_count, lane;
    /* fan */
    int got;
    char tail[128];
    int tail_length;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void die(const char *what) {
    perror(what);
    exit(2);
}

static uint64_t random64(void) {
    static uint64_t s;
    if (!s) s = (uint64_t)(now() * 1e9) ^ ((uint64_t)getpid() << 40);
    s ^= s << 13;
    s ^= s >> 7;
    s ^= s << 17;
    return s;
}

static void uuid(char *to) {
    uint64_t a = random64(), b = random64();
    snprintf(to, 37, "%08x-%04x-7%03x-a%03x-%012llx", (unsigned)(a >> 32), (unsigned)(a >> 16) & 0xffff,
             (unsigned)a & 0xfff, (unsigned)(b >> 52), (unsigned long long)(b & 0xffffffffffffULL));
}

static char *slurp(const char *file) {
    FILE *f = fopen(file, "rb");
    if (!f) die(file);
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    rewind(f);
    char *text = malloc(size + 1);
    if (fread(text, 1, size, f) != (size_t)size) die(file);
    text[size] = 0;
    fclose(f);
    return text;
}

static char **lines(char *text, int *count) {
    char **list = malloc(sizeof *list * 1000001);
    *count = 0;
    for (char *line = strtok(text, "\n"); line && *count < 1000000; line = strtok(NULL, "\n")) list[(*count)++] = line;
    return list;
}

static int connect_to(int port, int number) {
    int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    if (fd < 0) die("socket");
    struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons(port)};
    from.sin_addr.s_addr = htonl(0x7f000001u + number % 8);
    to.sin_addr.s_addr = htonl(0x7f000001u);
    setsockopt(fd, IPPROTO_IP, 24 /* IP_BIND_ADDRESS_NO_PORT */, &one, sizeof one);
    if (bind(fd, (void *)&from, sizeof from)) die("bind");
    if (connect(fd, (void *)&to, sizeof to)) die("connect");
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double *latencies;
static long latency_count, latency_most = 20000000;

static long repeats, all_units;

static void report(double seconds, long units, long errors) {
    qsort(latencies, latency_count, sizeof *latencies, by_size);
    double p50 = latency_count ? latencies[latency_count / 2] * 1e6 : 0;
    double p99 = latency_count ? latencies[(long)(latency_count * .99)] * 1e6 : 0;
    printf("per_second=%.1f requests=%ld units=%ld errors=%ld repeats=%ld all=%ld p50=%.0f p99=%.0f seconds=%.2f\n",
           units / seconds, latency_count, units, errors, repeats, all_units, p50, p99, seconds);
}

/* ---- requests ------------------------------------------------------------------------------------------------- */

static int form;
static char **paths;
static int path_count;

static void next_marks(struct connection *c) {
    char body[REQUEST - 1024];
    struct lane *l = &c->lanes[c->lane++ % c->lane_count];
    int n = snprintf(body, sizeof body, "{\"marks\":[");
    for (int i = 0; i < form; i++) {
        int slots = (l->subject_count - l->first + l->step - 1) / l->step * 4;
        int slot = l->turn++ % slots, subject = l->first + slot / 4 * l->step;
        char *newest = l->keys[subject][slot % 4];
        char key[37];
        uuid(key);
        n += snprintf(body + n, sizeof body - n,
                      "%s{\"key\":\"%s\",\"stage\":\"speech\",\"subject\":\"%s\",\"aspect\":\"%s\",\"value\":\"%d.%d\","
                      "\"actMicros\":%lld",
                      i ? "," : "", key, l->subjects[subject], ASPECTS[slot % 4], slot % 2,
                      (int)(random64() % 5), (long long)(1790000000000000LL + latency_count));
        if (*newest) n += snprintf(body + n, sizeof body - n, ",\"replaces\":\"%s\"", newest);
        n += snprintf(body + n, sizeof body - n, "}");
        memcpy(newest, key, 37);
    }
    n += snprintf(body + n, sizeof body - n, "]}");
    c->length = snprintf(c->request, REQUEST,
                         "POST /api/v1/disciplines/%s/marks HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: leitai_session=%s; "
                         "leitai_device=018f0000-0000-7000-8000-000000000001\r\nX-CSRF-Token: %s\r\n"
                         "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
                         l->discipline, l->session, l->csrf, n, body);
}

static void next_get(struct connection *c) {
    c->length = snprintf(c->request, REQUEST, "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                         paths[random64() % path_count]);
}

/* Length of one whole answer in the buffer, 0 while it is not there. Answers have a Content-Length. */
static int whole(struct connection *c) {
    c->in[c->used] = 0;
    char *end = strstr(c->in, "\r\n\r\n");
    if (!end) return 0;
    char *length = strcasestr(c->in, "content-length:");
    if (!length || length > end) die("an answer without Content-Length");
    int total = end + 4 - c->in + atoi(length + 15);
    return c->used >= total ? total : 0;
}

static long count_of(const char *text, const char *what) {
    long n = 0;
    for (const char *at = text; (at = strstr(at, what)); at += strlen(what)) n++;
    return n;
}

static void put(struct connection *c) {
    ssize_t n = write(c->fd, c->request, c->length);
    if (n != c->length) die("write");
}

static char (*book)[4][37]; /* MOST_SUBJECTS for each seat */

static void open_book(const char *seats_file, int seat_count) {
    char name[4096];
    snprintf(name, sizeof name, "%s.keys", seats_file);
    size_t size = sizeof *book * MOST_SUBJECTS * seat_count;
    int fd = open(name, O_RDWR | O_CREAT, 0600);
    if (fd < 0 || ftruncate(fd, size)) die(name);
    book = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (book == MAP_FAILED) die(name);
}

static void take_lanes(struct connection *c, int number, int connections, int seat_count, char **seats) {
    int lanes = seat_count > connections ? seat_count : connections;
    c->lanes = calloc(lanes / connections + 1, sizeof *c->lanes);
    for (int i = number; i < lanes; i += connections) {
        struct lane *l = &c->lanes[c->lane_count++];
        char *save, *line = strdup(seats[i % seat_count]);
        l->discipline = strtok_r(line, " ", &save);
        l->session = strtok_r(NULL, " ", &save);
        l->csrf = strtok_r(NULL, " ", &save);
        char *list = strtok_r(NULL, " ", &save);
        l->subjects = malloc(sizeof(char *) * MOST_SUBJECTS);
        for (char *s = strtok(list, ","); s && l->subject_count < MOST_SUBJECTS; s = strtok(NULL, ",")) l->subjects[l->subject_count++] = s;
        l->first = i / seat_count;
        l->step = (lanes + seat_count - 1) / seat_count;
        if (l->first >= l->subject_count) die("more connections than subjects");
        l->keys = book + (size_t)(i % seat_count) * MOST_SUBJECTS;
    }
}

static int closed_loop(int port, int connections, double seconds, void (*next)(struct connection *), int seat_count,
                       char **seats) {
    int poll = epoll_create1(0);
    struct connection *all = calloc(connections, sizeof *all);
    for (int i = 0; i < connections; i++) {
        struct connection *c = &all[i];
        c->fd = connect_to(port, i);
        c->in = malloc(INPUT);
        if (seats) take_lanes(c, i, connections, seat_count, seats);
        struct epoll_event e = {.events = EPOLLIN, .data.ptr = c};
        epoll_ctl(poll, EPOLL_CTL_ADD, c->fd, &e);
    }
    double warm = now() + seconds / 4, start = 0, end = warm + seconds;
    long units = 0, errors = 0;
    int open = connections;
    for (int i = 0; i < connections; i++) {
        next(&all[i]);
        all[i].since = now();
        put(&all[i]);
    }
    struct epoll_event events[EVENTS];
    double t = now();
    /* What is under way at the end is waited for, so that the next run knows what its slots hold. */
    while (t < end || (open && t < end + 10)) {
        int n = epoll_wait(poll, events, EVENTS, 100);
        t = now();
        if (!start && t >= warm) start = t;
        /* "Try again" is no refusal: the same request once more, as a tablet does. */
        for (int i = 0; repeats && i < connections; i++) {
            if (!all[i].again || t < all[i].again) continue;
            all[i].again = 0;
            put(&all[i]);
        }
        for (int k = 0; k < n; k++) {
            struct connection *c = events[k].data.ptr;
            ssize_t got = read(c->fd, c->in + c->used, INPUT - 1 - c->used);
            if (got <= 0) die("the server closed a connection");
            c->used += got;
            int length = whole(c);
            if (!length) continue;
            if (!memcmp(c->in, "HTTP/1.1 503", 12)) {
                c->used = 0;
                c->again = t + RETRY_AFTER;
                repeats++;
                continue;
            }
            int ok = !memcmp(c->in, "HTTP/1.1 200", 12);
            long good = !ok ? 0 : seats ? count_of(c->in, "\"confirmed\"") : 1;
            all_units += good;
            long bad = (seats ? form : 1) - good;
            if (bad && !errors) fprintf(stderr, "%.600s\n", c->in);
            if (start && t < end) {
                units += good;
                errors += bad;
                if (latency_count < latency_most) latencies[latency_count++] = t - c->since;
            } else errors += bad;
            if (bad && errors > 1000) die("too many refusals");
            c->used = 0;
            if (t >= end) {
                open--;
                continue;
            }
            next(c);
            c->since = now();
            put(c);
        }
    }
    report(end - start, units, errors);
    return errors || open ? 1 : 0;
}

/* ---- fan-out -------------------------------------------------------------------------------------------------- */

static char *filled(const char *text, int round, const char *key, const char *basis) {
    static char out[REQUEST];
    char number[16];
    snprintf(number, sizeof number, "%d", round % 5);
    const char *const names[3] = {"@@ROUND@@", "@@KEY@@", "@@BASIS@@"};
    const char *const values[3] = {number, key, basis};
    char *to = out;
    while (*text) {
        int found = 0;
        for (int i = 0; i < 3 && !found; i++)
            if (!strncmp(text, names[i], strlen(names[i]))) {
                to = stpcpy(to, values[i]);
                text += strlen(names[i]);
                found = 1;
            }
        if (!found) *to++ = *text++;
    }
    *to = 0;
    return out;
}

static void drain(int poll, struct connection *all, double until, char *buffer, int size, double *bytes) {
    struct epoll_event events[EVENTS];
    while (now() < until) {
        int n = epoll_wait(poll, events, EVENTS, 20);
        for (int k = 0; k < n; k++) {
            ssize_t got;
            while ((got = read(all[events[k].data.u32].fd, buffer, size)) > 0) *bytes += got;
        }
    }
}

static int fan(int argc, char **argv) {
    int port = atoi(argv[2]), viewers = atoi(argv[3]), rounds = atoi(argv[4]), gap = atoi(argv[5]);
    const char *marker = argv[6];
    char *subscribe = slurp(argv[7]), *publish = slurp(argv[8]);
    int publish_port = argc > 9 ? atoi(argv[9]) : port, marker_length = strlen(marker);
    if (viewers > MOST_CONNECTIONS || rounds > MOST_ROUNDS || marker_length > 100) die("bounds");
    static char buffer[1 << 18];
    int poll = epoll_create1(0), open = 0;
    double bytes = 0, begun = now();
    struct connection *all = calloc(viewers, sizeof *all);
    for (int i = 0; i < viewers; i++, open++) {
        all[i].fd = connect_to(port, i);
        if (write(all[i].fd, subscribe, strlen(subscribe)) < 0) die("subscribe");
        fcntl(all[i].fd, F_SETFL, O_NONBLOCK);
        struct epoll_event e = {.events = EPOLLIN, .data.u32 = i};
        epoll_ctl(poll, EPOLL_CTL_ADD, all[i].fd, &e);
        if (i % 200 == 199) drain(poll, all, now() + 0.005, buffer, sizeof buffer, &bytes);
    }
    double connected = now() - begun;
    drain(poll, all, now() + 3, buffer, sizeof buffer, &bytes);
    fprintf(stderr, "connected %d in %.2f s\n", open, connected);
    if (rounds == 0) { /* hold them, so that memory can be looked at */
        puts("holding");
        fflush(stdout);
        drain(poll, all, now() + gap / 1000.0, buffer, sizeof buffer, &bytes);
        return 0;
    }
    double *last = calloc(rounds, sizeof *last);
    long missing = 0;
    char key[37] = "", basis[64];
    snprintf(basis, sizeof basis, "%50s", ""); /* as long as the real thing: the request's length is fixed */
    bytes = 0;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < viewers; i++) all[i].got = all[i].tail_length = 0;
        uuid(key);
        char *request = filled(publish, r, key, basis);
        snprintf(basis, sizeof basis, ",\"replaces\":\"%s\"", key);
        int fd = connect_to(publish_port, 0), left = open;
        double start = now(), t = start;
        if (write(fd, request, strlen(request)) < 0) die("publish");
        struct epoll_event events[EVENTS];
        while (left > 0 && now() - start < 10) {
            int n = epoll_wait(poll, events, EVENTS, 100);
            t = now();
            for (int k = 0; k < n; k++) {
                struct connection *c = &all[events[k].data.u32];
                /* What does not fit in one read wakes us again: a second one that finds nothing would cost as much as the first. */
                ssize_t got = read(c->fd, buffer + 128, sizeof buffer - 129);
                if (got > 0) {
                    bytes += got;
                    if (c->got) continue;
                    char *from = buffer + 128 - c->tail_length;
                    memcpy(from, c->tail, c->tail_length);
                    int have = got + c->tail_length;
                    if (memmem(from, have, marker, marker_length)) {
                        c->got = 1;
                        left--;
                        latencies[latency_count++] = t - start;
                    }
                    c->tail_length = have < marker_length - 1 ? have : marker_length - 1;
                    memmove(c->tail, from + have - c->tail_length, c->tail_length);
                }
                if (got == 0) {
                    epoll_ctl(poll, EPOLL_CTL_DEL, c->fd, 0);
                    if (!c->got) left--, missing++;
                    open--;
                }
            }
        }
        missing += left;
        last[r] = t - start;
        static char answer[4096];
        ssize_t got = read(fd, answer, sizeof answer - 1);
        if (got < 12 || (memcmp(answer + 9, "20", 2))) fprintf(stderr, "publish answered: %.300s\n", answer);
        close(fd);
        drain(poll, all, start + gap / 1000.0, buffer, sizeof buffer, &bytes);
    }
    qsort(last, rounds, sizeof *last, by_size);
    qsort(latencies, latency_count, sizeof *latencies, by_size);
    printf("last_p50=%.0f last_p99=%.0f last_max=%.0f receipt_p50=%.0f receipt_p99=%.0f missing=%ld viewers=%d bytes=%.0f connect=%.0f\n",
           last[rounds / 2] * 1e6, last[(int)(rounds * .99)] * 1e6, last[rounds - 1] * 1e6, latency_count ? latencies[latency_count / 2] * 1e6 : 0,
           latency_count ? latencies[(long)(latency_count * .99)] * 1e6 : 0, missing, open,
           bytes / rounds / (viewers ? viewers : 1), connected * 1e3);
    return missing ? 1 : 0;
}

int main(int argc, char **argv) {
    struct rlimit files = {MOST_CONNECTIONS + 100, MOST_CONNECTIONS + 100};
    setrlimit(RLIMIT_NOFILE, &files);
    latencies = malloc(sizeof *latencies * latency_most);
    if (argc >= 9 && !strcmp(argv[1], "fan")) return fan(argc, argv);
    int marks = argc == 7 && !strcmp(argv[1], "marks"), get = argc == 6 && !strcmp(argv[1], "get");
    if (!marks && !get) {
        fputs("usage: see the head of meter.c\n", stderr);
        return 2;
    }
    int port = atoi(argv[2]), connections = atoi(argv[3]), count;
    double seconds = atof(argv[4]);
    if (connections < 1 || connections > MOST_CONNECTIONS || seconds > MOST_SECONDS) die("bounds");
    if (get) {
        paths = lines(slurp(argv[5]), &path_count);
        return closed_loop(port, connections, seconds, next_get, 0, NULL);
    }
    form = atoi(argv[5]);
    if (form < 1 || form > 40) die("bounds");
    char **seats = lines(slurp(argv[6]), &count);
    open_book(argv[6], count);
    return closed_loop(port, connections, seconds, next_marks, count, seats);
}
