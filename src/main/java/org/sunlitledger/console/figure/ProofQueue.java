package org.sunlitledger.console.figure;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets few people at once have lines added up, first come first served: a million lines keep a
 * processor busy for seconds, and other pages must stay quick.
 */
@Component
class ProofQueue {
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 25;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Does it when it is its turn; who waits too long is asked to come again. */
  <T> T take(Supplier<T> proof) {
    try {
      if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, ending);
    }
    try {
      return proof.get();
    } finally {
      turns.release();
    }
  }
}
