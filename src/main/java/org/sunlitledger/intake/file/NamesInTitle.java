package org.sunlitledger.intake.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sunlitledger.quantity.person.PersonName;

/**
 * Names of people on a file's lines that are in the file's own name too: 张三丰补贴2020.csv. As many are
 * kept as the file's name has room for, whatever the number of lines.
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

  /** Asked of every line's name, so that few need be looked for. */
  public boolean has(char first) {
    return title.indexOf(first) >= 0;
  }

  /** Whether it has Chinese letters at all, or others that names are written with. */
  public boolean mayHaveSome() {
    return title.chars().anyMatch(Character::isLetter);
  }

  /** Takes note of a name on a line. */
  public void take(PersonName name) {
    if (!found.containsKey(name.text()) && !name.maskedIn(title).equals(title)) {
      found.put(name.text(), name);
    }
  }

  /** Those that are in the file's name. */
  public List<PersonName> found() {
    return List.copyOf(found.values());
  }
}
