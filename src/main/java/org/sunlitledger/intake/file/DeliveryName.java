package org.sunlitledger.intake.file;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;

/**
 * The information in a file's place in the inbox: its name, the name without correction marks, and
 * the office that handed it in. All of this is only a hint. The keys decide what the file corrects.
 *
 * @param original the name without correction marks; equal to the name if there are none
 * @param edition 0 for the original, else the number of the correction according to the name
 */
public record DeliveryName(String name, String original, int edition, String office) {
  /**
   * An original comes before its corrections, and these are in their order. Other files are ordered
   * by name.
   */
  public static final Comparator<DeliveryName> ORDER =
      Comparator.comparing(DeliveryName::original)
          .thenComparing(DeliveryName::edition)
          .thenComparing(DeliveryName::name);

  public static DeliveryName of(Path inbox, Path file) {
    return ofPath(FilePath.shown(inbox, file));
  }

  /** The name of a file outside any inbox. It is the path, so that files of two folders differ. */
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

  /** The name as it is kept, without names of people and ID numbers. */
  public DeliveryName hidden(HiddenNames names) {
    return new DeliveryName(names.hide(name), names.hide(original), edition, names.hide(office));
  }

  /** The name for one sheet of several. */
  public DeliveryName withSheet(String sheet) {
    return new DeliveryName(name + "#" + sheet, original + "#" + sheet, edition, office);
  }

  /** Whether the name says that the file is a correction. */
  public boolean isMarked() {
    return edition > 0;
  }

  /** The original name without the file ending. */
  public String stem() {
    return original.substring(0, ending(original));
  }

  /** The position of the file ending; the length of the name if there is none. */
  private static int ending(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? dot : path.length();
  }

  /** The years in the name. */
  public NamedYears years() {
    return NamedYears.in(original);
  }
}
