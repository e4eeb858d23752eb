package org.sunlitledger.intake.kinship;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The relation of a file to earlier deliveries, according to the keys they have in common. The name
 * is only a hint: it decides if there are no keys to compare, and it must not contradict the keys.
 *
 * <ul>
 *   <li>At least 80% of an earlier delivery's keys: the file corrects it, whatever the name.
 *   <li>No common keys: an additional delivery, unless the name says that it is a correction.
 *   <li>At most 1% of either: an additional delivery; rules reject its repeated lines one by one.
 *   <li>Anything else is unclear, and the file is rejected until a person decides.
 * </ul>
 *
 * A file with a single key is not sufficient evidence, because its one line may repeat another by
 * mistake. It corrects a delivery only if their names belong together.
 */
public sealed interface Kinship {
  int CORRECTION_PERCENT = 80;
  int REPEATED_PERCENT = 1;

  /** The file replaces an earlier delivery. */
  record Correction(long earlier) implements Kinship {}

  /** The file counts in addition to the others. */
  record Further() implements Kinship {}

  /** The relation is unclear. */
  record Unclear(List<EarlierDelivery> kin) implements Kinship {
    private static final int MAX_DELIVERIES_SHOWN = 3;

    /** The deliveries with common keys, and the number of common keys of each. */
    String shares() {
      String shown =
          kin.stream()
              .limit(MAX_DELIVERIES_SHOWN)
              .map(EarlierDelivery::share)
              .collect(Collectors.joining("；"));
      return kin.size() > MAX_DELIVERIES_SHOWN
          ? shown + "；… +" + (kin.size() - MAX_DELIVERIES_SHOWN)
          : shown;
    }
  }

  /**
   * The new file.
   *
   * @param marked whether its name has a correction mark
   * @param keys number of its different readable keys
   */
  record Newcomer(boolean marked, int lines, int keys) {}

  /**
   * An earlier delivery.
   *
   * @param sameName whether the file has the same name without marks
   * @param likeName whether one name contains the other
   * @param keys number of its different keys; 0 if none can be read
   * @param common number of its keys that the file also has
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
   * For each delivery, by id, the number of its keys that a file has and another given delivery
   * does not have.
   */
  interface RemainingKeys {
    Map<Long, Integer> keysOf(EarlierDelivery other);
  }

  /** Decides the relation. */
  static Kinship decide(Newcomer file, List<EarlierDelivery> earlier, RemainingKeys beyond) {
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

  /**
   * A correction may also have lines of other deliveries, if it does not replace those deliveries.
   */
  private static Kinship correction(
      Newcomer file, EarlierDelivery corrected, List<EarlierDelivery> kin, RemainingKeys beyond) {
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

  /**
   * Decides by the name if there are no common keys. The name is accepted only if keys cannot be
   * compared.
   */
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
