package org.sunlitledger.console.figure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets few sets of lines at once be added up, first come first served: millions of lines keep a
 * processor busy for a minute, and other pages must stay quick. What takes longer than a request
 * waits goes on, and is there when the page asks again.
 */
@Component
class ProofQueue implements DisposableBean {
  private static final int AT_ONCE = 2;
  private static final int MOST_WAITING = 100;
  private static final Executor AFTER_A_MINUTE =
      CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES);

  private final ExecutorService makers =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING));
  private final Map<String, CompletableFuture<Object>> going = new ConcurrentHashMap<>();
  private final Duration patience;

  ProofQueue(@Value("${sunlit.console.proof-patience:10s}") Duration patience) {
    this.patience = patience;
  }

  @Override
  public void destroy() {
    makers.shutdownNow();
  }

  /**
   * What is at an address; empty while it is still being added up. It is handed over once: who asks
   * after that gets the lines as they are then.
   */
  <T> Optional<T> take(String address, Class<T> kind, Supplier<T> proof) {
    try {
      CompletableFuture<Object> making = going.computeIfAbsent(address, same -> begun(same, proof));
      Object made = making.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      going.remove(address, making);
      return Optional.of(kind.cast(made));
    } catch (TimeoutException longer) {
      return Optional.empty();
    } catch (ExecutionException failed) {
      going.remove(address);
      throw failed.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failed.getCause());
    } catch (RejectedExecutionException full) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, full);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, ending);
    }
  }

  /** What nobody comes back for is forgotten. */
  private CompletableFuture<Object> begun(String address, Supplier<?> proof) {
    CompletableFuture<Object> making = new CompletableFuture<>();
    makers.execute(
        () -> {
          try {
            making.complete(proof.get());
          } catch (RuntimeException | Error failure) {
            making.completeExceptionally(failure);
          }
          AFTER_A_MINUTE.execute(() -> going.remove(address, making));
        });
    return making;
  }
}
