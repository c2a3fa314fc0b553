package org.leitai.demo;

import java.util.List;

/** What the demonstration's contest consists of: three disciplines by three rulebooks, and who marks in each. */
record Script(String code, String titleZh, String titleEn, String rulebook, String entriesFile, List<Chair> chairs) {
    /**
     * A seat to be set up.
     *
     * @param forms {@code stage/form}; empty means every form of the role
     */
    record Chair(String label, String role, List<String> forms) {}

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
        return new Script("Y", "职工演讲比赛", "Workers' speech contest", "speech", "speech-entries.csv", jury);
    }
}
