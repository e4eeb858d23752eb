package org.sunlitledger.console.upload;

import java.io.IOException;
import java.nio.file.Path;
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
public final class Previews {
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
    return card(frame, year, seen(() -> preview.of(untaken.inbox(), file.path(), year)));
  }

  /** What a file is as a part of a register that is named as a whole. */
  public FilePreview named(int year, Path file) throws IOException {
    return seen(() -> preview.ofNamed(file, year));
  }

  private interface Look {
    FilePreview now() throws IOException;
  }

  private FilePreview seen(Look look) throws IOException {
    one.acquireUninterruptibly();
    try {
      return look.now();
    } finally {
      one.release();
    }
  }

  /** What a card says about it. */
  public PreviewCard card(Frame frame, int year, FilePreview seen) {
    return PreviewCard.of(frame, year, seen, registers, rules.byId(frame.messages().isChinese()));
  }
}
