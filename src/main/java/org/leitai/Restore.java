package org.leitai;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leitai.paper.PaperComparison;
import org.leitai.paper.PaperReport;
import org.leitai.platform.backup.BackupFile;
import org.leitai.platform.backup.BackupLoader;
import org.leitai.platform.backup.ScratchDatabase;
import org.leitai.platform.backup.ScratchDatabase.Place;
import org.leitai.platform.embedded.CannotStart;
import org.leitai.platform.embedded.PgAddress;
import org.leitai.platform.ledger.Migrations;
import org.leitai.platform.ledger.Verifier;
import org.leitai.platform.ledger.VerifierReport;
import org.leitai.platform.secret.InstallationKey;
import org.leitai.registration.store.SealedPeople;
import org.leitai.results.PublishedComparison;
import org.leitai.results.PublishedReport;

/** One restore, step by step; each says what it found. Blocks. */
final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PgAddress owner;
    private final PgAddress admin;
    private final PrintWriter out;
    private final String stamp;

    /**
     * A restore beside one database.
     *
     * @param owner the database in use and the role that owns its tables
     * @param admin a role that may make and rename databases, in another database
     */
    Restore(PgAddress owner, PgAddress admin, PrintWriter out, Clock clock) {
        this.owner = owner;
        this.admin = admin;
        this.out = out;
        this.stamp = STAMP.format(clock.instant());
    }

    /**
     * Tries a backup and, when asked and all agrees, puts it in the place of the database in use.
     *
     * @param key that fits the backup; null when it is lost
     * @return whether everything agreed
     * @throws CannotStart when the database server does not let us
     */
    boolean run(BackupFile file, @Nullable InstallationKey key, boolean checkOnly) throws IOException, SQLException {
        PgAddress own = owner.withDatabase("leitai_restore_" + stamp);
        ScratchDatabase scratch = create(own);
        boolean inPlace = false;
        try {
            List<String> differences = prove(scratch, own, file, key);
            differences.forEach(difference -> out.println("differs: " + difference));
            if (differences.isEmpty() && !checkOnly) {
                takePlace(scratch);
                inPlace = true;
            } else {
                out.println(
                        differences.isEmpty() ? "checked: nothing was changed" : "not restored: nothing was changed");
            }
            return differences.isEmpty();
        } finally {
            if (!inPlace) {
                scratch.drop();
            }
        }
    }

    private ScratchDatabase create(PgAddress own) {
        try {
            ScratchDatabase scratch = ScratchDatabase.create(place(admin), place(own));
            out.println("scratch database: " + own.database());
            return scratch;
        } catch (SQLException e) {
            throw new CannotStart(
                    "Role %s cannot make a scratch database (%s); let it once: ALTER ROLE %s CREATEDB."
                            .formatted(admin.user(), e.getMessage(), admin.user()),
                    e);
        }
    }

    private List<String> prove(ScratchDatabase scratch, PgAddress own, BackupFile file, @Nullable InstallationKey key)
            throws IOException, SQLException {
        List<String> differences = new ArrayList<>();
        scratch.migrate(file.manifest().migrations().getLast());
        try (Connection connection = scratch.connect()) {
            differences.addAll(new BackupLoader(connection).load(file));
        }
        Migrations.run(own.jdbcUrl(), own.user(), own.password());
        out.println("loaded: every table");
        differences.addAll(chains(own));
        if (differences.isEmpty()) {
            differences.addAll(results(own));
            differences.addAll(papers(own));
        }
        if (key != null) {
            try (Connection connection = scratch.connect()) {
                differences.addAll(people(connection, key));
            }
        }
        return differences;
    }

    private List<String> chains(PgAddress own) {
        VerifierReport report = Verifier.run(own.uri(), events -> {});
        out.printf(
                "ledger %s: %d streams, %d events, %d damaged%n",
                report.ledger(), report.streams(), report.events(), report.damaged());
        return report.differences().stream()
                .map(found -> "stream %s, event %d: %s".formatted(found.stream().value(), found.seq(), found.what()))
                .toList();
    }

    private List<String> results(PgAddress own) {
        PublishedReport report = PublishedComparison.run(own.uri());
        out.printf(
                "published results: %d records, %d rows compared with a new fold, %d differences%n",
                report.records(), report.rows(), report.differences().size());
        return report.differences();
    }

    private List<String> papers(PgAddress own) {
        PaperReport report = PaperComparison.run(own.uri());
        VerifyCommand.print(report, out);
        return report.differences();
    }

    private List<String> people(Connection connection, InstallationKey key) throws SQLException {
        connection.setAutoCommit(false);
        SealedPeople.Count count = SealedPeople.tryAll(connection, key);
        out.printf("people: %d, %d open with the installation key%n", count.people(), count.opened());
        return count.people() == count.opened()
                ? List.of()
                : List.of("%d people do not open with the installation key".formatted(count.people() - count.opened()));
    }

    private void takePlace(ScratchDatabase scratch) throws SQLException {
        String aside = owner.database() + "_before_" + stamp;
        try {
            scratch.takeThePlaceOf(owner.database(), aside);
            out.printf("restored: %s; what was there before is kept as database %s%n", owner.database(), aside);
        } catch (SQLException e) {
            throw new CannotStart(
                    "Database %s is in use (%s); stop every node, then restore again."
                            .formatted(owner.database(), e.getMessage()),
                    e);
        }
    }

    private static Place place(PgAddress address) {
        return new Place(address.jdbcUrl(), address.database(), address.user(), address.password());
    }
}
