package org.sunlitledger.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.sunlitledger.console.browser.Telephone;

/**
 * Somebody with a browser of their own, who trusts the certificate with the printed fingerprint.
 */
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern SEED = Pattern.compile("id=\"seed\">([A-Z2-7 ]+)<");

  private final ServedConsole console;
  private final HttpClient client;
  private String token = "";

  public Visitor(ServedConsole console) throws GeneralSecurityException {
    this.console = console;
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new Compared(console.fingerprint())}, null);
    client =
        HttpClient.newBuilder()
            .sslContext(trusting)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send(asked(path));
    Matcher found = TOKEN.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  /** Takes a file. */
  HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Asks for a file and takes it only as it is read. */
  HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
    return client.send(asked(path).build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** Sends a form with the token of the page that was looked at last. */
  public HttpResponse<String> post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(form(path, fields, token));
  }

  /** The same without a token, as another site would make a browser do it. */
  public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(form(path, fields, ""));
  }

  /** Sends a file as pages do: as the body, with the token of the page that was looked at last. */
  HttpResponse<String> upload(String path, HttpRequest.BodyPublisher file)
      throws IOException, InterruptedException {
    return send(uploading(path, file).header("X-CSRF-TOKEN", token));
  }

  HttpResponse<String> uploadWithoutToken(String path, HttpRequest.BodyPublisher file)
      throws IOException, InterruptedException {
    return send(uploading(path, file));
  }

  private HttpRequest.Builder uploading(String path, HttpRequest.BodyPublisher file) {
    return request(path).header("Content-Type", "application/octet-stream").POST(file);
  }

  /** Sends JSON as a script of the page that was looked at last. */
  HttpResponse<String> postJson(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", token)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Opens a stream; the reader closes it. */
  InputStream stream(String path) throws IOException, InterruptedException {
    return client
        .send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  /** Asks with the token; of a stream, which may never end, only how it begins. */
  public HttpResponse<InputStream> ask(String method, String path)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(
            request(path)
                .header("X-CSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    boolean isStream =
        answer.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
    if (!isStream) {
      answer.body().readAllBytes();
    }
    answer.body().close();
    return answer;
  }

  public HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("X-CSRF-TOKEN", token)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  public HttpResponse<String> signIn(String login, String password)
      throws IOException, InterruptedException {
    get("/sign-in");
    HttpResponse<String> in = post("/sign-in", Map.of("login", login, "password", password));
    return in;
  }

  /** Shows the second factor, which is set up at the first time. */
  public HttpResponse<String> showTelephone(String login) throws IOException, InterruptedException {
    Matcher seed = SEED.matcher(get("/second-factor/set-up").body());
    boolean isNew = seed.find();
    if (isNew) {
      Telephone.setUp(login, seed.group(1));
    } else {
      get("/second-factor");
    }
    HttpResponse<String> in =
        post(
            isNew ? "/second-factor/set-up" : "/second-factor",
            Map.of("code", Telephone.code(login)));
    get("/account");
    return in;
  }

  public HttpResponse<String> sendWithoutToken(String method, String path)
      throws IOException, InterruptedException {
    return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
  }

  /** The same as a page of another site would ask, with the token. */
  public HttpResponse<String> sendFromElsewhere(String method, String path)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("X-CSRF-TOKEN", token)
            .header("Origin", "https://elsewhere.example")
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder form(String path, Map<String, String> fields, String token) {
    String body =
        fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
            + (token.isEmpty() ? "" : "&_csrf=" + encoded(token));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(console.address().resolve(URI.create(path))).timeout(PATIENCE);
  }

  /** As browsers follow a link. */
  private HttpRequest.Builder asked(String path) {
    return request(path).header("Accept", "text/html,*/*;q=0.8").GET();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Accepts one certificate, by its fingerprint. */
  private static final class Compared extends X509ExtendedTrustManager {
    private final String fingerprint;

    Compared(String fingerprint) {
      this.fingerprint = fingerprint;
    }

    private void compare(X509Certificate... chain) throws CertificateException {
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
        String found = HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        if (!found.equals(fingerprint)) {
          throw new CertificateException(found);
        }
      } catch (GeneralSecurityException problem) {
        throw new CertificateException(problem);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      compare(chain);
    }

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine)
        throws CertificateException {
      compare(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
        throws CertificateException {
      compare(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("no client");
    }

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("no client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
        throws CertificateException {
      throw new CertificateException("no client");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
