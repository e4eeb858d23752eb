package org.sunlitledger.cli.figure;

import java.io.PrintWriter;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.cli.shell.Session;
import org.sunlitledger.figure.LineProof;
import org.sunlitledger.figure.LineProofs;
import org.sunlitledger.view.figure.ProofWords;

/** Adds up the lines under a figure again and prints the result beside its value. */
final class FigureProof {
  private FigureProof() {}

  /** Whether the two agree. */
  static boolean print(Session session, int year, String id, PrintWriter out, boolean json) {
    LineProof proof = session.the(LineProofs.class).of(year, id).orElseThrow();
    String sentence =
        new ProofWords(session.messages().isChinese(), ProblemWords.titles(session, year))
            .sentence(proof);
    if (json) {
      Listing listing = new Listing("figure", "value", "counted", "lines", "agrees", "proof");
      listing.add(
          id,
          proof.kept().flatMap(kept -> kept.value()).orElse(""),
          proof.counted().value().orElse(""),
          proof.lines(),
          proof.agrees(),
          sentence);
      listing.print(out, session.messages(), true);
    } else {
      out.println(sentence);
    }
    return proof.agrees();
  }
}
