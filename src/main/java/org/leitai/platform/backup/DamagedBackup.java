package org.leitai.platform.backup;

/** The file is not a backup of ours, or not whole any more; the message says where. */
public final class DamagedBackup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedBackup(String message) {
        super(message);
    }

    DamagedBackup(String message, Throwable cause) {
        super(message, cause);
    }
}
