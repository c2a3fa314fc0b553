package org.leitai.platform.tls;

import io.vertx.ext.web.Router;
import java.nio.file.Path;

/** {@code /ca.crt}: the authority's certificate, to be installed on a tablet once; public by its nature, over plain HTTP too. */
public final class CaDownload {
    private CaDownload() {}

    /** Mounts the download of that file. */
    public static void mount(Router router, Path certificate) {
        router.get("/ca.crt")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/x-x509-ca-cert")
                        .putHeader("Content-Disposition", "attachment; filename=\"leitai-ca.crt\"")
                        .sendFile(certificate.toString())
                        .onFailure(routing::fail));
    }
}
