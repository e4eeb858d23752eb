package org.sunlitledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.check.rule.Rules;
import org.sunlitledger.definition.Years;
import org.sunlitledger.figure.Catalogue;
import org.sunlitledger.figure.CatalogueReader;
import org.sunlitledger.figure.Figure;
import org.sunlitledger.register.Constraints;
import org.sunlitledger.register.DateOrder;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.ForeignKey;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.Registers;
import org.sunlitledger.register.ReversalFields;
import org.sunlitledger.register.Role;
import org.sunlitledger.register.Sides;
import org.sunlitledger.register.code.CodeList;

/** The data dictionary as Markdown, from the definitions. */
final class DataDictionary {
  private final StringBuilder page = new StringBuilder();

  String of(Registers registers, Rules rules, CatalogueReader catalogues) {
    line("# Data dictionary · 数据字典");
    line("");
    line("Generated from `jobs/` and `sql/`; a test holds it to them. To write it anew:");
    line("`./mvnw test -Dtest=DataDictionaryTest -Dsunlit.write-docs=true`");
    line("");
    line("## Registers · 台账");
    registers.all().forEach(register -> register(register, registers));
    line("## Codes · 代码");
    registers.codeLists().all().forEach(this::codes);
    line("## Rules · 规则");
    line("");
    line("| rule | severity | register | years | 中文 | English |");
    line("|---|---|---|---|---|---|");
    List<Rules.Rule> english = rules.all(false);
    int number = 0;
    for (Rules.Rule rule : rules.all(true)) {
      row(
          "`" + rule.id() + "`",
          rule.severity(),
          rule.register(),
          years(rule.effective()),
          rule.title(),
          english.get(number++).title());
    }
    line("");
    line("## Figures · 指标");
    line("");
    line(
        "Sums have every accepted line, reversals with their minus, in the township, source and month"
            + " of their own. Where lines or distinct things are counted, a reversal counts for"
            + " nothing, and neither does an entry that reversals of its own year take back as a"
            + " whole; an entry of which something is left counts, and so does one that is taken"
            + " back in a later year, in its own year and in figures over several years.");
    line("");
    line(
        "合计包括每一条接受的记录，冲销按负数计入本行的乡镇、来源和月份。计数（条数、户数、人数、项目数）时，冲销本身"
            + "不计；在本年度内已全额冲销的原记录也不计；部分冲销的照计；以后年度才冲销的，在原年度和跨年累计中照计。");
    figures("of reports up to 2020", catalogues.read(2020));
    figures("of reports from 2021 on", catalogues.read(2021));
    return page.toString();
  }

  private void register(Register register, Registers registers) {
    line("");
    line("### " + register.title() + " `" + register.name() + "`");
    line("");
    line(register.description() + (register.hasKey() ? ". Key: " + keys(register) + "." : "."));
    line("");
    roles(register);
    register.reversal().ifPresent(this::reversal);
    register.sides().ifPresent(this::sides);
    register.foreignKeys().forEach(key -> foreignKey(key, registers.get(key.resource())));
    register.dateOrders().forEach(this::dateOrder);
    line("| column | also | type | required | constraints |");
    line("|---|---|---|---|---|");
    for (Field field : register.fields()) {
      row(
          field.title(),
          String.join("、", field.aliases()),
          type(field),
          field.constraints().required() ? "yes" : "",
          constraints(field.constraints()));
    }
  }

  private void roles(Register register) {
    List<String> roles =
        Stream.of(
                register.amount().map(field -> "amount " + register.field(field).title()),
                register.date().map(field -> "date " + register.field(field).title()),
                role(register, Role.TOWNSHIP),
                role(register, Role.SOURCE)
                    .or(() -> register.source().map(code -> "source always `" + code + "`")),
                role(register, Role.HOUSEHOLD),
                role(register, Role.PERSON))
            .flatMap(Optional::stream)
            .toList();
    if (!roles.isEmpty()) {
      line("Roles: " + String.join(", ", roles) + ".");
      line("");
    }
  }

  private static Optional<String> role(Register register, Role role) {
    return register.role(role).map(field -> role.word() + " " + field.title());
  }

  private void reversal(ReversalFields reversal) {
    line(
        "A negative amount is a reversal. It takes back the entry named under %s, or else the only earlier entry that has enough left and agrees in %s."
            .formatted(reversal.names().title(), titles(reversal.alike())));
    line("");
  }

  private void sides(Sides sides) {
    line(
        "Instead of the amount there may be %s and %s; which of them was paid is decided by what is on them, and a note says that money came back with one of %s. Lines that begin with one of %s are balances and no entries; balances are proved."
            .formatted(
                sides.debit().title(),
                sides.credit().title(),
                String.join("、", sides.returns()),
                Stream.concat(sides.opening().stream(), sides.closing().stream())
                    .collect(Collectors.joining("、"))));
    line("");
  }

  private void foreignKey(ForeignKey key, Register other) {
    line(
        "%s refers to %s of %s%s; until that is there, a line waits (`%s`)."
            .formatted(
                titles(key.fields()),
                titles(key.referenced().stream().map(other::field).toList()),
                other.title(),
                key.isNotLater() ? " of the same year or an earlier one" : ", of any year",
                key.rule()));
    line("");
  }

  private void dateOrder(DateOrder order) {
    line(
        "%s is not before %s%s (`%s`)."
            .formatted(
                order.later().title(),
                order.earlier().title(),
                order.allowsSameDay() ? "" : ", and not on the same day",
                order.rule()));
    line("");
  }

  private void codes(CodeList codes) {
    line("");
    line("### " + codes.title() + " `" + codes.name() + "`");
    line("");
    boolean fits = codes.codes().stream().anyMatch(code -> !code.fits().isEmpty());
    line("| code | title | also | years |" + (fits ? " goes with |" : ""));
    line("|---|---|---|---|" + (fits ? "---|" : ""));
    for (CodeList.ListedCode code : codes.codes()) {
      List<String> cells =
          List.of(
              "`" + code.code() + "`",
              code.title(),
              String.join("、", code.aliases()),
              years(code.years()));
      row(
          Stream.concat(cells.stream(), fits ? Stream.of(fits(code)) : Stream.of())
              .toArray(String[]::new));
    }
  }

  private static String fits(CodeList.ListedCode code) {
    return code.fits().entrySet().stream()
        .map(fit -> fit.getKey() + " " + String.join(", ", fit.getValue()))
        .collect(Collectors.joining("; "));
  }

  private void figures(String which, Catalogue catalogue) {
    line("");
    line("### Figures " + which);
    line("");
    line("| figure | 中文 | English | from |");
    line("|---|---|---|---|");
    for (Figure figure : catalogue.figures().values()) {
      row(
          "`" + figure.id() + "`",
          figure.title(),
          figure.titleEn(),
          source(figure) + figure.adds().map(" of all years; adds up %s"::formatted).orElse(""));
    }
  }

  private static String source(Figure figure) {
    if (figure.source() instanceof Figure.Measured measured) {
      return measured.measure().subject().name() + " " + measured.measure().where();
    }
    if (figure.source() instanceof Figure.Both both) {
      return both.counted().id() + " ∩ " + both.population().id();
    }
    return figure.source() instanceof Figure.Ratio ratio
        ? ratio.numerator() + " / " + ratio.denominator()
        : String.join(" + ", ((Figure.TotalFigure) figure.source()).parts());
  }

  private static String keys(Register register) {
    return titles(register.key().stream().map(register::field).toList());
  }

  private static String titles(List<Field> fields) {
    return String.join("、", fields.stream().map(Field::title).toList());
  }

  private static String type(Field field) {
    return field
        .codes()
        .map(codes -> "code: " + codes.name())
        .orElse(field.type().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }

  private static String constraints(Constraints constraints) {
    return (constraints
                .form()
                .map(form -> "`" + form.pattern() + "` " + form.example() + " ")
                .orElse("")
            + constraints
                .minimum()
                .map(minimum -> (constraints.signed() ? "±≥ " : "≥ ") + minimum + " ")
                .orElse("")
            + constraints.maximum().map(maximum -> "≤ " + maximum + " ").orElse(""))
        .strip();
  }

  private static String years(Years years) {
    return years.equals(Years.ALWAYS)
        ? ""
        : (years.from() == Years.ALWAYS.from() ? "" : years.from())
            + ".."
            + (years.to() == Years.ALWAYS.to() ? "" : years.to());
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", List.of(cells)).replace("\n", " ") + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
