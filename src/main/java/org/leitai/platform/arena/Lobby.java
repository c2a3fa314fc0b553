package org.leitai.platform.arena;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.leitai.kernel.Command;
import org.leitai.platform.gateway.Outcome;

/** Commands and questions that came before the stream was loaded, in order. On the keeper's event loop. */
final class Lobby<C extends Command> {
    private final Deque<Waiting<C>> commands = new ArrayDeque<>();
    private final List<Runnable> questions = new ArrayList<>();

    void submit(Waiting<C> waiting) {
        commands.addLast(waiting);
    }

    void ask(Runnable question) {
        questions.add(question);
    }

    boolean isEmpty() {
        return commands.isEmpty() && questions.isEmpty();
    }

    int commands() {
        return commands.size();
    }

    void turnAwayLate(long nowNanos, RuntimeException why) {
        commands.removeIf(
                waiting -> waiting.isLate(nowNanos) && waiting.answer().tryFail(why));
    }

    void letCommandsIn(Consumer<Waiting<C>> desk) {
        commands.forEach(desk);
        commands.clear();
    }

    void answerCommands(Outcome outcome) {
        letCommandsIn(waiting -> waiting.answer().tryComplete(outcome));
    }

    /** Whoever answers them knows by now what there is to say. */
    void letQuestionsIn() {
        questions.forEach(Runnable::run);
        questions.clear();
    }
}
