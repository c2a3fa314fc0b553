package org.leitai.registration;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.leitai.kernel.StreamId;
import org.leitai.platform.gateway.Ids;
import org.leitai.registration.domain.Member;
import org.leitai.registration.store.PersonVault;
import org.leitai.registration.store.PersonVault.Newcomer;

/** Who people are, for the few places that may show it. Names are cached (bounded, least recently used out first). Safe on any thread. */
public final class People {
    /** Some 100 bytes each: 2 MB. */
    private static final int CACHED_NAMES = 20_000;

    private final PersonVault vault;
    private final AtomicLong forgotten = new AtomicLong();
    private final Map<UUID, String> names = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
            return size() > CACHED_NAMES;
        }
    };

    public People(PersonVault vault) {
        this.vault = vault;
    }

    /** Keeps people; the answer's ids and commitments may go into events. */
    public Future<List<Member>> keep(StreamId contest, List<Newcomer> newcomers) {
        return vault.keep(contest, newcomers);
    }

    /** Keeps somebody who is no contestant, such as a judge; the id may go into events. */
    public Future<UUID> keep(StreamId contest, String name) {
        UUID id = Ids.next();
        return keep(contest, List.of(new Newcomer(id, Person.named(name), ""))).map(id);
    }

    /** Names by person; whoever was erased is left out. */
    public Future<Map<UUID, String>> names(Collection<UUID> people) {
        Map<UUID, String> known = cached(people);
        long before = forgotten.get();
        Set<UUID> missing =
                people.stream().filter(person -> !known.containsKey(person)).collect(Collectors.toSet());
        return vault.read(missing).map(read -> {
            read.forEach((person, data) -> known.put(person, data.name()));
            remember(known, before);
            return known;
        });
    }

    /** Everything kept of people, for staff that may see it. */
    Future<Map<UUID, Person>> read(Collection<UUID> people) {
        return vault.read(people);
    }

    /** Destroys key and data of people. */
    Future<Void> destroy(StreamId contest, Collection<UUID> people) {
        forget(people);
        return vault.destroy(contest, people).onComplete(done -> forget(people));
    }

    /** Drops names from memory: another node erased them. */
    public void forget(Collection<UUID> people) {
        synchronized (names) {
            forgotten.incrementAndGet();
            people.forEach(names::remove);
        }
    }

    private Map<UUID, String> cached(Collection<UUID> people) {
        Map<UUID, String> known = new HashMap<>();
        synchronized (names) {
            for (UUID person : people) {
                String name = names.get(person);
                if (name != null) {
                    known.put(person, name);
                }
            }
        }
        return known;
    }

    /** Not when somebody was forgotten since the read began: it may have seen them still. */
    private void remember(Map<UUID, String> read, long before) {
        synchronized (names) {
            if (forgotten.get() == before) {
                names.putAll(read);
            }
        }
    }
}
