package org.leitai.judging;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.BiFunction;
import org.leitai.kernel.Principal;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.Role;
import org.leitai.kernel.StreamId;
import org.leitai.platform.http.Problem;

/** Who may do what with a discipline's judging. Rules that need the discipline's state are the decider's. */
public final class JudgingAccess {
    private JudgingAccess() {}

    /** Stages and entries' statuses are the organisers' and scorers'. */
    public static void mayRun(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER, Role.SCORER)) {
            throw Problem.forbidden("the discipline is run by organisers and scorers");
        }
    }

    /** The host calls up the next one. */
    public static void mayMoveCursor(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER, Role.SCORER, Role.HOST)) {
            throw Problem.forbidden("the cursor is moved by organisers, scorers and the host");
        }
    }

    /** Who sits where is the organisers'. */
    public static void maySeat(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.ORGANISER)) {
            throw Problem.forbidden("seats are kept by the organisers");
        }
    }

    /** The discipline's own seats see its stages and forms; staff of any role in it too. */
    public static void maySeeDiscipline(Principal principal, StreamId contest, StreamId discipline) {
        if (principal instanceof SeatHolder holder && holder.discipline().equals(discipline)) {
            return;
        }
        staffOf(principal, contest, discipline);
    }

    /** The grid holds no values and no names; judges other than the chief do not see each other's progress. */
    public static void maySeeProgress(Principal principal, StreamId contest, StreamId discipline) {
        if (isChief(principal, discipline)) {
            return;
        }
        staffOf(principal, contest, discipline);
    }

    /** Claims show values: the chief, and those who watch over the contest. */
    public static void maySeeClaims(Principal principal, StreamId contest, StreamId discipline) {
        if (!isChief(principal, discipline)
                && !staff(principal).has(contest, discipline, Role.ORGANISER, Role.SUPERVISOR, Role.AUDITOR)) {
            throw Problem.forbidden("claims are the chief judge's");
        }
    }

    /** The seat whose device this is. */
    public static SeatHolder seat(Principal principal, StreamId discipline) {
        SeatHolder holder = seat(principal);
        if (!holder.discipline().equals(discipline)) {
            throw Problem.forbidden("seat " + holder.seat() + " belongs to another discipline");
        }
        return holder;
    }

    public static SeatHolder seat(Principal principal) {
        return switch (principal) {
            case SeatHolder holder -> holder;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case Principal.Staff ignored -> throw Problem.forbidden("marks come from judges' seats, not from staff");
            case Principal.Contestant ignored -> throw Problem.forbidden("marks come from judges' seats");
        };
    }

    public static SeatHolder chief(Principal principal, StreamId discipline) {
        SeatHolder holder = seat(principal, discipline);
        if (holder.role() != Role.CHIEF_JUDGE) {
            throw Problem.forbidden("only the chief judge's seat may do this");
        }
        return holder;
    }

    /** The id events carry for whoever acts. */
    public static UUID actor(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff.account();
            case SeatHolder holder -> holder.person();
            case Principal.Contestant contestant -> contestant.entry();
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
        };
    }

    /** Fails with {@code wrong-pin} unless it is the one on the seat's card. */
    public static Future<Boolean> pinMatches(
            BiFunction<SeatHolder, String, Future<Boolean>> pins, SeatHolder holder, String pin) {
        return pins.apply(holder, pin).map(matches -> {
            if (!matches) {
                throw Problem.of(403, Refusal.of("wrong-pin", "that is not the PIN on this seat's card"));
            }
            return true;
        });
    }

    private static boolean isChief(Principal principal, StreamId discipline) {
        return principal instanceof SeatHolder holder
                && holder.role() == Role.CHIEF_JUDGE
                && holder.discipline().equals(discipline);
    }

    private static void staffOf(Principal principal, StreamId contest, StreamId discipline) {
        if (!staff(principal).has(contest, discipline, Role.values())) {
            throw Problem.forbidden("this is for staff of the contest");
        }
    }

    private static Principal.Staff staff(Principal principal) {
        return switch (principal) {
            case Principal.Staff staff -> staff;
            case Principal.Anonymous ignored -> throw Problem.unauthorized();
            case SeatHolder ignored -> throw Problem.forbidden("a judge's seat cannot do this; sign in as staff");
            case Principal.Contestant ignored ->
                throw Problem.forbidden("a contestant cannot do this; sign in as staff");
        };
    }
}
