package org.sunlitledger.report;

import java.util.ArrayList;
import java.util.List;
import org.sunlitledger.report.FormTable.Cell;

/** Tables two, three and four of the form, in the layout of 2019 or of 2021. */
final class StatutoryTables {
  private final OfficialDocument document;
  private final boolean is2021;

  StatutoryTables(OfficialDocument document, boolean is2021) {
    this.document = document;
    this.is2021 = is2021;
  }

  void second() {
    FormTable table = new FormTable(document.word(), 12, 48, 36, 36, 36);
    if (is2021) {
      block(table, "T2N", "一", 1, List.of("规章", "行政规范性文件"), "本年制发件数", "本年废止件数", "现行有效件数");
      block(table, "T2N", "五", 5, List.of("行政许可"), "本年处理决定数量");
      block(table, "T2N", "六", 6, List.of("行政处罚", "行政强制"), "本年处理决定数量");
      block(table, "T2N", "八", 8, List.of("行政事业性收费"), "本年收费金额（单位：万元）");
    } else {
      String[] items = {"上一年项目数量", "本年增/减", "处理决定数量"};
      block(table, "T2", "一", 1, List.of("规章", "规范性文件"), "本年新制作数量", "本年新公开数量", "对外公开总数量");
      block(table, "T2", "五", 5, List.of("行政许可", "其他对外管理服务事项"), items);
      block(table, "T2", "六", 6, List.of("行政处罚", "行政强制"), items);
      block(table, "T2", "八", 8, List.of("行政事业性收费"), items[0], items[1]);
      block(table, "T2", "九", 9, List.of("政府集中采购"), "采购项目数量", "采购总金额");
    }
  }

  private static void block(
      FormTable table, String id, String item, int number, List<String> rows, String... columns) {
    table.row(false, List.of(Cell.wide("第二十条第（" + item + "）项", 4)));
    List<Cell> header = new ArrayList<>(List.of(Cell.of("信息内容")));
    for (int c = 0; c < columns.length; c++) {
      header.add(Cell.wide(columns[c], width(c, columns.length)));
    }
    table.row(false, header);
    for (int r = 0; r < rows.size(); r++) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(rows.get(r))));
      for (int c = 0; c < columns.length; c++) {
        String tag = "{{%s_%d_%d_%d}}".formatted(id, number, r + 1, c + 1);
        cells.add(Cell.wide(tag, width(c, columns.length)));
      }
      table.row(false, cells);
    }
  }

  /** The last column of a block takes what is left of the three. */
  private static int width(int column, int columns) {
    return column == columns - 1 ? 3 - column : 1;
  }

  void third() {
    FormTable table = new FormTable(document.word(), 9, 9, 17, 53, 11, 11, 11, 11, 11, 11, 11);
    table.row(
        true, List.of(new Cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), Cell.wide("申请人情况", 7)));
    table.row(true, List.of(new Cell("自然人", 1, 2), Cell.wide("法人或其他组织", 5), new Cell("总计", 1, 2)));
    table.row(true, cells("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"));
    data(table, "1", Cell.wide("一、本年新收政府信息公开申请数量", 3));
    data(table, "2", Cell.wide("二、上年结转政府信息公开申请数量", 3));
    int results = is2021 ? 22 : 20;
    data(table, "3_1", new Cell("三、本年度办理结果", 1, results), Cell.wide("（一）予以公开", 2));
    data(table, "3_2", Cell.wide("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2));
    group(
        table,
        "3_3",
        "（三）不予公开",
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
        "5.属于三类内部事务信息",
        "6.属于四类过程性信息",
        "7.属于行政执法案卷",
        "8.属于行政查询事项");
    group(table, "3_4", "（四）无法提供", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确");
    group(
        table,
        "3_5",
        "（五）不予处理",
        "1.信访举报投诉类申请",
        "2.重复申请",
        "3.要求提供公开出版物",
        "4.无正当理由大量反复申请",
        "5.要求行政机关确认或重新出具已获取信息");
    if (is2021) {
      group(
          table,
          "3_6",
          "（六）其他处理",
          "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
          "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
          "3.其他");
    } else {
      data(table, "3_6", Cell.wide("（六）其他处理", 2));
    }
    data(table, "3_7", Cell.wide("（七）总计", 2));
    data(table, "4", Cell.wide("四、结转下年度继续办理", 3));
  }

  private static void group(FormTable table, String id, String title, String... rows) {
    for (int r = 0; r < rows.length; r++) {
      String row = id + "_" + (r + 1);
      if (r == 0) {
        data(table, row, new Cell(title, 1, rows.length), Cell.of(rows[r]));
      } else {
        data(table, row, Cell.of(rows[r]));
      }
    }
  }

  private static void data(FormTable table, String row, Cell... labels) {
    List<Cell> cells = new ArrayList<>(List.of(labels));
    for (int column = 1; column <= 7; column++) {
      cells.add(Cell.of("{{T3_%s_%d}}".formatted(row, column)));
    }
    table.row(false, cells);
  }

  void fourth() {
    FormTable table =
        new FormTable(
            document.word(), 9, 10, 10, 10, 10, 12, 10, 10, 10, 10, 12, 10, 10, 10, 10, 12);
    table.row(true, List.of(new Cell("行政复议", 5, 2), Cell.wide("行政诉讼", 10)));
    table.row(true, List.of(Cell.wide("未经复议直接起诉", 5), Cell.wide("复议后起诉", 5)));
    List<Cell> header = new ArrayList<>();
    List<Cell> data = new ArrayList<>();
    for (int block = 1; block <= 3; block++) {
      header.addAll(cells("结果维持", "结果纠正", "其他结果", "尚未审结", "总计"));
      for (int column = 1; column <= 5; column++) {
        data.add(Cell.of("{{T4_%d_%d}}".formatted(block, column)));
      }
    }
    table.row(true, header);
    table.row(false, data);
  }

  private static List<Cell> cells(String... texts) {
    return java.util.Arrays.stream(texts).map(Cell::of).toList();
  }
}
