package org.sunlitledger.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.sunlitledger.console.SentFiles.SentFile;
import org.sunlitledger.console.WrittenDrafts.WrongLine;

/** Somebody who does several things at once in the console, until it is killed. */
final class ClerkAtWork implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;
  private static final long PAUSE_AFTER_BLOCK = 10;

  private final Visitor visitor;
  private final SentFiles files;
  private final WrittenDrafts drafts;
  private final ExecutorService hands = Executors.newCachedThreadPool();
  private final AtomicReference<Throwable> problem = new AtomicReference<>();
  private final AtomicInteger begunBodies = new AtomicInteger();
  private final AtomicInteger sentBodies = new AtomicInteger();
  private final AtomicInteger savedCells = new AtomicInteger();
  private final AtomicInteger askedRuns = new AtomicInteger();
  private volatile boolean mayBreak;

  ClerkAtWork(Visitor visitor, SentFiles files, WrittenDrafts drafts) {
    this.visitor = visitor;
    this.files = files;
    this.drafts = drafts;
  }

  /** What may fail because the console is killed. */
  private interface Work {
    void work() throws Exception;
  }

  private void begin(Work work) {
    hands.execute(
        () -> {
          try {
            work.work();
          } catch (IOException | InterruptedException broken) {
            if (!mayBreak) {
              problem.compareAndSet(null, broken);
            }
          } catch (Throwable fault) {
            problem.compareAndSet(null, fault);
          }
        });
  }

  /**
   * Uploads files at once, as slowly as a network.
   *
   * @param replaces whether they take the place of others, unless a killed run has begun with these
   */
  void upload(List<SentFile> those, boolean replaces) {
    for (SentFile file : those) {
      begin(
          () ->
              requireOneOf(
                  replaces ? Set.of(201, 409) : Set.of(201),
                  files.upload(visitor, file, replaces, this::slowly).statusCode(),
                  file.name()));
    }
  }

  /** Uploads a file and starts a run. */
  void handIn(SentFile file) {
    begin(
        () -> {
          files.upload(visitor, file, false, BodyPublishers::ofByteArray);
          askedRuns.incrementAndGet();
          run();
        });
  }

  /** Starts a run, unless the database takes another one for alive that was killed. */
  private void run() throws IOException, InterruptedException {
    requireOneOf(Set.of(302, 409), visitor.post("/2020/upload/run", Map.of()).statusCode(), "run");
  }

  /** Saves cells one by one, again and again. */
  void save(List<WrongLine> lines) {
    begin(
        () -> {
          while (!mayBreak) {
            saveOnce(lines);
          }
        });
  }

  private void saveOnce(List<WrongLine> lines) throws IOException, InterruptedException {
    for (WrongLine line : lines) {
      requireOneOf(Set.of(200, 409), drafts.save(visitor, line).statusCode(), line.voucher());
      savedCells.incrementAndGet();
    }
  }

  /**
   * Saves cells and hands them in, with which a run begins. There may be nothing left to hand in of
   * a delivery whose drafts a killed console has handed in.
   */
  void submit(List<WrongLine> lines) {
    long delivery = lines.get(0).delivery();
    Set<Integer> expected = drafts.mayBeSubmitted(delivery) ? Set.of(302, 422) : Set.of(302);
    begin(
        () -> {
          saveOnce(lines);
          askedRuns.incrementAndGet();
          requireOneOf(expected, drafts.submit(visitor, delivery).statusCode(), "submit");
        });
  }

  boolean hasBegunBody() {
    return begunBodies.get() > 0;
  }

  boolean hasSentBody() {
    return sentBodies.get() > 0;
  }

  boolean hasSavedCell() {
    return savedCells.get() > 0;
  }

  boolean hasAskedForRun() {
    return askedRuns.get() > 0;
  }

  boolean hasFailed() {
    return problem.get() != null;
  }

  /** From now on connections may break. */
  void expectKill() {
    mayBreak = true;
  }

  /**
   * Waits until all has ended.
   *
   * @throws IllegalStateException when the console has answered what it must not
   */
  @Override
  public void close() {
    hands.shutdownNow();
    try {
      if (!hands.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a request is still under way");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (hasFailed()) {
      throw new IllegalStateException(problem.get());
    }
  }

  private static void requireOneOf(Set<Integer> expected, int status, String what) {
    if (!expected.contains(status)) {
      throw new IllegalStateException("%s: %d".formatted(what, status));
    }
  }

  private BodyPublisher slowly(byte[] bytes) {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> new SlowStream(bytes)), bytes.length);
  }

  /** Gives a block at a time. */
  private final class SlowStream extends InputStream {
    private final byte[] bytes;
    private int at;

    SlowStream(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (at == 0) {
        begunBodies.incrementAndGet();
      }
      if (at == bytes.length) {
        sentBodies.incrementAndGet();
        return -1;
      }
      try {
        Thread.sleep(PAUSE_AFTER_BLOCK);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      int some = Math.min(Math.min(most, BLOCK), bytes.length - at);
      System.arraycopy(bytes, at, into, from, some);
      at += some;
      return some;
    }
  }
}
