package org.sunlitledger.intake.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.intake.file.KeyPlace;
import org.sunlitledger.quantity.digest.KeyedHash;

/**
 * The key for the hashes of ID numbers. The database keeps a mark made with this key. With another
 * key the same person would count as two, so a run with another key is rejected.
 */
@Component
final class HashKey {
  private final JdbcClient jdbc;

  HashKey(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The hash function with the existing key.
   *
   * @throws IllegalStateException when the database knows another key, or the key is lost; nothing
   *     is written then, because a new key would differ from the lost one
   */
  KeyedHash hash(KeyPlace place) {
    Optional<String> known = mark();
    Optional<String> secret = place.find();
    if (secret.isEmpty() && known.isPresent()) {
      throw new IllegalStateException(
          "身份证号的密钥丢失，未写入任何内容；请从备份恢复 %1$s，或设置 SUNLIT_INTAKE_SECRET / the key of the ID numbers is lost; nothing was written: restore %1$s from a backup, or set SUNLIT_INTAKE_SECRET"
              .formatted(place.file()));
    }
    String key = secret.orElseGet(() -> made(place.file()));
    if (key.isBlank()) {
      throw new IllegalStateException(
          "身份证号的密钥是空的，请恢复 %1$s 或 SUNLIT_INTAKE_SECRET / the key of the ID numbers is empty; restore %1$s or SUNLIT_INTAKE_SECRET"
              .formatted(place.file()));
    }
    String mark = KeyPlace.mark(key);
    if (known.isEmpty()) {
      jdbc.sql("insert into hash_key (mark) values (:mark) on conflict do nothing")
          .param("mark", mark)
          .update();
    }
    if (!mark().equals(Optional.of(mark))) {
      throw new IllegalStateException(
          "密钥与数据库中记录所用的不一致，请恢复原 SUNLIT_INTAKE_SECRET / the key is not the one that the "
              + "records in this database were hashed with; restore SUNLIT_INTAKE_SECRET or "
              + place.file());
    }
    return new KeyedHash(key);
  }

  private Optional<String> mark() {
    return jdbc.sql("select mark from hash_key").query(String.class).optional();
  }

  private static String made(Path file) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    try {
      OwnerOnly.write(file, key);
      return key;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
