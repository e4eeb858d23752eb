package org.sunlitledger.storage;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.sunlitledger.database.DatabaseSettings;

/**
 * The settings of the storage.
 *
 * @param folder contains the files; below {@code sunlit.folder} unless set
 * @param originalsYears full years after which archived originals of a closed year may be deleted;
 *     they never are if it is not set. The program knows no legal period: the county decides.
 */
@ConfigurationProperties("sunlit.storage")
public record StorageSettings(@Nullable Path folder, @Nullable Integer originalsYears) {

  /** The folder of the files. */
  public Path folderOf(DatabaseSettings folders) {
    return folder == null ? folders.folder().resolve("storage") : folder;
  }
}
