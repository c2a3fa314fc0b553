package org.leitai.registration;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.platform.http.Problem;
import org.leitai.registration.domain.IdNumber;
import org.leitai.registration.domain.Plain;
import org.leitai.registration.domain.RollCommand.RegisterUnits;
import org.leitai.registration.domain.Unit;

/** One entry from a JSON body, of staff or of the public form: checked here, so that nothing unusable comes near the roll. */
final class EntryReading {
    private static final int MAX_NAME_CHARS = 40;

    private final Rolls rolls;
    private final Delegations delegations;

    EntryReading(Rolls rolls, Delegations delegations) {
        this.rolls = rolls;
        this.delegations = delegations;
    }

    /**
     * The draft that a body describes.
     *
     * @param entry the id it will have
     * @param consent version of the words agreed to; empty when staff enters it
     */
    Future<Enrolment.Draft> draft(Home home, Doc.Obj body, UUID entry, String consent, Act act) {
        String division = division(home, body.text("division", ""));
        List<Person> people = people(body);
        String name = Plain.of(body.text("name", ""));
        boolean team = people.size() > 1
                || (!name.isEmpty() && !name.equals(people.getFirst().name()));
        return unit(home, body, act)
                .map(unit -> new Enrolment.Draft(entry, home, division, unit, team ? name : "", people, consent));
    }

    private static String division(Home home, String wanted) {
        List<String> known = home.discipline().objects("divisions").stream()
                .map(division -> division.text("id"))
                .toList();
        if (known.isEmpty() ? !wanted.isEmpty() : !known.contains(wanted)) {
            throw invalid("division-unknown", "division '" + wanted + "' must be one of " + known);
        }
        return wanted;
    }

    private static List<Person> people(Doc.Obj body) {
        List<Doc.Obj> members = body.objects("members");
        if (members.isEmpty()) {
            return List.of(person(body));
        }
        List<Person> people = members.stream().map(EntryReading::person).toList();
        if (people.size() > 1 && Plain.of(body.text("name", "")).isEmpty()) {
            throw invalid("name-missing", "a team of " + people.size() + " needs a name");
        }
        return people;
    }

    private static Person person(Doc.Obj doc) {
        String name = Plain.of(doc.text("name", ""));
        if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            throw invalid("name-missing", "a person needs a name of 1 to " + MAX_NAME_CHARS + " characters");
        }
        String idNumber = IdNumber.normal(doc.text("idNumber", ""));
        if (!idNumber.isEmpty()) {
            IdNumber.Fault fault = IdNumber.check(idNumber, LocalDate.now(java.time.ZoneOffset.ofHours(8)));
            if (fault != IdNumber.Fault.NONE) {
                // The number itself must not come back in an answer that may be logged on the way.
                throw invalid("id-number-invalid", "the ID number is not valid: " + fault.name());
            }
        }
        return new Person(name, phone(doc), idNumber);
    }

    private static String phone(Doc.Obj doc) {
        String phone = Plain.of(doc.text("phone", "")).replace(" ", "").replace("-", "");
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9]{5,15}")) {
            throw invalid("phone-invalid", "a phone number has 5 to 15 digits");
        }
        return phone;
    }

    /** A unit of the roll by id or name; a new name together with a delegation registers the unit. */
    private Future<Unit> unit(Home home, Doc.Obj body, Act act) {
        String wanted = Plain.of(body.text("unit", ""));
        return rolls.units(home.roll()).compose(units -> {
            Unit known = find(units, wanted);
            return known == null ? register(home.roll(), wanted, body, act) : Future.succeededFuture(known);
        });
    }

    static @Nullable Unit find(List<Doc.Obj> units, String wanted) {
        String key = Unit.key(wanted);
        return units.stream()
                .map(org.leitai.registration.store.RollDocs::unit)
                .filter(unit -> unit.id().toString().equals(wanted)
                        || Unit.key(unit.name()).equals(key)
                        || Unit.key(unit.shortName()).equals(key))
                .findFirst()
                .orElse(null);
    }

    private Future<Unit> register(StreamId roll, String name, Doc.Obj body, Act act) {
        Delegations.Delegation delegation = delegations.find(body.text("delegation", ""));
        if (name.isEmpty() || delegation == null) {
            throw invalid(
                    "unit-unknown", "unit '" + name + "' is not on the roll; a new unit needs a name and a delegation");
        }
        Unit unit = new Unit(act.step("unit").key(), name, shorten(name), delegation.code());
        return rolls.done(roll, new RegisterUnits(List.of(unit)), act.step("unit"))
                .map(unit);
    }

    static String shorten(String name) {
        return name.codePointCount(0, name.length()) <= Unit.MAX_SHORT_CHARS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Unit.MAX_SHORT_CHARS));
    }

    static Problem invalid(String code, String detail) {
        return Problem.of(422, Refusal.of(code, detail));
    }
}
