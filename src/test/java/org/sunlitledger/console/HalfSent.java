package org.sunlitledger.console;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CountDownLatch;

/** A file whose second half does not come. */
final class HalfSent {
  private HalfSent() {}

  /**
   * A body.
   *
   * @param half counted down when its first half is on the way
   */
  static BodyPublisher body(int bytes, CountDownLatch half) {
    InputStream content =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
          }

          @Override
          public int read(byte[] into, int from, int most) {
            if (read >= bytes / 2) {
              try {
                Thread.sleep(500);
                half.countDown();
                Thread.sleep(60_000);
              } catch (InterruptedException stop) {
                return -1;
              }
            }
            int some = Math.min(most, 64 * 1024);
            read += some;
            return some;
          }
        };
    return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> content), bytes);
  }
}
