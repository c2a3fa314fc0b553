package org.leitai.kernel;

/** Roles of the field, as permissions scoped to the installation, a contest or a discipline. */
public enum Role {
    ORGANISER("organiser"),
    SCORER("scorer"),
    TIMEKEEPER("timekeeper"),
    CALL_ROOM_CLERK("call-room-clerk"),
    ENCRYPTION_OFFICER("encryption-officer"),
    SUPERVISOR("supervisor"),
    HOST("host"),
    TEAM_LEADER("team-leader"),
    SCREEN_OPERATOR("screen-operator"),
    JUDGE("judge"),
    CHIEF_JUDGE("chief-judge"),
    CONTESTANT("contestant"),
    AUDITOR("auditor");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The stable name in events, database and contract. */
    public String code() {
        return code;
    }

    /**
     * The role with that code.
     *
     * @throws IllegalArgumentException when no role has it
     */
    public static Role ofCode(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("unknown role: " + code);
    }
}
