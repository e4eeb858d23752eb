package org.sunlitledger.notice.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Sends on several channels at the same time, and waits for all together no longer than for one. A
 * channel that answers a byte now and then is given up like one that does not answer.
 */
public final class Dispatch {
  private Dispatch() {}

  /** Something to send. */
  public interface Errand {
    String channel();

    /** Sends it, and returns what the other side answered. */
    String send() throws NotSent;
  }

  /** The answer of each, in their order. */
  public static List<ChannelAnswer> send(List<Errand> errands, Duration timeout) {
    if (errands.isEmpty()) {
      return List.of();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(
            errands.size(),
            task -> {
              Thread thread = new Thread(task, "notice");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<ChannelAnswer>> answers =
          threads.invokeAll(
              errands.stream().map(Task::new).toList(), timeout.toMillis(), TimeUnit.MILLISECONDS);
      List<ChannelAnswer> all = new ArrayList<>();
      for (int place = 0; place < errands.size(); place++) {
        all.add(answer(errands.get(place).channel(), answers.get(place), timeout));
      }
      return all;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return errands.stream().map(errand -> late(errand.channel(), timeout)).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private record Task(Errand errand) implements Callable<ChannelAnswer> {
    @Override
    public ChannelAnswer call() {
      try {
        return ChannelAnswer.sent(errand.channel(), errand.send());
      } catch (NotSent why) {
        return ChannelAnswer.failed(errand.channel(), why);
      }
    }
  }

  private static ChannelAnswer answer(
      String channel, Future<ChannelAnswer> answer, Duration timeout) throws InterruptedException {
    try {
      return answer.get();
    } catch (CancellationException late) {
      return late(channel, timeout);
    } catch (ExecutionException problem) {
      return ChannelAnswer.failed(
          channel, NotSent.because(problem.getCause() == null ? problem : problem.getCause()));
    }
  }

  private static ChannelAnswer late(String channel, Duration timeout) {
    return ChannelAnswer.failed(channel, new NotSent("not-sent.timeout", timeout.toSeconds()));
  }
}
