package org.sunlitledger.check.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sunlitledger.check.rule.Check.Given;
import org.sunlitledger.definition.SqlName;
import org.sunlitledger.register.Field;
import org.sunlitledger.register.Register;
import org.sunlitledger.register.code.CodeList;

/**
 * The candidates of a register as a rule sees them: the lines that its stage may see, with the
 * parameters and titles that its header names as columns.
 */
record CandidateColumns(Register register, List<String> parameters, List<String> titles) {

  static CandidateColumns of(Register register, List<Check> checks) {
    return new CandidateColumns(
        register,
        all(checks.stream().map(Check::given).map(Given::parameters)),
        all(checks.stream().map(Check::given).map(Given::titles)));
  }

  private static List<String> all(Stream<List<String>> lists) {
    return lists.flatMap(List::stream).distinct().sorted().toList();
  }

  /** The codes of a column. */
  static Optional<CodeList> coded(Register register, String column) {
    return register.fields().stream()
        .filter(field -> field.column().equals(column))
        .map(Field::codes)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * What goes before a query so that {@code candidate_R} is what its rule may see. The name means
   * the view of all candidates inside, and this one below.
   */
  String with(boolean acceptedOnly) {
    String view = SqlName.checked(Candidates.view(register));
    return """
    with %1$s as not materialized (
      select c.*%2$s
      from %1$s c%3$s
      where %4$s
    )
    """
        .formatted(
            view,
            Stream.concat(
                    parameters.stream().map(CandidateColumns::value),
                    titles.stream().map(CandidateColumns::title))
                .collect(Collectors.joining()),
            Stream.concat(parameters.stream().map(CandidateColumns::parameter), codes())
                .collect(Collectors.joining()),
            acceptedOnly ? "c.verdict = 'a'" : "true");
  }

  private static String value(String parameter) {
    return ", %s.value as %s"
        .formatted(SqlName.checked("p_" + parameter), SqlName.checked(parameter));
  }

  private static String title(String column) {
    return ", %s.title as %s"
        .formatted(SqlName.checked("k_" + column), SqlName.checked(column + "_title"));
  }

  private static String parameter(String name) {
    return """

      left join parameter %1$s
        on %1$s.name = '%2$s' and c.year between %1$s.from_year and %1$s.to_year\
    """
        .formatted(SqlName.checked("p_" + name), SqlName.plain(name));
  }

  private Stream<String> codes() {
    return titles.stream()
        .map(
            column ->
                """

                  left join code %1$s
                    on %1$s.list = '%2$s'
                    and %1$s.code = c.%3$s
                    and c.year between %1$s.from_year and %1$s.to_year\
                """
                    .formatted(
                        SqlName.checked("k_" + column),
                        SqlName.plain(coded(register, column).orElseThrow().name()),
                        SqlName.checked(column)));
  }
}
