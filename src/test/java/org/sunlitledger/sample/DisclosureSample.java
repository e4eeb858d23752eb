package org.sunlitledger.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/** What was disclosed, asked for and counted under article 20. */
final class DisclosureSample {
  private static final String OFFICE = "卫沙扶贫办发";

  void write(Path folder, int year) {
    items().write(folder.resolve("disclosed-item-" + year + ".csv"));
    documents().write(folder.resolve("document-" + year + ".csv"));
    counts().write(folder.resolve("administrative-count-" + year + ".csv"));
    Sheet requests = new Sheet("申请编号", "申请人类型", "收到日期", "是否上年结转", "办理结果", "办结日期", "信息处理费");
    requests.add("SQ2020-001", "自然人", "2020-06-03", "否", "予以公开", "2020-06-16", "");
    requests.write(folder.resolve("information-request-" + year + ".csv"));
    new Sheet("案号", "案件类型", "受理日期", "案件结果")
        .write(folder.resolve("review-litigation-" + year + ".csv"));
  }

  private static Sheet items() {
    Sheet sheet = new Sheet("信息编号", "信息标题", "公开栏目", "公开渠道", "公开日期");
    String[] sections = {
      "扶贫开发类", "新闻部门动态", "法制专栏", "政府信息公开指南", "领导信息", "议案提案类", "财政预决算公开类", "政府开放日", "互动交流意见征集、反馈类"
    };
    int[] counts = {66, 4, 1, 1, 1, 2, 2, 2, 4};
    int number = 0;
    for (int s = 0; s < sections.length; s++) {
      for (int i = 0; i < counts[s]; i++) {
        number++;
        sheet.add(
            "XX2020-%03d".formatted(number),
            sections[s] + "信息第" + (i + 1) + "条",
            sections[s],
            "政府门户网站",
            LocalDate.of(2020, 1 + number % 12, 1 + number % 28));
      }
    }
    for (int i = 0; i < 12; i++) {
      sheet.add(
          "GS2020-%03d".formatted(i + 1),
          "村级项目公告第" + (i + 1) + "期",
          "扶贫开发类",
          "公告栏",
          LocalDate.of(2020, i + 1, 12));
    }
    return sheet;
  }

  private static Sheet documents() {
    Sheet sheet = new Sheet("文号", "公文标题", "印发日期", "公开属性");
    document(sheet, 2, "关于开展2020年“扶贫济困”新春慰问活动的通知", "2020-01-08", "依申请公开");
    document(sheet, 40, "关于报送《沙坡头区扶贫办2020年上半年工作总结暨下半年工作思路》的报告", "2020-07-02", "依申请公开");
    document(sheet, 63, "关于报送《沙坡头区扶贫办2020年工作总结暨2021年工作思路》的报告", "2020-12-10", "依申请公开");
    for (int i = 0; i < 14; i++) {
      document(
          sheet,
          5 + i * 2,
          "关于做好扶贫项目管理工作的通知（" + (i + 1) + "）",
          LocalDate.of(2020, 2 + i / 3, 6 + i).toString(),
          i % 5 == 0 ? "不予公开" : "主动公开");
    }
    return sheet;
  }

  private static void document(Sheet sheet, int number, String title, String day, String kind) {
    sheet.add(OFFICE + "〔2020〕" + number + "号", title, day, kind);
  }

  private static Sheet counts() {
    Sheet sheet = new Sheet("统计事项", "统计指标", "数量", "金额");
    for (String item : new String[] {"规章", "规范性文件"}) {
      zeros(sheet, item, "本年新制作数量", "本年新公开数量", "对外公开总数量");
    }
    for (String item : new String[] {"行政许可", "其他对外管理服务事项", "行政处罚", "行政强制"}) {
      zeros(sheet, item, "上一年项目数量", "本年增/减", "处理决定数量");
    }
    zeros(sheet, "行政事业性收费", "上一年项目数量", "本年增/减");
    zeros(sheet, "政府集中采购", "采购项目数量");
    sheet.add("政府集中采购", "采购总金额", "", 0);
    return sheet;
  }

  private static void zeros(Sheet sheet, String item, String... indicators) {
    for (String indicator : indicators) {
      sheet.add(item, indicator, 0, "");
    }
  }
}
