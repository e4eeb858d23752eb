package org.sunlitledger.intake.file;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;

/**
 * What a file's place in the inbox says: its own name, the name without marks of a correction, and
 * the office that hands it in. All of it is a hint; what the file corrects is decided by its keys.
 *
 * @param original the name without what marks a correction; the name itself when nothing does
 * @param edition 0 for the original, else which correction of it, as far as the name says
 */
public record DeliveryName(String name, String original, int edition, String office) {
  /** An original before its corrections, these in their order; others by their names. */
  public static final Comparator<DeliveryName> ORDER =
      Comparator.comparing(DeliveryName::original)
          .thenComparing(DeliveryName::edition)
          .thenComparing(DeliveryName::name);

  public static DeliveryName of(Path inbox, Path file) {
    return ofPath(FilePath.shown(inbox, file));
  }

  /**
   * The name of a file that is in no inbox: its path, so that files of two folders are told apart.
   */
  public static DeliveryName ofNamed(Path file) {
    String here = FilePath.shown(Path.of("")) + "/";
    String whole = FilePath.shown(file);
    DeliveryName name = ofPath(whole.startsWith(here) ? whole.substring(here.length()) : whole);
    return new DeliveryName(name.name, name.original, name.edition, "");
  }

  private static DeliveryName ofPath(String relative) {
    String path = Normalizer.normalize(relative, Normalizer.Form.NFC).replace('\\', '/');
    int dot = ending(path);
    CorrectionMarks marks = CorrectionMarks.parse(path.substring(0, dot));
    String office = path.substring(0, Math.max(0, path.indexOf('/')));
    return new DeliveryName(path, marks.stem() + path.substring(dot), marks.edition(), office);
  }

  /** As it is kept: without names of people and ID numbers. */
  public DeliveryName hidden(HiddenNames names) {
    return new DeliveryName(names.hide(name), names.hide(original), edition, names.hide(office));
  }

  /** The same for one sheet of several. */
  public DeliveryName withSheet(String sheet) {
    return new DeliveryName(name + "#" + sheet, original + "#" + sheet, edition, office);
  }

  /** Whether the name says that the file is a correction. */
  public boolean isMarked() {
    return edition > 0;
  }

  /** The original without the ending that says what kind of file it is. */
  public String stem() {
    return original.substring(0, ending(original));
  }

  /** Where the ending begins; there may be none. */
  private static int ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? dot : path.length();
  }

  /** The years that the name may be for. */
  public NamedYears years() {
    return NamedYears.in(original);
  }
}
