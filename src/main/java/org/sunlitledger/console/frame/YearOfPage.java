package org.sunlitledger.console.frame;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sunlitledger.view.RunList;

/** The year that a page is about: that of its address, or that of the delivery or the run there. */
@Component
class YearOfPage {
  private static final Pattern PAGE =
      Pattern.compile(
          "/(?:(?<year>[0-9]{4})|deliveries/(?<delivery>[0-9]{1,18})|runs/(?<run>[0-9]{1,18}))(?:/.*)?");

  private final JdbcClient jdbc;
  private final RunList runs;

  YearOfPage(JdbcClient jdbc, RunList runs) {
    this.jdbc = jdbc;
    this.runs = runs;
  }

  /** Empty where it is about none, or about something that this person does not reach. */
  Optional<Integer> of(String path, SignedIn person) {
    Matcher page = PAGE.matcher(path);
    if (!page.matches()) {
      return Optional.empty();
    }
    if (page.group("year") != null) {
      return Optional.of(Integer.valueOf(page.group("year")));
    }
    return page.group("delivery") != null
        ? ofDelivery(Long.parseLong(page.group("delivery")), person)
        : runs.find(Long.parseLong(page.group("run")))
            .map(RunList.Run::year)
            .filter(year -> !year.isEmpty())
            .map(Integer::valueOf);
  }

  private Optional<Integer> ofDelivery(long id, SignedIn person) {
    record Delivered(int year, String name) {}
    return jdbc.sql("select year, name from delivery where id = :id")
        .param("id", id)
        .query(Delivered.class)
        .optional()
        .filter(delivery -> person.reaches(delivery.name()))
        .map(Delivered::year)
        .filter(year -> year > 0);
  }
}
