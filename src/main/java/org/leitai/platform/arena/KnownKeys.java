package org.leitai.platform.arena;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.kernel.Act;
import org.leitai.platform.gateway.Outcome;
import org.leitai.platform.ledger.Hash;

/**
 * Which commands of a stream have been recorded, by device and key. One thread at a time.
 *
 * <p>A stream of a long day has a hundred thousand of them, and none is ever forgotten. As objects they were seven each, which a
 * collection had to move and a lookup to follow; here they are numbers one behind the other, 88 bytes a command, found through a table of
 * their positions.
 */
final class KnownKeys {
    /** Of a command: device and key, hash of the request, place and time of its last event, which name its event has. */
    private static final int WORDS = 11;

    private static final int KEY = 2;
    private static final int REQUEST = 4;
    private static final int SEQ = REQUEST + Hash.WORDS;
    private static final int RECORDED = SEQ + 1;
    private static final int NAME = RECORDED + 1;

    /** In place of the name: the command's names are in {@link #several}. */
    private static final int SEVERAL = -1;

    private static final int CHUNK = 1 << 10;
    private static final int FEW = 8;

    /** One for each half of device and key: whoever chooses keys cannot choose where they meet. */
    private static final long[] FACTORS = new SecureRandom().longs(8).toArray();

    /** Commands in the order in which they came; all but the last hold {@link #CHUNK}. */
    private final List<long[]> chunks = new ArrayList<>();
    /** Where a command may stand: its number, from 1, at the place of its hash or the next free one; 0 is free. */
    private int[] table = new int[2 * FEW];

    private int size;

    /** Nearly every command causes one event, of a few names. */
    private final List<List<String>> single = new ArrayList<>();

    private final Map<String, Integer> singleByName = new HashMap<>();
    /** Names of commands with more or fewer events than one, by the command's number. */
    private final Map<Integer, List<String>> several = new HashMap<>();

    @Nullable Known get(Act act) {
        int number = table[place(act.device(), act.key())];
        return number == 0 ? null : known(number);
    }

    void addAll(Map<Key, Known> commands) {
        commands.forEach((key, known) -> {
            int number = numbered(key.device(), key.key(), known.request());
            happened(number, known.seq(), known.recordedMicros());
            setNames(number, known.names());
        });
    }

    /** One more event of a command; its parts follow one another. */
    void add(Act act, Hash request, long seq, long recordedMicros, String name) {
        int before = size;
        int number = numbered(act.device(), act.key(), request);
        happened(number, seq, recordedMicros);
        if (number > before) {
            setNames(number, List.of(name));
        } else {
            addName(number, name);
        }
    }

    int size() {
        return size;
    }

    /** A command's number: the one it has, or the next. */
    private int numbered(UUID device, UUID key, Hash request) {
        int place = place(device, key);
        if (table[place] != 0) {
            return table[place];
        }
        int number = size + 1;
        long[] words = room();
        int at = at(number);
        words[at] = device.getMostSignificantBits();
        words[at + 1] = device.getLeastSignificantBits();
        words[at + KEY] = key.getMostSignificantBits();
        words[at + KEY + 1] = key.getLeastSignificantBits();
        for (int i = 0; i < Hash.WORDS; i++) {
            words[at + REQUEST + i] = request.word(i);
        }
        table[place] = number;
        size = number;
        if (2 * size > table.length) {
            widen();
        }
        return number;
    }

    private void happened(int number, long seq, long recordedMicros) {
        long[] words = chunk(number);
        words[at(number) + SEQ] = seq;
        words[at(number) + RECORDED] = recordedMicros;
    }

    private void setNames(int number, List<String> names) {
        if (names.size() == 1) {
            chunk(number)[at(number) + NAME] = singleByName.computeIfAbsent(names.getFirst(), name -> {
                single.add(List.of(name));
                return single.size() - 1;
            });
        } else {
            chunk(number)[at(number) + NAME] = SEVERAL;
            several.put(number, new ArrayList<>(names));
        }
    }

    private void addName(int number, String more) {
        long which = chunk(number)[at(number) + NAME];
        if (which != SEVERAL) {
            setNames(number, List.of(single.get((int) which).getFirst(), more));
        } else {
            several.computeIfAbsent(number, none -> new ArrayList<>()).add(more);
        }
    }

    private Known known(int number) {
        long[] words = chunk(number);
        int at = at(number);
        long which = words[at + NAME];
        return new Known(
                Hash.ofWords(Arrays.copyOfRange(words, at + REQUEST, at + SEQ)),
                words[at + SEQ],
                words[at + RECORDED],
                which == SEVERAL ? List.copyOf(several.getOrDefault(number, List.of())) : single.get((int) which));
    }

    /** Where in the table a command stands, or may. */
    private int place(UUID device, UUID key) {
        int place = hash(
                        device.getMostSignificantBits(),
                        device.getLeastSignificantBits(),
                        key.getMostSignificantBits(),
                        key.getLeastSignificantBits())
                & (table.length - 1);
        while (table[place] != 0 && !isOf(table[place], device, key)) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private boolean isOf(int number, UUID device, UUID key) {
        long[] words = chunk(number);
        int at = at(number);
        return words[at + KEY + 1] == key.getLeastSignificantBits()
                && words[at + KEY] == key.getMostSignificantBits()
                && words[at + 1] == device.getLeastSignificantBits()
                && words[at] == device.getMostSignificantBits();
    }

    private void widen() {
        table = new int[2 * table.length];
        for (int number = 1; number <= size; number++) {
            long[] words = chunk(number);
            int at = at(number);
            int place = hash(words[at], words[at + 1], words[at + KEY], words[at + KEY + 1]) & (table.length - 1);
            while (table[place] != 0) {
                place = (place + 1) & (table.length - 1);
            }
            table[place] = number;
        }
    }

    /** The chunk for the next command; the first begins small, because most streams are short. */
    private long[] room() {
        int chunk = size / CHUNK;
        if (chunk == chunks.size()) {
            chunks.add(new long[WORDS * (chunk == 0 ? FEW : CHUNK)]);
        }
        long[] words = chunks.get(chunk);
        if (words.length < WORDS * (size % CHUNK + 1)) {
            chunks.set(chunk, Arrays.copyOf(words, 2 * words.length));
        }
        return chunks.get(chunk);
    }

    private long[] chunk(int number) {
        return chunks.get((number - 1) / CHUNK);
    }

    private static int at(int number) {
        return WORDS * ((number - 1) % CHUNK);
    }

    /** Multilinear hashing (Carter and Wegman): two keys meet as often as chance has it, whatever they are. */
    static int hash(long device, long deviceRest, long key, long keyRest) {
        long sum = share(device, 0) + share(deviceRest, 2) + share(key, 4) + share(keyRest, 6);
        return (int) (sum >>> Integer.SIZE);
    }

    private static long share(long word, int factor) {
        return (word >>> Integer.SIZE) * FACTORS[factor] + (word & 0xffff_ffffL) * FACTORS[factor + 1];
    }

    /** A key belongs to the device that made it. */
    record Key(UUID device, UUID key) {
        static Key of(Act act) {
            return new Key(act.device(), act.key());
        }
    }

    /**
     * A recorded command.
     *
     * @param seq of its last event
     * @param names of its events, in order
     */
    record Known(Hash request, long seq, long recordedMicros, List<String> names) {
        Outcome.Committed again() {
            return new Outcome.Committed(seq, recordedMicros, names, true);
        }
    }
}
