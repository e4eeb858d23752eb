package org.sunlitledger.cli.figure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sunlitledger.cli.print.Listing;
import org.sunlitledger.figure.Explanation;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.quantity.text.Decimals;
import org.sunlitledger.rollup.Lines;
import org.sunlitledger.view.CodeWords;

/**
 * The files behind a figure: how many of their lines count, from which to which, and for how much.
 */
final class FigureFiles {
  private final Map<FilePart, FileShare> shares = new LinkedHashMap<>();

  private record FilePart(Figure leaf, long delivery, String register, String file) {}

  private static final class FileShare {
    private final int first;
    private int last;
    private long lines;
    private BigDecimal amount = BigDecimal.ZERO;

    FileShare(int first) {
      this.first = first;
    }

    void add(Lines.SubjectLine line) {
      last = line.line();
      lines++;
      amount = amount.add(line.amount());
    }
  }

  FigureFiles(Explanation explanation, int year, List<Figure> leaves) {
    // lines come in the order of files and lines
    explanation.lines(
        year,
        leaves,
        (leaf, line) ->
            shares
                .computeIfAbsent(
                    new FilePart(leaf, line.delivery(), line.register(), line.file()),
                    part -> new FileShare(line.line()))
                .add(line));
  }

  /** The deliveries of the files. */
  Set<Long> deliveries() {
    return shares.keySet().stream().map(FilePart::delivery).collect(Collectors.toSet());
  }

  /**
   * The list of them.
   *
   * @param readable amounts as people write them, else in fen
   */
  Listing listing(boolean readable, CodeWords words) {
    Listing listing =
        new Listing(
                "figure",
                "delivery",
                "register",
                "file",
                "first_line",
                "last_line",
                "lines",
                readable ? "exactly" : "amount")
            .whole("figure")
            .wrapped("file");
    shares.forEach(
        (part, share) ->
            listing.add(
                part.leaf().id(),
                part.delivery(),
                words.register(part.register()),
                part.file(),
                share.first,
                share.last,
                share.lines,
                readable
                    ? Explanation.amount(part.leaf(), share.amount)
                    : Decimals.plain(share.amount)));
    return listing;
  }
}
