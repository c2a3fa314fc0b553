package org.leitai.paper;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.leitai.contest.ContestReads;
import org.leitai.contest.ContestReads.Home;
import org.leitai.kernel.Act;
import org.leitai.kernel.Refusal;
import org.leitai.kernel.StreamId;
import org.leitai.kernel.doc.Doc;
import org.leitai.paper.domain.AnswerScorer;
import org.leitai.paper.domain.PaperCommand.AnnouncePaper;
import org.leitai.paper.domain.PaperCommand.OpenPaper;
import org.leitai.paper.domain.PaperCommand.TakeAnswers;
import org.leitai.paper.store.Evidence;
import org.leitai.platform.gateway.UnavailableException;
import org.leitai.platform.http.Call;
import org.leitai.platform.http.Json;
import org.leitai.platform.http.Operations;
import org.leitai.platform.http.Problem;
import org.leitai.platform.http.Reply;
import org.leitai.platform.redis.RankedBoards;
import org.leitai.platform.redis.RankedPage;
import org.leitai.rulebook.Rulebook;
import org.leitai.rulebook.yaml.RulebookReader;

/** Mass papers over HTTP: open, send answers, look how far it is, announce, read ranks. */
final class PaperRoutes {
    /** The one division of a paper. */
    static final String ALL = "all";

    private static final int MOST_ROWS = 100;
    private static final int MOST_KNOWN = 10_000;
    /** Each holds one chunk in memory, and they take turns on one worker. */
    private static final int MOST_UPLOADS = 4;

    private static final int UPLOAD_RETRY_SECONDS = 5;

    private final ContestReads contests;
    private final PaperStream papers;
    private final Evidence evidence;
    private final RankedBoards ranked;
    private final WorkerExecutor workers;
    private final Semaphore uploads = new Semaphore(MOST_UPLOADS);
    /** Announced papers of published contests: neither is taken back, so a yes is kept. */
    private final Set<StreamId> open = ConcurrentHashMap.newKeySet();

    PaperRoutes(
            ContestReads contests, PaperStream papers, Evidence evidence, RankedBoards ranked, WorkerExecutor workers) {
        this.contests = contests;
        this.papers = papers;
        this.evidence = evidence;
        this.ranked = ranked;
        this.workers = workers;
    }

    void bind(Operations operations) {
        operations
                .on("openPaper", this::open)
                .on("getPaper", this::progress)
                .on("sendAnswers", this::answers)
                .on("announcePaper", this::announce)
                .on("getPaperRanks", this::page)
                .on("getPaperRank", this::rank);
    }

    private static StreamId discipline(Call call) {
        return call.stream("disciplineId");
    }

    private Future<Home> mine(Call call) {
        return contests.discipline(discipline(call)).map(home -> {
            PaperAccess.run(call.principal(), home);
            return home;
        });
    }

    private Future<Reply> open(Call call) {
        Act act = call.act();
        StreamId discipline = discipline(call);
        return mine(call)
                .compose(home -> papers.rulebook(discipline))
                .map(PaperRoutes::fitting)
                .compose(rulebook -> papers.open(discipline)
                        .compose(opened -> papers.submit(
                                discipline, new OpenPaper(discipline, rulebook.canonical(), rulebook.hash()), act)))
                .map(done -> Reply.created(
                        Doc.obj().put("id", PaperStream.of(discipline).value()).build()));
    }

    private static Rulebook fitting(String canonical) {
        Rulebook rulebook = RulebookReader.read(canonical).orThrow();
        if (!AnswerScorer.fits(rulebook)) {
            throw Problem.of(
                    422,
                    Refusal.of(
                            "rulebook-not-mass",
                            "a mass paper needs a rulebook of kind 'mass' with one stage and without divisions, rounds and"
                                    + " scaling"));
        }
        return rulebook;
    }

    private Future<Reply> progress(Call call) {
        StreamId discipline = discipline(call);
        return contests.discipline(discipline)
                .compose(home -> {
                    PaperAccess.watch(call.principal(), home);
                    return papers.view(discipline);
                })
                .compose(paper -> ranked.size(board(discipline))
                        .otherwise(0L)
                        .map(size -> Reply.ok(Doc.obj()
                                .put("chunks", paper.integer("chunks"))
                                .put("entries", paper.integer("entries"))
                                .put("ranked", size)
                                .put("announced", paper.bool("announced"))
                                .put("evidence", paper.list("evidence"))
                                .build())));
    }

    /** Chunks before a bad row stay: the file is mended and sent again under the same key, which repeats them without effect. */
    private Future<Reply> answers(Call call) {
        var request = call.routing().request();
        request.pause();
        Act act = lasting(call.act());
        StreamId discipline = discipline(call);
        return mine(call)
                .compose(home -> papers.view(discipline))
                .map(paper -> RulebookReader.read(paper.text("rulebook")).orThrow())
                .compose(rulebook -> oneOfFew(() -> new AnswerUpload(
                                call.routing().vertx(),
                                request,
                                workers,
                                rulebook,
                                (index, chunk) -> take(discipline, act, index, chunk))
                        .run()))
                .map(taken -> Reply.ok(Doc.obj()
                        .put("chunks", taken.chunks())
                        .put("entries", taken.entries())
                        .build()))
                .onFailure(refused -> {
                    request.resume();
                    if (refused instanceof Problem problem && problem.code().equals(AnswerUpload.STALLED)) {
                        call.routing()
                                .addEndHandler(said -> request.connection().close());
                    }
                });
    }

    private <T> Future<T> oneOfFew(Supplier<Future<T>> upload) {
        if (!uploads.tryAcquire()) {
            return Future.failedFuture(new UnavailableException(
                    "this node takes " + MOST_UPLOADS
                            + " files of answers at once; send yours again under the same key",
                    UPLOAD_RETRY_SECONDS));
        }
        return Future.succeededFuture().compose(free -> upload.get()).onComplete(ended -> uploads.release());
    }

    /** Keys belong to the account, not to its session: who has to sign in again goes on with the same file. */
    private static Act lasting(Act act) {
        return Act.by(act.actor(), act.actor(), act.key());
    }

    private Future<Void> take(StreamId discipline, Act act, int index, AnswerUpload.Chunk chunk) {
        return evidence.keep(PaperStream.of(discipline), chunk.hash(), chunk.evidence())
                .compose(kept -> papers.submit(
                        discipline, new TakeAnswers(chunk.hash(), chunk.sums()), act.step("answers " + index)))
                .mapEmpty();
    }

    private Future<Reply> announce(Call call) {
        Act act = call.act();
        return mine(call)
                .compose(home -> papers.view(discipline(call)))
                .compose(paper -> papers.submit(discipline(call), new AnnouncePaper(), act))
                .map(done -> Reply.noContent());
    }

    private Future<Reply> page(Call call) {
        long offset = number(call, "offset", 0, Integer.MAX_VALUE);
        int limit = (int) number(call, "limit", MOST_ROWS, MOST_ROWS);
        return mayRead(call)
                .compose(board -> ranked.page(board, ALL, offset, limit))
                .map(found -> Reply.ok(Doc.obj()
                        .put("offset", offset)
                        .put("total", found.map(RankedPage::total).orElse(0L))
                        .put(
                                "rows",
                                found.map(RankedPage::rows).orElse(java.util.List.of()).stream()
                                        .map(PaperRoutes::row)
                                        .toList())
                        .build()));
    }

    private Future<Reply> rank(Call call) {
        String number = call.path("number");
        return mayRead(call)
                .compose(board -> ranked.place(board, number))
                .map(place -> Reply.ok(
                        row(place.orElseThrow(() -> Problem.notFound("number " + number + " of this paper")))));
    }

    private static Doc.Obj row(RankedPage.Place place) {
        Doc.Obj stored = Json.obj(Buffer.buffer(place.body()));
        return Doc.obj()
                .put("number", stored.text("number"))
                .put("total", stored.text("total"))
                .put("rank", place.rank())
                .put("shared", place.isShared())
                .build();
    }

    /** The board, for those who may read it: everybody once it is announced, before that who watches over the contest. */
    private Future<String> mayRead(Call call) {
        StreamId discipline = discipline(call);
        if (open.contains(discipline)) {
            return Future.succeededFuture(board(discipline));
        }
        return contests.discipline(discipline)
                .compose(home -> papers.view(discipline)
                        .recover(absent -> {
                            PaperAccess.watch(call.principal(), home);
                            return Future.failedFuture(absent);
                        })
                        .map(paper -> {
                            if (paper.bool("announced") && home.contest().bool("published")) {
                                keep(discipline);
                            } else {
                                PaperAccess.watch(call.principal(), home);
                            }
                            return board(discipline);
                        }));
    }

    private void keep(StreamId discipline) {
        if (open.size() >= MOST_KNOWN) {
            open.clear();
        }
        open.add(discipline);
    }

    private static String board(StreamId discipline) {
        return PaperBoard.name(PaperStream.of(discipline));
    }

    private static long number(Call call, String name, long otherwise, long most) {
        @Nullable String text = call.query(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Math.clamp(Long.parseLong(text), 0, most);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("not-a-number", "query parameter '" + name + "' must be a whole number");
        }
    }
}
