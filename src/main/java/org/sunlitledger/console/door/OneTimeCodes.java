package org.sunlitledger.console.door;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.sunlitledger.account.SecondFactors;
import org.sunlitledger.database.file.OwnerOnly;

/**
 * The codes of six digits that a telephone shows, RFC 6238. The seeds are encrypted by AES-192 with
 * a random key that lies beside the certificate and not in the database.
 */
@Component
final class OneTimeCodes {
  private static final int SEED_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecondFactors factors;
  private final BytesEncryptor encryptor;
  private final Clock clock;
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();

  OneTimeCodes(SecondFactors factors, Clock clock, @Value("${sunlit.folder:var}") String folder)
      throws IOException {
    this.factors = factors;
    this.clock = clock;
    byte[] key =
        HexFormat.of()
            .parseHex(OwnerOnly.secret(Path.of(folder, "console", "second-factor.secret")));
    this.encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
  }

  static byte[] newSeed() {
    byte[] seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    return seed;
  }

  /** A seed as people type it into a telephone. */
  static String text(byte[] seed) {
    return Base32.toBase32String(seed).replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** A seed as a telephone reads it from a picture. */
  static String address(String login, byte[] seed) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded("阳光台账"), encoded(login), Base32.toBase32String(seed), encoded("阳光台账"));
  }

  /**
   * Makes a seed the second factor of an account when its owner types a right code.
   *
   * @return whether the code was right
   */
  boolean set(long account, byte[] seed, String code, String address) {
    Optional<Long> step = step(seed, code);
    step.ifPresent(now -> factors.set(account, encryptor.encrypt(seed), now, address));
    return step.isPresent();
  }

  /** Whether a code is right and neither it nor a later one was used. */
  boolean accept(long account, String code) {
    return factors
        .seed(account)
        .flatMap(seed -> step(encryptor.decrypt(seed), code))
        .filter(step -> factors.use(account, step))
        .isPresent();
  }

  /** The period whose code it is: now, the one before or the next, as telephones' clocks differ. */
  private Optional<Long> step(byte[] seed, String typed) {
    String code = typed.replaceAll("\\s", "");
    long seconds = generator.getTimeStep().toSeconds();
    long now = clock.instant().getEpochSecond() / seconds;
    return LongStream.of(now, now - 1, now + 1)
        .filter(step -> code(seed, Instant.ofEpochSecond(step * seconds)).equals(code))
        .boxed()
        .findFirst();
  }

  private String code(byte[] seed, Instant at) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(seed, "HmacSHA1"), at);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
