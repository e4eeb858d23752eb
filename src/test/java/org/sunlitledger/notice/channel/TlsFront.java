package org.sunlitledger.notice.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * In front of a mail server without encryption: adds it, and keeps what clients say without any.
 */
final class TlsFront implements AutoCloseable {
  private static final String STARTTLS = "250-front\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n";

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final SSLContext context;
  private final FrontMode mode;
  private final int behind;
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

  enum FrontMode {
    STARTTLS,
    TLS,
    /** Offers no encryption, as somebody in the middle would do to see the password. */
    PLAIN
  }

  /**
   * @param behind the port of the mail server
   */
  TlsFront(SSLContext context, FrontMode mode, int behind) throws IOException {
    this.context = context;
    this.mode = mode;
    this.behind = behind;
    begin("front", this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** What was said without encryption. */
  String plain() {
    return plain.toString(StandardCharsets.US_ASCII);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void begin(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException gone) {
                return;
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() throws IOException {
    while (!door.isClosed()) {
      Socket client = door.accept();
      begin("front of one", () -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    boolean greeted = mode == FrontMode.STARTTLS;
    if (greeted && !isStarted(client)) {
      client.close();
      return;
    }
    try (Socket inside = mode == FrontMode.PLAIN ? client : encrypted(client);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      if (greeted) {
        line(server.getInputStream());
      }
      begin("answers", () -> server.getInputStream().transferTo(inside.getOutputStream()));
      OutputStream to = server.getOutputStream();
      InputStream from = inside.getInputStream();
      for (int sign = from.read(); sign >= 0; sign = from.read()) {
        if (mode == FrontMode.PLAIN) {
          plain.write(sign);
        }
        to.write(sign);
        to.flush();
      }
    }
  }

  /** Talks until the client asks for encryption; whether it does. */
  private boolean isStarted(Socket client) throws IOException {
    say(client, "220 front\r\n");
    while (true) {
      String said = line(client.getInputStream());
      plain.writeBytes(said.getBytes(StandardCharsets.US_ASCII));
      String command = said.strip().toUpperCase(Locale.ROOT);
      if (command.startsWith("EHLO")) {
        say(client, STARTTLS);
      } else if (command.equals("STARTTLS")) {
        say(client, "220 go on\r\n");
        return true;
      } else if (said.isEmpty() || command.equals("QUIT")) {
        return false;
      } else {
        say(client, "502 no\r\n");
      }
    }
  }

  private SSLSocket encrypted(Socket client) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(client, "localhost", client.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private static String line(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = input.read(); sign >= 0; sign = input.read()) {
      line.append((char) sign);
      if (sign == '\n') {
        break;
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
