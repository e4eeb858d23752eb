package org.sunlitledger.console.browser;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** The telephones of the people in tests, which show the codes of the second factor. */
public final class Telephone {
  private static final int PERIOD_SECONDS = 30;
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();

  private static final Map<String, byte[]> SEEDS = new HashMap<>();
  private static final Map<String, Long> LAST = new HashMap<>();

  private Telephone() {}

  /** Reads the key from the page. */
  public static synchronized void setUp(String login, String key) {
    SEEDS.put(login, Base32.decode(key.replace(" ", "")));
    LAST.remove(login);
  }

  /** A code that was not used yet; the next one, where that of now was. */
  public static synchronized String code(String login) {
    long now = Instant.now().getEpochSecond() / PERIOD_SECONDS;
    long period = Math.max(now, LAST.getOrDefault(login, 0L) + 1);
    LAST.put(login, period);
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(SEEDS.get(login), "HmacSHA1"),
          Instant.ofEpochSecond(period * PERIOD_SECONDS));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
