package org.sunlitledger.intake.layout.total;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sunlitledger.intake.layout.note.SheetContent;
import org.sunlitledger.intake.line.ShapeFinding;
import org.sunlitledger.intake.line.ShapeRule;
import org.sunlitledger.intake.line.SourceLine;
import org.sunlitledger.quantity.money.Fen;
import org.sunlitledger.quantity.money.MoneyUnit;
import org.sunlitledger.quantity.money.WrittenAmount;
import org.sunlitledger.quantity.text.Glyphs;
import org.sunlitledger.quantity.text.Parsed;

/**
 * Amounts of money in a note. The note is not a record, but the amounts are always reported. A note
 * that says that something is missing or wrong in the table stays open. Only the amounts of the
 * note are kept, because it may name people.
 */
public final class NoteAmounts {
  private static final int MAX_AMOUNTS_SHOWN = 5;

  /** Longer numbers are accounts, telephones and ID numbers. */
  private static final String NUMBER =
      "(?<!\\d)(?<!\\d[.,])(?:\\d{1,3}(?:,\\d{3})+|\\d{1,12})(?:\\.\\d+)?(?![\\d]|[.,]\\d)";

  private static final String NUMERALS = "一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾";
  private static final String WORDS = "[几数零〇百千万亿佰仟%1$s]*[%1$s][零〇百千万亿佰仟%1$s]*".formatted(NUMERALS);
  private static final String COUNTED = "人户口亩株棵头只羽斤吨米平公里册份次个名位套台辆间栋条项笔年月日号页期届度批段岁%％";
  private static final String YUAN = "(?:[元圆](?![月旦素])|块(?![地田石板]))";
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "(?:[¥￥]|RMB|rmb|人民币) ?"
              + NUMBER
              + "|"
              + NUMBER
              + " ?[余多几]?[十百千]?[千万亿]? ?"
              + YUAN
              + "|"
              + NUMBER
              + " ?[余多几]?[万亿](?! ?[余多几]?["
              + COUNTED
              + "])|"
              + WORDS
              + "[余多几]?"
              + YUAN);

  /** A number without a label. It is an amount only in a note about omitted amounts. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![第\\-—–/〔\\[A-Za-z~至到、])"
              + NUMBER
              + "(?! ?[\\-—–/~〕\\]、百千万亿"
              + COUNTED
              + "]| ?[余多几]["
              + COUNTED
              + "]|\\.\\p{L}|\\)[^,]{0,4}号)");

  private static final Pattern DATE_OR_TELEPHONE =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d{2}(?:年(?: ?\\d{1,2}月(?: ?\\d{1,2}日)?)?"
              + "|[./\\-—]\\d{1,2}[./\\-—]\\d{1,2}(?!\\d)|[/\\-—](?:0?[1-9]|1[0-2])(?![\\d.]))"
              + "|(?:电话|手机|热线|传真|邮编|账号|卡号|编号)[号码]?[:：]? ?[\\d\\-—]{5,}+(?![\\d.,]*[千万亿]?[元圆])"
              + "|(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<!\\d)0\\d{2,3}[\\-—]\\d{7,8}(?!\\d)");

  /** 2万元以上, 500元/亩: amounts of a rule, which were not paid. */
  private static final Pattern LIMIT =
      Pattern.compile(NUMBER + " ?[十百千]?[千万亿]? ?" + YUAN + "(?:及?以[上下内]| ?/)");

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "未[被曾能予]?[列计入纳包含登录统报填体反记并上算]|不[包]?[含括]|不[在计列入]|没有?[列计入纳包登录统报填算]|另[有外付发支列行计加补收]|漏|除外|之外|以外|此外|外加"
              + "|少[列报记计填算]|[还尚]有|退[回还款]|冲[销减正]|[收扣追]回|追缴|核减|扣除|剔除|更正|调[整减增]|多[列报发付计记算]|重[复报列]|有误|错|应为|应当?是|[补增]列|作废");

  private NoteAmounts() {}

  /** The finding on a note; empty if it has no amount. */
  public static Optional<ShapeFinding> in(SourceLine note) {
    return in(note.cells());
  }

  /**
   * The finding on lines above the header, where amounts belong to titles and instructions. Only
   * amounts that are said to be omitted count.
   */
  public static Optional<ShapeFinding> above(SourceLine title) {
    return in(title.cells()).filter(finding -> finding.rule() == ShapeRule.FILE_AMOUNT_LEFT_OUT);
  }

  /**
   * The finding on the remarks in the line of a total: sentences, without the numbers beside its
   * label.
   */
  static Optional<ShapeFinding> beside(TotalLine total) {
    List<String> remarks =
        total.line().cells().stream()
            .filter(cell -> TotalNumbers.parse(cell).isEmpty())
            .filter(cell -> TotalLabel.parse(cell, List.of()).isEmpty())
            .toList();
    return in(remarks);
  }

  private static Optional<ShapeFinding> in(List<String> cells) {
    if (cells.stream().noneMatch(NoteAmounts::mayHaveOne)) {
      return Optional.empty();
    }
    boolean isLeftOut =
        cells.stream().anyMatch(cell -> LEFT_OUT.matcher(cell.replaceAll("\\s", "")).find());
    Set<String> amounts = new LinkedHashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      if (mayHaveOne(cells.get(i))) {
        String text = plain(cells.get(i));
        take(WITH_UNIT, isLeftOut ? text : LIMIT.matcher(text).replaceAll(""), amounts);
        if (isAmountAlone(cells, i)) {
          amounts.add(Glyphs.narrow(cells.get(i)));
        } else if (isLeftOut) {
          take(BARE, WITH_UNIT.matcher(text).replaceAll("元"), amounts);
        }
      }
    }
    return amounts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ShapeFinding(
                isLeftOut ? ShapeRule.FILE_AMOUNT_LEFT_OUT : ShapeRule.FILE_AMOUNT_IN_NOTE,
                "",
                shown(amounts),
                ""));
  }

  private static boolean mayHaveOne(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char glyph = cell.charAt(i);
      if (Character.isDigit(glyph) || NUMERALS.indexOf(glyph) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The text in half width, without dates and telephones. */
  private static String plain(String cell) {
    String text = Glyphs.narrow(cell).replaceAll("[\\s\\u00a0\\u3000]+", " ");
    return DATE_OR_TELEPHONE.matcher(text).replaceAll("；");
  }

  private static void take(Pattern amount, String text, Set<String> amounts) {
    Matcher found = amount.matcher(text);
    while (found.find()) {
      amounts.add(withoutName(found.group().replace(" ", "")));
    }
  }

  /** Removes a name: in 李四五百元 the first numeral belongs to the name. */
  private static String withoutName(String amount) {
    String rest = amount;
    while (rest.length() > 2
        && Character.isLetter(rest.charAt(0))
        && NUMERALS.indexOf(rest.charAt(0)) >= 0
        && WrittenAmount.parse(rest).isEmpty()) {
      rest = rest.substring(1);
    }
    return rest;
  }

  /** 运费, 300: a number in its own cell that is not a telephone, year or page. */
  private static boolean isAmountAlone(List<String> cells, int at) {
    String cell = cells.get(at);
    if (!(Fen.parse(cell, MoneyUnit.YUAN) instanceof Parsed.Value<Long>)
        || Glyphs.narrow(cell).length() > "999,999,999.99".length()) {
      return false;
    }
    String before = neighbour(cells, at, -1);
    String behind = neighbour(cells, at, 1);
    return !SheetContent.isBesideMoney(before)
        && (behind.isEmpty() || COUNTED.indexOf(behind.charAt(0)) < 0);
  }

  private static String neighbour(List<String> cells, int at, int step) {
    for (int i = at + step; i >= 0 && i < cells.size(); i += step) {
      if (!Glyphs.isBlank(cells.get(i))) {
        return Glyphs.strip(cells.get(i));
      }
    }
    return "";
  }

  private static String shown(Set<String> amounts) {
    String shown = amounts.stream().limit(MAX_AMOUNTS_SHOWN).collect(Collectors.joining("、"));
    return amounts.size() > MAX_AMOUNTS_SHOWN ? shown + "……" : shown;
  }
}
