package org.leitai.platform.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Many {@code send()} in one system call: an io_uring of its own, beside the event loop's, because Netty's keeps a queue, a promise and
 * a completion for each of them. Nothing waits and nothing is under way after {@link #submit}: a socket that has no room says so.
 *
 * <p>For one thread. Names, numbers and layout are those of Linux's {@code include/uapi/linux/io_uring.h}; see io_uring(7).
 */
final class SendRing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendRing.class);

    // struct io_uring_params: where the kernel writes how it laid out the rings
    private static final int PARAMS_BYTES = 120;
    private static final int SQ_ENTRIES = 0;
    private static final int CQ_ENTRIES = 4;
    private static final int FEATURES = 20;
    private static final int SQ_TAIL = 40 + 4;
    private static final int SQ_ARRAY = 40 + 24;
    private static final int CQ_HEAD = 80;
    private static final int CQ_TAIL = 80 + 4;
    private static final int CQ_MASK = 80 + 8;
    private static final int CQ_CQES = 80 + 20;
    private static final int FEAT_SINGLE_MMAP = 1;

    // struct io_uring_sqe: one request
    private static final int SQE_BYTES = 64;
    private static final int SQE_OPCODE = 0;
    private static final int SQE_FD = 4;
    private static final int SQE_ADDRESS = 16;
    private static final int SQE_LENGTH = 24;
    private static final int SQE_MSG_FLAGS = 28;
    private static final int SQE_USER_DATA = 32;
    private static final byte OP_SEND = 26;
    private static final int MSG_DONTWAIT_NOSIGNAL = 0x40 | 0x4000;

    // struct io_uring_cqe: its result
    private static final int CQE_BYTES = 16;
    private static final int CQE_USER_DATA = 0;
    private static final int CQE_RESULT = 8;

    private static final VarHandle SHARED_INT = JAVA_INT.varHandle();

    private final int ring;
    private final int size;
    private final MemorySegment rings;
    private final MemorySegment requests;
    private final long sqTail;
    private final long cqHead;
    private final long cqTail;
    private final long cqes;
    private final int cqMask;
    private final int[] sent;
    private int tail;
    private int added;
    private boolean broken;

    private SendRing(int ring, MemorySegment params) {
        if ((params.get(JAVA_INT, FEATURES) & FEAT_SINGLE_MMAP) == 0) {
            throw new IllegalStateException("a kernel before 5.4");
        }
        this.ring = ring;
        this.size = params.get(JAVA_INT, SQ_ENTRIES);
        long array = params.get(JAVA_INT, SQ_ARRAY);
        this.cqes = params.get(JAVA_INT, CQ_CQES);
        long endOfResults = cqes + (long) params.get(JAVA_INT, CQ_ENTRIES) * CQE_BYTES;
        this.rings = Linux.map(ring, Math.max(array + (long) size * Integer.BYTES, endOfResults), Linux.OFF_SQ_RING);
        this.requests = Linux.map(ring, (long) size * SQE_BYTES, Linux.OFF_SQES);
        this.sqTail = params.get(JAVA_INT, SQ_TAIL);
        this.cqHead = params.get(JAVA_INT, CQ_HEAD);
        this.cqTail = params.get(JAVA_INT, CQ_TAIL);
        this.cqMask = rings.get(JAVA_INT, params.get(JAVA_INT, CQ_MASK));
        this.sent = new int[size];
        for (int slot = 0; slot < size; slot++) {
            rings.set(JAVA_INT, array + (long) slot * Integer.BYTES, slot);
            long request = (long) slot * SQE_BYTES;
            requests.set(JAVA_BYTE, request + SQE_OPCODE, OP_SEND);
            requests.set(JAVA_INT, request + SQE_MSG_FLAGS, MSG_DONTWAIT_NOSIGNAL);
        }
    }

    /**
     * A ring of the kernel's, if this process may have one.
     *
     * @param size how many requests fit, a power of two
     * @return null where this process may not have one
     */
    static @Nullable SendRing open(int size) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = arena.allocate(PARAMS_BYTES, Long.BYTES);
            int ring = Linux.setup(size, params);
            if (ring < 0) {
                LOG.warn("the kernel gives no ring for {} requests; every viewer is written to alone", size);
                return null;
            }
            try {
                return new SendRing(ring, params);
            } catch (IllegalStateException e) {
                LOG.warn("no ring for {} requests; every viewer is written to alone: {}", size, e.getMessage());
                Linux.close(ring);
                return null;
            }
        }
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return added == size;
    }

    /** After a failure, or closed: it must not be used any more. */
    boolean isBroken() {
        return broken;
    }

    /** One more request for the next {@link #submit}, until when the bytes must stay where they are. */
    void add(int socket, long address, int length) {
        long request = (long) (tail++ & (size - 1)) * SQE_BYTES;
        requests.set(JAVA_INT, request + SQE_FD, socket);
        requests.set(JAVA_LONG, request + SQE_ADDRESS, address);
        requests.set(JAVA_INT, request + SQE_LENGTH, length);
        requests.set(JAVA_LONG, request + SQE_USER_DATA, added++);
    }

    /**
     * Sends what was added.
     *
     * @return for each in the order of adding, how many bytes its socket took, or an error's number below zero; 0 for those that the
     *     kernel did not look at because the ring broke. The array is used again.
     */
    int[] submit() {
        int count = added;
        added = 0;
        Arrays.fill(sent, 0, count, 0);
        SHARED_INT.setRelease(rings, sqTail, tail);
        int begun = 0;
        while (begun < count && !broken) {
            // A request that fails at once ends the call early; the next call goes on behind it.
            int more = Linux.enter(ring, count - begun, count);
            if (more <= 0) {
                LOG.warn("the kernel took {} of {} requests; going on without the ring", begun, count);
                close();
            }
            begun += more;
        }
        take();
        return sent;
    }

    private void take() {
        int head = rings.get(JAVA_INT, cqHead);
        int end = (int) SHARED_INT.getAcquire(rings, cqTail);
        for (; head != end; head++) {
            long result = cqes + (long) (head & cqMask) * CQE_BYTES;
            sent[(int) rings.get(JAVA_LONG, result + CQE_USER_DATA)] = rings.get(JAVA_INT, result + CQE_RESULT);
        }
        SHARED_INT.setRelease(rings, cqHead, end);
    }

    /** Its memory stays mapped, some 30 kB, so that a result can still be read. */
    @Override
    public void close() {
        if (!broken) {
            broken = true;
            Linux.close(ring);
        }
    }

    /** The system calls; their numbers are the same on x86-64 and AArch64. */
    @SuppressWarnings("restricted") // foreign memory is what this class is for; the launcher allows it
    private static final class Linux {
        private static final long IO_URING_SETUP = 425;
        private static final long IO_URING_ENTER = 426;
        private static final long ENTER_GETEVENTS = 1;
        private static final long OFF_SQ_RING = 0;
        private static final long OFF_SQES = 0x10000000L;
        private static final int PROT_READ_WRITE = 1 | 2;
        private static final int MAP_SHARED_POPULATE = 0x1 | 0x8000;
        private static final long MAP_FAILED = -1;

        private static final Linker LINKER = Linker.nativeLinker();
        private static final MethodHandle SYSCALL = function(
                "syscall",
                FunctionDescriptor.of(
                        JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));
        private static final MethodHandle MMAP = function(
                "mmap", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
        private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

        static int setup(int size, MemorySegment params) {
            return call(IO_URING_SETUP, size, params.address(), 0, 0);
        }

        static int enter(int ring, int toSubmit, int toComplete) {
            return call(IO_URING_ENTER, ring, toSubmit, toComplete, ENTER_GETEVENTS);
        }

        static MemorySegment map(int ring, long bytes, long offset) {
            try {
                var mapped = (MemorySegment)
                        MMAP.invokeExact(MemorySegment.NULL, bytes, PROT_READ_WRITE, MAP_SHARED_POPULATE, ring, offset);
                if (mapped.address() == MAP_FAILED) {
                    throw new IllegalStateException("mmap of an io_uring failed");
                }
                return mapped.reinterpret(bytes);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        static void close(int descriptor) {
            try {
                int failed = (int) CLOSE.invokeExact(descriptor);
                LOG.trace("closed: {}", failed);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        private static int call(long number, long first, long second, long third, long fourth) {
            try {
                return (int) (long) SYSCALL.invokeExact(number, first, second, third, fourth, 0L, 0L);
            } catch (Throwable e) {
                throw unexpected(e);
            }
        }

        private static MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
            return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
        }

        /** Of functions in C nothing is thrown. */
        private static IllegalStateException unexpected(Throwable thrown) {
            return thrown instanceof IllegalStateException known ? known : new IllegalStateException(thrown);
        }
    }
}
