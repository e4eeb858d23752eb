package org.sunlitledger.notice.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program on the web that takes notices and keeps them. */
public final class WebRobot implements AutoCloseable {
  private static final long NO_BODY = -1;

  private final HttpServer server;
  private final String address;
  private boolean closed;
  private final List<WebRequest> requests = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  /** What was asked of it. */
  public record WebRequest(String method, String target, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  public WebRobot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
    address = "http://127.0.0.1:%d/send?key=s3cret".formatted(server.getAddress().getPort());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new WebRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? NO_BODY : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  public String address() {
    return address;
  }

  /** What it answers from now on. */
  public void answer(int withStatus, String text) {
    status = withStatus;
    answer = text;
  }

  public List<WebRequest> requests() {
    return requests;
  }

  /** The body of the last request. */
  public String last() {
    return requests.get(requests.size() - 1).body();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      server.stop(0);
    }
  }
}
