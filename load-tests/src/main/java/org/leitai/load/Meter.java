package org.leitai.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The load client {@code meter}, built from {@code src/main/c/meter.c}. */
final class Meter {
    private static final String BINARY = "target/meter";
    private static final String FLOOR = "target/floor";

    private Meter() {}

    static void build() {
        Shell.run("cc", "-O2", "-o", BINARY, "src/main/c/meter.c");
        Shell.run("cc", "-O2", "-pthread", "-o", FLOOR, "src/main/c/floor.c");
    }

    /** A server that does nothing but send, from {@code src/main/c/floor.c}; with as many threads as the program has loops for viewers. */
    static Process floor(int port, Path log) {
        return Shell.start(Map.of(), log, List.of(FLOOR, Integer.toString(port), "2"));
    }

    /** Marks per second. */
    static Map<String, Double> marks(int port, int clients, double seconds, int form, Path seats) {
        return nothingSentAgain(run("marks", port, clients, seconds, form, seats));
    }

    /** Single marks; what was to be tried again was sent again. */
    static Map<String, Double> marksSentAgain(int port, int clients, double seconds, Path seats) {
        return run("marks", port, clients, seconds, 1, seats);
    }

    private static Map<String, Double> nothingSentAgain(Map<String, Double> values) {
        if (values.get("repeats") > 0) {
            throw new IllegalStateException("the program was too busy for some requests: " + values);
        }
        return values;
    }

    static Map<String, Double> get(int port, int clients, double seconds, Path paths) {
        return nothingSentAgain(run("get", port, clients, seconds, paths));
    }

    static Map<String, Double> fan(int port, int viewers, int rounds, int gapMillis, String marker, Path sub, Path pub) {
        return run("fan", port, viewers, rounds, gapMillis, marker, sub, pub);
    }

    /** Viewers that only stay, for a while. */
    static Process hold(int port, int viewers, int millis, Path subscribe, Path log) {
        return Shell.start(Map.of(), log, List.of(BINARY, "fan", Integer.toString(port), Integer.toString(viewers), "0",
                Integer.toString(millis), "-", subscribe.toString(), subscribe.toString()));
    }

    private static Map<String, Double> run(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(BINARY));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Map<String, Double> values = new HashMap<>();
        for (String pair : Shell.run(Map.of(), command).strip().split("\\s+")) {
            values.put(pair.substring(0, pair.indexOf('=')), Double.valueOf(pair.substring(pair.indexOf('=') + 1)));
        }
        System.err.println(String.join(" ", command) + "  " + values);
        return values;
    }
}
