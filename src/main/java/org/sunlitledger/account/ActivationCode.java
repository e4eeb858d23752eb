package org.sunlitledger.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.sunlitledger.quantity.digest.Sha256;

/**
 * The code with which somebody sets a password: shown once, kept as a hash, of no use after a day.
 *
 * @param text four groups of five letters and digits, 100 random bits
 */
public record ActivationCode(String text, OffsetDateTime expires) {
  private static final Duration LIFE = Duration.ofHours(24);

  /** Without those that look like another one. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_LETTERS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ActivationCode made(OffsetDateTime now) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_LETTERS; i++) {
      text.append(i > 0 && i % GROUP_LETTERS == 0 ? "-" : "")
          .append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new ActivationCode(text.toString(), now.plus(LIFE));
  }

  /** What is kept of a code; blanks, dashes and small letters make no difference. */
  static String hash(String typed) {
    String letters = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return Sha256.sha256(letters.getBytes(StandardCharsets.UTF_8));
  }
}
