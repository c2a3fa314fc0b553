package org.leitai.judging.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leitai.judging.domain.DisciplineCommand.AssignNumbers;
import org.leitai.judging.domain.DisciplineCommand.SealNumbers;
import org.leitai.judging.domain.DisciplineEvent.NumbersAssigned;
import org.leitai.judging.domain.DisciplineEvent.NumbersSealed;
import org.leitai.judging.domain.Scheme.Identity;
import org.leitai.kernel.Decision;
import org.leitai.kernel.Refusal;

/** Which numbers judges see; numbers may be given anew until the first mark names one. */
final class NumberRules {
    private static final String EVERY_STAGE = "*";
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,15}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private NumberRules() {}

    static Decision<DisciplineEvent> assign(DisciplineState state, AssignNumbers command) {
        List<Scheme.Stage> stages = targets(state, command.stage());
        if (stages.isEmpty()) {
            return Decision.refuse(
                    command.stage().equals(EVERY_STAGE)
                            ? Refusal.of("stage-sealed", "every stage of this discipline is sealed")
                            : Gate.unknownStage(state, command.stage()));
        }
        for (Scheme.Stage stage : stages) {
            var refusal = refusal(state, stage, command.links());
            if (refusal.isPresent()) {
                return Decision.refuse(refusal.get());
            }
        }
        return Decision.accept(stages.stream()
                .map(stage -> (DisciplineEvent) new NumbersAssigned(stage.id(), command.links()))
                .toList());
    }

    private static List<Scheme.Stage> targets(DisciplineState state, String stage) {
        return state.scheme().stages().stream()
                .filter(each -> stage.equals(EVERY_STAGE)
                        ? each.identity() != Identity.SEALED
                        : each.id().equals(stage))
                .toList();
    }

    private static Optional<Refusal> refusal(DisciplineState state, Scheme.Stage stage, List<Link> links) {
        if (stage.identity() == Identity.SEALED) {
            return Optional.of(Refusal.of(
                    "stage-sealed", "stage '" + stage.id() + "' is sealed: its numbers are drawn, not assigned"));
        }
        Set<String> numbers = new HashSet<>();
        Set<Object> entries = new HashSet<>();
        for (Link link : links) {
            if (!state.entries().containsKey(link.entry())) {
                return Optional.of(Refusal.of("unknown-entry", "entry " + link.entry() + " is not in this discipline"));
            }
            if (!numbers.add(link.number()) || !entries.add(link.entry())) {
                return Optional.of(Refusal.of(
                        "number-twice", "number '" + link.number() + "' or its entry appears twice in the list"));
            }
        }
        return malformed(numbers).or(() -> inUse(state, stage, links));
    }

    private static Optional<Refusal> malformed(Set<String> numbers) {
        return numbers.stream()
                .filter(number -> !NUMBER.matcher(number).matches())
                .findFirst()
                .map(number -> Refusal.of(
                        "bad-number", "'" + number + "' is not a number of 1 to 16 letters, digits, - or _"));
    }

    /** Numbers that marks name keep their entries. */
    private static Optional<Refusal> inUse(DisciplineState state, Scheme.Stage stage, List<Link> links) {
        var now = state.stage(stage.id()).numbers();
        return state.sheets().keySet().stream()
                .filter(sheet -> sheet.stage().equals(stage.id()))
                .map(SheetId::subject)
                .filter(subject -> now.containsKey(subject)
                        && links.stream()
                                .noneMatch(link -> link.number().equals(subject)
                                        && link.entry().equals(now.get(subject))))
                .sorted()
                .findFirst()
                .map(subject -> Refusal.of(
                        "numbers-in-use", "number '" + subject + "' of stage '" + stage.id() + "' has marks already"));
    }

    static Decision<DisciplineEvent> seal(DisciplineState state, SealNumbers command) {
        var stage = state.scheme().stage(command.stage()).orElse(null);
        if (stage == null) {
            return Decision.refuse(Gate.unknownStage(state, command.stage()));
        }
        if (stage.identity() != Identity.SEALED) {
            return Decision.refuse("stage-not-sealed", "stage '" + stage.id() + "' is not sealed by its rulebook");
        }
        Set<String> numbers = new HashSet<>(command.numbers());
        var malformed = malformed(numbers);
        if (malformed.isPresent()) {
            return Decision.refuse(malformed.get());
        }
        if (numbers.size() != command.numbers().size()) {
            return Decision.refuse("number-twice", "a number appears twice in the list");
        }
        if (!HASH.matcher(command.commitment()).matches()) {
            return Decision.refuse("bad-commitment", "a commitment is 64 hexadecimal digits");
        }
        if (state.stage(stage.id()).progress() != StageState.Progress.PENDING) {
            return Decision.refuse(
                    "numbers-in-use", "stage '" + stage.id() + "' is open: its numbers are drawn before");
        }
        return Decision.accept(new NumbersSealed(stage.id(), command.numbers(), command.commitment()));
    }
}
