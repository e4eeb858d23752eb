package org.sunlitledger.notice.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections and never finishes an answer. */
public final class SlowServer implements AutoCloseable {
  private static final int PAUSE_MILLIS = 50;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> guests = new CopyOnWriteArrayList<>();

  /** Says nothing at all, or begins an answer and adds a sign now and then. */
  public enum Slowness {
    SILENT,
    DRIPPING
  }

  public SlowServer(Slowness slowness) throws IOException {
    Thread thread = new Thread(() -> serve(slowness), "slow server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return door.getLocalPort();
  }

  public String address() {
    return "http://127.0.0.1:%d/".formatted(port());
  }

  private void serve(Slowness slowness) {
    try {
      while (!door.isClosed()) {
        Socket guest = door.accept();
        guests.add(guest);
        if (slowness == Slowness.DRIPPING) {
          Thread drip = new Thread(() -> drip(guest), "dripping server");
          drip.setDaemon(true);
          drip.start();
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static void drip(Socket guest) {
    try {
      guest
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      while (true) {
        guest.getOutputStream().write('x');
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException gone) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket guest : guests) {
      guest.close();
    }
  }
}
