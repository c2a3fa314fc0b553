package org.leitai.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(VertxExtension.class)
class RealServersIT {

    @RegisterExtension
    static final RealServers SERVERS = new RealServers();

    @Test
    void both_servers_answer_the_clients_that_the_program_uses(Vertx vertx) throws Exception {
        assertThat(currentUser(vertx)).isEqualTo("leitai_app");

        Redis redis = Redis.createClient(vertx, SERVERS.redisUri());
        String key = SERVERS.redisPrefix() + "greeting";
        redis.send(Request.cmd(Command.SET).arg(key).arg("hello")).await(10, SECONDS);
        assertThat(redis.send(Request.cmd(Command.GET).arg(key))
                        .await(10, SECONDS)
                        .toString())
                .isEqualTo("hello");
    }

    @Test
    void a_stopped_database_refuses_and_comes_back_where_it_was(Vertx vertx) throws Exception {
        SERVERS.stopPostgres();
        assertThatThrownBy(() -> currentUser(vertx)).isInstanceOf(Exception.class);
        SERVERS.startPostgres();
        assertThat(currentUser(vertx)).isEqualTo("leitai_app");
    }

    private static String currentUser(Vertx vertx) throws Exception {
        PgConnection connection = PgConnection.connect(vertx, PgConnectOptions.fromUri(SERVERS.appPgUri()))
                .await(10, SECONDS);
        String user = connection
                .query("SELECT current_user")
                .execute()
                .await(10, SECONDS)
                .iterator()
                .next()
                .getString(0);
        connection.close().await(10, SECONDS);
        return user;
    }
}
