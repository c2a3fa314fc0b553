package org.leitai.platform.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.testkit.LedgerNode.done;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.testkit.LedgerNode;
import org.leitai.testkit.RealServers;

/** What the database itself refuses, whatever a program asks. */
@ExtendWith(VertxExtension.class)
class LedgerRulesIT {
    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @BeforeEach
    void aStreamWithOneEvent(Vertx vertx) throws Exception {
        LedgerNode node = LedgerNode.start(vertx, SERVERS.appPgUri());
        node.add(node.open(), 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set body = ''",
                "delete from ledger_event",
                "truncate ledger_event",
                "delete from stream_head",
                "truncate stream_head",
                "update ledger_identity set id = gen_random_uuid()",
                "update stream_head set kind = 'roll'",
                "update stream_head set created_micros = 0",
                "update stream_head set seq = seq - 1 where seq > 0",
                "update stream_head set seq = seq + 1",
                "update stream_head set hash = leaf from ledger_event e where e.stream = stream_head.stream",
                "update stream_head set term = term - 1",
                "alter table ledger_event disable trigger all",
            })
    void the_programs_role_cannot(String sql, Vertx vertx) {
        assertThatThrownBy(() -> execute(vertx, SERVERS.appPgUri(), sql)).hasMessageContaining("42501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_event set body = ''",
                "delete from ledger_event",
                "truncate ledger_event",
                "update stream_head set seq = seq + 1",
            })
    void the_owner_cannot_by_mistake(String sql, Vertx vertx) {
        assertThatThrownBy(() -> execute(vertx, SERVERS.ownerPgUri(), sql)).hasMessageContaining("42501");
    }

    private static void execute(Vertx vertx, String pgUri, String sql) throws Exception {
        PgConnection connection = done(PgConnection.connect(vertx, PgConnectOptions.fromUri(pgUri)));
        try {
            done(connection.query(sql).execute());
        } finally {
            done(connection.close());
        }
    }
}
