package org.sunlitledger.console.discrepancy;

import java.time.LocalDate;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.decision.Refusal;
import org.sunlitledger.quantity.text.Messages;
import org.sunlitledger.reconcile.discrepancy.Kinds;
import org.sunlitledger.reconcile.discrepancy.Resolution;
import org.sunlitledger.reconcile.discrepancy.WorkItem;
import org.sunlitledger.reconcile.discrepancy.WorkItem.Status;

/**
 * The words for discrepancies, in the language of a page.
 *
 * @param sentences the bundle {@code worklist}
 * @param today from which ages are counted
 */
public record DiscrepancyWords(Frame frame, Messages sentences, Kinds kinds, LocalDate today) {
  public String kind(String id) {
    return kinds.title(id, sentences.isChinese());
  }

  public String mend(WorkItem item) {
    return kinds.mend(item.kind(), sentences.isChinese());
  }

  public String severity(String code) {
    return sentences.text("severity." + code);
  }

  public String status(Status status) {
    return sentences.text("status." + status);
  }

  public String resolution(Resolution as) {
    return sentences.text("resolution." + as);
  }

  /** Yuan, or a count where the kind counts. */
  public String amount(String kind, long amount) {
    return kinds.isCount(kind)
        ? sentences.text("discrepancies.count", frame.count(amount))
        : frame.yuan(amount);
  }

  /** Why a decision was not taken, without commands. */
  public static String refusal(Refusal why, Frame frame) {
    String own = "discrepancy.refusal." + why.kind();
    return frame.messages().find(own).isEmpty()
        ? why.text(frame.messages())
        : frame.text(own, why.arguments().toArray());
  }

  public long age(WorkItem item) {
    return item.age(today);
  }
}
