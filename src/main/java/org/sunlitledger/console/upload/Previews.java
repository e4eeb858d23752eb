package org.sunlitledger.console.upload;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.console.frame.Frame;
import org.sunlitledger.intake.inbox.FilePreview;
import org.sunlitledger.intake.inbox.Preview;
import org.sunlitledger.intake.inbox.UntakenFiles;
import org.sunlitledger.intake.inbox.UntakenFiles.UntakenFile;
import org.sunlitledger.register.Registers;

/** Looks into files, one at a time: a large workbook needs a large part of the memory. */
@Component
final class Previews {
  private final Semaphore one = new Semaphore(1, true);
  private final Preview preview;
  private final UntakenFiles untaken;
  private final Registers registers;
  private final Rules rules;

  Previews(Preview preview, UntakenFiles untaken, Registers registers, Rules rules) {
    this.preview = preview;
    this.untaken = untaken;
    this.registers = registers;
    this.rules = rules;
  }

  PreviewCard of(Frame frame, int year, UntakenFile file) throws IOException {
    one.acquireUninterruptibly();
    try {
      FilePreview seen = preview.of(untaken.inbox(), file.path(), year);
      return PreviewCard.of(frame, year, seen, registers, rules.byId(frame.messages().isChinese()));
    } finally {
      one.release();
    }
  }
}
