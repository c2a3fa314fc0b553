package org.leitai;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.platform.cluster.ClusterSettings;
import org.leitai.settings.Setting;
import org.leitai.settings.Settings;

/**
 * The configuration, parsed once from {@code LEITAI_*} variables and validated: a wrong or unknown one stops the start with a sentence.
 *
 * @param report what holds, passwords masked
 */
public record Config(
        Path dataFolder,
        Path keyFile,
        String httpHost,
        int httpPort,
        int httpsPort,
        List<String> names,
        Optional<String> pgUri,
        Optional<String> pgOwnerUri,
        Optional<String> redisUri,
        Optional<Path> tlsCertificate,
        Optional<Path> tlsKey,
        String clusterHost,
        int clusterPort,
        List<String> clusterMembers,
        boolean behindProxy,
        boolean metricsForAll,
        Sockets sockets,
        double demoPace,
        String report) {

    /** HTTPS stands beside HTTP as 8443 beside 8080. */
    private static final int HTTPS_BESIDE_HTTP = 363;

    /**
     * Reads the variables.
     *
     * @param environment all variables; those that do not begin with {@code LEITAI_} are not ours
     * @param defaultHost where to listen when {@code LEITAI_HTTP_HOST} is not set
     * @throws org.leitai.settings.InvalidSettings for unknown keys and values that do not fit
     */
    public static Config of(Map<String, String> environment, String defaultHost) {
        Settings settings = Settings.of(environment);
        int http = settings.port(Setting.LEITAI_HTTP_PORT, 0);
        Path data = Path.of(settings.text(Setting.LEITAI_DATA)).toAbsolutePath();
        return new Config(
                data,
                settings.path(Setting.LEITAI_KEY_FILE).orElse(data.resolve("installation.key")),
                settings.optional(Setting.LEITAI_HTTP_HOST).orElse(defaultHost),
                http,
                settings.port(Setting.LEITAI_HTTPS_PORT, http == 0 ? 0 : http + HTTPS_BESIDE_HTTP),
                settings.list(Setting.LEITAI_NAMES),
                settings.optional(Setting.LEITAI_PG_URI),
                settings.optional(Setting.LEITAI_PG_OWNER_URI),
                settings.optional(Setting.LEITAI_REDIS_URI),
                settings.path(Setting.LEITAI_TLS_CERTIFICATE),
                settings.path(Setting.LEITAI_TLS_KEY),
                settings.text(Setting.LEITAI_CLUSTER_HOST),
                settings.port(Setting.LEITAI_CLUSTER_PORT, ClusterSettings.FIRST_PORT),
                settings.list(Setting.LEITAI_CLUSTER_MEMBERS),
                settings.isOn(Setting.LEITAI_BEHIND_PROXY),
                settings.isOn(Setting.LEITAI_METRICS_OPEN),
                Sockets.named(settings.text(Setting.LEITAI_SOCKETS)),
                settings.factor(Setting.LEITAI_DEMO_PACE),
                settings.report());
    }

    /** Under which other machines know this node: where it listens, or when that is everywhere, its address in the cluster. */
    String ownHost() {
        return httpHost.equals("0.0.0.0") ? clusterHost : httpHost;
    }

    /** Under which this machine finds it: by name, unless it listens on one address alone. */
    String nearHost() {
        boolean local = onLoopback() || httpHost.equals("0.0.0.0") || httpHost.equals("::") || httpHost.equals("::1");
        return local ? "localhost" : httpHost;
    }

    /** Whether only this machine can reach it. */
    boolean onLoopback() {
        return httpHost.startsWith("127.") || httpHost.equals("localhost");
    }

    /** Passwords stand in the addresses. */
    @Override
    public String toString() {
        return "Config[" + report + "]";
    }
}
