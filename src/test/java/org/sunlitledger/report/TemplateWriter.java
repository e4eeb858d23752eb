package org.sunlitledger.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the two templates as they were first laid out. They are edited in Word from then on: run
 * it only to begin anew.
 */
final class TemplateWriter {
  private final OfficialDocument document = new OfficialDocument();
  private final boolean is2021;

  private TemplateWriter(boolean is2021) {
    this.is2021 = is2021;
  }

  public static void main(String[] arguments) throws IOException {
    new TemplateWriter(false).write(Path.of("jobs/reports/annual-2019/template.docx"));
    new TemplateWriter(true).write(Path.of("jobs/reports/annual-2021/template.docx"));
  }

  private void write(Path file) throws IOException {
    document.draft();
    document.title("{{office}}{{year}}年政府信息公开工作年度报告");
    document.body(
        "按照《中华人民共和国政府信息公开条例》的规定，现公布{{office}}{{year}}年政府信息公开工作年度报告。报告由六个部分组成：总体情况，"
            + "主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，"
            + "其他需要报告的事项。");
    document.addresses(
        "报告数据统计起止日期为{{year}}年1月1日至12月31日，电子版可在{{portal_name}}（{{portal_url}}）查阅下载。对报告内容有疑问的，"
            + "可与{{office_short}}联系，地址：{{address}}，邮编：{{postcode}}，电话：{{phone}}，电子邮箱：{{email}}。");
    document.part("一、总体情况");
    if (is2021) {
      overview2021();
    } else {
      overview2019();
    }
    StatutoryTables tables = new StatutoryTables(document, is2021);
    document.part("二、主动公开政府信息情况");
    tables.second();
    document.partOnNewPage("三、收到和处理政府信息公开申请情况");
    tables.third();
    document.part("四、政府信息公开行政复议、行政诉讼情况");
    tables.fourth();
    ending();
    document.write(file);
  }

  private void overview2019() {
    document.body(
        "{{year}}年，{{office_short}}把信息公开作为接受群众监督、改进作风的重要抓手，由主要负责同志牵头负总责，综合办公室统筹协调，各业务室"
            + "按职责提供公开内容，较好完成了全年任务。");
    document.section("（一）主动公开");
    document.body(
        "全年通过政府门户网站公开信息{{F01}}条，其中：扶贫开发类{{F02}}条，新闻部门动态{{F03}}条，法制专栏{{F04}}条，政府信息公开指南"
            + "{{F05}}条，领导信息{{F06}}条，议案提案类{{F07}}条，财政预决算公开类{{F08}}条，政府开放日{{F09}}条，互动交流意见征集、"
            + "反馈类{{F10}}条。公开的重点内容如下：");
    document.body(
        "**脱贫成果持续巩固。**产业方面，安排{{F11}}用于{{F12L}}等{{F12}}个产业发展项目，带动群众稳定增收；基础设施方面，安排{{F13}}用于"
            + "{{F14L}}等{{F14}}个基础设施改造项目，改善生产生活条件；政策落实方面，金融扶贫、产业奖补、就业扶贫、教育扶贫、健康扶贫"
            + "等项目共支出{{F15}}。");
    document.body(
        "**惠民政策落到实处。**当年新发放扶贫小额贷款{{F16}}，对照{{F17}}的年度任务完成{{F18}}，历年累计发放{{F19}}，贷款覆盖率为"
            + "{{F20}}。为{{F21}}户提供产业贷款担保{{F22}}；对按时还本付息的贫困户给予贴息{{F23}}；协助遭遇意外的建档立卡户获得保险理赔"
            + "{{F24}}笔{{F25}}。驾驶员培训补贴惠及{{F26}}人，金额{{F27}}；{{F28}}“雨露计划”资助学生{{F29}}人，金额{{F30}}；"
            + "{{year}}年特色产业奖补惠及{{F31}}户，金额{{F32}}。");
    document.body(
        "**社会帮扶形成合力。**{{F33}}名干部结对联系{{F34}}户建档立卡户，{{F35}}名驻村干部在{{F36}}个贫困村开展工作，{{F37}}个企事业单位"
            + "定点帮扶{{F38}}个贫困村。全年各类帮扶资金（含物资折价）{{F39}}，企业捐助{{F40}}，驻村工作队自筹和统筹投入{{F41}}。");
    document.section("（二）依申请公开");
    document.body(
        "完善申请受理、审查、答复各环节的工作规程，明确行政复议和行政诉讼的应对责任。{{year}}年共印发公开属性为依申请公开的文件{{F42}}份：" + "{{F42L}}。");
    management();
  }

  private void overview2021() {
    document.section("（一）主动公开");
    document.body(
        "{{year}}年，{{office_short}}通过政府门户网站主动公开政府信息{{F01}}条，内容涵盖工作动态、财政预决算、议案提案办理和意见征集反馈"
            + "等方面，做到应公开尽公开。");
    document.section("（二）依申请公开");
    document.body(
        "全年新收政府信息公开申请{{T3_1_7}}件，上年结转{{T3_2_7}}件，本年度办结{{T3_3_7_7}}件，结转下年度继续办理{{T3_4_7}}件。");
    management();
  }

  private void management() {
    document.section("（三）政府信息管理");
    document.body("执行政府信息公开管理制度，落实专人负责信息的收集、审核和发布，对拟公开内容逐条进行保密审查，确保公开内容真实准确、程序规范。");
    document.section("（四）平台建设");
    document.body("依托政府门户网站集中发布信息，严格执行业务室初审、分管领导复审、发布前登记的流程，及时更新栏目内容，方便群众查询和监督。");
    document.section("（五）监督保障");
    document.body("健全政务公开的责任、审批、保密审查和资料管理制度，公布监督电话，设立举报箱，定期听取乡镇和村的意见，自觉接受社会监督。");
  }

  private void ending() {
    document.part("五、存在的主要问题及改进情况");
    document.body("一年来的工作仍有不足：部分业务室主动公开意识不强，个别信息公布不够及时；系统培训偏少，审核把关能力有待提高；与群众互动的渠道和" + "形式还比较单一。");
    document.body(
        "{{next_year}}年将重点改进以下工作：加强业务培训，提升工作人员依法公开的能力；完善平台功能，丰富公开内容；健全长效机制，把公开要求"
            + "贯穿资金分配、项目实施和验收全过程，保障群众的知情权、参与权和监督权。");
    document.part("六、其他需要报告的事项");
    document.body(is2021 ? "本年度收取信息处理费{{F46}}。无其他需要报告的事项。" : "没有其他需要报告的事项。");
  }
}
