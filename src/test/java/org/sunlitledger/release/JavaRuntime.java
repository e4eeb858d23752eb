package org.sunlitledger.release;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A Java runtime with the modules that the program uses and no others, linked from a JDK. It has no
 * archive of Java's own classes, which would be other bytes each time: the first night makes that.
 */
final class JavaRuntime {
  private static final List<String> MODULES =
      List.of(
          // beans, pictures and colours in the templates of reports
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          // data sources and LDAP names of certificates
          "java.naming",
          "java.net.http",
          // sign-in by Kerberos at a PostgreSQL of the county's own
          "java.security.jgss",
          "java.sql",
          "java.xml.crypto",
          // GB18030
          "jdk.charsets",
          // TLS by elliptic curves
          "jdk.crypto.ec",
          // events of Spring Batch
          "jdk.jfr",
          // how much memory and disk there is
          "jdk.management",
          // Chinese dates and messages
          "jdk.localedata",
          // which user of the operating system decides
          "jdk.security.auth",
          // sun.misc.Unsafe, which libraries use
          "jdk.unsupported",
          // paths into archives
          "jdk.zipfs");

  private final Path folder;

  private JavaRuntime(Path folder) {
    this.folder = folder;
  }

  /**
   * Links one. A JDK without a folder {@code jmods}, as from 24 on, links only itself.
   *
   * @param jlink that of a JDK for this machine, of the same version as the JDK to link from
   * @param jdk of any processor
   * @param folder is made
   * @throws IOException when it cannot be linked, or is for another processor
   */
  static JavaRuntime link(Path jlink, Path jdk, Architecture architecture, Path folder)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                jlink.toString(),
                "--output",
                folder.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales=en,zh",
                "--no-header-files",
                "--no-man-pages"));
    Path modules = jdk.resolve("jmods");
    if (Files.isDirectory(modules)) {
      command.addAll(List.of("--module-path", modules.toString()));
    } else if (!jlink.startsWith(jdk)) {
      throw new IOException(
          "%s has no folder jmods: a JDK for another processor needs it, as those before 24 have it"
              .formatted(jdk));
    }
    Commands.run(command);
    architecture.mustBeThatOf(folder.resolve("bin/java"));
    architecture.mustBeThatOf(folder.resolve("lib/server/libjvm.so"));
    Files.writeString(folder.resolve("architecture"), architecture + "\n");
    return new JavaRuntime(folder);
  }

  /** As a part of the release. Its licence and those of its own parts are below runtime/legal. */
  Part part() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("release"))) {
      properties.load(reader);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    return new Part("OpenJDK", version, List.of("GPL-2.0-with-classpath-exception"));
  }
}
