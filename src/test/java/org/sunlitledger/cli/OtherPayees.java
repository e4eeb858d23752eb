package org.sunlitledger.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The agreeing ledger as an embezzler would have it: every voucher and amount stays, the money went
 * elsewhere.
 */
public final class OtherPayees {
  private static final int VOUCHER = 0;
  private static final int DAY = 1;
  private static final int PAYEE = 2;
  private static final int BATCH = 7;
  private static final int PROJECT = 8;
  private static final int YUAN = 9;

  private OtherPayees() {}

  /** Writes it from the ledger that agrees. */
  public static Path write(Path agreeing, Path target) throws IOException {
    List<String> lines = Files.readAllLines(agreeing);
    List<String[]> all =
        new ArrayList<>(lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
    Map<String, Long> counts =
        all.stream().collect(Collectors.groupingBy(e -> e[VOUCHER], Collectors.counting()));
    List<String[]> single =
        all.stream()
            .filter(e -> e[VOUCHER].startsWith("PZ") && counts.getOrDefault(e[VOUCHER], 0L) == 1)
            .toList();
    List<String[]> batches = all.stream().filter(e -> !e[BATCH].isEmpty()).toList();
    single.get(3)[PAYEE] = "李某个人账户";
    single.get(9)[PROJECT] = "JC-025";
    single.get(20)[DAY] = "2020-01-02";
    single.get(30)[VOUCHER] = "ZF000030";
    single.get(30)[PAYEE] = "赵某个人账户";
    all.add(slice(single.get(40), 5_000, single.get(40)[VOUCHER], "王某个人账户"));
    batches.get(20)[PAYEE] = "钱某个人账户";
    all.add(slice(batches.get(30), 20_000, "DF9028", "孙某个人账户"));
    batches.get(40)[DAY] = "2020-01-03";
    List<String> changed = new ArrayList<>(List.of(lines.get(0)));
    all.forEach(entry -> changed.add(String.join(",", entry)));
    return Files.write(target, changed);
  }

  private static String[] slice(String[] entry, long yuan, String voucher, String payee) {
    String[] slice = entry.clone();
    entry[YUAN] = String.valueOf(Long.parseLong(entry[YUAN]) - yuan);
    slice[YUAN] = String.valueOf(yuan);
    slice[VOUCHER] = voucher;
    slice[PAYEE] = payee;
    return slice;
  }
}
