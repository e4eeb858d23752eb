package org.sunlitledger.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.OwnerOnly;
import org.sunlitledger.quantity.KeyedHash;

/**
 * The key under which ID numbers are hashed. The database keeps a mark made with it: with another
 * key the same person would count as two, so a run with one is refused.
 */
@Component
final class HashKey {
  private final JdbcClient jdbc;

  HashKey(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  KeyedHash hash(IntakeSettings settings, DatabaseSettings folders) {
    String secret = Optional.ofNullable(settings.secret()).orElseGet(() -> kept(folders.folder()));
    KeyedHash hash = new KeyedHash(secret);
    String mark = HexFormat.of().formatHex(hash.of("sunlit-ledger"));
    jdbc.sql("insert into hash_key (mark) values (:mark) on conflict do nothing")
        .param("mark", mark)
        .update();
    String known = jdbc.sql("select mark from hash_key").query(String.class).single();
    if (!known.equals(mark)) {
      throw new IllegalStateException(
          "密钥与数据库中记录所用的不一致，请恢复原 SUNLIT_INTAKE_SECRET / the key is not the one that the "
              + "records in this database were hashed with; restore SUNLIT_INTAKE_SECRET or "
              + folders.folder().resolve("secret.key"));
    }
    return hash;
  }

  private static String kept(Path folder) {
    Path file = folder.resolve("secret.key");
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        OwnerOnly.write(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
