package org.sunlitledger.console.mend;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.sunlitledger.account.AccountRole;
import org.sunlitledger.console.draft.Draft;
import org.sunlitledger.console.draft.Drafts;
import org.sunlitledger.console.draft.Facet;
import org.sunlitledger.console.draft.MendColumn;
import org.sunlitledger.console.draft.MendDelivery;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.MendSheets;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.console.frame.Frame;

/** The grid in which the rejected lines of a delivery are corrected. */
@Controller
final class MendPage {
  private final MendDoor door;
  private final MendSheets sheets;
  private final MendViews views;
  private final Drafts drafts;

  MendPage(MendDoor door, MendSheets sheets, MendViews views, Drafts drafts) {
    this.door = door;
    this.sheets = sheets;
    this.views = views;
    this.drafts = drafts;
  }

  @GetMapping("/deliveries/{id:[0-9]{1,18}}/mend")
  String grid(
      @PathVariable long id,
      MendQuery query,
      @ModelAttribute(name = "frame", binding = false) Frame frame,
      Model model) {
    MendDelivery delivery = door.open(id, frame);
    MendSheet sheet = sheets.of(delivery, frame.messages().isChinese());
    Facet facet = query.facet();
    MendView all =
        query.isCheck() ? views.of(sheet, sheet.changed(), TypedCells.NONE, frame) : null;
    List<MendLine> matching =
        sheet.lines().stream()
            .filter(facet::has)
            .filter(line -> all == null || !all.verdicts().of(line).isEmpty())
            .toList();
    List<MendLine> page =
        matching.stream()
            .filter(line -> line.number() > query.from())
            .limit(query.lines())
            .toList();
    MendView view = all == null ? views.of(sheet, page, TypedCells.NONE, frame) : all;
    model.addAttribute("delivery", delivery);
    model.addAttribute("sheet", sheet);
    model.addAttribute("query", query);
    model.addAttribute("facets", Facets.of(sheet, query, view.titles(), frame.text("mend.blank")));
    model.addAttribute("matching", matching);
    model.addAttribute("page", page);
    model.addAttribute("next", next(matching, page));
    model.addAttribute("view", view);
    model.addAttribute("shown", shown(sheet, facet, matching, query));
    model.addAttribute("rule", rule(facet, matching));
    model.addAttribute("voids", drafts.voids(id));
    model.addAttribute("others", others(sheet, frame));
    model.addAttribute("mayChange", frame.has(AccountRole.CLERK));
    return "mend/mend";
  }

  private static Optional<Integer> next(List<MendLine> matching, List<MendLine> page) {
    return page.stream()
        .reduce((first, second) -> second)
        .map(MendLine::number)
        .filter(last -> matching.get(matching.size() - 1).number() > last);
  }

  /** Wrong columns first, then those that somebody has written in; on demand the others too. */
  private static List<MendColumn> shown(
      MendSheet sheet, Facet facet, List<MendLine> lines, MendQuery query) {
    List<MendColumn> first =
        sheet.columns().stream()
            .filter(
                column ->
                    lines.stream()
                        .anyMatch(
                            line ->
                                line.draft(column).isPresent()
                                    || line.findings().stream()
                                        .anyMatch(f -> facet.has(f) && column.isOf(f))))
            .toList();
    List<MendColumn> columns = first.isEmpty() || query.hasAllColumns() ? sheet.columns() : first;
    return columns.stream()
        .sorted((a, b) -> Boolean.compare(first.contains(b), first.contains(a)))
        .toList();
  }

  /** How to correct the chosen rule; empty where none is chosen. */
  private static Optional<String> rule(Facet facet, List<MendLine> lines) {
    return facet
        .rule()
        .flatMap(
            rule ->
                lines.stream()
                    .flatMap(line -> line.findings().stream())
                    .filter(finding -> finding.rule().equals(rule))
                    .map(finding -> finding.message())
                    .findFirst());
  }

  private static List<OtherPerson> others(MendSheet sheet, Frame frame) {
    Map<String, List<Draft>> byName =
        sheet.lines().stream()
            .flatMap(line -> line.drafts().values().stream())
            .filter(draft -> draft.account() != MendDoor.person(frame).account())
            .collect(Collectors.groupingBy(Draft::by, TreeMap::new, Collectors.toList()));
    return byName.entrySet().stream()
        .map(
            person ->
                new OtherPerson(
                    person.getKey(),
                    (int) person.getValue().stream().map(Draft::line).distinct().count(),
                    frame.moment(
                        person.getValue().stream()
                            .map(Draft::at)
                            .max(Comparator.naturalOrder())
                            .orElseThrow())))
        .toList();
  }
}
