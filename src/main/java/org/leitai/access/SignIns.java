package org.leitai.access;

import io.vertx.core.Future;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.leitai.access.domain.Attempts;
import org.leitai.access.domain.Codes;
import org.leitai.access.store.Accounts;
import org.leitai.access.store.Cards;
import org.leitai.access.store.Failures;
import org.leitai.access.store.Sessions;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Refusal;
import org.leitai.platform.http.Authenticator;
import org.leitai.platform.http.Problem;
import org.leitai.platform.secret.InstallationKey;

/** Opens sessions: by password, by seat card, by contestant's slip. Wrong tries are counted before anything else is said. */
final class SignIns {
    /** A seat card is valid all day, and an evening longer. */
    static final long SEAT_S = 36 * 3600L;

    static final long STAFF_S = 12 * 3600L;
    private static final int TOKEN_BYTES = 32;
    private static final long MICROS = 1_000_000L;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Cards cards;
    private final Sessions sessions;
    private final Failures failures;
    private final LongSupplier nowMicros;

    SignIns(
            Accounts accounts,
            Passwords passwords,
            Cards cards,
            Sessions sessions,
            Failures failures,
            LongSupplier nowMicros) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.cards = cards;
        this.sessions = sessions;
        this.failures = failures;
        this.nowMicros = nowMicros;
    }

    /** A session just opened: what its cookies carry. */
    record Opened(String token, String csrf, long maxAgeSeconds, Sessions.Stored session) {}

    Future<Opened> byPassword(String login, String password, UUID device) {
        List<String> subjects = List.of("device:" + device, "login:" + login);
        return counted(
                        subjects,
                        () -> accounts.byLogin(login)
                                .compose(found -> passwords
                                        .matches(
                                                password,
                                                found.map(Accounts.Login::passwordHash)
                                                        .orElse(""))
                                        .map(matches -> found.filter(ignored -> matches))))
                .compose(found -> open(Sessions.Kind.STAFF, found.account().id(), null, device, STAFF_S));
    }

    Future<Opened> bySeatCode(String typed, UUID device, boolean takeover) {
        return counted(List.of("device:" + device), () -> holder(typed, true))
                .compose(card -> free(card, device, takeover)
                        .compose(ignored -> open(Sessions.Kind.SEAT, card.holder(), card, device, SEAT_S)));
    }

    /** One more seat on the device that holds {@code first}: a session of its own, found by the same cookie and the seat's name. */
    Future<Opened> bySeatCodeBeside(String typed, SeatHolder first, String token, String csrf, boolean takeover) {
        return counted(List.of("device:" + first.device()), () -> holder(typed, true))
                .compose(card -> {
                    if (card.holder().equals(first.seat()) || !card.discipline().equals(first.discipline())) {
                        return Future.failedFuture(
                                Problem.refused(
                                        Refusal.of(
                                                "seat-not-beside",
                                                "a device carries several seats of one discipline; that card is of another, or of the seat it holds already")));
                    }
                    return free(card, first.device(), takeover)
                            .compose(ignored -> openBeside(card, first, token, csrf));
                });
    }

    /** Nobody else's, or taken from the other device: then its sessions there end. */
    private Future<Void> free(Cards.Holder card, UUID device, boolean takeover) {
        return sessions.otherDevice(card.holder(), device, nowMicros.getAsLong())
                .compose(other -> {
                    if (other.isPresent() && !takeover) {
                        return Future.failedFuture(
                                Problem.refused(
                                        Refusal.of(
                                                "seat-in-use",
                                                "another device holds this seat; repeat with takeover to move the seat to this device")));
                    }
                    return sessions.revokeAll(card.holder(), nowMicros.getAsLong());
                });
    }

    Future<Opened> byEntryCode(String number, String typed, UUID device) {
        return counted(
                        List.of("device:" + device),
                        () -> holder(typed, false)
                                .map(found -> found.filter(card -> card.number().equals(number.strip()))))
                .compose(card -> open(Sessions.Kind.CONTESTANT, card.holder(), card, device, STAFF_S));
    }

    /** Whether that is the seat's PIN; wrong ones count against the seat on that device. */
    Future<Boolean> pinMatches(UUID seat, UUID device, String pin) {
        return counted(
                        List.of("pin:" + seat + ":" + device),
                        () -> cards.pinMatches(seat, pin)
                                .map(matches -> matches ? Optional.of(true) : Optional.empty()))
                .recover(failure ->
                        failure instanceof Problem problem && problem.code().equals("wrong-code")
                                ? Future.succeededFuture(false)
                                : Future.failedFuture(failure));
    }

    private Future<Optional<Cards.Holder>> holder(String typed, boolean seat) {
        String code = Codes.normalise(typed);
        if (code == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return seat ? cards.seatByCode(code) : cards.entryByCode(code);
    }

    private <T> Future<T> counted(List<String> subjects, Supplier<Future<Optional<T>>> attempt) {
        return allowed(subjects).compose(ignored -> attempt.get()).compose(found -> {
            if (found.isEmpty()) {
                return each(subjects, subject -> failures.add(subject, nowMicros.getAsLong()))
                        .compose(ignored -> Future.failedFuture(Problem.of(
                                401,
                                Refusal.of("wrong-code", "login, code or password is wrong; check it and try again"))));
            }
            return each(subjects, failures::clear).map(ignored -> found.get());
        });
    }

    private Future<Void> allowed(List<String> subjects) {
        return each(
                subjects,
                subject -> failures.count(subject, nowMicros.getAsLong())
                        .compose(count -> Attempts.allowed(subject, count)
                                ? Future.succeededFuture()
                                : Future.failedFuture(Problem.of(
                                        429,
                                        Refusal.of(
                                                        "too-many-attempts",
                                                        "too many wrong tries from this device; wait ten minutes or ask the organiser")
                                                .with(
                                                        "minutes",
                                                        Long.toString(Attempts.WINDOW_MICROS / MICROS / 60))))));
    }

    private static Future<Void> each(List<String> subjects, Function<String, Future<Void>> step) {
        return Future.all(subjects.stream().map(step).toList()).mapEmpty();
    }

    private Future<Opened> open(
            Sessions.Kind kind,
            UUID holder,
            Cards.@org.jspecify.annotations.Nullable Holder card,
            UUID device,
            long seconds) {
        String token = secret();
        var stored = new Sessions.Stored(
                UUID.randomUUID(),
                kind,
                holder,
                card == null ? null : card.contest().value(),
                card == null ? null : card.discipline().value(),
                device,
                secret());
        long now = nowMicros.getAsLong();
        return sessions.add(token, stored, now, now + seconds * MICROS)
                .map(ignored -> new Opened(token, stored.csrf(), seconds, stored));
    }

    private Future<Opened> openBeside(Cards.Holder card, SeatHolder first, String firstToken, String csrf) {
        String token = Authenticator.beside(firstToken, card.holder().toString());
        var stored = new Sessions.Stored(
                UUID.randomUUID(),
                Sessions.Kind.SEAT,
                card.holder(),
                card.contest().value(),
                card.discipline().value(),
                first.device(),
                csrf);
        long now = nowMicros.getAsLong();
        return sessions.addBeside(token, stored, first.session(), now, now + SEAT_S * MICROS)
                .map(ignored -> new Opened(token, csrf, SEAT_S, stored));
    }

    private static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(InstallationKey.random(TOKEN_BYTES));
    }
}
