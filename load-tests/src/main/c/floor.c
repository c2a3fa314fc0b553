/*
 * The least that a fan-out can cost on this machine: a server that does nothing but one send() of the same bytes a viewer.
 *
 *   floor PORT THREADS
 *
 * Loopback only. Who sends GET is a viewer from then on; the body of a POST is sent to all viewers, whose sockets the threads share
 * between them, and answered once all have it. No HTTP beyond that, no queues, no slow viewers: less than any server may do.
 */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { MOST_VIEWERS = 20000, MOST_THREADS = 8, INPUT = 65536 };

static int viewers[MOST_VIEWERS], viewer_count, thread_count;
static char frame[INPUT + 64];
static int frame_length;

static void die(const char *what) {
    perror(what);
    exit(2);
}

static void *send_share(void *first) {
    for (int i = (int)(long)first; i < viewer_count; i += thread_count)
        if (send(viewers[i], frame, frame_length, MSG_NOSIGNAL | MSG_DONTWAIT) != frame_length) die("send");
    return 0;
}

static void forget(int fd) {
    for (int i = 0; i < viewer_count; i++)
        if (viewers[i] == fd) viewers[i] = viewers[--viewer_count];
    close(fd);
}

static void publish(int from, const char *body) {
    frame_length = snprintf(frame, sizeof frame, "data: %s\n\n", body);
    pthread_t threads[MOST_THREADS];
    for (long i = 1; i < thread_count; i++) pthread_create(&threads[i], 0, send_share, (void *)i);
    send_share(0);
    for (int i = 1; i < thread_count; i++) pthread_join(threads[i], 0);
    static const char answer[] = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
    if (write(from, answer, sizeof answer - 1) < 0) die("answer");
}

int main(int argc, char **argv) {
    if (argc != 3 || (thread_count = atoi(argv[2])) < 1 || thread_count > MOST_THREADS) {
        fprintf(stderr, "floor PORT THREADS, at most %d\n", MOST_THREADS);
        return 2;
    }
    int door = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(door, (struct sockaddr *)&here, sizeof here) || listen(door, 4096)) die("listen");
    int poll = epoll_create1(0);
    struct epoll_event e = {.events = EPOLLIN, .data.fd = door};
    epoll_ctl(poll, EPOLL_CTL_ADD, door, &e);
    static char in[INPUT];
    for (;;) {
        struct epoll_event found;
        if (epoll_wait(poll, &found, 1, -1) < 1) continue;
        int fd = found.data.fd;
        if (fd == door) {
            int guest = accept(door, 0, 0);
            setsockopt(guest, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            e.data.fd = guest;
            epoll_ctl(poll, EPOLL_CTL_ADD, guest, &e);
            continue;
        }
        int got = read(fd, in, sizeof in - 1);
        in[got > 0 ? got : 0] = 0;
        char *body = strstr(in, "\r\n\r\n");
        if (got <= 0) {
            forget(fd);
        } else if (!strncmp(in, "GET ", 4) && viewer_count < MOST_VIEWERS) {
            static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
            if (write(fd, head, sizeof head - 1) < 0) die("head");
            viewers[viewer_count++] = fd;
        } else if (!strncmp(in, "POST ", 5) && body) {
            publish(fd, body + 4);
        }
    }
}
