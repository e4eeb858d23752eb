package org.sunlitledger.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Searches for people in files and in file names. {@code SearchedPlaces PEOPLE PLACE...}; for a
 * place with @ before it only the names are searched. The exit status is 0 if every planted person
 * is found and nobody else.
 */
final class SearchedPlaces {
  private static final int SHOWN = 200;

  private final PersonalSearch search;
  private int files;
  private long bytes;

  private SearchedPlaces(List<Person> people) {
    this.search = new PersonalSearch(people);
  }

  public static void main(String... arguments) throws IOException {
    List<Person> people = new ArrayList<>();
    Set<Person> planted = new HashSet<>();
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      String[] cells = line.split("\t", -1);
      Person who = new Person(cells[0], cells[1]);
      people.add(who);
      if (cells[2].equals("planted")) {
        planted.add(who);
      }
    }
    SearchedPlaces places = new SearchedPlaces(people);
    for (String place : List.of(arguments).subList(1, arguments.length)) {
      places.take(place);
    }
    places.end(people, planted);
  }

  private void take(String place) throws IOException {
    boolean onlyNames = place.startsWith("@");
    Path root = Path.of(onlyNames ? place.substring(1) : place);
    int filesBefore = files;
    long bytesBefore = bytes;
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.sorted().toList()) {
        String uri = file.toUri().toString();
        search.take(uri, uri.getBytes(StandardCharsets.UTF_8));
        if (!onlyNames && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          byte[] content = Files.readAllBytes(file);
          search.take(uri, content);
          files++;
          bytes += content.length;
        }
      }
    }
    System.out.printf(
        "%s: %s%d files, %d bytes%n",
        place, onlyNames ? "only names, " : "", files - filesBefore, bytes - bytesBefore);
  }

  private void end(List<Person> people, Set<Person> planted) {
    Set<Person> found = new HashSet<>();
    int wrong = 0;
    for (PersonalSearch.Hit hit : search.hits()) {
      found.add(hit.person());
      if (!planted.contains(hit.person()) && wrong++ < SHOWN) {
        System.out.println("FOUND " + hit);
      }
    }
    List<Person> missed = planted.stream().filter(who -> !found.contains(who)).toList();
    missed.forEach(who -> System.out.println("MISSED, though planted: " + who));
    System.out.printf(
        "searched for %d people in %d files, %d characters: found %d who must not be there;"
            + " of %d planted ones found %d%n",
        people.size() - planted.size(),
        files,
        search.characters(),
        found.stream().filter(who -> !planted.contains(who)).count(),
        planted.size(),
        planted.size() - missed.size());
    System.exit(wrong == 0 && missed.isEmpty() ? 0 : 1);
  }
}
