package org.leitai.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.leitai.platform.observe.JsonLines;
import org.slf4j.LoggerFactory;

/** What the program says while this is open, in the form of the JSON log, our own packages down to DEBUG. */
public final class LogLines implements AutoCloseable {
    private final Logger root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = logger("org.leitai");
    private final Level before = ours.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Recorder recorder = new Recorder();

    public LogLines() {
        ours.setLevel(Level.DEBUG);
        recorder.setContext(root.getLoggerContext());
        recorder.start();
        root.addAppender(recorder);
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    /** Lines of one class that belong to a request. */
    public List<String> of(String simpleClassName, String request) {
        return lines.stream()
                .filter(line -> line.contains("." + simpleClassName + "\"") && line.contains(request))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(recorder);
        recorder.stop();
        ours.setLevel(before);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** In the thread that says it, as the program's own appender does. */
    private final class Recorder extends AppenderBase<ILoggingEvent> {
        private final JsonLines layout = new JsonLines();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }
}
