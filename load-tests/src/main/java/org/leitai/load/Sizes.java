package org.leitai.load;

/**
 * How much is measured: the table's own sizes, or small ones that only show that everything runs to its end.
 *
 * @param runs of each figure
 * @param seconds of one closed-loop run
 * @param disciplines of the contest with many
 * @param viewers of the big fan-out
 * @param rounds published to them in one run
 * @param rows of the big board
 */
record Sizes(int runs, double seconds, int disciplines, int viewers, int rounds, int rows) {
    private static final Sizes TABLE = new Sizes(3, 3, 500, 10_000, 15, 500_000);
    private static final Sizes SMALL = new Sizes(1, 1, 30, 200, 4, 5_000);

    private static Sizes chosen = TABLE;

    static Sizes now() {
        return chosen;
    }

    static void chooseSmall() {
        chosen = SMALL;
    }

    static boolean isSmall() {
        return chosen.equals(SMALL);
    }
}
