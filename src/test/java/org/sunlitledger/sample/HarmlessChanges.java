package org.sunlitledger.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes to a ledger that agrees after which it still does: other ways to write the same. */
public final class HarmlessChanges {
  /** A short name that the county's list must have for {@link #PAYEE}. */
  public static final String ALIAS = "香山建司";

  public static final String PAYEE = "香山乡建设有限公司";

  private static final Map<String, UnaryOperator<Entry>> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("blanks", e -> e.payee(e.payee().substring(0, 2) + "　 " + e.payee().substring(2)));
    WAYS.put(
        "unseen signs",
        e -> e.payee(e.payee().substring(0, 3) + "\u200b" + e.payee().substring(3)));
    WAYS.put(
        "brackets", e -> e.payee("（" + e.payee().substring(0, 3) + "）" + e.payee().substring(3)));
    WAYS.put(
        "half brackets",
        e -> e.payee("(" + e.payee().substring(0, 3) + ")" + e.payee().substring(3)));
    WAYS.put("a full stop", e -> e.payee(e.payee() + "。"));
    WAYS.put("the long form", e -> e.payee(e.payee().replace("有限公司", "有限责任公司")));
    WAYS.put("an alias", e -> e.payee(e.payee().replace(PAYEE, ALIAS).replace("惠民补贴代发户", "代发户")));
    WAYS.put("an alias with blanks", e -> e.payee(e.payee().replace(PAYEE, " 香山（建司）")));
    WAYS.put(
        "width of the project", e -> e.project(e.project().replace('-', '－').replace('0', '０')));
    WAYS.put("case of the project", e -> e.project(e.project().toLowerCase(java.util.Locale.ROOT)));
    WAYS.put("no project", e -> e.project(""));
    WAYS.put(
        "brackets of the document",
        e -> e.documented(e.document().replace('〔', '[').replace('〕', ']')));
    WAYS.put("no document", e -> e.documented(""));
    WAYS.put("words for the source", e -> e.from(e.source() + "资金"));
    WAYS.put("width of the voucher", e -> e.voucher(e.voucher().replace('0', '０')));
    WAYS.put("a note", e -> e.note("见附件（第１次）"));
    WAYS.put(
        "a day inside the window",
        e -> e.day().getDayOfYear() > 360 ? e : e.on(e.day().plusDays(4)));
  }

  private HarmlessChanges() {}

  /** Changes of single entries and of all of them, in every order. */
  public static List<LedgerChange> of(List<Entry> entries, int count, long seed) {
    Random random = new Random(seed);
    List<LedgerChange> changes = new ArrayList<>();
    List<Map.Entry<String, UnaryOperator<Entry>>> ways = List.copyOf(WAYS.entrySet());
    Set<Integer> all = IntStream.range(0, entries.size()).boxed().collect(Collectors.toSet());
    for (int i = 0; i < count; i++) {
      String name = ways.get(i % ways.size()).getKey();
      UnaryOperator<Entry> way = ways.get(i % ways.size()).getValue();
      if (i < ways.size()) {
        List<Entry> shuffled = new ArrayList<>(entries.stream().map(way).toList());
        Collections.shuffle(shuffled, random);
        changes.add(new LedgerChange("all: " + name, all, shuffled, List.of()));
      } else {
        int at = random.nextInt(entries.size());
        changes.add(
            new LedgerChange(
                name + " of " + entries.get(at),
                Set.of(at),
                List.of(way.apply(entries.get(at))),
                List.of()));
      }
    }
    return changes;
  }
}
