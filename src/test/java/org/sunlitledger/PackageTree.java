package org.sunlitledger;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packages of src/main, and what the classes of each use. Names begin below the program's. */
final class PackageTree {
  /** The build makes classes such as {@code PreparedParts__…} beside those of src/main. */
  private static final ImportOption WRITTEN = location -> !location.contains("__");

  private static final Path SOURCE = Path.of("src/main/java/org/sunlitledger");
  private static final String PROGRAM = "org.sunlitledger";

  /** One sub-package uses another one of the same parent. */
  record Use(String from, String to) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return from + " uses " + to;
    }
  }

  /** A class uses another one; both by package and name. */
  private record ClassUse(String fromPackage, String toPackage, String sentence) {}

  private final Map<String, Integer> files;
  private final List<ClassUse> uses;

  private PackageTree(Map<String, Integer> files, List<ClassUse> uses) {
    this.files = files;
    this.uses = uses;
  }

  static PackageTree ofTheProgram() {
    return new PackageTree(countFiles(), uses());
  }

  /** The number of files in each package beside {@code package-info}. */
  Map<String, Integer> filesByPackage() {
    return files;
  }

  /** The direct sub-packages of each package that has some; the program itself is empty. */
  Map<String, List<String>> children() {
    Map<String, List<String>> children = new TreeMap<>();
    for (String name : files.keySet()) {
      int dot = name.lastIndexOf('.');
      if (!name.isEmpty()) {
        children
            .computeIfAbsent(name.substring(0, Math.max(dot, 0)), parent -> new ArrayList<>())
            .add(name.substring(dot + 1));
      }
    }
    return children;
  }

  /** Which sub-packages of a package use which others of it, whatever is inside them. */
  Set<Use> dependencies(String parent) {
    Set<Use> dependencies = new TreeSet<>();
    for (ClassUse use : uses) {
      String from = child(parent, use.fromPackage());
      String to = child(parent, use.toPackage());
      if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
        dependencies.add(new Use(from, to));
      }
    }
    return dependencies;
  }

  /** Classes that use a class of a package that theirs is in. */
  List<String> dependenciesOnParents() {
    return uses.stream()
        .filter(use -> !use.toPackage().isEmpty())
        .filter(use -> use.fromPackage().startsWith(use.toPackage() + "."))
        .map(ClassUse::sentence)
        .toList();
  }

  /** The sub-package of a package that another one is, or is in; empty when it is in none. */
  private static String child(String parent, String name) {
    String prefix = parent.isEmpty() ? "" : parent + ".";
    if (!name.startsWith(prefix)) {
      return "";
    }
    String rest = name.substring(prefix.length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }

  private static Map<String, Integer> countFiles() {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> folders = Files.walk(SOURCE)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String name =
            SOURCE
                .relativize(folder)
                .toString()
                .replace(folder.getFileSystem().getSeparator(), ".");
        try (Stream<Path> inside = Files.list(folder)) {
          files.put(
              name,
              (int)
                  inside
                      .filter(file -> file.toString().endsWith(".java"))
                      .filter(file -> !file.endsWith("package-info.java"))
                      .count());
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return files;
  }

  private static List<ClassUse> uses() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(WRITTEN)
            .importPackages(PROGRAM);
    List<ClassUse> uses = new ArrayList<>();
    for (JavaClass one : classes) {
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        JavaClass other = dependency.getTargetClass();
        if (other.getPackageName().startsWith(PROGRAM)) {
          uses.add(
              new ClassUse(
                  below(one.getPackageName()),
                  below(other.getPackageName()),
                  one.getSimpleName() + " uses " + other.getSimpleName()));
        }
      }
    }
    return uses;
  }

  private static String below(String packageName) {
    return packageName.equals(PROGRAM) ? "" : packageName.substring(PROGRAM.length() + 1);
  }
}
