package org.sunlitledger.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;

/** Tells from a header which register a file is for: the one that most of its columns belong to. */
@Component
final class Recogniser {
  private final Registers registers;

  Recogniser(Registers registers) {
    this.registers = registers;
  }

  Header recognise(List<String> titles) throws FileFault {
    List<Header> headers =
        registers.all().stream()
            .map(register -> Header.match(register, titles))
            .filter(header -> header.matched() > 0)
            .toList();
    int most = headers.stream().mapToInt(Header::matched).max().orElse(0);
    List<Header> nearest = headers.stream().filter(h -> h.matched() == most).toList();
    List<Header> whole = nearest.stream().filter(h -> h.missing().isEmpty()).toList();
    if (whole.size() > 1) {
      throw new FileFault(
          new ShapeFinding(ShapeRule.FILE_AMBIGUOUS, "", shown(titles), names(whole)), 1);
    }
    if (whole.size() == 1) {
      return checked(whole.get(0));
    }
    if (most == 0 || most * 2 < titles.size()) {
      throw new FileFault(
          new ShapeFinding(ShapeRule.FILE_HEADER, "", shown(titles), names(all())), 1);
    }
    Header best =
        nearest.stream().min(Comparator.comparingInt(h -> h.missing().size())).orElseThrow();
    throw new FileFault(
        new ShapeFinding(
            ShapeRule.FILE_COLUMNS_MISSING,
            String.join("、", best.missing()),
            shown(titles),
            best.register().title() + "：" + String.join("、", best.missing())),
        1);
  }

  private static Header checked(Header header) throws FileFault {
    if (!header.twice().isEmpty()) {
      String twice = String.join("、", header.twice());
      throw new FileFault(
          new ShapeFinding(ShapeRule.FILE_COLUMN_TWICE, twice, twice, header.register().title()),
          1);
    }
    return header;
  }

  private List<Header> all() {
    return registers.all().stream().map(r -> Header.match(r, List.of())).toList();
  }

  private static String names(List<Header> headers) {
    return headers.stream()
        .map(Header::register)
        .map(Register::title)
        .collect(Collectors.joining("、"));
  }

  private static String shown(List<String> titles) {
    String header = String.join(",", titles);
    return header.length() <= 200 ? header : header.substring(0, 200) + "…";
  }
}
