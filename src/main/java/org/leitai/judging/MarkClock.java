package org.leitai.judging;

import java.util.UUID;
import org.leitai.kernel.Act;
import org.leitai.kernel.Principal.SeatHolder;
import org.leitai.kernel.doc.Doc;

/** How a device's clock stands to the server's, as the device measured it; all zero where it did not say. */
record MarkClock(long offsetMicros, long uncertaintyMicros) {
    static MarkClock of(Doc.Obj body) {
        if (body.get("clock") == null) {
            return new MarkClock(0, 0);
        }
        Doc.Obj clock = body.obj("clock");
        return new MarkClock(clock.integer("offsetMicros"), clock.integer("uncertaintyMicros"));
    }

    /** An act at a time of the device, in the server's time. */
    Act act(SeatHolder holder, UUID key, long actMicros) {
        long corrected = actMicros == 0 ? 0 : actMicros + offsetMicros;
        return new Act(holder.person(), holder.seat(), holder.device(), corrected, uncertaintyMicros, key);
    }
}
