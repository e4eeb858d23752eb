package org.sunlitledger.console.mend;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.console.draft.DraftJudge;
import org.sunlitledger.console.draft.MendLine;
import org.sunlitledger.console.draft.MendSheet;
import org.sunlitledger.console.draft.TypedCells;
import org.sunlitledger.console.frame.Frame;

/** Makes the views of sheets: judges what was corrected, and finds the words for it. */
@Component
final class MendViews {
  private final DraftJudge judge;
  private final Rules rules;

  MendViews(DraftJudge judge, Rules rules) {
    this.judge = judge;
    this.rules = rules;
  }

  /**
   * @param lines that are shown; those of them that were corrected are judged
   */
  MendView of(MendSheet sheet, List<MendLine> lines, TypedCells typed, Frame frame) {
    boolean chinese = frame.messages().isChinese();
    Map<String, String> titles =
        rules.byId(chinese).values().stream()
            .collect(Collectors.toMap(Rules.Rule::id, Rules.Rule::title));
    return new MendView(
        sheet,
        judge.judge(sheet, lines.stream().filter(MendLine::isChanged).toList(), typed, chinese),
        titles,
        frame.messages());
  }
}
