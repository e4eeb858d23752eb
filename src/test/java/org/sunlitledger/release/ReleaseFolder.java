package org.sunlitledger.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.sunlitledger.release.tar.FolderTree;

/** What an archive is made of, in a folder. */
final class ReleaseFolder {
  private static final List<String> AS_IN_THE_PROJECT =
      List.of(
          "sunlit",
          "LICENSE",
          "README.md",
          "README.zh.md",
          "CHANGELOG.md",
          "SECURITY.md",
          "docs",
          "jobs",
          "sql",
          "sample-data");
  private static final String TEXT = ".txt";

  private final Path project;
  private final Path folder;

  ReleaseFolder(Path project, Path folder) {
    this.project = project;
    this.folder = folder;
  }

  /**
   * Fills it.
   *
   * @param jdk to link the Java runtime from
   */
  void fill(Architecture architecture, Path jlink, Path jdk) throws IOException {
    for (String name : AS_IN_THE_PROJECT) {
      FileSystemUtils.copyRecursively(project.resolve(name), folder.resolve(name));
    }
    Pages.render(folder);
    JavaRuntime runtime = JavaRuntime.link(jlink, jdk, architecture, folder.resolve("runtime"));
    unpackProgram(architecture);
    describe(architecture, runtime);
    Sums.write(folder, FolderTree.files(folder));
  }

  private void unpackProgram(Architecture architecture) throws IOException {
    Commands.run(
        List.of(
            project.resolve("src/main/sh/unpack-program").toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            project.resolve("target/sunlit.jar").toString(),
            folder.resolve("app").toString()));
    for (Path library : libraries()) {
      if (!architecture.needs(library.getFileName().toString().replaceFirst("-\\d.*", ""))) {
        Files.delete(library);
      }
    }
  }

  private void describe(Architecture architecture, JavaRuntime runtime) throws IOException {
    BillOfMaterials bill = BillOfMaterials.read(project.resolve("target/bom.json"));
    Map<String, String> texts = bill.takeTexts();
    for (Path text : FolderTree.files(project.resolve("src/dist/licences"))) {
      texts.put(text.getFileName().toString().replaceFirst(TEXT + "$", ""), Files.readString(text));
    }
    bill.keep(architecture::needs);
    bill.add(runtime.part());
    Path serverParts = project.resolve("src/dist/server-parts.tsv");
    for (Path library : libraries()) {
      ServerLibraries.mustBeNamedIn(serverParts, library);
    }
    Part.read(serverParts).forEach(bill::add);
    bill.write(folder.resolve("sbom.json"));
    Licences.write(folder.resolve("licences"), bill.parts(), libraries(), texts);
  }

  private List<Path> libraries() throws IOException {
    List<Path> libraries = new ArrayList<>(FolderTree.files(folder.resolve("app/lib")));
    libraries.addAll(FolderTree.files(folder.resolve("app/console")));
    return libraries;
  }
}
