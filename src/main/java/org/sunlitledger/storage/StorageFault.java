package org.sunlitledger.storage;

import java.nio.file.Path;

/** A file of the storage is not what was written. Its records are not used. */
public final class StorageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FaultKind kind;
  private final String file;

  StorageFault(FaultKind kind, Path file) {
    super(kind.sentence.formatted(file));
    this.kind = kind;
    this.file = file.toString();
  }

  /** What is wrong. */
  public enum FaultKind {
    MISSING(
        "移出数据库的台账记录文件缺失：%1$s。请从备份恢复该文件 / the file with records of a closed year is missing: "
            + "%1$s. Restore it from a backup"),
    CHANGED(
        "移出数据库的台账记录文件已被改动：%1$s。请从备份恢复该文件 / the file with records of a closed year was "
            + "changed: %1$s. Restore it from a backup");

    private final String sentence;

    FaultKind(String sentence) {
      this.sentence = sentence;
    }
  }

  public FaultKind kind() {
    return kind;
  }

  /** The path of the file. */
  public String file() {
    return file;
  }
}
