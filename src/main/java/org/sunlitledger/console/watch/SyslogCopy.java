package org.sunlitledger.console.watch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.sunlitledger.account.AccessCopies;
import org.sunlitledger.account.AccessList.AccessEvent;

/**
 * Copies the access log to the county's log server, where one is set: RFC 5424 over TCP, with
 * counted octets (RFC 6587). What could not be sent is sent later.
 */
@Component
final class SyslogCopy implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SyslogCopy.class);
  private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(5);

  private final @Nullable InetSocketAddress server;
  private final AccessCopies copies;
  private volatile @Nullable Thread thread;

  SyslogCopy(@Value("${sunlit.console.syslog:}") String address, AccessCopies copies) {
    this.server = address.isBlank() ? null : server(address.strip());
    this.copies = copies;
  }

  private static InetSocketAddress server(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 0xFFFF) {
      throw new IllegalArgumentException(
          "sunlit.console.syslog is %s: write the log server's host:port".formatted(address));
    }
    return InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  @Override
  public void start() {
    InetSocketAddress to = server;
    if (to != null) {
      Thread copying = new Thread(() -> copy(to), "syslog");
      copying.setDaemon(true);
      thread = copying;
      copying.start();
    }
  }

  @Override
  public void stop() {
    Thread copying = thread;
    thread = null;
    if (copying != null) {
      copying.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void copy(InetSocketAddress to) {
    while (isRunning()) {
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(to.getHostString(), to.getPort()),
            Math.toIntExact(CONNECT.toMillis()));
        socket.setSoTimeout(Math.toIntExact(BETWEEN_LOOKS.toMillis()));
        String own = own();
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        while (isRunning() && !isClosed(socket)) {
          copies.next(events -> send(out, events, own));
        }
      } catch (IOException
          | UncheckedIOException
          | DataAccessException
          | TransactionException problem) {
        if (isRunning()) {
          LOG.warn("the access log cannot be copied to {} for now", to, problem);
        }
      }
      pause();
    }
  }

  /** A log server says nothing; waiting for that shows whether it is still there. */
  private static boolean isClosed(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    }
  }

  private static void send(OutputStream out, List<AccessEvent> events, String host) {
    try {
      for (AccessEvent event : events) {
        String message = SyslogMessage.of(event, host);
        out.write("%d %s".formatted(message.length(), message).getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String own() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "";
    }
  }

  private void pause() {
    if (!isRunning()) {
      return;
    }
    try {
      Thread.sleep(BEFORE_RECONNECTING.toMillis());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
