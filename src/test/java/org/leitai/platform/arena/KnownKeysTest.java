package org.leitai.platform.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Act;
import org.leitai.platform.arena.KnownKeys.Known;
import org.leitai.platform.ledger.Hash;

class KnownKeysTest {
    private static final int MANY = 5_000;
    private static final int CHOSEN = 4_096;
    private static final int MANY_PLACES = 1 << 20;

    private final KnownKeys keys = new KnownKeys();
    private final Map<KnownKeys.Key, Known> model = new HashMap<>();

    /** Devices and keys that differ in few bits, commands of several events among those of one, read and decided. */
    @Property(tries = 200)
    void what_was_recorded_is_known_as_it_was(
            @ForAll @Size(max = 300) List<@IntRange(max = 2_000) Integer> commands, @ForAll Random random) {
        var known = new KnownKeys();
        var expected = new HashMap<KnownKeys.Key, Known>();
        long seq = 0;
        for (int command : commands) {
            Act act = act(command % 7, command / 7);
            List<String> names = names(1 + random.nextInt(3));
            seq += names.size();
            if (random.nextBoolean() && !expected.containsKey(KnownKeys.Key.of(act))) {
                var one = Map.of(KnownKeys.Key.of(act), new Known(request(command), seq, 1_000 + seq, names));
                known.addAll(one);
                expected.putAll(one);
            } else {
                for (String name : names) {
                    known.add(act, request(command), seq, 1_000 + seq, name);
                }
                List<String> all = new ArrayList<>();
                if (expected.get(KnownKeys.Key.of(act)) instanceof Known before) {
                    all.addAll(before.names());
                }
                all.addAll(names);
                expected.put(KnownKeys.Key.of(act), new Known(request(command), seq, 1_000 + seq, all));
            }
        }
        assertThat(known.size()).isEqualTo(expected.size());
        for (int command = 0; command <= 2_000; command++) {
            Act act = act(command % 7, command / 7);
            assertThat(known.get(act)).isEqualTo(expected.get(KnownKeys.Key.of(act)));
        }
    }

    @Test
    void many_commands_are_told_apart() {
        var random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            Act act = Act.by(Act.NOBODY, new UUID(random.nextLong(), random.nextLong()), new UUID(0, i));
            keys.add(act, request(i), i, i, "MarkRecorded");
            model.put(KnownKeys.Key.of(act), new Known(request(i), i, i, List.of("MarkRecorded")));
        }
        assertThat(keys.size()).isEqualTo(MANY);
        model.forEach((key, known) -> {
            assertThat(keys.get(Act.by(Act.NOBODY, key.device(), key.key()))).isEqualTo(known);
            assertThat(keys.get(Act.by(Act.NOBODY, key.key(), key.device()))).isNull();
        });
    }

    @Test
    void a_command_without_events_is_known() {
        Act act = act(1, 1);
        keys.addAll(Map.of(KnownKeys.Key.of(act), new Known(request(1), 5, 6, List.of())));
        assertThat(keys.get(act)).isEqualTo(new Known(request(1), 5, 6, List.of()));
        assertThat(keys.get(act(2, 1))).isNull();
    }

    @Test
    void keys_chosen_to_meet_do_not() {
        var places = new HashSet<Integer>();
        for (long i = 0; i < CHOSEN; i++) {
            // Equal after their halves were folded together, but for the highest bits.
            places.add(KnownKeys.hash(1, 2, (i << 52) ^ (i << 20), 3) & (MANY_PLACES - 1));
        }
        assertThat(places).hasSizeGreaterThan(CHOSEN / 2);
    }

    private static Act act(int device, int key) {
        return Act.by(Act.NOBODY, new UUID((long) device << 32, device), new UUID(key, (long) key << 32));
    }

    private static Hash request(int command) {
        return Hash.of(Integer.toString(command).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> names(int count) {
        return List.of("MarkRecorded", "SheetSigned", "MarkDisputed").subList(0, count);
    }
}
