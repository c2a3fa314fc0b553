package org.leitai.registration;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.leitai.contest.ContestReads;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;

/** The public form: anybody may apply while registration is open; staff decides. */
final class ApplicationRoutes {
    /** Per browser and contest: a team leader enters a dozen people, a script enters thousands. */
    private static final int MOST_PER_HOUR = 60;

    private static final int WATCHED = 10_000;
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final ContestReads contests;
    private final EntryReading reading;
    private final Enrolment enrolment;
    private final LongSupplier nowMicros;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > WATCHED;
        }
    };

    private record Window(long sinceMicros, int count) {}

    ApplicationRoutes(ContestReads contests, EntryReading reading, Enrolment enrolment, LongSupplier nowMicros) {
        this.contests = contests;
        this.reading = reading;
        this.enrolment = enrolment;
        this.nowMicros = nowMicros;
    }

    void bind(Operations operations) {
        operations.on("apply", this::apply);
    }

    private Future<Reply> apply(Call call) {
        StreamId contest = call.stream("contestId");
        Doc.Obj body = call.body();
        String consent = body.text("consent", "");
        if (consent.isBlank()) {
            throw EntryReading.invalid("consent-missing", "applying needs consent to the use of the data given");
        }
        throttle(contest + "/" + call.device());
        Act act = call.act();
        UUID entry = act.step("entry").key();
        return contests.discipline(contest, new StreamId(body.uuid("discipline")))
                .compose(home -> {
                    if (!home.contest().bool("published") || !home.contest().bool("registrationOpen")) {
                        throw Problem.refused(
                                Refusal.of("registration-closed", "this contest takes no applications now"));
                    }
                    return reading.draft(home, body, entry, consent, act)
                            .compose(draft -> enrolment.submit(contest, home.roll(), List.of(draft), false, act));
                })
                .map(done -> Reply.created(
                        Doc.obj().put("id", entry).put("state", "applied").build()));
    }

    /** A restart forgets the counts, which is no harm. */
    private void throttle(String who) {
        long now = nowMicros.getAsLong();
        synchronized (windows) {
            Window window = windows.get(who);
            Window next = window == null || now - window.sinceMicros() > HOUR_MICROS
                    ? new Window(now, 1)
                    : new Window(window.sinceMicros(), window.count() + 1);
            windows.put(who, next);
            if (next.count() > MOST_PER_HOUR) {
                throw Problem.of(
                        429, Refusal.of("too-many-applications", "at most " + MOST_PER_HOUR + " applications an hour"));
            }
        }
    }
}
