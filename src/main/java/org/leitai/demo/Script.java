package org.leitai.demo;

import java.util.List;

/** What the demonstration's contest consists of: three disciplines by three rulebooks, when they compete, and who marks in each. */
record Script(
        String code,
        String titleZh,
        String titleEn,
        String rulebook,
        String entriesFile,
        List<Planned> plan,
        List<Chair> chairs) {
    /** A session, in minutes from the start of the demonstration; before it where it is already over. */
    record Planned(String stage, int begins, int ends) {}

    /**
     * A seat to be set up.
     *
     * @param forms {@code stage/form}; empty means every form of the role
     */
    record Chair(String label, String role, List<String> forms) {}

    private static final int DAY = 24 * 60;

    static List<Script> all() {
        return List.of(welding(), rescue(), speech());
    }

    private static Script welding() {
        return new Script(
                "W",
                "焊工（焊条电弧焊）",
                "Welding (shielded metal arc)",
                "welding-2022",
                "welding-entries.csv",
                List.of(
                        new Planned("theory", -150, -60),
                        new Planned("practical", 0, 120),
                        new Planned("practical", 135, 255),
                        new Planned("practical", DAY, DAY + 120)),
                List.of(
                        new Chair("1", "judge", List.of()),
                        new Chair("2", "judge", List.of()),
                        new Chair("裁判长", "chief-judge", List.of())));
    }

    private static Script rescue() {
        return new Script(
                "R",
                "矿山救援（团体）",
                "Mine rescue (teams)",
                "mine-rescue",
                "rescue-entries.csv",
                List.of(new Planned("drill", 0, 90), new Planned("drill", 105, 195)),
                List.of(
                        new Chair("1", "judge", List.of("drill/alarm-sheet", "drill/recon-sheet")),
                        new Chair("2", "judge", List.of("drill/rescue-sheet")),
                        new Chair("3", "judge", List.of("drill/control-sheet", "drill/map-sheet")),
                        new Chair("1", "timekeeper", List.of()),
                        new Chair("裁判长", "chief-judge", List.of())));
    }

    private static Script speech() {
        List<Chair> jury = new java.util.ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            jury.add(new Chair(Integer.toString(i), "judge", List.of()));
        }
        jury.add(new Chair("1", "timekeeper", List.of()));
        jury.add(new Chair("裁判长", "chief-judge", List.of()));
        return new Script(
                "Y",
                "职工演讲比赛",
                "Workers' speech contest",
                "speech",
                "speech-entries.csv",
                List.of(new Planned("speech", 0, 90), new Planned("speech", 105, 195)),
                jury);
    }
}
