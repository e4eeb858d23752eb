package org.sunlitledger.quantity.digest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under the county's key. It distinguishes people without storing who they are. */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final ThreadLocal<Mac> mac;

  /** Creates a hash with a secret, which must not be empty. */
  public KeyedHash(String secret) {
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    mac = ThreadLocal.withInitial(() -> mac(key));
  }

  /** The hash of a text, 32 bytes. */
  public byte[] hash(String text) {
    return mac.get().doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
