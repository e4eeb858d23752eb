package org.sunlitledger.notice.channel;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature 加签 of a robot of 钉钉: it accepts a request for an hour. */
final class DingTalkSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;
  private final Clock clock;

  DingTalkSignature(String secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** The address with the moment and the signature. */
  URI signed(URI address) {
    long moment = clock.millis();
    String separator = address.getRawQuery() == null ? "?" : "&";
    return URI.create(
        "%s%stimestamp=%d&sign=%s"
            .formatted(
                address,
                separator,
                moment,
                URLEncoder.encode(sign(moment + "\n" + secret, secret), StandardCharsets.UTF_8)));
  }

  private static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException notInJava) {
      throw new IllegalStateException(notInJava);
    }
  }
}
