package org.sunlitledger.cli.print;

import java.io.PrintWriter;
import java.util.List;
import org.sunlitledger.open.OpenItem;
import org.sunlitledger.open.OpenItems;
import org.sunlitledger.quantity.text.Messages;

/** Shows what is open, and what was set aside. */
public final class OpenScreen {
  private static final int SHOWN_ITEMS = 20;

  private final Messages messages;

  public OpenScreen(Messages messages) {
    this.messages = messages;
  }

  public void show(List<OpenItems.OpenGroup> open, List<OpenItem> setAside, PrintWriter out) {
    if (!open.isEmpty()) {
      long count = open.stream().mapToLong(OpenItems.OpenGroup::count).sum();
      out.println(messages.text("open.count", count));
      open.stream().limit(SHOWN_ITEMS).forEach(group -> out.println("  " + sentence(group)));
      if (open.size() > SHOWN_ITEMS) {
        out.println("  " + messages.text("open.more", open.size() - SHOWN_ITEMS));
      }
      out.println(messages.text("open.remedy"));
    }
    if (!setAside.isEmpty()) {
      out.println(messages.text("open.set-aside", setAside.size()));
      setAside.stream().limit(SHOWN_ITEMS).forEach(item -> out.println("  " + sentence(item)));
      if (setAside.size() > SHOWN_ITEMS) {
        out.println("  " + messages.text("open.more", setAside.size() - SHOWN_ITEMS));
      }
    }
  }

  private String sentence(OpenItems.OpenGroup group) {
    String sentence =
        messages.text(
            "open." + group.kind(), group.numbers(), group.file(), group.count(), group.subject());
    return group.isLate() ? sentence + messages.text("open.late", group.year()) : sentence;
  }

  private String sentence(OpenItem item) {
    OpenItem.SetAside decided = item.setAside().orElseThrow();
    String place = item.line() == 0 ? item.file() : item.file() + ":" + item.line();
    String what = item.subject().isEmpty() ? place : place + " " + item.subject();
    return messages.text(
        item.approved().isPresent() ? "open.set-aside-approved" : "open.set-aside-item",
        item.number(),
        what,
        decided.by(),
        decided.why(),
        item.approved().map(OpenItem.Approval::by).orElse(""));
  }
}
