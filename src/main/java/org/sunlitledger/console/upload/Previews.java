package org.sunlitledger.console.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.intake.inbox.FilePreview;
import org.sunlitledger.intake.inbox.Preview;
import org.sunlitledger.register.Registers;

/** Looks into files, one at a time: a large workbook needs a large part of the memory. */
@Component
public final class Previews {
  private final Semaphore one = new Semaphore(1, true);
  private final Preview preview;
  private final Registers registers;
  private final Rules rules;

  Previews(Preview preview, Registers registers, Rules rules) {
    this.preview = preview;
    this.registers = registers;
    this.rules = rules;
  }

  /**
   * What the next run would take a file for.
   *
   * @param root a folder without links in its path, which the file is below
   */
  public FilePreview of(int year, Path root, Path file) throws IOException {
    one.acquireUninterruptibly();
    try {
      return preview.of(root, file, year);
    } finally {
      one.release();
    }
  }

  /** What a card says about it. */
  public PreviewCard card(Frame frame, int year, FilePreview seen) {
    return PreviewCard.of(frame, year, seen, registers, rules.byId(frame.messages().isChinese()));
  }
}
