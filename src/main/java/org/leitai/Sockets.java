package org.leitai;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.uring.IoUring;
import io.vertx.core.transport.Transport;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leitai.platform.embedded.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How this node reads and writes its sockets: what {@code LEITAI_SOCKETS} asks for, and what this machine has. */
public enum Sockets {
    /**
     * The fastest that this process may use: io_uring from Linux 6.0 on, because kernels before 5.12 count rings as locked memory, of which
     * there is little. Containers often may not use it: Docker's default seccomp profile refuses it.
     */
    AUTO,
    IO_URING,
    EPOLL,
    NIO;

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    static Sockets named(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }

    /**
     * For {@code Vertx.builder().withTransport}; which it is stands in the log and in the meter {@code leitai.sockets}.
     *
     * @throws CannotStart when it was asked for by name and this machine or process cannot have it
     */
    Transport transport(MeterRegistry metrics) {
        Transport transport = switch (this) {
            case AUTO -> best();
            case IO_URING -> demanded(Transport.IO_URING);
            case EPOLL -> demanded(Transport.EPOLL);
            case NIO -> Transport.NIO;
        };
        LOG.info("sockets: {}", transport.name());
        Gauge.builder("leitai.sockets", () -> 1)
                .description("1 for the way in which this node's sockets are read and written")
                .tag("transport", transport.name())
                .register(metrics);
        return transport;
    }

    private static Transport best() {
        // Reading many times by one request came with Linux 6.0.
        if (usable(Transport.IO_URING) && IoUring.isRecvMultishotEnabled()) {
            return Transport.IO_URING;
        }
        LOG.info("not io_uring: {}", usable(Transport.IO_URING) ? "Linux is older than 6.0" : why(Transport.IO_URING));
        if (usable(Transport.EPOLL)) {
            return Transport.EPOLL;
        }
        LOG.warn("not epoll either: {}", why(Transport.EPOLL));
        return Transport.NIO;
    }

    private static boolean usable(@Nullable Transport transport) {
        return transport != null && transport.available();
    }

    private Transport demanded(@Nullable Transport transport) {
        if (transport == null || !transport.available()) {
            throw new CannotStart(
                    "LEITAI_SOCKETS=%s is not to be had here (%s). Leave it out: the program takes what there is."
                            .formatted(name().toLowerCase(Locale.ROOT), why(transport)));
        }
        return transport;
    }

    private static String why(@Nullable Transport missing) {
        return Optional.ofNullable(missing)
                .map(Transport::unavailabilityCause)
                .map(Throwable::getMessage)
                .orElse("no library for this machine");
    }
}
