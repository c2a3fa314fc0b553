package org.leitai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.OddNode;
import org.leitai.testkit.Await;
import org.leitai.testkit.Program;
import org.leitai.testkit.RealServers;
import org.leitai.testkit.Trio;

/**
 * Three nodes as real processes, seven judges who mark and two people who watch all the while, and one thing after another that goes
 * wrong. Prints what it measured; times decide nothing. {@code -Dfaults=full} (profile {@code faults}) takes the durations that the
 * promises are stated for.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsClusterIT {
    /** Repetitions take a second each: where builds run beside it, a node may need more than that to take a stream over. */
    private static final int MOST_REPETITIONS = ThreeNodes.FULL ? 1 : 3;

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @TempDir
    static Path folder;

    private ThreeNodes three;
    private Trio trio;

    @BeforeAll
    void three_nodes() throws Exception {
        three = ThreeNodes.start(SERVERS, folder);
        trio = three.trio();
    }

    @AfterAll
    void stop() throws Exception {
        if (three != null) {
            three.close();
        }
    }

    @Test
    void the_owner_is_killed() throws Exception {
        three.judged("owner killed with -9", hall -> {
            Program owner = three.owner(hall);
            owner.kill();
            ThreeNodes.goesOn(hall);
            owner.startAgain();
        });
    }

    @Test
    void all_nodes_are_restarted_one_after_another() throws Exception {
        three.judged("every node stopped politely, started again", hall -> {
            hall.worst();
            for (Program node : trio.nodes()) {
                node.stop();
                ThreeNodes.goesOn(hall);
                node.startAgain();
                ThreeNodes.goesOn(hall);
            }
            List<String> worst = hall.worst();
            System.out.printf(
                    "fault: a request was repeated at most %d times while nodes stopped (promise: 1)%n", worst.size());
            assertThat(worst)
                    .as("a client that repeats once is always answered")
                    .hasSizeLessThanOrEqualTo(MOST_REPETITIONS);
        });
    }

    @Test
    void the_owner_is_paused_and_comes_back() throws Exception {
        three.judged("owner paused (SIGSTOP) and resumed", hall -> {
            Program owner = three.owner(hall);
            owner.pause();
            try {
                ThreeNodes.lasts(Duration.ofSeconds(20), Duration.ofSeconds(0));
                ThreeNodes.goesOn(hall);
            } finally {
                owner.resume();
            }
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void two_nodes_are_cut_from_each_other() throws Exception {
        Assumptions.assumeTrue(trio.network().canBeCut(), "needs the right to make network namespaces");
        three.judged("two nodes cut from each other", hall -> {
            int owner = trio.nodes().indexOf(three.owner(hall));
            int other = (owner + 1) % trio.nodes().size();
            double fencesBefore = fences();
            trio.network().cut(owner, other);
            try {
                assertThat(trio.network().reaches(owner, other)).isFalse();
                ThreeNodes.lasts(Duration.ofSeconds(30), Duration.ofSeconds(8));
                ThreeNodes.goesOn(hall);
            } finally {
                trio.network().mend(owner, other);
            }
            assertThat(trio.network().reaches(owner, other)).isTrue();
            ThreeNodes.goesOn(hall);
            System.out.printf("fault: two nodes cut from each other: %.0f fences%n", fences() - fencesBefore);
        });
    }

    /** How often a keeper found that another node had taken its stream. */
    private double fences() {
        return trio.nodes().stream()
                .mapToDouble(node -> Trio.figure(node, "leitai_keepers_fenced_total"))
                .sum();
    }

    @Test
    void the_owners_host_goes_silent() throws Exception {
        Assumptions.assumeTrue(trio.network().canBeCut(), "needs the right to make network namespaces");
        three.judged("owner's host unplugged and plugged in", hall -> {
            int owner = trio.nodes().indexOf(three.owner(hall));
            trio.network().unplug(owner);
            try {
                ThreeNodes.lasts(Duration.ofSeconds(20), Duration.ofSeconds(0));
                ThreeNodes.goesOn(hall);
            } finally {
                trio.network().plugIn(owner);
            }
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void postgresql_is_stopped_and_later_killed_in_the_middle_of_commits() throws Exception {
        three.judged("PostgreSQL stopped, then killed", hall -> {
            SERVERS.stopPostgres();
            try {
                ThreeNodes.lasts(Duration.ofSeconds(10), Duration.ofSeconds(1));
            } finally {
                SERVERS.startPostgres();
            }
            ThreeNodes.goesOn(hall);
            SERVERS.killPostgres();
            SERVERS.startPostgres();
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void redis_is_away_and_comes_back_empty() throws Exception {
        three.judged("Redis killed, back empty", hall -> {
            SERVERS.killRedis();
            try {
                ThreeNodes.lasts(Duration.ofSeconds(10), Duration.ofSeconds(1));
                ThreeNodes.goesOn(hall);
            } finally {
                SERVERS.startRedis();
            }
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void redis_comes_back_with_an_old_file() throws Exception {
        three.judged("Redis back with an old file", hall -> {
            SERVERS.saveRedis();
            ThreeNodes.goesOn(hall);
            SERVERS.killRedis();
            SERVERS.startRedis();
            SERVERS.forgetRedisFile();
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void a_mark_that_the_ledger_will_not_take_goes_alone() throws Exception {
        UUID poisoned = UUID.randomUUID();
        SERVERS.sql("""
                create function poison() returns trigger language plpgsql as $$
                begin
                    if new.command_key = '%s' then raise 'not this one' using errcode = '22023'; end if;
                    return new;
                end $$""".formatted(poisoned));
        SERVERS.sql("create trigger poison before insert on ledger_event for each row execute function poison()");
        try {
            three.judged("a poisoned command among good ones", hall -> {
                JsonObject answer = hall.poison(poisoned);
                assertThat(answer.getString("state")).as(answer.encode()).isEqualTo("refused");
                ThreeNodes.goesOn(hall);
            });
        } finally {
            SERVERS.sql("drop function poison cascade");
        }
    }

    @Test
    void an_older_copy_of_the_database_is_found_out_and_tablets_bring_their_marks_again() throws Exception {
        three.judged("database replaced by an older copy", (hall, spectators) -> {
            SERVERS.copyDatabase();
            int before = hall.confirmed();
            Await.until("the copy is 50 events older", () -> hall.confirmed() >= before + 50);
            hall.pause();
            SERVERS.replaceByCopy();
            Thread organiser = Thread.ofVirtual().start(() -> ThreeNodes.cursor(hall));
            Await.until(
                    "a node says so and takes nothing",
                    () -> trio.nodes().stream()
                            .anyMatch(node -> Trio.ready(node).contains("older than what was committed")));
            for (Program node : trio.nodes()) {
                node.stop();
            }
            trio.nodes().forEach(Program::beginAgain);
            trio.nodes().forEach(Program::awaitReady);
            organiser.join();
            spectators.forEach(Spectator::forget);
            hall.offerAgain();
        });
    }

    @Test
    void a_node_whose_clock_is_ten_minutes_off_keeps_nothing_and_does_not_start() throws Exception {
        Path wrong = folder.resolve("clock-is-wrong");
        Map<String, String> odd = Map.of(Program.MAIN, "org.leitai.OddNode", OddNode.CLOCK_FILE, wrong.toString());
        three.judged("a node's clock set ten minutes ahead", hall -> {
            Program node = three.owner(hall);
            node.stop();
            node.startAgain(odd);
            Files.createFile(wrong);
            Await.until("it says so", () -> Trio.ready(node).contains("this node's clock is"));
            ThreeNodes.goesOn(hall);
            isOfNow(hall);
            node.stop();
            assertThat(node.endsAtOnce(odd)).contains("clock is", "ahead of PostgreSQL's; set the clocks");
            Files.delete(wrong);
            node.startAgain();
        });
    }

    @Test
    void a_tablet_whose_clock_is_ten_minutes_off_marks_like_any_other() throws Exception {
        three.judged("a tablet's clock ten minutes ahead", hall -> {
            hall.clockAhead(Duration.ofMinutes(10));
            ThreeNodes.goesOn(hall);
            isOfNow(hall);
        });
    }

    private void isOfNow(BusyHall hall) throws Exception {
        assertThat(trio.newestMicros(hall.discipline()))
                .as("no event has a time to come")
                .isLessThan(TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis() + 60_000));
    }

    @Test
    void a_rolling_restart_brings_events_that_the_older_program_cannot_read() throws Exception {
        Map<String, String> older =
                Map.of(Program.MAIN, "org.leitai.OddNode", OddNode.UNKNOWN, "judging.cursor-moved.v1");
        Program old = trio.nodes().getLast();
        old.stop();
        old.startAgain(older);
        three.judged("rolling restart with two versions of events", hall -> {
            while (three.owner(hall) == old) {
                old.stop();
                old.startAgain(older);
                ThreeNodes.goesOn(hall);
            }
            ThreeNodes.cursor(hall);
            for (Program node : trio.nodes().subList(0, ThreeNodes.FULL ? 2 : 1)) {
                node.stop();
                ThreeNodes.goesOn(hall);
                assertThat(three.owner(hall))
                        .as("kept by a program that can read it")
                        .isNotSameAs(old);
                node.startAgain();
            }
            old.stop();
            old.startAgain();
            ThreeNodes.goesOn(hall);
        });
    }

    @Test
    void viewers_that_never_read_hold_up_nobody() throws Exception {
        three.judged("viewers that never read", hall -> {
            Program node = trio.nodes().getFirst();
            long before = node.residentBytes();
            try (Crowd crowd = new Crowd(hall.discipline())) {
                crowd.connectAndNeverRead(node.http(), ThreeNodes.FULL ? 1_000 : 300);
                ThreeNodes.lasts(Duration.ofSeconds(60), Duration.ofSeconds(5));
                ThreeNodes.goesOn(hall);
                System.out.printf(
                        "fault: viewers that never read: node's memory %d -> %d MB%n",
                        before >> 20, node.residentBytes() >> 20);
                assertThat(Trio.ready(node)).contains("\"ready\":true");
            }
        });
    }

    @Test
    void viewers_come_back_when_their_node_has_died() throws Exception {
        three.judged("viewers reconnect after their node died", hall -> {
            Program dies = trio.nodes().getFirst();
            List<URI> others = trio.nodes().stream()
                    .filter(node -> node != dies)
                    .map(Program::http)
                    .toList();
            int count = ThreeNodes.FULL ? 10_000 : 1_000;
            try (Crowd before = new Crowd(hall.discipline());
                    Crowd after = new Crowd(hall.discipline())) {
                before.connectAndSee(List.of(dies.http()), count, 1_000);
                dies.kill();
                before.leave();
                long all = after.connectAndSee(others, count, 5_000);
                System.out.printf(
                        "fault: %d viewers came back within 5 s: the last one saw its board after %d ms%n", count, all);
                ThreeNodes.goesOn(hall);
            }
            dies.startAgain();
        });
    }
}
