package org.sunlitledger.intake.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.quantity.person.PersonName;

/**
 * Names of people on a file's lines that are also in the file's own name: 张三丰补贴2020.csv. The number
 * of names kept is limited by the length of the file's name, not by the number of lines.
 */
public final class NamesInTitle {
  private final String title;
  private final Map<String, PersonName> found = new LinkedHashMap<>();

  /**
   * @param title the file's path below the inbox, and its sheet
   */
  public NamesInTitle(String title) {
    this.title = title;
  }

  /** A fast test for the name on every line, so that few names need a full search. */
  public boolean has(char first) {
    return title.indexOf(first) >= 0;
  }

  /** Whether the title has Chinese letters, or other letters used in names. */
  public boolean mayHaveSome() {
    return title.chars().anyMatch(Character::isLetter);
  }

  /** Adds a name from a line. */
  public void take(PersonName name) {
    if (!found.containsKey(name.text()) && !name.maskedIn(title).equals(title)) {
      found.put(name.text(), name);
    }
  }

  /** The names that are in the file's name. */
  public List<PersonName> found() {
    return List.copyOf(found.values());
  }
}
