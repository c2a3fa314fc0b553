package org.leitai.board.domain;

import org.jspecify.annotations.Nullable;
import org.leitai.judging.domain.DisciplineState;
import org.leitai.judging.domain.Phase;
import org.leitai.rulebook.Identity;
import org.leitai.rulebook.Publicity;
import org.leitai.rulebook.Stage;
import org.leitai.scoring.result.StageScore;

/**
 * What an audience may see now: the rulebook's publicity and identity, and the acts of publication. Every part of a board asks here
 * and nowhere else.
 */
final class Disclosure {
    private final Scene scene;
    private final Audience audience;
    private final boolean joinsAll;
    private final boolean showsRows;

    Disclosure(Scene scene, Audience audience) {
        this.scene = scene;
        this.audience = audience;
        this.joinsAll = scene.rulebook().stages().stream().allMatch(this::joins);
        this.showsRows = audience == Audience.STAFF || isAnnounced() || ((isLive() || isHeld()) && !hasSealedStage());
    }

    private DisciplineState state() {
        return scene.state();
    }

    boolean isAnnounced() {
        return state().phase() == Phase.ANNOUNCED;
    }

    private boolean isLocked() {
        return state().phase().compareTo(Phase.LOCKED) >= 0;
    }

    /** Whether this audience may join a number of that stage to an entry. */
    boolean joins(Stage stage) {
        if (isAnnounced()) {
            return true;
        }
        return switch (audience) {
            case PUBLIC -> stage.identity() == Identity.OPEN;
            case STAFF ->
                switch (stage.identity()) {
                    case OPEN -> true;
                    case NUMBER -> isLocked();
                    case SEALED -> state().stage(stage.id()).identitiesOpened();
                };
        };
    }

    boolean joinsAll() {
        return joinsAll;
    }

    /** Whether names stand in rows: always for staff, who registered them; for the public when nothing is left to join. */
    boolean namesRows() {
        return audience == Audience.STAFF || joinsAll;
    }

    /** Whether there are rows at all. */
    boolean showsRows() {
        return showsRows;
    }

    /** Whether counts of sheets are shown. */
    boolean showsProgress() {
        return audience == Audience.STAFF || scene.rulebook().publicity() != Publicity.NONE;
    }

    /** Whether the card of the one whose turn it is is shown. */
    boolean showsNow(Stage stage) {
        return audience == Audience.STAFF || (stage.identity() != Identity.SEALED && (isLive() || isHeld()));
    }

    /** Whether awards are shown: after announcement; to staff once nothing can change or be guessed any more. */
    boolean showsAwards() {
        return isAnnounced() || (audience == Audience.STAFF && isLocked() && joinsAll);
    }

    /**
     * Whether what a subject has in a stage is shown, on its card or in an entry's row.
     *
     * @param subject its number; null when it has none
     */
    boolean showsScore(Stage stage, @Nullable StageScore score, @Nullable String subject) {
        if (score == null || score.value() == null) {
            return false;
        }
        if (isAnnounced()) {
            return true;
        }
        boolean signed = subject != null && scene.grid().isSigned(stage.id(), subject);
        return switch (audience) {
            case PUBLIC -> stage.identity() != Identity.SEALED && isDue(score, signed);
            case STAFF -> joins(stage) && (isDue(score, signed) || signed || isLocked());
        };
    }

    /** Whether what a subject has in a stage is all there and kept back (暂不亮分) by the rule. */
    boolean holds(Stage stage, @Nullable StageScore score) {
        return isHeld()
                && !isAnnounced()
                && stage.identity() != Identity.SEALED
                && score != null
                && score.value() != null
                && score.complete();
    }

    private boolean isHeld() {
        return scene.rulebook().publicity() == Publicity.HELD;
    }

    private boolean isDue(StageScore score, boolean signed) {
        return switch (scene.rulebook().publicity()) {
            case AT_ONCE -> score.complete();
            case AFTER_SIGNOFF -> score.complete() && signed;
            case NONE, PROGRESS, HELD -> false;
        };
    }

    private boolean isLive() {
        return switch (scene.rulebook().publicity()) {
            case AT_ONCE, AFTER_SIGNOFF -> true;
            case NONE, PROGRESS, HELD -> false;
        };
    }

    private boolean hasSealedStage() {
        return scene.rulebook().stages().stream().anyMatch(stage -> stage.identity() == Identity.SEALED);
    }
}
