package org.sunlitledger.report;

import java.util.List;
import org.sunlitledger.quantity.text.ListText;
import org.sunlitledger.quantity.text.Messages;

/** Definitions of one county were used on the books of another; nothing was done. */
public final class ForeignDefinitions extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final String owner;

  ForeignDefinitions(List<String> found, List<String> owner) {
    super(text(Messages.english("problems"), ListText.join(found), ListText.join(owner)));
    this.found = ListText.join(found);
    this.owner = ListText.join(owner);
  }

  /** What is wrong, for people: both counties are named. */
  public String text(Messages messages) {
    return text(messages, found, owner);
  }

  private static String text(Messages messages, String found, String owner) {
    return messages.text("county.foreign", found, owner);
  }
}
