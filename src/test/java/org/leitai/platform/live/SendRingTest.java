package org.leitai.platform.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.unix.Socket;
import io.netty.channel.uring.IoUring;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sockets, where the kernel lets this process have a ring. */
class SendRingTest {
    private static final int SIZE = 4;
    private static final int NO_ROOM = -11;
    private static final int BAD_DESCRIPTOR = -9;

    private final Arena memory = Arena.ofConfined();
    private final List<Line> lines = new ArrayList<>();
    private SendRing ring;

    /** A connection: we write at one end, and read what came out at the other. */
    private record Line(Socket in, java.net.Socket out) {
        String read(int bytes) throws IOException {
            return new String(out.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
        }
    }

    @BeforeEach
    void open() {
        assumeTrue(IoUring.isAvailable(), "no io_uring for this process");
        ring = requireNonNull(SendRing.open(SIZE));
    }

    @AfterEach
    void close() throws IOException {
        if (ring != null) {
            ring.close();
        }
        for (Line line : lines) {
            line.in.close();
            line.out.close();
        }
        memory.close();
    }

    @Test
    void every_socket_gets_the_bytes_in_order_however_often_the_ring_goes_round() throws IOException {
        List<Line> viewers = List.of(line(), line(), line());

        StringBuilder told = new StringBuilder();
        for (int round = 0; round < 50; round++) {
            String text = "frame " + round + "\n";
            told.append(text);
            MemorySegment bytes = memory.allocateFrom(text, StandardCharsets.US_ASCII);
            viewers.forEach(viewer -> ring.add(viewer.in.intValue(), bytes.address(), text.length()));
            assertThat(ring.isFull()).isFalse();
            assertThat(ring.submit()).startsWith(text.length(), text.length(), text.length());
        }

        for (Line viewer : viewers) {
            assertThat(viewer.read(told.length())).isEqualTo(told.toString());
        }
    }

    @Test
    void a_socket_without_room_takes_what_it_can_and_nobody_waits_for_it() throws IOException {
        Line slow = line();
        Line quick = line();
        int length = 1 << 20;
        MemorySegment bytes = memory.allocate(length).fill((byte) 'x');

        long taken = 0;
        int last = length;
        while (last > 0) {
            ring.add(slow.in.intValue(), bytes.address(), length);
            last = ring.submit()[0];
            taken += Math.max(0, last);
        }
        ring.add(slow.in.intValue(), bytes.address(), length);
        ring.add(quick.in.intValue(), bytes.address(), 5);

        assertThat(ring.submit()).startsWith(NO_ROOM, 5);
        assertThat(quick.read(5)).isEqualTo("xxxxx");
        assertThat(slow.read((int) taken)).as("all that it said it took").hasSize((int) taken);
    }

    @Test
    void a_descriptor_that_is_gone_costs_only_its_own_viewer() throws IOException {
        Line first = line();
        Line gone = line();
        Line last = line();
        int closed = gone.in.intValue();
        gone.in.close();
        MemorySegment bytes = memory.allocateFrom("hello", StandardCharsets.US_ASCII);

        ring.add(first.in.intValue(), bytes.address(), 5);
        ring.add(closed, bytes.address(), 5);
        ring.add(last.in.intValue(), bytes.address(), 5);
        ring.add(first.in.intValue(), bytes.address(), 5);

        assertThat(ring.isFull()).isTrue();
        assertThat(ring.submit()).containsExactly(5, BAD_DESCRIPTOR, 5, 5);
        assertThat(first.read(10)).isEqualTo("hellohello");
        assertThat(last.read(5)).isEqualTo("hello");
    }

    @Test
    void a_ring_that_broke_says_of_every_request_that_nothing_was_sent() throws IOException {
        Line viewer = line();
        MemorySegment bytes = memory.allocateFrom("hello", StandardCharsets.US_ASCII);
        ring.add(viewer.in.intValue(), bytes.address(), 5);
        ring.close();

        assertThat(ring.isBroken()).isTrue();
        assertThat(ring.submit()).startsWith(0);
    }

    private Line line() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket in = Socket.newSocketStream();
            in.connect(new InetSocketAddress(door.getInetAddress(), door.getLocalPort()));
            Line line = new Line(in, door.accept());
            lines.add(line);
            return line;
        }
    }
}
