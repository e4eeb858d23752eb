package org.sunlitledger.intake.kinship;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file is to the deliveries before it, by the keys they have in common. The name is only a
 * hint: it decides where there are no keys to compare, and it must not contradict them.
 *
 * <ul>
 *   <li>At least 80% of an earlier delivery's keys: a correction of it, whatever the name.
 *   <li>None in common: a further delivery, unless the name says that it is a correction.
 *   <li>At most 1% of either: a further delivery; rules reject its repeated lines one by one.
 *   <li>Anything else is unclear, and the file is rejected until somebody decides.
 * </ul>
 *
 * A file with a single key is no evidence: its one line may repeat another by mistake. It corrects
 * a delivery only if their names belong together.
 */
public sealed interface Kinship {
  int CORRECTION_PERCENT = 80;
  int REPEATED_PERCENT = 1;

  /** It replaces an earlier delivery. */
  record Correction(long earlier) implements Kinship {}

  /** It counts beside the others. */
  record Further() implements Kinship {}

  /** It cannot be decided. */
  record Unclear(List<EarlierDelivery> kin) implements Kinship {
    private static final int SHOWN = 3;

    /** With which deliveries it shares how many of their keys. */
    String shares() {
      String shown =
          kin.stream().limit(SHOWN).map(EarlierDelivery::share).collect(Collectors.joining("；"));
      return kin.size() > SHOWN ? shown + "；… +" + (kin.size() - SHOWN) : shown;
    }
  }

  /**
   * The file.
   *
   * @param marked whether its name has a mark of a correction
   * @param keys how many different ones it has, as far as they can be read
   */
  record Newcomer(boolean marked, int lines, int keys) {}

  /**
   * A delivery before it.
   *
   * @param sameName whether the file has its name again, marks left out
   * @param likeName whether one name contains the other
   * @param keys how many different ones it has; 0 where none can be read
   * @param common how many of them the file has
   */
  record EarlierDelivery(
      long id, String name, boolean sameName, boolean likeName, int keys, int common) {

    private boolean isCorrected() {
      return common > 0 && 100L * common >= (long) CORRECTION_PERCENT * keys;
    }

    private boolean isHardlyRepeated(Newcomer file, int repeated) {
      long percent = 100L * repeated;
      return percent <= (long) REPEATED_PERCENT * keys
          || percent <= (long) REPEATED_PERCENT * file.keys();
    }

    private String share() {
      String percent =
          keys == 0 ? "" : String.format(Locale.ROOT, " = %.1f%%", 100.0 * common / keys);
      return "%s (#%d) %d / %d%s".formatted(name, id, common, keys, percent);
    }
  }

  /**
   * How many of each delivery's keys a file has that another delivery does not have, by their ids.
   */
  interface Beyond {
    Map<Long, Integer> keysOf(EarlierDelivery other);
  }

  /** Decides. */
  static Kinship decide(Newcomer file, List<EarlierDelivery> earlier, Beyond beyond) {
    List<EarlierDelivery> namesakes = earlier.stream().filter(EarlierDelivery::sameName).toList();
    if (file.keys() == 0 && file.lines() == 0) {
      return last(namesakes);
    }
    List<EarlierDelivery> kin =
        earlier.stream()
            .filter(one -> one.common() > 0)
            .filter(one -> !repeatsALine(file, one))
            .toList();
    Optional<EarlierDelivery> corrected =
        kin.stream()
            .filter(EarlierDelivery::isCorrected)
            .max(Comparator.comparingInt(EarlierDelivery::keys).thenComparing(EarlierDelivery::id));
    if (corrected.isPresent()) {
      return correction(file, corrected.get(), kin, beyond);
    }
    boolean named = file.marked() || !namesakes.isEmpty();
    if (kin.isEmpty() && named) {
      return byName(namesakes, earlier);
    }
    return !named && kin.stream().allMatch(one -> one.isHardlyRepeated(file, one.common()))
        ? new Further()
        : new Unclear(kin);
  }

  /** It may also have lines of others, as long as it does not take their place. */
  private static Kinship correction(
      Newcomer file, EarlierDelivery corrected, List<EarlierDelivery> kin, Beyond beyond) {
    List<EarlierDelivery> others = kin.stream().filter(one -> one.id() != corrected.id()).toList();
    if (others.isEmpty()) {
      return new Correction(corrected.id());
    }
    Map<Long, Integer> keys = beyond.keysOf(corrected);
    List<EarlierDelivery> united =
        others.stream()
            .filter(
                one -> {
                  int repeated = keys.getOrDefault(one.id(), 0);
                  return repeated > 0
                      && (one.isCorrected() || !one.isHardlyRepeated(file, repeated));
                })
            .toList();
    return united.isEmpty()
        ? new Correction(corrected.id())
        : new Unclear(Stream.concat(Stream.of(corrected), united.stream()).toList());
  }

  private static boolean repeatsALine(Newcomer file, EarlierDelivery one) {
    return file.keys() == 1 && !file.marked() && !one.sameName() && !one.likeName();
  }

  /** Nothing in common with any: a name can be believed only where keys cannot be compared. */
  private static Kinship byName(List<EarlierDelivery> namesakes, List<EarlierDelivery> earlier) {
    List<EarlierDelivery> comparable = namesakes.stream().filter(one -> one.keys() > 0).toList();
    if (!namesakes.isEmpty() && comparable.isEmpty()) {
      return last(namesakes);
    }
    return earlier.isEmpty()
        ? new Further()
        : new Unclear(namesakes.isEmpty() ? earlier : comparable);
  }

  private static Kinship last(List<EarlierDelivery> namesakes) {
    return namesakes.isEmpty()
        ? new Further()
        : new Correction(namesakes.get(namesakes.size() - 1).id());
  }
}
