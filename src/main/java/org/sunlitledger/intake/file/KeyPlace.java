package org.sunlitledger.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sunlitledger.database.DatabaseSettings;
import org.sunlitledger.database.file.OwnerOnly;
import org.sunlitledger.quantity.digest.KeyedHash;

/**
 * Where the key of the hashes is kept: in a setting, else in a file of this machine.
 *
 * @param setting the key itself
 * @param file contains the key if there is no setting
 */
public record KeyPlace(@Nullable String setting, Path file) {

  public static KeyPlace of(IntakeSettings settings, DatabaseSettings folders) {
    return new KeyPlace(settings.secret(), folders.folder().resolve("secret.key"));
  }

  /** The key; empty if there is none yet, or if it is lost. */
  public Optional<String> find() {
    try {
      if (setting != null) {
        return Optional.of(setting);
      }
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /**
   * Records that a copy of the key was written elsewhere, or was read from there.
   *
   * @param key the copied key
   */
  public void recordCopy(String key) throws IOException {
    OwnerOnly.write(record(), mark(key));
  }

  /** Whether somebody has ever had this key written elsewhere. */
  public boolean isCopied(String key) throws IOException {
    return Files.exists(record()) && Files.readString(record()).strip().equals(mark(key));
  }

  private Path record() {
    return file.resolveSibling("secret.copied");
  }

  /**
   * What the database keeps of a key, so that another key is recognised.
   *
   * @param key is not blank
   */
  public static String mark(String key) {
    return HexFormat.of().formatHex(new KeyedHash(key).hash("sunlit-ledger"));
  }
}
