package org.leitai.settings;

/** Every setting there is, an environment variable each, in the order in which they are documented. */
public enum Setting {
    LEITAI_DATA(Kind.PATH, "data", "folder that holds everything; survives restarts"),
    LEITAI_HTTP_HOST(Kind.TEXT, "", "address to listen on; when not set: demo 127.0.0.1, serve 0.0.0.0"),
    LEITAI_HTTP_PORT(Kind.PORT, "8080", "port of HTTP; 0 takes a free one"),
    LEITAI_HTTPS_PORT(Kind.PORT, "", "port of HTTPS; HTTP's plus 363 when not set"),
    LEITAI_NAMES(Kind.LIST, "", "more names and addresses under which tablets reach this machine"),
    LEITAI_TLS_CERTIFICATE(
            Kind.PATH, "", "your own certificate chain, PEM, instead of the one made here; with LEITAI_TLS_KEY"),
    LEITAI_TLS_KEY(Kind.PATH, "", "its private key, PEM; with LEITAI_TLS_CERTIFICATE"),
    LEITAI_KEY_FILE(
            Kind.PATH,
            "",
            "file with the installation key, the same for all nodes; installation.key in the data folder when not set"),
    LEITAI_PG_URI(Kind.POSTGRES, "", "your own PostgreSQL instead of the embedded one"),
    LEITAI_PG_OWNER_URI(
            Kind.POSTGRES,
            "",
            "the same for the role that owns the tables and runs the migrations; LEITAI_PG_URI when not set"),
    LEITAI_REDIS_URI(Kind.REDIS, "", "your own Redis instead of the embedded one"),
    LEITAI_CLUSTER_HOST(Kind.TEXT, "127.0.0.1", "private address for the cluster's own traffic"),
    LEITAI_CLUSTER_PORT(
            Kind.PORT, "5701", "first port of the cluster's own traffic; the next free one of a hundred is taken"),
    LEITAI_CLUSTER_MEMBERS(
            Kind.LIST, "", "host:port of the nodes, or one name that stands in the DNS for all of them, with its port"),
    LEITAI_BEHIND_PROXY(
            Kind.SWITCH,
            "false",
            "true: believe X-Forwarded-For, -Proto and -Host; only when nobody but your proxy reaches this port"),
    LEITAI_METRICS_OPEN(Kind.SWITCH, "false", "true: /metrics answers everybody, not only this machine"),
    LEITAI_SOCKETS(
            Kind.SOCKETS,
            "auto",
            "how sockets are read and written; auto: io_uring where the kernel lets this process have it, else epoll"),
    LEITAI_LOG_LEVEL(Kind.LEVEL, "INFO", "how much the log says"),
    LEITAI_LOG_FORMAT(Kind.LOG_FORMAT, "text", "json: one JSON object a line, for log collectors"),
    LEITAI_DEMO_PACE(Kind.FACTOR, "1", "how many times faster than watching pace the demonstration's judges mark");

    private final Kind kind;
    private final String preset;
    private final String meaning;

    Setting(Kind kind, String preset, String meaning) {
        this.kind = kind;
        this.preset = preset;
        this.meaning = meaning;
    }

    Kind kind() {
        return kind;
    }

    /** What holds when the variable is not set; empty for none. */
    String preset() {
        return preset;
    }

    String meaning() {
        return meaning;
    }
}
