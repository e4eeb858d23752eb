package org.sunlitledger.backup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.sunlitledger.backup.BackupFolder.WholeBackup;

/**
 * Which backups are kept: the last good one of each of the latest days, weeks and months that have
 * one, the last good one of before the last upgrade, which is the way back, and everything that is
 * newer than the last good one.
 */
record Expiry(BackupSettings settings, ZoneId zone) {

  /** The backups that are not kept any more. */
  List<WholeBackup> expired(List<WholeBackup> all) {
    List<WholeBackup> good =
        all.stream()
            .filter(WholeBackup::isGood)
            .sorted(Comparator.comparing(WholeBackup::takenAt).reversed())
            .toList();
    if (good.isEmpty()) {
      return List.of();
    }
    WholeBackup last = good.get(0);
    Set<WholeBackup> kept = new HashSet<>(Set.of(last));
    good.stream()
        .filter(backup -> !backup.schema().equals(last.schema()))
        .findFirst()
        .ifPresent(kept::add);
    kept.addAll(lastOfEach(good, settings.daily(), day -> day));
    kept.addAll(
        lastOfEach(
            good,
            settings.weekly(),
            day ->
                List.of(
                    day.get(IsoFields.WEEK_BASED_YEAR),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))));
    kept.addAll(lastOfEach(good, settings.monthly(), day -> day.withDayOfMonth(1)));
    return all.stream()
        .filter(backup -> backup.takenAt().isBefore(last.takenAt()) && !kept.contains(backup))
        .toList();
  }

  /** The first of each period in a list that begins with the latest. */
  private Set<WholeBackup> lastOfEach(
      List<WholeBackup> latestFirst, int periods, Function<LocalDate, Object> period) {
    Set<Object> seen = new HashSet<>();
    Set<WholeBackup> last = new HashSet<>();
    for (WholeBackup backup : latestFirst) {
      LocalDate day = LocalDate.ofInstant(backup.takenAt(), zone);
      if (seen.size() < periods && seen.add(period.apply(day))) {
        last.add(backup);
      }
    }
    return last;
  }
}
