package org.sunlitledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.figure.Figures;
import org.sunlitledger.figure.LineProof;
import org.sunlitledger.figure.LineProofs;
import org.sunlitledger.testing.Office;
import org.sunlitledger.testing.SmallCounty;

/** Figures, their proofs and the lines under them, as a browser asks for them. */
class FigurePagesIT {
  private static final Pattern ROW =
      Pattern.compile(
          "<th scope=\"row\"><a href=\"(/2020/figures/[^\"]+)\">[^<]*</a></th>(.*?)</tr>",
          Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("<td class=\"number\">([^<]*)</td>");
  private static final Pattern AMOUNT = Pattern.compile("<td class=\"number amount\">([^<]*)</td>");
  private static final Pattern LINE = Pattern.compile("/deliveries/[0-9]+/lines/[0-9]+");

  private static Office office;
  private static ServedConsole console;
  private static Visitor viewer;
  private static Visitor ofWater;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    office = Office.in(folder);
    SmallCounty.deliver(office, 2020);
    office.night(2020);
    console = ServedConsole.of(office);
    Staff staff =
        new Staff(office, console)
            .add("qianqi", "钱七", Optional.empty(), Set.of(AccountRole.VIEWER))
            .add("zhaoliu", "赵六", Optional.of("水利局"), Set.of(AccountRole.CLERK));
    viewer = staff.visitor("qianqi");
    ofWater = staff.visitor("zhaoliu");
  }

  @AfterAll
  static void close() {
    console.close();
    office.close();
  }

  @Test
  void theLinesUnderEveryFigureComeToItsValue() {
    List<String> wrong = new ArrayList<>();
    for (Figures.Computed figure : office.the(Figures.class).of(2020)) {
      LineProof proof = office.the(LineProofs.class).of(2020, figure.figure().id()).orElseThrow();
      if (!proof.agrees()) {
        wrong.add(figure.figure().id() + " " + proof.counted().value() + " " + figure.value());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyBarLeadsToExactlyTheLinesThatItCounts() throws Exception {
    int rows = 0;
    for (Figures.Computed figure : office.the(Figures.class).of(2020)) {
      String id = figure.figure().id();
      String page = viewer.get("/2020/figures/" + id + "/proof").body();
      assertThat(page).as(id).contains("id=\"sentence\"").doesNotContain("status bad");
      for (MatchResult row : ROW.matcher(page).results().toList()) {
        rows++;
        List<String> cells =
            NUMBER.matcher(row.group(2)).results().map(cell -> cell.group(1)).toList();
        String value = cells.get(cells.size() - 2);
        String lines = cells.get(cells.size() - 1);
        String address = row.group(1).replace("&amp;", "&");
        assertThat(viewer.get(address.replace("/lines", "/lines/sum")).body())
            .as(id + " " + address)
            .contains("所列：" + lines + " 行")
            .contains(value);
        assertThat(listed(address)).as(address).isEqualTo(Integer.parseInt(lines.replace(",", "")));
      }
    }
    assertThat(rows).isGreaterThan(500);
  }

  /** How many lines are listed, over all pages. */
  private static int listed(String address) throws Exception {
    int lines = 0;
    String next = address + (address.contains("?") ? "&" : "?") + "size=500";
    while (!next.isEmpty()) {
      String page = viewer.get(next).body();
      lines += (int) Pattern.compile("<tr tabindex=\"-1\">").matcher(page).results().count();
      next =
          Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
              .matcher(page)
              .results()
              .map(found -> found.group(1).replace("&amp;", "&"))
              .findFirst()
              .orElse("");
    }
    return lines;
  }
}
