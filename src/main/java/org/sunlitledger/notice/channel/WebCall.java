package org.sunlitledger.notice.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Requests on the web. Redirections are not followed, because only the county says where notices
 * go; of an answer only the beginning is read.
 */
final class WebCall {
  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final int GOOD = 200;
  private static final int NOT_GOOD = 300;

  private final Duration timeout;

  WebCall(Duration timeout) {
    this.timeout = timeout;
  }

  String get(URI address) throws NotSent {
    return send(HttpRequest.newBuilder(address).GET());
  }

  String post(URI address, String json) throws NotSent {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json, StandardCharsets.UTF_8)));
  }

  private String send(HttpRequest.Builder request) throws NotSent {
    try {
      HttpResponse<InputStream> response =
          client().send(request.timeout(timeout).build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String answer = new String(body.readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8);
        if (response.statusCode() < GOOD || response.statusCode() >= NOT_GOOD) {
          throw new NotSent("not-sent.status", response.statusCode(), NotSent.quoted(answer));
        }
        return answer;
      }
    } catch (HttpTimeoutException late) {
      throw new NotSent("not-sent.timeout", timeout.toSeconds());
    } catch (IOException problem) {
      throw NotSent.because(problem);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new NotSent("not-sent.timeout", timeout.toSeconds());
    }
  }

  /** Made when something is sent: a run without notices does not pay for it. */
  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }
}
