package org.leitai.kernel.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A map holds what it was given, also where hashes are the same, and none changes when another is made of it. */
class TrieMapTest {
    /** Few ids, of which many have equal hashes ({@code Aa} and {@code BB}), and many ids. */
    @Provide
    Arbitrary<List<String>> ids() {
        var equalHashes =
                Arbitraries.of("Aa", "BB").list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(
                        equalHashes, Arbitraries.integers().between(0, 5000).map(number -> "E" + number))
                .list()
                .ofMaxSize(300);
    }

    @Property(tries = 200)
    void itHoldsWhatItWasGiven(@ForAll("ids") List<String> ids) {
        var expected = new HashMap<String, Integer>();
        var map = TrieMap.<String, Integer>empty();
        for (var i = 0; i < ids.size(); i++) {
            var before = map;
            var sizeBefore = expected.size();
            map = map.plus(ids.get(i), i);
            assertThat(before.get(ids.get(i))).isEqualTo(expected.put(ids.get(i), i));
            assertThat(before).hasSize(sizeBefore);
        }
        assertThat(map).isEqualTo(expected);
        assertThat(map.size()).isEqualTo(expected.size());
        for (var id : ids) {
            assertThat(map.get(id)).isEqualTo(expected.get(id));
            assertThat(map.containsKey(id)).isTrue();
        }
        assertThat(map.get("nobody")).isNull();
        assertThat(map.containsKey("AaAaAaAaAa")).isFalse();
    }

    @Test
    void hundredThousandIdsAreFound() {
        var map = TrieMap.<String, Integer>empty();
        for (var i = 0; i < 100_000; i++) {
            map = map.plus(Integer.toString(i * 7919), i);
        }
        assertThat(map).hasSize(100_000);
        for (var i = 0; i < 100_000; i++) {
            assertThat(map.get(Integer.toString(i * 7919))).isEqualTo(i);
        }
        assertThat(map.keySet()).hasSize(100_000);
    }
}
